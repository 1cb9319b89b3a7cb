// `npm run test:heavy [-- VITEST OPTIONS]`: the tests of test/heavy with large numbers (test/heavy/numbers.ts), some minutes.
import { ensureBuilt, ensureInstalled } from './ensure.mjs'
import { runNode } from './run.mjs'

process.env['HEAVY'] = '1'
await ensureInstalled()
const built = await ensureBuilt()
const tested = await runNode('node_modules/vitest/vitest.mjs', [
  'run',
  'test/heavy',
  ...process.argv.slice(2),
])
process.exitCode = built === 0 ? tested : built
