import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AblationRow } from './ablation-report.ts'
import type { Compared } from './alternate.ts'
import type { Environment } from './environment.ts'
import type { Measured } from './measure.ts'
import type { Verdict } from './targets.ts'

/** What a run leaves; `npm run phase` quotes it. Times in microseconds. */
export interface Results {
  readonly environment: Environment
  readonly mode: 'quick' | 'full'
  readonly scenarios: readonly Measured[]
  readonly comparisons: readonly Compared[]
  readonly ablation: readonly AblationRow[]
  readonly traceBytes: readonly { readonly steps: number; readonly plain: number; readonly packed: number }[]
  readonly targets: readonly Verdict[]
}

export const LATEST = 'bench/results/latest.json'

export function writeResults(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}

/** @throws Error when the file is not what a run wrote. */
export function readResults(file: string): Results {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null || !('scenarios' in read) || !Array.isArray(read.scenarios))
    throw new Error(`expected the results of a run of the bench in ${file}`)
  // The rest is trusted: the bench wrote it.
  return read as Results
}
