import { describe, expect, test } from 'vitest'
import type { BatchMetrics } from '../../../src/pure/metrics/batch-metrics.ts'
import { builtInCandidates, effortOf } from '../../../src/pure/decisions/candidate.ts'
import type { Candidate, Trigger } from '../../../src/pure/decisions/candidate.ts'
import { choosePlan } from '../../../src/pure/decisions/choose-plan.ts'
import { decide, defaultDecideOptions } from '../../../src/pure/decisions/decide.ts'
import { decisionMarkdown } from '../../../src/pure/decisions/decision-markdown.ts'
import { findEvidence } from '../../../src/pure/decisions/evidence.ts'
import { bandOf, defaultWeights, scoreOf } from '../../../src/pure/decisions/score.ts'
import { madeBatch } from '../metrics/made-batches.ts'

function candidate(id: string, change: Partial<Candidate> = {}): Candidate {
  const effortHours = change.effortHours ?? 8
  return {
    id,
    title: id,
    impact: 'high',
    effortHours,
    effort: effortOf(effortHours),
    trigger: { kind: 'always' },
    description: '',
    ...change,
  }
}

const scoresWith = (high: number, medium: number, low: number) =>
  builtInCandidates.map(({ impact, effort }) => scoreOf(impact, effort, { high, medium, low }))

describe('the framework’s own figures', () => {
  // In its order: LLM caching, result caching, error recovery, streaming, multi-model.
  const printed = [12, 9, 12, 4, 8]

  test('no weights give all five scores: it changes them on the way', () => {
    expect(scoresWith(4, 3, 1)).toEqual([16, 9, 12, 4, 8])
    expect(scoresWith(3, 2, 1)).toEqual([12, 6, 9, 4, 6])
    const agreeing = (scores: readonly number[]) => scores.filter((score, i) => score === printed[i]).length
    expect([agreeing(scoresWith(4, 3, 1)), agreeing(scoresWith(3, 2, 1))]).toEqual([4, 2])
  })

  test('efforts follow from the hours; shared ends of the ranges are the smaller effort', () => {
    expect(builtInCandidates.map(({ effortHours }) => effortOf(effortHours))).toEqual([2, 3, 3, 2, 4])
    expect(builtInCandidates.map(({ effort }) => effort)).toEqual([2, 3, 3, 2, 4])
    expect([3.9, 4, 8, 8.1, 16, 16.5, 32, 33].map(effortOf)).toEqual([1, 2, 2, 3, 3, 4, 4, 5])
  })

  test('bands', () => {
    expect([12, 10, 9.5, 9, 5, 4.5, 4].map(bandOf)).toEqual([
      'high',
      'high',
      'medium',
      'medium',
      'medium',
      'low',
      'low',
    ])
  })

  describe('its example decision', () => {
    // Execute: mean 1800 s, best 600 s, 85%. Generate: 150k tokens, $0.75. Review: 300 s, 95%.
    const files = [
      madeBatch({ id: '1', day: 1, seconds: 600, items: 10, successes: 9 }),
      madeBatch({ id: '2', day: 2, seconds: 3000, items: 10, successes: 8 }),
      madeBatch({ id: '1', operation: 'generate', tokens: 150_000, usd: 0.75 }),
      madeBatch({ id: '1', operation: 'review', day: 3, seconds: 300, items: 20, successes: 19 }),
    ]
    const decision = decide(builtInCandidates, files)
    const of = (id: string) => decision.candidates.find((one) => one.candidate.id === id)!

    test('improvement potentials: 20 minutes are 67%, not 66%', () => {
      const trigger: Trigger = { kind: 'measure', measure: 'duration', comparison: 'above', threshold: 900 }
      const evidence = findEvidence(trigger, files)
      expect(evidence).toMatchObject({
        status: 'triggered',
        value: 1800,
        operation: 'execute',
        measuredImpact: 'high',
      })
      expect(evidence.potential).toBeCloseTo(2 / 3)
      expect(Math.round((20 / 30) * 100)).toBe(67)
      // "Improvement potential: $0.60 (80%)".
      expect(0.6 / 0.75).toBeCloseTo(0.8)
    })

    test('error recovery is triggered by 85%, with a measured impact that is low', () => {
      expect(of('error-recovery')).toMatchObject({
        score: 12,
        band: 'high',
        evidence: { status: 'triggered', value: 0.85, operation: 'execute', measuredImpact: 'low' },
      })
    })

    test('LLM caching is triggered by 150k tokens, which the example overlooks', () => {
      expect(of('llm-caching').evidence).toMatchObject({
        status: 'triggered',
        value: 150_000,
        operation: 'generate',
      })
    })

    test('multi-model is not: $0.75 is no more than $1, nor more than the $0.75 of the outlook', () => {
      expect(of('multi-model')).toMatchObject({
        score: 8,
        evidence: { status: 'not triggered', value: 0.75 },
      })
    })

    test('result caching cannot be judged: no file says what was repeated; the example takes the duration instead', () => {
      expect(of('result-caching')).toMatchObject({ score: 9, evidence: { status: 'unknown', value: null } })
    })

    test('so the plan is another: with a quick win, and 32 hours instead of 28', () => {
      // The long duration, which no candidate is for, has one of its own.
      expect(decision.plan).toEqual(['llm-caching', 'look-into-long-duration-of-execute', 'error-recovery'])
      expect(decision.planHours).toBe(32)
      // The example's own plan: two of "3 to 5", both of effort 3, so without the quick win it asks for.
      const examples = ['error-recovery', 'result-caching'].map((id) => of(id))
      expect(examples.reduce((sum, one) => sum + one.candidate.effortHours, 0)).toBe(28)
      expect(examples.some((one) => one.isQuickWin)).toBe(false)
    })

    test('what it lacks is said', () => {
      expect(decision.remarks).toEqual(['thin evidence: 2 of at least 10 batches'])
    })
  })
})

describe('evidence', () => {
  const repeated: Trigger = { kind: 'measure', measure: 'repeated items', comparison: 'above', threshold: 0 }
  const withHashes = (
    id: string,
    day: number,
    ...items: readonly [string, 'success' | 'failure', boolean?][]
  ) =>
    madeBatch({
      id,
      day,
      rest: {
        items: items.map(([input_hash, status, from_cache = false], i) => ({
          item_id: `i${i}`,
          input_hash,
          status,
          from_cache,
        })),
      },
    })

  test('items are repeated when an equal input had succeeded; retries of failures and cached answers are not', () => {
    const files = [
      withHashes('1', 1, ['a', 'success'], ['b', 'failure']),
      withHashes('2', 2, ['a', 'success'], ['b', 'success'], ['a', 'success', true]),
    ]
    expect(findEvidence(repeated, files)).toMatchObject({ status: 'triggered', value: 1, potential: 0.25 })
    expect(findEvidence(repeated, files.slice(0, 1))).toMatchObject({ status: 'not triggered', value: 0 })
    expect(findEvidence(repeated, [madeBatch({})]).status).toBe('unknown')
  })

  test('the worst operation speaks, or the one that is asked for', () => {
    const files = [
      madeBatch({ seconds: 100, items: 10, successes: 10 }),
      madeBatch({ operation: 'review', seconds: 400, items: 10, successes: 5 }),
    ]
    const duration: Trigger = { kind: 'measure', measure: 'duration', comparison: 'above', threshold: 300 }
    expect(findEvidence(duration, files)).toMatchObject({ operation: 'review', status: 'triggered' })
    expect(findEvidence({ ...duration, operation: 'execute' }, files)).toMatchObject({
      status: 'not triggered',
    })
    const success: Trigger = { kind: 'measure', measure: 'success rate', comparison: 'below', threshold: 0.9 }
    expect(findEvidence(success, files)).toMatchObject({ operation: 'review', value: 0.5 })
  })

  test('a claim stands for what no file holds, and is said to be one', () => {
    const feedback: Trigger = {
      kind: 'measure',
      measure: 'feedback requests',
      comparison: 'above',
      threshold: 0,
    }
    expect(findEvidence(feedback, []).status).toBe('unknown')
    expect(findEvidence(feedback, [], { 'feedback requests': 2 })).toMatchObject({
      status: 'triggered',
      value: 2,
      sources: { claimed: 1 },
    })
  })
})

describe('the plan', () => {
  const ids = (candidates: readonly Candidate[], options = {}) =>
    decide(candidates, [], { ...defaultDecideOptions, ...options }).plan

  test('stays within the budget, which may be used up, and the best sum goes before the best single one', () => {
    const candidates = [
      candidate('large', { effortHours: 70, effort: 1 }),
      candidate('a', { effortHours: 30, impact: 'high', effort: 2 }),
      candidate('b', { effortHours: 30, impact: 'high', effort: 3 }),
    ]
    expect(ids(candidates)).toEqual(['a', 'b'])
    expect(ids([candidate('exact', { effortHours: 80, effort: 2 })])).toEqual(['exact'])
    expect(ids([candidate('more', { effortHours: 81, effort: 2 })])).toEqual([])
  })

  test('holds up to five', () => {
    const seven = Array.from({ length: 7 }, (_, i) => candidate(`c${i}`, { effortHours: 1 }))
    expect(ids(seven)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4'])
  })

  test('gives up score for a quick win', () => {
    const big = [1, 2].map((n) => candidate(`big${n}`, { effortHours: 39.5, effort: 3 }))
    const quick = candidate('quick', { impact: 'low', effortHours: 6 })
    expect(ids([...big, quick])).toEqual(['big1', 'quick'])
    expect(ids(big)).toEqual(['big1', 'big2'])
    expect(decide(big, []).remarks).toContain('no quick win: none that is triggered fits')
  })

  test('leaves out what is not triggered, and low scores that are no quick win', () => {
    const untriggered: Trigger = { kind: 'measure', measure: 'cost', comparison: 'above', threshold: 1 }
    expect(
      ids([candidate('no', { trigger: untriggered }), candidate('low', { impact: 'low', effortHours: 20 })]),
    ).toEqual([])
  })

  test('agrees with trying every choice', () => {
    const scored = Array.from({ length: 9 }, (_, i) => {
      const effortHours = 5 + ((i * 7) % 31)
      const one = candidate(`c${i}`, { effortHours })
      return {
        candidate: one,
        score: scoreOf((['high', 'medium', 'low'] as const)[i % 3]!, one.effort, defaultWeights),
      }
    })
    let best = 0
    for (let mask = 0; mask < 512; mask += 1) {
      const chosen = scored.filter((_, i) => (mask >> i) % 2 === 1)
      const hours = chosen.reduce((sum, one) => sum + one.candidate.effortHours, 0)
      const hasQuick = chosen.some((one) => one.candidate.effort <= 2)
      if (chosen.length <= 5 && hours < 60 && hasQuick) {
        best = Math.max(
          best,
          chosen.reduce((sum, { score }) => sum + score, 0),
        )
      }
    }
    const plan = choosePlan(scored, { budgetHours: 60, maxCandidates: 5 })
    expect(plan.reduce((sum, { score }) => sum + score, 0)).toBe(best)
  })

  test('a hundred candidates are no trouble', () => {
    const many = Array.from({ length: 100 }, (_, i) => candidate(`c${i}`, { effortHours: 1 + (i % 40) }))
    expect(ids(many)).toHaveLength(5)
  })
})

test('sensitivity: what does not hang on the weights has one rank', () => {
  const decision = decide(
    [candidate('clear', { effort: 1 }), candidate('weak', { impact: 'low', effort: 5 })],
    [],
  )
  const [clear, weak] = decision.candidates
  expect(clear!.sensitivity).toEqual({ bestRank: 1, worstRank: 1, planShare: 1 })
  expect(weak!.sensitivity).toMatchObject({ bestRank: 2, worstRank: 2, planShare: 0 })
  const close = decide([candidate('a', { effort: 3 }), candidate('b', { impact: 'medium', effort: 1 })], [])
  expect(close.candidates.map(({ sensitivity }) => sensitivity.worstRank)).toEqual([2, 2])
})

test('the measured impact can take the place of the stated one', () => {
  const trigger: Trigger = { kind: 'measure', measure: 'duration', comparison: 'above', threshold: 1 }
  const files: BatchMetrics[] = [10, 90].map((seconds, day) => madeBatch({ day, seconds }))
  const one = candidate('x', { impact: 'low', trigger })
  expect(decide([one], files).candidates[0]!.score).toBe(4)
  expect(decide([one], files, { ...defaultDecideOptions, impact: 'measured' }).candidates[0]!.score).toBe(16)
})

test('two candidates of one id are wrong use', () => {
  expect(() => decide([candidate('x'), candidate('x')], [])).toThrow(RangeError)
})

test('the report shows plan, evidence and sensitivity, and survives any text', () => {
  const files = [madeBatch({ tokens: 200_000 })]
  const report = decisionMarkdown(
    decide([...builtInCandidates, candidate('<b>|x', { title: '<b>|\n# x' })], files),
  )
  expect(report).toContain('LLM caching: tokens above 100,000; found 200,000 of execute (measured 1)')
  expect(report).toContain(
    'Multi-model orchestration: cost above $1.00; unknown, no metrics file contains it.',
  )
  expect(report).toContain(String.raw`\<b\>\| # x: needs no trigger.`)
  expect(report).toContain('- Note: thin evidence: 1 of at least 10 batches.')
  expect(report).toMatch(/## Sensitivity[^]*\| LLM caching \| \d \| \d \| \d+% \|/)
})

describe('what bottlenecks show', () => {
  const steady = Array.from({ length: 12 }, (_, day) =>
    madeBatch({ id: String(day), day, seconds: 900, items: 4, successes: 4, tokens: 150_000 }),
  )

  test('one that no candidate is for has a candidate of its own', () => {
    const { candidates, plan } = decide(builtInCandidates, steady)
    const generic = candidates.find(({ candidate }) => candidate.id === 'look-into-long-duration-of-execute')
    expect(generic).toMatchObject({
      candidate: { impact: 'medium', effort: 2 },
      evidence: { status: 'triggered', value: 900, operation: 'execute' },
    })
    expect(plan).toContain('look-into-long-duration-of-execute')
    expect(decide(builtInCandidates, steady, { ...defaultDecideOptions, generic: false }).plan).toEqual([
      'llm-caching',
    ])
  })

  test('steady use above the threshold has something to win', () => {
    const { candidates } = decide(builtInCandidates, steady)
    const caching = candidates.find(({ candidate }) => candidate.id === 'llm-caching')!
    expect(caching.evidence.potential).toBeCloseTo(1 / 3)
    expect(caching.evidence.measuredImpact).toBe('medium')
  })

  test('what went into failed items, or was done again, is measured', () => {
    const items = [
      { item_id: 'a', status: 'success', total_tokens: 10_000, input_hash: 'x' },
      { item_id: 'b', status: 'failure', total_tokens: 70_000, input_hash: 'y' },
      { item_id: 'c', status: 'success', total_tokens: 20_000, input_hash: 'x' },
    ] as const
    const { candidates } = decide(builtInCandidates, [madeBatch({ tokens: 100_001, rest: { items } })])
    const { evidence } = candidates.find(({ candidate }) => candidate.id === 'llm-caching')!
    expect(evidence).toMatchObject({ waste: 0.9, potential: 0.9, measuredImpact: 'high' })
  })
})
