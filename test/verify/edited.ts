import type { Issue } from '../../src/command/issue.ts'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import type { Change } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { Transaction } from '../../src/document/transaction.ts'
import type { TreeNode } from '../../src/document/tree-node.ts'
import { defaultRuleLevels } from '../../src/verify/levels.ts'
import type { RuleLevels } from '../../src/verify/levels.ts'
import type { RuleName } from '../../src/verify/rule.ts'
import { verifyChange, verifyDocument } from '../../src/verify/verify.ts'
import type { VerifyOptions } from '../../src/verify/verify.ts'

/** A component with an id, of type text where nothing else is said. */
export function part(id: string, rest: Omit<Partial<Component>, 'id'> = {}): Component {
  return { id, type: 'text', ...rest }
}

export function doc(components: readonly Component[], rest: Partial<Blueprint> = {}): Blueprint {
  return { ...rest, components }
}

/** The issues of one rule in a whole document. */
export function issuesIn(rule: RuleName, blueprint: Blueprint): Issue[] {
  return verifyDocument(new DocumentIndex(blueprint), {
    ...defaultRuleLevels,
    'contrast-unknown': 'warning',
  }).filter(({ code }) => code === rule)
}

export type Edit = (transaction: Transaction, node: (id: string) => TreeNode) => void

export function edited(
  blueprint: Blueprint,
  edit: Edit,
): { readonly change: Change; readonly index: DocumentIndex } {
  const index = new DocumentIndex(blueprint)
  const transaction = new Transaction(index)
  edit(transaction, (id) => {
    const node = index.node(id)
    if (node === undefined) throw new Error(`no component ${id}`)
    return node
  })
  return { change: commit(transaction), index }
}

/** What an edit makes worse, under every rule. */
export function issuesAfter(
  blueprint: Blueprint,
  edit: Edit,
  options: VerifyOptions = {},
  levels: Partial<RuleLevels> = {},
): Issue[] {
  const { change, index } = edited(blueprint, edit)
  return verifyChange(change, index, { ...defaultRuleLevels, ...levels }, options)
}

/** `severity code id`, short enough to compare. */
export function brief(issues: readonly Issue[]): string[] {
  return issues.map(({ severity, code, id }) => `${severity} ${code} ${id ?? 'theme'}`)
}
