// `npm run example:batch [-- FOLDER]`: examples/batch/PLAN.md through all four operations, in a repository of its own.
// Without an agent and without a network. The folder is kept, to look at.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensure } from './ensure.mjs'
import { root, runNode, runProgram } from './run.mjs'

const SCREENS = ['shop.json', 'dashboard.json', 'settings.json']

await ensure()
const [given] = process.argv.slice(2)
const folder =
  given === undefined
    ? mkdtempSync(join(tmpdir(), 'example-batch-'))
    : resolve(process.env['INIT_CWD'] ?? process.cwd(), given)
if (existsSync(folder) && readdirSync(folder).length > 0) {
  process.stderr.write(`${folder} is not empty\n`)
  process.exit(64)
}
mkdirSync(join(folder, 'screens'), { recursive: true })
for (const name of SCREENS) cpSync(join(root, 'examples', name), join(folder, 'screens', name))
cpSync(join(root, 'examples/batch/PLAN.md'), join(folder, 'PLAN.md'))
await git('init', '--quiet', '--initial-branch=main')
await git('add', '--all')
await git(
  '-c',
  'user.name=Example',
  '-c',
  'user.email=example@localhost',
  'commit',
  '--quiet',
  '--message=The screens as they were',
)

await blueprint(0, 'plan', 'check', 'PLAN.md')
await blueprint(0, 'batch', 'generate', 'PLAN.md')
await blueprint(0, 'batch', 'review', '--batch', '47')
say('Phase 6 asks for what the engine refuses, so this one ends with 1:')
await blueprint(1, 'batch', 'execute', '--batch', '47')
await blueprint(0, 'batch', 'update-context', '--batch', '47')
await git('--no-pager', 'log', '--oneline')
const metrics = JSON.parse(readFileSync(join(folder, 'completed-batches/batch-47-execute.json'), 'utf8'))
say(
  `${metrics.metrics.success_count} of ${metrics.metrics.total_items} items done in ${metrics.metrics.stages} stages; all of it is in ${folder}`,
)

/**
 * @param {number} expected exit code
 * @param {string[]} args
 */
async function blueprint(expected, ...args) {
  say(`$ blueprint ${args.join(' ')}`)
  const exitCode = await runNode('dist/cli/main.js', args, 'inherit', folder)
  if (exitCode !== expected) {
    say(`expected exit code ${expected}, got ${exitCode}`)
    process.exit(1)
  }
}

/** @param {string[]} args */
async function git(...args) {
  const exitCode = await runProgram('git', args, folder)
  if (exitCode !== 0) process.exit(exitCode)
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`\n${line}\n`)
}
