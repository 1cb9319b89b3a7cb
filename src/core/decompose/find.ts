import type { DocumentIndex } from '../document/document-index.ts'
import { Cursor } from './cursor.ts'
import { lex } from './lexeme.ts'
import { PLAIN } from './read/read-options.ts'
import { readReference } from './read/read-reference.ts'
import { resolveReference } from './resolve/resolve-reference.ts'
import { tokenize } from './tokenize.ts'

export interface FoundMatch {
  readonly id: string
  readonly score: number
  readonly why: string
}

/** The same resolution as in commands, as a search: what the phrase means first, then what has its words. */
export function findMatches(phrase: string, index: DocumentIndex): FoundMatch[] {
  const lexemes = lex(tokenize(phrase))
  const cursor = new Cursor(phrase, lexemes, 0, false)
  const reference = readReference(cursor, PLAIN)
  if (reference === null) return []
  const found = resolveReference(reference, { index, last: [], earlier: [], lastReference: null, mentioned: new Set(), made: null })
  if (found.ok) return found.value.targets.flatMap((target) => (typeof target === 'string' ? [{ id: target, score: 1, why: found.value.why }] : []))
  return found.error.candidates.map((id) => ({ id, score: 0.5, why: found.error.message }))
}

