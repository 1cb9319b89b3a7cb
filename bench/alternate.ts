// Comparisons: the variants take turns in one process, so that a busy moment of the machine meets all of them.
import type { Core } from './core.ts'
import { noSamples, prepare, takeSamples } from './measure.ts'
import type { Budget, Samples } from './measure.ts'
import type { Prepared } from './scenario.ts'
import { median, summarize } from './summary.ts'
import type { Summary } from './summary.ts'

/** Ways to do the same; the others are set against the first. */
export interface Comparison {
  /** `stage/case@size`. */
  readonly name: string
  readonly isQuick?: boolean
  readonly variants: readonly Variant[]
}

export interface Variant {
  readonly name: string
  prepare(core: Core): Prepared | string
}

export interface Compared {
  readonly name: string
  readonly variants: readonly ComparedVariant[]
}

export interface ComparedVariant {
  readonly name: string
  readonly total: Summary
  /**
   * How many times the first variant's lower quartile this one takes: the median over the rounds, the least and the most.
   * A busy machine makes runs slower, never faster, so the faster runs say what the code needs.
   */
  readonly ratio: number
  readonly ratioLow: number
  readonly ratioHigh: number
}

export interface Rounds {
  readonly rounds: number
  readonly warmupMs: number
  /** A variant's turn in a round. */
  readonly sliceMs: number
}

export const fullRounds: Rounds = { rounds: 7, warmupMs: 250, sliceMs: 120 }
export const quickRounds: Rounds = { rounds: 5, warmupMs: 150, sliceMs: 50 }

/** A variant that cannot run here is left out; a text says why none is left to compare. */
export function compare(comparison: Comparison, core: Core, rounds: Rounds): Compared | string {
  const ready: { readonly name: string; readonly prepared: Prepared }[] = []
  for (const variant of comparison.variants) {
    const { name } = variant
    const prepared = prepare(`${comparison.name}, ${name}`, () => variant.prepare(core))
    if (typeof prepared === 'string') return `${name}: ${prepared}`
    ready.push({ name, prepared })
  }
  const turns = takeTurns(
    ready.map(({ prepared }) => prepared),
    rounds,
  )
  return { name: comparison.name, variants: ready.map(({ name }, i) => ({ name, ...judgeTurns(turns, i) })) }
}

/** Samples by variant and round. Every other round runs in the opposite order. */
export function takeTurns(variants: readonly Prepared[], rounds: Rounds): readonly (readonly Samples[])[] {
  for (const variant of variants) takeSamples(variant, { warmupMs: rounds.warmupMs, timeMs: 1, minRuns: 1 })
  const slice: Budget = { warmupMs: 0, timeMs: rounds.sliceMs, minRuns: 3 }
  const turns: Samples[][] = variants.map(() => [])
  for (let round = 0; round < rounds.rounds; round++) {
    const order = variants.map((_, i) => i)
    for (const i of round % 2 === 0 ? order : order.reverse())
      turns[i]!.push(takeSamples(variants[i]!, slice))
  }
  return turns
}

function judgeTurns(turns: readonly (readonly Samples[])[], i: number): Omit<ComparedVariant, 'name'> {
  const quartiles = (samples: readonly Samples[]): number[] =>
    samples.map((turn) => summarize(turn.samples).p25)
  const first = quartiles(turns[0]!)
  const ratios = quartiles(turns[i]!).map((own, round) => own / first[round]!)
  return {
    total: summarize(turns[i]!.flatMap(({ samples }) => samples)),
    ratio: median(ratios),
    ratioLow: Math.min(...ratios),
    ratioHigh: Math.max(...ratios),
  }
}

/** The samples of all rounds as if they were one run. */
export function pool(turns: readonly Samples[]): Samples {
  const all = noSamples()
  for (const { samples, stages, interrupted } of turns) {
    all.interrupted += interrupted
    for (const sample of samples) all.samples.push(sample)
    for (const stage of ['decompose', 'execute', 'verify', 'serialize'] as const)
      for (const sample of stages[stage]) all.stages[stage].push(sample)
  }
  return all
}
