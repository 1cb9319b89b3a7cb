import { describe, expect, test } from 'vitest'
import { attemptsOf, DEFAULT_POLICY, feelPulse, isStale, modelOf } from '../../../src/pure/schedule/policy.ts'
import type { Pulse } from '../../../src/pure/schedule/policy.ts'

const policy = { ...DEFAULT_POLICY, pollMs: 30, staleMs: 60 }

/** The pulse after looks at these times, each with the time of the file then. */
function after(looks: readonly (readonly [nowMs: number, seenMs: number | null])[]): {
  pulse: Pulse
  staleAt: number | null
} {
  let pulse: Pulse = { atMs: 0, sign: null, missed: 0 }
  for (const [nowMs, seenMs] of looks) {
    pulse = feelPulse(pulse, seenMs === null ? null : String(seenMs), nowMs, policy)
    if (isStale(pulse, nowMs, policy)) return { pulse, staleAt: nowMs }
  }
  return { pulse, staleAt: null }
}

describe('a heartbeat', () => {
  test.each<[string, [number, number | null][], number | null]>([
    [
      'in time',
      [
        [30, 25],
        [60, 55],
        [90, 85],
      ],
      null,
    ],
    [
      'just late for a look',
      [
        [30, null],
        [60, 31],
        [90, 61],
      ],
      null,
    ],
    [
      'that never comes',
      [
        [30, null],
        [60, null],
        [90, null],
      ],
      60,
    ],
    [
      'that stops',
      [
        [30, 20],
        [60, 20],
        [90, 20],
      ],
      90,
    ],
    [
      'that stops, with looks far apart',
      [
        [30, 20],
        [200, 20],
      ],
      200,
    ],
    [
      'of a clock that runs ahead',
      [
        [30, 9000],
        [60, 9030],
        [90, 9060],
      ],
      null,
    ],
    [
      'of a clock that runs ahead, and stops',
      [
        [30, 9000],
        [60, 9000],
        [90, 9000],
      ],
      90,
    ],
    [
      'of a clock that runs behind',
      [
        [30, -9000],
        [45, -8990],
      ],
      null,
    ],
  ])('%s', (_name, looks, expected) => {
    expect(after(looks).staleAt).toBe(expected)
  })

  test('is not missed by looks that follow fast', () => {
    expect(after(Array.from({ length: 20 }, (_, i) => [i, null] as const)).pulse.missed).toBe(0)
  })
})

test.each([
  [[], [null, null]],
  [['small'], ['small', 'small']],
  [
    ['small', 'middle', 'large'],
    ['small', 'small', 'middle', 'large'],
  ],
])('models %j are tried as %j', (models, expected) => {
  const own = { ...policy, models }
  expect(Array.from({ length: attemptsOf(own) }, (_, i) => modelOf(own, i + 1))).toEqual(expected)
})
