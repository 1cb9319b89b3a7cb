import type { Target } from '../../command/step.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { Reference } from '../reference.ts'

/**
 * Which component a name stands for where no noun says it. "Team" is the letters of a title, the title, the field beside a
 * label of that name, the card that the title heads, or the section: a frame knows which of them it can work on.
 */
export type Rung = 'own text' | 'self' | 'control' | 'unit' | 'section'

/** What a mistake would cost: the dearer, the clearer a name must be. */
export type Stake = 'look' | 'text' | 'structure' | 'destroy'

/** What a wish wants of its components, and what earlier clauses of the same command spoke of. */
export interface ReferenceContext {
  readonly index: DocumentIndex
  /** What "it" is: the targets of the clause before. */
  readonly last: readonly Target[]
  /** The targets of all clauses before, each once, in the order they were last spoken of. */
  readonly earlier: ReadonlySet<Target>
  readonly lastReference: Reference | null
  /** Ids that clauses before acted on. */
  readonly mentioned: ReadonlySet<string>
  /** The step that last made something. */
  readonly made: number | null
  /** `self` where it is left out. */
  readonly wants?: Rung
  /** `look` where it is left out. */
  readonly stake?: Stake
  /** A part without a component of its own may be meant: "the label inside its pill". The wish must then mind `part`. */
  readonly takesParts?: boolean
  /** Something is to be found inside of it: what holds nothing is not meant where something does. */
  readonly isHolder?: boolean
}

/** What a noun phrase means: existing components, or what an earlier step makes. */
export interface Resolution {
  readonly targets: readonly Target[]
  /** How they were found, in words. */
  readonly why: string
  /** Only this part of the targets is meant: they have no component for it. */
  readonly part: PropertyName | null
}

/** The context of a phrase inside a phrase: nothing is done with what it means, and what is to hold a thing is a whole. */
export function asAnchor(context: ReferenceContext, isHolder: boolean): ReferenceContext {
  return { ...context, wants: isHolder ? 'unit' : 'self', stake: 'look', isHolder }
}
