// `npm run test:heavy [-- VITEST OPTIONS]`: test/heavy, and every other test that has large numbers, with them. Such a test asks
// test/support/amounts.ts how much it should do, and is found by that.
import { ensureBuilt, ensureInstalled } from './ensure.mjs'
import { runNode } from './run.mjs'
import { testFiles, textOf } from './test-files.mjs'

process.env['HEAVY'] = '1'
await ensureInstalled()
const built = await ensureBuilt()
const files = testFiles().filter(
  (file) => /^test\/(?:heavy|property)\//.test(file) || textOf(file).includes('support/amounts.ts'),
)
const tested = await runNode('node_modules/vitest/vitest.mjs', ['run', ...files, ...process.argv.slice(2)])
process.exitCode = built === 0 ? tested : built
