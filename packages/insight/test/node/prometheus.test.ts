import { expect, test } from 'vitest'
import { batchSeriesText, tokenSeriesText } from '../../src/node/prometheus.ts'
import { ResponseLedger } from '../../src/pure/tokens/response-ledger.ts'
import { reportTokens } from '../../src/pure/tokens/token-report.ts'
import { madeBatch } from '../pure/metrics/made-batches.ts'
import { answerLine, usageOf } from '../pure/tokens/transcript-lines.ts'

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

test('batches: what is known is counted, what is not has a series of its own', async () => {
  const text = await batchSeriesText([
    madeBatch({ id: '1', seconds: 10, items: 4, successes: 3, failures: 1, tokens: 1000, usd: 0.5 }),
    madeBatch({ id: '2', day: 1, seconds: 30, items: 4, successes: 4, failures: 0, tokens: 500 }),
    // Eleven successes of two items.
    madeBatch({ id: '3', day: 2, items: 2, successes: 11 }),
  ])
  expect(text).toContain('# TYPE blueprint_work_batch_tokens_total counter')
  expect(linesOf(text)).toEqual([
    'blueprint_work_batch_runs_total{operation="execute"} 3',
    'blueprint_work_batch_items_total{operation="execute",status="success"} 7',
    'blueprint_work_batch_items_total{operation="execute",status="failure"} 1',
    'blueprint_work_batch_duration_seconds_total{operation="execute"} 40',
    'blueprint_work_batch_tokens_total{model=""} 1500',
    'blueprint_work_batch_cost_usd_total{model=""} 0.5',
    'blueprint_work_batch_runs_without_cost_total{operation="execute"} 2',
    'blueprint_work_batch_contradictions_total{operation="execute"} 1',
    `blueprint_work_batch_last_run_timestamp_seconds{operation="execute"} ${Date.parse('2026-01-03T12:00:00Z') / 1000}`,
    'blueprint_work_batch_regressions{operation="execute"} 0',
    'blueprint_work_batch_bottlenecks{operation="execute"} 1',
  ])
})

test('a regression is a gauge', async () => {
  const runs = Array.from({ length: 16 }, (_, day) =>
    madeBatch({ id: String(day), day, seconds: (day < 8 ? 300 : 600) + (day % 2) }),
  )
  expect(linesOf(await batchSeriesText(runs))).toContain(
    'blueprint_work_batch_regressions{operation="execute"} 1',
  )
})

test('transcripts: tokens by kind and model, names of any origin escaped', async () => {
  const ledger = new ResponseLedger()
  const usage = usageOf({ input: 1, output: 2 })
  ledger.addLine(answerLine({ id: 'a', model: 'un"known\\model', usage }), 's')
  const lines = linesOf(await tokenSeriesText(reportTokens(ledger, ['model'])))
  const model = String.raw`model="un\"known\\model"`
  expect(lines).toContain(`blueprint_agent_tokens_total{${model},kind="output"} 2`)
  expect(lines).toContain(`blueprint_agent_unpriced_responses_total{${model}} 1`)
  expect(lines).toContain(`blueprint_agent_cost_usd_total{${model}} 0`)
})
