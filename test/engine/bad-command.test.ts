import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { IssueCode } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'
import { deepFreeze } from '../document/arbitrary-blueprint.ts'
import { askAll, expectClear, expectRefused } from './expect-refusal.ts'
import { runs } from '../support/amounts.ts'

vi.setConfig({ testTimeout: 120_000 })

const engine = createEngine()
const shop = deepFreeze(shopScreen())

/** A text of a length, made of a piece. */
function long(piece: string, length = 10_000): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}

describe('texts that say nothing', () => {
  test.each<[string, string, IssueCode]>([
    ['nothing', '', 'command-empty'],
    ['spaces', ' \t \n\r\n ', 'command-empty'],
    ['no-break and zero-width spaces', '\u00a0\u2003\ufeff', 'command-empty'],
    ['punctuation', '.,;:!?-–—…()[]{}<>/\\|@%^*~+', 'command-empty'],
    ['an equals sign', '=', 'not-understood'],
    ['one quote', '"', 'command-empty'],
    ['politeness', 'please, thanks', 'command-empty'],
    ['connectors', 'and then, and; then', 'command-empty'],
    ['emoji', '😀🎉👩‍👩‍👧‍👦', 'command-empty'],
    ['null bytes', '\0\0\0', 'command-empty'],
    ['control characters', '\u0001\u0007\u001b[31m\u007f\u0085', 'not-understood'],
    ['a lone surrogate', '\ud83d make \udc00', 'not-understood'],
    ['right to left', 'اجعل الزر أحمر', 'not-understood'],
    ['right-to-left marks', '\u202emake\u202c', 'not-understood'],
    ['combining marks', 'm\u0301a\u0301k\u0301e\u0301', 'not-understood'],
    ['another language', 'mach den Titel größer', 'out-of-scope'],
    ['an id', '#page_title', 'not-understood'],
    ['a verb', 'make', 'not-understood'],
    ['JSON', '{"op":"remove","path":"/components"}', 'reference-unknown'],
    ['a script', '<script>alert(1)</script>', 'not-understood'],
    ['a key of every object', '__proto__', 'not-understood'],
    ['another', 'constructor prototype', 'not-understood'],
  ])('%s', (_name, command, code) => {
    const answer = askAll(engine, shop, command)
    expectRefused(answer, shop)
    expect(answer.issues[0]!.code).toBe(code)
  })
})

test.each([
  'make #__proto__ red',
  'make __proto__ red',
  'hide the constructor',
  'set the constructor of the page title to red',
  'set the font weight of the page title to constructor',
  'set the font style of the page title to __proto__',
  'make the page title 20px constructor',
  'make the page title two constructor wider',
  'make the page title constructor',
  'move the page title 20px to the constructor',
  'the page title is too constructor',
  'set the constructor to 12px',
  'add a constructor',
])('what every object inherits means nothing: %s', (command) => {
  expectRefused(askAll(engine, shop, command), shop)
  expect(Object.keys(Object.prototype)).toEqual([])
})

test.each(['42', 'set the shadow of the page title to constructor'])(
  'asks what it is about: %s',
  (command) => {
    const { status, blueprint } = engine.run(shop, command)
    expect([status, blueprint === shop]).toEqual(['clarify', true])
  },
)

describe('things that are no text', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['NaN', Number.NaN],
    ['a big number', 7n],
    ['true', true],
    ['a function', () => 'hide the logo'],
    ['a symbol', Symbol('hide')],
    ['an object', { command: 'hide the logo' }],
    ['a text object', new String('hide the logo')],
    ['something that turns into a text', { toString: () => 'hide the logo' }],
    ['something that throws when it turns into a text', { toString: () => expect.unreachable() }],
    ['a list-like object', { length: 1, 0: 'hide the logo' }],
  ])('%s', (_name, command) => {
    expectRefused(askAll(engine, shop, command), shop, ['command-invalid'])
  })
})

describe('10,000 characters', () => {
  test.each<[string, string]>([
    ['letters', 'a'],
    ['words', 'lorem ipsum dolor '],
    ['a word that is known', 'make '],
    ['nouns', 'button '],
    ['adjectives', 'red big bold '],
    ['connectors', 'and then , '],
    ['quotes', '"'],
    ['single quotes', "'"],
    ['opening quotes', '“a '],
    ['punctuation', '.,;:!? '],
    ['line breaks', '\n1. '],
    ['digits', '1234567890'],
    ['numbers', '12px '],
    ['hashes', '#'],
    ['ids', '#page_title '],
    ['slashes', '/'],
    ['addresses', 'https://a.example/'],
    ['parentheses', 'rgb('],
    ['signs', '+-'],
    ['dots', 'a.b-'],
    ['possessives', "card's "],
    ['emoji', '😀'],
    ['lone surrogates', '\ud83d'],
    ['combining marks', 'a\u0301'],
    ['null bytes', '\0'],
    ['right-to-left letters', 'مرحبا '],
    ['politeness', 'please '],
    ['whole commands', 'make the page title red and '],
    ['commands in sentences', 'Hide the logo. '],
  ])('of %s', (_name, piece) => {
    const command = long(piece)
    expect(command).toHaveLength(10_000)
    const answer = engine.run(shop, command)
    if (answer.status === 'applied') return
    expect(answer.blueprint).toBe(shop)
    expectClear(answer.issues)
    engine.plan(shop, command)
    engine.find(shop, command)
  })

  it('and one more is one too many', () => {
    const command = long('make the page title red ', 10_001)
    expectRefused(askAll(engine, shop, command), shop, ['command-too-long'])
    expect(engine.run(shop, command).issues[0]!.message).toMatch(/10,?000.*10,?001/)
  })
})

test('any text at all', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'make ',
          'the ',
          '"',
          "'",
          '#',
          ' and ',
          'page title',
          '\n',
          ',',
          '12',
          'px',
          '%',
          'to ',
          '“',
          'rgb(',
          'then ',
          ':',
          '\0',
          'not ',
        ),
        { maxLength: 30 },
      )
      .map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(texts, (command) => {
      const answer = askAll(engine, shop, command)
      if (answer.status === 'applied') return
      expect(answer.blueprint).toBe(shop)
      expectClear(answer.issues)
    }),
    { numRuns: runs(1000) },
  )
})
