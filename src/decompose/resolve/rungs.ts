import { isTextLike, labelTargetOf, textOf, typeOf } from '../../document/blueprint.ts'
import { areOneKind, fieldTypes, headingTypes, unnamedTypes } from '../../document/component-kinds.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'

/**
 * The card or section that a title names, because it stands first among the titles in it, or that a label names which is
 * the first text in a card without titles. Null for anything else.
 */
export function unitHeadedBy(node: TreeNode): TreeNode | null {
  const { parent } = node
  if (parent === null || node.children.length > 0 || parent.children.length < 2) return null
  if (unnamedTypes.has(typeOf(parent.component))) return null
  const head = parent.children.find(isHeading) ?? (isCard(parent) ? labelOf(parent) : undefined)
  return head === node ? parent : null
}

function isHeading({ component }: TreeNode): boolean {
  return headingTypes.has(typeOf(component))
}

/** Cards and rows: what is in them is one thing to people. */
export function isCard({ component }: TreeNode): boolean {
  return areOneKind(typeOf(component), 'card') || areOneKind(typeOf(component), 'list_item')
}

/** The first text of a card, where it is a label. */
function labelOf(card: TreeNode): TreeNode | undefined {
  const text = card.children.find(({ component }) => isTextLike(component))
  return text !== undefined && typeOf(text.component) === 'label' ? text : undefined
}

/** A label stands at most so far above or before its field, in pixels. */
const REACH = 40

/** The field that a label names: the one it says, else the next one below or beside it. Null for what labels nothing. */
export function fieldOf(label: TreeNode, index: DocumentIndex): TreeNode | null {
  if (!isLabel(label)) return null
  const said = labelTargetOf(label.component)
  if (said !== null) return index.node(said) ?? null
  const siblings = index.siblings(label)
  if (label.box === null) {
    const next = siblings[label.position + 1]
    return next !== undefined && isField(next) ? next : null
  }
  let nearest: TreeNode | null = null
  let least = REACH
  for (const sibling of siblings) {
    const far = isField(sibling) ? gap(label, sibling) : REACH
    if (far < least) [nearest, least] = [sibling, far]
  }
  return nearest
}

function isLabel({ component }: TreeNode): boolean {
  return (
    typeOf(component) === 'label' || (typeOf(component) === 'text' && (textOf(component) ?? '').length < 40)
  )
}

function isField({ component }: TreeNode): boolean {
  return fieldTypes.has(typeOf(component))
}

/** How far a field begins below a label, at the same left edge, or right of it on the same line. */
function gap(label: TreeNode, field: TreeNode): number {
  if (label.box === null || field.box === null) return Infinity
  const [x, y, width, height] = label.box
  const [fieldX, fieldY, , fieldHeight] = field.box
  const below = fieldY - (y + height)
  if (Math.abs(fieldX - x) <= 8 && below >= -1) return below
  const beside = fieldX - (x + width)
  const middle = y + height / 2
  return beside >= -1 && middle > fieldY && middle < fieldY + fieldHeight ? beside : Infinity
}
