import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'
import type { ReferenceContext } from './reference-context.ts'
import type { Found } from './reference-failure.ts'

/** The components that a noun phrase means, and how they were found. */
export interface FoundNodes {
  readonly nodes: readonly TreeNode[]
  readonly why: string
  /** Only this part of them is meant: they have no component for it. */
  readonly part?: PropertyName
}

/** Finds what a phrase inside a phrase means; handed down, because finding and narrowing need each other. */
export type FindNodes = (reference: Reference, context: ReferenceContext) => Found<FoundNodes>
