import { describe, expect, test } from 'vitest'
import { addSteps, countTests, formatCounts } from '../../scripts/ci-summary.mjs'

function fileOf(status: string, ...tests: string[]) {
  return { status, assertionResults: tests.map((name) => ({ status: name })) }
}

describe('countTests', () => {
  test('counts over all files', () => {
    const report = {
      testResults: [fileOf('passed', 'passed', 'pending'), fileOf('failed', 'failed', 'passed', 'todo')],
    }
    expect(countTests(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 })
  })

  test('a file that fails without a failing test counts as one', () => {
    const report = { testResults: [fileOf('passed', 'passed'), fileOf('failed')] }
    expect(countTests(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  test('an error outside the tests counts as one', () => {
    expect(countTests({ testResults: [fileOf('passed', 'passed')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  test.each([undefined, {}, { testResults: [] }, { testResults: [fileOf('passed', 'skipped')] }])(
    'no test that ran is a failure: %j',
    (report) => {
      expect(countTests(report, 0)).toMatchObject({ passed: 0, failed: 1 })
    },
  )
})

test('addSteps counts every step as one', () => {
  expect(addSteps({ passed: 5, failed: 1, skipped: 2 }, [0, 1, 137])).toEqual({
    passed: 6,
    failed: 3,
    skipped: 2,
  })
})

test('the last line counts nothing but passed and failed', () => {
  expect(formatCounts({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(formatCounts({ passed: 3, failed: 1, skipped: 2 })).toBe('skipped: 2\n3 passed, 1 failed')
})
