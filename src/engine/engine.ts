import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { History } from '../document/history.ts'
import type { Answer, Match, PlanAnswer, VerifyAnswer } from './answer.ts'
import { AnswerMaker } from './answer-maker.ts'
import { refusedCommandBatch } from './command-batch/command-batch.ts'
import type { CommandBatchAnswer, CommandBatchOptions } from './command-batch/command-batch.ts'
import { readJob, readList } from './command-batch/command-batch-input.ts'
import type { CommandBatchHost, Command } from './command-batch/command-batch-host.ts'
import { CommandReader } from './command-reader.ts'
import { CommandRunner } from './command-runner.ts'
import type { DialectAnswer } from './dialect-answer.ts'
import { runAnyCommandBatch } from './dialect-command-batch.ts'
import type { AnyCommandBatchAnswer, DialectCommandBatchAnswer } from './dialect-command-batch.ts'
import { DialectRunner } from './dialect-runner.ts'
import { Documents } from './documents.ts'
import { Inquiries } from './inquiries.ts'
import {
  checkCommandBatchOptions,
  checkRunOptions,
  checkSessionOptions,
  NO_BATCH_OPTIONS,
  NO_OPTIONS,
  settingsOf,
} from './options.ts'
import type { EngineOptions, RunOptions, Settings } from './options.ts'
import { movedAnswer } from './moved-answer.ts'
import { Observers } from './observer.ts'
import { internalIssue } from './outcome.ts'
import { everyCode } from './recovery/policies.ts'
import { Session } from './session.ts'
import type { SessionEngine, SessionOptions } from './session.ts'
import { readSession } from './session-json.ts'
import { Statistics } from './statistics.ts'
import type { EngineStats } from './statistics.ts'

/** What the intent cache said of a command that was read already, and whether it is part of a batch. */
interface Origin {
  readonly cache: Answer['cache'] | null
  readonly isPart: boolean
}

const NOTHING: readonly string[] = []
const SINGLE: Origin = { cache: null, isPart: false }

/** Changes blueprints by command. No I/O; one engine serves any number of documents, one command at a time. */
export class Engine {
  readonly #settings: Settings
  readonly #documents: Documents
  readonly #reader: CommandReader
  readonly #runner: CommandRunner
  readonly #statistics = new Statistics()
  readonly #answers: AnswerMaker
  /** For parts of answers that are worked out later: those commands have been counted. */
  readonly #uncounted: AnswerMaker
  readonly #observers: Observers
  readonly #forBatches: CommandBatchHost
  /** Null for an engine that knows no other formats. */
  readonly #dialects: DialectRunner | null
  readonly #inquiries: Inquiries

  readonly #forSessions: SessionEngine = {
    run: (blueprint, command, options) => this.run(blueprint, command, options),
    carry: (from, to) => {
      try {
        const opened = this.#documents.open(from)
        if (opened.ok) this.#documents.derive(opened.value, to)
      } catch {
        // Then it is a document like any other, to be validated when it is used.
        this.#documents.forget(from)
      }
    },
    refuse: (blueprint, command, error) =>
      this.#answers.refuse(blueprint, command, [internalIssue(error)], this.#settings.clock.now()),
    rerun: (blueprint, steps) => this.#answerTo(blueprint, steps, NO_OPTIONS, SINGLE, this.#uncounted),
    moved: movedAnswer,
    told: (kind) => this.#observers.history(kind),
  }

  /** See {@link createEngine}. */
  constructor(options: EngineOptions = {}) {
    this.#settings = settingsOf(options)
    this.#documents = new Documents(this.#settings.limits)
    this.#reader = new CommandReader(this.#settings)
    this.#runner = new CommandRunner(this.#settings, this.#reader)
    this.#answers = new AnswerMaker(this.#settings, this.#statistics)
    this.#uncounted = new AnswerMaker(this.#settings, null)
    this.#observers = new Observers(this.#settings.observers)
    const parts = {
      settings: this.#settings,
      documents: this.#documents,
      reader: this.#reader,
      runner: this.#runner,
      answers: this.#answers,
    }
    this.#dialects = this.#settings.dialects.length === 0 ? null : new DialectRunner(parts)
    this.#inquiries = new Inquiries({ ...parts, dialects: this.#dialects })
    this.#forBatches = {
      settings: this.#settings,
      documents: this.#documents,
      reader: this.#reader,
      answers: this.#answers,
      run: (root, command, cache) =>
        this.#answerTo(root, command, NO_OPTIONS, { cache, isPart: true }, this.#answers),
      rerun: (root, command) => this.#answerTo(root, command, NO_OPTIONS, SINGLE, this.#uncounted),
    }
  }

  /**
   * Runs a command: decompose, execute, verify, serialize. Never throws: what is wrong with the command or the document
   * is in the answer, and a refused command leaves everything as it was. (Options are no input: wrong ones are a TypeError.) The blueprint must not be changed in place
   * afterwards: what is known of it goes by its identity.
   *
   * O(length of the command + changed components and their siblings); a document seen first costs O(n) once.
   *
   * @example engine.run(blueprint, 'make the first card red and move it to the top')
   */
  run(blueprint: Blueprint, command: Command, options?: RunOptions): Answer
  /** The same for a document of one of the engine's dialects: the answer is in its format. */
  run<Source>(source: Source, command: Command, options?: RunOptions): DialectAnswer<Source>
  run<Source>(
    source: Source,
    command: Command,
    options: RunOptions = NO_OPTIONS,
  ): Answer | DialectAnswer<Source> {
    if (options !== NO_OPTIONS) checkRunOptions(options)
    const foreign = this.#dialects === null ? null : this.#dialects.run(source, command, options)
    // What no dialect has taken is checked as a blueprint.
    const answer =
      foreign ?? this.#answerTo(source as unknown as Blueprint, command, options, SINGLE, this.#answers)
    this.#observers.command(command, answer)
    return answer
  }

  #answerTo(
    blueprint: Blueprint,
    command: Command,
    options: RunOptions,
    origin: Origin,
    answers: AnswerMaker,
  ): Answer {
    const start = this.#settings.clock.now()
    try {
      return this.#run(blueprint, command, options, origin, answers, start)
    } catch (error) {
      const failed = (cause: unknown): Answer =>
        answers.refuse(blueprint, command, [internalIssue(cause)], start)
      if (this.#settings.policies.internal !== 'retry') return failed(error)
      answers.countRetry()
      try {
        // What was known of the document has been given up: this run sees it for the first time.
        return this.#run(blueprint, command, options, origin, answers, start)
      } catch (again) {
        return failed(again)
      }
    }
  }

  #run(
    blueprint: Blueprint,
    command: Command,
    options: RunOptions,
    origin: Origin,
    answers: AnswerMaker,
    start: number,
  ): Answer {
    const issue = this.#reader.refusal(command)
    if (issue !== null) return answers.refuse(blueprint, command, [issue], start)
    const opened = this.#documents.open(blueprint)
    if (!opened.ok) return answers.refuse(blueprint, command, opened.error, start)
    const index = opened.value
    try {
      const settings = this.#settings
      const skipped = options.partial === true ? everyCode : settings.skipped
      const selection = (options.selection ?? NOTHING).filter((id) => index.has(id))
      const input = { index, settings, skipped, dryRun: false, clamps: false, lens: null, selection }
      const processed = this.#runner.process(command, input, start, origin.cache)
      const { after, before } = processed.outcome.change
      if (after !== before) this.#documents.derive(index, after)
      return answers.answer(blueprint, command, processed, start, origin.isPart)
    } catch (error) {
      this.#documents.forget(blueprint)
      throw error
    }
  }

  /** The steps and targets of a command, without running it, and what would stand in its way, with ways around it. */
  plan(blueprint: unknown, command: Command): PlanAnswer {
    return this.#inquiries.plan(blueprint, command)
  }

  /** Components that a phrase could mean, best first; empty when nothing fits or the document is not valid. */
  find(blueprint: unknown, phrase: string): readonly Match[] {
    return this.#inquiries.find(blueprint, phrase)
  }

  /** Everything that is wrong with a document, under every rule. */
  verify(blueprint: unknown): VerifyAnswer {
    return this.#inquiries.verify(blueprint)
  }

  /**
   * Runs several commands on one document, each on the result of the ones before. Commands that do not meddle with one
   * another are worked out in one pass, which gives the same and costs less: one change, one verification, one text.
   * Atomic unless said otherwise: one failure leaves everything as it was. Never throws on bad input, like {@link run}.
   *
   * @example engine.batch(blueprint, ['make the header navy', 'hide the banner'], { atomic: false })
   */
  batch(blueprint: Blueprint, commands: readonly Command[], options?: CommandBatchOptions): CommandBatchAnswer
  /** The same for a document of one of the engine's dialects, in the order given. */
  batch<Source>(
    source: Source,
    commands: readonly Command[],
    options?: CommandBatchOptions,
  ): DialectCommandBatchAnswer<Source>
  batch(
    blueprint: Blueprint,
    commands: readonly Command[],
    options = NO_BATCH_OPTIONS,
  ): AnyCommandBatchAnswer {
    if (options !== NO_BATCH_OPTIONS) checkCommandBatchOptions(options)
    const start = this.#settings.clock.now()
    const list = readList(commands)
    if (!list.ok) {
      const message = `expected an array of commands, got ${list.error}`
      const issue = { code: 'command-invalid', severity: 'error', stage: 'input', message } as const
      return refusedCommandBatch(blueprint, issue)
    }
    let answer: AnyCommandBatchAnswer
    try {
      answer = runAnyCommandBatch(this.#forBatches, this.#dialects, blueprint, list.value, options, start)
    } catch (error) {
      this.#documents.forget(blueprint)
      return refusedCommandBatch(blueprint, internalIssue(error))
    }
    answer.answers.forEach((one, i) => this.#observers.command(list.value[i]!, one))
    this.#observers.batch(answer)
    return answer
  }

  /**
   * {@link batch} for many documents; the answers stand in the order of the documents, and an entry that is no job gets a
   * rejected one.
   */
  batchAll(
    jobs: readonly { readonly blueprint: Blueprint; readonly commands: readonly Command[] }[],
    options: CommandBatchOptions = NO_BATCH_OPTIONS,
  ): readonly CommandBatchAnswer[] {
    return Array.from(jobs, (job) => {
      const { blueprint, commands } = readJob(job)
      // What is missing is refused, like any other value that the types forbid.
      return this.batch(blueprint!, commands!, options)
    })
  }

  /** A chain of commands on one document, with undo and redo, named states and branches. */
  session(blueprint: Blueprint, options: SessionOptions = {}): Session {
    checkSessionOptions(options)
    return new Session(this.#forSessions, blueprint, new History(options.history))
  }

  /**
   * Takes up a session that was written as JSON, in this process or another: same document, same history, undo works. Data
   * that is no session, or does not fit together, is refused with the reason and the place; nothing in it is trusted.
   *
   * @param json what `JSON.parse` made of `JSON.stringify(session)`
   * @example
   * const taken = engine.sessionFromJSON(JSON.parse(text))
   * if (taken.ok) taken.value.undo()
   * else console.error(taken.error[0].message)
   */
  sessionFromJSON(json: unknown, options: SessionOptions = {}): Result<Session, readonly Issue[]> {
    checkSessionOptions(options)
    try {
      const read = readSession(json, this.#documents, this.#settings.limits, options.history ?? {})
      if (!read.ok) return read
      return ok(new Session(this.#forSessions, read.value.blueprint, read.value.history))
    } catch (error) {
      return fail([internalIssue(error)])
    }
  }

  stats(): EngineStats {
    return this.#statistics.summary(this.#reader.cacheStats, this.#observers.errors)
  }
}

/**
 * Makes an engine. It does no I/O and runs wherever JavaScript does.
 *
 * @throws TypeError for options that are unknown or of the wrong type, RangeError for values out of range, such as limits
 * that are not whole numbers of at least 1.
 * @example const engine = createEngine({ rules: { contrast: 'error' } })
 */
export function createEngine(options: EngineOptions = {}): Engine {
  return new Engine(options)
}
