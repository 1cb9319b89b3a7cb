import type { IssueCode } from '../command/issue.ts'
import type { Touched } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'
import type { AspectMask } from './aspects.ts'
import type { DocumentView } from './view.ts'

/** A rule is named for the one code that its issues carry. */
export type RuleName = Extract<
  IssueCode,
  | 'schema'
  | 'duplicate-id'
  | 'identity-changed'
  | 'box-invalid'
  | 'overlap'
  | 'outside-parent'
  | 'label-dangling'
  | 'contrast'
  | 'contrast-unknown'
  | 'target-size'
  | 'token-reference'
  | 'color-syntax'
>

/** Something a rule found in one state of a document. */
export interface Finding {
  /** What it is about; null for the theme tokens. */
  readonly node: TreeNode | null
  /** The second component where it is about two. */
  readonly other: TreeNode | null
  /** Tells several findings of one rule about one component apart. */
  readonly detail: string
  /** How bad it is, in the rule's own unit. */
  readonly measure: number
  /** What the measure is seen against, 1 where it stands for itself: what grows along with that gets no worse. */
  readonly scale: number
  /** Findings before and after a change that are compared with one another have the same key. */
  readonly key: string
}

/** A finding in words. */
export interface Explanation {
  readonly message: string
  /** JSON Pointer below the component (or the document, where there is no component); empty for the component itself. */
  readonly path: string
  /** Commands that would fix it; none where no single command surely would. */
  readonly suggestions: readonly string[]
}

interface RuleBase {
  readonly name: RuleName
  /** The aspects of a component on which a finding about it depends: when none of them changed, nothing is looked at. */
  readonly reads: AspectMask
  /** Puts a finding into words; called only for what is reported. */
  explain(view: DocumentView, finding: Finding): Explanation
}

/** A rule whose findings are about one component each. */
export interface ComponentRule extends RuleBase {
  /**
   * Whose findings can change when a component changes: its own; also those of its children; also those of everything
   * in it; or those of whoever refers to a component that went away.
   */
  readonly scope: 'component' | 'children' | 'subtree' | 'references'
  /** The aspects that matter to the others in the scope, and not only to the component itself. */
  readonly passesOn: AspectMask
  /** Scope `references`: the components that may refer to others. */
  referrers?(index: DocumentIndex): Iterable<TreeNode>
  /** Whether findings about components depend on the tokens that they refer to. */
  readonly readsTheme: boolean
  check(view: DocumentView, node: TreeNode, found: Finding[]): void
  /** Whose findings before a change a finding is compared with: its own, or those of all that its parent held. */
  readonly peers: 'itself' | 'siblings'
  /** How much a measure must grow to count as worse. */
  readonly tolerance: number
  /** Checks the theme itself. */
  checkTheme?(view: DocumentView, found: Finding[]): void
}

/** A rule whose findings are about two components with the same parent. */
export interface SiblingRule extends RuleBase {
  readonly scope: 'siblings'
  /** Whether the two, known to be siblings, are a finding. */
  holds(view: DocumentView, a: TreeNode, b: TreeNode): boolean
}

/** A rule about the change itself: what a component was and is. It says nothing about a document alone. */
export interface ChangeRule extends RuleBase {
  readonly scope: 'change'
  checkTouched(touched: Touched, found: Finding[]): void
}

export type Rule = ComponentRule | SiblingRule | ChangeRule

export function finding(node: TreeNode | null, detail: string, measure = 0): Finding {
  return { node, other: null, detail, measure, scale: 1, key: `${node === null ? '' : node.id}\n${detail}` }
}

/** About two siblings; told of the one that stands later. */
export function pairFinding(a: TreeNode, b: TreeNode): Finding {
  const [node, other] = a.position < b.position ? [b, a] : [a, b]
  const key = a.id < b.id ? `${a.id}\n${b.id}` : `${b.id}\n${a.id}`
  return { node, other, detail: '', measure: 0, scale: 1, key }
}
