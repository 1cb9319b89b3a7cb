// `npm run profile [-- ENTRY [OPTIONS]]`: a flame graph of bench/ENTRY.ts (default: profile) by 0x,
// in profiles/raw/ENTRY-<time>/flamegraph.html. Raw profiles are not kept in git; findings go into profiles/.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { compileBench } from './compile-bench.mjs'
import { root, runNode } from './run.mjs'

const [entry = 'profile', ...options] = process.argv.slice(2)
const script = await compileBench(entry)
const time = new Date().toISOString().replaceAll(/[:.]/g, '-')
const folder = join('profiles', 'raw', `${entry}-${time}`)
mkdirSync(join(root, 'profiles', 'raw'), { recursive: true })
const exitCode = await runNode('node_modules/0x/cmd.js', [
  '--output-dir',
  folder,
  '--',
  process.execPath,
  '--enable-source-maps',
  script,
  ...options,
])
if (exitCode === 0) process.stderr.write(`[profile] ${join(folder, 'flamegraph.html')}\n`)
process.exitCode = exitCode
