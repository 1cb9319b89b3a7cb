import type { Result } from '../../base/result.ts'
import type { Step, Target } from '../../command/step.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { Wish } from '../clause.ts'
import type { Reference } from '../reference.ts'
import type { ReferenceContext } from '../resolve/reference-context.ts'
import type { ReferenceFailure } from '../resolve/reference-failure.ts'

/** Why a wish means nothing, or too much, in a document. */
export type LowerFailure =
  | ReferenceFailure
  | {
      readonly code: 'not-understood' | 'value-missing' | 'reference-ambiguous'
      readonly message: string
      readonly reference: Reference | null
      readonly candidates: readonly string[]
    }

/** The elementary steps of a wish in a document. */
export interface Lowered {
  readonly steps: readonly Step[]
  readonly targets: readonly Target[]
  readonly why: string
  /** What "one" and "the other" of the next clause go by. */
  readonly reference: Reference | null
  /** Position among `steps` of the one that makes something, -1 where none does. */
  readonly makes: number
}

/** What a wish is resolved against. */
export interface LowerContext extends ReferenceContext {
  readonly transaction: Transaction
  readonly before: Wish | null
  /** Position in the whole command of the first step that this wish becomes. */
  readonly firstStep: number
  readonly typeOfMade: (madeBy: number) => string | null
}

/** The steps of a wish, or why there are none. */
export type Lowering = Result<Lowered, LowerFailure>
