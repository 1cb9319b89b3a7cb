import { describe, expect, test } from 'vitest'
import { defaultFallback, nextAttempt } from '../../../src/pure/adaptive/fallback-policy.ts'
import type { AttemptOutcome } from '../../../src/pure/adaptive/fallback-policy.ts'
import { defaultPolicy } from '../../../src/pure/adaptive/choice-policy.ts'
import { chooseModel } from '../../../src/pure/adaptive/model-choice.ts'
import { parsePolicy } from '../../../src/pure/adaptive/read-policy.ts'
import { readComplexity } from '../../../src/pure/adaptive/complexity.ts'
import { trialsOfMetrics } from '../../../src/pure/adaptive/trials.ts'
import type { Trial } from '../../../src/pure/adaptive/trials.ts'
import { madeBatch } from '../metrics/made-batches.ts'
import { wilsonInterval } from '../../../src/pure/statistics/wilson.ts'

function trials(model: string, successes: number, count: number, tokens: number | null = null): Trial[] {
  return Array.from({ length: count }, (_, i) => ({
    item: `i${i}`,
    model,
    complexity: 'mechanical',
    firstTry: i < successes,
    tokens,
  }))
}

describe('Wilson intervals', () => {
  // Values of R's prop.test(x, n, correct = FALSE).
  test.each([
    [9, 10, 0.5958, 0.9821],
    [0, 5, 0, 0.4345],
    [5, 5, 0.5655, 1],
    [81, 263, 0.2553, 0.3662],
    [0, 0, 0, 1],
  ])('%d of %d', (successes, count, low, high) => {
    const interval = wilsonInterval(successes, count)
    expect(interval.low).toBeCloseTo(low, 3)
    expect(interval.high).toBeCloseTo(high, 3)
  })
})

test('each model answers for its own first try; what broke or was cut off is no trial', () => {
  const item = (id: string, status: 'success' | 'failure' | 'partial', ...tries: [string, string][]) => ({
    item_id: id,
    status,
    model: tries.at(-1)![0],
    complexity: 'low',
    total_tokens: 5000,
    tries: tries.map(([model, outcome]) => ({ model, outcome })),
  })
  const files = [
    madeBatch({
      rest: {
        items: [
          item('a', 'success', ['haiku', 'gate'], ['haiku', 'no-change'], ['sonnet', 'success']),
          item('b', 'success', ['haiku', 'crashed'], ['haiku', 'success']),
          item('c', 'partial', ['haiku', 'success']),
          item('d', 'success', ['sonnet', 'success']),
          // It cannot be joined with the work of another item: no fault of the model.
          item('e', 'failure', ['haiku', 'success']),
        ],
      },
    }),
  ]
  expect(
    trialsOfMetrics(files).map(({ item: id, model, firstTry, tokens }) => [id, model, firstTry, tokens]),
  ).toEqual([
    ['a', 'haiku', false, null],
    ['a', 'sonnet', true, null],
    ['b', 'haiku', true, null],
    ['d', 'sonnet', true, 5000],
    ['e', 'haiku', true, 5000],
  ])
})

describe('the model to start with', () => {
  test('without evidence is the proven one of the complexity', () => {
    expect(chooseModel('mechanical', [])).toMatchObject({ model: 'sonnet', tier: 'T1', upgrades: ['opus'] })
    expect(chooseModel('nuanced', [])).toMatchObject({ model: 'sonnet', tier: 'T2' })
    expect(chooseModel('architectural', [])).toMatchObject({ model: 'opus', tier: 'T3', upgrades: [] })
  })

  test('becomes the cheap one with the ninth success in a row, not with the eighth', () => {
    expect(chooseModel('mechanical', trials('claude-haiku-4-5', 8, 8)).model).toBe('sonnet')
    const choice = chooseModel('mechanical', trials('claude-haiku-4-5', 9, 9))
    expect(choice).toMatchObject({ model: 'haiku', upgrades: ['sonnet', 'opus'] })
    expect(choice.reason).toBe('cheapest that is trusted: 9 of 9 at the first try, 70% to 100%')
    expect(chooseModel('mechanical', trials('haiku', 3, 3)).assessments[0]!.successesMissing).toBe(6)
  })

  test('evidence of another complexity is none', () => {
    expect(chooseModel('nuanced', trials('haiku', 50, 50)).model).toBe('sonnet')
  })

  test('moves up when the proven one is refuted', () => {
    const choice = chooseModel('mechanical', trials('sonnet', 2, 20))
    expect(choice.model).toBe('opus')
    expect(choice.reason).toContain('no model reaches 70%')
    expect(choice.assessments.map(({ verdict }) => verdict)).toEqual([
      'not yet shown',
      'refuted',
      'stronger than needed',
    ])
  })

  test('is not the cheap one when its trials are dearer than the next', () => {
    const dear = [...trials('haiku', 30, 30, 100_000), ...trials('sonnet', 30, 30, 10_000)]
    expect(chooseModel('mechanical', dear).model).toBe('sonnet')
  })
})

describe('the expected cost', () => {
  test('holds fix loops and upgrades: recomputed by hand', () => {
    const evidence = [...trials('haiku', 15, 20), ...trials('sonnet', 18, 20), ...trials('opus', 19, 20)]
    const [haiku, sonnet, opus] = chooseModel('mechanical', evidence).assessments
    const rate = (successes: number) => wilsonInterval(successes, 20).center
    // 12k or so a try, 5k for the checklist, 10k for a fix loop.
    // Of a million tokens 500 are fresh, 2,500 output, 49,000 written to the cache and 948,000 read from it.
    const price = (input: number, output: number) =>
      (0.0005 * input + 0.0025 * output + 0.049 * 1.25 * input + 0.948 * 0.1 * input) / 1e6
    const [perHaiku, perSonnet, perOpus] = [price(1, 5), price(3, 15), price(5, 25)]
    const opusUsd = (25_000 / rate(19) + (1 / rate(19) - 1) * 10_000) * perOpus
    const sonnetUsd = 17_000 * perSonnet + (1 - rate(18)) * (10_000 * perSonnet + opusUsd)
    const haikuUsd = 13_000 * perHaiku + (1 - rate(15)) * (10_000 * perHaiku + sonnetUsd)
    expect(opus!.expectedUsd.expected).toBeCloseTo(opusUsd, 10)
    expect(sonnet!.expectedUsd.expected).toBeCloseTo(sonnetUsd, 10)
    expect(haiku!.expectedUsd.expected).toBeCloseTo(haikuUsd, 10)
  })

  test('lies between its best and its worst', () => {
    for (const { expectedUsd } of chooseModel('nuanced', trials('sonnet', 5, 7)).assessments) {
      expect(expectedUsd.best).toBeLessThan(expectedUsd.expected)
      expect(expectedUsd.worst).toBeGreaterThan(expectedUsd.expected)
    }
  })

  test('of a model without figures is stretched like those that were measured', () => {
    const [haiku] = chooseModel('mechanical', trials('sonnet', 1, 1, 34_000)).assessments
    const [plain] = chooseModel('mechanical', trials('sonnet', 1, 1)).assessments
    // 34k measured where 17k were assumed: haiku's 13k become 26k.
    expect(haiku!.expectedTokens - plain!.expectedTokens).toBeGreaterThan(13_000)
  })

  test('an empty ladder is wrong use', () => {
    expect(() => chooseModel('nuanced', [], { ...defaultPolicy, ladder: [] })).toThrow(RangeError)
  })
})

test('words for complexity', () => {
  expect(['low', ' Medium ', 'high', 'T1/T2', 'infrastructure'].map(readComplexity)).toEqual([
    'mechanical',
    'nuanced',
    'architectural',
    'nuanced',
    'nuanced',
  ])
  expect(['', 'tricky', 3, undefined, '__proto__'].map(readComplexity)).toEqual(Array(5).fill(undefined))
})

test('items of metrics files are trials; what was blocked or cached tried nothing', () => {
  const item = { item_id: 'a', model: 'haiku', complexity: 'low' }
  const found = trialsOfMetrics([
    {
      batch_id: '1',
      operation: 'execute',
      timestamp: '2026-03-01T10:00:00Z',
      metrics: {},
      items: [
        { ...item, status: 'success', attempts: 1, total_tokens: 900 },
        { ...item, status: 'success', attempts: 2 },
        { ...item, status: 'failure' },
        { ...item, status: 'blocked' },
        { ...item, status: 'success', from_cache: true },
        { ...item, status: 'success', model: null },
        { ...item, status: 'success', complexity: 'odd' },
      ],
    },
  ])
  expect(found.map(({ firstTry, tokens }) => [firstTry, tokens])).toEqual([
    [true, 900],
    [false, null],
    [false, null],
  ])
})

describe('what to do after a failure', () => {
  const policy = { ...defaultFallback, models: ['haiku', 'sonnet'] }
  const after = (...past: readonly (readonly [string, AttemptOutcome])[]) =>
    nextAttempt(
      policy,
      past.map(([model, outcome]) => ({ model, outcome })),
    )

  test('the same model again, then the stronger one, then degrade', () => {
    expect(after()).toMatchObject({ kind: 'try', model: 'haiku', waitSeconds: 0 })
    expect(after(['haiku', 'failed'])).toMatchObject({ kind: 'try', model: 'haiku', waitSeconds: 5 })
    expect(after(['haiku', 'failed'], ['haiku', 'stale'])).toMatchObject({ kind: 'try', model: 'sonnet' })
    const all = after(['haiku', 'failed'], ['haiku', 'failed'], ['sonnet', 'failed'], ['sonnet', 'timed-out'])
    expect(all).toEqual({ kind: 'degrade', reason: 'sonnet timed-out, and no stronger model is left' })
  })

  test('overload says nothing about a model: it is tried longer, with growing waits', () => {
    const busy = (count: number) =>
      after(...Array.from({ length: count }, () => ['haiku', 'unavailable'] as const))
    expect([1, 2, 3].map((count) => busy(count))).toMatchObject([
      { model: 'haiku', waitSeconds: 5 },
      { model: 'haiku', waitSeconds: 10 },
      { model: 'haiku', waitSeconds: 20 },
    ])
    expect(busy(4)).toMatchObject({ model: 'sonnet', waitSeconds: 0 })
  })

  test('ends after the most attempts and with a model that is not listed', () => {
    expect(nextAttempt({ ...policy, maxAttempts: 1 }, [{ model: 'haiku', outcome: 'failed' }]).kind).toBe(
      'degrade',
    )
    expect(after(['other', 'failed'], ['other', 'failed']).kind).toBe('degrade')
    expect(() => nextAttempt({ ...policy, models: [] }, [])).toThrow(RangeError)
  })
})

describe('a policy of other models', () => {
  const policyOf = (text: string) => {
    const read = parsePolicy(text)
    if (!read.ok) throw new Error(read.error.join('; '))
    return read.value
  }

  test('prices that are not stated come from the list; names that hold each other are told apart', () => {
    const policy = policyOf(`
models:
  - { name: gpt-5-mini, tokens_per_try: 9000 }
  - { name: gpt-5, tokens_per_try: 12000 }
  - { name: house-model, usd_per_million_tokens: 0.4 }
proven: { mechanical: gpt-5 }
`)
    const [mini, large, own] = policy.ladder.map(({ usdPerMillionTokens }) => usdPerMillionTokens)
    expect(mini).toBeLessThan(large!)
    expect(own).toBe(0.4)
    expect(policy.proven).toEqual({
      mechanical: 'gpt-5',
      nuanced: 'house-model',
      architectural: 'house-model',
    })
    const { model, assessments } = chooseModel('mechanical', trials('openai/gpt-5-mini-2025', 15, 15), policy)
    expect(model).toBe('gpt-5-mini')
    expect(assessments.map(({ evidence }) => evidence.trials)).toEqual([15, 0, 0])
  })

  test('everything that is wrong is said at once', () => {
    const read = parsePolicy(`
models: [{ name: nobody-knows-it }, { tokens_per_try: -1 }]
mix: { input: 0.5 }
proven: { nuanced: haiku }
min_success_rate: 7
speed: high
`)
    if (read.ok) throw new Error('expected problems')
    const said = read.error.join('\n')
    for (const problem of [
      'unknown field "speed"',
      'that make 1, got 0.5',
      'the price of nobody-knows-it is not known',
      '"name" must be a text',
      '"tokens_per_try"',
      '"proven" nuanced',
      '"min_success_rate"',
    ])
      expect(said).toContain(problem)
  })
})
