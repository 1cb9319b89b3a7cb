import type { Cursor } from '../cursor.ts'
import type { DraftReference } from './draft-reference.ts'
import { filterOf } from './filter-of.ts'
import { nounFollows } from './noun-words.ts'

/** Adjectives, places and words of other classes that stand before a noun still to come. */
export function takeModifier(cursor: Cursor, draft: DraftReference): boolean {
  const { senses, word } = cursor.peek()
  if (draft.types !== null || draft.pronoun !== null || draft.generic || !nounFollows(cursor, 1)) return false
  const filter = filterOf(senses)
  if (filter !== null && !isBetween(draft)) {
    draft.filters.push(filter)
    draft.names.push(`?${word}`)
    return true
  }
  if (senses.side !== undefined && senses.relation === undefined) {
    draft.relations.push({ kind: 'side', sides: [senses.side], within: null })
    return true
  }
  if (senses.ordinal !== undefined) {
    draft.ordinals.push(senses.ordinal)
    return true
  }
  if (senses.quantity === 'other' || senses.quantity === 'others') {
    draft.quantity = senses.quantity
    return true
  }
  if (senses.superlative !== undefined) {
    draft.superlative = senses.superlative
    return true
  }
  const names =
    senses.verb !== undefined ||
    senses.filler === true ||
    senses.vague === true ||
    senses.property !== undefined ||
    senses.token !== undefined ||
    filter !== null ||
    senses.degree !== undefined ||
    senses.number !== undefined ||
    senses.frame === true
  if (
    !names ||
    (senses.property !== undefined &&
      senses.types === undefined &&
      senses.verb === undefined &&
      !draft.names.length &&
      cursor.peek(1).senses.types === undefined)
  )
    return false
  draft.names.push(...word.split(' '))
  return true
}

function isBetween(draft: DraftReference): boolean {
  return draft.names.some((name) => !name.startsWith('?'))
}
