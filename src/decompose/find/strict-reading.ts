import { blankTypes } from '../../document/component-kinds.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import { nameWords } from '../../document/name-words.ts'
import type { Reference, SaidName } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import { bearersOf } from '../resolve/bearers.ts'
import { COST } from '../resolve/candidate.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'

/** What a command would mean by the phrase. */
export interface StrictReading {
  readonly ids: readonly string[]
  readonly why: string
  /**
   * Names, types and the tree alone decide. On a flat capture of a screen types, sides and distances are estimates: there
   * a reading that rests on places is good evidence, no more.
   */
  readonly isCertain: boolean
}

/** Reads the noun phrase that the words are to their end; null where they are none. */
export type ReadThing = (phrase: string, index: DocumentIndex) => Reference | null

/** The commands' own reading of the whole phrase; null where they have none, or find nothing. */
export function readStrictly(
  phrase: string,
  index: DocumentIndex,
  readThing: ReadThing,
): StrictReading | null {
  const reference = saidWhole(phrase, index) ?? readThing(phrase, index)
  if (reference === null) return null
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
  return { ids, why: found.value.why, isCertain: !isCaptured(index) || !usesPlace(reference) }
}

/** "New dates first": what the screen says word for word is a name, whatever else the words may mean. */
function saidWhole(phrase: string, index: DocumentIndex): Reference | null {
  const key = nameWords(phrase).join(' ')
  const said: SaidName = { key, how: 'whole', text: phrase }
  const isSaid = bearersOf(said, index).some(({ cost }) => cost <= COST.otherSigns)
  return isSaid ? { ...NO_REFERENCE, phrase, said } : null
}

/** A screen as a program saw it, without an order of its own. */
function isCaptured(index: DocumentIndex): boolean {
  return index.top.length === index.size && blankTypes.some((type) => index.hasType(type))
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
