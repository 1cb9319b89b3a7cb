import { describe, expect, it, test, vi } from 'vitest'
import { families } from '../../src/decompose/intents/registry.ts'
import type { Clause } from '../../src/decompose/clause.ts'
import type * as Lexing from '../../src/decompose/lexeme.ts'
import type { Lexeme } from '../../src/decompose/lexeme.ts'
import { readCommand } from '../../src/decompose/read-command.ts'

/**
 * How often a lexeme may be looked at: some thirty families, in two ways and with several subjects each, look at the same
 * words. A reading that looks at all the rest from every place needs many times that in a command of this length.
 */
const LOOKS_PER_LEXEME = 1000
const LENGTH = 5000

let looks = 0
let allowed = Infinity

// Reading is looking at lexemes, so counting looks counts the work: no clock is asked.
vi.mock('../../src/decompose/lexeme.ts', async (original) => {
  const module = await original<typeof Lexing>()
  return { ...module, lex: (...tokens: Parameters<typeof module.lex>) => counted(module.lex(...tokens)) }
})

function counted(lexemes: Lexeme[]): Lexeme[] {
  allowed = Math.max(100, lexemes.length) * LOOKS_PER_LEXEME
  return new Proxy(lexemes, {
    get(target, key) {
      if (typeof key === 'string' && key <= '9' && key >= '0' && ++looks > allowed)
        throw new RangeError(`more than ${allowed} looks at ${target.length} lexemes`)
      return Reflect.get(target, key) as unknown
    },
  })
}

/** What is too much about reading the text; null where nothing is. */
function tooMuch(text: string, also: (clauses: readonly Clause[]) => void = () => undefined): string | null {
  looks = 0
  try {
    const { clauses } = readCommand(text, 200)
    looks = 0
    also(clauses)
    return null
  } catch (error) {
    if (error instanceof RangeError) return `${text.slice(0, 60)}...: ${error.message}`
    throw error
  }
}

function repeat(head: string, piece: string): string {
  return head + piece.repeat(Math.floor((LENGTH - head.length) / piece.length))
}

it('looks are counted', () => {
  expect(tooMuch('make the title red')).toBe(null)
  expect(looks).toBe(0)
  readCommand('make the title red', 200)
  expect(looks).toBeGreaterThan(10)
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
  test.each(examples)('long commands like: %s', (example) => {
    expect(
      waysOf(example)
        .map(([head, piece]) => tooMuch(repeat(head, piece)))
        .filter((found) => found !== null),
    ).toEqual([])
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
    expect(heads.map((head) => tooMuch(repeat(head, piece))).filter((found) => found !== null)).toEqual([])
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
    // They are asked for where the first reading means nothing in a document, and by the trace.
    const all = (clauses: readonly Clause[]): void => clauses.forEach((clause) => clause.alternatives())
    expect(tooMuch(repeat('', piece), all)).toBe(null)
  })
})
