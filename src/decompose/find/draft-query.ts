import { splitWords } from '../../document/words.ts'
import type { SideName } from '../lexicon/senses.ts'
import { conceptOf } from './icon-concepts.ts'
import { isNaming } from './noun-kinds.ts'
import type { NounKind } from './noun-kinds.ts'
import type { QueryRelation, Unit } from './query.ts'

/** A query while it is read. */
export interface DraftQuery {
  readonly units: Unit[]
  kind: NounKind | null
  readonly typeWords: string[]
  ordinal: number | null
  readonly from: SideName[]
  readonly sides: SideName[]
  row: number | null
  column: number | null
  readonly relations: QueryRelation[]
}

/** How a look ("blue", "round") counts beside a name: most documents do not say it. */
export const LOOK_WEIGHT = 0.2
/** A noun that is not the head: "button share this app". */
const NOUN_WEIGHT = 0.3

export function draftQuery(): DraftQuery {
  return {
    units: [],
    kind: null,
    typeWords: [],
    ordinal: null,
    from: [],
    sides: [],
    row: null,
    column: null,
    relations: [],
  }
}

export function hasHead(draft: DraftQuery): boolean {
  return draft.kind !== null || draft.units.length > 0
}

export function isEmpty(draft: DraftQuery): boolean {
  return !hasHead(draft) && draft.ordinal === null && draft.relations.length === 0
}

export function addWords(draft: DraftQuery, words: readonly string[], weight: number = 1): void {
  // Documents have letters and digits apart: "5y" is 5 y there.
  draft.units.push({ words: words.flatMap(splitWords), concept: null, isSaid: false, weight })
}

/** In a row of nouns the last one is the thing: "image button"; one that stands apart is a name: "button share link". */
export function addKind(draft: DraftQuery, kind: NounKind, words: readonly string[], follows: boolean): void {
  draft.typeWords.push(...words)
  const noun = words.join(' ')
  const isFirst = draft.kind === null
  if (isFirst || follows) draft.kind = kind
  if (isNaming(noun)) draft.units.push({ words, concept: conceptOf(noun) ?? null, isSaid: false, weight: 1 })
  else if (!isFirst && !follows) addWords(draft, words, NOUN_WEIGHT)
}
