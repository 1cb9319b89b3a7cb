import { idOf, readProperty, readToken, properties, tokens } from 'blueprint-command-engine/document'
import type { Answer, Blueprint, ChangedComponent } from 'blueprint-command-engine'
import { compare } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import { isFollower, renderFollowers } from './followers.ts'
import { titleOf } from './outline.ts'
import type { Outline, Place } from './outline.ts'
import { printable } from './printable.ts'
import { isPropertyName, isTokenName, propertyValue, tokenValue } from './values.ts'
import { plural } from './view.ts'
import type { View } from './view.ts'

const MAX_BLOCKS = 30

/**
 * What changed, before and after, a block for each component. Components that only followed others, which grew or
 * moved, are gathered on one line for each distance.
 */
export function renderChanges(
  view: View,
  before: Blueprint,
  answer: Pick<Answer, 'blueprint' | 'changed' | 'steps'>,
): string[] {
  const comparison = compare(view, before, answer)
  const blocks: Block[] = []
  const followers: ChangedComponent[] = []
  for (const entry of answer.changed) {
    if (isTheme(comparison, entry)) blocks.push(themeBlock(view, entry, before, answer.blueprint))
    else if (isFollower(comparison, entry)) followers.push(entry)
    else if (!isInsideAnother(comparison, entry)) blocks.push(componentBlock(comparison, entry))
  }
  return [...blockLines(view, blocks), ...renderFollowers(comparison, followers)]
}

/** The theme's entry is the one that no component has the id of. */
function isTheme({ before, after }: Comparison, { id }: ChangedComponent): boolean {
  return !before.has(id) && !after.has(id)
}

/** A component's line, and the lines of its properties. */
interface Block {
  readonly title: string
  readonly rows: readonly string[]
}

/** Components one after the other that changed in the same way share their rows. */
function blockLines(view: View, blocks: readonly Block[]): string[] {
  const lines = blocks.slice(0, MAX_BLOCKS).flatMap(({ title, rows }, i) => {
    const next = blocks[i + 1]
    const isShared =
      next !== undefined && i + 1 < MAX_BLOCKS && rows.length > 0 && rows.join('\n') === next.rows.join('\n')
    return isShared ? [title] : [title, ...rows]
  })
  if (blocks.length > MAX_BLOCKS)
    lines.push(
      view.palette.faint(`… ${plural(blocks.length - MAX_BLOCKS, 'more component')}; --json lists all`),
    )
  return lines
}

/** What stands inside a new or removed component needs no block of its own. */
function isInsideAnother({ before, after, changedById }: Comparison, entry: ChangedComponent): boolean {
  return (['created', 'removed'] as const).some((fate) => {
    if (!entry.properties.includes(fate)) return false
    const parent = (fate === 'created' ? after : before).get(entry.id)?.parent?.component
    return parent !== undefined && changedById.get(idOf(parent))?.properties.includes(fate) === true
  })
}

function componentBlock(comparison: Comparison, entry: ChangedComponent): Block {
  const { view, before, after, changedById } = comparison
  const { added, removed, faint } = view.palette
  const was = before.get(entry.id)
  const is = after.get(entry.id)
  const inside = (outline: Outline, fate: string): string => {
    const count = countInside(
      outline,
      entry.id,
      (id) => changedById.get(id)?.properties.includes(fate) === true,
    )
    return count === 0 ? '' : ` with ${plural(count, 'component')} inside`
  }
  if (is === undefined) {
    return {
      title: `${removed('-')} ${titleOf(view, entry.id, before)}  ${removed('deleted')}${inside(before, 'removed')}`,
      rows: [],
    }
  }
  if (was === undefined) {
    return {
      title: `${added('+')} ${titleOf(view, entry.id, after)}  ${added('new')}${inside(after, 'created')}, ${placeText(is, true)}`,
      rows: [],
    }
  }
  return {
    title: `${faint('~')} ${titleOf(view, entry.id, after)}`,
    rows: rowLines(view, propertyRows(view, entry, was, is)),
  }
}

interface Row {
  readonly label: string
  readonly before: string
  readonly after: string
}

function propertyRows(view: View, entry: ChangedComponent, was: Place, is: Place): Row[] {
  return inTableOrder(entry.properties).map((name): Row => {
    if (!isPropertyName(name)) {
      const elsewhere = name === 'parent'
      return { label: 'place', before: placeText(was, elsewhere), after: placeText(is, true) }
    }
    return {
      label: properties[name].label,
      before: propertyValue(view.palette, name, readProperty(was.component, name)),
      after: propertyValue(view.palette, name, readProperty(is.component, name)),
    }
  })
}

const PROPERTY_NAMES = Object.keys(properties)

/** Changes of place first, as their names are in no table. */
function inTableOrder(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => PROPERTY_NAMES.indexOf(a) - PROPERTY_NAMES.indexOf(b))
}

function rowLines(view: View, list: readonly Row[]): string[] {
  const width = Math.max(0, ...list.map(({ label }) => label.length))
  const { faint, removed, added } = view.palette
  return list.map(
    ({ label, before, after }) => `    ${faint(label.padEnd(width))}  ${removed(before)} → ${added(after)}`,
  )
}

function placeText(place: Place, withParent: boolean): string {
  const position = `${place.position} of ${place.siblings}`
  if (!withParent) return position
  return `${position} ${place.parent === null ? 'at top level' : `in ${printable(idOf(place.parent.component))}`}`
}

function themeBlock(view: View, entry: ChangedComponent, before: Blueprint, after: Blueprint): Block {
  const list = entry.properties.map((name): Row => {
    if (!isTokenName(name)) return { label: printable(name), before: '…', after: 'changed' }
    return {
      label: tokens[name].label,
      before: tokenValue(view.palette, name, readToken(before, name)),
      after: tokenValue(view.palette, name, readToken(after, name)),
    }
  })
  return { title: `${view.palette.faint('~')} ${view.palette.id('theme')}`, rows: rowLines(view, list) }
}

function countInside(outline: Outline, id: string, counts: (id: string) => boolean): number {
  let count = 0
  for (const [inner, place] of outline) {
    if (!counts(inner)) continue
    for (let around = place.parent; around !== null; around = around.parent)
      if (idOf(around.component) === id) count++
  }
  return count
}
