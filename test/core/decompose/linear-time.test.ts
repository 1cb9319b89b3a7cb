import { describe, expect, it, test, vi } from 'vitest'
import { families } from '../../../src/core/decompose/intents/registry.ts'
import type { Lexeme } from '../../../src/core/decompose/lexeme.ts'
import { readCommand } from '../../../src/core/decompose/read-command.ts'

let looks = 0

// Reading is looking at lexemes, so counting looks counts the work: no clock is asked.
vi.mock('../../../src/core/decompose/lexeme.ts', async (original) => {
  const module = await original<typeof import('../../../src/core/decompose/lexeme.ts')>()
  const lex: typeof module.lex = (tokens) =>
    new Proxy(module.lex(tokens), {
      get(target, key) {
        if (typeof key === 'string' && key <= '9' && key >= '0') looks++
        return target[key as unknown as number]
      },
    })
  return { ...module, lex }
})

function workOf(text: string): number {
  looks = 0
  const reading = readCommand(text, 200)
  // The other readings are asked for where the first means nothing in a document.
  for (const clause of reading.clauses) clause.alternatives()
  return looks
}

function long(head: string, piece: string, length: number): string {
  return (head + piece.repeat(Math.ceil(length / piece.length))).slice(0, length)
}

it('looks are counted', () => {
  expect(workOf('make the title red')).toBeGreaterThan(10)
})

/** Ways of making a long command of a short one: many of them, joined in each way, or one that does not end. */
function waysOf(example: string): [name: string, head: string, piece: string][] {
  const words = example.split(' ')
  const joined = [' ', ' and ', ', ', '. ', ' then ', '\n'].map((glue): [string, string, string] => [
    `${JSON.stringify(glue)} between`,
    '',
    example + glue,
  ])
  const tails = [1, 2, words.length - 2, words.length - 1]
    .filter((cut, i, cuts) => cut > 0 && cut < words.length && cuts.indexOf(cut) === i)
    .flatMap((cut): [string, string, string][] => {
      const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
      return [
        [`"${tail}" again and again`, `${head} `, `${tail} `],
        [`"and ${tail}" again and again`, `${head} `, `${tail} and `],
        [`", ${head}" again and again`, '', `${head}, `],
      ]
    })
  return [...joined, ...tails]
}

describe.each(families.map(({ name, examples }) => [name, examples] as const))('%s', (_name, examples) => {
  test.each(examples)('ten times the length is ten times the work: %s', (example) => {
    const slow = waysOf(example).flatMap(([name, head, piece]) => {
      const short = workOf(long(head, piece, 1000))
      const whole = workOf(long(head, piece, 10_000))
      return whole > 20 * short + 10_000
        ? [`${name}: ${short} looks for 1,000 characters, ${whole} for 10,000`]
        : []
    })
    expect(slow).toEqual([])
  })
})

describe('other long inputs', () => {
  test.each([
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
  ])('of %j', (piece) => {
    const slow = [
      '',
      'make ',
      'make the card ',
      'move the card ',
      'add a ',
      'set the width of ',
      'delete ',
    ].flatMap((head) => {
      const short = workOf(long(head, piece, 1000))
      const whole = workOf(long(head, piece, 10_000))
      return whole > 20 * short + 10_000
        ? [`after ${JSON.stringify(head)}: ${short} looks for 1,000 characters, ${whole} for 10,000`]
        : []
    })
    expect(slow).toEqual([])
  })
})
