// `npm run example:knowledge [-- FOLDER]`: the example batch twelve times with other settings, and what is learned from it:
// trends, decisions, a page. Without an agent and without a network. `--workers 2` makes three runs of it, with two workers.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensure } from './ensure.mjs'
import * as example from './example-project.mjs'
import { root } from './run.mjs'

/** @typedef {'sound' | 'failing' | 'warm'} Condition */
/** Nothing done before; with two refusals and a gate that fails once; the sound batch again, its results in the cache. */
const CONDITIONS = /** @type {const} */ (['sound', 'failing', 'warm'])

const { values, positionals } = parseArgs({
  options: { workers: { type: 'string', default: '1,2,3,4' } },
  allowPositionals: true,
})
const workerCounts = values.workers.split(',').map(Number)
if (!workerCounts.every((count) => Number.isInteger(count) && count >= 1 && count <= 99)) {
  process.stderr.write(
    `--workers takes whole numbers from 1 to 99, separated by commas, got ${values.workers}\n`,
  )
  process.exit(64)
}
await ensure()
const folder = example.emptyFolder(positionals[0], 'example-knowledge-')
const plan = readFileSync(join(root, 'examples/batch/PLAN.md'), 'utf8')
await example.makeRepository(folder)
mkdirSync(join(folder, 'plans'))

say('run batch condition workers | execute: seconds, done, failed, blocked, from the cache, most at a time')
let run = 0
for (const condition of CONDITIONS)
  for (const workers of workerCounts) say(await runBatch(condition, workers, (run += 1)))

const batches = ['--folder', 'completed-batches']
await report(['metrics', 'trend', ...batches, '--level', '0.05', '--out', 'trend-report.md'])
await report(['decide', ...batches, '--out', 'decision.md'])
await report(['dashboard', '--batches', 'completed-batches', '--title', 'Batches', '--out', 'dashboard.html'])
for (const name of ['trend-report.md', 'decision.md', 'dashboard.html', 'completed-batches'])
  say(join(folder, name))

/**
 * @param {Condition} condition
 * @param {number} workers
 * @param {number} number of the run
 */
async function runBatch(condition, workers, number) {
  const batch = `${condition === 'failing' ? 2 : 1}0${workers}`
  rmSync(join(folder, 'work-items'), { recursive: true, force: true })
  await example.commitScreens(folder)
  writeFileSync(join(folder, 'plans', `${batch}.md`), planFor(condition, batch))
  const common = ['--batch', batch, '--workers', String(workers)]
  await quietly(0, ['batch', 'generate', `plans/${batch}.md`, ...common])
  await quietly(0, ['batch', 'review', ...common])
  await quietly(condition === 'failing' ? 1 : 0, ['batch', 'execute', ...common])
  await quietly(0, ['batch', 'update-context', ...common])
  const path = join(folder, 'completed-batches', `batch-${batch}-execute.json`)
  /** @type {{ duration_seconds: number, parallelism_achieved: number, metrics: Record<string, number>, items: { from_cache?: boolean }[] }} */
  const left = JSON.parse(readFileSync(path, 'utf8'))
  const { duration_seconds: seconds, parallelism_achieved: most, metrics, items } = left
  const cached = items.filter((item) => item.from_cache === true).length
  return [
    String(number).padStart(3),
    batch.padStart(5),
    condition.padEnd(9),
    String(workers).padStart(7),
    `| ${seconds.toFixed(2)} s, ${metrics['success_count']}, ${metrics['failure_count']}, ${metrics['blocked_count']}, ${cached}, ${most}`,
  ].join(' ')
}

/**
 * The plan of the example asks for something that the engine refuses. The sound one asks for something else there; the
 * failing one asks for another such thing, and has a gate that fails at the first look.
 *
 * @param {Condition} condition
 * @param {string} batch
 */
function planFor(condition, batch) {
  if (condition !== 'failing') return plan.replace('make it pop', 'make all titles slightly larger')
  const flag = join(folder, '.git', `seen-${batch}`).replaceAll("'", "'\\''")
  return plan
    .replace('hide the promo text', 'hide the moon')
    .replace(
      '- [ ] all titles are larger than 20 px',
      `- [ ] \`$ test -e '${flag}' || { touch '${flag}'; exit 1; }\``,
    )
}

/**
 * @param {number} expected exit code
 * @param {string[]} args
 */
async function quietly(expected, args) {
  await example.blueprint(folder, expected, args, ['ignore', 'ignore', 'inherit'])
}

/** @param {string[]} args */
async function report(args) {
  say(`\n$ blueprint ${args.join(' ')}`)
  await example.blueprint(folder, 0, args)
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}
