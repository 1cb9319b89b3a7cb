// `npm run profile:summary [-- FILE.cpuprofile] [--top N]`: the functions with the most time of their own, as a Markdown
// table. Default: the newest profile of profiles/raw/. V8's sampling profiler is read for this, not 0x's log: it costs
// the program less and gives the time of built-in functions to the function that called them.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { root } from './run.mjs'

/**
 * @typedef {{ functionName: string, url: string, lineNumber: number, columnNumber: number }} Frame
 * @typedef {{ id: number, callFrame: Frame, children?: number[] }} Node
 * @typedef {{ nodes: Node[], samples: number[], timeDeltas: number[] }} Profile
 * @typedef {{ name: string, place: string, own: number, total: number }} Row
 */

/** @type {Map<string, SourceMap | undefined>} */
const sourceMaps = new Map()

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { top: { type: 'string', default: '15' } },
})
const file = positionals[0] ?? newest(join(root, 'profiles', 'raw'))
/** @type {Profile} */
const profile = JSON.parse(readFileSync(file, 'utf8'))
process.stdout.write(`${format(rowsOf(profile), Number(values.top))}\n`)

/** @param {string} raw */
function newest(raw) {
  const files = existsSync(raw)
    ? readdirSync(raw, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.cpuprofile'))
        .map((name) => join(raw, name))
    : []
  files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const [first] = files
  if (first !== undefined) return first
  process.stderr.write('no profile in profiles/raw; npm run profile makes one\n')
  process.exit(2)
}

/**
 * Microseconds of each function, its own and with what it called; a function that calls itself counts once.
 *
 * @param {Profile} profile
 * @returns {Row[]}
 */
function rowsOf({ nodes, samples, timeDeltas }) {
  const own = new Map(nodes.map(({ id }) => [id, 0]))
  for (const [i, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + (timeDeltas[i] ?? 0))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  /** @type {Map<string, Row>} */
  const rows = new Map()
  /**
   * @param {Node} node
   * @param {ReadonlySet<Row>} callers
   * @returns {number} its time and that of what it called
   */
  const add = (node, callers) => {
    const { name, place } = describe(node.callFrame)
    const key = `${name} ${place}`
    const row = rows.get(key) ?? { name, place, own: 0, total: 0 }
    rows.set(key, row)
    const self = own.get(node.id) ?? 0
    const within = callers.has(row) ? callers : new Set([...callers, row])
    let total = self
    for (const child of node.children ?? []) total += add(/** @type {Node} */ (byId.get(child)), within)
    row.own += self
    if (within !== callers) row.total += total
    return total
  }
  const [top] = nodes
  if (top !== undefined) add(top, new Set())
  return [...rows.values()].filter(({ name }) => name !== '(root)' && name !== '(idle)')
}

/** @param {Frame} frame */
function describe({ functionName, url, lineNumber, columnNumber }) {
  const name = functionName === '' ? '(anonymous)' : functionName
  if (!url.startsWith('file:')) return { name, place: url === '' ? '' : url }
  const path = fileURLToPath(url)
  const source = sourceMap(path)?.findEntry(lineNumber, columnNumber)
  if (source === undefined || !('originalSource' in source))
    return { name, place: `${relative(root, path)}:${lineNumber + 1}` }
  const original = source.originalSource.replace(/^(?:\.\.\/)*/, '')
  return { name, place: `${original}:${source.originalLine + 1}` }
}

/** @param {string} path */
function sourceMap(path) {
  if (!sourceMaps.has(path)) {
    const map = `${path}.map`
    sourceMaps.set(
      path,
      existsSync(map) && path.includes('.build')
        ? new SourceMap(JSON.parse(readFileSync(map, 'utf8')))
        : undefined,
    )
  }
  return sourceMaps.get(path)
}

/**
 * @param {Row[]} rows
 * @param {number} top
 */
function format(rows, top) {
  const all = rows.reduce((sum, { own }) => sum + own, 0)
  /** @param {number} micros */
  const share = (micros) => `${((100 * micros) / all).toFixed(1)}%`
  const lines = rows
    .sort((a, b) => b.own - a.own)
    .slice(0, top)
    .map(({ name, place, own, total }) => `| ${share(own)} | ${share(total)} | \`${name}\` | ${place} |`)
  return ['| self | total | function | file:line |', '| ---: | ---: | --- | --- |', ...lines].join('\n')
}
