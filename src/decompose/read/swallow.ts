import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { DraftReference } from './draft-reference.ts'
import { demoteNoun } from './draft-reference.ts'
import { startsObject } from './noun-words.ts'

/** In the looser reading, words that end a phrase stay in it while its noun is still to come: the "add to cart" button. */
export function swallow(cursor: Cursor, draft: DraftReference): boolean {
  if (!cursor.lenient) return false
  const lexeme = cursor.peek()
  if (draft.types !== null) {
    if (lexeme.senses.verb === undefined || startsObject(cursor.peek(1)) || !demoteNoun(draft)) return false
    draft.names.push(...lexeme.word.split(' '))
    cursor.at++
    return true
  }
  if (
    draft.names.length === 0 &&
    lexeme.senses.verb !== undefined &&
    (isBoundary(cursor.peek(1)) ||
      cursor.peek(1).token.word === '' ||
      cursor.peek(1).senses.grammar === 'with')
  ) {
    draft.names.push(...lexeme.word.split(' '))
    cursor.at++
    return true
  }
  if (
    draft.names.length === 0 &&
    lexeme.senses.verb === undefined &&
    cursor.peek(-1).senses.grammar !== 'the'
  )
    return false
  if (lexeme.senses.filler === true && cursor.peek(-1).token.capital === true && isFollowedByValue(cursor)) {
    draft.names.push(...lexeme.word.split(' '))
    cursor.at++
    return true
  }
  if (lexeme.token.kind !== 'word' || startsObject(cursor.peek(1)) || lexeme.senses.pronoun === 'it')
    return false
  if (!nounWithin(cursor, 1, 4) && !isTitled(cursor)) return false
  draft.names.push(...lexeme.word.split(' '))
  cursor.at++
  return true
}

/** "change Buy now to ...": the padding belongs to the name. */
function isFollowedByValue(cursor: Cursor): boolean {
  const { grammar } = cursor.peek(1).senses
  return grammar === 'to' || grammar === 'should' || grammar === 'be'
}

const TITLE_GLUE: ReadonlySet<string> = new Set(['to', 'from', 'for', 'with', 'by', 'at', 'the', 'a', 'as'])

/** Names written with a capital go on to the next modal or value: "Remove from library should be ...". */
function isTitled(cursor: Cursor): boolean {
  let at = cursor.at
  while (
    at > 0 &&
    cursor.lexemes[at - 1]!.token.kind === 'word' &&
    cursor.lexemes[at - 1]!.token.capital !== true &&
    cursor.at - at < 3
  )
    at--
  const first = cursor.lexemes[at - 1] ?? cursor.peek()
  const next = cursor.peek(1)
  const isInside =
    cursor.peek().token.capital === true ? cursor.at > 0 : first.token.capital === true && at > 1
  const { grammar, verb } = cursor.peek().senses
  const isGlue = verb !== undefined || (grammar !== undefined && TITLE_GLUE.has(grammar))
  return (
    isInside && isGlue && next.token.kind === 'word' && next.senses.grammar !== 'should' && !isBoundary(next)
  )
}

function nounWithin(cursor: Cursor, from: number, count: number): boolean {
  for (let ahead = from; ahead < from + count; ahead++) {
    const { senses, token } = cursor.peek(ahead)
    if (token.kind !== 'word') return false
    if (senses.types !== undefined) return true
    if (senses.grammar === 'should' || senses.grammar === 'the') return false
  }
  return false
}
