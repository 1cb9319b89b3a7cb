// `npm run fuzz`: random and hostile inputs, and faults planted in the engine itself. Ends with 1 when a promise was broken.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { describeEnvironment } from '../../bench/environment.ts'
import { LATEST_FUZZ, writeFuzz } from '../../bench/results.ts'
import { formatTable } from '../../bench/table.ts'
import { runFaults } from '../faults/run-faults.ts'
import type { FaultGroup } from '../faults/run-faults.ts'
import { writeFailures } from './failure-files.ts'
import { replay, runFuzz } from './run-fuzz.ts'
import type { Failure, TargetRun } from './run-fuzz.ts'
import { targets } from './targets.ts'

const USAGE_ERROR = 64
const DEFAULT_SECONDS = 60

const HELP = `npm run fuzz [-- OPTIONS]: random and hostile inputs against the engine, and faults planted in it

  --seconds N      how long inputs are made, over all targets (default ${DEFAULT_SECONDS}; faults come on top)
  --runs N         so many inputs for each target instead, however long that takes
  --seed N         the same seed, the same inputs (default: another one each time; it is printed)
  --target TEXT    only targets with TEXT in their names; no faults then
  --no-faults      inputs only
  --out FILE       where the summary goes (default ${LATEST_FUZZ})
  --failures DIR   where inputs that failed go, one file each (default .build/fuzz)
  --replay FILE    only the input of such a file, again

targets:
${targets.map(({ name, about }) => `  ${name.padEnd(21)}${about}`).join('\n')}

  npm run fuzz -- --seconds 600
  npm run fuzz -- --target steps --runs 2000 --seed 7
  npm run fuzz -- --replay .build/fuzz/steps-7.json

Exit codes: 0 nothing found, 1 a promise was broken, ${USAGE_ERROR} wrong use.
`

const FAULTS = { scenes: 3, callsOfRegistered: 3, callsOfStages: 3, callsOfBuiltins: 5 }

try {
  process.exitCode = main()
} catch (error) {
  process.stderr.write(`[fuzz] ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = USAGE_ERROR
}

function main(): number {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      target: { type: 'string', default: '' },
      'no-faults': { type: 'boolean', default: false },
      out: { type: 'string', default: LATEST_FUZZ },
      failures: { type: 'string', default: '.build/fuzz' },
      replay: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (values.replay !== undefined) return runAgain(values.replay)
  const chosen = targets.filter(({ name }) => name.includes(values.target))
  if (chosen.length === 0) throw new RangeError(`no target has ${JSON.stringify(values.target)} in its name`)
  const runs = numberOf('--runs', values.runs)
  const seconds = numberOf('--seconds', values.seconds) ?? (runs === null ? DEFAULT_SECONDS : null)
  // What is found is found again by the seed that is printed.
  const seed = numberOf('--seed', values.seed) ?? Date.now() % 2 ** 31
  const environment = describeEnvironment()
  process.stdout.write(`seed ${seed}, Node ${environment.node}, commit ${environment.commit}\n\n`)
  const began = performance.now()
  const fuzzed = runFuzz(chosen, { seed, runs, seconds, onRound: progressSince(began) })
  const faults = values.target === '' && !values['no-faults'] ? runFaults(FAULTS) : []
  endProgress()
  report(fuzzed, faults)
  writeFuzz(values.out, {
    environment,
    seed,
    seconds: Math.round((performance.now() - began) / 1000),
    targets: fuzzed.map(({ name, runs, outcomes, failures }) => ({
      name,
      runs,
      outcomes,
      broken: failures.length,
    })),
    faults: faults.map(({ group, reached, injected, broken }) => ({
      group,
      places: reached.length,
      injected,
      broken: broken.length,
    })),
  })
  process.stdout.write(`\nwritten: ${values.out}\n`)
  return tellFailures(
    fuzzed.flatMap(({ failures }) => failures),
    faults.flatMap(({ broken }) => broken),
    values.failures,
  )
}

function numberOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`expected ${option} to be a whole number of at least 1, got ${text}`)
  return value
}

function runAgain(file: string): number {
  // Looked at by `replay`, which says what it misses.
  const failure = JSON.parse(readFileSync(file, 'utf8')) as Failure
  const again = replay(targets, failure)
  process.stdout.write(
    again === null
      ? `${failure.target}: nothing is broken any more\n`
      : `${again.target}: ${again.message}\n${again.input}\n`,
  )
  return again === null ? 0 : 1
}

function report(fuzzed: readonly TargetRun[], faults: readonly FaultGroup[]): void {
  const rows = fuzzed.map(({ name, runs, outcomes, failures }) => [
    name,
    runs.toLocaleString('en'),
    String(failures.length),
    Object.entries(outcomes)
      .sort((a, b) => b[1] - a[1])
      .map(([outcome, count]) => `${outcome} ${count}`)
      .join(', '),
  ])
  process.stdout.write(`${formatTable(['inputs', 'tried', 'broken', 'outcomes'], rows)}\n`)
  if (faults.length === 0) return
  const planted = faults.map(({ group, reached, injected, broken }) => [
    group,
    String(reached.length),
    injected.toLocaleString('en'),
    String(broken.length),
  ])
  process.stdout.write(`\n${formatTable(['faults in', 'places', 'thrown', 'broken'], planted)}\n`)
}

function tellFailures(failures: readonly Failure[], faults: readonly string[], folder: string): number {
  for (const { file, failure } of writeFailures(folder, failures))
    process.stderr.write(
      `[fuzz] BROKEN, ${failure.target}: ${failure.message}\n[fuzz]   npm run fuzz -- --replay ${file}\n`,
    )
  for (const fault of faults) process.stderr.write(`[fuzz] BROKEN by a fault, ${fault}\n`)
  return failures.length + faults.length === 0 ? 0 : 1
}

/** One line that changes on a terminal, a line every ten seconds elsewhere. */
function progressSince(began: number): (runs: number, failures: number) => void {
  let told = 0
  return (runs, failures) => {
    const seconds = Math.round((performance.now() - began) / 1000)
    const line = `[fuzz] ${seconds} s, ${runs.toLocaleString('en')} inputs, ${failures} broken`
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2K${line}`)
    else if (seconds >= told + 10) {
      told = seconds
      process.stderr.write(`${line}\n`)
    }
  }
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K')
}
