import { isDeepStrictEqual } from 'node:util'
import type { Blueprint, Component } from '../../src/index.ts'
import type { Check } from './corpus-case.ts'
import { isClose, isEqual, isSame, readProp, toNumber } from './judge-values.ts'

/** A component where it stands. */
interface Entry {
  readonly component: Component
  readonly parent: Entry | null
  readonly list: readonly Component[]
  readonly position: number
  /** Place in document order. */
  readonly order: number
}

export type Entries = ReadonlyMap<string, Entry>

export function entriesOf(document: Blueprint): Entries {
  const entries = new Map<string, Entry>()
  let order = 0
  const visit = (list: readonly Component[], parent: Entry | null): void => {
    for (const [position, component] of list.entries()) {
      const entry = { component, parent, list, position, order: order++ }
      entries.set(component.id, entry)
      visit(component.children ?? [], entry)
    }
  }
  visit(document.components, null)
  return entries
}

/** A document before and after a command. */
export interface Pair {
  readonly before: Blueprint
  readonly after: Blueprint
  readonly was: Entries
  readonly is: Entries
}

/** What is not as the check says; null if all is well. */
export function failureOf(check: Check, pair: Pair): string | null {
  const { is } = pair
  if (check.prop !== undefined) return failureOfProp(check, check.prop, pair)
  if (check.order !== undefined)
    return inOrder(check.order, is) ? null : `${check.order.join(', ')}: not in this order`
  if (check.above !== undefined)
    return stands(check.above, 1, is) ? null : `${check.above.join(', ')}: not above`
  if (check.leftof !== undefined)
    return stands(check.leftof, 0, is) ? null : `${check.leftof.join(', ')}: not left of`
  if (check.gone !== undefined) return is.has(check.gone) ? `${check.gone} is still there` : null
  if (check.exists !== undefined)
    return exists(check.exists, pair) ? null : `nothing like ${JSON.stringify(check.exists)}`
  if (check.count !== undefined) return failureOfCount(check, is)
  if (check.token !== undefined) return failureOfToken(check, check.token, pair)
  if (check.onlyChanged !== undefined) return failureOfScope(check.onlyChanged, pair)
  return `a check that nobody knows: ${JSON.stringify(check)}`
}

function failureOfProp(check: Check, prop: string, { was, is }: Pair): string | null {
  const id = check.id ?? ''
  const entry = is.get(id)
  if (entry === undefined) return `${id} is gone`
  const before = readProp(was.get(id)?.component, prop)
  const after = readProp(entry.component, prop)
  const said = `${id}.${prop}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`
  if ('equals' in check)
    return isEqual(after, check.equals, prop) ? null : `${said}, not ${JSON.stringify(check.equals)}`
  const x = toNumber(before, prop)
  const y = toNumber(after, prop)
  switch (check.change) {
    case 'none':
      return isSame(before, after, prop) ? null : `${said}, though it should stay`
    case 'any':
      return isDeepStrictEqual(before, after) ? `${said}, though it should change` : null
    case 'up':
      if (!(y > x)) return `${said}, not up`
      break
    case 'down':
      if (!(y < x)) return `${said}, not down`
      break
    case undefined:
      return `a check of ${id}.${prop} that asks nothing`
  }
  if (check.by !== undefined && !isClose(Math.abs(y - x), Math.abs(check.by), prop))
    return `${said}, not by ${check.by}`
  if (check.factor !== undefined && !isClose(y, x * check.factor, prop))
    return `${said}, not x${check.factor}`
  return null
}

function inOrder([first, second]: readonly [string, string], is: Entries): boolean {
  const a = is.get(first)
  const b = is.get(second)
  return a !== undefined && b !== undefined && a.order < b.order
}

/** By the boxes where both have one, else by document order. */
function stands([first, second]: readonly [string, string], side: 0 | 1, is: Entries): boolean {
  const a = is.get(first)?.component.bbox
  const b = is.get(second)?.component.bbox
  return a === undefined || b === undefined ? inOrder([first, second], is) : a[side] < b[side]
}

function exists(
  { type, text, inside, after, before, ...props }: NonNullable<Check['exists']>,
  { was, is }: Pair,
): boolean {
  const isPlaced = inside !== undefined || after !== undefined || before !== undefined
  return [...is.values()].some((entry) => {
    const { component, list, position } = entry
    if (type !== undefined && component.type !== type) return false
    if (text !== undefined && component.text !== text) return false
    if (!isPlaced && isDeepStrictEqual(was.get(component.id)?.component, component)) return false
    if (inside !== undefined && !isInside(entry, inside)) return false
    if (after !== undefined && list[position - 1]?.id !== after) return false
    if (before !== undefined && list[position + 1]?.id !== before) return false
    return Object.entries(props).every(([prop, value]) => isEqual(readProp(component, prop), value, prop))
  })
}

function isInside(entry: Entry, id: unknown): boolean {
  for (let at = entry.parent; at !== null; at = at.parent) if (at.component.id === id) return true
  return false
}

function failureOfCount(check: Check, is: Entries): string | null {
  const wanted = Object.entries(check.count!)
  const found = [...is.values()].filter(({ component }) =>
    wanted.every(([key, value]) => component[key] === value),
  )
  return found.length === check.equals
    ? null
    : `${found.length} of ${JSON.stringify(check.count)}, not ${String(check.equals)}`
}

function failureOfToken(check: Check, token: string, { before, after }: Pair): string | null {
  const was = before.tokens?.[token]
  const is = after.tokens?.[token]
  const said = `token ${token}: ${JSON.stringify(was)} -> ${JSON.stringify(is)}`
  if ('equals' in check)
    return isEqual(is, check.equals, '') ? null : `${said}, not ${JSON.stringify(check.equals)}`
  const grew = toNumber(is, '') - toNumber(was, '')
  return (check.change === 'up' ? grew > 0 : check.change === 'down' && grew < 0)
    ? null
    : `${said}, not ${String(check.change)}`
}

function failureOfScope(allowed: readonly string[], { was, is }: Pair): string | null {
  for (const [id, { component }] of was) {
    if (allowed.includes(id)) continue
    const now = is.get(id)?.component
    if (now === undefined) return `${id} is gone as well`
    if (!isDeepStrictEqual(lookOf(component), lookOf(now)))
      return `${id} changed as well: ${JSON.stringify(lookOf(component))} -> ${JSON.stringify(lookOf(now))}`
  }
  return null
}

/** A component without its place, size and content. */
function lookOf({ bbox: _box, children: _children, visual, ...rest }: Component): unknown {
  const { width: _width, height: _height, ...look } = visual ?? {}
  return { ...rest, text: rest.text ?? null, role: rest.role ?? null, look }
}
