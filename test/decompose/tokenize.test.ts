import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Token } from '../../src/decompose/token.ts'
import { tokenize } from '../../src/decompose/tokenize.ts'

/** A token as one text: its kind where it is no word, then what it says. */
function brief({ kind, word, value, unit, signed, capital }: Token): string {
  switch (kind) {
    case 'word':
      return capital === true ? `${word}^` : word
    case 'number':
      return `${signed === true ? '±' : ''}${value}${unit ?? ''}`
    case 'quoted':
      return `"${word}"`
    case 'hash':
      return `#${word}`
    case 'url':
      return `url:${word}`
    case 'color':
      return `color:${word}`
    case 'separator':
      return word === '\n' ? '⏎' : word
    case 'possessive':
      return "'s"
    default:
      throw new Error(`the plain view has no ${kind}`)
  }
}

function briefly(text: string): string {
  return tokenize(text).map(brief).join(' | ')
}

describe('words', () => {
  test.each([
    ['make the title bigger', 'make | the | title | bigger'],
    ['Make The TITLE', 'make^ | the^ | title^'],
    ['hero_title save-button data.point', 'hero_title | save-button | data.point'],
    ['Q&A AT&T', 'q&a^ | at&t^'],
    ['Überblick Новости 最新消息 عربة', 'überblick^ | новости^ | 最新消息 | عربة'],
    ['h1 card2 2col', 'h1 | card2 | 2col'],
    ['e\u0301cole', 'e\u0301cole'],
    ['a & b + c', 'a | and | b | and | c'],
    ['a = b → c -> d', 'a | equals | b | to | c | to | d'],
    ['😀 title 🎉', 'title'],
    ['a\u00a0b\tc', 'a | b | c'],
    ['(title) [card] {x}', 'title | , | card | x'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('contractions and possessives', () => {
  test.each([
    ["it's red", 'it | is | red'],
    ['it’s red', 'it | is | red'],
    ["I'd like that", 'i | would | like | that'],
    ["don't hide it", 'do | not | hide | it'],
    ["DON'T", 'do | not'],
    ["the header's title", "the | header | 's | title"],
    ['the header’s title', "the | header | 's | title"],
    ["the buttons' color", "the | buttons | 's | color"],
    ["#save_button's width", "#save_button | 's | width"],
    ["'s", 's'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('quoted text', () => {
  test.each([
    ['say "Hello, World!"', 'say | "Hello, World!"'],
    ['“Hello”', '"Hello"'],
    ['„Hallo“', '"Hallo"'],
    ['«Bonjour»', '"Bonjour"'],
    ["'Hello'", '"Hello"'],
    ['‘Hello’', '"Hello"'],
    ['`Hello`', '"Hello"'],
    ["'It's here'", '"It\'s here"'],
    ['“it’s "here"”', '"it’s "here""'],
    ['""', '""'],
    ['"a" "b"', '"a" | "b"'],
    ['"  two  spaces "', '"  two  spaces "'],
    ['"12px #id and, then"', '"12px #id and, then"'],
    ['"never closed', 'never | closed'],
    ['a "b\nc" d', 'a | "b\nc" | d'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('numbers', () => {
  test.each([
    ['12', '12'],
    ['12px', '12px'],
    ['12 px', '12px'],
    ['1.5rem', '1.5rem'],
    ['.5em', '0.5em'],
    ['10pt 10 points', '10pt | 10pt'],
    ['20% 20 percent', '20% | 20%'],
    ['45deg 45° 45 degrees', '45deg | 45deg | 45deg'],
    ['2x', '2x'],
    ['+8px -4', '±8px | ±-4'],
    ['1/2', '0.5x'],
    ['3 / 4', '0.75x'],
    ['1/0', '1 | 0'],
    ['2nd 3rd 21st', '2nd | 3rd | 21st'],
    ['12 PX', '12px'],
    ['12pxx', '12pxx'],
    ['1,5', '1 | , | 5'],
    ['320x200', '320 | x | 200'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('ids, colors and addresses', () => {
  test.each([
    ['#save_button', '#save_button'],
    ['#save-button.', '#save-button | .'],
    ['#a.b', '#a.b'],
    ['#título', '#título'],
    ['# title', 'title'],
    ['#FF0000', '#FF0000'],
    ['rgb(255, 0, 0)', 'color:rgb(255, 0, 0)'],
    ['rgba(0 0 0 / 50%)', 'color:rgba(0 0 0 / 50%)'],
    ['hsl(120deg 50% 50%)', 'color:hsl(120deg 50% 50%)'],
    ['oklch(0.7 0.1 200)', 'color:oklch(0.7 0.1 200)'],
    ['color(display-p3 1 0 0)', 'color:color(display-p3 1 0 0)'],
    ['rgb(nothing)', 'rgb | nothing'],
    ['to https://example.com/a?b=c#d.', 'to | url:https://example.com/a?b=c#d | .'],
    ['link to /home, then', 'link | to | url:/home | , | then'],
    ['mailto:a@example.com', 'url:mailto:a@example.com'],
    ['www.example.com!', 'url:www.example.com | !'],
    ['and/or', 'and | or'],
    ['a@b.com', 'a@b.com'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('separators', () => {
  test.each([
    ['a, b; c. d! e? f: g', 'a | , | b | ; | c | . | d | ! | e | ? | f | : | g'],
    ['a,, b', 'a | , | b'],
    ['a,. b', 'a | . | b'],
    ['a. , b', 'a | . | b'],
    ['...a', 'a'],
    ['a\nb\r\nc', 'a | ⏎ | b | ⏎ | c'],
    ['1. a\n2) b', 'a | ⏎ | b'],
    ['- a\n* b\n• c', 'a | ⏎ | b | ⏎ | c'],
    ['Step 1: a', 'a'],
    ['12 cards', '12 | cards'],
  ])('%j', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

test('spans are those of the text, in order, without overlap', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({
          unit: fc.constantFrom('a', "'", '"', '“', '”', '#', ' ', '1', 'px', '.', ',', '\n', 's', '-'),
          maxLength: 40,
        }),
      ),
      (text) => {
        let last = 0
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last)
          expect(token.end).toBeGreaterThan(token.start)
          last = token.end
          if (token.kind === 'quoted') expect(text.slice(token.start, token.end)).toContain(token.word)
        }
        expect(last).toBeLessThanOrEqual(text.length)
      },
    ),
    { numRuns: 1000 },
  )
})

/** A text that counts how often single characters of it are looked at. */
function counted(text: string): { readonly text: string; readonly looks: () => number } {
  let looks = 0
  const proxy = new Proxy(new String(text), {
    get(_target, key) {
      const value: unknown = text[key as unknown as number]
      if (typeof value === 'string') looks++
      if (key === 'length') return text.length
      if (key === Symbol.toPrimitive) return () => text
      const method = String.prototype[key as 'slice'] as unknown
      return typeof method === 'function' ? (method.bind(text) as unknown) : value
    },
  })
  // The tokenizer does nothing with it that a text does not allow.
  return { text: proxy as unknown as string, looks: () => looks }
}

it('the counting text is read like a text', () => {
  const text = 'make "A b" #id\'s width 12px, rgb(1,2,3) 😀 and 2nd'
  const { text: proxy, looks } = counted(text)
  expect(tokenize(proxy)).toEqual(tokenize(text))
  expect(looks()).toBeGreaterThan(20)
})

/** Every expression is sticky and bounded, every quote looked for once: a character is looked at a handful of times. */
const LOOKS_PER_CHARACTER = 20

describe('a character is looked at a bounded number of times', () => {
  const PIECES = [
    'a',
    'a ',
    '"',
    '" ',
    "'",
    "' ",
    " 'a",
    '“',
    '“a ',
    '‘a ',
    '„',
    '«',
    '`',
    '#',
    '#a',
    '/',
    '/a',
    '1',
    '1.',
    '+',
    '-',
    '.',
    ',',
    '\n',
    '\n1. ',
    '->',
    "a'",
    "a's ",
    '’',
    'rgb(',
    'rgb(1',
    'http://',
    'www.',
    '€',
    '$1 ',
    '1 ',
    '1px',
    '1/',
    'a-',
    'a.',
    'a@',
    '\u0301',
    'é',
    '\ud83d',
    '😀',
    '\0',
    '\u00a0',
    'step 1',
    '(1) ',
  ]
  test.each(PIECES)('%j', (piece) => {
    const length = 3000
    const { text, looks } = counted(piece.repeat(Math.ceil(length / piece.length)).slice(0, length))
    tokenize(text)
    expect(looks()).toBeLessThan(LOOKS_PER_CHARACTER * length)
  })
})
