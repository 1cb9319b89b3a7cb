// Starting other programs: the one place that knows how, for all scripts.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's folder: scripts work from any current folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Runs a program of node_modules (or any script) with this Node, in the package's folder, and waits.
 * On Ctrl-C the child decides what to do; this process only passes the outcome on.
 *
 * @param {string} script path of the script, relative to the package
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} [stdio]
 * @param {string} [cwd] another folder to run in
 * @returns {Promise<number>} the exit code, 128 + signal number when a signal ended it
 */
export function runNode(script, args, stdio = 'inherit', cwd = root) {
  return wait(spawn(process.execPath, [join(root, script), ...args], { cwd, stdio }))
}

/**
 * Runs a program in a folder and waits.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<number>}
 */
export function runProgram(file, args, cwd) {
  return wait(spawn(file, [...args], { cwd, stdio: 'inherit' }))
}

/**
 * Runs npm: the very npm that runs this script if there is one.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} [stdio]
 * @returns {Promise<number>}
 */
export function runNpm(args, stdio = 'inherit') {
  const npm = process.env['npm_execpath']
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm))
    return wait(spawn(process.execPath, [npm, ...args], { cwd: root, stdio }))
  // npm is a shell script on Windows; the arguments are this package's own, never a user's.
  return wait(spawn('npm', [...args], { cwd: root, stdio, shell: process.platform === 'win32' }))
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function wait(child) {
  // A terminal sends Ctrl-C to the child as well; from anywhere else a signal comes to this process alone.
  const interrupt = () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  }
  const terminate = () => {
    child.kill('SIGTERM')
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', terminate)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal]))
    })
  }).finally(() => {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', terminate)
  })
}
