import { Histogram } from '../base/histogram.ts'
import type { HistogramSummary } from '../base/histogram.ts'
import type { Status, Timings } from './answer.ts'
import { RecoveryStatistics } from './recovery/recovery-statistics.ts'
import type { RecoveryStats } from './recovery/recovery-statistics.ts'

export interface EngineStats {
  readonly cache: { readonly hits: number; readonly misses: number; readonly size: number }
  /** Microseconds. */
  readonly stages: { readonly [Stage in keyof Timings]: HistogramSummary }
  readonly outcomes: { readonly [S in Status]: number }
  /** How errors were dealt with. */
  readonly recovery: RecoveryStats
  /** Exceptions thrown by observers; they reach nobody else. */
  readonly observerErrors: number
}

const STAGES = ['decompose', 'execute', 'verify', 'serialize', 'total'] as const

/** Counts what an engine does: outcomes and the time of each stage. */
export class Statistics {
  readonly #histograms: Readonly<Record<(typeof STAGES)[number], Histogram>> = {
    decompose: new Histogram(),
    execute: new Histogram(),
    verify: new Histogram(),
    serialize: new Histogram(),
    total: new Histogram(),
  }
  readonly recovery: RecoveryStatistics = new RecoveryStatistics()
  readonly #outcomes: Record<Status, number> = {
    applied: 0,
    partial: 0,
    clarify: 0,
    rejected: 0,
    answered: 0,
  }

  count(status: Status, timings: Timings): void {
    this.#outcomes[status]++
    for (const stage of STAGES) this.#histograms[stage].record(timings[stage])
  }

  summary(cache: EngineStats['cache'], observerErrors: number): EngineStats {
    const { decompose, execute, verify, serialize, total } = this.#histograms
    const stages = {
      decompose: decompose.summary(),
      execute: execute.summary(),
      verify: verify.summary(),
      serialize: serialize.summary(),
      total: total.summary(),
    }
    return {
      cache,
      stages,
      outcomes: { ...this.#outcomes },
      recovery: this.recovery.summary(),
      observerErrors,
    }
  }
}
