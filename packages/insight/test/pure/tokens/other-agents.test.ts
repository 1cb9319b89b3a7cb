import { expect, test } from 'vitest'
import { ResponseLedger } from '../../../src/pure/tokens/response-ledger.ts'
import { reportTokens } from '../../../src/pure/tokens/token-report.ts'
import { answerLine, usageOf } from './transcript-lines.ts'

function ledgerOf(files: { readonly [file: string]: readonly unknown[] }): ResponseLedger {
  const ledger = new ResponseLedger()
  for (const [file, lines] of Object.entries(files)) {
    for (const line of lines) ledger.addLine(typeof line === 'string' ? line : JSON.stringify(line), file)
  }
  return ledger
}

const codex = (type: string, payload: object, second = 0) => ({
  timestamp: `2026-03-01T10:00:0${second}.000Z`,
  type,
  payload,
})
const totals = (input: number, cached: number, output: number, second: number) =>
  codex(
    'event_msg',
    {
      type: 'token_count',
      info: {
        total_token_usage: { input_tokens: input, cached_input_tokens: cached, output_tokens: output },
      },
    },
    second,
  )

test('a rollout of Codex states running totals, and repeats them: each step counts once', () => {
  const ledger = ledgerOf({
    'rollout-1.jsonl': [
      codex('session_meta', { id: 'c1', cwd: '/home/me/shop', git: { branch: 'prp-47-2-1' } }),
      codex('turn_context', { model: 'gpt-5-codex', cwd: '/home/me/shop' }),
      codex('event_msg', { type: 'token_count', info: null }),
      totals(1000, 200, 50, 1),
      totals(1000, 200, 50, 2),
      totals(3000, 1700, 90, 3),
    ],
  })
  const { total, groups } = reportTokens(ledger, ['model', 'project', 'batch'])
  expect(total).toMatchObject({
    responses: 2,
    totalTokens: 3090,
    usage: { inputTokens: 1300, cacheReadTokens: 1700, outputTokens: 90 },
    unpricedResponses: 0,
  })
  expect(groups.model?.map(({ name }) => name)).toEqual(['gpt-5-codex'])
  expect(groups.project?.map(({ name }) => name)).toEqual(['shop'])
  expect(groups.batch?.map(({ name }) => name)).toEqual(['47'])
  expect(ledger.isTranscript('rollout-1.jsonl')).toBe(true)
})

test('totals that begin anew are counted by what the last response took', () => {
  const fork = codex('event_msg', {
    type: 'token_count',
    info: {
      total_token_usage: { input_tokens: 500, cached_input_tokens: 0, output_tokens: 20 },
      last_token_usage: { input_tokens: 500, cached_input_tokens: 0, output_tokens: 20 },
    },
  })
  const { total } = reportTokens(
    ledgerOf({ r: [codex('session_meta', { id: 'c1' }), totals(1000, 0, 50, 1), fork] }),
    [],
  )
  expect(total.totalTokens).toBe(1050 + 520)
})

test('a session of Gemini CLI, as one document: thoughts are output, input holds the cache', () => {
  const session = {
    sessionId: 'g1',
    messages: [
      { id: '1', timestamp: '2026-03-01T10:00:00Z', type: 'user', content: 'hi' },
      {
        id: '2',
        timestamp: '2026-03-01T10:00:05Z',
        type: 'gemini',
        model: 'gemini-2.5-pro',
        tokens: { input: 1000, output: 40, cached: 600, thoughts: 60, tool: 0, total: 1100 },
      },
    ],
  }
  const { total } = reportTokens(ledgerOf({ 'session-1.json': [session] }), [])
  expect(total).toMatchObject({
    responses: 1,
    totalTokens: 1100,
    usage: { inputTokens: 400, cacheReadTokens: 600, outputTokens: 100 },
  })
})

test('files of other forms are known to be none', () => {
  const ledger = ledgerOf({ a: ['{"type":"log","level":3}', 'x'], b: [answerLine()], c: ['\u0000\u0001'] })
  expect(['a', 'b', 'c'].map((file) => ledger.isTranscript(file))).toEqual([false, true, false])
})

test('a byte order mark costs no line', () => {
  const ledger = ledgerOf({ a: [`\uFEFF${answerLine({ id: 'm1' })}`, answerLine({ id: 'm2' })] })
  expect(ledger.responses()).toHaveLength(2)
  expect(ledger.counts().brokenLines).toBe(0)
})

test('of copies with equal times the session that began first by its own records has it', () => {
  const at = (second: number) => `2026-03-01T10:00:0${second}.000Z`
  // The resumed session has the smaller id, and the copy of the response; its own records come later.
  const original = [
    answerLine({ id: 'm0', session: 'z', timestamp: at(0) }),
    answerLine({ id: 'm1', session: 'z', timestamp: at(1) }),
  ]
  const resumed = [
    answerLine({ id: 'm1', session: 'a', timestamp: at(1) }),
    answerLine({ id: 'm2', session: 'a', timestamp: at(5) }),
  ]
  for (const files of [
    { 1: original, 2: resumed },
    { 1: resumed, 2: original },
  ]) {
    const { groups } = reportTokens(ledgerOf(files), ['session'])
    expect(groups.session?.map(({ name, responses }) => [name, responses])).toEqual([
      ['z', 2],
      ['a', 1],
    ])
  }
})

test('days, weeks and months are those of a time zone; blocks last five hours from a full hour', () => {
  const usage = usageOf({ input: 1 })
  const line = (id: string, timestamp: string) => answerLine({ id, timestamp, usage })
  const ledger = ledgerOf({
    s: [
      line('a', '2026-03-01T09:40:00Z'),
      line('b', '2026-03-01T13:59:00Z'),
      line('c', '2026-03-01T14:00:00Z'),
      line('d', '2026-03-01T23:30:00Z'),
      line('e', '2026-03-09T10:00:00Z'),
    ],
  })
  const rows = (by: 'day' | 'week' | 'month' | 'block', scope = {}) =>
    reportTokens(ledger, [by], {}, { timeZone: 'UTC', ...scope }).groups[by]!.map(({ name, responses }) => [
      name,
      responses,
    ])
  expect(rows('day')).toEqual([
    ['2026-03-01', 4],
    ['2026-03-09', 1],
  ])
  expect(rows('day', { timeZone: 'Asia/Tokyo' })).toEqual([
    ['2026-03-01', 3],
    ['2026-03-02', 1],
    ['2026-03-09', 1],
  ])
  // The first of March 2026 is a Sunday.
  expect(rows('week')).toEqual([
    ['2026-02-23', 4],
    ['2026-03-09', 1],
  ])
  expect(rows('month')).toEqual([['2026-03', 5]])
  expect(rows('block')).toEqual([
    ['2026-03-01 09:00', 2],
    ['2026-03-01 14:00', 1],
    ['2026-03-01 23:00', 1],
    ['2026-03-09 10:00', 1],
  ])
  expect(rows('month', { since: '2026-03-02' })).toEqual([['2026-03', 1]])
  expect(rows('month', { until: '2026-03-01' })).toEqual([['2026-03', 4]])
  expect(rows('month', { project: 'elsewhere' })).toEqual([])
})
