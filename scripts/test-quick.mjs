// `npm run test:quick [-- WORDS]`: the tests of what has changed since the last commit, or those whose path has one of the
// words. A source's tests are the file of its name where test/ mirrors src/, or else those of its folder; whatever else may
// depend on it is for `npm test`.
//   npm run test:quick
//   npm run test:quick -- layout color
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { ensureInstalled } from './ensure.mjs'
import { root, runNode } from './run.mjs'
import { testFiles } from './test-files.mjs'

const words = process.argv.slice(2)
const quick = testFiles().filter((file) => !file.startsWith('test/heavy/'))
const changed = words.length > 0 ? [] : changedFiles()
const chosen = quick.filter((file) =>
  words.length > 0 ? words.some((word) => file.includes(word)) : changed.some((path) => isTestOf(file, path)),
)
if (chosen.length === 0) {
  const why =
    words.length > 0 ? `no test's path contains ${words.join(' or ')}` : 'nothing with a test has changed'
  process.stderr.write(`${why}; npm test runs everything\n`)
  process.exit(words.length > 0 ? 64 : 0)
}
await ensureInstalled()
process.stderr.write(`${chosen.length} of ${quick.length} test files\n`)
process.exitCode = await runNode('node_modules/vitest/vitest.mjs', ['run', '--reporter=dot', ...chosen])

/** Files that differ from the last commit, new ones too; in a clean work tree, those of the last commit. */
function changedFiles() {
  const status = git('status', '--porcelain', '--untracked-files=all', '--no-renames')
  const uncommitted = status.map((line) => line.slice(3))
  return uncommitted.length > 0 ? uncommitted : git('show', '--name-only', '--format=', 'HEAD')
}

/** @param {string[]} args */
function git(...args) {
  const { stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  return stdout.split('\n').filter(Boolean)
}

/**
 * @param {string} test a test file
 * @param {string} path a changed file
 */
function isTestOf(test, path) {
  if (path === test) return true
  const mirrored = path.replace(/(^|\/)src\//, '$1test/')
  if (mirrored === path || !path.endsWith('.ts')) return false
  const named = mirrored.replace(/\.ts$/, '.test.ts')
  return quick.includes(named) ? test === named : dirname(test) === dirname(mirrored)
}
