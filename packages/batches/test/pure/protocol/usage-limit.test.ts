import { expect, test } from 'vitest'
import { usageLimitIn } from '../../../src/pure/protocol/usage-limit.ts'

test.each<[string, number | null]>([
  ['Claude AI usage limit reached|1763760000', null],
  ['You have hit your 5-hour limit', null],
  ['API Error: 429 {"type":"error","error":{"type":"rate_limit_error"}}', null],
  ['error: 429 Too Many Requests, retry after 20 seconds', 20_000],
  ['Rate limit reached for requests. Please try again in 1.5m', 90_000],
  ['Request failed: retry-after: 7; too many requests', 7000],
  ['You exceeded your current quota, please check your plan', null],
  ['overloaded_error: the service is overloaded', null],
  ['weekly limit exceeded; resets in 2 hours', 7_200_000],
  ['too many requests, try again in 250 ms', 250],
])('%j is a limit', (text, retryAfterMs) => {
  expect(usageLimitIn(text)).toEqual({ retryAfterMs })
})

test.each([
  '',
  'the tests of the parser failed',
  'no idea how',
  'it ended with exit code 3',
  'added a limit to the list of results',
  'line 429 of a.ts is wrong',
  'the request limits are documented',
  `${'rate '.repeat(100_000)}x`,
])('%# is none', (text) => {
  expect(usageLimitIn(text)).toBeUndefined()
})
