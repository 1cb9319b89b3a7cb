// `npm run build`: the compiler checks all types and writes declarations; esbuild writes the code, each entry of a package as
// one file, so that who imports it reads a few files instead of hundreds, which is most of what a start takes.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runNode } from './run.mjs'

/**
 * @typedef {{ name: string, exports?: Record<string, string | { default: string }>, bin?: Record<string, string>,
 *   dependencies?: object, peerDependencies?: object }} PackageFile
 */

/**
 * Builds the engine and every package beside it.
 *
 * @returns {Promise<number>} an exit code
 */
export async function buildAll() {
  const exitCode = await runNode('node_modules/typescript/bin/tsc', ['-b', 'tsconfig.json'], ['ignore', 2, 2])
  if (exitCode !== 0) return exitCode
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))
  for (const folder of [root, ...packages]) await bundlePackage(folder)
  return 0
}

/**
 * Writes the code of every entry into dist/. What the package depends on stays an import; anything else is put in, with its
 * licence.
 *
 * @param {string} folder
 */
async function bundlePackage(folder) {
  const { build } = await import('esbuild')
  /** @type {PackageFile} */
  const file = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const dist = join(folder, 'dist')
  const external = Object.keys({ ...file.dependencies, ...file.peerDependencies })
  const isEngine = folder === root
  for (const name of existsSync(dist) ? readdirSync(dist) : [])
    if (name.startsWith('chunk-')) rmSync(join(dist, name))
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: entriesOf(folder, file),
    outdir: 'dist',
    outbase: 'src',
    bundle: true,
    splitting: true,
    // Beside the entries, so that a path relative to a module is the same in all of them.
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: isEngine ? 'neutral' : 'node',
    target: 'es2022',
    external: external.flatMap((name) => [name, `${name}/*`]),
    metafile: true,
    logLevel: 'warning',
  })
  writeLicences(folder, Object.keys(metafile.inputs))
}

/**
 * The sources of what `exports` and `bin` name, and of threads, which are started by their file.
 *
 * @param {string} folder
 * @param {PackageFile} file
 */
function entriesOf(folder, { exports = {}, bin = {} }) {
  const built = [
    ...Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : [target.default])),
    ...Object.values(bin),
  ]
  const threads = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('-worker.ts'),
  )
  return [
    ...built.map((path) => path.replace('./dist/', 'src/').replace(/\.js$/, '.ts')),
    ...threads.map((path) => join('src', path)),
  ]
}

/**
 * @param {string} folder
 * @param {readonly string[]} inputs of the bundle, relative to the folder
 */
function writeLicences(folder, inputs) {
  const modules = join(root, 'node_modules')
  const names = inputs
    .map((input) => relative(modules, join(folder, input)).split(/[\\/]/))
    .filter(([first]) => first !== '..' && first !== undefined)
    .map((parts) => parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1).join('/'))
  const texts = [...new Set(names)].toSorted().map((name) => {
    const licence = readdirSync(join(modules, name)).find((entry) => /^licen[cs]e/i.test(entry))
    if (licence === undefined) throw new Error(`${name} has no licence file to put beside its code`)
    return `${name}\n\n${readFileSync(join(modules, name, licence), 'utf8').trim()}\n`
  })
  const target = join(folder, 'dist', 'LICENCES.txt')
  if (texts.length === 0) rmSync(target, { force: true })
  else writeFileSync(target, `Parts of these packages are in this code.\n\n${texts.join('\n')}`)
}

const [, script] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href)
  process.exitCode = await buildAll()
