// Compiles bench/ with the sources it imports into .build/ (Node 20 runs no TypeScript).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensure } from './ensure.mjs'
import { root, runNode } from './run.mjs'

/**
 * @param {string} entry a file of bench/ without its ending
 * @returns {Promise<string>} the compiled script, relative to the package
 */
export async function compileBench(entry) {
  await ensure()
  // Not `-b`: that looks at the files of bench/ alone, and would keep the output of sources that have changed since.
  const exitCode = await runNode('node_modules/typescript/bin/tsc', ['-p', 'bench'], ['ignore', 2, 2])
  if (exitCode !== 0) process.exit(exitCode)
  const script = `.build/bench/${entry}.js`
  if (!existsSync(join(root, script))) {
    process.stderr.write(`there is no bench/${entry}.ts\n`)
    process.exit(2)
  }
  return script
}
