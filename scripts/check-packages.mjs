// `npm run check:package`: publint over the engine and every package beside it.
import { readdirSync } from 'node:fs'
import { root, runNode } from './run.mjs'

const folders = ['.', ...readdirSync(`${root}/packages`).map((name) => `packages/${name}`)]
/** @type {string[]} */
const failed = []
for (const folder of folders)
  if ((await runNode('node_modules/publint/src/cli.js', ['run', folder, '--strict'])) !== 0)
    failed.push(folder)
if (failed.length > 0) process.stderr.write(`publint refuses ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
