import type { Cursor } from '../cursor.ts'
import type { Senses } from '../lexicon/senses.ts'
import type { DraftReference } from './draft-reference.ts'
import { hasAnything } from './draft-reference.ts'
import { filterOf } from './filter-of.ts'
import { nounFollows } from './noun-words.ts'

const POLITE: ReadonlySet<string> = new Set(['please', 'pls', 'plz'])

/** Adjectives, places and words of other classes that stand before a noun still to come. */
export function takeModifier(cursor: Cursor, draft: DraftReference): boolean {
  const { senses, word } = cursor.peek()
  if (draft.types !== null || draft.pronoun !== null || draft.generic) return false
  if (!nounFollows(cursor, 1) && !isElided(cursor, draft)) return false
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
  // "after the map put new text": "new" is said of what is to be made.
  if (senses.verb !== undefined && cursor.peek(1).word === 'new') return false
  // "intro please switch": what is said to us stands in no name, unless it begins one: "please wait label".
  if (POLITE.has(word) && draft.names.length > 0 && cursor.peek().token.capital !== true) return false
  // "phone placeholder "+44"": the text is its value, not what it is called.
  if (senses.property !== undefined && draft.names.length > 0 && cursor.peek(1).token.kind === 'quoted')
    return false
  if (!mayName(senses) || isProperty(cursor, draft)) return false
  draft.names.push(...word.split(' '))
  return true
}

/** Words of other classes that a name may hold: "the sign up button", "the now playing card". */
function mayName(senses: Senses): boolean {
  return (
    senses.verb !== undefined ||
    senses.filler === true ||
    senses.vague === true ||
    senses.property !== undefined ||
    senses.token !== undefined ||
    senses.pill === true ||
    filterOf(senses) !== null ||
    senses.degree !== undefined ||
    senses.number !== undefined ||
    senses.frame === true
  )
}

/** "padding the header": a property at the beginning of a phrase is part of a name only directly before its noun. */
function isProperty(cursor: Cursor, draft: DraftReference): boolean {
  const { property, types, verb } = cursor.senses
  return (
    property !== undefined &&
    types === undefined &&
    verb === undefined &&
    draft.names.length === 0 &&
    cursor.peek(1).senses.types === undefined
  )
}

function isBetween(draft: DraftReference): boolean {
  return draft.names.some((name) => !name.startsWith('?'))
}

/** "the red and the blue button": the noun stands at the second colour. */
function isElided(cursor: Cursor, draft: DraftReference): boolean {
  return (
    filterOf(cursor.senses) !== null &&
    cursor.peek(-1).senses.grammar === 'the' &&
    !hasAnything(draft) &&
    cursor.peek(1).senses.grammar === 'and' &&
    cursor.peek(2).senses.grammar === 'the' &&
    filterOf(cursor.peek(3).senses) !== null &&
    nounFollows(cursor, 4)
  )
}
