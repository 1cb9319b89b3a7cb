import type { Dialect } from 'blueprint-command-engine'
import { jsonDialect } from '../json/dialect.ts'
import type { Created, JsonFormat, JsonReading, NewItem } from '../json/format.ts'
import { inferRows } from '../json/infer.ts'
import { FIELD_ROWS, nounOf, PART_TEXTS, singular } from '../json/parts.ts'
import { escapeKey, isObject, ownOf, valueAt } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'
import type { Row } from '../json/row.ts'
import type { SourceEditor } from '../json/source-editor.ts'
import { nounsOf, vocabularyOf } from '../json/vocabulary.ts'
import { DataReader, isComponent, isSlot, partsOf } from './read-data.ts'
import { richText } from './rich-text.ts'

const format: JsonFormat = {
  name: 'puck',
  title: 'Puck',
  recognise: (source) => {
    if (!isObject(source) || !isObject(ownOf(source, 'root'))) return false
    const content = ownOf(source, 'content')
    return Array.isArray(content) && content.every(isComponent)
  },
  read,
  locate: null,
  flat: null,
  binding: () => null,
  locked: readOnly,
  create,
  copy: (value, fresh) => withIds(value, fresh) as JsonObject,
  removed: removeZones,
  copied: copyZones,
}

/** The data of Puck's editor: content, slots and zones. What a component may have stands in the application's config. */
export const puck: Dialect = jsonDialect(format)

/** `readOnly: { prop: true }`: the application says that the prop is not to be changed. */
function readOnly(element: unknown, path: string): string | null {
  const locks = isObject(element) ? ownOf(element, 'readOnly') : undefined
  const name = path.split('/')[2]
  return isObject(locks) && name !== undefined && ownOf(locks, name) === true
    ? 'the document says that it is read-only'
    : null
}

function read(source: unknown): JsonReading {
  const data = source as JsonObject
  const zones = ownOf(data, 'zones')
  const rows = typeRows(data)
  const rowsFor = (own: string): readonly Row[] => rows.get(own) ?? NO_ROWS
  const reader = new DataReader(isObject(zones) ? zones : {}, rowsFor)
  const content = reader.items(ownOf(data, 'content') as readonly unknown[])
  return {
    items: [...content, ...reader.root(ownOf(data, 'root') as JsonObject)],
    topList: '/content',
    topTakes: 'element',
    vocabulary: vocabularyOf(rows.values(), [], VERBS, [
      { words: 'page title', type: 'page' },
      ...nounsOf([...rows.keys()].filter((own) => !own.includes(' '))),
    ]),
    rows: rowsFor,
  }
}

const NO_ROWS: readonly Row[] = []

const VERBS = [
  { words: 'check', key: 'checked', value: true },
  { words: 'uncheck', key: 'checked', value: false },
]

const PAGE_ROWS: readonly Row[] = [
  { key: 'text', name: 'title', path: '/title', holds: { kind: 'text' }, means: ['text'], isContent: true },
]

const OPTIONS = {
  texts: ['text', 'title', 'label', 'content', 'heading', 'name', 'children'],
  isForeign: (value: unknown): boolean => Array.isArray(value) || isSlot(value),
  skipped: new Set(['id', 'editMode', 'puck']),
  textCodec: richText,
}

/** A type has the props that the components of that type have in the document. */
function typeRows(data: JsonObject): Map<string, readonly Row[]> {
  const all = new Map<string, JsonObject[]>()
  const note = (own: string, props: JsonObject): void => {
    const known = all.get(own)
    if (known === undefined) all.set(own, [props])
    else known.push(props)
  }
  const parts = new Map<string, JsonObject[]>()
  eachComponent(data, (value) => {
    const own = String(value['type'])
    const props = value['props'] as JsonObject
    note(own, props)
    for (const [key, list] of partsOf(props)) {
      const part = `${own} ${singular(key)}`
      parts.set(part, [...(parts.get(part) ?? []), ...list])
    }
  })
  const rows = new Map<string, readonly Row[]>([
    ['text of its own', FIELD_ROWS.map((row) => ({ ...row, codec: richText }))],
    ['page', PAGE_ROWS],
  ])
  for (const [own, props] of all) rows.set(own, inferRows(own, '/props', props, OPTIONS))
  for (const [own, list] of parts) rows.set(own, inferRows(own, '', list, { ...OPTIONS, texts: PART_TEXTS }))
  return rows
}

function eachComponent(value: unknown, visit: (component: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) eachComponent(item, visit)
  } else if (isObject(value)) {
    if (isComponent(value)) visit(value)
    for (const inner of Object.values(value)) eachComponent(inner, visit)
  }
}

/** Nouns that may stand for a type of another name. */
const ALSO: { readonly [noun: string]: readonly string[] } = {
  title: ['heading'],
  subtitle: ['heading', 'text'],
  cta: ['button'],
  paragraph: ['text'],
  description: ['text'],
  container: ['grid', 'flex', 'section'],
}

function create({ noun, text, id }: NewItem, reading: JsonReading, source: unknown): Created | string {
  const types = new Map<string, JsonObject>()
  eachComponent(source, (value) => types.set(String(value['type']), value))
  const nouns = [noun, ...(Object.hasOwn(ALSO, noun) ? ALSO[noun]! : [])]
  const own = nouns
    .map((one) => [...types.keys()].find((type) => nounOf(type) === one))
    .find((type) => type !== undefined)
  if (own === undefined)
    return `This document has no ${noun.replaceAll('_', ' ')}; it has ${[...types.keys()].join(', ')}.`
  const main = reading.rows(own).find(({ key }) => key === 'text')
  const props: Record<string, unknown> = { id: `${own}-${id}` }
  if (main !== undefined && text !== null) props[main.name] = text
  return { own, value: { type: own, props }, kind: 'element' }
}

function withIds(value: unknown, fresh: (old: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, fresh))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withIds(inner, fresh)] as const)
  const copy: Record<string, unknown> = Object.fromEntries(entries)
  const props = ownOf(value, 'props')
  if (!isComponent(value) || !isObject(props)) return copy
  const id = ownOf(props, 'id')
  if (typeof id === 'string') copy['props'] = { ...(copy['props'] as JsonObject), id: fresh(id) }
  return copy
}

/** Zones go with the component that they are in (reducer/actions/remove.ts). */
function removeZones(editor: SourceEditor, ids: readonly string[]): void {
  const gone = new Set(ids)
  for (const key of Object.keys(zonesOf(editor.root)))
    if (gone.has(key.slice(0, key.lastIndexOf(':')))) editor.remove(`/zones/${escapeKey(key)}`)
}

function copyZones(editor: SourceEditor, ids: ReadonlyMap<string, string>): void {
  const fresh = (old: string): string => ids.get(old) ?? old
  for (const [key, list] of Object.entries(zonesOf(editor.root))) {
    const id = ids.get(key.slice(0, key.lastIndexOf(':')))
    if (id !== undefined)
      editor.set(`/zones/${escapeKey(`${id}${key.slice(key.lastIndexOf(':'))}`)}`, withIds(list, fresh))
  }
}

function zonesOf(source: unknown): JsonObject {
  const zones = valueAt(source, '/zones')
  return isObject(zones) ? zones : {}
}
