// `npm run phase [-- --take]`: writes PHASE_10_3.md from the reference runs; --take makes the last runs the references.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { makePage } from './phase/page.ts'
import {
  LATEST,
  LATEST_MEMORY,
  LATEST_RELIABILITY,
  readMemory,
  readReliability,
  readResults,
  REFERENCE,
  REFERENCE_MEMORY,
  REFERENCE_RELIABILITY,
} from './results.ts'

const PAGE = 'PHASE_10_3.md'
const USAGE_ERROR = 64

const { values } = parseArgs({ options: { take: { type: 'boolean', default: false } } })
try {
  if (values.take) takeLatest()
  const references = {
    bench: readResults(REFERENCE),
    memory: readMemory(REFERENCE_MEMORY),
    reliability: readReliability(REFERENCE_RELIABILITY),
  }
  const present = readFileSync(PAGE, 'utf8')
  const page = makePage(references, present)
  if (page === present) process.stdout.write(`${PAGE} is as the reference runs say\n`)
  else {
    writeFileSync(PAGE, page)
    process.stdout.write(`written: ${PAGE}\n`)
  }
} catch (error) {
  process.stderr.write(`[phase] ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = USAGE_ERROR
}

/** A full run of the bench becomes the reference; what did not run since stays. */
function takeLatest(): void {
  for (const [from, to] of [
    [LATEST, REFERENCE],
    [LATEST_MEMORY, REFERENCE_MEMORY],
    [LATEST_RELIABILITY, REFERENCE_RELIABILITY],
  ] as const) {
    if (!existsSync(from)) continue
    if (from === LATEST && readResults(from).mode !== 'full')
      throw new Error(`${from} is of a quick run: npm run bench leaves one that can be quoted`)
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
    process.stdout.write(`taken: ${to}\n`)
  }
}
