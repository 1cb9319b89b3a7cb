// `npm run phase [-- --take]`: writes PHASE_10_3.md and docs/performance.md from the reference runs; --take makes the last runs the references.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { makePage } from './phase/page.ts'
import { makeReport } from './phase/performance-report.ts'
import {
  LATEST,
  LATEST_FUZZ,
  LATEST_MEMORY,
  LATEST_RECOVERY,
  LATEST_RELIABILITY,
  readFuzz,
  readMemory,
  readRecovery,
  readReliability,
  readResults,
  REFERENCE,
  REFERENCE_FUZZ,
  REFERENCE_MEMORY,
  REFERENCE_RECOVERY,
  REFERENCE_RELIABILITY,
} from './results.ts'

const PAGE = 'PHASE_10_3.md'
const REPORT = 'docs/performance.md'
const USAGE_ERROR = 64

const { values } = parseArgs({ options: { take: { type: 'boolean', default: false } } })
try {
  if (values.take) takeLatest()
  const references = {
    bench: readResults(REFERENCE),
    memory: readMemory(REFERENCE_MEMORY),
    reliability: readReliability(REFERENCE_RELIABILITY),
    fuzz: readFuzz(REFERENCE_FUZZ),
    recovery: readRecovery(REFERENCE_RECOVERY),
  }
  write(PAGE, (present) => makePage(references, present))
  write(REPORT, () => makeReport(references))
} catch (error) {
  process.stderr.write(`[phase] ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = USAGE_ERROR
}

/** Writes a page, unless it is as the reference runs say. */
function write(file: string, make: (present: string) => string): void {
  const present = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const page = make(present)
  if (page !== present) writeFileSync(file, page)
  process.stdout.write(page === present ? `${file} is as the reference runs say\n` : `written: ${file}\n`)
}

/** A full run of the bench becomes the reference; what did not run since stays. */
function takeLatest(): void {
  for (const [from, to] of [
    [LATEST, REFERENCE],
    [LATEST_MEMORY, REFERENCE_MEMORY],
    [LATEST_RELIABILITY, REFERENCE_RELIABILITY],
    [LATEST_FUZZ, REFERENCE_FUZZ],
    [LATEST_RECOVERY, REFERENCE_RECOVERY],
  ] as const) {
    if (!existsSync(from)) continue
    if (from === LATEST && readResults(from).mode !== 'full')
      throw new Error(`${from} is of a quick run: npm run bench leaves one that can be quoted`)
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
    process.stdout.write(`taken: ${to}\n`)
  }
}
