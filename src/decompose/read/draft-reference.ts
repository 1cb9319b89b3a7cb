import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'

/** A reference while it is read. */
export type DraftReference = {
  -readonly [K in keyof Reference]: Reference[K] extends readonly (infer T)[] ? T[] : Reference[K]
}

/** A reference that says nothing yet. */
export function draftReference(): DraftReference {
  return { ...NO_REFERENCE, ordinals: [], names: [], filters: [], relations: [], except: [], parts: [] }
}

/** Whether anything was said that can pick out a component. */
export function saysSomething(draft: DraftReference): boolean {
  return (
    draft.id !== null ||
    draft.quoted !== null ||
    draft.types !== null ||
    draft.role !== null ||
    draft.generic ||
    draft.pronoun !== null ||
    draft.names.some((name) => !name.startsWith('?')) ||
    draft.ordinals.length > 0 ||
    draft.quantity !== null ||
    draft.superlative !== null ||
    draft.parity !== null ||
    draft.take !== null ||
    draft.filters.length > 0
  )
}

/** Whether a noun or name was read. */
export function hasNoun(draft: DraftReference): boolean {
  return draft.types !== null || draft.names.length > 0 || draft.generic
}

/** Whether a noun, name, ordinal or quantity was read. */
export function hasAnything(draft: DraftReference): boolean {
  return hasNoun(draft) || draft.ordinals.length > 0 || draft.quantity !== null
}

/** In the looser reading the noun was only the first word of a name: "the photo strip". */
export function demoteNoun(draft: DraftReference): boolean {
  if (draft.noun === null) return false
  draft.names.push(...draft.noun.split(' '))
  draft.types = null
  draft.role = null
  draft.noun = null
  return true
}
