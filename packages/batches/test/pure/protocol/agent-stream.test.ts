import { describe, expect, test } from 'vitest'
import { readClaudeEvent, readCodexEvent } from '../../../src/pure/protocol/agent-events.ts'
import { AgentStream } from '../../../src/pure/protocol/agent-stream.ts'
import { PriceList } from '../../../../insight/src/pure/tokens/price-list.ts'
import { NO_TOKENS } from '../../../../insight/src/pure/tokens/token-usage.ts'
import { NO_USAGE } from '../../../src/pure/protocol/task-report.ts'

const atMs = Date.UTC(2026, 0, 1)

function streamed(stream: AgentStream, events: readonly object[]): AgentStream {
  for (const [i, event] of events.entries()) stream.take(JSON.stringify(event), atMs + i)
  return stream
}

function message(id: string, input: number, output: number): object {
  return {
    type: 'assistant',
    message: {
      id,
      model: 'claude-haiku-4-5-20251001',
      content: [{ type: 'tool_use', name: 'Edit' }],
      usage: { input_tokens: input, output_tokens: output },
    },
  }
}

describe('claude', () => {
  const claude = (): AgentStream => new AgentStream(readClaudeEvent, null)

  test('lines of one response count once, the larger ones; the beat tells what is used until then', () => {
    const stream = streamed(claude(), [message('a', 100, 1), message('a', 100, 9), message('b', 50, 2)])
    const price = new PriceList().usd(
      { ...NO_TOKENS, inputTokens: 150, outputTokens: 11 },
      'claude-haiku-4-5-20251001',
      atMs,
    )
    expect(stream.beat()).toEqual({
      atMs: atMs + 2,
      progress: null,
      step: 'using Edit',
      usage: {
        inputTokens: 150,
        outputTokens: 11,
        totalTokens: 161,
        costUsd: price,
      },
    })
    expect(price).toBeGreaterThan(0)
  })

  test('that is cut off has used what its responses told, and has not ended', () => {
    const end = streamed(claude(), [message('a', 100, 1)]).end()
    expect(end).toMatchObject({ isSuccess: null, message: 'it ended without saying how' })
    expect(end.usage.totalTokens).toBe(101)
  })

  test('the end tells the tokens of the whole and their cost', () => {
    const end = streamed(claude(), [
      message('a', 100, 1),
      {
        type: 'result',
        subtype: 'success',
        result: 'Done.',
        total_cost_usd: 0.25,
        usage: { input_tokens: 120, output_tokens: 30 },
      },
    ]).end()
    expect(end).toEqual({
      isSuccess: true,
      message: 'Done.',
      usage: { inputTokens: 120, outputTokens: 30, totalTokens: 150, costUsd: 0.25 },
    })
  })

  test('a response of a model without a price leaves the cost unknown', () => {
    const stream = streamed(claude(), [
      message('a', 100, 1),
      { type: 'assistant', message: { id: 'b', model: 'nobody-knows-it', usage: { input_tokens: 1 } } },
    ])
    expect(stream.beat().usage).toMatchObject({ totalTokens: 102, costUsd: null })
  })
})

describe('codex', () => {
  const done = {
    type: 'turn.completed',
    usage: { input_tokens: 24_763, cached_input_tokens: 24_448, output_tokens: 122 },
  }
  const answer = { type: 'item.completed', item: { id: 'i', type: 'agent_message', text: 'All\ndone.' } }

  test('its last message is its answer, and the model it was given prices its tokens', () => {
    const end = streamed(new AgentStream(readCodexEvent, 'gpt-5-codex'), [answer, done]).end()
    const price = new PriceList().usd(
      { ...NO_TOKENS, inputTokens: 315, cacheReadTokens: 24_448, outputTokens: 122 },
      'gpt-5-codex',
      atMs,
    )
    expect(end).toEqual({
      isSuccess: true,
      message: 'All\ndone.',
      usage: {
        inputTokens: 24_763,
        outputTokens: 122,
        totalTokens: 24_885,
        costUsd: price,
      },
    })
  })

  test('which model it chose by itself is not known, and so is the cost', () => {
    expect(streamed(new AgentStream(readCodexEvent, null), [done]).end().usage.costUsd).toBeNull()
  })

  test('trouble that it gets over is none; trouble it ends with is the reason', () => {
    const trouble = { type: 'error', message: 'Reconnecting... 1/5' }
    const stream = (...events: object[]): AgentStream =>
      streamed(new AgentStream(readCodexEvent, null), events)
    expect(stream(trouble, answer, done).end()).toMatchObject({ isSuccess: true, message: 'All\ndone.' })
    expect(stream(trouble).end()).toEqual({
      isSuccess: null,
      message: 'it ended without saying how: Reconnecting... 1/5',
      usage: NO_USAGE,
    })
    expect(stream(trouble, { type: 'turn.failed' }).end()).toMatchObject({
      isSuccess: false,
      message: 'Reconnecting... 1/5',
    })
  })
})
