import { median, standardDeviation } from 'simple-statistics'
import { defaultTrendOptions } from '../../../src/pure/metrics/trend.ts'
import { findChangesTogether } from '../../../src/pure/statistics/changes-together.ts'
import { largestSignificant } from '../../../src/pure/statistics/false-discovery.ts'
import { seededRandom } from '../../../src/pure/statistics/seeded-random.ts'

/** How a series changes. Lengths in batches. */
export interface PowerCase {
  readonly name: string
  readonly shape: 'step' | 'bump'
  /** 0.3: 30% more. */
  readonly shift: number
  /** Standard deviation as a share of the level. */
  readonly noise: number
  /** Share of numbers that are five times as large. */
  readonly outliers: number
  /** Series in the report; one of them changes. */
  readonly series: number
}

const LENGTH = 30

function madeSeries(random: () => number, made: Omit<PowerCase, 'name' | 'series'>): number[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const [from, to] = made.shape === 'step' ? [15, LENGTH] : [10, 20]
  return Array.from({ length: LENGTH }, (_, i) => {
    const level = 300 * (i >= from && i < to ? 1 + made.shift : 1)
    const value = level * Math.max(0.05, 1 + made.noise * normal())
    return random() < made.outliers ? value * 5 : value
  })
}

export interface Methods<T> {
  readonly report: T
  readonly mannKendall: T
  readonly pelt: T
}

/** Of `count` reports: the share in which the changed series is found, or any where none changed. */
export function measurePower(made: PowerCase, count: number, seed: number): Methods<number> {
  const random = seededRandom(seed)
  const found = { report: 0, mannKendall: 0, pelt: 0 }
  const isNull = made.shift === 0
  for (let i = 0; i < count; i += 1) {
    const all = Array.from({ length: made.series }, (_, at) =>
      madeSeries(random, at === 0 ? made : { ...made, shift: 0 }),
    )
    const looked = isNull ? all.map((_, at) => at) : [0]
    const reported = reportFindings(all)
    const trends = trendFindings(all)
    found.report += Number(looked.some((at) => reported.has(at)))
    found.mannKendall += Number(looked.some((at) => trends.has(at)))
    found.pelt += Number(looked.some((at) => peltFinds(all[at]!)))
  }
  return { report: found.report / count, mannKendall: found.mannKendall / count, pelt: found.pelt / count }
}

function reportFindings(all: readonly (readonly number[])[]): ReadonlySet<number> {
  const { level, leastEffect, seed } = defaultTrendOptions
  const isWorth = (before: number, after: number): boolean => Math.abs(after / before - 1) >= leastEffect
  const findings = findChangesTogether(
    all.map((values) => ({ values, isWorth })),
    { level, seed },
  )
  return new Set(findings.flatMap(({ holds }, at) => (holds ? [at] : [])))
}

/** Mann (1945) and Kendall: a trend that goes one way, by the normal approximation; false discoveries bounded as in the report. */
function trendFindings(all: readonly (readonly number[])[]): ReadonlySet<number> {
  const probabilities = all.map((series) => {
    let s = 0
    for (let i = 0; i < series.length; i += 1)
      for (let j = i + 1; j < series.length; j += 1) s += Math.sign(series[j]! - series[i]!)
    const n = series.length
    const z = (Math.abs(s) - 1) / Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
    return 2 * upperTail(Math.max(0, z))
  })
  const bound = largestSignificant(probabilities, defaultTrendOptions.level)
  return new Set(probabilities.flatMap((p, at) => (p <= bound ? [at] : [])))
}

/** Abramowitz and Stegun 26.2.17. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
}

/** PELT (Killick and others, 2012) for the mean, noise from the differences of neighbours, penalty 2 log n (BIC). */
function peltFinds(series: readonly number[]): boolean {
  const differences = series.slice(1).map((value, i) => value - series[i]!)
  const sigma =
    (median(differences.map((value) => Math.abs(value - median(differences)))) * 1.4826) / Math.SQRT2
  const scaled = series.map((value) => value / (sigma || standardDeviation([...series]) || 1))
  const n = scaled.length
  const penalty = 2 * Math.log(n)
  const sums = [0]
  const squares = [0]
  scaled.forEach((value, i) => {
    sums.push(sums[i]! + value)
    squares.push(squares[i]! + value * value)
  })
  const cost = (from: number, to: number): number =>
    squares[to]! - squares[from]! - (sums[to]! - sums[from]!) ** 2 / (to - from)
  const best = [-penalty]
  const changes: number[][] = [[]]
  for (let to = 1; to <= n; to += 1) {
    best[to] = Number.POSITIVE_INFINITY
    for (let from = 0; from < to; from += 1) {
      if (to - from < 3) continue
      const value = best[from]! + cost(from, to) + penalty
      if (value >= best[to]!) continue
      best[to] = value
      changes[to] = from === 0 ? [] : [...(changes[from] ?? []), from]
    }
  }
  return (changes[n] ?? []).length > 0
}
