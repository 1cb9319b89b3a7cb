import { typeOf } from '../../document/blueprint.ts'
import { areOneKind } from '../../document/component-kinds.ts'
import type { TreeNode } from '../../document/tree-node.ts'

/** What it costs that two things said together are not alike. A leaf beside a container is told from each other at a glance. */
const UNLIKE = { sameType: 2, samePlace: 4, sameBuild: 4, otherBuild: 20 } as const

/** How little two components go together: 0 for siblings of one type. */
export function unlike(a: TreeNode, b: TreeNode): number {
  const isOneKind = areOneKind(typeOf(a.component), typeOf(b.component))
  if (isOneKind) return a.parent === b.parent ? 0 : UNLIKE.sameType
  if (a.children.length > 0 !== b.children.length > 0) return UNLIKE.otherBuild
  return a.parent === b.parent ? UNLIKE.samePlace : UNLIKE.sameBuild
}
