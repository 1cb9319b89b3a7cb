// Which test files there are, and what they import: for the scripts that run some of them.
import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { root } from './run.mjs'

/** The folders with tests: the engine's, and that of each package. */
function testFolders() {
  return ['test', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/test`)]
}

/** Every test file, relative to the repository. */
export function testFiles() {
  return testFolders().flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => posix.join(folder, name)),
  )
}

/**
 * @param {string} file relative to the repository
 * @returns {string}
 */
export function textOf(file) {
  return readFileSync(join(root, file), 'utf8')
}
