// `npm run example:batch [-- FOLDER]`: examples/batch/PLAN.md through all four operations, in a repository of its own.
// Without an agent and without a network. The folder is kept, to look at.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensure } from './ensure.mjs'
import * as example from './example-project.mjs'
import { root } from './run.mjs'

await ensure()
const [given] = process.argv.slice(2)
const folder = example.emptyFolder(given, 'example-batch-')
await example.makeRepository(folder)
cpSync(join(root, 'examples/batch/PLAN.md'), join(folder, 'PLAN.md'))
await example.commitScreens(folder)

await blueprint(0, 'plan', 'check', 'PLAN.md')
await blueprint(0, 'batch', 'generate', 'PLAN.md')
await blueprint(0, 'batch', 'review', '--batch', '47')
say('Phase 6 asks for what the engine refuses, so this one ends with 1:')
await blueprint(1, 'batch', 'execute', '--batch', '47')
await blueprint(0, 'batch', 'update-context', '--batch', '47')
await example.git(folder, '--no-pager', 'log', '--oneline')
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
  await example.blueprint(folder, expected, args)
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`\n${line}\n`)
}
