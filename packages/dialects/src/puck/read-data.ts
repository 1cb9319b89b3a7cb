import type { Item } from '../json/format.ts'
import { nounOf, isParts, partsItem, secondTexts } from '../json/parts.ts'
import { escapeKey, isObject, ownOf } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'
import type { Row } from '../json/row.ts'

/** A component of Puck is reported from a plain object by its type and props. */
export function isComponent(value: unknown): value is JsonObject {
  return isObject(value) && typeof ownOf(value, 'type') === 'string' && isObject(ownOf(value, 'props'))
}

/** A list of components, or one that could be: an empty list says nothing. */
export function isSlot(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isComponent)
}

/** A list of components under a place. */
interface Found {
  readonly key: string
  readonly at: string
  readonly list: readonly JsonObject[]
}

/** The slots in the props of a component, also in objects and items of arrays. */
function slotsIn(value: JsonObject, at: string, depth = 0): readonly Found[] {
  if (depth > 8) return []
  return Object.entries(value).flatMap(([key, inner]): readonly Found[] => {
    const place = `${at}/${escapeKey(key)}`
    if (isSlot(inner)) return [{ key, at: place, list: inner }]
    return isObject(inner) ? slotsIn(inner, place, depth + 1) : []
  })
}

/** Arrays of plain objects in the props. */
export function partsOf(
  props: JsonObject,
): readonly (readonly [key: string, parts: readonly JsonObject[]])[] {
  return Object.entries(props).flatMap(([key, value]) =>
    isParts(value, isComponent) ? [[key, value] as const] : [],
  )
}

/** Reads the tree of a page: content, slots and zones. */
export class DataReader {
  readonly #rows: (own: string) => readonly Row[]
  readonly #zones: JsonObject
  readonly #taken = new Set<string>()

  constructor(zones: JsonObject, rows: (own: string) => readonly Row[]) {
    this.#rows = rows
    this.#zones = zones
  }

  items(list: readonly unknown[]): Item[] {
    return list.map((value) => this.#item(value))
  }

  /** Slots of the root and its zones, and the title of the page. */
  root(root: JsonObject): Item[] {
    const props = ownOf(root, 'props')
    const [fields, at] = isObject(props) ? [props, '/root/props'] : [root, '/root']
    const title = ownOf(fields, 'title')
    const items: Item[] = slotsIn(fields, at).map((slot) => this.#slot(slot, 'page'))
    if (typeof title === 'string')
      items.push({
        id: null,
        type: 'page',
        own: 'page',
        value: fields,
        kind: 'page',
        at,
        fixed: 'it is the page itself',
        children: [],
      })
    return [...items, ...this.#zonesOf('root')]
  }

  #item(value: unknown): Item {
    if (!isComponent(value))
      return {
        id: null,
        type: 'unknown',
        own: 'unknown',
        value: {},
        kind: 'unknown',
        fixed: 'it is no component',
        children: [],
      }
    const own = String(ownOf(value, 'type'))
    const props = ownOf(value, 'props') as JsonObject
    const said = ownOf(props, 'id')
    const id = typeof said === 'string' && said !== '' && !this.#taken.has(said) ? said : null
    if (id !== null) this.#taken.add(id)
    const slots = slotsIn(props, '/props').map((slot) => this.#slot(slot, own))
    const zones = id === null ? [] : this.#zonesOf(id)
    const lists = [...slots, ...zones]
    return {
      id,
      type: nounOf(own),
      own,
      value,
      kind: 'element',
      children: [...lists, ...this.#inside(props, own)],
    }
  }

  #slot({ key, at, list }: Found, own: string): Item {
    return {
      id: null,
      type: nounOf(key),
      own: `${own} ${key}`,
      value: {},
      kind: 'list',
      at,
      list: '',
      takes: 'element',
      fixed: `it is the slot ${key} of its ${own}`,
      children: this.items(list),
    }
  }

  /** The older drop zones stand beside the content, under the id of what they are in. */
  #zonesOf(id: string): Item[] {
    return Object.entries(this.#zones).flatMap(([key, list]): Item[] => {
      if (key.slice(0, key.lastIndexOf(':')) !== id || !Array.isArray(list)) return []
      const name = key.slice(key.lastIndexOf(':') + 1)
      return [
        {
          id: null,
          type: nounOf(name),
          own: `zone ${name}`,
          value: {},
          kind: 'list',
          at: `!/zones/${escapeKey(key)}`,
          list: '',
          takes: 'element',
          fixed: `it is the zone ${name}`,
          children: this.items(list),
        },
      ]
    })
  }

  #inside(props: JsonObject, own: string): Item[] {
    const second = (value: JsonObject, part: string): readonly Item[] =>
      secondTexts(value, this.#rows(part), '', () => false)
    const parts = partsOf(props).map(([key, list]) =>
      partsItem(own, key, `/props/${escapeKey(key)}`, list, second),
    )
    return [...secondTexts(props, this.#rows(own), '/props', () => false), ...parts]
  }
}
