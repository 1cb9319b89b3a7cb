/** One line of a transcript in the form agents write; made up, only the form is real. */
export interface LineParts {
  readonly id?: string
  readonly requestId?: string
  readonly model?: string
  readonly usage?: unknown
  readonly session?: string
  readonly timestamp?: string
  readonly content?: readonly unknown[]
  /** Further fields of the line itself. */
  readonly extra?: { readonly [key: string]: unknown }
}

export function answerLine(parts: LineParts = {}): string {
  return JSON.stringify({
    type: 'assistant',
    sessionId: parts.session ?? 's1',
    requestId: parts.requestId ?? 'req_1',
    timestamp: parts.timestamp ?? '2026-03-01T10:00:00.000Z',
    message: {
      id: parts.id ?? 'msg_1',
      role: 'assistant',
      model: parts.model ?? 'claude-opus-4-5-20251101',
      content: parts.content ?? [],
      usage: parts.usage ?? usageOf({ input: 10, output: 20 }),
    },
    ...parts.extra,
  })
}

export function usageOf(counts: {
  readonly input?: number
  readonly output?: number
  readonly write5m?: number
  readonly write1h?: number
  readonly read?: number
}): unknown {
  return {
    input_tokens: counts.input ?? 0,
    output_tokens: counts.output ?? 0,
    cache_creation_input_tokens: (counts.write5m ?? 0) + (counts.write1h ?? 0),
    cache_creation: {
      ephemeral_5m_input_tokens: counts.write5m ?? 0,
      ephemeral_1h_input_tokens: counts.write1h ?? 0,
    },
    cache_read_input_tokens: counts.read ?? 0,
  }
}

export function toolUse(id: string, name: string, input: unknown = {}): unknown {
  return { type: 'tool_use', id, name, input }
}
