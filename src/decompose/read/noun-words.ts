import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Lexeme } from '../lexeme.ts'
import { NO_SENSES } from '../lexicon/senses.ts'
import type { Senses } from '../lexicon/senses.ts'
import { filterOf } from './filter-of.ts'

/** Words that are nothing else in the vocabulary name something in the document. */
export function isName(senses: Senses): boolean {
  return senses === NO_SENSES
}

/** "and" or a comma between the parts of a list. */
export function isListGlue(lexeme: Lexeme): boolean {
  return lexeme.senses.grammar === 'and' || (lexeme.token.kind === 'separator' && lexeme.word === ',')
}

/** Words that begin another noun phrase, so that a verb before them is a verb. */
export function startsObject(lexeme: Lexeme): boolean {
  const { senses, token } = lexeme
  return (
    token.kind === 'hash' ||
    senses.grammar === 'the' ||
    senses.grammar === 'a' ||
    senses.quantity !== undefined ||
    senses.pronoun === 'it' ||
    senses.pronoun === 'them'
  )
}

/** How far ahead a noun is looked for when an adjective or a name could end the phrase. */
const LOOK_AHEAD = 5

/** Whether, some words on, a noun or name stands in this same phrase. */
export function nounFollows(cursor: Cursor, from: number): boolean {
  for (let ahead = from; ahead < from + LOOK_AHEAD; ahead++) {
    const lexeme = cursor.peek(ahead)
    const { senses, token } = lexeme
    if (token.kind === 'quoted') return true
    if (token.kind !== 'word' || (isBoundary(lexeme) && !adjectivesJoined(cursor, ahead))) return false
    if (
      senses.types !== undefined ||
      senses.generic === true ||
      senses.pronoun === 'one' ||
      senses.pronoun === 'ones'
    )
      return true
    if (isName(senses)) return true
    const passes =
      filterOf(senses) !== null ||
      senses.degree !== undefined ||
      senses.filler === true ||
      senses.ordinal !== undefined ||
      senses.verb !== undefined ||
      senses.number !== undefined ||
      isBoundary(lexeme) ||
      senses.superlative !== undefined
    if (!passes && senses.frame !== true) return false
  }
  return false
}

/** "the big and red button": the "and" stands between two adjectives. */
function adjectivesJoined(cursor: Cursor, ahead: number): boolean {
  return (
    cursor.peek(ahead).senses.grammar === 'and' &&
    filterOf(cursor.peek(ahead - 1).senses) !== null &&
    filterOf(cursor.peek(ahead + 1).senses) !== null &&
    cursor.peek(ahead + 2).senses.types !== undefined
  )
}
