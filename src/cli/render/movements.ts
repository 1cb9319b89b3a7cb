import { idOf, readProperty } from '../../core/document/blueprint.ts'
import type { ChangedComponent, Comparison } from './comparison.ts'
import { round } from './outline.ts'
import { printable } from './printable.ts'
import { firstLines } from './view.ts'

const MAX_GROUPS = 12
const MAX_MOVED = 6

/** One line for each distance, the outermost components named, those inside them counted. */
export function renderMovements(comparison: Comparison, moved: readonly ChangedComponent[]): string[] {
  const { view } = comparison
  const groups = new Map<string, { readonly names: string[]; inside: number }>()
  for (const { id } of moved) {
    const distance = distanceOf(comparison, id)
    const group = groups.get(distance) ?? { names: [], inside: 0 }
    groups.set(distance, group)
    if (movedWithParent(comparison, id, distance)) group.inside++
    else group.names.push(id)
  }
  const lines = [...groups].flatMap(([distance, { names, inside }]) => {
    if (names.length === 0) return []
    const shown = names.slice(0, MAX_MOVED).map((id) => view.palette.id(printable(id)))
    if (names.length > MAX_MOVED) shown.push(`${names.length - MAX_MOVED} more`)
    return [
      `${view.palette.faint('↕')} moved along (${distance}): ${shown.join(', ')}${inside > 0 ? view.palette.faint(` and ${inside} inside`) : ''}`,
    ]
  })
  return firstLines(view, lines, MAX_GROUPS, '--json lists all')
}

function movedWithParent(comparison: Comparison, id: string, distance: string): boolean {
  const parent = comparison.after.get(id)?.parent
  return (
    parent !== null && parent !== undefined && distanceOf(comparison, idOf(parent.component)) === distance
  )
}

/** `y +12`, empty where it did not move or has no box. */
function distanceOf({ before, after }: Comparison, id: string): string {
  const was = before.get(id)?.component
  const is = after.get(id)?.component
  if (was === undefined || is === undefined) return ''
  const parts = (['x', 'y'] as const).flatMap((side) => {
    const from = readProperty(was, side)
    const to = readProperty(is, side)
    if (typeof from !== 'number' || typeof to !== 'number' || from === to) return []
    return [`${side} ${to > from ? '+' : ''}${round(to - from)}`]
  })
  return parts.join(', ')
}
