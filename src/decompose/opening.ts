import type { Cursor } from './cursor.ts'
import { isBoundary } from './cursor.ts'
import type { Lexeme } from './lexeme.ts'

/** Words with which such openings begin: nearly all commands are told from them by their first word. */
const FIRST: ReadonlySet<string> = new Set(
  'it i we would could can any is are my our do does that you how might'.split(' '),
)

/** Words that say that somebody would like something, without saying what. */
const SAYS_LIKING: ReadonlySet<string> = new Set(
  (
    'great good nice nicer better best cool cooler awesome amazing lovely fantastic perfect wonderful ideal happy happier ' +
    'glad pleased grateful thankful love like prefer rather appreciate appreciated think believe wonder wondering hoping hope ' +
    'possible possibility chance way kind idea suggestion request wish mind'
  ).split(' '),
)

/** What stands between them. */
const GLUE: ReadonlySet<string> = new Set(
  (
    'it i we you they my our us me a an any the is are was be been there would could can might may do does did not if that ' +
    'to so very really much just also as please maybe perhaps see have had feel look about of for one'
  ).split(' '),
)

/** After these the wish itself begins. */
const LAST: ReadonlySet<string> = new Set(['if', 'that', 'to', 'chance', 'think', 'rather', 'see'])

/** No opening is longer. */
const MAX_LEXEMES = 12

/**
 * Where the wish begins behind words such as "I would love it if", "any chance that" and "is there a way to"; `at` itself
 * where no such words stand there. Words that close a command ("that would be great") are passed over to their end.
 */
export function endOfOpening(lexemes: readonly Lexeme[], at: number): number {
  const { word: begin, senses } = lexemes[at]!
  if (senses.verb !== undefined || !FIRST.has(firstWord(begin))) return at
  let end = at
  let likes = false
  for (let i = at; i < lexemes.length && i < at + MAX_LEXEMES; i++) {
    const lexeme = lexemes[i]!
    if (isBoundary(lexeme)) return at > 0 && likes && i > at + 1 ? i : endOf(lexemes, at, end)
    let last = ''
    for (const word of lexeme.word.split(' ')) {
      const isLiking = SAYS_LIKING.has(word)
      if (!isLiking && !GLUE.has(word) && lexeme.senses.filler !== true) return endOf(lexemes, at, end)
      likes ||= isLiking
      last = word
    }
    if (likes && LAST.has(last)) end = i + 1
  }
  return at > 0 && likes && lexemes.length > at + 2 && lexemes.length <= at + MAX_LEXEMES
    ? lexemes.length
    : end
}

/** "I would like to" is an opening that the vocabulary knows: nothing is won by passing over its words alone. */
function endOf(lexemes: readonly Lexeme[], at: number, end: number): number {
  return end === at + 1 && lexemes[at]!.senses.frame === true ? at : end
}

function firstWord(word: string): string {
  const space = word.indexOf(' ')
  return space < 0 ? word : word.slice(0, space)
}

/** Whether what stands here is supposed: "it would be nice if | the logo was bigger". */
export function isSupposed(cursor: Cursor): boolean {
  const { word } = cursor.peek(-1)
  return word === 'if' || word.endsWith(' if')
}
