import type { Step } from '../../command/step.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { Answer, Timings } from '../answer.ts'
import type { CommandBatchHost } from './command-batch-host.ts'
import type { ReadCommand } from '../command-reader.ts'
import { MergedAnswer } from './merged-answer.ts'
import type { Replayed } from './merged-answer.ts'
import type { ClosedPass } from './merged-pass.ts'
import type { Part } from '../pipeline.ts'

/** A command in a pass, and what it did there. */
export interface Entry {
  /** In the list of commands. */
  readonly position: number
  /** In the order of running. */
  readonly place: number
  readonly command: string | readonly Step[]
  readonly read: ReadCommand
  readonly part: Part
  readonly readMicros: number
  /** Until it was accepted. */
  readonly totalMicros: number
}

/** Puts the answers to the commands of a pass in their positions. */
export function answerPass(
  host: CommandBatchHost,
  entries: readonly Entry[],
  closed: ClosedPass,
  answers: Answer[],
): void {
  if (entries.length === 1) {
    const [only] = entries
    answers[only!.position] = answerOne(host, only!, closed)
    return
  }
  const share = 1 / entries.length
  const executeMicros = closed.executeMicros * share
  const verifyMicros = closed.verifyMicros * share
  const replay = new Replay(host, entries, closed.change.before)
  entries.forEach(({ position, read, part, readMicros, totalMicros }, i) => {
    const timings: Timings = {
      decompose: readMicros + part.planMicros,
      execute: part.executeMicros + executeMicros,
      verify: verifyMicros,
      serialize: 0,
      total: totalMicros + executeMicros + verifyMicros,
    }
    host.answers.count('applied', timings)
    const found = closed.found[i]!
    const issues = found.length === 0 ? part.issues : [...part.issues, ...found]
    answers[position] = new MergedAnswer(part.steps, issues, timings, read.cache, replay, i)
  })
}

/** A pass of one command is that command. */
function answerOne(host: CommandBatchHost, entry: Entry, closed: ClosedPass): Answer {
  const { command, read, part } = entry
  const { change, found, executeMicros, verifyMicros } = closed
  return host.answers.answer(
    change.before,
    command,
    {
      outcome: {
        change,
        issues: [...part.issues, ...found[0]!],
        steps: part.steps,
        failed: 0,
        // What asks is not worked out together with others.
        reply: null,
        planMicros: part.planMicros,
        executeMicros: part.executeMicros + executeMicros,
        verifyMicros,
      },
      reading: read.reading,
      cache: read.cache,
      decomposeMicros: entry.readMicros,
      corrected: null,
      isClamped: false,
      hasFailed: false,
    },
    host.settings.clock.now() - entry.totalMicros - executeMicros - verifyMicros,
    true,
  )
}

/** Runs the commands of a pass one after the other, when that is first asked for. */
class Replay implements Replayed {
  readonly #host: CommandBatchHost
  readonly #entries: readonly Entry[]
  readonly #before: Blueprint
  #answers: readonly Answer[] | null = null

  constructor(host: CommandBatchHost, entries: readonly Entry[], before: Blueprint) {
    this.#host = host
    this.#entries = entries
    this.#before = before
  }

  at(i: number): Answer {
    if (this.#answers === null) {
      let at = this.#before
      this.#answers = this.#entries.map(({ command }) => {
        const answer = this.#host.rerun(at, command)
        at = answer.blueprint
        return answer
      })
    }
    return this.#answers[i]!
  }
}
