import { median } from 'simple-statistics'
import { significantAmong } from './statistics/false-discovery.ts'
import { permutationTest } from './statistics/permutation-test.ts'

/** One run of the bench: what its JSON says that a history needs. Times in microseconds. */
export interface BenchRun {
  readonly file: string
  readonly commit: string
  readonly date: string
  /** Median of each scenario. */
  readonly medians: Readonly<Record<string, number>>
}

export type BenchVerdict = 'slower' | 'faster' | 'unchanged' | 'insufficient data' | 'new'

export interface ScenarioHistory {
  readonly name: string
  /** Median of the medians at the commit before the latest; null if it was not measured. */
  readonly before: number | null
  readonly latest: number
  /** latest / before. */
  readonly ratio: number | null
  /** Of the permutation test; null if there are too few runs. */
  readonly probability: number | null
  readonly verdict: BenchVerdict
}

export interface BenchHistory {
  /** Oldest first. */
  readonly commits: readonly {
    readonly commit: string
    readonly date: string
    readonly runs: number
    readonly medians: Readonly<Record<string, number>>
  }[]
  readonly scenarios: readonly ScenarioHistory[]
  readonly regressions: readonly string[]
}

export interface HistoryOptions {
  /** Expected share of false findings; default 0.05. */
  readonly level?: number
  /** A smaller change of the median is not reported, however certain; default 1.05. */
  readonly minRatio?: number
  /** Fewer runs of a commit than this say nothing; default 5: with 5 against 5 the smallest probability is 0.008. */
  readonly minRuns?: number
}

/**
 * The latest commit against the one before it, scenario by scenario. Runs are what is compared, not samples within a
 * run: machines drift between runs more than within one.
 */
export function benchHistory(runs: readonly BenchRun[], options: HistoryOptions = {}): BenchHistory {
  const { level = 0.05, minRatio = 1.05, minRuns = 5 } = options
  const byCommit = new Map<string, BenchRun[]>()
  for (const run of [...runs].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const known = byCommit.get(run.commit)
    if (known === undefined) byCommit.set(run.commit, [run])
    else known.push(run)
  }
  const groups = [...byCommit.values()]
  const latest = groups.at(-1) ?? []
  const before = groups.at(-2) ?? []
  const compared = namesOf(latest).map((name) => {
    const first = valuesOf(before, name)
    const second = valuesOf(latest, name)
    const isEnough = first.length >= minRuns && second.length >= minRuns
    return { name, first, second, probability: isEnough ? permutationTest(first, second) : null }
  })
  const tested = compared.filter(({ probability }) => probability !== null)
  const holds = significantAmong(
    tested.map(({ probability }) => probability!),
    level,
  )
  const significant = new Set(tested.filter((_, i) => holds[i]).map(({ name }) => name))
  const scenarios = compared.map(({ name, first, second, probability }): ScenarioHistory => {
    const from = first.length === 0 ? null : median(first)
    const to = median(second)
    const ratio = from === null ? null : to / from
    return {
      name,
      before: from,
      latest: to,
      ratio,
      probability,
      verdict:
        ratio === null
          ? 'new'
          : probability === null
            ? 'insufficient data'
            : !significant.has(name) || Math.max(ratio, 1 / ratio) < minRatio
              ? 'unchanged'
              : ratio > 1
                ? 'slower'
                : 'faster',
    }
  })
  return {
    commits: groups.map((group) => ({
      commit: group[0]!.commit,
      date: group[0]!.date,
      runs: group.length,
      medians: Object.fromEntries(namesOf(group).map((name) => [name, median(valuesOf(group, name))])),
    })),
    scenarios,
    regressions: scenarios.filter(({ verdict }) => verdict === 'slower').map(({ name }) => name),
  }
}

function namesOf(runs: readonly BenchRun[]): readonly string[] {
  return [...new Set(runs.flatMap(({ medians }) => Object.keys(medians)))]
}

function valuesOf(runs: readonly BenchRun[], name: string): readonly number[] {
  return runs.flatMap(({ medians }) => (Object.hasOwn(medians, name) ? [medians[name]!] : []))
}
