// `npm run profile:summary [-- FOLDER] [--top N]`: the functions of a raw profile with the most time of their own, as a
// Markdown table. FOLDER is one of profiles/raw/; default: the newest.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './run.mjs'

/**
 * @typedef {{ name: string, type: string, kind?: string, func?: number }} Code
 * @typedef {{ tm: number, vm: number, s: number[] }} Tick
 * @typedef {{ code: Code[], functions: { name: string, codes: number[] }[], ticks: Tick[] }} Profile
 * @typedef {{ name: string, place: string, own: number, total: number }} Row
 */

/** State 1 of V8's log: the garbage collector runs. */
const GC = 1

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { top: { type: 'string', default: '15' } },
})
const folder = positionals[0] ?? newest(join(root, 'profiles', 'raw'))
const profile = readProfile(folder)
process.stdout.write(`${format(rowsOf(profile), profile.ticks.length, Number(values.top))}\n`)

/** @param {string} raw */
function newest(raw) {
  const names = readdirSync(raw).map((name) => join(raw, name))
  names.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const [first] = names
  if (first === undefined) throw new Error('expected a profile in profiles/raw; npm run profile makes one')
  return first
}

/**
 * 0x keeps what `node --prof-process --preprocess` made of the log.
 *
 * @param {string} folder
 * @returns {Profile}
 */
function readProfile(folder) {
  const file = readdirSync(folder).find((name) => name.endsWith('-v8.log.json'))
  if (file === undefined) throw new Error(`expected a *-v8.log.json in ${folder}`)
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

/**
 * Own and total ticks of each function; the optimised and other forms of one function are one.
 *
 * @param {Profile} profile
 * @returns {Row[]}
 */
function rowsOf({ code, ticks }) {
  /** @type {Map<string, Row>} */
  const rows = new Map()
  /** @param {string} key */
  const rowOf = (key) => {
    const found = rows.get(key)
    if (found !== undefined) return found
    const [name = '', place = ''] = key.split('\n')
    const row = { name, place, own: 0, total: 0 }
    rows.set(key, row)
    return row
  }
  for (const { s, vm } of ticks) {
    if (vm === GC) {
      rowOf('(garbage collector)').own++
      rowOf('(garbage collector)').total++
      continue
    }
    const seen = new Set()
    let isTop = true
    for (let i = 0; i < s.length; i += 2) {
      const id = s[i]
      const found = id === undefined || id < 0 ? undefined : code[id]
      const key = found === undefined ? '(unknown)' : keyOf(found)
      if (isTop) rowOf(key).own++
      isTop = false
      if (seen.has(key)) continue
      seen.add(key)
      rowOf(key).total++
    }
  }
  return [...rows.values()].sort((a, b) => b.own - a.own)
}

/** @param {Code} code */
function keyOf({ name, type }) {
  if (type !== 'JS') return `${name} [${type}]`
  const match = /^(\S*) ?(?:file:\/\/)?(.*):(\d+):\d+$/.exec(name)
  if (match === null) return name
  const [, called = '', path = '', line = ''] = match
  const place = path.replace(/^.*\/(?:\.build|node_modules)\//, '').replace(root, '')
  return `${called === '' ? '(anonymous)' : called}\n${place.replace(/\.js$/, '')}:${line}`
}

/**
 * @param {Row[]} rows
 * @param {number} ticks
 * @param {number} top
 */
function format(rows, ticks, top) {
  /** @param {number} count */
  const share = (count) => `${((100 * count) / ticks).toFixed(1)}%`
  const lines = rows
    .slice(0, top)
    .map(({ name, place, own, total }) => `| ${share(own)} | ${share(total)} | \`${name}\` | ${place} |`)
  return ['| self | total | function | compiled file:line |', '| --- | --- | --- | --- |', ...lines].join('\n')
}
