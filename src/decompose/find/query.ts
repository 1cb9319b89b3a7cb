import type { PlaceName } from '../resolve/relation-cost.ts'
import type { SideName } from '../lexicon/senses.ts'
import type { IconConcept } from './icon-concepts.ts'
import type { NounKind } from './noun-kinds.ts'

/** A word of the phrase, or several that mean one thing: "three dots", a text of the screen said in full. */
export interface Unit {
  /** Stemmed. */
  readonly words: readonly string[]
  readonly concept: IconConcept | null
  /** Some component says exactly these words. */
  readonly isSaid: boolean
  /** How much it counts beside the others, before the document's own word frequencies. */
  readonly weight: number
}

export type QueryRelationName = PlaceName

export interface QueryRelation {
  readonly name: QueryRelationName
  readonly anchor: Query
  /** For "between". */
  readonly other: Query | null
}

/** What a phrase says of the component it means, read tolerantly: nothing in it has to fit. */
export interface Query {
  readonly units: readonly Unit[]
  readonly kind: NounKind | null
  /** Words of the document's own types: "product card". */
  readonly typeWords: readonly string[]
  /** 1 is the first, -1 the last. */
  readonly ordinal: number | null
  /** Where the counting begins: "the 3rd from the bottom". */
  readonly from: readonly SideName[]
  readonly sides: readonly SideName[]
  readonly row: number | null
  readonly column: number | null
  readonly relations: readonly QueryRelation[]
}
