import type { Issue } from '../command/issue.ts'
import type { Change } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { ChangeContext, findInChange, findInDocument } from './findings.ts'
import { defaultRuleLevels } from './levels.ts'
import type { RuleLevels } from './levels.ts'
import { rules } from './registry.ts'
import type { Finding, Rule, RuleName } from './rule.ts'
import { followChange } from './themed-nodes.ts'
import { PresentView } from './view.ts'
import type { PastView } from './view.ts'

const LAYOUT_RULES: ReadonlySet<RuleName> = new Set(['overlap', 'outside-parent'])

export interface VerifyOptions {
  /**
   * Ids of what was put exactly where it was told: an overlap that makes, or sticking out of the parent, is a warning (spec,
   * "shift, align"). It holds for what is inside them too.
   */
  readonly exactlyPlaced?: ReadonlySet<string>
}

/**
 * What a change makes worse: the issues of the document after it that were not there before, found by looking at what the
 * change can affect. It says what comparing {@link verifyDocument} of both documents would say.
 * O(touched + the siblings of moved boxes + what is inside changed backgrounds).
 *
 * @param index carried to `change.after`
 */
export function verifyChange(
  change: Change,
  index: DocumentIndex,
  levels: RuleLevels = defaultRuleLevels,
  options: VerifyOptions = {},
): Issue[] {
  const issues: Issue[] = []
  if (change.before === change.after) return issues
  const context = new ChangeContext(change, index)
  for (const rule of rules) {
    const level = levels[rule.name]
    if (level === 'off') continue
    for (const finding of findInChange(rule, context)) {
      const isExcused =
        LAYOUT_RULES.has(rule.name) && (isWanted(finding, options) || isInCopy(finding, context.past))
      issues.push(toIssue(rule, finding, isExcused ? 'warning' : level, context.present, index))
    }
  }
  followChange(index, change)
  return issues
}

/**
 * Everything that is wrong with a document, under every rule. The document must have passed `validateBlueprint`. At most
 * 1000 issues a rule. O(n log n), n = components.
 */
export function verifyDocument(index: DocumentIndex, levels: RuleLevels = defaultRuleLevels): Issue[] {
  const present = new PresentView(index)
  const issues: Issue[] = []
  for (const rule of rules) {
    const level = levels[rule.name]
    if (level === 'off') continue
    for (const finding of findInDocument(rule, index, present))
      issues.push(toIssue(rule, finding, level, present, index))
  }
  return issues
}

function toIssue(
  rule: Rule,
  finding: Finding,
  severity: 'error' | 'warning',
  view: PresentView,
  index: DocumentIndex,
): Issue {
  const { node } = finding
  const { message, path, suggestions } = rule.explain(view, finding)
  // Written out: every key added to a spread object costs half a microsecond (bench: total/1-step-delta, 28% with the like).
  const stage = 'verify'
  const code = rule.name
  if (node === null)
    return suggestions.length === 0
      ? { code, severity, message, stage, path }
      : { code, severity, message, stage, path, suggestions }
  const at = index.path(node) + path
  return suggestions.length === 0
    ? { code, severity, message, stage, path: at, id: node.id }
    : { code, severity, message, stage, path: at, id: node.id, suggestions }
}

/** Whether it comes of something that stands exactly where it was told to. */
function isWanted({ node, other }: Finding, { exactlyPlaced }: VerifyOptions): boolean {
  return exactlyPlaced !== undefined && (isInOneOf(node, exactlyPlaced) || isInOneOf(other, exactlyPlaced))
}

/** Whether it lies inside something new, which only a copy has parts in: they stand as they do in the original. */
function isInCopy({ node, other }: Finding, past: PastView): boolean {
  const parent = node?.parent ?? null
  return parent !== null && !past.has(parent) && !past.has(node!) && (other === null || !past.has(other))
}

function isInOneOf(node: TreeNode | null, ids: ReadonlySet<string>): boolean {
  for (let at = node; at !== null; at = at.parent) if (ids.has(at.id)) return true
  return false
}
