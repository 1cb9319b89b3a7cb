import { tokensOf } from '../document/blueprint.ts'
import type { Change } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { visitMeetingPairs } from './overlap-sweep.ts'
import { pairFinding } from './rule.ts'
import type { ChangeRule, ComponentRule, Finding, Rule, SiblingRule } from './rule.ts'
import { ChangeScope } from './scope.ts'
import { PastView, PresentView } from './view.ts'

/** More than this many findings of one rule help nobody; a hostile document could have millions of overlapping pairs. */
const MAX_FINDINGS = 1000
/** Pairs of meeting boxes that are compared with how they were; beyond it lies no screen that anybody made. */
const MAX_PAIRS = 1_000_000

/** What a rule finds in a document, in document order. */
export function findInDocument(rule: Rule, index: DocumentIndex, view: PresentView): Finding[] {
  switch (rule.scope) {
    case 'change':
      return []
    case 'siblings':
      return findAmongSiblings(rule, index, view)
    default: {
      const found: Finding[] = []
      rule.checkTheme?.(view, found)
      for (const node of index.all()) {
        rule.check(view, node, found)
        if (found.length >= MAX_FINDINGS) break
      }
      return found
    }
  }
}

function findAmongSiblings(rule: SiblingRule, index: DocumentIndex, view: PresentView): Finding[] {
  const found: Finding[] = []
  const visit = (a: TreeNode, b: TreeNode): boolean => {
    if (rule.holds(view, a, b)) found.push(pairFinding(a, b))
    return found.length < MAX_FINDINGS
  }
  const groups = [index.top, ...index.all().map(({ children }) => children)]
  groups.every((siblings) => siblings.length < 2 || visitMeetingPairs(siblings, null, visit))
  return inOrder(found, index)
}

/** A change with the document before and after it, as rules look at it. */
export class ChangeContext {
  readonly change: Change
  readonly index: DocumentIndex
  readonly scope: ChangeScope
  readonly present: PresentView
  readonly themeChanged: boolean
  #past: PastView | null = null

  /** @param index carried to `change.after` */
  constructor(change: Change, index: DocumentIndex) {
    this.change = change
    this.index = index
    this.scope = new ChangeScope(change, index)
    this.present = new PresentView(index)
    this.themeChanged = tokensOf(change.before) !== tokensOf(change.after)
  }

  /** Made on first access: most changes make nothing worse. */
  get past(): PastView {
    this.#past ??= new PastView(this.change, this.index)
    return this.#past
  }
}

const NOTHING: readonly Finding[] = []

/** What a rule finds after a change and did not find before, or found less bad. */
export function findInChange(rule: Rule, context: ChangeContext): readonly Finding[] {
  switch (rule.scope) {
    case 'change':
      return findInTouched(rule, context)
    case 'siblings':
      return context.scope.concerns(rule) ? findNewPairs(rule, context) : NOTHING
    default:
      return context.themeChanged || context.scope.concerns(rule) ? findWorse(rule, context) : NOTHING
  }
}

function findInTouched(rule: ChangeRule, { change }: ChangeContext): Finding[] {
  const found: Finding[] = []
  for (const touched of change.touched) rule.checkTouched(touched, found)
  return found
}

function findWorse(rule: ComponentRule, context: ChangeContext): readonly Finding[] {
  const { scope, present, themeChanged } = context
  const found: Finding[] = []
  if (themeChanged) rule.checkTheme?.(present, found)
  if (scope.concerns(rule)) for (const node of scope.affectedBy(rule)) rule.check(present, node, found)
  if (themeChanged && rule.readsTheme)
    for (const node of scope.themedBy(rule)) rule.check(present, node, found)
  return found.length === 0 ? NOTHING : inOrder(withoutOld(rule, found, context.past), context.index)
}

/** Takes away what was there before and did not get worse. O(findings + their peers). */
function withoutOld(rule: ComponentRule, found: readonly Finding[], past: PastView): Finding[] {
  if (found.length === 1 && rule.peers === 'itself' && found[0]!.node !== null)
    return isNew(rule, found[0]!, found[0]!.node, past) ? [found[0]!] : []
  const before: Finding[] = []
  if (found.some(({ node }) => node === null)) rule.checkTheme?.(past, before)
  for (const peer of peersOf(rule, found, past)) rule.check(past, peer, before)
  const known = worstOf(before)
  const worse = new Map<string, Finding>()
  for (const now of found) {
    if (worse.size === MAX_FINDINGS) break
    // The scope of a change of the theme and that of the components can hold the same ones.
    if (isWorse(now, known.get(now.key), rule.tolerance)) worse.set(`${now.node?.id}\n${now.key}`, now)
  }
  return [...worse.values()]
}

/** The same for one finding, as most changes have none or one: without sets and maps. */
function isNew(rule: ComponentRule, now: Finding, node: TreeNode, past: PastView): boolean {
  const before: Finding[] = []
  if (past.has(node)) rule.check(past, node, before)
  const same = before.filter(({ key }) => key === now.key)
  return isWorse(now, same.length === 0 ? undefined : worstOf(same).get(now.key), rule.tolerance)
}

/** The greatest measure of the findings with one key, and the greatest one seen against its scale. */
interface Worst {
  measure: number
  share: number
}

export function worstOf(findings: readonly Finding[]): Map<string, Worst> {
  const worst = new Map<string, Worst>()
  for (const { key, measure, scale } of findings) {
    const known = worst.get(key)
    if (known === undefined) worst.set(key, { measure, share: measure / scale })
    else {
      known.measure = Math.max(known.measure, measure)
      known.share = Math.max(known.share, measure / scale)
    }
  }
  return worst
}

/** Whether a finding is worse than all there were with its key before the change; smaller differences are rounding. */
export function isWorse({ measure, scale }: Finding, then: Worst | undefined, tolerance: number): boolean {
  if (then === undefined) return true
  return measure > then.measure + tolerance && measure / scale > then.share + tolerance / scale
}

/** The components whose findings before the change these are compared with, each once. */
function peersOf(rule: ComponentRule, found: readonly Finding[], past: PastView): Iterable<TreeNode> {
  const own = new Set<TreeNode>()
  const parents = new Set<TreeNode>()
  for (const { node } of found) {
    if (node === null) continue
    if (rule.peers === 'itself') own.add(node)
    else if (node.parent !== null) parents.add(node.parent)
  }
  const related = rule.peers === 'itself' ? own : [...parents].flatMap((parent) => past.children(parent))
  return [...related].filter((node) => past.has(node))
}

function findNewPairs(rule: SiblingRule, context: ChangeContext): Finding[] {
  const { index, scope, present } = context
  const groups = new Map<TreeNode | null, Set<TreeNode>>()
  for (const node of scope.changedFor(rule)) {
    const group = groups.get(node.parent)
    if (group === undefined) groups.set(node.parent, new Set([node]))
    else group.add(node)
  }
  const found: Finding[] = []
  let seen = 0
  const visit = (a: TreeNode, b: TreeNode): boolean => {
    if (rule.holds(present, a, b) && !wasPair(rule, context.past, a, b)) found.push(pairFinding(a, b))
    return found.length < MAX_FINDINGS && ++seen < MAX_PAIRS
  }
  for (const [parent, changed] of groups)
    if (!visitMeetingPairs(index.childrenUnder(parent), changed, visit)) break
  return inOrder(found, index)
}

/** The theme first, then document order: the order in which a scope was gathered must not show. */
function inOrder(found: Finding[], index: DocumentIndex): Finding[] {
  if (found.length < 2) return found
  return found.sort((a, b) => compareNodes(a.node, b.node, index) || compareNodes(a.other, b.other, index))
}

function compareNodes(a: TreeNode | null, b: TreeNode | null, index: DocumentIndex): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  // Within one list the positions tell, and spare the renumbering of the document after a change of structure.
  return a.parent === b.parent ? a.position - b.position : index.compare(a, b)
}

/** Whether they were a finding before. What a new component was put around stands for it: it takes over their overlaps. */
function wasPair(rule: SiblingRule, past: PastView, a: TreeNode, b: TreeNode): boolean {
  if (past.has(a) && past.has(b)) return past.parent(a) === past.parent(b) && rule.holds(past, a, b)
  for (const one of standInsFor(a, past)) {
    for (const two of standInsFor(b, past))
      if (past.parent(one) === past.parent(two) && rule.holds(past, one, two)) return true
  }
  return false
}

function standInsFor(node: TreeNode, past: PastView): readonly TreeNode[] {
  return past.has(node) ? [node] : node.children.flatMap((child) => standInsFor(child, past))
}
