import { Histogram } from 'blueprint-command-engine/base'
import type { HistogramSummary } from 'blueprint-command-engine/base'
import { STAGES } from 'blueprint-command-engine'
import type { CommandRecord } from '@blueprint-engine/telemetry'

const MAX_BINS = 240
const SLOWEST = 10
const MAX_NAMES = 1000
/** Powers of two, 1 us to 65 ms. */
const EDGES_MICROS: readonly number[] = Array.from({ length: 17 }, (_, k) => 2 ** k)

type Counts = Readonly<Record<string, number>>

/** What the dashboard shows, and what `--json` prints. Times of stages in microseconds. */
export interface DashboardData {
  readonly commands: number
  readonly from: string | null
  readonly to: string | null
  readonly skippedLines: number
  readonly outcomes: Counts
  readonly cache: Counts
  /** Hits among the lookups, 0..1; null if there was none. */
  readonly cacheHitRate: number | null
  readonly corrected: number
  readonly intents: Counts
  readonly issues: Counts
  readonly stages: readonly {
    readonly stage: string
    readonly summary: HistogramSummary
    /** Commands that took at most 2^k microseconds, k from 0, without those of the edge before. */
    readonly buckets: readonly number[]
  }[]
  readonly bucketEdges: readonly number[]
  readonly throughput: {
    readonly binSeconds: number
    readonly bins: readonly { readonly start: string; readonly commands: number; readonly refused: number }[]
  }
  readonly slowest: readonly {
    readonly command: string | null
    readonly outcome: string
    readonly time: string
    readonly totalMicros: number
  }[]
}

/** Sums up records one by one: O(1) memory in their number. */
export class DashboardSummary {
  readonly #outcomes = new Map<string, number>()
  readonly #cache = new Map<string, number>()
  readonly #intents = new Map<string, number>()
  readonly #issues = new Map<string, number>()
  readonly #stages = STAGES.map((stage) => ({ stage, histogram: new Histogram() }))
  #bins = new Map<number, { commands: number; refused: number }>()
  #binSeconds = 1
  #slowest: CommandRecord[] = []
  #commands = 0
  #skipped = 0
  #corrected = 0
  #from = Infinity
  #to = -Infinity

  skip(): void {
    this.#skipped++
  }

  add(record: CommandRecord): void {
    this.#commands++
    count(this.#outcomes, record.outcome)
    count(this.#cache, record.cache)
    for (const intent of record.intents) count(this.#intents, intent)
    for (const issue of record.issues) count(this.#issues, issue)
    if (record.corrections > 0 && record.outcome === 'applied') this.#corrected++
    for (const { stage, histogram } of this.#stages) histogram.record(record.timings[stage])
    this.#addToBin(Date.parse(record.time), record.outcome !== 'applied')
    this.#addToSlowest(record)
  }

  data(): DashboardData {
    const hits = this.#cache.get('hit') ?? 0
    const lookups = hits + (this.#cache.get('miss') ?? 0)
    return {
      commands: this.#commands,
      from: this.#commands === 0 ? null : new Date(this.#from).toISOString(),
      to: this.#commands === 0 ? null : new Date(this.#to).toISOString(),
      skippedLines: this.#skipped,
      outcomes: sorted(this.#outcomes),
      cache: sorted(this.#cache),
      cacheHitRate: lookups === 0 ? null : hits / lookups,
      corrected: this.#corrected,
      intents: sorted(this.#intents),
      issues: sorted(this.#issues),
      stages: this.#stages.map(({ stage, histogram }) => ({
        stage,
        summary: histogram.summary(),
        buckets: EDGES_MICROS.map(
          (edge, k) =>
            histogram.countBelow(edge) - (k === 0 ? 0 : histogram.countBelow(EDGES_MICROS[k - 1]!)),
        ),
      })),
      bucketEdges: EDGES_MICROS,
      throughput: { binSeconds: this.#binSeconds, bins: this.#filledBins() },
      slowest: this.#slowest.map(({ command, outcome, time, timings }) => ({
        command,
        outcome,
        time,
        totalMicros: timings.total,
      })),
    }
  }

  #addToBin(timeMs: number, isRefused: boolean): void {
    this.#from = Math.min(this.#from, timeMs)
    this.#to = Math.max(this.#to, timeMs)
    while ((this.#to - this.#from) / 1000 / this.#binSeconds >= MAX_BINS) this.#halveBins()
    const position = Math.floor(timeMs / 1000 / this.#binSeconds)
    const bin = this.#bins.get(position) ?? { commands: 0, refused: 0 }
    bin.commands++
    if (isRefused) bin.refused++
    this.#bins.set(position, bin)
  }

  /** Bins of twice the width. */
  #halveBins(): void {
    const wider = new Map<number, { commands: number; refused: number }>()
    for (const [position, { commands, refused }] of this.#bins) {
      const bin = wider.get(Math.floor(position / 2)) ?? { commands: 0, refused: 0 }
      wider.set(Math.floor(position / 2), {
        commands: bin.commands + commands,
        refused: bin.refused + refused,
      })
    }
    this.#bins = wider
    this.#binSeconds *= 2
  }

  /** From the first to the last, with the empty ones between. */
  #filledBins(): DashboardData['throughput']['bins'] {
    const positions = [...this.#bins.keys()]
    const first = Math.min(...positions)
    const length = positions.length === 0 ? 0 : Math.max(...positions) - first + 1
    return Array.from({ length }, (_, i) => ({
      start: new Date((first + i) * this.#binSeconds * 1000).toISOString(),
      ...(this.#bins.get(first + i) ?? { commands: 0, refused: 0 }),
    }))
  }

  #addToSlowest(record: CommandRecord): void {
    const last = this.#slowest[SLOWEST - 1]
    if (last !== undefined && last.timings.total >= record.timings.total) return
    this.#slowest = [...this.#slowest, record]
      .sort((a, b) => b.timings.total - a.timings.total)
      .slice(0, SLOWEST)
  }
}

/** A file of any origin cannot fill the memory with names: those beyond the first 1,000 are counted together. */
function count(counts: Map<string, number>, name: string): void {
  const key = counts.has(name) || counts.size < MAX_NAMES ? name.slice(0, 200) : 'others'
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Most frequent first, then by name. */
function sorted(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
}
