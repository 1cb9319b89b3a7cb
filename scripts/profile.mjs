// `npm run profile [-- SCENARIO] [--build FOLDER]`: what takes the time of a scenario of the bench (default: the standard set), into
// profiles/raw/<scenario>-<time>/: flamegraph.html by 0x, and a CPU profile of which the hot functions are printed. With
// --build of another build of the engine.
// Raw profiles are not kept in git; findings go into profiles/.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileBench } from './compile-bench.mjs'
import { root, runNode } from './run.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { build: { type: 'string' } },
})
const [scenario = 'total/standard-nested@20'] = positionals
const build = values.build === undefined ? [] : ['--build', values.build]
const script = await compileBench('profile')
const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
const folder = join('profiles', 'raw', `${scenario.replaceAll(/[^\w-]+/g, '-')}-${time}`)
mkdirSync(join(root, folder), { recursive: true })

const sampled = join(folder, 'scenario.cpuprofile')
const exitCode = await runNode(script, [scenario, '--cpu-profile', sampled, ...build])
if (exitCode !== 0) process.exit(exitCode)
await runNode('scripts/profile-summary.mjs', [sampled])

const graph = join(folder, 'flame-graph')
const drawn = await runNode(
  'node_modules/0x/cmd.js',
  ['--output-dir', graph, '--', process.execPath, '--enable-source-maps', script, scenario, ...build],
  ['ignore', 2, 2],
)
if (drawn === 0) process.stderr.write(`\n[profile] ${join(graph, 'flamegraph.html')}\n`)
process.exitCode = drawn
