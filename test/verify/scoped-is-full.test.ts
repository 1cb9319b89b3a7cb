import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Blueprint } from '../../src/document/blueprint.ts'
import type { Change } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import type { TreeNode } from '../../src/document/tree-node.ts'
import { ChangeContext, findInChange, findInDocument, isWorse, worstOf } from '../../src/verify/findings.ts'
import { rules } from '../../src/verify/registry.ts'
import type { Finding, Rule } from '../../src/verify/rule.ts'
import { PresentView } from '../../src/verify/view.ts'
import { actions, blueprints, change, changeFurther } from './random-changes.ts'
import { runs } from '../support/amounts.ts'

function inDocument(rule: Rule, index: DocumentIndex): Finding[] {
  return findInDocument(rule, index, new PresentView(index))
}

function keys(findings: readonly Finding[]): string[] {
  return findings.map(({ node, key, measure }) => `${node?.id} ${key} ${measure}`)
}

/** What the whole document before and the whole document after differ by. */
function byComparing(rule: Rule, before: Blueprint, after: Blueprint): string[] {
  const indexBefore = new DocumentIndex(before)
  const known = worstOf(inDocument(rule, indexBefore))
  const isOld = (now: Finding): boolean => {
    if (rule.scope === 'siblings') return pairsBehind(now, indexBefore).some((key) => known.has(key))
    return rule.scope !== 'change' && !isWorse(now, known.get(now.key), rule.tolerance)
  }
  return keys(inDocument(rule, new DocumentIndex(after)).filter((finding) => !isOld(finding)))
}

/** The keys of the pairs that a pair can have come from: a new component stands for what was put into it. */
function pairsBehind({ node, other }: Finding, before: DocumentIndex): string[] {
  const idsBehind = (at: TreeNode): string[] => (before.has(at.id) ? [at.id] : at.children.flatMap(idsBehind))
  return idsBehind(node!).flatMap((a) => idsBehind(other!).map((b) => (a < b ? `${a}\n${b}` : `${b}\n${a}`)))
}

function byScope(rule: Rule, made: Change, index: DocumentIndex): string[] {
  return keys(findInChange(rule, new ChangeContext(made, index)))
}

describe('looking at what a change can affect finds what looking at everything finds', () => {
  test.each(rules.filter((rule) => rule.scope !== 'change').map((rule) => [rule.name, rule] as const))(
    '%s',
    (_name, rule) => {
      fc.assert(
        fc.property(blueprints, actions, actions, (blueprint, first, second) => {
          const { change: one, index } = change(blueprint, first)
          expect(byScope(rule, one, index)).toEqual(byComparing(rule, one.before, one.after))
          const two = changeFurther(index, second, 'm')
          expect(byScope(rule, two, index)).toEqual(byComparing(rule, two.before, two.after))
        }),
        { numRuns: runs(500) },
      )
    },
  )
})
