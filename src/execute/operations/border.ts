import { isJsonObject } from '../../base/json.ts'
import type { BorderSide, PropertyName } from '../../document/native-table.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { storedColor } from '../values.ts'

const SIDES = ['borderTop', 'borderRight', 'borderBottom', 'borderLeft'] as const
export type BorderSideName = (typeof SIDES)[number]

export function isBorderSide(property: PropertyName): property is BorderSideName {
  return SIDES.some((side) => side === property)
}

/**
 * One side of a border with all that it needs: what is not said stays as it is, else it is as in the whole border; a color that
 * nothing states is that of the letters (CSS `currentcolor`), else black.
 */
export function completeBorder(
  run: StepRun,
  node: TreeNode,
  side: BorderSideName,
  said: BorderSide,
): BorderSide {
  const value = run.read(node, side)
  const present: BorderSide = isJsonObject(value) ? value : {}
  const width = said.width ?? present.width ?? numberOf(run.read(node, 'borderWidth')) ?? 1
  const style = said.style ?? present.style ?? textOr(run.read(node, 'borderStyle'), 'solid')
  const color = said.color ?? present.color ?? colorOfBorder(run, node)
  return { width, style, color }
}

/** How wide a side of the border is; 0 where there is none. */
export function borderWidthOf(run: StepRun, node: TreeNode, side: BorderSideName): number {
  const value = run.read(node, side)
  const own = isJsonObject(value) ? numberOf(value['width']) : undefined
  return own ?? run.readNumber(node, 'borderWidth') ?? 0
}

function colorOfBorder(run: StepRun, node: TreeNode): string {
  const stated = textOr(run.read(node, 'borderColor'), textOr(run.read(node, 'textColor'), 'black'))
  const color = storedColor(stated)
  // A reference to a token, perhaps: it is taken over as it is.
  return color.ok ? color.value : stated
}

function textOr(value: unknown, other: string): string {
  return typeof value === 'string' && value !== '' ? value : other
}
