import { describe, expect, it, test, vi } from 'vitest'
import { families } from '../../../src/core/decompose/intents/registry.ts'
import type { Lexeme } from '../../../src/core/decompose/lexeme.ts'
import { readCommand } from '../../../src/core/decompose/read-command.ts'

let looks = 0

// Reading is looking at lexemes, so counting looks counts the work: no clock is asked.
vi.mock('../../../src/core/decompose/lexeme.ts', async (original) => {
  const module = await original<typeof import('../../../src/core/decompose/lexeme.ts')>()
  return { ...module, lex: (...tokens: Parameters<typeof module.lex>) => counted(module.lex(...tokens)) }
})

function counted(lexemes: Lexeme[]): Lexeme[] {
  return new Proxy(lexemes, {
    get(target, key) {
      if (typeof key === 'string' && key <= '9' && key >= '0') looks++
      return Reflect.get(target, key) as unknown
    },
  })
}

const SHORT = 600
const LONG = 8 * SHORT

function workOf(text: string): number {
  looks = 0
  readCommand(text, 200)
  return looks
}

/** The work of the other readings of each clause, which are asked for where the first means nothing in a document. */
function moreWorkOf(text: string): number {
  const { clauses } = readCommand(text, 200)
  looks = 0
  for (const clause of clauses) clause.alternatives()
  return looks
}

function cut(head: string, piece: string, length: number): string {
  return (head + piece.repeat(Math.ceil(length / piece.length))).slice(0, length)
}

/** Eight times the length may be sixteen times the work, and some more: a quadratic reading makes it 64 times. */
function tooMuch(work: (text: string) => number, head: string, piece: string): string[] {
  const short = work(cut(head, piece, SHORT))
  const whole = work(cut(head, piece, LONG))
  return whole > 16 * short + 20_000
    ? [`${head}|${piece}| : ${short} looks for ${SHORT} characters, ${whole} for ${LONG}`]
    : []
}

it('looks are counted', () => {
  expect(workOf('make the title red')).toBeGreaterThan(10)
})

/** Ways of making a long command of a short one: many of them, joined in each way, or one that does not end. */
function waysOf(example: string): [head: string, piece: string][] {
  const words = example.split(' ')
  const joined = [' ', ' and ', ', ', '. ', ' then ', '\n'].map((glue): [string, string] => [
    '',
    example + glue,
  ])
  const tails = [1, 2, words.length - 1]
    .filter((at, i, all) => at > 0 && at < words.length && all.indexOf(at) === i)
    .flatMap((at): [string, string][] => {
      const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
      return [
        [`${head} `, `${tail} `],
        [`${head} `, `${tail} and `],
        ['', `${head}, `],
      ]
    })
  return [...joined, ...tails]
}

describe.each(families.map(({ name, examples }) => [name, examples] as const))('%s', (_name, examples) => {
  test.each(examples)('eight times the length is about eight times the work: %s', (example) => {
    expect(waysOf(example).flatMap(([head, piece]) => tooMuch(workOf, head, piece))).toEqual([])
  })
})

const PIECES = [
  'the ',
  'the first ',
  'red ',
  'of ',
  'of the card ',
  'the card of ',
  'below the card ',
  'and ',
  'all ',
  'except ',
  'except the card ',
  'bigger ',
  'much ',
  'very ',
  'not ',
  'no ',
  'it ',
  'same ',
  'as wide as ',
  'as wide as the card ',
  'with ',
  'with a border ',
  'without ',
  'that says ',
  'that is red ',
  'that is below the card ',
  'between ',
  'between the card and ',
  "card's ",
  "'s ",
  '12px ',
  '12 ',
  'to ',
  'to 12px ',
  'from red to ',
  'gradient from red to blue ',
  '"a" ',
  '#a ',
  'make ',
  'make the ',
  'make it ',
  'please ',
  'the second and third ',
  'first, second, ',
  'new ',
  'a button ',
  'that ',
  'is ',
  'too ',
  'should be ',
  'zork ',
  'Zork ',
  'red, ',
  'the red and ',
  'top ',
  'left of ',
  'inside the ',
  'rgb(1,2,3) ',
  'half ',
  'two ',
  'one ',
  'other ',
  'biggest ',
  '. ',
  'is too big ',
  'and then ',
  'next ',
  'in the card, ',
]

describe('pieces of sentences', () => {
  test.each(PIECES)('%j', (piece) => {
    const heads = ['', 'make ', 'make the card ', 'move the card ', 'add a ', 'set the width of ', 'delete ']
    expect(heads.flatMap((head) => tooMuch(workOf, head, piece))).toEqual([])
  })
})

describe('other readings of the clauses', () => {
  test.each([
    'make the title red and ',
    'hide the banner, ',
    'the title is too big and ',
    'base spacing 12px and ',
    'a button after the map, ',
    'move the badge below the title and ',
  ])('%j', (piece) => {
    expect(tooMuch(moreWorkOf, '', piece)).toEqual([])
  })
})
