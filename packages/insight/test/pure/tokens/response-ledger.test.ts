import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ResponseLedger } from '../../../src/pure/tokens/response-ledger.ts'
import { totalTokens } from '../../../src/pure/tokens/token-usage.ts'
import { answerLine, toolUse, usageOf } from './transcript-lines.ts'

function ledgerOf(...lines: readonly string[]): ResponseLedger {
  const ledger = new ResponseLedger()
  for (const line of lines) ledger.addLine(line, 'a.jsonl')
  return ledger
}

describe('a response is counted once', () => {
  test('with the larger total, whichever line comes first', () => {
    const small = answerLine({ usage: usageOf({ input: 10, output: 1 }) })
    const large = answerLine({ usage: usageOf({ input: 10, output: 500 }) })
    for (const lines of [
      [small, large, small],
      [large, small],
    ]) {
      const ledger = ledgerOf(...lines)
      expect(ledger.responses().map(({ usage }) => totalTokens(usage))).toEqual([510])
      expect(ledger.counts().usageLines).toBe(lines.length)
    }
    expect(ledgerOf(small, large).counts().naiveTotalTokens).toBe(521)
  })

  test('another request or another message is another response', () => {
    const ledger = ledgerOf(
      answerLine(),
      answerLine({ requestId: 'req_2' }),
      answerLine({ id: 'msg_2' }),
      answerLine(),
    )
    expect(ledger.responses()).toHaveLength(3)
  })

  test('without the ids of the provider the line’s own id decides, without any every line counts', () => {
    const nameless = (extra: object) =>
      JSON.stringify({ message: { model: 'm', usage: { input_tokens: 1 } }, ...extra })
    expect(ledgerOf(nameless({ uuid: 'u1' }), nameless({ uuid: 'u1' })).responses()).toHaveLength(1)
    expect(ledgerOf(nameless({}), nameless({})).responses()).toHaveLength(2)
  })

  test('a copy in a resumed session belongs to where it stood first', () => {
    const original = answerLine({ session: 'zz', timestamp: '2026-03-01T10:00:00Z' })
    const copy = answerLine({ session: 'aa', timestamp: '2026-03-02T10:00:00Z' })
    for (const lines of [
      [original, copy],
      [copy, original],
    ]) {
      expect(ledgerOf(...lines).responses()[0]!.origin.sessionId).toBe('zz')
    }
  })

  test('the order of the lines does not matter', () => {
    const line = fc
      .record({
        id: fc.constantFrom('m1', 'm2', 'm3'),
        session: fc.constantFrom('s1', 's2'),
        output: fc.integer({ min: 0, max: 50 }),
        second: fc.integer({ min: 10, max: 59 }),
      })
      .map(({ id, session, output, second }) =>
        answerLine({
          id,
          session,
          usage: usageOf({ output }),
          timestamp: `2026-03-01T10:00:${second}Z`,
          content: [toolUse(`t-${id}`, 'Read')],
        }),
      )
    const summary = (lines: readonly string[]) =>
      ledgerOf(...lines)
        .responses()
        .map(({ usage, origin, tools }) => JSON.stringify([usage, origin, tools]))
        .sort()
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(summary(lines.toReversed())).toEqual(summary(lines))
      }),
    )
  })
})

describe('what is read', () => {
  test('cache writes of five minutes and of an hour are told apart', () => {
    const [response] = ledgerOf(
      answerLine({ usage: usageOf({ input: 1, output: 2, write5m: 30, write1h: 400, read: 5000 }) }),
    ).responses()
    expect(response!.usage).toEqual({
      inputTokens: 1,
      outputTokens: 2,
      cacheWrite5mTokens: 30,
      cacheWrite1hTokens: 400,
      cacheReadTokens: 5000,
    })
  })

  test('without ages a cache write is one of five minutes; ages without a sum are added up', () => {
    const old = answerLine({ usage: { cache_creation_input_tokens: 70 } })
    expect(ledgerOf(old).responses()[0]!.usage).toMatchObject({
      cacheWrite5mTokens: 70,
      cacheWrite1hTokens: 0,
    })
    const ages = answerLine({
      usage: { cache_creation: { ephemeral_5m_input_tokens: 3, ephemeral_1h_input_tokens: 4 } },
    })
    expect(ledgerOf(ages).responses()[0]!.usage).toMatchObject({
      cacheWrite5mTokens: 3,
      cacheWrite1hTokens: 4,
    })
  })

  test('synthetic answers are passed over', () => {
    const ledger = ledgerOf(answerLine({ model: '<synthetic>' }))
    expect(ledger.responses()).toEqual([])
    expect(ledger.counts()).toMatchObject({ lines: 1, usageLines: 0, syntheticLines: 1 })
  })

  test('broken lines are counted, blank ones are none', () => {
    const ledger = ledgerOf('{"type":"assist', '', '  ', '[1]', '7', 'null', '{}', answerLine())
    expect(ledger.counts()).toMatchObject({ lines: 6, brokenLines: 4, usageLines: 1 })
  })

  test.each([
    ['negative', { input_tokens: -1 }],
    ['a fraction', { output_tokens: 1.5 }],
    ['a text', { output_tokens: '12' }],
    ['beyond all bounds', { cache_read_input_tokens: 1e300 }],
    ['no object', 'many'],
  ])('a usage that is %s is said to be invalid and not counted', (_, usage) => {
    const ledger = ledgerOf(answerLine({ usage }))
    expect(ledger.counts()).toMatchObject({ usageLines: 0, invalidUsageLines: 1 })
    expect(ledger.responses()).toEqual([])
  })

  test('keys of the object prototype are names like any other', () => {
    const line =
      '{"__proto__":{"usage":1},"message":{"id":"__proto__","model":"constructor","usage":{"input_tokens":3}}}'
    expect(ledgerOf(line).responses()).toMatchObject([{ model: 'constructor', usage: { inputTokens: 3 } }])
  })
})

describe('tools and subagents', () => {
  test('the calls of a response are gathered from its lines, each once', () => {
    const ledger = ledgerOf(
      answerLine({ content: [toolUse('t1', 'Read')] }),
      answerLine({ content: [toolUse('t2', 'Edit')] }),
      answerLine({ content: [toolUse('t1', 'Read')] }),
    )
    expect(ledger.responses()[0]!.tools).toEqual(['Read', 'Edit'])
  })

  test.each(['Task', 'Agent'])('%s starts a subagent, its result names it', (tool) => {
    const ledger = ledgerOf(
      answerLine({
        content: [
          toolUse('t1', tool, { subagent_type: 'reviewer', description: 'Review PRP-1.2.3', model: 'haiku' }),
        ],
      }),
      JSON.stringify({
        type: 'user',
        message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't1' }] },
        toolUseResult: { agentId: 'a77', totalTokens: 4321 },
      }),
    )
    expect(ledger.spawns()).toEqual([
      {
        tool,
        agentType: 'reviewer',
        agentName: undefined,
        description: 'Review PRP-1.2.3',
        model: 'haiku',
        sessionId: 's1',
        agentId: 'a77',
        claimedTokens: 4321,
      },
    ])
  })

  test('a tool of another name starts none', () => {
    expect(ledgerOf(answerLine({ content: [toolUse('t1', 'TaskUpdate')] })).spawns()).toEqual([])
  })

  test('lines of subagents carry their agent; a progress line carries its message', () => {
    const ledger = ledgerOf(
      answerLine({ id: 'm1', extra: { agentId: 'a1', isSidechain: true } }),
      answerLine({ id: 'm2', extra: { isSidechain: true } }),
      answerLine({ id: 'm3' }),
      JSON.stringify({
        type: 'progress',
        sessionId: 's1',
        data: {
          type: 'agent_progress',
          agentId: 'a2',
          message: JSON.parse(answerLine({ id: 'm4' })) as unknown,
        },
      }),
    )
    expect(ledger.responses().map(({ origin }) => origin.agentId)).toEqual([
      'a1',
      'sidechain',
      undefined,
      'a2',
    ])
  })
})
