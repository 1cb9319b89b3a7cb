import type { ComparedVariant } from '../alternate.ts'
import type { Measured } from '../measure.ts'
import type { Reliability } from '../reliability/checks.ts'
import type { FuzzResults, MemoryResults, RecoveryResults, ReliabilityResults, Results } from '../results.ts'
import { duration } from './markdown.ts'

/** What the page quotes. */
export interface References {
  readonly bench: Results
  readonly memory: MemoryResults
  readonly reliability: ReliabilityResults
  readonly fuzz: FuzzResults
  readonly recovery: RecoveryResults
}

/** Finds figures by name. What is not there is an error: the page must not quote what no run has shown. */
export class Figures {
  readonly references: References
  readonly #scenarios: ReadonlyMap<string, Measured>

  constructor(references: References) {
    this.references = references
    this.#scenarios = new Map(references.bench.scenarios.map((entry) => [entry.name, entry]))
  }

  /** @throws Error when the run has no such scenario */
  scenario(name: string): Measured {
    return known(this.#scenarios.get(name), name)
  }

  /** The slowest of some scenarios at a percentile. */
  slowest(names: readonly string[], percentile: 'p50' | 'p95' | 'p99'): string {
    return duration(Math.max(...names.map((name) => this.scenario(name).total[percentile])))
  }

  variant(comparison: string, name: string): ComparedVariant {
    const found = this.references.bench.comparisons.find((entry) => entry.name === comparison)
    return known(
      found?.variants.find((variant) => variant.name === name),
      `${comparison}, ${name}`,
    )
  }

  /** @param words that only one check has in its description */
  check(words: string): Reliability {
    return known(
      this.references.reliability.checks.find(({ what }) => what.includes(words)),
      words,
    )
  }
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new Error(`the reference run has no figure for ${what}; npm run bench makes it`)
  return value
}
