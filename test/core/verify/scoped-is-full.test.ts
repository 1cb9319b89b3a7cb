import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Blueprint } from '../../../src/core/document/blueprint.ts'
import type { Change } from '../../../src/core/document/change.ts'
import { DocumentIndex } from '../../../src/core/document/document-index.ts'
import { ChangeContext, findInChange, findInDocument } from '../../../src/core/verify/findings.ts'
import { rules } from '../../../src/core/verify/registry.ts'
import { keyOf } from '../../../src/core/verify/rule.ts'
import type { Finding, Rule } from '../../../src/core/verify/rule.ts'
import { PresentView } from '../../../src/core/verify/view.ts'
import { actions, blueprints, change, changeFurther } from './random-changes.ts'

function inDocument(rule: Rule, blueprint: Blueprint): Finding[] {
  const index = new DocumentIndex(blueprint)
  return findInDocument(rule, index, new PresentView(index))
}

function keys(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${keyOf(finding)} ${finding.measure}`)
}

/** What the whole document before and the whole document after differ by. */
function byComparing(rule: Rule, before: Blueprint, after: Blueprint): string[] {
  const known = new Map<string, number>()
  for (const finding of inDocument(rule, before)) known.set(keyOf(finding), finding.measure)
  return keys(
    inDocument(rule, after).filter((finding) => finding.measure > (known.get(keyOf(finding)) ?? -Infinity)),
  )
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
        { numRuns: 1000 },
      )
    },
  )
})
