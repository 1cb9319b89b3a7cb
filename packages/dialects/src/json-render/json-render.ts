import type { Dialect } from 'blueprint-command-engine'
import { jsonDialect } from '../json/dialect.ts'
import { Misshapen } from '../json/format.ts'
import type { Created, JsonFormat, JsonReading, NewItem } from '../json/format.ts'
import { inferRows } from '../json/infer.ts'
import { FIELD_ROWS, nounOf, PART_TEXTS } from '../json/parts.ts'
import { escapeKey, isObject, ownOf } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'
import type { Row } from '../json/row.ts'
import type { SourceEditor } from '../json/source-editor.ts'
import { nounsOf, vocabularyOf } from '../json/vocabulary.ts'
import { catalog, catalogRows, CONTAINERS } from './catalog.ts'
import { ElementReader, childrenOf, directive } from './read-elements.ts'

const format: JsonFormat = {
  name: 'json-render',
  title: 'json-render',
  recognise: (source) =>
    isObject(source) && typeof ownOf(source, 'root') === 'string' && isObject(ownOf(source, 'elements')),
  read,
  locate: (source, id) => {
    const elements = elementsOf(source)
    return Object.hasOwn(elements, id) ? `/elements/${escapeKey(id)}` : null
  },
  binding: (value, path) => (path === '/visible' ? null : directive(value)),
  create,
  copy: (value, fresh) => withIds(value, fresh),
  flat: {
    define: (editor, id, value) => editor.set(`/elements/${escapeKey(id)}`, value),
    undefine: removeElements,
  },
}

/** Specs of json-render (Vercel Labs): a flat map of elements by their keys. */
export const jsonRender: Dialect = jsonDialect(format)

const HIDDEN: Row = {
  key: 'hidden',
  name: 'visible',
  path: '/visible',
  holds: { kind: 'flag', initial: false },
  means: ['hidden'],
  isContent: true,
  codec: {
    read: (raw) => (raw === false ? true : undefined),
    write: (value) => (value === true ? false : undefined),
  },
}

function elementsOf(source: unknown): JsonObject {
  return (source as { readonly elements: JsonObject }).elements
}

function read(source: unknown): JsonReading {
  const elements = elementsOf(source)
  const root = (source as { readonly root: string }).root
  if (!isObject(ownOf(elements, root)))
    throw new Misshapen(`expected an element for the root ${JSON.stringify(root)}`)
  const rows = typeRows(elements)
  const rowsFor = (own: string): readonly Row[] => rows.get(own) ?? NO_ROWS
  const items = new ElementReader(elements, rowsFor).root(root)
  return {
    items: [items],
    topList: null,
    topTakes: null,
    vocabulary: vocabularyOf(
      rows.values(),
      WORDS,
      VERBS,
      nounsOf([...rows.keys()].filter((own) => !own.includes(' '))),
    ),
    rows: rowsFor,
  }
}

const NO_ROWS: readonly Row[] = []
const WORDS = [
  { words: 'disabled', key: 'disabled', value: true },
  { words: 'enabled', key: 'disabled', value: false },
]

const VERBS = [
  { words: 'disable', key: 'disabled', value: true },
  { words: 'enable', key: 'disabled', value: false },
]

/** The rows of every type, and of the parts of its elements. */
function typeRows(elements: JsonObject): Map<string, readonly Row[]> {
  const propsOf = new Map<string, JsonObject[]>()
  for (const element of Object.values(elements)) {
    if (!isObject(element)) continue
    const type = String(ownOf(element, 'type'))
    const props = ownOf(element, 'props')
    const known = propsOf.get(type)
    const own = isObject(props) ? props : {}
    if (known === undefined) propsOf.set(type, [own])
    else known.push(own)
  }
  const rows = new Map<string, readonly Row[]>([['text of its own', FIELD_ROWS]])
  for (const [type, all] of propsOf) {
    rows.set(type, [...(fromCatalog(type, all) ?? inferRows(type, '/props', all, OPTIONS)), HIDDEN])
    for (const [own, parts] of partsIn(type, all))
      rows.set(own, inferRows(own, '', parts, { ...OPTIONS, texts: PART_TEXTS }))
  }
  return rows
}

/** A type is read by the catalogue when it declares everything that the document has for it. */
function fromCatalog(type: string, all: readonly JsonObject[]): readonly Row[] | undefined {
  const declared = Object.hasOwn(catalog, type) ? catalog[type]! : undefined
  if (
    declared === undefined ||
    !all.every((props) =>
      Object.entries(props).every(
        ([name, value]) => Object.hasOwn(declared, name) && takes(declared[name]!, value),
      ),
    )
  )
    return undefined
  return catalogRows(type)
}

/** Words that the catalogue does not list are those of another one. */
function takes(entry: unknown, value: unknown): boolean {
  return !Array.isArray(entry) || typeof value !== 'string' || entry.includes(value)
}

const OPTIONS = {
  texts: ['text', 'label', 'title', 'content', 'name'],
  isForeign: (value: unknown): boolean => directive(value) !== null,
  skipped: new Set<string>(['className', 'style.id']),
}

function* partsIn(type: string, all: readonly JsonObject[]): Iterable<[string, readonly JsonObject[]]> {
  const lists = new Map<string, JsonObject[]>()
  for (const props of all)
    for (const [key, own, parts] of childrenOf.parts(type, props)) {
      void key
      lists.set(own, [...(lists.get(own) ?? []), ...parts])
    }
  yield* lists
}

const CREATED: { readonly [noun: string]: string } = {
  text: 'Text',
  paragraph: 'Text',
  description: 'Text',
  heading: 'Heading',
  title: 'Heading',
  subtitle: 'Heading',
  button: 'Button',
  cta: 'Button',
  link: 'Link',
  badge: 'Badge',
  image: 'Image',
  divider: 'Separator',
  input: 'Input',
  textarea: 'Textarea',
  select: 'Select',
  checkbox: 'Checkbox',
  radio: 'Radio',
  switch: 'Switch',
  card: 'Card',
  container: 'Stack',
  table: 'Table',
  avatar: 'Avatar',
}

function create({ noun, text, id }: NewItem, reading: JsonReading, source: unknown): Created | string {
  const types = new Set(
    Object.values(elementsOf(source)).map((element) =>
      isObject(element) ? String(ownOf(element, 'type')) : '',
    ),
  )
  const inCatalog = Object.hasOwn(CREATED, noun) ? CREATED[noun] : undefined
  const own =
    [...types].find((type) => nounOf(type) === noun) ??
    (inCatalog !== undefined && isShadcn(types, reading) ? inCatalog : undefined)
  if (own === undefined)
    return `This document has no ${noun.replaceAll('_', ' ')}; it has ${[...types].filter((type) => type !== '').join(', ')}.`
  const props: Record<string, unknown> = {}
  const rows = rowsForNew(own, reading)
  for (const { key, path, isRequired, holds } of rows) {
    const name = path.split('/')[2]
    if (name === undefined || !path.startsWith('/props/')) continue
    if (key === 'text' && text !== null) props[name] = text
    else if (isRequired === true && catalogRows(own) !== undefined)
      props[name] = name === 'name' ? id : holds.kind === 'number' ? 0 : ''
  }
  if (own === 'Table') Object.assign(props, { columns: [], rows: [] })
  if (own === 'Select' || own === 'Radio') props['options'] = []
  const value = { type: own, props, ...(CONTAINERS.has(own) ? { children: [] } : {}) }
  return { own, value, kind: 'element' }
}

function rowsForNew(own: string, reading: JsonReading): readonly Row[] {
  const known = reading.rows(own)
  return known.length > 0 ? known : (catalogRows(own) ?? NO_ROWS)
}

/** Whether the application's catalogue is shadcn's: every type of the document is one of its. */
function isShadcn(types: ReadonlySet<string>, reading: JsonReading): boolean {
  return [...types].every((type) => Object.hasOwn(catalog, type) && reading.rows(type).length > 0)
}

function withIds(value: JsonObject, fresh: (old: string) => string): JsonObject {
  const children = ownOf(value, 'children')
  const slots = ownOf(value, 'slots')
  const renamed = (list: unknown): unknown =>
    Array.isArray(list) ? list.map((id: unknown) => (typeof id === 'string' ? fresh(id) : id)) : list
  return {
    ...value,
    ...(children === undefined ? {} : { children: renamed(children) }),
    ...(isObject(slots)
      ? { slots: Object.fromEntries(Object.entries(slots).map(([name, list]) => [name, renamed(list)])) }
      : {}),
  }
}

function removeElements(editor: SourceEditor, ids: readonly string[]): void {
  for (const id of ids) {
    const pointer = format.locate!(editor.root, id)
    if (pointer !== null) editor.remove(pointer)
  }
}
