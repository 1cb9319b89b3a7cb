import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { takeOneOf, takePhrase } from '../../decompose/read/words-ahead.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { askedBy, askedOf } from '../lexicon/question-words.ts'
import type { Spoken } from './frame.ts'
import { isEnd, readThing, wordSet } from './words.ts'

const UNDO: ReadonlyMap<string, true> = new Map(
  'undo|revert|take back|roll back|rollback|go back|step back|reverse|undo back|put back|change back|put it back|change it back|bring it back|take it back|turn it back|set it back|switch it back|put that back|change that back|undo it all'
    .split('|')
    .map((words) => [words, true] as const),
)

const CHANGES: ReadonlySet<string> = wordSet(
  'change|changes|edit|edits|step|steps|command|commands|action|actions|thing|things|one|ones|move|moves|update|updates|modification|modifications|times|time|version|state|request|requests|of them',
)

const BEFORE: ReadonlySet<string> = wordSet(
  'last|previous|latest|most recent|recent|preceding|earlier|former|final|very last|my|prior',
)

const THAT: ReadonlySet<string> = wordSet('that|this|it|everything|all|these|them|those')

/** A number of steps: "two", "3", "a couple of". */
function takeCount(cursor: Cursor): number | null {
  const { token, senses } = cursor.peek()
  const value = token.kind === 'number' && token.unit === undefined ? token.value : senses.number
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > 100) return null
  cursor.at++
  return value
}

/** "undo that", "undo the last two changes", "go back to the previous version", "go back 2 steps", "redo". */
function readTravel(cursor: Cursor): Wish | null {
  const isRedo = cursor.takeWord('redo', 'reapply') || takeRedo(cursor)
  if (!isRedo && takePhrase(cursor, UNDO) === null) return null
  const isThat = takeOneOf(cursor, THAT) && isEnd(cursor)
  let count = 1
  if (!isThat) {
    while (
      cursor.take('to') ||
      cursor.take('the') ||
      cursor.take('by') ||
      cursor.take('a') ||
      takeOneOf(cursor, BEFORE)
    );
    const isOrdinal = cursor.senses.ordinal === -1
    if (isOrdinal) cursor.at++
    count = takeCount(cursor) ?? 1
    takeOneOf(cursor, BEFORE)
    if (takePhrase(cursor, WAY) === null) {
      takeOneOf(cursor, CHANGES)
      cursor.attempt((c) => (c.takeWord('i made', 'you made', 'we made', 'you did', 'i did') ? true : null))
      takePhrase(cursor, MADE)
    }
  }
  cursor.takeWord('again')
  return isEnd(cursor)
    ? {
        kind: 'deed',
        deed: { kind: 'history', action: isRedo ? 'redo' : 'undo', ...(count === 1 ? {} : { count }) },
      }
    : null
}

function takeRedo(cursor: Cursor): boolean {
  return takePhrase(cursor, REDO) !== null
}

const REDO: ReadonlyMap<string, true> = new Map([
  ['undo the undo', true],
  ['go forward', true],
  ['step forward', true],
  ['do it again', true],
])

const WAY: ReadonlyMap<string, true> = new Map(
  'way it was|how it was|what it was|the way it was|how it was before|the way it was before|way it was before|what it was before|where it was|where it was before|as it was|like it was|like before|as before|way they were|how they were'
    .split('|')
    .map((words) => [words, true] as const),
)

const MADE: ReadonlyMap<string, true> = new Map(
  'you made|i made|we made|you did|i did|you just made|you just did|before|before that|before this'
    .split('|')
    .map((words) => [words, true] as const),
)

const TAKE_BACK: ReadonlyMap<string, true> = new Map(
  'undo|revert|take back|roll back|rollback|reverse'.split('|').map((words) => [words, true] as const),
)

const WHAT: ReadonlySet<string> = wordSet(
  'change|changes|edit|edits|color|colour|update|updates|modification|modifications|style|move|resize|deletion',
)

/** "undo the footer change", "revert the changes to the header". */
function readUndoChange(cursor: Cursor): Wish | null {
  if (takePhrase(cursor, TAKE_BACK) === null) return null
  const led = cursor.attempt((c) => {
    while (c.take('the') || takeOneOf(c, BEFORE) || takeOneOf(c, LAST));
    if (!takeOneOf(c, WHAT)) return null
    return c.take('to') || c.takeWord('of', 'on', 'in', 'for') || c.takeWord('i made to', 'you made to')
      ? true
      : null
  })
  const target = readThing(cursor)
  if (target === null || target.pronoun !== null) return null
  const behind = takeOneOf(cursor, WHAT)
  if (cursor.peek().token.kind === 'possessive') return null
  return isEnd(cursor) && (led !== null || behind || target.types !== null || target.said !== null)
    ? { kind: 'act', target, act: { kind: 'undo-change' } }
    : null
}

const LAST: ReadonlySet<string> = wordSet('last')
const RESTORE: ReadonlyMap<string, true> = new Map(
  'restore|bring back|put back|go back to|give back|reset to|return to|revert to|use|get back'
    .split('|')
    .map((words) => [words, true] as const),
)
const OLD: ReadonlySet<string> = wordSet('old|previous|former|original|earlier|prior|last')

/** What a noun shows: "the old hero image" is its address, "the old title" its text. */
const SHOWN: ReadonlyMap<string, PropertyName> = new Map([
  ['image', 'imageUrl'],
  ['picture', 'imageUrl'],
  ['photo', 'imageUrl'],
  ['text', 'text'],
  ['title', 'text'],
  ['heading', 'text'],
  ['headline', 'text'],
  ['subtitle', 'text'],
  ['label', 'text'],
  ['copy', 'text'],
  ['wording', 'text'],
  ['price', 'price'],
])

/** "restore the old hero image", "bring back the previous color of the header". */
function readRestore(cursor: Cursor): Wish | null {
  if (takePhrase(cursor, RESTORE) === null) return null
  cursor.take('the')
  if (!takeOneOf(cursor, OLD)) return null
  const named = cursor.attempt((c) => {
    const { senses, word } = c.peek()
    const list = askedBy.get(word) ?? (senses.property === undefined ? null : askedOf(senses.property))
    if (list === null) return null
    c.at++
    if (c.senses.relation !== 'of' && !c.takeWord('for', 'on')) return null
    if (c.senses.relation === 'of') c.at++
    const target = readThing(c)
    return target === null ? null : { target, property: list[0]! }
  })
  const found =
    named ??
    cursor.attempt((c) => {
      const target = readThing(c)
      if (target === null) return null
      const list = askedBy.get(c.peek().word) ?? null
      if (list !== null) {
        c.at++
        return { target, property: list[0]! }
      }
      const property = SHOWN.get(target.noun ?? '')
      return property === undefined ? null : { target, property }
    })
  return found !== null && isEnd(cursor)
    ? { kind: 'act', target: found.target, act: { kind: 'restore', property: found.property } }
    : null
}

const HISTORY: ReadonlySet<string> = wordSet(
  'undo|revert|back|rollback|reverse|redo|reapply|forward|again|restore|old|previous|former|original|earlier',
)

/** What an earlier command did, taken back, done again or looked up. */
export const history: readonly Spoken[] = [
  { name: 'travel', stake: 'look', cost: -3, needs: HISTORY, read: readTravel },
  { name: 'undo-change', stake: 'look', cost: 0, needs: HISTORY, read: readUndoChange },
  { name: 'restore', stake: 'look', cost: -2, needs: HISTORY, read: readRestore },
]
