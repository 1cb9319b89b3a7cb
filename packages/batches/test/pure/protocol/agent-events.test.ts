import { expect, test } from 'vitest'
import { NO_TOKENS } from '../../../../insight/src/pure/tokens/token-usage.ts'
import { readClaudeEvent, readCodexEvent } from '../../../src/pure/protocol/agent-events.ts'

test.each([
  [
    { type: 'system', subtype: 'init', session_id: 's' },
    { kind: 'step', step: 'starting' },
  ],
  [
    { type: 'assistant', message: { content: [{ type: 'text', text: 'Reading the plan\nmore' }] } },
    { kind: 'step', step: 'Reading the plan' },
  ],
  [
    {
      type: 'assistant',
      message: {
        content: [
          { type: 'text', text: 'x' },
          { type: 'tool_use', name: 'Edit' },
        ],
      },
    },
    { kind: 'step', step: 'using Edit' },
  ],
  [{ type: 'assistant' }, { kind: 'step', step: 'thinking' }],
  [{ type: 'user', message: {} }, null],
  [
    {
      type: 'result',
      subtype: 'success',
      is_error: false,
      result: 'Done.',
      total_cost_usd: 0.12,
      usage: {
        input_tokens: 10,
        cache_creation_input_tokens: 100,
        cache_read_input_tokens: 1000,
        output_tokens: 50,
      },
    },
    {
      kind: 'end',
      isSuccess: true,
      message: 'Done.',
      tokens: {
        inputTokens: 10,
        cacheWrite5mTokens: 100,
        cacheWrite1hTokens: 0,
        cacheReadTokens: 1000,
        outputTokens: 50,
      },
      costUsd: 0.12,
    },
  ],
  [
    { type: 'result', subtype: 'error_max_turns', is_error: true },
    {
      kind: 'end',
      isSuccess: false,
      message: 'error_max_turns',
      tokens: null,
      costUsd: null,
    },
  ],
  [
    { type: 'result', subtype: 'error_during_execution', errors: ['no credit', 'try later'] },
    { kind: 'end', isSuccess: false, message: 'no credit; try later', tokens: null, costUsd: null },
  ],
  [
    {
      type: 'result',
      subtype: 'success',
      result: 'Done.',
      total_cost_usd: 0.5,
      usage: { input_tokens: 1, output_tokens: 1 },
      modelUsage: {
        'claude-sonnet-4-5': { inputTokens: 10, outputTokens: 20, cacheReadInputTokens: 30, costUSD: 0.4 },
        'claude-haiku-4-5': { inputTokens: 1, outputTokens: 2, cacheCreationInputTokens: 3, costUSD: 0.1 },
      },
    },
    {
      kind: 'end',
      isSuccess: true,
      message: 'Done.',
      tokens: {
        inputTokens: 11,
        cacheWrite5mTokens: 3,
        cacheWrite1hTokens: 0,
        cacheReadTokens: 30,
        outputTokens: 22,
      },
      costUsd: 0.5,
    },
  ],
  [
    {
      type: 'assistant',
      message: { id: 'm1', model: 'claude-x', content: [], usage: { input_tokens: 3, output_tokens: 1 } },
    },
    {
      kind: 'step',
      step: 'thinking',
      response: { id: 'm1', model: 'claude-x', tokens: { ...NO_TOKENS, inputTokens: 3, outputTokens: 1 } },
    },
  ],
])('claude %#', (event, expected) => {
  expect(readClaudeEvent(JSON.stringify(event))).toEqual(expected)
})

test.each([
  [
    { type: 'thread.started', thread_id: 't' },
    { kind: 'step', step: 'starting' },
  ],
  [
    { type: 'item.started', item: { type: 'command_execution', command: 'npm test' } },
    { kind: 'step', step: 'command_execution: npm test' },
  ],
  [
    { type: 'item.completed', item: { type: 'agent_message', text: 'Done' } },
    { kind: 'step', step: 'agent_message: Done', answer: 'Done' },
  ],
  [
    { type: 'turn.completed', usage: { input_tokens: 100, cached_input_tokens: 60, output_tokens: 7 } },
    {
      kind: 'end',
      isSuccess: true,
      message: null,
      tokens: { inputTokens: 40, cacheReadTokens: 60, outputTokens: 7 },
      costUsd: null,
    },
  ],
  [
    { type: 'turn.failed', error: { message: 'no network' } },
    { kind: 'end', isSuccess: false, message: 'no network' },
  ],
  [
    { type: 'error', message: 'Reconnecting... 1/5' },
    { kind: 'trouble', message: 'Reconnecting... 1/5' },
  ],
  [{ type: 'unheard.of' }, null],
])('codex %#', (event, expected) => {
  const read = readCodexEvent(JSON.stringify(event))
  if (expected === null) expect(read).toBeNull()
  else expect(read).toMatchObject(expected)
})

test.each([
  '',
  'plain words',
  '{"type":',
  '[1]',
  '{"type":"result","usage":[]}',
  `{"type":"system"${' '.repeat(2_000_000)}}`,
])('hostile line %# breaks nothing', (line) => {
  for (const read of [readClaudeEvent, readCodexEvent]) expect(() => read(line)).not.toThrow()
})
