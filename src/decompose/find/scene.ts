import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Area } from '../resolve/area.ts'
import { areaOf } from '../resolve/area.ts'
import { profileOf } from './component-profile.ts'
import type { ComponentProfile } from './component-profile.ts'

/** A component as a search sees it. */
export interface Candidate {
  readonly node: TreeNode
  readonly profile: ComponentProfile
  readonly area: Area
  readonly place: number
}

export const SCREEN: Area = { left: 0, top: 0, right: 1, bottom: 1 }

export type Scene = readonly Candidate[]

/** All components in document order. Without boxes that order stands for the place: a component covers what it holds. O(n). */
export function sceneOf(index: DocumentIndex): Scene {
  const nodes = index.all()
  const { width, height } = index.screen()
  return nodes.map((node, place) => ({
    node,
    place,
    profile: profileOf(node.component),
    area: areaOfNode(node, width, height, nodes.length),
  }))
}

function areaOfNode(node: TreeNode, width: number, height: number, count: number): Area {
  const { box } = node
  if (box === null || width <= 0 || height <= 0)
    return { left: 0, right: 1, top: node.order / count, bottom: (lastInside(node).order + 1) / count }
  return areaOf(box, width, height)
}

function lastInside(node: TreeNode): TreeNode {
  let last = node
  while (last.children.length > 0) last = last.children[last.children.length - 1]!
  return last
}
