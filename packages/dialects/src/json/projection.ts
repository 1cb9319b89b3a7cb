import type { Blueprint, Component } from 'blueprint-command-engine'
import type { Item, JsonFormat, JsonReading } from './format.ts'
import { valueAt } from './pointer.ts'
import type { Row } from './row.ts'

/** What a component keeps of its element, beside the keys that every component has. */
export interface Provenance {
  readonly own: string
  readonly kind: string
  readonly at?: string
  readonly list?: string
  readonly takes?: string
  readonly stays?: string
  readonly fixed?: string
}

/** Every component of a lens was made by {@link project}, or added by a command and not yet written. */
export function provenanceOf(component: Component): Partial<Provenance> {
  return component as unknown as Partial<Provenance>
}

/** The blueprint of a document. O(elements). */
export function project(reading: JsonReading, format: JsonFormat, source: unknown): Blueprint {
  const ids = new Ids(reading.items)
  const components = reading.items.map((item) => projectItem(item, ids, reading, format, source))
  return reading.tokens === undefined ? { components } : { tokens: reading.tokens, components }
}

function projectItem(
  item: Item,
  ids: Ids,
  reading: JsonReading,
  format: JsonFormat,
  source: unknown,
): Component {
  const { own, kind, at, list, takes, stays, fixed } = item
  const { text, visual } = looksOf(item.value, reading.rows(own), format, source)
  const id = item.id ?? ids.fresh(item.type)
  const children = item.children.map((child) => projectItem(child, ids, reading, format, source))
  return {
    id,
    type: item.type,
    ...(item.role === undefined ? {} : { role: item.role }),
    ...(text === undefined ? {} : { text }),
    visual,
    own,
    kind,
    ...(at === undefined ? {} : { at }),
    ...(list === undefined ? {} : { list }),
    ...(takes === undefined ? {} : { takes }),
    ...(stays === undefined ? {} : { stays }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(children.length === 0 ? {} : { children }),
  }
}

/** The literal values of an element's properties. What comes from data is not there. */
function looksOf(
  element: unknown,
  rows: readonly Row[],
  format: JsonFormat,
  source: unknown,
): { readonly text: string | undefined; readonly visual: Record<string, unknown> } {
  let text: string | undefined
  const visual: Record<string, unknown> = {}
  for (const row of rows) {
    if (row.isSilent === true) continue
    const value = literalOf(rawOf(element, row, format, source), element, row, format)
    if (value === undefined) continue
    if (row.key === 'text') text = typeof value === 'string' ? value : JSON.stringify(value)
    else visual[row.key] = value
  }
  return { text, visual }
}

/** What the source has at a row's place. */
export function rawOf(element: unknown, row: Row, format: JsonFormat, source: unknown): unknown {
  if (row.inside === undefined) return valueAt(element, row.path)
  const id = row.inside(element, source)
  const pointer = id === null ? null : (format.locate?.(source, id) ?? null)
  return pointer === null ? undefined : valueAt(source, pointer + row.path)
}

/** A value as the look has it; undefined for what is absent, bound or of a shape that no property has. */
export function literalOf(raw: unknown, element: unknown, row: Row, format: JsonFormat): unknown {
  if (raw === undefined || raw === null || format.binding(raw, row.path) !== null) return undefined
  const value =
    row.compound === undefined
      ? row.codec === undefined
        ? raw
        : row.codec.read(raw)
      : row.compound.read(element)
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isScalar && fits(row, value) ? value : undefined
}

/** Keys that the native document knows hold what it says of them; odd values stay in the source alone. */
function fits(row: Row, value: unknown): boolean {
  if (row.key === 'hidden') return typeof value === 'boolean'
  return !(row.holds.kind === 'color' && typeof value !== 'string')
}

/** Ids of their own stay; the others are numbered by type, in document order. */
class Ids {
  readonly #taken = new Set<string>()
  readonly #counts = new Map<string, number>()

  constructor(items: readonly Item[]) {
    this.#take(items)
  }

  #take(items: readonly Item[]): void {
    for (const { id, children } of items) {
      if (id !== null) this.#taken.add(id)
      this.#take(children)
    }
  }

  fresh(type: string): string {
    let count = this.#counts.get(type) ?? 0
    let id: string
    do id = `${type}_${++count}`
    while (this.#taken.has(id))
    this.#counts.set(type, count)
    this.#taken.add(id)
    return id
  }
}

/** A component on the way down the tree. */
export interface Step {
  readonly component: Component
  readonly position: number
  readonly siblings: readonly Component[]
}

/** The pointer of a component, told by its way down the tree; null if the source has none for it. */
export function pointerOf(
  path: readonly Step[],
  reading: Pick<JsonReading, 'topList'>,
  format: JsonFormat,
  source: unknown,
): string | null {
  let base: string | null = ''
  let parent: Component | null = null
  for (const { component, position, siblings } of path) {
    const { at, kind } = provenanceOf(component)
    if (format.locate !== null && kind === 'element') base = format.locate(source, component.id)
    else if (base === null) return null
    else if (at !== undefined) base = at.startsWith('!') ? at.slice(1) : base + at
    else {
      const list: string | null | undefined = parent === null ? reading.topList : provenanceOf(parent).list
      if (list === null || list === undefined) return null
      const listed = siblings.slice(0, position).filter((one) => provenanceOf(one).at === undefined)
      base = `${base}${list}/${listed.length}`
    }
    parent = component
  }
  return base
}
