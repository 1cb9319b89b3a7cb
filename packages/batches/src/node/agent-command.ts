import { basename } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { readClaudeEvent, readCodexEvent } from '../pure/protocol/agent-events.ts'
import type { AgentEvent } from '../pure/protocol/agent-events.ts'

/** A program that does work items. */
export interface AgentCommand {
  readonly file: string
  readonly args: (model: string | null) => readonly string[]
  /** Reads a line of its output; null for programs that write heartbeats and results as files. */
  readonly readEvent: ((line: string) => AgentEvent | null) | null
  /** What its results depend on, for the cache. */
  readonly identity: string
}

/** A program whose events are understood. */
interface Preset {
  /** The arguments that make it work on its standard input and tell events; `given` are those of the user. */
  readonly args: (given: readonly string[], model: readonly string[]) => readonly string[]
  readonly readEvent: (line: string) => AgentEvent | null
  /** What the preset says itself, as the user may write it too. */
  readonly own: readonly (readonly string[])[]
}

const PRESETS: ReadonlyMap<string, Preset> = new Map([
  [
    'claude',
    {
      own: [['-p'], ['--print'], ['--verbose'], ['--output-format', 'stream-json']],
      args: (given, model) => [
        '-p',
        '--output-format',
        'stream-json',
        '--verbose',
        ...unlessGiven(
          given,
          ['--permission-mode', '--dangerously-skip-permissions'],
          ['--permission-mode', 'acceptEdits'],
        ),
        ...given,
        ...model,
      ],
      readEvent: readClaudeEvent,
    },
  ],
  [
    'codex',
    {
      own: [['exec'], ['--json'], ['-']],
      args: (given, model) => [
        'exec',
        '--json',
        ...unlessGiven(
          given,
          ['-s', '--sandbox', '--full-auto', '--dangerously-bypass-approvals-and-sandbox'],
          ['--sandbox', 'workspace-write'],
        ),
        ...given,
        ...model,
        '-',
      ],
      readEvent: readCodexEvent,
    },
  ],
])

/**
 * `claude` and `codex` are known by name, with further arguments for them or without; anything else is a program with its
 * arguments. Nothing is run by a shell.
 */
export function parseAgentCommand(text: string): Result<AgentCommand, string> {
  const words = splitWords(text)
  if (!words.ok) return words
  const [file, ...args] = words.value
  if (file === undefined)
    return fail('the agent command is empty; expected a program with its arguments, claude or codex')
  const name = basename(file).replace(/\.(?:exe|cmd)$/i, '')
  const preset = PRESETS.get(name)
  if (preset === undefined)
    return ok({ file, args: () => args, readEvent: null, identity: words.value.join(' ') })
  const given = without(args, preset.own)
  if (name === 'claude' && given.some((arg) => arg.startsWith('--output-format')))
    return fail('expected claude to write stream-json, whose events are read; leave out its --output-format')
  return ok({
    file,
    args: (model) => preset.args(given, model === null ? [] : ['--model', model]),
    readEvent: preset.readEvent,
    identity: [name, ...given].join(' '),
  })
}

function unlessGiven(
  given: readonly string[],
  names: readonly string[],
  args: readonly string[],
): readonly string[] {
  return given.some((arg) => names.some((name) => arg === name || arg.startsWith(`${name}=`))) ? [] : args
}

/** Arguments without some sequences of them. */
function without(args: readonly string[], sequences: readonly (readonly string[])[]): readonly string[] {
  const left: string[] = []
  for (let i = 0; i < args.length;) {
    const found = sequences.find((sequence) => sequence.every((word, j) => args[i + j] === word))
    if (found === undefined) left.push(args[i]!)
    i += found?.length ?? 1
  }
  return left
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
