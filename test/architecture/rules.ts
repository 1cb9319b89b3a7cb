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

/** Lowest first: a zone may import itself and what stands before it. */
const ZONES = ['core', 'orchestrator', 'node', 'cli']

/** Lowest first; layers of one row may not import one another. */
const CORE_LAYERS = [
  ['base'],
  ['document'],
  ['command'],
  ['decompose', 'execute', 'verify', 'serialize'],
  ['engine'],
  ['index.ts'],
]

/** Where a package may be imported; everywhere else, and every package that is not named here, is refused. */
const PACKAGE_HOMES: Readonly<Record<string, RegExp>> = {
  immer: /^src\/core\/document\/change\.ts$/,
  'lru-cache': /^src\/core\/decompose\/intent-cache\.ts$/,
  culori: /^src\/core\//,
  'mdast-util-from-markdown': /^src\/orchestrator\/markdown\//,
  mdast: /^src\/orchestrator\/markdown\//,
  picomatch: /^src\/orchestrator\/dependencies\//,
  execa: /^src\/node\//,
  'log-update': /^src\/cli\//,
  commander: /^src\/cli\//,
  picocolors: /^src\/cli\//,
  'write-file-atomic': /^src\/node\//,
  '@pydantic/genai-prices': /^src\/orchestrator\/tokens\/price-list\.ts$/,
  ajv: /^src\/orchestrator\//,
  'ajv-formats': /^src\/orchestrator\//,
  'simple-statistics': /^src\/orchestrator\//,
  yaml: /^src\/orchestrator\//,
  'prom-client': /^src\/node\/telemetry\/prometheus\.ts$/,
  '@opentelemetry/api': /^src\/node\/telemetry\/opentelemetry\.ts$/,
  pino: /^src\/node\/telemetry\/log\.ts$/,
  piscina: /^src\/node\/document-batches\/worker-lane\.ts$/,
}

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

/** Names of the host that would bring time, chance or input into the core. */
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
const CLOCK_FILE = 'src/core/base/clock.ts'

export function findZoneViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) => {
    const zone = zoneOf(file.path)
    if (!ZONES.includes(zone)) return [`lies in no known zone (${ZONES.join(', ')})`]
    return file.importedFiles.flatMap((path) => {
      if (!path.startsWith('src/')) return [`imports ${path}, outside src/`]
      return ZONES.indexOf(zoneOf(path)) <= ZONES.indexOf(zone)
        ? []
        : [`imports ${path}: ${zone} stands below`]
    })
  })
}

export function findLayerViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) => {
    const layer = coreLayerOf(file.path)
    if (layer === undefined) return []
    const rank = rankOf(layer)
    if (rank < 0) return [`lies in no known layer of the core`]
    return file.importedFiles.flatMap((path) => {
      const other = coreLayerOf(path)
      if (other === undefined || other === layer) return []
      const otherRank = rankOf(other)
      if (otherRank === rank) return [`imports ${path}: ${layer} and ${other} may not know each other`]
      return otherRank >= 0 && otherRank < rank ? [] : [`imports ${path}: ${layer} stands below ${other}`]
    })
  })
}

export function findPackageViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) =>
    file.importedPackages.flatMap((name) => {
      if (name.startsWith('node:')) {
        return /^src\/(?:node|cli)\//.test(file.path) ? [] : [`imports ${name}: no platform here`]
      }
      const home = PACKAGE_HOMES[packageOf(name)]
      if (home === undefined) return [`imports the package ${name}, which has no home`]
      return home.test(file.path) ? [] : [`imports ${name}, which belongs to ${home.source}`]
    }),
  )
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
    if (file.path.startsWith('src/core/document/')) return []
    return [
      ...file.properties.filter((name) => asProperty.has(name)).map((name) => `uses the native key ${name}`),
      ...file.strings
        .filter((text) => inText.test(text))
        .map((text) => `names a native key in ${JSON.stringify(text)}`),
    ]
  })
}

/** Same input, same answer: the core reads no clock, draws no random number and does no input or output. */
export function findHostViolations(files: readonly SourceFile[]): Violation[] {
  return collect(files, (file) => {
    if (coreLayerOf(file.path) === undefined || file.path === CLOCK_FILE) return []
    const uses = file.identifiers.filter((name) => HOST_NAMES.has(name))
    if (file.properties.includes('random')) uses.push('random')
    if (file.identifiers.includes('globalThis')) uses.push('globalThis')
    return [...new Set(uses)].map((name) => `uses ${name} of the host`)
  })
}

function zoneOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function coreLayerOf(path: string): string | undefined {
  const [top, zone, layer] = path.split('/')
  return top === 'src' && zone === 'core' ? layer : undefined
}

function rankOf(layer: string): number {
  return CORE_LAYERS.findIndex((row) => row.includes(layer))
}

function packageOf(name: string): string {
  const parts = name.split('/')
  return parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')
}
