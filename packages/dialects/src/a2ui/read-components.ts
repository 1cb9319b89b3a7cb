import type { Item } from '../json/format.ts'
import { isObject, ownOf } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'
import { boundTo } from './messages.ts'
import { readMarked } from './markdown.ts'

const NOUNS: { readonly [own: string]: string } = {
  Text: 'text',
  Image: 'image',
  Icon: 'icon',
  Video: 'video',
  AudioPlayer: 'audio_player',
  Row: 'row',
  Column: 'column',
  List: 'list',
  Card: 'card',
  Tabs: 'tabs',
  Modal: 'modal',
  Divider: 'divider',
  Button: 'button',
  TextField: 'input',
  DateTimeInput: 'input',
  CheckBox: 'checkbox',
  ChoicePicker: 'select',
  Slider: 'slider',
}

const REQUIRED = 'its parent must have exactly one child there'

/** Reads the tree of components from the root of a surface. */
export class ComponentReader {
  readonly #definitions: ReadonlyMap<string, JsonObject>
  readonly #seen = new Set<string>()
  readonly #title: string | null

  constructor(definitions: ReadonlyMap<string, JsonObject>) {
    this.#definitions = definitions
    this.#title = titleOf(definitions)
  }

  root(id: string): Item {
    return { ...this.#item(id, 'element'), fixed: 'it is the root of its surface' }
  }

  #item(id: string, role: 'element' | 'caption'): Item {
    const value = this.#definitions.get(id)
    if (value === undefined || this.#seen.has(id))
      return {
        id: null,
        type: 'unknown',
        own: `missing ${id}`,
        value: {},
        kind: 'missing',
        fixed: `there is no component ${JSON.stringify(id)} of its own`,
        children: [],
      }
    this.#seen.add(id)
    const type = String(ownOf(value, 'component'))
    const level = headingLevel(value)
    const isBound = type === 'Text' && boundTo(ownOf(value, 'text')) !== null
    // The text of a button is the button's own: it answers to its id alone.
    const noun =
      role === 'caption' ? 'caption_of_button' : level > 0 ? 'heading' : (NOUNS[type] ?? type.toLowerCase())
    const children = ownOf(value, 'children')
    return {
      id,
      type: noun,
      ...(id === this.#title && role === 'element' ? { role: 'title' } : {}),
      own: role === 'caption' ? 'caption' : isBound ? 'Text from data' : type,
      value,
      kind: 'element',
      ...(Array.isArray(children) ? { list: '/children', takes: 'element' } : {}),
      children: this.#inside(value, type),
    }
  }

  #inside(value: JsonObject, type: string): Item[] {
    const children = ownOf(value, 'children')
    const items = Array.isArray(children)
      ? children.map((id: unknown) => this.#item(String(id), 'element'))
      : []
    const template = isObject(children) ? ownOf(children, 'componentId') : undefined
    if (typeof template === 'string')
      items.push({
        ...this.#item(template, 'element'),
        at: '(template)',
        fixed: 'it is the template of a list that is repeated for data',
      })
    for (const key of ['child', 'trigger', 'content']) {
      const id = ownOf(value, key)
      if (typeof id !== 'string') continue
      const isCaption = type === 'Button' && ownOf(this.#definitions.get(id) ?? {}, 'component') === 'Text'
      items.push({ ...this.#item(id, isCaption ? 'caption' : 'element'), at: `(${key})`, fixed: REQUIRED })
    }
    items.push(
      ...this.#parts(value, 'tabs', 'Tab', 'tab'),
      ...this.#parts(value, 'options', 'Option', 'option'),
    )
    return items
  }

  #parts(value: JsonObject, key: string, own: string, type: string): Item[] {
    const list = ownOf(value, key)
    if (!Array.isArray(list)) return []
    const parts = list.filter((part) => isObject(part))
    if (parts.length !== list.length) return []
    const children = parts.map((part): Item => {
      const child = ownOf(part, 'child')
      return {
        id: null,
        type,
        own,
        value: part,
        kind: `part:${key}`,
        children:
          typeof child === 'string'
            ? [{ ...this.#item(child, 'element'), at: '(child)', fixed: REQUIRED }]
            : [],
      }
    })
    return [
      {
        id: null,
        type: 'part_list',
        own: key,
        value,
        kind: 'list',
        at: `/${key}`,
        list: '',
        takes: `part:${key}`,
        fixed: `it is the ${key} of its component`,
        children,
      },
    ]
  }
}

/** 1 to 6 for headings, 0 for everything else. */
function headingLevel(value: JsonObject): number {
  if (ownOf(value, 'component') !== 'Text') return 0
  const variant = ownOf(value, 'variant')
  if (typeof variant === 'string' && /^h[1-6]$/.test(variant)) return Number(variant[1])
  const text = ownOf(value, 'text')
  // A text of several lines is a text that has headings in it.
  return typeof text === 'string' && !text.includes('\n') ? readMarked(text).level : 0
}

/** The first heading of the highest level. */
function titleOf(definitions: ReadonlyMap<string, JsonObject>): string | null {
  let best: string | null = null
  let least = 7
  for (const [id, value] of definitions) {
    const level = headingLevel(value)
    if (level === 0 || level >= least) continue
    best = id
    least = level
  }
  return best
}
