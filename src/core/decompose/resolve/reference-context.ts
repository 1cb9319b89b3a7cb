import type { Target } from '../../command/step.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { Reference } from '../reference.ts'

/** What earlier clauses of the same command spoke of. */
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
  /** What is deleted, moved or hidden is the whole that is called so: "step 3" is its card, not the label in it. */
  readonly wholes?: boolean
}

/** What a noun phrase means: existing components, or what an earlier step makes. */
export interface Resolution {
  readonly targets: readonly Target[]
  /** How they were found, in words. */
  readonly why: string
}
