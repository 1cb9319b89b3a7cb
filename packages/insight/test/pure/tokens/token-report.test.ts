import { describe, expect, test } from 'vitest'
import { tokenReportJson } from '../../../src/pure/tokens/gen-ai-attributes.ts'
import { ResponseLedger } from '../../../src/pure/tokens/response-ledger.ts'
import { reportTokens } from '../../../src/pure/tokens/token-report.ts'
import type { Grouping, TokenRow } from '../../../src/pure/tokens/token-report.ts'
import { addUsage, NO_TOKENS } from '../../../src/pure/tokens/token-usage.ts'
import { answerLine, toolUse, usageOf } from './transcript-lines.ts'

const ALL: readonly Grouping[] = ['model', 'session', 'agent', 'tool', 'batch', 'item', 'phase']

function sampleLedger(): ResponseLedger {
  const ledger = new ResponseLedger()
  const add = (file: string, ...parts: Parameters<typeof answerLine>) =>
    ledger.addLine(answerLine(...parts), file)
  add('main.jsonl', {
    id: 'm1',
    usage: usageOf({ input: 7, output: 11, write5m: 13, write1h: 17, read: 19 }),
    content: [
      toolUse('t1', 'Read'),
      toolUse('t2', 'Read'),
      toolUse('t3', 'Task', { subagent_type: 'builder', description: 'Build PRP-47.2.1' }),
    ],
  })
  ledger.addLine(
    JSON.stringify({
      message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't3' }] },
      toolUseResult: { agentId: 'a1' },
    }),
    'main.jsonl',
  )
  add('agent-a1.jsonl', { id: 'm2', model: 'claude-haiku-4-5', extra: { agentId: 'a1' } })
  add('work/batch-9/x.jsonl', {
    id: 'm3',
    model: 'mystery',
    session: 's2',
    timestamp: '2026-03-01T12:00:00Z',
  })
  add('main.jsonl', { id: 'm4', session: 's2', extra: { gitBranch: 'prp-34-2-1-detection' } })
  return ledger
}

const report = reportTokens(sampleLedger(), ALL)

test.each(ALL)('the rows by %s add up to the total', (grouping) => {
  const rows = report.groups[grouping]!
  expect(rows.map(({ usage }) => usage).reduce(addUsage, NO_TOKENS)).toEqual(report.total.usage)
  expect(rows.reduce((sum, { costUsd }) => sum + costUsd, 0)).toBeCloseTo(report.total.costUsd, 12)
})

test('what cannot be priced is said', () => {
  expect(report.total).toMatchObject({ responses: 4, unpricedResponses: 1 })
  expect(rowOf('model', 'mystery')).toMatchObject({ costUsd: 0, unpricedResponses: 1 })
})

describe('groups', () => {
  test('agents by what they were started as, with their id', () => {
    expect(report.groups.agent!.map(({ name }) => name)).toEqual([null, 'builder (a1)'])
  })

  test('a response with three calls is shared by thirds, and is one response for a tool called twice', () => {
    expect(rowOf('tool', 'Read')).toMatchObject({ responses: 1 })
    expect(rowOf('tool', 'Read').totalTokens + rowOf('tool', 'Task').totalTokens).toBe(67)
    expect(rowOf('tool', null).responses).toBe(3)
  })

  test('items by the subagent’s purpose, the branch and the file', () => {
    expect(report.groups.item!.map(({ name }) => name)).toEqual([null, 'PRP-34.2.1', 'PRP-47.2.1'])
    expect(report.groups.batch!.map(({ name }) => String(name)).toSorted()).toEqual(['34', '47', '9', 'null'])
  })

  test('a map goes before everything, then the spec of the attempt', () => {
    const rules = [{ session: 's2', batch: '5', item: null, phase: 'review' }]
    const specs = new Map([['agent-a1.jsonl', { batch: '6', item: 'PRP-6.1.1', phase: 'execute' }]])
    const mapped = reportTokens(sampleLedger(), ['batch', 'phase'], { rules, specs })
    expect(mapped.groups.batch!.map(({ name, responses }) => [name, responses])).toEqual([
      [null, 1],
      ['5', 2],
      ['6', 1],
    ])
    expect(mapped.groups.phase!.map(({ name }) => name)).toEqual([null, 'review', 'execute'])
  })
})

test('an empty ledger has a report', () => {
  expect(reportTokens(new ResponseLedger(), ALL)).toMatchObject({
    total: { responses: 0, totalTokens: 0, costUsd: 0 },
    firstTimestampMs: null,
    groups: { model: [] },
  })
})

test('the JSON names things as OpenTelemetry does: input tokens include the cached ones', () => {
  expect(tokenReportJson(report)).toMatchObject({
    counts: { unique_responses: 4, broken_lines: 0 },
    first_timestamp: '2026-03-01T10:00:00.000Z',
    last_timestamp: '2026-03-01T12:00:00.000Z',
    total: {
      'gen_ai.usage.input_tokens': 7 + 13 + 17 + 19 + 30,
      'gen_ai.usage.output_tokens': 71,
      'gen_ai.usage.cache_creation.input_tokens': 30,
      'gen_ai.usage.cache_read.input_tokens': 19,
      'blueprint.usage.cache_creation_1h.input_tokens': 17,
    },
    groups: { phase: [{ 'blueprint.phase': null }] },
    spawns: [{ 'gen_ai.agent.id': 'a1', 'gen_ai.agent.name': 'builder', 'gen_ai.tool.name': 'Task' }],
  })
})

function rowOf(grouping: Grouping, name: string | null): TokenRow {
  return report.groups[grouping]!.find((row) => row.name === name)!
}
