// A repository with the example screens: what the examples of batches work on.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root, runNode, runProgram } from './run.mjs'

const SCREENS = ['shop.json', 'dashboard.json', 'settings.json']

/**
 * The folder that was asked for, or a new temporary one. Ends the process where there is something in it already.
 *
 * @param {string | undefined} given
 * @param {string} prefix of a temporary folder
 */
export function emptyFolder(given, prefix) {
  const folder =
    given === undefined
      ? mkdtempSync(join(tmpdir(), prefix))
      : resolve(process.env['INIT_CWD'] ?? process.cwd(), given)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    process.stderr.write(`${folder} is not empty\n`)
    process.exit(64)
  }
  return folder
}

/**
 * Makes a repository that nobody has committed to yet.
 *
 * @param {string} folder
 */
export async function makeRepository(folder) {
  mkdirSync(folder, { recursive: true })
  await git(folder, 'init', '--quiet', '--initial-branch=main')
}

/**
 * Puts the example screens there, as they were, in a commit of their own.
 *
 * @param {string} folder
 */
export async function commitScreens(folder) {
  mkdirSync(join(folder, 'screens'), { recursive: true })
  for (const name of SCREENS) cpSync(join(root, 'examples', name), join(folder, 'screens', name))
  await git(folder, 'add', 'screens')
  const author = ['-c', 'user.name=Example', '-c', 'user.email=example@localhost']
  await git(folder, ...author, 'commit', '--quiet', '--allow-empty', '--message=The screens as they were')
}

/**
 * Runs the built program; another exit code than the expected one ends the process.
 *
 * @param {string} folder
 * @param {number} expected
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export async function blueprint(folder, expected, args, stdio = 'inherit') {
  const exitCode = await runNode('packages/cli/dist/main.js', args, stdio, folder)
  if (exitCode === expected) return
  process.stderr.write(`blueprint ${args.join(' ')}: expected exit code ${expected}, got ${exitCode}\n`)
  process.exit(1)
}

/**
 * @param {string} folder
 * @param {string[]} args
 */
export async function git(folder, ...args) {
  const exitCode = await runProgram('git', args, folder)
  if (exitCode !== 0) process.exit(exitCode)
}
