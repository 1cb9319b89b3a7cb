import type { Step } from '../command/step.ts'
import type { Reading } from '../decompose/clause.ts'
import { correctedDoubles, likeliestSpelling } from '../decompose/spelling.ts'
import type { Answer } from './answer.ts'
import type { CommandReader } from './command-reader.ts'
import type { Settings } from './options.ts'
import { nothingDone } from './outcome.ts'
import { runReading, runSteps } from './pipeline.ts'
import type { Outcome, PipelineInput } from './pipeline.ts'
import type { Processed } from './processed.ts'
import { conflictsOf } from './recovery/conflicts.ts'
import type { Conflict } from './recovery/conflict.ts'
import { withoutBreakers } from './recovery/leave-out.ts'
import type { RunParts } from './recovery/leave-out.ts'
import { everyCode, NO_CODES } from './recovery/policies.ts'
import { withCorrections } from './recovery/recovery.ts'
import type { Trial } from './recovery/recovery.ts'
import { withSuggestions } from './recovery/suggestions.ts'

/** Takes a command through reading and the pipeline; where that fails, what recovery knows is tried. */
export class CommandRunner {
  readonly #settings: Settings
  readonly #reader: CommandReader

  constructor(settings: Settings, reader: CommandReader) {
    this.#settings = settings
    this.#reader = reader
  }

  /**
   * Reads and runs; where that fails, once more with what was surely meant.
   *
   * @param cache what the intent cache said where the command was read before; null where it was not
   */
  process(
    command: string | readonly Step[],
    input: PipelineInput,
    start: number,
    cache: Answer['cache'] | null = null,
  ): Processed {
    return typeof command === 'string'
      ? this.#processText(command, input, start, cache)
      : this.#processSteps(command, input, start)
  }

  #processSteps(command: readonly Step[], input: PipelineInput, start: number): Processed {
    const steps = this.#reader.validate(command)
    const decomposeMicros = this.#settings.clock.now() - start
    const outcome = steps.ok ? runSteps(steps.value, input) : nothingDone(input.index, steps.error)
    const hasFailed = outcome.failed > 0
    const first: Processed = {
      outcome,
      reading: null,
      cache: 'off',
      decomposeMicros,
      corrected: null,
      isClamped: false,
      hasFailed,
    }
    if (!hasFailed || !steps.ok) return first
    const { before } = outcome.change
    const done = this.#skipping(first, steps.value.length, input, (parts) => {
      input.index.moveTo(before)
      return runSteps(steps.value, input, parts)
    })
    input.index.moveTo(done.outcome.change.after)
    return done
  }

  #processText(
    command: string,
    input: PipelineInput,
    start: number,
    known: Answer['cache'] | null,
  ): Processed {
    const { reading, cache } = this.#reader.readText(command, known, input.index, input.lens?.vocabulary)
    const decomposeMicros = this.#settings.clock.now() - start
    const outcome = this.#runRead(reading, input)
    const corrected = correctedDoubles(command, reading.doubled)
    const hasFailed = outcome.failed > 0
    const first: Processed = {
      outcome,
      reading,
      cache,
      decomposeMicros,
      corrected,
      isClamped: false,
      hasFailed,
    }
    // No other words may do what these forbid.
    return hasFailed && reading.isRefused !== true ? this.#recover(command, first, input, start) : first
  }

  /** What can be made of a command that failed: other words, its other parts, or suggestions. */
  #recover(command: string, first: Processed, input: PipelineInput, start: number): Processed {
    const { clock, policies } = this.#settings
    const { index } = input
    const { before } = first.outcome.change
    index.moveTo(before)
    const run: Trial['run'] = (text, clamps) => {
      index.moveTo(before)
      const reading = this.#reader.readAside(text, index, input.lens?.vocabulary)
      return { reading, outcome: this.#runRead(reading, clamps ? { ...input, clamps } : input) }
    }
    const { best, doubtful } = withCorrections(command, first, { run, index }, policies)
    index.moveTo(before)
    const meant = best.reading!
    const done = this.#skipping(best, meant.clauses.length, input, (parts) => {
      index.moveTo(before)
      return runReading(meant, { ...input, clamps: best.isClamped }, null, parts)
    })
    index.moveTo(done.outcome.change.after)
    const { executeMicros, verifyMicros, planMicros } = done.outcome
    const decomposeMicros = clock.now() - start - executeMicros - verifyMicros - planMicros
    if (done.outcome.failed === 0) return { ...done, decomposeMicros }
    const text = done.corrected?.text ?? likeliestSpelling(command, index)
    return { ...done, decomposeMicros, outcome: this.#suggesting(done.outcome, text, doubtful, input) }
  }

  /** What stands in the way of a command that was gone through without being run. */
  conflicts(
    command: string | readonly Step[],
    processed: Processed,
    input: PipelineInput,
  ): readonly Conflict[] {
    const { index } = input
    const { before } = processed.outcome.change
    const { reading } = processed
    const all: PipelineInput = { ...input, skipped: everyCode, clamps: processed.isClamped }
    const outcome =
      processed.outcome.failed === 0 ? processed.outcome : this.#goThrough(command, reading, all)
    index.moveTo(before)
    const steps = outcome.steps.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
    return conflictsOf({
      steps,
      issues: outcome.issues,
      index,
      clauses: typeof command === 'string' ? steps.map(({ clause }) => clause) : null,
      dryRun: (text) => {
        index.moveTo(before)
        return this.#runRead(this.#reader.readAside(text, index, input.lens?.vocabulary), input)
      },
    })
  }

  /** Goes through all of a command, whatever of it fails. */
  #goThrough(command: string | readonly Step[], reading: Reading | null, input: PipelineInput): Outcome {
    if (reading !== null) return this.#runRead(reading, input)
    if (typeof command === 'string') return nothingDone(input.index, [])
    const steps = this.#reader.validate(command)
    return steps.ok ? runSteps(steps.value, input) : nothingDone(input.index, steps.error)
  }

  /** Leaves out the parts that break a rule, where errors of that rule are skipped. */
  #skipping(processed: Processed, count: number, { skipped }: PipelineInput, run: RunParts): Processed {
    const outcome = withoutBreakers(count, processed.outcome, skipped, run)
    return outcome === processed.outcome ? processed : { ...processed, outcome }
  }

  /** The outcome with only such suggestions as succeed on the document as it came. */
  #suggesting(outcome: Outcome, text: string, doubtful: readonly string[], input: PipelineInput): Outcome {
    const { index } = input
    const { before } = outcome.change
    const after = index.root
    const strict: PipelineInput = { ...input, dryRun: true, skipped: NO_CODES }
    index.moveTo(before)
    const refused = { text, doubtful, index }
    const readings = new Map<string, Reading>()
    const read = (command: string): Reading => {
      let reading = readings.get(command)
      if (reading === undefined) {
        index.moveTo(before)
        reading = this.#reader.readAside(command, index, input.lens?.vocabulary)
        readings.set(command, reading)
      }
      return reading
    }
    const issues = withSuggestions(outcome.issues, refused, {
      reads: (command) => read(command).unread.length === 0,
      run: (command) => {
        const reading = read(command)
        index.moveTo(before)
        return this.#runRead(reading, strict)
      },
    })
    index.moveTo(after)
    return { ...outcome, issues }
  }

  #runRead(reading: Reading, input: PipelineInput): Outcome {
    const issue = this.#reader.countIssue(reading)
    return issue === null ? runReading(reading, input) : nothingDone(input.index, [issue])
  }
}
