import { expect, test } from 'vitest'
import { parseCandidates } from '../../../src/pure/decisions/read-candidates.ts'

test('candidates of one’s own', () => {
  const parsed = parseCandidates(`
candidates:
  - id: faster-review
    title: Faster review
    impact: Medium
    effort_hours: 6
    trigger: { measure: duration, above: 300, operation: review }
    description: Share the context.
  - { id: tidy, impact: low, effort_hours: 30, effort: 2, trigger: always }
`)
  expect(parsed).toEqual({
    ok: true,
    value: [
      {
        id: 'faster-review',
        title: 'Faster review',
        impact: 'medium',
        effortHours: 6,
        effort: 2,
        trigger: {
          kind: 'measure',
          measure: 'duration',
          comparison: 'above',
          threshold: 300,
          operation: 'review',
        },
        description: 'Share the context.',
      },
      {
        id: 'tidy',
        title: 'tidy',
        impact: 'low',
        effortHours: 30,
        effort: 2,
        trigger: { kind: 'always' },
        description: '',
      },
    ],
  })
})

test('everything that is wrong, at once', () => {
  const parsed = parseCandidates(`
candidates:
  - 7
  - { id: a, impact: huge, effort_hours: -1, trigger: { measure: speed, above: 1, below: 2 }, hours: 3 }
  - { id: b, impact: low, effort_hours: 1, effort: 6, trigger: sometimes }
  - { id: b, impact: low, effort_hours: 1, trigger: { measure: cost } }
`)
  expect(parsed.ok ? [] : parsed.error).toEqual([
    'candidate 1: expected fields, got the number 7',
    'candidate 2: unknown field "hours"; known are id, title, impact, effort_hours, effort, trigger, description',
    'candidate 2: "effort_hours" must be a number from 0 to 10000, got the number -1',
    'candidate 2: "impact" must be one of high, medium, low, got the string "huge"',
    expect.stringContaining('candidate 2: "measure" must be one of duration'),
    'candidate 2: "trigger" needs either "above" or "below"',
    'candidate 3: "effort" must be 1 to 5, got the number 6',
    'candidate 3: "trigger" must be "always" or { measure, above or below }, got the string "sometimes"',
    'candidate 4: "trigger" needs either "above" or "below"',
    'two candidates have the id "b"',
  ])
})

test.each([
  ['no list', 'candidates: 3'],
  ['no YAML', 'candidates: ['],
  ['too many', `[${'{},'.repeat(201)}]`],
])('%s is refused', (_, text) => {
  expect(parseCandidates(text).ok).toBe(false)
})
