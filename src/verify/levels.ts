import type { RuleName } from './rule.ts'

export const ruleLevels = ['error', 'warning', 'off'] as const

export type RuleLevel = (typeof ruleLevels)[number]

/** How much a finding of each rule weighs: an error rejects a change, a warning goes along with it. */
export type RuleLevels = { readonly [Name in RuleName]: RuleLevel }

/**
 * What breaks a document is an error; what makes it harder to use is a warning (spec: "Accessibility never stands in a
 * command's way by itself"). A contrast that nobody can know is not worth mentioning by default.
 */
export const defaultRuleLevels: RuleLevels = {
  schema: 'error',
  'duplicate-id': 'error',
  'identity-changed': 'error',
  'box-invalid': 'error',
  overlap: 'error',
  'outside-parent': 'error',
  'label-dangling': 'error',
  contrast: 'warning',
  'contrast-unknown': 'off',
  'target-size': 'warning',
  'token-reference': 'warning',
  'color-syntax': 'warning',
}
