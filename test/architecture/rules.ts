import { homeOf, onlyIn, rooms } from './rooms.ts'
import type { SourceFile } from './source-file.ts'

/**
 * One broken rule: which file, and what it does wrong. A rule takes all files and returns what it finds, so that a
 * test can show it made-up files as well.
 */
export interface Violation {
  readonly path: string
  readonly problem: string
}

type Finder = (file: SourceFile) => readonly string[]

function collect(files: readonly SourceFile[], find: Finder): Violation[] {
  return files.flatMap((file) => find(file).map((problem) => ({ path: file.path, problem })))
}

/** Lowest first; layers of one row may not import one another. */
const ENGINE_LAYERS = [
  ['base'],
  ['document'],
  ['command'],
  ['decompose', 'execute', 'verify', 'serialize'],
  ['language'],
  ['engine'],
  ['index.ts'],
]

const MAX_LINES = 300
const VAGUE_NAMES = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'type',
  'types',
  'misc',
  'manager',
  'managers',
])

/** Names of the host that would bring time, chance or input into the engine. */
const HOST_NAMES = new Set([
  'Date',
  'performance',
  'process',
  'crypto',
  'console',
  'setTimeout',
  'setInterval',
  'fetch',
])
const CLOCK_FILE = 'src/base/clock.ts'

/** Every file lies in a room of the table, and imports what the table lets its room import. */
export function findRoomViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) => {
    const room = homeOf(file.path)
    if (room === undefined) return [`lies in no known room (${rooms.map(({ path }) => path).join(', ')})`]
    const relative = file.importedFiles.flatMap((path) => {
      const other = homeOf(path)
      if (other === room) return []
      return other !== undefined && room.mayImport.includes(other.path)
        ? []
        : [`imports ${path}: not for ${room.path}`]
    })
    const named = file.importedPackages.flatMap((name) => {
      if (name.startsWith('node:')) return room.isNode ? [] : [`imports ${name}: no platform here`]
      if (onlyIn[name]?.includes(file.path) === false)
        return [`imports ${name}, which belongs to ${onlyIn[name].join(', ')}`]
      return room.mayImport.includes(name) ? [] : [`imports ${name}: not for ${room.path}`]
    })
    return [...relative, ...named]
  })
}

export function findLayerViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) => {
    const layer = layerOf(file.path)
    if (layer === undefined) return []
    const rank = rankOf(layer)
    if (rank < 0) return [`lies in no known layer of the engine`]
    return file.importedFiles.flatMap((path) => {
      const other = layerOf(path)
      if (other === undefined || other === layer) return []
      const otherRank = rankOf(other)
      if (otherRank === rank) return [`imports ${path}: ${layer} and ${other} may not know each other`]
      return otherRank >= 0 && otherRank < rank ? [] : [`imports ${path}: ${layer} stands below ${other}`]
    })
  })
}

/** @param tables files that hold a vocabulary or a table, which may be long */
export function findLengthViolations(files: readonly SourceFile[], tables: readonly string[]): Violation[] {
  return collect(files, (file) =>
    file.lineCount > MAX_LINES && !tables.includes(file.path)
      ? [`has ${file.lineCount} lines, more than ${MAX_LINES}: split it`]
      : [],
  )
}

/** Entries of the list of tables that no longer need to stand there. */
export function findNeedlessTables(files: readonly SourceFile[], tables: readonly string[]): Violation[] {
  return tables
    .filter((path) => !files.some((file) => file.path === path && file.lineCount > MAX_LINES))
    .map((path) => ({ path, problem: 'is listed as a long table and is missing or short' }))
}

export function findNameViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) => {
    const parts = file.path.split('/')
    const vague = parts
      .flatMap((part) => part.replace(/\.ts$/, '').split('-'))
      .filter((word) => VAGUE_NAMES.has(word))
    const spelled = parts.filter(
      (part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|generated))?(?:\.ts)?$/.test(part),
    )
    return [
      ...vague.map((word) => `has the name "${word}", which says nothing about its content`),
      ...spelled.map((part) => `is not in kebab-case: ${part}`),
    ]
  })
}

/**
 * The native document's keys stay in the document layer.
 *
 * @param keys keys that can mean nothing else; `visual` and `bbox` are always looked for
 */
export function findNativeKeyViolations(files: readonly SourceFile[], keys: readonly string[]): Violation[] {
  const asProperty = new Set(['bbox', 'visual', ...keys])
  const inText = new RegExp(
    `(?<![A-Za-z0-9_])(?:${['bbox', ...keys].join('|')})(?![A-Za-z0-9_])|/visual(?:/|$)`,
  )
  return collect(files, (file) => {
    if (file.path.startsWith('src/document/')) return []
    return [
      ...file.properties.filter((name) => asProperty.has(name)).map((name) => `uses the native key ${name}`),
      ...file.strings
        .filter((text) => inText.test(text))
        .map((text) => `names a native key in ${JSON.stringify(text)}`),
    ]
  })
}

/** Same input, same answer: the engine reads no clock, draws no random number and does no input or output. */
export function findHostViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) => {
    if (layerOf(file.path) === undefined || file.path === CLOCK_FILE) return []
    const uses = file.identifiers.filter((name) => HOST_NAMES.has(name))
    if (file.properties.includes('random')) uses.push('random')
    if (file.identifiers.includes('globalThis')) uses.push('globalThis')
    return [...new Set(uses)].map((name) => `uses ${name} of the host`)
  })
}

function layerOf(path: string): string | undefined {
  const [top, layer] = path.split('/')
  return top === 'src' ? layer : undefined
}

function rankOf(layer: string): number {
  return ENGINE_LAYERS.findIndex((row) => row.includes(layer))
}
