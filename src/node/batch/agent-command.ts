import { basename } from 'node:path'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { readClaudeEvent, readCodexEvent } from '../../orchestrator/protocol/agent-events.ts'
import type { AgentEvent } from '../../orchestrator/protocol/agent-events.ts'

/** A program that does work items. */
export interface AgentCommand {
  readonly file: string
  readonly args: (model: string | null) => readonly string[]
  /** Reads a line of its output; null for programs that write heartbeats and results as files. */
  readonly readEvent: ((line: string) => AgentEvent | null) | null
  /** What its results depend on, for the cache. */
  readonly identity: string
}

/** `claude` and `codex` are known by name; anything else is a program with its arguments, run without a shell. */
export function parseAgentCommand(text: string): Result<AgentCommand, string> {
  const words = splitWords(text)
  if (!words.ok) return words
  const [file, ...args] = words.value
  if (file === undefined)
    return fail('the agent command is empty; expected a program with its arguments, claude or codex')
  const name = basename(file).replace(/\.(?:exe|cmd)$/i, '')
  if (args.length === 0 && name === 'claude')
    return ok({
      file,
      args: (model) => [
        '-p',
        '--output-format',
        'stream-json',
        '--verbose',
        '--permission-mode',
        'acceptEdits',
        ...(model === null ? [] : ['--model', model]),
      ],
      readEvent: readClaudeEvent,
      identity: 'claude',
    })
  if (args.length === 0 && name === 'codex')
    return ok({
      file,
      args: (model) => ['exec', '--json', '--full-auto', ...(model === null ? [] : ['--model', model]), '-'],
      readEvent: readCodexEvent,
      identity: 'codex',
    })
  return ok({ file, args: () => args, readEvent: null, identity: words.value.join(' ') })
}

/** Words as a shell would split them: blanks separate, quotes and a backslash keep them together. Nothing is expanded. */
function splitWords(text: string): Result<string[], string> {
  const words: string[] = []
  let word: string | null = null
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (character === '\\' && quote !== "'" && i + 1 < text.length) word = (word ?? '') + text[++i]!
    else if (quote !== '') {
      if (character === quote) quote = ''
      else word = (word ?? '') + character
    } else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word)
      word = null
    } else word = (word ?? '') + character
  }
  if (quote !== '') return fail(`the quotes that open with ${quote} in the agent command are never closed`)
  if (word !== null) words.push(word)
  return ok(words)
}
