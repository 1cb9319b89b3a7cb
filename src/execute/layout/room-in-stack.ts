import type { Box } from '../../document/blueprint.ts'
import type { Transaction } from '../../document/transaction.ts'
import { bottomOf, meetAlong, roundPx, TOLERANCE, X, Y } from './geometry.ts'
import { pushOutwards, shiftGroup } from './grow.ts'
import type { Group } from './groups.ts'
import type { Level } from './trace.ts'
import { fit, sidesOf } from './site.ts'
import type { Side, Site, PlacementRequest } from './site.ts'
import { baseSpacing, usedGap } from './spacing.ts'

/** The innermost column that holds an anchor, and what is around it. */
interface Stack {
  readonly level: Level
  readonly outer: readonly Level[]
}

/** Under a row's member, within its column; null if the column is too narrow. */
export function roomUnder(site: Site): Box | null {
  const { transaction, anchor, trace, request, bounds } = site
  const [low, high] = sidesOf(trace.levels, bounds)
  const left = request.x ?? anchor.box[0]
  if (left < low - TOLERANCE || left + request.width > high + TOLERANCE) return null
  const stack = stackAround(site)
  const next = stack.level.groups[stack.level.at + 1]
  if (next !== undefined) {
    const beside: Box = [left, next.start, request.width, request.height]
    if (standsFree(beside, next, request)) return joinRow(transaction, stack, stack.level.at + 1, beside)
  }
  const bottom = bottomOf(anchor.box)
  const top = bottom + gapsAround(stack.level, baseSpacing(transaction)).after
  pushOutwards(transaction, trace.levels, top + request.height - bottom)
  return [left, roundPx(top), request.width, request.height]
}

/** As a row of its own in the innermost column that holds the anchor. */
export function roomInStack(site: Site, side: Side): Box {
  return side === 'after' ? roomBelow(site) : roomAbove(site)
}

function roomBelow(site: Site): Box {
  const { transaction, anchor, request, bounds } = site
  const stack = stackAround(site)
  const { groups, at, bottom } = stack.level
  const gap = gapsAround(stack.level, baseSpacing(transaction)).after
  const next = groups[at + 1]
  const box = fit(request, anchor.box[0], groups[at]!.end + gap, sidesOf(stack.outer, bounds))
  if (next === undefined) open(transaction, stack, at + 1, bottomOf(box) - bottom)
  else if (standsFree(box, next, request)) return joinRow(transaction, stack, at + 1, box)
  else open(transaction, stack, at + 1, bottomOf(box) + gap - next.start)
  return box
}

function roomAbove(site: Site): Box {
  const { transaction, anchor, request, bounds } = site
  const stack = stackAround(site)
  const { groups, at } = stack.level
  const gap = gapsAround(stack.level, baseSpacing(transaction)).before
  const sides = sidesOf(stack.outer, bounds)
  const above = groups[at - 1]
  const here = groups[at]!.start
  if (above !== undefined) {
    const box = fit(request, anchor.box[0], above.start, sides)
    if (standsFree(box, above, request)) return joinRow(transaction, stack, at - 1, box)
  }
  // Free space above is used from below, so that the new component stands by its anchor, or from above.
  const free = above === undefined ? 0 : Math.max(0, here - above.end - gap)
  const top = request.isEnd === true ? here - free : Math.max(here - request.height - gap, here - free)
  const box = fit(request, anchor.box[0], top, sides)
  open(transaction, stack, at, bottomOf(box) + gap - here)
  return box
}

function stackAround({ trace }: Site): Stack {
  const depth = trace.levels.findLastIndex(({ axis }) => axis === Y)
  if (depth >= 0) return { level: trace.levels[depth]!, outer: trace.levels.slice(0, depth) }
  // One row is all there is.
  return { level: { axis: Y, groups: [trace.all], at: 0, bottom: trace.all.bottom }, outer: [] }
}

function gapsAround(
  { groups, at }: Level,
  spacing: number,
): { readonly before: number; readonly after: number } {
  const group = groups[at]!
  const below = at + 1 < groups.length ? groups[at + 1]!.start - group.end : null
  const above = at > 0 ? group.start - groups[at - 1]!.end : null
  return { before: usedGap(above, below, spacing), after: usedGap(below, above, spacing) }
}

/** A row of companions that has a place free at the height of the box. */
function standsFree(box: Box, row: Group, { companions }: PlacementRequest): boolean {
  if (companions.size === 0 || row.nodes.length === 0) return false
  return row.nodes.every((node) => companions.has(node) && !meetAlong(node.box, box, X))
}

/** Makes a row as high as the box that joins it needs. */
function joinRow(transaction: Transaction, stack: Stack, at: number, box: Box): Box {
  open(transaction, stack, at + 1, bottomOf(box) - stack.level.groups[at]!.end)
  return box
}

/** Moves the groups of a column from `at` on down, and what the column pushes in turn. */
function open(transaction: Transaction, { level, outer }: Stack, at: number, by: number): void {
  if (by <= 0) return
  for (let i = at; i < level.groups.length; i++) shiftGroup(transaction, level.groups[i]!, by)
  pushOutwards(transaction, outer, by)
}
