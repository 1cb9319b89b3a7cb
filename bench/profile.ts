// What `npm run profile` looks at: one scenario of the bench (default: the standard set), warm, for some seconds.
//   node .build/bench/profile.js [SCENARIO] [--cpu-profile FILE] [--build FOLDER]
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { parseArgs } from 'node:util'
import { loadCore, ownBuild } from './core.ts'
import { DEFAULT_SCREENS } from './options.ts'
import type { Prepared } from './scenario.ts'
import { scenarios } from './scenarios/registry.ts'

const WARMUP_MS = 1000
const DURATION_MS = 5000
const SAMPLING_MICROS = 100

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'cpu-profile': { type: 'string' }, build: { type: 'string', default: ownBuild } },
})
const wanted = positionals[0] ?? 'total/standard-nested@20'
const all = scenarios(DEFAULT_SCREENS)
const scenario = all.find(({ name }) => name === wanted) ?? all.find(({ name }) => name.includes(wanted))
if (scenario === undefined)
  throw new Error(`no scenario has ${JSON.stringify(wanted)} in its name; npm run bench -- --list names them`)
const prepared = scenario.prepare(await loadCore(values.build))
if (typeof prepared === 'string') throw new Error(prepared)

const file = values['cpu-profile']
if (file === undefined) {
  const runs = runFor(prepared, DURATION_MS)
  console.error(`${scenario.name}: ${runs} runs`)
} else {
  runFor(prepared, WARMUP_MS)
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLING_MICROS })
  await session.post('Profiler.start')
  const runs = runFor(prepared, DURATION_MS)
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  writeFileSync(file, JSON.stringify(profile))
  console.error(`${scenario.name}: ${runs} runs, ${((DURATION_MS * 1000) / runs).toFixed(1)} us each`)
}

function runFor(prepared: Prepared, durationMs: number): number {
  let runs = 0
  for (const end = performance.now() + durationMs; performance.now() < end; runs++) {
    prepared.before?.()
    prepared.run()
  }
  return runs
}
