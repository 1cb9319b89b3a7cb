// What `npm run profile` looks at: the standard set on a known document, warm, for a few seconds.
import { loadCore, ownBuild } from './core.ts'
import { scenarios } from './scenarios/registry.ts'

const DURATION_MS = 5000

const wanted = process.argv[2] ?? 'total/standard-nested@20'
const scenario = scenarios.find(({ name }) => name.includes(wanted))
if (scenario === undefined) throw new Error(`no scenario has ${JSON.stringify(wanted)} in its name`)
const prepared = scenario.prepare(await loadCore(ownBuild))
if (typeof prepared === 'string') throw new Error(prepared)
let runs = 0
for (const end = performance.now() + DURATION_MS; performance.now() < end; runs++) {
  prepared.before?.()
  prepared.run()
}
console.log(`${scenario.name}: ${runs} runs`)
