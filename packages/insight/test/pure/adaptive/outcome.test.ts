import { describe, expect, test } from 'vitest'
import { readCriterion } from '../../../src/pure/adaptive/criteria.ts'
import { readOutcome } from '../../../src/pure/adaptive/log/outcome.ts'

test.each([
  ['PASS', 'done', null],
  ['COMPLETED_AND_VERIFIED', 'done', null],
  ['✅ PASS (2 checks failed at first)', 'done', null],
  ['PASS_WITH_FIX_LOOP', 'done', [1, 1]],
  ['PASS_AFTER_2_FIX_LOOPS', 'done', [2, 2]],
  ['passed_after_fixes', 'done', [1, Infinity]],
  ['PASS without fixes', 'done', [0, 0]],
  ['approved, first try', 'done', [0, 0]],
  ['REQUEST_CHANGES', 'failed', null],
  ['failed then passed', 'done', null],
  ['not completed', 'unfinished', null],
  ['PARTIAL_COMPLETE', 'unfinished', null],
  ['requires_fix', 'unfinished', [1, Infinity]],
  ['no failures, all passed', 'unclear', null],
  ['splendid', 'unclear', null],
  // Doubts, shares and faults beside a success leave it open.
  ['almost passed', 'unclear', null],
  ['PASS?', 'unclear', null],
  ['will pass', 'unclear', null],
  ['90% complete', 'unfinished', null],
  ['100% complete', 'done', null],
  ['2 of 3 passed', 'unfinished', null],
  ['3/3 passed', 'done', null],
  ['completed_with_errors', 'unclear', null],
  ['completed with no errors', 'done', null],
  ['passed after a failed attempt', 'done', null],
  ['❌', 'failed', null],
  ['✅', 'done', null],
  ['⏳', 'unfinished', null],
  ['TBD', 'blank', null],
  ['${STATUS}', 'blank', null],
  ['[PASS | FAIL]', 'blank', null],
  [null, 'blank', null],
  [true, 'done', null],
])('the outcome %j is %s', (text, kind, loops) => {
  const outcome = readOutcome(text)
  expect(outcome.kind).toBe(kind)
  expect(outcome.fixLoops === null ? null : [outcome.fixLoops.low, outcome.fixLoops.high]).toEqual(loops)
})

describe('criteria', () => {
  test.each([
    ['haiku_success_rate', '> 70%', 'success rate % > 70 haiku'],
    ['fix_loop_rate', '< 40%', 'fix loop rate % < 40'],
    ['rework', 'fix loop rate below 0.4', 'fix loop rate % < 40'],
    ['mechanical', 'first-try rate at least 80%', 'first-try rate % >= 80 mechanical'],
    ['tokens', '<= 120k total (vs 363k V2 = 67% savings)', 'total tokens <= 120000'],
    ['cost', 'no more than 40k per ticket', 'tokens per ticket <= 40000'],
    ['quality', 'fix_loops <= 1 AND review_attempts <= 2', 'fix loops <= 1; review attempts <= 2'],
    ['loops', 'no fix loops', 'fix loops = 0'],
    ['time', 'under 2 hours', 'minutes < 120'],
    ['savings', '>= 60%', 'savings vs V2 % >= 60'],
    ['savings', '> 5% against a single agent', 'savings vs single agent % > 5'],
    ['share', '>= 60%', ''],
    ['money', 'cost per ticket < $2', ''],
    ['money', 'total below 5 dollars', ''],
    [
      'quality',
      'all tickets pass review on first attempt',
      'all tickets passed review >= 1; review attempts <= 1',
    ],
    ['quality', 'effective_cost < 30k OR quality kept', ''],
    ['quality', 'fix_loops <= 1 AND as pretty as can be', ''],
    ['tokens', '30-40k total', ''],
  ])('%s: %s', (name, text, expected) => {
    const read = readCriterion(name, text).map(({ measure, comparison, limit, scope }) =>
      [measure, comparison, limit, scope?.model, scope?.complexity]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    expect(read.join('; ')).toBe(expected)
  })
})
