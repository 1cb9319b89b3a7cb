import type { CorrectionKind } from '../../command/correction.ts'
import type { Status } from '../answer.ts'
import type { Processed } from '../processed.ts'

/** How the engine dealt with what went wrong. */
export interface RecoveryStats {
  /** Commands that failed as they stood. */
  readonly failed: number
  /** Of these, those that were applied in the end. */
  readonly recovered: number
  /** Of these, those that were done in part. */
  readonly partial: number
  /** Of these, those that were refused or asked about with at least one command that works. */
  readonly suggested: number
  /** Commands that were run again after a failure of the engine itself. */
  readonly retried: number
  /** Corrections that were taken, by kind, also in commands that did not fail as they stood. */
  readonly corrections: { readonly [Kind in CorrectionKind | 'clamped']: number }
}

/** Counts what recovery does. */
export class RecoveryStatistics {
  readonly #corrections: Record<CorrectionKind | 'clamped', number> = {
    spelling: 0,
    'doubled-word': 0,
    'joined-words': 0,
    'broken-word': 0,
    'word-form': 0,
    'missing-unit': 0,
    order: 0,
    clamped: 0,
  }
  #failed = 0
  #recovered = 0
  #partial = 0
  #suggested = 0
  #retried = 0

  retried(): void {
    this.#retried++
  }

  /** Takes the end of a command. */
  count(status: Status, { corrected, isClamped, hasFailed, outcome }: Processed): void {
    if (status === 'applied' || status === 'partial') {
      for (const { kind } of corrected?.corrections ?? []) this.#corrections[kind]++
      if (isClamped) this.#corrections.clamped++
    }
    if (!hasFailed) return
    this.#failed++
    if (status === 'applied') this.#recovered++
    else if (status === 'partial') this.#partial++
    else if (outcome.issues.some(({ suggestions }) => suggestions !== undefined)) this.#suggested++
  }

  summary(): RecoveryStats {
    return {
      failed: this.#failed,
      recovered: this.#recovered,
      partial: this.#partial,
      suggested: this.#suggested,
      retried: this.#retried,
      corrections: { ...this.#corrections },
    }
  }
}
