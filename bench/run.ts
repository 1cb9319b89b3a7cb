// `npm run bench`: measures the scenarios, prints a table and ends with 1 when a gate is missed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCore, ownBuild } from './core.ts'
import { fullBudget, measure, quickBudget } from './measure.ts'
import type { Measured } from './measure.ts'
import { heading, row } from './report.ts'
import { scenarios } from './scenarios.ts'
import { judge } from './targets.ts'

const HELP = `usage: npm run bench -- [--quick] [--filter TEXT] [--json FILE] [--list]
  --quick        the gate of CI: a part of the scenarios, less time for each
  --filter TEXT  only scenarios whose name has this text
  --json FILE    where the results go; default .build/bench-latest.json
  --list         names the scenarios and ends
examples: npm run bench -- --filter standard
          npm run bench -- --quick --json results.json`

const USAGE_ERROR = 64

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      filter: { type: 'string', default: '' },
      json: { type: 'string', default: '.build/bench-latest.json' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const chosen = scenarios.filter(
    ({ name, isQuick }) => (!values.quick || isQuick === true) && name.includes(values.filter),
  )
  if (values.list) {
    for (const { name } of chosen) console.log(name)
    return 0
  }
  if (chosen.length === 0) {
    console.error(`no scenario has ${JSON.stringify(values.filter)} in its name; --list names them`)
    return USAGE_ERROR
  }
  const core = await loadCore(ownBuild)
  const measured: Measured[] = []
  console.log(heading())
  for (const scenario of chosen) {
    const result = measure(scenario, core, values.quick ? quickBudget : fullBudget)
    if (typeof result === 'string') console.log(`${scenario.name}: skipped, ${result}`)
    else {
      measured.push(result)
      console.log(row(result))
    }
  }
  writeResults(values.json, measured)
  const failed = measured.filter((result) => judge(result) === 'failed')
  for (const { name } of failed) console.error(`gate missed: ${name}`)
  return failed.length === 0 ? 0 : 1
}

function writeResults(file: string, measured: readonly Measured[]): void {
  const [cpu] = cpus()
  const results = {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    commit: commit(),
    date: new Date().toISOString(),
    unit: 'microseconds',
    scenarios: measured.map((result) => ({ ...result, verdict: judge(result) })),
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}

/** The commit measured, or null outside a repository. */
function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  console.error(HELP)
  process.exitCode = USAGE_ERROR
}
