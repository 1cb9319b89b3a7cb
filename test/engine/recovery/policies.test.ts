import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { createEngine, defaultPolicies } from '../../../src/index.ts'
import type { Answer, RecoveryAction } from '../../../src/index.ts'
import { recoveryActions } from '../../../src/engine/recovery/policies.ts'
import { Execution } from '../../../src/execute/executor.ts'
import { shopScreen } from '../../support/shop-screen.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

type Code = keyof typeof defaultPolicies

const CASES: readonly (readonly [
  command: string,
  code: Code,
  statuses: Readonly<Record<Exclude<RecoveryAction, 'retry'>, Answer['status']>>,
])[] = [
  [
    'hide the logo and make the page titel red',
    'reference-unknown',
    { correct: 'applied', skip: 'partial', ask: 'clarify', rollback: 'rejected' },
  ],
  [
    'hide the logo and make the unicorn red',
    'reference-unknown',
    { correct: 'rejected', skip: 'partial', ask: 'clarify', rollback: 'rejected' },
  ],
  [
    'hide the logo and make the product card red',
    'reference-ambiguous',
    { correct: 'rejected', skip: 'partial', ask: 'clarify', rollback: 'rejected' },
  ],
  [
    'hide the logo and make the page title 150% opaque',
    'value-invalid',
    { correct: 'applied', skip: 'partial', ask: 'clarify', rollback: 'rejected' },
  ],
  [
    'delete the rule and make the rule red',
    'conflict-deleted',
    { correct: 'rejected', skip: 'partial', ask: 'clarify', rollback: 'rejected' },
  ],
  [
    'hide the logo and make the intro pop',
    'unmeasurable',
    { correct: 'rejected', skip: 'partial', ask: 'clarify', rollback: 'rejected' },
  ],
]

describe.each(CASES)('%s', (command, code, statuses) => {
  test.each(Object.entries(statuses))(`${code}: %s`, (action, status) => {
    const shop = shopScreen()
    const engine = createEngine({ recovery: { [code]: action } })
    const answer = engine.run(shop, command)
    expect(answer.status).toBe(status)
    if (status === 'rejected' || status === 'clarify') expect(answer.blueprint).toBe(shop)
    if (status === 'partial') {
      expect(answer.steps.map((step) => step.status).sort()).toEqual(['applied', 'failed'])
      expect(answer.issues.map((issue) => issue.code)).toContain(code)
    }
    expect(engine.plan(shop, command)).toMatchObject({ status, issues: answer.issues })
  })
})

it('a rule that is an error can be skipped: the part that breaks it is left out', () => {
  const shop = shopScreen()
  const command =
    'make the page title bold, set the text color of the cart link to #1E293B, then make the rule red'
  const rules = { contrast: 'error' } as const
  expect(createEngine({ rules }).run(shop, command).status).toBe('rejected')
  const skipping = createEngine({ rules, recovery: { contrast: 'skip' } })
  const answer = skipping.run(shop, command)
  expect(answer.status).toBe('partial')
  expect(answer.steps.filter(({ status }) => status === 'failed').map(({ clause }) => clause)).toEqual([
    'set the text color of the cart link to #1E293B',
  ])
  expect(answer.changed.map(({ id }) => id)).toEqual(['page_title', 'rule'])
  const partial = createEngine({ rules }).run(shop, command, { partial: true })
  expect([partial.status, partial.json]).toEqual(['partial', answer.json])
})

it('a failure of the engine itself is tried once more, where the policy says so', () => {
  const shop = shopScreen()
  const failOnce = (): void => {
    vi.spyOn(Execution.prototype, 'run').mockImplementationOnce(() => {
      throw new Error('planted')
    })
  }
  failOnce()
  const retrying = createEngine()
  expect(retrying.run(shop, 'hide the logo').status).toBe('applied')
  expect(retrying.stats().recovery.retried).toBe(1)
  failOnce()
  const strict = createEngine({ recovery: { internal: 'rollback' } })
  const answer = strict.run(shop, 'hide the logo')
  expect([answer.status, answer.issues[0]!.code, answer.blueprint]).toEqual(['rejected', 'internal', shop])
  expect(strict.stats().recovery.retried).toBe(0)
})

it('every code has an action, and an unknown one is refused', () => {
  for (const action of Object.values(defaultPolicies)) expect(recoveryActions).toContain(action)
  expect(() => createEngine({ recovery: { 'reference-unknown': 'guess' as never } })).toThrow(
    'createEngine options.recovery.reference-unknown',
  )
  expect(() => createEngine({ recovery: { nothing: 'skip' } as never })).toThrow(TypeError)
})
