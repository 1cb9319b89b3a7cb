import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'

/** A reference while it is read. */
export type DraftReference = { -readonly [K in keyof Reference]: Reference[K] extends readonly (infer T)[] ? T[] : Reference[K] }

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
    draft.take !== null
  )
}
