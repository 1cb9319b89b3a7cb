import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AblationRow } from './ablation-report.ts'
import type { Compared } from './alternate.ts'
import type { Environment } from './environment.ts'
import type { Measured } from './measure.ts'
import type { CacheMemory } from './memory/caches.ts'
import type { HistoryMemory } from './memory/history.ts'
import type { SessionMemory } from './memory/session.ts'
import type { RatioVerdict } from './ratio-targets.ts'
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
  readonly ratios: readonly RatioVerdict[]
}

/** What `npm run bench:memory` leaves; bytes. */
export interface MemoryResults {
  readonly environment: Environment
  readonly session: SessionMemory
  readonly history: readonly HistoryMemory[]
  readonly caches: readonly CacheMemory[]
}

/** Of the last run; not kept in git. */
export const LATEST = 'bench/results/latest.json'
export const LATEST_MEMORY = 'bench/results/latest-memory.json'
/** The run that PHASE_10_3.md quotes. */
export const REFERENCE = 'bench/results/reference.json'
export const REFERENCE_MEMORY = 'bench/results/reference-memory.json'

export function writeResults(file: string, results: Results): void {
  write(file, results)
}

export function writeMemory(file: string, results: MemoryResults): void {
  write(file, results)
}

function write(file: string, results: object): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}

/** @throws Error when the file is not what a run wrote. */
export function readMemory(file: string): MemoryResults {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null || !('session' in read) || !('caches' in read))
    throw new Error(`expected the results of a run of the memory bench in ${file}`)
  // The rest is trusted: the bench wrote it.
  return read as MemoryResults
}

/** @throws Error when the file is not what a run wrote. */
export function readResults(file: string): Results {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null || !('scenarios' in read) || !Array.isArray(read.scenarios))
    throw new Error(`expected the results of a run of the bench in ${file}`)
  // The rest is trusted: the bench wrote it.
  return read as Results
}
