import { idOf, readProperty } from 'blueprint-command-engine/document'
import type { ChangedComponent } from 'blueprint-command-engine'
import type { Comparison } from './comparison.ts'
import { round } from './outline.ts'
import { printable } from './printable.ts'
import { firstLines, hang } from './view.ts'

const MAX_GROUPS = 20
const MAX_NAMED = 6
const SIDES = ['x', 'y', 'width', 'height'] as const

/** True if only the box changed, and not because the command said so: others grew or moved. */
export function isFollower({ meant }: Pick<Comparison, 'meant'>, entry: ChangedComponent): boolean {
  return !meant.has(entry.id) && entry.properties.every((name) => (SIDES as readonly string[]).includes(name))
}

/** One line for each distance: the outermost components are named, those that went along inside them counted. */
export function renderFollowers(comparison: Comparison, followers: readonly ChangedComponent[]): string[] {
  const { view } = comparison
  const groups = new Map<string, { readonly names: string[]; inside: number }>()
  for (const { id } of followers) {
    const distance = distanceOf(comparison, id)
    const group = groups.get(distance) ?? { names: [], inside: 0 }
    groups.set(distance, group)
    if (wentWithParent(comparison, id)) group.inside++
    else group.names.push(id)
  }
  const lines = [...groups].flatMap(([distance, { names, inside }]) => {
    if (names.length === 0) return []
    const shown = names.slice(0, MAX_NAMED).map((id) => view.palette.id(printable(id)))
    if (names.length > MAX_NAMED) shown.push(`${names.length - MAX_NAMED} more`)
    const tail = inside > 0 ? view.palette.faint(` and ${inside} inside`) : ''
    return hang(view, `${view.palette.faint('↕')} `, `followed (${distance}): ${shown.join(', ')}${tail}`)
  })
  return firstLines(view, lines, MAX_GROUPS, '--json lists all')
}

/** Whether it kept its place and size within its parent. */
function wentWithParent(comparison: Comparison, id: string): boolean {
  const parent = comparison.after.get(id)?.parent
  if (parent === null || parent === undefined) return false
  const own = shiftOf(comparison, id)
  const around = shiftOf(comparison, idOf(parent.component))
  return own.width === 0 && own.height === 0 && own.x === around.x && own.y === around.y
}

/** `y +12, height +4`. */
function distanceOf(comparison: Comparison, id: string): string {
  const shift = shiftOf(comparison, id)
  return SIDES.filter((side) => shift[side] !== 0)
    .map((side) => `${side} ${shift[side] > 0 ? '+' : ''}${round(shift[side])}`)
    .join(', ')
}

/** By how much each side of the box changed; 0 where there is not a box. */
function shiftOf({ before, after }: Comparison, id: string): Record<(typeof SIDES)[number], number> {
  const was = before.get(id)?.component
  const is = after.get(id)?.component
  const by = (side: (typeof SIDES)[number]): number => {
    const from = was === undefined ? undefined : readProperty(was, side)
    const to = is === undefined ? undefined : readProperty(is, side)
    // Rounded, because the same distance from different places differs in the last binary digits.
    return typeof from === 'number' && typeof to === 'number' ? Math.round((to - from) * 1000) / 1000 : 0
  }
  return { x: by('x'), y: by('y'), width: by('width'), height: by('height') }
}
