import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import type { Reading } from '../decompose/clause.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { IntentCache } from '../decompose/intent-cache.ts'
import { withQuotedNames } from '../decompose/quoted-names.ts'
import { readCommand } from '../decompose/read-command.ts'
import { correctedDoubles, spellings } from '../decompose/spelling.ts'
import type { Corrected } from '../decompose/spelling.ts'
import { validateSteps } from '../execute/step-validate.ts'
import type { Answer } from './answer.ts'
import { otherCommands, withWorkingSuggestions } from './checked-suggestions.ts'
import { describe } from '../base/json.ts'
import type { Settings } from './options.ts'
import { isBetter, mayBeMisspelled, nothingDone } from './outcome.ts'
import { runReading, runSteps } from './pipeline.ts'
import type { Outcome, PipelineInput } from './pipeline.ts'
import type { EngineStats } from './statistics.ts'

export interface Processed {
  readonly outcome: Outcome
  readonly reading: Reading | null
  readonly cache: Answer['cache']
  readonly decomposeMicros: number
  readonly corrected: Corrected | null
}

/** A command before it meets a document: its words as read, or its steps as validated. */
export interface ReadCommand {
  readonly content: Reading | readonly Step[]
  /** As the words alone say; null for steps. */
  readonly reading: Reading | null
  readonly cache: Answer['cache']
}

/** Takes a command through reading and the pipeline: the intent cache, other spellings, and suggestions that work. */
export class CommandRunner {
  readonly #settings: Settings
  readonly #cache: IntentCache | null

  constructor(settings: Settings) {
    this.#settings = settings
    this.#cache = settings.intentCache === 0 ? null : new IntentCache(settings.intentCache)
  }

  get cacheStats(): EngineStats['cache'] {
    const cache = this.#cache
    return { hits: cache?.hits ?? 0, misses: cache?.misses ?? 0, size: cache?.size ?? 0 }
  }

  /**
   * What a command says to this document, where it can be taken for what it says: else null, and running it tells what is
   * wrong, or what was corrected.
   *
   * @param cache what the intent cache said where the command was read before; null where it was not
   */
  read(
    command: string | readonly Step[],
    index: DocumentIndex,
    cache: Answer['cache'] | null,
  ): ReadCommand | null {
    if (this.refusal(command) !== null) return null
    if (typeof command === 'string') {
      const read = this.#read(command, cache)
      const { reading } = read
      if (this.#countIssue(reading) !== null || reading.doubled.length > 0) return null
      return { content: forDocument(reading, index), reading, cache: read.cache }
    }
    const steps = this.#validate(command)
    return steps.ok ? { content: steps.value, reading: null, cache: 'off' } : null
  }

  /**
   * Reads and runs; where that fails, once more with spelling mistakes corrected.
   *
   * @param cache what the intent cache said where the command was read before; null where it was not
   */
  process(
    command: string | readonly Step[],
    input: PipelineInput,
    start: number,
    known: Answer['cache'] | null = null,
  ): Processed {
    const { clock } = this.#settings
    if (typeof command !== 'string') {
      const steps = this.#validate(command)
      const decomposeMicros = clock.now() - start
      if (!steps.ok)
        return {
          outcome: nothingDone(input.index, steps.error),
          reading: null,
          cache: 'off',
          decomposeMicros,
          corrected: null,
        }
      return {
        outcome: runSteps(steps.value, input),
        reading: null,
        cache: 'off',
        decomposeMicros,
        corrected: null,
      }
    }
    const { reading, cache } = this.#read(command, known)
    const decomposeMicros = clock.now() - start
    const outcome = this.#runRead(reading, input)
    const corrected = correctedDoubles(command, reading.doubled)
    const first: Processed = { outcome, reading, cache, decomposeMicros, corrected }
    if (outcome.failed === 0) return first
    const best = mayBeMisspelled(outcome) ? this.#respelled(command, first, input, start) : first
    return best.outcome.failed === 0 ? best : { ...best, outcome: this.#suggesting(best, input) }
  }

  /** The best of the first attempt and those with other spellings; each runs on the document as it came. */
  #respelled(command: string, first: Processed, input: PipelineInput, start: number): Processed {
    const { index } = input
    const root = first.outcome.change.before
    index.moveTo(root)
    let best = first
    for (const corrected of this.#otherTexts(command, index)) {
      const { reading } = this.#read(corrected.text)
      index.moveTo(root)
      const outcome = this.#runRead(reading, input)
      // A text put into quotes is a guess that only success can prove.
      if (corrected.corrections.length === 0 && outcome.failed > 0) continue
      if (isBetter(outcome, best.outcome)) {
        const decomposeMicros =
          this.#settings.clock.now() -
          start -
          outcome.executeMicros -
          outcome.verifyMicros -
          outcome.planMicros
        best = { outcome, reading, cache: first.cache, decomposeMicros, corrected }
      }
      if (outcome.failed === 0) break
    }
    return best
  }

  /** The command as it may have been meant, likeliest first. */
  *#otherTexts(command: string, index: DocumentIndex): Generator<Corrected> {
    const quoted = withQuotedNames(command, index)
    if (quoted !== null) yield quoted
    yield* spellings(command, index)
  }

  /** The outcome with only such suggestions as succeed on the document as it came. */
  #suggesting({ outcome, reading }: Processed, input: PipelineInput): Outcome {
    const works = (command: string): boolean => {
      input.index.moveTo(outcome.change.before)
      // Not through the cache: nobody has sent this command.
      return this.#runRead(readCommand(command, this.#settings.limits.maxSteps), input).failed === 0
    }
    const issues = withWorkingSuggestions(outcome.issues, works, (issue) =>
      otherCommands(issue, reading?.text ?? '', input.index),
    )
    input.index.moveTo(outcome.change.before)
    return { ...outcome, issues }
  }

  #runRead(reading: Reading, input: PipelineInput): Outcome {
    const issue = this.#countIssue(reading)
    return issue === null
      ? runReading(forDocument(reading, input.index), input)
      : nothingDone(input.index, [issue])
  }

  /** What is wrong with the number of clauses; null where nothing is. */
  #countIssue(reading: Reading): Issue | null {
    const { maxSteps } = this.#settings.limits
    const count = reading.clauses.length + reading.unread.length
    if (count > maxSteps)
      return {
        code: 'too-many-steps',
        severity: 'error',
        stage: 'input',
        message: `expected at most ${maxSteps} steps in one command, got more`,
      }
    if (count === 0)
      return {
        code: 'command-empty',
        severity: 'error',
        stage: 'decompose',
        message: 'expected a command, got no words that say what to do',
      }
    return null
  }

  #validate(steps: readonly Step[]): ReturnType<typeof validateSteps> {
    const { maxSteps, maxTextLength } = this.#settings.limits
    return validateSteps(steps, { maxSteps, maxTextLength })
  }

  /** @param counted what the cache said when it was asked before: it is not asked, and counted, again */
  #read(
    text: string,
    counted: Answer['cache'] | null = null,
  ): { reading: Reading; cache: 'hit' | 'miss' | 'off' } {
    const known = counted === null ? this.#cache?.get(text) : this.#cache?.peek(text)
    if (known !== undefined && counted !== null) return { reading: known, cache: counted }
    if (known !== undefined) return { reading: known, cache: 'hit' }
    const reading = readCommand(text, this.#settings.limits.maxSteps)
    this.#cache?.set(text, reading)
    return { reading, cache: this.#cache === null ? 'off' : 'miss' }
  }

  /** What is wrong with a command before anything of it is read; null where nothing is. */
  refusal(command: unknown): Issue | null {
    const { maxCommandLength } = this.#settings.limits
    const wrong = (code: Issue['code'], message: string): Issue => ({
      code,
      severity: 'error',
      stage: 'input',
      message,
    })
    try {
      if (Array.isArray(command)) return null
    } catch {
      return wrong(
        'command-invalid',
        'expected a command as text or an array of steps, got a value that throws when it is read',
      )
    }
    if (typeof command !== 'string')
      return wrong(
        'command-invalid',
        `expected a command as text or an array of steps, got ${describe(command)}`,
      )
    if (command.length > maxCommandLength)
      return wrong(
        'command-too-long',
        `expected a command of at most ${maxCommandLength} characters, got ${command.length}`,
      )
    if (command.trim() === '') return wrong('command-empty', 'expected a command, got an empty text')
    return null
  }
}

/** The reading that is right where the document has components with a dot in their ids. */
function forDocument(reading: Reading, index: DocumentIndex): Reading {
  return namesComponent(reading, index) ? reading.dotted!.whole() : reading
}

/** Whether words with a dot are ids of this document, and no component with its property. */
function namesComponent({ dotted }: Reading, index: DocumentIndex): boolean {
  return dotted !== null && dotted.ids.some((id) => index.has(id))
}
