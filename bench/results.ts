import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AblationRow } from './ablation-report.ts'
import type { Compared } from './alternate.ts'
import type { Environment } from './environment.ts'
import type { Measured } from './measure.ts'
import type { CacheMemory } from './memory/caches.ts'
import type { HistoryMemory } from './memory/history.ts'
import type { SessionMemory } from './memory/session.ts'
import type { Recovery } from './recovery/measure.ts'
import type { Reliability } from './reliability/checks.ts'
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

/** What `npm run bench:reliability` leaves. */
export interface ReliabilityResults {
  readonly environment: Environment
  readonly checks: readonly Reliability[]
}

/** What `npm run fuzz` leaves: how many inputs and faults of each kind there were, and how many broke a promise. */
export interface FuzzResults {
  readonly environment: Environment
  readonly seed: number
  readonly seconds: number
  readonly targets: readonly {
    readonly name: string
    readonly runs: number
    /** How many of the inputs came to what. */
    readonly outcomes: { readonly [outcome: string]: number }
    readonly broken: number
  }[]
  readonly faults: readonly {
    readonly group: string
    /** Methods in which something was thrown. */
    readonly places: number
    readonly injected: number
    readonly broken: number
  }[]
}

/** What `npm run recovery` leaves. */
export interface RecoveryResults {
  readonly environment: Environment
  /** Share that has to end right. */
  readonly least: number
  readonly kinds: readonly Recovery[]
}

/** Of the last run; not kept in git. Folders apart, because readers of a history take every file of one. */
export const LATEST = 'bench/results/latest.json'
export const LATEST_MEMORY = 'bench/results/memory/latest.json'
export const LATEST_RELIABILITY = 'bench/results/reliability/latest.json'
export const LATEST_FUZZ = 'bench/results/fuzz/latest.json'
export const LATEST_SERVICE = 'bench/results/service/latest.json'
export const LATEST_RECOVERY = 'bench/results/recovery/latest.json'
/** The runs that PHASE_10_3.md and docs/performance.md quote. */
export const REFERENCE = 'bench/results/reference.json'
export const REFERENCE_MEMORY = 'bench/results/memory/reference.json'
export const REFERENCE_RELIABILITY = 'bench/results/reliability/reference.json'
export const REFERENCE_FUZZ = 'bench/results/fuzz/reference.json'
export const REFERENCE_RECOVERY = 'bench/results/recovery/reference.json'

export function writeResults(file: string, results: Results): void {
  write(file, results)
}

export function writeMemory(file: string, results: MemoryResults): void {
  write(file, results)
}

export function writeReliability(file: string, results: ReliabilityResults): void {
  write(file, results)
}

export function writeFuzz(file: string, results: FuzzResults): void {
  write(file, results)
}

export function writeRecovery(file: string, results: RecoveryResults): void {
  write(file, results)
}

function write(file: string, results: object): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, formatResults(results))
}

/** JSON with one entry of a list a line: short, and read line by line in a difference. */
function formatResults(results: object): string {
  const members = Object.entries(results).map(([key, value]: [string, unknown]) => {
    const text =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`
        : JSON.stringify(value)
    return `  ${JSON.stringify(key)}: ${text}`
  })
  return `{\n${members.join(',\n')}\n}\n`
}

/** @throws Error when the file is not what a run wrote. */
export function readReliability(file: string): ReliabilityResults {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null || !('checks' in read) || !Array.isArray(read.checks))
    throw new Error(`expected the results of a run of the reliability bench in ${file}`)
  // The rest is trusted: the bench wrote it.
  return read as ReliabilityResults
}

/** @throws Error when the file is not what a run wrote. */
export function readFuzz(file: string): FuzzResults {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null || !('targets' in read) || !('faults' in read))
    throw new Error(`expected the results of a run of the fuzzer in ${file}`)
  // The rest is trusted: the fuzzer wrote it.
  return read as FuzzResults
}

/** @throws Error when the file is not what a run wrote. */
export function readRecovery(file: string): RecoveryResults {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null || !('kinds' in read) || !Array.isArray(read.kinds))
    throw new Error(`expected the results of a run of the recovery bench in ${file}`)
  // The rest is trusted: the bench wrote it.
  return read as RecoveryResults
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
