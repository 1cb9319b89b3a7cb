// Makes a clone ready to use: dependencies as the lock file says, dist/ as the sources say.
// Plain Node without dependencies, since it runs before there are any. Nothing to do costs some milliseconds.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildAll } from './build.mjs'
import { root, runNpm } from './run.mjs'

const OLDEST_NODE = [20, 19]
const STAMP = 'dist/.stamp.json'
const OUTPUTS = ['dist/index.js', 'packages/cli/dist/main.js']

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/** Installs and builds what is missing or old. Ends the process with the failing step's exit code. */
export async function ensure() {
  await ensureInstalled()
  const exitCode = await ensureBuilt()
  if (exitCode !== 0) process.exit(exitCode)
}

/** Installs what is missing or old. Ends the process when that fails: nothing else can work. */
export async function ensureInstalled() {
  checkNode()
  if (isInstalled()) return
  say('installing dependencies (npm ci)')
  const exitCode = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], ['ignore', 2, 2])
  if (exitCode === 0) return
  say(`installing failed with exit code ${exitCode}`)
  process.exit(exitCode)
}

/**
 * Builds dist/ when it is missing or older than its sources.
 *
 * @returns {Promise<number>} an exit code
 */
export async function ensureBuilt() {
  const sources = fingerprint()
  const built = readStamp()
  if (isBuilt(sources, built)) return 0
  if (built === undefined || Object.keys(built).some((path) => !(path in sources))) {
    // The compiler never removes the output of a source that is gone.
    for (const folder of ['.', ...packages()])
      rmSync(join(root, folder, 'dist'), { recursive: true, force: true })
  }
  say('building')
  const exitCode = await buildAll()
  if (exitCode === 0) writeFileSync(join(root, STAMP), JSON.stringify(sources))
  else say(`building failed with exit code ${exitCode}`)
  return exitCode
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  say(`Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}`)
  process.exit(1)
}

/**
 * npm keeps in node_modules what it has installed, in the form of the lock file: the two are compared, so an install
 * by hand counts too, and a changed lock file is seen whatever the files' times say.
 */
function isInstalled() {
  const wanted = readLock('package-lock.json')
  const present = readLock('node_modules/.package-lock.json')
  if (wanted === undefined || present === undefined) return false
  for (const [path, locked] of Object.entries(wanted)) {
    if (path === '') continue
    const found = present[path]
    // A package for another platform is locked as optional and never installed here.
    if (found === undefined ? locked.optional !== true : !isSamePackage(found, locked)) return false
  }
  return Object.keys(present).every((path) => path in wanted && existsSync(join(root, path, 'package.json')))
}

/**
 * @param {LockedPackage} a
 * @param {LockedPackage} b
 */
function isSamePackage(a, b) {
  return a.version === b.version && a.integrity === b.integrity
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readLock(path) {
  return readJson(path)?.packages
}

/**
 * @param {string} path
 * @returns {any} undefined when the file is missing or no JSON
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Size and time of every file that the build reads, by path.
 *
 * @returns {Record<string, string>}
 */
function fingerprint() {
  /** @type {Record<string, string>} */
  const found = {}
  /** @param {string} path */
  const add = (path) => {
    const status = statSync(path)
    found[relative(root, path)] = `${status.size} ${status.mtimeMs}`
  }
  for (const name of ['tsconfig.json', 'tsconfig.base.json', 'package-lock.json', 'scripts/build.mjs'])
    add(join(root, name))
  for (const folder of ['.', ...packages()]) {
    add(join(root, folder, 'package.json'))
    for (const entry of readdirSync(join(root, folder, 'src'), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) add(join(entry.parentPath, entry.name))
  }
  return found
}

/** The packages beside the engine. */
function packages() {
  return readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)
}

/** @returns {Record<string, string> | undefined} */
function readStamp() {
  return readJson(STAMP)
}

/**
 * @param {Record<string, string>} sources
 * @param {Record<string, string> | undefined} built
 */
function isBuilt(sources, built) {
  if (built === undefined || !OUTPUTS.every((path) => existsSync(join(root, path)))) return false
  const paths = Object.keys(sources)
  return paths.length === Object.keys(built).length && paths.every((path) => built[path] === sources[path])
}

/** @param {string} message */
function say(message) {
  process.stderr.write(`[setup] ${message}\n`)
}

const [, script] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) await ensure()
