import { childrenOf, componentsOf, namesOf, readProperty } from 'blueprint-command-engine/document'
import type { Blueprint, Component } from 'blueprint-command-engine'

/** Siblings alike from this number on are reported once. */
const ALIKE = 3
const MAX_TEXT = 40
/** Texts told of siblings alike that hold nothing. */
const MAX_SAMPLES = 4

export interface OutlineOptions {
  /** Only this component and what it holds; default: everything. */
  readonly under?: string
  /** Tell every component, also those that are like their siblings; default false. */
  readonly full?: boolean
}

/**
 * A document as a short tree: `id type "text"`, one line each. Siblings with the same types inside are reported once, with the
 * first of them as the example, so that a list of a hundred cards costs as much as one card. Null if `under` is no
 * component. O(components).
 */
export function outline(blueprint: Blueprint, { under, full = false }: OutlineOptions = {}): string | null {
  const shapes = new Map<Component, string>()
  for (const component of componentsOf(blueprint)) measure(component, shapes)
  const top =
    under === undefined ? componentsOf(blueprint) : [...shapes.keys()].filter(({ id }) => id === under)
  if (under !== undefined && top.length === 0) return null
  const lines: string[] = []
  write(top, 0, { shapes, full, lines })
  return lines.join('\n')
}

/** Components of a document. */
export function countComponents(blueprint: Blueprint): number {
  const shapes = new Map<Component, string>()
  for (const component of componentsOf(blueprint)) measure(component, shapes)
  return shapes.size
}

interface Writing {
  readonly shapes: ReadonlyMap<Component, string>
  readonly full: boolean
  readonly lines: string[]
}

/** The types in a component, as one text. Depth is bounded by the engine. */
function measure(component: Component, shapes: Map<Component, string>): string {
  // Set first, so that the map is in document order.
  shapes.set(component, '')
  const inner = childrenOf(component).map((child) => measure(child, shapes))
  const shape = `${component.type}(${[...new Set(inner)].join()})`
  shapes.set(component, shape)
  return shape
}

function write(siblings: readonly Component[], depth: number, writing: Writing): void {
  const { shapes, full, lines } = writing
  const indent = '  '.repeat(depth)
  for (let at = 0; at < siblings.length;) {
    const first = siblings[at]!
    const run = full ? 1 : alikeFrom(siblings, at, shapes)
    if (run < ALIKE) {
      lines.push(`${indent}${line(first)}`)
      write(childrenOf(first), depth + 1, writing)
      at += 1
      continue
    }
    lines.push(`${indent}${groupLine(siblings.slice(at, at + run))}`)
    write(childrenOf(first), depth + 1, writing)
    at += run
  }
}

function alikeFrom(
  siblings: readonly Component[],
  start: number,
  shapes: ReadonlyMap<Component, string>,
): number {
  const shape = shapes.get(siblings[start]!)
  let end = start + 1
  while (end < siblings.length && shapes.get(siblings[end]!) === shape) end += 1
  return end - start
}

function groupLine(group: readonly Component[]): string {
  const first = group[0]!
  const last = group.at(-1)!
  const holds = childrenOf(first).length > 0 ? ', the first:' : ''
  const texts =
    holds === ''
      ? group
          .slice(0, MAX_SAMPLES)
          .map(nameOf)
          .filter((name) => name !== '')
      : []
  const more = texts.length === MAX_SAMPLES && group.length > MAX_SAMPLES ? ' ...' : ''
  return `${group.length} x ${first.type} ${first.id} .. ${last.id}${texts.map((name) => ` ${name}`).join('')}${more}${holds}`
}

function line(component: Component): string {
  const { id, type, role } = component
  const says = [id]
  if (type !== id) says.push(type)
  if (typeof role === 'string' && role !== type && role !== id) says.push(role)
  const name = nameOf(component)
  if (name !== '') says.push(name)
  if (readProperty(component, 'hidden') === true) says.push('(hidden)')
  return says.join(' ')
}

/** The text by which people name a component, in quotes; empty if it has none. */
function nameOf(component: Component): string {
  const name = namesOf(component).find(({ source }) => source !== 'id' && source !== 'role')
  const value = name?.value.replaceAll(/\s{1,1000}/g, ' ').trim() ?? ''
  if (value === '') return ''
  return JSON.stringify(value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 3)}...` : value)
}
