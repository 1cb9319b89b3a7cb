import type { Dialect } from 'blueprint-command-engine'
import { jsonDialect } from '../json/dialect.ts'
import { Misshapen } from '../json/format.ts'
import type { Created, JsonFormat, JsonReading, NewItem } from '../json/format.ts'
import { isObject, ownOf, valueAt } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'
import type { Row } from '../json/row.ts'
import type { SourceEditor } from '../json/source-editor.ts'
import { vocabularyOf } from '../json/vocabulary.ts'
import {
  boundTo,
  definitionLists,
  isMessage,
  locateDefinition,
  messagesOf,
  referencesOf,
} from './messages.ts'
import { ComponentReader } from './read-components.ts'
import { ICONS, rowsOf } from './rows.ts'
import type { Version } from './rows.ts'

const format: JsonFormat = {
  name: 'a2ui',
  title: 'A2UI',
  recognise: (source) => {
    const messages = messagesOf(source)
    return messages !== null && messages.list.length > 0 && messages.list.every(isMessage)
  },
  read,
  locate: locateDefinition,
  binding: (value) => boundTo(value),
  create,
  copy: (value, fresh) => withReferences(value, fresh) as JsonObject,
  flat: { define, undefine },
  token: (name, source) => (name === 'primaryColor' ? themePointer(source) : null),
}

/** A2UI 0.9, 0.9.1 and 1.0: messages that define components, flat, by id. */
export const a2ui: Dialect = jsonDialect(format)

const TABLES: { readonly [V in Version]: { readonly [own: string]: readonly Row[] } } = {
  '0.9': withCaption(rowsOf('0.9', captionOf)),
  '1.0': withCaption(rowsOf('1.0', captionOf)),
}

/** The text of a button under its own id: it can be said, and it is found by nothing else. */
function withCaption(rows: { readonly [own: string]: readonly Row[] }): {
  readonly [own: string]: readonly Row[]
} {
  return { ...rows, caption: rows['Text']!.map((row) => ({ ...row, isSilent: true })) }
}

const VOCABULARIES = {
  '0.9': vocabularyOf(Object.values(TABLES['0.9']).map(spoken)),
  '1.0': vocabularyOf(Object.values(TABLES['1.0']).map(spoken)),
}

/** Names of icons are no looks that a thing can be made: "make it a home" is none. */
function spoken(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ holds, isContent }) => isContent !== true || holds.kind !== 'enum')
}

function versionOf(source: unknown): Version {
  const first = messagesOf(source)?.list.find(isMessage)
  return first !== undefined && first['version'] === 'v1.0' ? '1.0' : '0.9'
}

function read(source: unknown): JsonReading {
  const definitions = new Map<string, JsonObject>()
  for (const { list } of definitionLists(source)) {
    for (const value of list) {
      const id = isObject(value) ? ownOf(value, 'id') : undefined
      if (typeof id !== 'string') throw new Misshapen('expected components with an id each')
      // The last definition counts, where the first one stood.
      definitions.set(id, value as JsonObject)
    }
  }
  const version = versionOf(source)
  const theme = themePointer(source)
  const table = TABLES[version]
  const primary = theme === null ? undefined : valueAt(source, theme)
  return {
    items: definitions.has('root') ? [new ComponentReader(definitions).root('root')] : [],
    topList: null,
    topTakes: null,
    ...(typeof primary === 'string' ? { tokens: { primary_color: primary } } : {}),
    vocabulary: VOCABULARIES[version],
    rows: (own) => (Object.hasOwn(table, own) ? table[own]! : NO_ROWS),
  }
}

const NO_ROWS: readonly Row[] = []

/** The theme's primary colour: version 0.9 alone has one. */
function themePointer(source: unknown): string | null {
  const messages = messagesOf(source)
  if (messages === null || versionOf(source) === '1.0') return null
  const at = messages.list.findIndex(
    (message) => typeof valueAt(message, '/createSurface/theme/primaryColor') === 'string',
  )
  return at < 0 ? null : `${messages.base}/${at}/createSurface/theme/primaryColor`
}

/** The one text that a button shows; null if there is none, or more than one. */
function captionOf(element: unknown, source: unknown): string | null {
  const child = isObject(element) ? ownOf(element, 'child') : undefined
  if (typeof child !== 'string') return null
  const texts = textsUnder(child, source, 0)
  return texts.length === 1 ? texts[0]! : null
}

function textsUnder(id: string, source: unknown, depth: number): readonly string[] {
  const pointer = depth > 8 ? null : locateDefinition(source, id)
  const value = pointer === null ? undefined : valueAt(source, pointer)
  if (!isObject(value)) return []
  if (ownOf(value, 'component') === 'Text') return [id]
  return referencesOf(value).flatMap((inner) => textsUnder(inner, source, depth + 1))
}

function create({ noun, text, id }: NewItem, _reading: JsonReading, source: unknown): Created | string {
  const said = text ?? ''
  const element = (component: string, more: JsonObject): Created => ({
    own: component,
    kind: 'element',
    value: { id, component, ...more },
  })
  const version = versionOf(source)
  switch (noun) {
    case 'text':
    case 'description':
    case 'paragraph':
    case 'label':
      return element('Text', { text: said })
    case 'heading':
    case 'title':
    case 'subtitle':
      return version === '1.0'
        ? element('Text', { text: `## ${said}` })
        : element('Text', { text: said, variant: noun === 'title' ? 'h1' : 'h2' })
    case 'button':
    case 'cta': {
      const child = `${id}_text`
      const button = element('Button', { child, action: { event: { name: id } } })
      return { ...button, more: [[child, { id: child, component: 'Text', text: said }]] }
    }
    case 'image':
      return element('Image', { url: said })
    case 'divider':
      return element('Divider', {})
    case 'input':
      return element('TextField', { label: said })
    case 'checkbox':
      return element('CheckBox', { label: said, value: false })
    case 'icon':
      return ICONS.includes(said)
        ? element('Icon', { name: said })
        : `An Icon has one of these names: ${ICONS.join(', ')}.`
    case 'row':
      return element('Row', { children: [] })
    case 'column':
    case 'container':
      return element('Column', { children: [] })
    default:
      return `A2UI has no ${noun.replaceAll('_', ' ')} that could be added; it has text, heading, button, image, divider, input, checkbox, icon, row and column.`
  }
}

/** New definitions go to the last message that defines what they belong to. */
function define(editor: SourceEditor, id: string, value: JsonObject, beside: string | null): void {
  const known = beside === null ? null : locateDefinition(editor.root, beside)
  const list = known === null ? lastList(editor.root) : known.slice(0, known.lastIndexOf('/'))
  if (list === null) return
  const present = valueAt(editor.root, list)
  editor.insert(list, Array.isArray(present) ? present.length : 0, { ...value, id })
}

function lastList(source: unknown): string | null {
  return [...definitionLists(source)].at(-1)?.pointer ?? null
}

/** Takes all definitions of these ids away, but for those that something left over refers to. */
function undefine(editor: SourceEditor, ids: readonly string[]): void {
  const gone = new Set(ids)
  for (const id of referredTo(editor.root, gone)) gone.delete(id)
  const places: string[] = []
  for (const { pointer, list } of definitionLists(editor.root))
    list.forEach((value, i) => {
      if (isObject(value) && gone.has(String(value['id']))) places.push(`${pointer}/${i}`)
    })
  for (const place of places.reverse()) editor.remove(place)
}

function referredTo(source: unknown, gone: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Map<string, JsonObject>()
  for (const { list } of definitionLists(source))
    for (const value of list) if (isObject(value)) kept.set(String(value['id']), value)
  const needed = new Set<string>()
  const walk = (id: string): void => {
    const value = kept.get(id)
    if (value === undefined) return
    for (const inner of referencesOf(value)) {
      if (!gone.has(inner) || needed.has(inner)) continue
      needed.add(inner)
      walk(inner)
    }
  }
  for (const id of kept.keys()) if (!gone.has(id)) walk(id)
  return needed
}

const REFERENCES: ReadonlySet<string> = new Set(['id', 'child', 'trigger', 'content', 'componentId'])

function withReferences(value: unknown, fresh: (old: string) => string): unknown {
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (REFERENCES.has(key) && typeof inner === 'string') return [key, fresh(inner)]
      if (key === 'children')
        return [
          key,
          Array.isArray(inner) ? inner.map((id: unknown) => fresh(String(id))) : withReferences(inner, fresh),
        ]
      if (key === 'tabs' && Array.isArray(inner))
        return [key, inner.map((tab: unknown) => withReferences(tab, fresh))]
      return [key, inner]
    }),
  )
}
