import { describe, expect, it } from 'vitest'
import { readTokens } from '../../../src/decompose/text/read-tokens.ts'
import type { Token } from '../../../src/decompose/token.ts'

/** A token as one text: words bare, other kinds by a sign of theirs. */
function brief({ kind, word, value, second, unit, figure, mark, indent, blank }: Token): string {
  switch (kind) {
    case 'quoted':
      return `"${word}"`
    case 'hash':
      return `#${word}`
    case 'number':
      return `${value}${unit ?? ''}`
    case 'figure':
      return `${figure}<${word}>`
    case 'size':
      return `size<${value},${second}>`
    case 'separator':
      if (word !== '\n') return `${word} `
      return `⏎${blank === true ? '⏎' : ''}${indent !== undefined && indent > 0 ? `+${indent}` : ''}${mark ?? ''}`
    case 'possessive':
      return "'s"
    default:
      return word
  }
}

function briefly(text: string): string {
  return readTokens(text).map(brief).join(' | ')
}

describe('figures', () => {
  it.each([
    ['$3.50 and €40', 'price<$3.50> | and | price<€40>'],
    ['1.234,50 € or 12€', 'price<1.234,50 €> | or | price<12€>'],
    ['7:00-18:00', 'time<7:00-18:00>'],
    ['7:00, 14:35:10', 'time<7:00> | ,  | time<14:35:10>'],
    ['9am – 5pm, 10 pm', 'time<9am – 5pm> | ,  | time<10 pm>'],
    ['row 3: 14px', 'row | 3 | :  | 14px'],
    ['(503) 555-0188', 'phone<(503) 555-0188>'],
    ['call +49 30 1234567.', 'call | phone<+49 30 1234567> | . '],
    ['503.555.0188 555-0188', 'phone<503.555.0188> | phone<555-0188>'],
    ['100 200 300', '100 | 200 | 300'],
    ['10/15/20', 'list<10/15/20>'],
    ['1/2 3/4', '0.5x | 0.75x'],
    ['56x56 48 x 48 48 × 48px', 'size<56,56> | size<48,48> | size<48,48>'],
    ['2x 4x4 5 x 2', '2x | 4x4 | size<5,2>'],
    ['-2% 4.93 12pt', '-2% | 4.93 | 12pt'],
    ['1.5em #fff', '1.5em | #fff'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('signs', () => {
  it.each([
    ['a -> b => c → d ⇒ e', 'a | → | b | → | c | → | d | → | e'],
    ['a --> b ~> c', 'a | → | b | → | c'],
    ['bg = red & bold + big', 'bg | = | red | & | bold | + | big'],
    ['w/ border, w/o shadow, w/1px', 'w/ | border | ,  | w/o | shadow | ,  | w/ | 1px'],
    ['a / b c/d', 'a | / | b | c | / | d'],
    ['red (was blue) [x]', 'red | ( | was | blue | ) | [ | x | ]'],
    ['~30px', '~ | 30px'],
    ['★ 4.93', '★ | 4.93'],
    ['title — bold', 'title | –  | bold'],
    ['title—bold', 'title | –  | bold'],
    ['title – bold', 'title | –  | bold'],
    ['title - bold', 'title | –  | bold'],
    ['Mon–Fri save-button', 'mon | fri | save-button'],
    ['um… red... now', 'um | …  | red | …  | now'],
    ['a, — b … , c', 'a | ,  | b | ,  | c'],
    ['a — , b', 'a | ,  | b'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('quotes', () => {
  it.each([
    ['“a” ‘b’ «c» ‹d› „e“ ‚f‘ `g` 「h」', '"a" | "b" | "c" | "d" | "e" | "f" | "g" | "h"'],
    ['5" and 6\' tall', '5 | and | 6 | tall'],
    ['a 5" radius, "b"', 'a | 5 | radius | ,  | "b"'],
    ['title "Foo, subtitle "Bar"', 'title | foo | ,  | subtitle | "Bar"'],
    ["'bold the 'Foo'", 'bold | the | "Foo"'],
    ["the users' list isn't 'ok'", 'the | users | \'s | list | is | not | "ok"'],
    ["rock 'n' roll", 'rock | "n" | roll'],
    ['"never', 'never'],
    ['never"', 'never'],
  ])('%s', (text, tokens) => {
    expect(briefly(text)).toBe(tokens)
  })
})

describe('lists', () => {
  it.each([
    ['1. a⏎2. b', '⏎1. | a | ⏎2. | b'],
    ['#1 a⏎#2 b', '⏎#1 | a | ⏎#2 | b'],
    ['- a⏎* b⏎• c⏎– d⏎→ e', '⏎- | a | ⏎* | b | ⏎• | c | ⏎– | d | ⏎→ | e'],
    ['1. a⏎   a. b⏎   (b) c⏎2) d', '⏎1. | a | ⏎+3a. | b | ⏎+3(b) | c | ⏎2) | d'],
    ['HERO:⏎- a', 'hero | :  | ⏎- | a'],
    ['a.⏎b', 'a | .  | ⏎ | b'],
    ['a⏎⏎b', 'a | ⏎⏎ | b'],
    ['a\r\nb', 'a | ⏎ | b'],
    ['a⏎  b', 'a | ⏎+2 | b'],
    ['⏎⏎a⏎', 'a'],
    ['(1) a (2) b (3) c', '⏎(1) | a | ⏎(2) | b | ⏎(3) | c'],
    ['do: 1) a 2) b', 'do | :  | ⏎1) | a | ⏎2) | b'],
    ['the size (in step 2) is', 'the | size | ( | in | step | 2 | ) | is'],
    ['(1) a (3) b', '⏎(1) | a | ( | 3 | ) | b'],
    ['a. b', 'a | .  | b'],
    ['a. b⏎b. c', '⏎a. | b | ⏎b. | c'],
    ['-2px left', '-2px | left'],
    ['[ ] a⏎[x] b', '⏎[ ] | a | ⏎[x] | b'],
  ])('%s', (text, tokens) => {
    expect(briefly(text.replaceAll('⏎', '\n'))).toBe(tokens)
  })
})
