import type { CommandEvent, Status, Timings } from 'blueprint-command-engine'

/** What is kept of one command: a line of a log or of a metrics file. */
export interface CommandRecord {
  /** ISO 8601. */
  readonly time: string
  readonly sequence: number
  /** The words; null for steps sent as data and where texts are left out. */
  readonly command: string | null
  readonly outcome: Status
  readonly intents: readonly string[]
  /** Codes of the findings. */
  readonly issues: readonly string[]
  readonly cache: 'hit' | 'miss' | 'off'
  readonly patches: number
  readonly corrections: number
  /** Microseconds, rounded to tenths. */
  readonly timings: Timings
}

export interface RecordOptions {
  /** Leave out the words of commands: they may hold texts of users. Default false. */
  readonly redact?: boolean
}

const MAX_COMMAND_LENGTH = 500

/** The record of a command, with at most 500 characters of its words. */
export function recordOf(event: CommandEvent, time: Date, options: RecordOptions = {}): CommandRecord {
  const { answer, command, sequence } = event
  const { decompose, execute, verify, serialize, total } = answer.timings
  return {
    time: time.toISOString(),
    sequence,
    command:
      options.redact === true || typeof command !== 'string' ? null : command.slice(0, MAX_COMMAND_LENGTH),
    outcome: answer.status,
    intents: answer.steps.map(({ intent }) => intent),
    issues: answer.issues.map(({ code }) => code),
    cache: answer.cache,
    patches: answer.patches.length,
    corrections: answer.steps.reduce((sum, { corrections }) => sum + corrections.length, 0),
    timings: {
      decompose: tenths(decompose),
      execute: tenths(execute),
      verify: tenths(verify),
      serialize: tenths(serialize),
      total: tenths(total),
    },
  }
}

function tenths(micros: number): number {
  return Math.round(micros * 10) / 10
}
