// `npm run check [-- NAME...]`: every static check, or the named ones; all of them run, whichever fails.
import { ensureInstalled } from './ensure.mjs'
import { runNpm } from './run.mjs'

const CHECKS = ['types', 'lint', 'format', 'unused', 'package', 'size']

const named = process.argv.slice(2)
const unknown = named.filter((name) => !CHECKS.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`unknown check: ${unknown.join(', ')}; there are ${CHECKS.join(', ')}\n`)
  process.exit(2)
}
// The check of the types builds dist/ as well, which the checks of the package and its size read.
await ensureInstalled()
/** @type {string[]} */
const failed = []
for (const name of named.length > 0 ? named : CHECKS) {
  const exitCode = await runNpm(['run', '--silent', `check:${name}`])
  process.stderr.write(`[check] ${name}: ${exitCode === 0 ? 'ok' : 'failed'}\n`)
  if (exitCode !== 0) failed.push(name)
}
process.exitCode = failed.length === 0 ? 0 : 1
