import type { Cursor } from '../cursor.ts'
import type { Reference } from '../reference.ts'
import type { DraftReference } from './draft-reference.ts'
import { draftReference, hasNoun, saysSomething } from './draft-reference.ts'
import { readBeforeNoun } from './read-before-noun.ts'
import { readModifiers } from './read-modifiers.ts'
import { readNoun } from './read-noun.ts'
import type { ReadOptions } from './read-options.ts'

/** Reads one noun phrase with all that describes it. */
export function readSingle(cursor: Cursor, options: ReadOptions): Reference | null {
  if (cursor.nounPhrase !== null) return cursor.nounPhrase(cursor, options, false)
  const begin = cursor.at
  const draft = draftReference()
  draft.start = cursor.peek().start
  readBeforeNoun(cursor, draft)
  const isPronoun = draft.pronoun !== null
  if (!isPronoun) readNoun(cursor, draft)
  if (cursor.at === begin || !saysSomething(draft)) {
    cursor.at = begin
    return null
  }
  settle(cursor, draft)
  if (draft.quantity === 'both' && isBareQuantity(draft)) draft.pronoun = 'them'
  if (!isPronoun || cursor.senses.grammar === 'except') readModifiers(cursor, draft, options, readSingle)
  settle(cursor, draft)
  if (draft.genericNoun === 'thing' && isBareThing(draft)) draft.pronoun = 'it'
  return draft
}

/** "both" alone: the two spoken of before. */
function isBareQuantity(draft: DraftReference): boolean {
  return draft.pronoun === null && !hasNoun(draft) && draft.quoted === null && draft.ordinals.length === 0
}

/** "the thing" and no more is what was spoken of. */
function isBareThing(draft: DraftReference): boolean {
  return (
    draft.names.length === 0 &&
    draft.filters.length === 0 &&
    draft.relations.length === 0 &&
    draft.ordinals.length === 0 &&
    draft.quantity === null &&
    draft.superlative === null &&
    draft.quoted === null &&
    !draft.indefinite
  )
}

function settle(cursor: Cursor, draft: { start: number; end: number; phrase: string }): void {
  draft.end = cursor.peek(-1).end
  draft.phrase = cursor.text.slice(draft.start, draft.end)
}
