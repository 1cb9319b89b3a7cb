import { describe } from '../base/json.ts'
import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import type { Blueprint } from '../document/blueprint.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Reading } from '../decompose/clause.ts'
import { findMatches } from '../decompose/find.ts'
import type { Corrected } from '../decompose/spelling.ts'
import { deltaText } from '../serialize/delta-text.ts'
import { verifyDocument } from '../verify/verify.ts'
import type { Answer, Match, PlanAnswer, StepReport, Timings, VerifyAnswer } from './answer.ts'
import { refusedBatch, runBatch } from './batch.ts'
import type { BatchAnswer, BatchOptions } from './batch.ts'
import { CommandAnswer, refusedAnswer } from './command-answer.ts'
import { CommandRunner } from './command-runner.ts'
import { Documents } from './documents.ts'
import { checkBatchOptions, checkRunOptions, checkSessionOptions, NO_OPTIONS, settingsOf } from './options.ts'
import type { EngineOptions, RunOptions, Settings } from './options.ts'
import type { Outcome, PipelineInput } from './pipeline.ts'
import { internalIssue, statusOf } from './outcome.ts'
import { Observers } from './observer.ts'
import type { HistoryEvent } from './observer.ts'
import { Session } from './session.ts'
import type { SessionOptions } from './session.ts'
import { Statistics } from './statistics.ts'
import type { EngineStats } from './statistics.ts'
import { buildTrace } from './trace-builder.ts'

/** Changes blueprints by command. No I/O; one engine serves any number of documents, one command at a time. */
export class Engine {
  readonly #settings: Settings
  readonly #documents: Documents
  readonly #runner: CommandRunner
  readonly #statistics = new Statistics()
  readonly #observers: Observers

  /** See {@link createEngine}. */
  constructor(options: EngineOptions = {}) {
    this.#settings = settingsOf(options)
    this.#documents = new Documents(this.#settings.limits)
    this.#runner = new CommandRunner(this.#settings)
    this.#observers = new Observers(this.#settings.observers)
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
  run(blueprint: Blueprint, command: string | readonly Step[], options: RunOptions = NO_OPTIONS): Answer {
    if (options !== NO_OPTIONS) checkRunOptions(options)
    const start = this.#settings.clock.now()
    let answer: Answer
    try {
      answer = this.#run(blueprint, command, options, start)
    } catch (error) {
      answer = this.#refuse(blueprint, command, [internalIssue(error)], start)
    }
    this.#observers.command(command, answer)
    return answer
  }

  #run(blueprint: Blueprint, command: string | readonly Step[], options: RunOptions, start: number): Answer {
    const issue = this.#runner.refusal(command)
    if (issue !== null) return this.#refuse(blueprint, command, [issue], start)
    const opened = this.#documents.open(blueprint)
    if (!opened.ok) return this.#refuse(blueprint, command, opened.error, start)
    const index = opened.value
    const input: PipelineInput = {
      index,
      settings: this.#settings,
      partial: options.partial === true,
      dryRun: false,
    }
    try {
      const { outcome, reading, cache, decomposeMicros, corrected } = this.#runner.process(
        command,
        input,
        start,
      )
      return this.#answer(
        blueprint,
        command,
        index,
        outcome,
        reading,
        cache,
        decomposeMicros,
        corrected,
        start,
      )
    } catch (error) {
      this.#documents.forget(blueprint)
      throw error
    }
  }

  #answer(
    blueprint: Blueprint,
    command: string | readonly Step[],
    index: DocumentIndex,
    outcome: Outcome,
    reading: Reading | null,
    cache: Answer['cache'],
    readMicros: number,
    corrected: Corrected | null,
    start: number,
  ): Answer {
    const { clock } = this.#settings
    const { change } = outcome
    if (change.after !== change.before) this.#documents.derive(index, change.after)
    const status = statusOf(outcome)
    const beforeText = clock.now()
    const delta = deltaText({ patches: change.patches, changed: change.changed, status })
    const end = clock.now()
    const timings: Timings = {
      decompose: readMicros + outcome.planMicros,
      execute: outcome.executeMicros,
      verify: outcome.verifyMicros,
      serialize: end - beforeText,
      total: end - start,
    }
    this.#statistics.count(status, timings)
    const issues = corrected === null ? outcome.issues : [...corrected.issues, ...outcome.issues]
    const steps = withCorrections(outcome.steps, corrected)
    return new CommandAnswer(
      {
        status,
        blueprint: status === 'applied' || status === 'partial' ? change.after : blueprint,
        delta,
        patches: change.patches,
        inverse: change.inverse,
        steps,
        changed: change.changed,
        issues,
        confidence: corrected === null ? 1 : 0.9,
        timings,
        cache,
      },
      true,
      () =>
        buildTrace(
          typeof command === 'string' ? command : '',
          reading,
          steps,
          issues,
          timings,
          this.#settings.rules,
        ),
    )
  }

  #refuse(blueprint: Blueprint, command: unknown, issues: readonly Issue[], start: number): Answer {
    const { clock } = this.#settings
    const total = clock.now() - start
    const timings: Timings = { decompose: total, execute: 0, verify: 0, serialize: 0, total }
    this.#statistics.count('rejected', timings)
    return refusedAnswer(blueprint, issues, timings, () =>
      buildTrace(typeof command === 'string' ? command : '', null, [], issues, timings, this.#settings.rules),
    )
  }

  /** The steps and targets of a command, with nothing executed on the document. */
  plan(blueprint: Blueprint, command: string | readonly Step[]): PlanAnswer {
    try {
      const issue = this.#runner.refusal(command)
      if (issue !== null) return { status: 'rejected', steps: [], issues: [issue], confidence: 0 }
      const opened = this.#documents.open(blueprint)
      if (!opened.ok) return { status: 'rejected', steps: [], issues: opened.error, confidence: 0 }
      const input: PipelineInput = {
        index: opened.value,
        settings: this.#settings,
        partial: false,
        dryRun: true,
      }
      const { outcome, corrected } = this.#runner.process(command, input, this.#settings.clock.now())
      const issues = corrected === null ? outcome.issues : [...corrected.issues, ...outcome.issues]
      return {
        status: statusOf(outcome),
        steps: withCorrections(outcome.steps, corrected),
        issues,
        confidence: corrected === null ? 1 : 0.9,
      }
    } catch (error) {
      this.#documents.forget(blueprint)
      return { status: 'rejected', steps: [], issues: [internalIssue(error)], confidence: 0 }
    }
  }

  /** Components that a phrase could mean, best first; empty when nothing fits or the document is not valid. */
  find(blueprint: Blueprint, phrase: string): readonly Match[] {
    try {
      if (typeof phrase !== 'string' || phrase.length > this.#settings.limits.maxCommandLength) return []
      const opened = this.#documents.open(blueprint)
      return opened.ok ? findMatches(phrase, opened.value) : []
    } catch {
      this.#documents.forget(blueprint)
      return []
    }
  }

  /** Everything that is wrong with a document, under every rule. */
  verify(blueprint: Blueprint): VerifyAnswer {
    try {
      const opened = this.#documents.open(blueprint)
      return { issues: opened.ok ? verifyDocument(opened.value, this.#settings.rules) : opened.error }
    } catch (error) {
      this.#documents.forget(blueprint)
      return { issues: [internalIssue(error)] }
    }
  }

  /**
   * Runs several commands on one document, each on the result of the one before. Atomic unless said otherwise: one
   * failure leaves everything as it was.
   */
  batch(
    blueprint: Blueprint,
    commands: readonly (string | readonly Step[])[],
    options: BatchOptions = {},
  ): BatchAnswer {
    checkBatchOptions(options)
    const run = (root: Blueprint, command: string | readonly Step[]): Answer => this.run(root, command)
    if (Array.isArray(commands)) {
      const answer = runBatch(run, blueprint, commands, options)
      this.#observers.batch(answer)
      return answer
    }
    const message = `expected an array of commands, got ${describe(commands)}`
    return refusedBatch(
      blueprint,
      this.#refuse(
        blueprint,
        '',
        [{ code: 'command-invalid', severity: 'error', stage: 'input', message }],
        this.#settings.clock.now(),
      ),
    )
  }

  /** {@link batch} for many documents; the answers stand in the order of the documents. */
  batchAll(
    jobs: readonly {
      readonly blueprint: Blueprint
      readonly commands: readonly (string | readonly Step[])[]
    }[],
    options: BatchOptions = {},
  ): readonly BatchAnswer[] {
    return jobs.map(({ blueprint, commands }) => this.batch(blueprint, commands, options))
  }

  /** A chain of commands on one document, with undo and redo. */
  session(blueprint: Blueprint, options: SessionOptions = {}): Session {
    checkSessionOptions(options)
    return new Session(this, (from, to, kind) => this.#carry(from, to, kind), blueprint, options)
  }

  /** Makes a version known that history gave back. */
  #carry(from: Blueprint, to: Blueprint, kind: HistoryEvent['kind']): void {
    this.#observers.history(kind)
    const opened = this.#documents.open(from)
    if (opened.ok) this.#documents.derive(opened.value, to)
  }

  stats(): EngineStats {
    return { ...this.#statistics.summary(this.#runner.cacheStats), observerErrors: this.#observers.errors }
  }
}

/** The reports with what was read as other words. */
function withCorrections(steps: readonly StepReport[], corrected: Corrected | null): readonly StepReport[] {
  return corrected === null ? steps : steps.map((step) => ({ ...step, corrections: corrected.corrections }))
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
