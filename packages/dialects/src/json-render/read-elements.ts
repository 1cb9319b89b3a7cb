import type { Item } from '../json/format.ts'
import { isParts, nounOf, partsItem, secondTexts, singular } from '../json/parts.ts'
import { escapeKey, isObject, ownOf } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'
import type { Row } from '../json/row.ts'
import { CONTAINERS } from './catalog.ts'

/** Any object with a `$` key is an expression (core README, "Dynamic Prop Expressions"); null for another value. */
export function directive(value: unknown): string | null {
  if (Array.isArray(value)) return null
  if (!isObject(value)) return null
  return Object.keys(value).some((key) => key.startsWith('$')) ? JSON.stringify(value).slice(0, 200) : null
}

const isNoComponent = (): boolean => false

/** Arrays of plain objects inside a component. */
export const childrenOf = {
  *parts(own: string, props: JsonObject): Iterable<[key: string, own: string, parts: readonly JsonObject[]]> {
    for (const [key, value] of Object.entries(props)) {
      if (
        !isParts(value, isNoComponent) ||
        NO_PARTS.has(key) ||
        value.some((item) => directive(item) !== null)
      )
        continue
      yield [key, `${own} ${singular(key)}`, value]
    }
  },
}

/** Lists that say how a component works, not what it shows. */
const NO_PARTS: ReadonlySet<string> = new Set(['checks', 'rules', 'actions'])

/** Reads the tree of elements from their root. */
export class ElementReader {
  readonly #elements: JsonObject
  readonly #rows: (own: string) => readonly Row[]
  readonly #seen = new Set<string>()
  readonly #holders = new Set<string>()

  constructor(elements: JsonObject, rows: (own: string) => readonly Row[]) {
    this.#elements = elements
    this.#rows = rows
    for (const element of Object.values(elements)) {
      const children = isObject(element) ? ownOf(element, 'children') : undefined
      if (Array.isArray(children) && children.length > 0)
        this.#holders.add(String(ownOf(element as JsonObject, 'type')))
    }
  }

  root(id: string): Item {
    return { ...this.#element(id, false), fixed: 'it is the root of the document' }
  }

  #element(id: string, isRepeated: boolean): Item {
    const value = ownOf(this.#elements, id)
    if (!isObject(value) || this.#seen.has(id)) return this.#missing(id)
    this.#seen.add(id)
    const own = String(ownOf(value, 'type'))
    const props = ownOf(value, 'props')
    const repeats = ownOf(value, 'repeat') !== undefined
    const children = ownOf(value, 'children')
    const slots = this.#slots(value, own)
    const holds = Array.isArray(children) || CONTAINERS.has(own) || this.#holders.has(own)
    const inner = (Array.isArray(children) ? children : []).map((child: unknown) =>
      this.#element(String(child), repeats),
    )
    return {
      id,
      type: nounOf(own),
      own,
      value,
      kind: 'element',
      ...(holds ? { list: '/children', takes: repeats ? `template of ${id}` : 'element' } : {}),
      ...(isRepeated ? { stays: 'it is the template of a list that is repeated for data' } : {}),
      children: [...inner, ...slots, ...this.#inside(isObject(props) ? props : {}, own)],
    }
  }

  #slots(value: JsonObject, own: string): Item[] {
    const slots = ownOf(value, 'slots')
    if (!isObject(slots)) return []
    return Object.entries(slots).flatMap(([name, list]) =>
      Array.isArray(list)
        ? [
            {
              id: null,
              type: nounOf(name),
              own: `${own} slot ${name}`,
              value,
              kind: 'list',
              at: '',
              list: `/slots/${escapeKey(name)}`,
              takes: 'element',
              fixed: `it is the slot ${name} of its ${own}`,
              children: list.map((child: unknown) => this.#element(String(child), false)),
            },
          ]
        : [],
    )
  }

  #inside(props: JsonObject, own: string): Item[] {
    const rows = this.#rows(own)
    const isForeign = (value: unknown): boolean => directive(value) !== null
    const texts = secondTexts(props, rows, '/props', isForeign)
    const second = (value: JsonObject, part: string): readonly Item[] =>
      secondTexts(value, this.#rows(part), '', isForeign)
    const parts = [...childrenOf.parts(own, props)].map(([key, , list]) =>
      partsItem(own, key, `/props/${escapeKey(key)}`, list, second),
    )
    return [...texts, ...parts]
  }

  /** What is named and not there, or there already: it keeps its place in the list. */
  #missing(id: string): Item {
    return {
      id: null,
      type: 'unknown',
      own: `missing ${id}`,
      value: {},
      kind: 'missing',
      fixed: `there is no element ${JSON.stringify(id)} of its own`,
      children: [],
    }
  }
}
