import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { takeOneOf } from '../../decompose/read/words-ahead.ts'
import { NO_REFERENCE } from '../../decompose/reference.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { askedBy, askedOf } from '../lexicon/question-words.ts'
import type { Spoken } from './frame.ts'
import { isEnd, PAGE, readThing, skipPage, takeIs, wordSet } from './words.ts'

/** "what color is the header", "what is the padding of the cards", "what font does the title use", "how big is the logo". */
function readValue(cursor: Cursor): Wish | null {
  const isHow = cursor.takeWord('how')
  if (!isHow && !cursor.takeWord('what', 'which', "what's", 'whats')) return null
  if (isHow) {
    const properties = askedBy.get(cursor.peek().word)
    if (properties === undefined) return null
    cursor.at++
    if (!cursor.take('be')) return null
    const target = readThing(cursor)
    return target === null || !isEnd(cursor) ? null : valueOf(target, properties)
  }
  takeIs(cursor)
  const first = cursor.attempt((c) => {
    while (c.take('the') || c.takeWord('current', 'kind of', 'exact'));
    return propertyHere(c)
  })
  if (first !== null) {
    const target =
      cursor.attempt((c) => {
        if (
          c.senses.relation !== 'of' &&
          c.senses.relation !== 'on' &&
          c.senses.relation !== 'inside' &&
          !c.take('for')
        )
          return null
        if (c.senses.relation !== undefined) c.at++
        return readThing(c)
      }) ??
      cursor.attempt((c) => {
        if (!c.takeWord('does', 'do', 'did') && !c.take('be')) return null
        return readThing(c)
      })
    if (target === null) return null
    skipUsed(cursor)
    return isEnd(cursor) ? valueOf(target, first) : null
  }
  // "what's the header's color"
  const target = readThing(cursor)
  if (target === null || cursor.peek().token.kind !== 'possessive') return null
  cursor.at++
  const properties = propertyHere(cursor)
  return properties !== null && isEnd(cursor) ? valueOf(target, properties) : null
}

function propertyHere(cursor: Cursor): readonly PropertyName[] | null {
  const { senses, word } = cursor.peek()
  const properties = askedBy.get(word) ?? (senses.property === undefined ? null : askedOf(senses.property))
  if (properties === null) return null
  cursor.at++
  return properties
}

function skipUsed(cursor: Cursor): void {
  takeOneOf(cursor, USED)
}

const USED: ReadonlySet<string> = wordSet('have|has|use|using|used|set|written|in|now|currently|got')

function valueOf(target: Reference, properties: readonly PropertyName[]): Wish {
  return { kind: 'act', target, act: { kind: 'ask-value', properties } }
}

/** "what does the button say", "where does the link go". */
function readSays(cursor: Cursor): Wish | null {
  const isWhere = cursor.takeWord('where')
  if (!isWhere && !cursor.takeWord('what')) return null
  if (!cursor.takeWord('does', 'do')) return null
  const target = readThing(cursor)
  if (target === null) return null
  if (isWhere) {
    if (!cursor.takeWord('go', 'lead', 'link', 'point')) return null
    cursor.takeWord('to')
    return isEnd(cursor) ? valueOf(target, ['href']) : null
  }
  return cursor.takeWord('say', 'read') && isEnd(cursor) ? valueOf(target, ['text', 'placeholder']) : null
}

/** "what is the primary color". */
function readToken(cursor: Cursor): Wish | null {
  if (!cursor.takeWord('what', 'which', 'whats')) return null
  takeIs(cursor)
  while (cursor.take('the') || cursor.takeWord('current', 'our'));
  const { token } = cursor.senses
  if (token === undefined) return null
  cursor.at++
  skipPage(cursor)
  cursor.take('be')
  return isEnd(cursor) ? { kind: 'deed', deed: { kind: 'ask-token', token } } : null
}

/** "what fonts are used on this page": of everything that states some. */
function readUsed(cursor: Cursor): Wish | null {
  if (!cursor.takeWord('what', 'which')) return null
  const properties = propertyHere(cursor)
  if (properties === null) return null
  if (!cursor.take('be') || !takeOneOf(cursor, USED)) {
    if (!cursor.takeWord('does', 'do') || !skipOwner(cursor)) return null
  }
  skipPage(cursor)
  return isEnd(cursor) ? valueOf(EVERYTHING, properties) : null
}

/** "... this page use" */
function skipOwner(cursor: Cursor): boolean {
  while (cursor.take('the') || cursor.takeWord('this'));
  return (takeOneOf(cursor, PAGE) || cursor.takeWord('we', 'it')) && takeOneOf(cursor, USED)
}

const EVERYTHING: Reference = {
  ...NO_REFERENCE,
  generic: true,
  genericNoun: 'everything',
  plural: true,
  quantity: 'all',
  phrase: 'everything',
}

const ASKING: ReadonlySet<string> = wordSet('what|which|how|whats|where')

/** Questions for a value: of components, of the theme, of all that states one. */
export const valueQuestions: readonly Spoken[] = [
  { name: 'ask-value', stake: 'look', cost: -2, needs: ASKING, read: readValue },
  { name: 'ask-text', stake: 'look', cost: -2, needs: ASKING, read: readSays },
  { name: 'ask-token', stake: 'look', cost: -4, needs: ASKING, read: readToken },
  { name: 'ask-used', stake: 'look', cost: -2, needs: ASKING, read: readUsed },
]
