import { describe, expect, test } from 'vitest'
import { readHeartbeat, readTaskResult } from '../../../src/pure/protocol/task-report.ts'

const ID = 'PRP-47.2.1'

describe('a heartbeat', () => {
  test('is read', () => {
    const text = JSON.stringify({
      work_item_id: ID,
      status: 'working',
      progress: 65,
      step: 'half',
      timestamp: 1_699_564_823,
    })
    expect(readHeartbeat(text, ID)).toEqual({
      ok: true,
      value: { work_item_id: ID, status: 'working', progress: 65, step: 'half', timestamp: 1_699_564_823 },
    })
    expect(readHeartbeat(JSON.stringify({ work_item_id: ID, status: 'complete' }), ID)).toMatchObject({
      ok: true,
      value: { progress: null, step: '' },
    })
  })

  test.each([
    ['', 'is no JSON'],
    ['{"work_item_id": "PRP-47.2.1", "sta', 'is no JSON'],
    ['[]', 'expected an object'],
    ['{"work_item_id":"PRP-1.1.1","status":"working"}', 'expected work_item_id PRP-47.2.1'],
    [`{"work_item_id":"${ID}","status":"happy"}`, 'expected status'],
    [`{"work_item_id":"${ID}","status":"working","progress":101}`, 'expected progress'],
    [`{"work_item_id":"${ID}","status":"working","step":5}`, 'expected step'],
    ['['.repeat(100_000), 'is no JSON'],
  ])('%#', (text, error) => {
    const read = readHeartbeat(text, ID)
    expect(read.ok ? '' : read.error).toContain(error)
  })
})

describe('a result', () => {
  const sound = {
    work_item_id: ID,
    status: 'success',
    output: { files: ['a'], commits: [], errors: [] },
    metrics: { duration_seconds: 187, tokens: 2840 },
  }

  test('is read', () => {
    expect(readTaskResult(JSON.stringify(sound), ID, 3)).toEqual({
      ok: true,
      value: {
        work_item_id: ID,
        status: 'success',
        output: { files: ['a'], commits: [], errors: [] },
        metrics: {
          duration_seconds: 187,
          usage: { inputTokens: null, outputTokens: null, totalTokens: 2840, costUsd: null },
        },
        fence: 3,
      },
    })
    expect(
      readTaskResult(JSON.stringify({ work_item_id: ID, status: 'failed', fence: 3 }), ID, 3),
    ).toMatchObject({ ok: true })
  })

  test.each([
    [{ ...sound, fence: 2 }, 'expected fence 3'],
    [{ ...sound, status: 'done' }, 'expected status'],
    [{ ...sound, output: [] }, 'expected output to be an object'],
    [{ ...sound, output: { files: 'a' } }, 'to be lists of texts'],
    [{ ...sound, output: { files: [1] } }, 'to be lists of texts'],
    [{ ...sound, output: { review: { score: 11, findings: [] } } }, 'a score of 0 to 10'],
    [{ ...sound, metrics: 'none' }, 'expected metrics to be an object'],
  ])('%#', (value, error) => {
    const read = readTaskResult(JSON.stringify(value), ID, 3)
    expect(read.ok ? '' : read.error).toContain(error)
  })

  test('numbers that make no sense are unknown', () => {
    const text = JSON.stringify({ ...sound, metrics: { duration_seconds: -1, tokens: 'many', cost: 1e300 } })
    expect(readTaskResult(text, ID, 3)).toMatchObject({
      value: { metrics: { duration_seconds: null, usage: { totalTokens: null, costUsd: null } } },
    })
  })
})
