import { expect, test } from 'vitest'
import { exitCodeOf, exitCodeOfIssues } from '../src/exit-codes.ts'
import type { Issue } from 'blueprint-command-engine'

const wrong: Issue = { code: 'not-understood', severity: 'error', message: '', stage: 'decompose' }
const pale: Issue = { code: 'contrast', severity: 'warning', message: '', stage: 'verify' }
const bug: Issue = { code: 'internal', severity: 'error', message: '', stage: 'input' }

test.each([
  ['applied', [pale], 0],
  ['clarify', [wrong], 2],
  ['rejected', [wrong], 1],
  ['rejected', [], 1],
  ['rejected', [bug], 70],
  ['partial', [wrong], 1],
] as const)('%s with %j ends with %i', (status, issues, code) => {
  expect(exitCodeOf({ status, issues })).toBe(code)
})

test.each([
  [[], 0],
  [[pale], 0],
  [[pale, wrong], 1],
  [[bug], 70],
])('%j alone ends with %i', (issues, code) => {
  expect(exitCodeOfIssues(issues)).toBe(code)
})
