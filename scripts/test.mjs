// `npm test [-- VITEST OPTIONS]`: the tests, on a fresh clone too.
import { ensureBuilt, ensureInstalled } from './ensure.mjs'
import { runNode } from './run.mjs'

await ensureInstalled()
const built = await ensureBuilt()
// Only the tests of the command line need dist/: with a failed build the others still tell something.
const tested = await runNode('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)])
process.exitCode = built === 0 ? tested : built
