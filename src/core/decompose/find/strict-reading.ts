import type { DocumentIndex } from '../../document/document-index.ts'
import { Cursor } from '../cursor.ts'
import { lex } from '../lexeme.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Reference } from '../reference.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import { tokenize } from '../tokenize.ts'

/** What a command would mean by the phrase. */
export interface StrictReading {
  readonly ids: readonly string[]
  readonly why: string
  /**
   * Names, types and the tree alone decide. On a flat capture of a screen, sides and distances are estimates: there the
   * reading is good evidence, no more.
   */
  readonly isCertain: boolean
}

/** The commands' own reading of the whole phrase; null where they have none, or find nothing. */
export function readStrictly(phrase: string, index: DocumentIndex): StrictReading | null {
  const cursor = new Cursor(phrase, lex(tokenize(phrase)), 0, false)
  const reference = readReference(cursor, PLAIN)
  if (reference === null || !cursor.atEnd) return null
  const found = resolveReference(reference, {
    index,
    last: [],
    earlier: new Set(),
    lastReference: null,
    mentioned: new Set(),
    made: null,
  })
  if (!found.ok) return null
  const ids = found.value.targets.filter((target) => typeof target === 'string')
  if (ids.length === 0) return null
  return { ids, why: found.value.why, isCertain: isNested(index) || !usesPlace(reference) }
}

function isNested(index: DocumentIndex): boolean {
  return index.top.length < index.size
}

function usesPlace({ ordinals, take, parity, superlative, relations, parts }: Reference): boolean {
  return (
    ordinals.length > 0 ||
    take !== null ||
    parity !== null ||
    superlative !== null ||
    relations.length > 0 ||
    parts.some(usesPlace)
  )
}
