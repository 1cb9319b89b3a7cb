import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Node, Scalar, YAMLMap } from 'yaml'
import type { Finding } from '../finding.ts'
import type { FrontMatter } from '@blueprint-engine/files/formats'

/** A value as it is written, and where: `34.10` stays `34.10`, which as a number would be 34.1. */
export interface WrittenValue {
  readonly text: string
  readonly line: number
  readonly column: number
}

export interface Key {
  readonly name: string
  readonly line: number
  readonly column: number
  /** A single value, or null for lists, maps and nothing. */
  readonly single: WrittenValue | null
  /** The plain values of a list; null if the value is none. */
  readonly list: readonly WrittenValue[] | null
  /** Keys of a map below. */
  readonly map: ReadonlyMap<string, string> | null
  /** Offsets in the YAML text: behind the key, and the value's end. */
  readonly keyEnd: number
  readonly valueStart: number
  readonly valueEnd: number
}

const MAX_YAML_LENGTH = 65_536

/** The keys of a front matter in their order; of a repeated key the first counts. Faults are added to `findings`. */
export function readKeys(matter: FrontMatter, findings: Finding[]): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>()
  const add = (
    code: Finding['code'],
    message: string,
    { line, column }: { line: number; column: number },
  ): unknown => findings.push({ code, severity: 'warning', message, line, column })
  if (matter.yaml === null) {
    add('front-matter-missing', 'There is no front matter between "---" lines at the start of the file', {
      line: 1,
      column: 1,
    })
    return keys
  }
  const lines = new LineCounter()
  const placeOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line: line + matter.yamlLine - 1, column: col }
  }
  const document = parse(matter.yaml, lines)
  if (typeof document === 'string') {
    add('front-matter-invalid', `The front matter ${document}`, { line: matter.yamlLine, column: 1 })
    return keys
  }
  for (const { message, pos } of document.errors)
    add('front-matter-invalid', `The front matter is not valid YAML: ${firstLine(message)}`, placeOf(pos[0]))
  if (!isMap(document.contents)) return keys
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || key.range === null || key.range === undefined) continue
    const name = textOf(key)
    const place = placeOf(key.range[0])
    const node = isAlias(value) ? value.resolve(document) : value
    const read = readValue(node ?? null, key.range[1], placeOf)
    if (keys.has(name)) add('key-duplicate', `"${name}" is given a second time; the first counts`, place)
    else keys.set(name, { name, ...place, keyEnd: key.range[1], ...read })
  }
  return keys
}

function parse(yaml: string, lineCounter: LineCounter): Document.Parsed | string {
  if (yaml.length > MAX_YAML_LENGTH) return `has ${yaml.length} characters, more than ${MAX_YAML_LENGTH}`
  try {
    return parseDocument(yaml, { lineCounter, uniqueKeys: false, prettyErrors: false, version: '1.2' })
  } catch {
    // The parser recurses: only nesting without end brings it down.
    return 'is nested too deep to be read'
  }
}

function readValue(
  node: Node | null,
  keyEnd: number,
  placeOf: (offset: number) => { line: number; column: number },
): Pick<Key, 'single' | 'list' | 'map' | 'valueStart' | 'valueEnd'> {
  const range = node?.range ?? null
  const base = {
    single: null,
    list: null,
    map: null,
    valueStart: range?.[0] ?? keyEnd,
    valueEnd: range?.[1] ?? keyEnd,
  }
  if (isScalar(node)) return { ...base, single: { text: textOf(node), ...placeOf(base.valueStart) } }
  if (isSeq(node))
    return {
      ...base,
      list: node.items.flatMap((item) => {
        const scalar = scalarOf(item)
        return scalar === null
          ? []
          : [{ text: textOf(scalar), ...placeOf(scalar.range?.[0] ?? base.valueStart) }]
      }),
    }
  if (isMap(node))
    return {
      ...base,
      list: listBelow(node, placeOf),
      map: new Map(
        node.items.flatMap(({ key, value }) =>
          isScalar(key) && isScalar(value) ? [[textOf(key), textOf(value)] as const] : [],
        ),
      ),
    }
  return base
}

/** What names an entry of a list that is a map: `- path: src/a.ts`. */
const NAMING_KEYS: ReadonlySet<string> = new Set(['path', 'file', 'id', 'prp_id', 'name'])

function scalarOf(item: unknown): Scalar | null {
  if (isScalar(item)) return item
  if (!isMap(item)) return null
  const values = item.items.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) ? [{ name: textOf(key), value }] : [],
  )
  return (values.find(({ name }) => NAMING_KEYS.has(name)) ?? values[0])?.value ?? null
}

/** The values of the lists below the keys of a map: `files: { new: [a.ts], changed: [b.ts] }`; null if there are none. */
function listBelow(
  map: YAMLMap,
  placeOf: (offset: number) => { line: number; column: number },
): readonly WrittenValue[] | null {
  const lists = map.items.flatMap(({ value }) => (isSeq(value) ? [value] : []))
  if (lists.length === 0) return null
  return lists.flatMap(({ items }) =>
    items.flatMap((item) => {
      const scalar = scalarOf(item)
      return scalar === null ? [] : [{ text: textOf(scalar), ...placeOf(scalar.range?.[0] ?? 0) }]
    }),
  )
}

function textOf(scalar: { readonly source?: string; readonly value: unknown }): string {
  return scalar.value === null ? '' : (scalar.source ?? '')
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.slice(0, 200)
}
