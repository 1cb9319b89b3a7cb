import { ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Lens } from '../command/dialect.ts'
import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import { findMatches } from '../decompose/find.ts'
import { readThing } from '../language/read-command.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { verifyDocument } from '../verify/verify.ts'
import type { Match, PlanAnswer, VerifyAnswer } from './answer.ts'
import { planAnswer, refusedPlan } from './answer-maker.ts'
import type { CommandReader } from './command-reader.ts'
import type { CommandRunner } from './command-runner.ts'
import type { DialectRunner } from './dialect-runner.ts'
import type { Documents } from './documents.ts'
import type { Settings } from './options.ts'
import { internalIssue } from './outcome.ts'

interface Parts {
  readonly settings: Settings
  readonly documents: Documents
  readonly reader: CommandReader
  readonly runner: CommandRunner
  /** Null for an engine that knows no other formats. */
  readonly dialects: DialectRunner | null
}

/** What can be asked of a document without changing it. Nothing here throws. */
export class Inquiries {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** See {@link Engine.plan}. */
  plan(document: unknown, command: string | readonly Step[]): PlanAnswer {
    const { settings, documents, reader, runner } = this.#parts
    try {
      const issue = reader.refusal(command)
      if (issue !== null) return refusedPlan([issue])
      const opened = this.#open(document)
      if (!opened.ok) return refusedPlan(opened.error)
      const { skipped, policies } = settings
      const { index, lens } = opened.value
      const input = { index, settings, skipped, dryRun: true, clamps: false, lens, selection: [] }
      const processed = runner.process(command, input, settings.clock.now())
      return planAnswer(processed, policies, runner.conflicts(command, processed, input))
    } catch (error) {
      documents.forget(document)
      return refusedPlan([internalIssue(error)])
    }
  }

  /** See {@link Engine.find}. */
  find(document: unknown, phrase: string): readonly Match[] {
    const { settings, documents } = this.#parts
    try {
      if (typeof phrase !== 'string' || phrase.length > settings.limits.maxCommandLength) return []
      const opened = this.#open(document)
      return opened.ok ? findMatches(phrase, opened.value.index, readThing) : []
    } catch {
      documents.forget(document)
      return []
    }
  }

  /** See {@link Engine.verify}. */
  verify(document: unknown): VerifyAnswer {
    const { settings, documents } = this.#parts
    try {
      const opened = this.#open(document)
      if (!opened.ok) return { issues: opened.error }
      const { index, lens } = opened.value
      return { issues: lens === null ? verifyDocument(index, settings.rules) : lens.verify() }
    } catch (error) {
      documents.forget(document)
      return { issues: [internalIssue(error)] }
    }
  }

  /** A document of any format that the engine knows. */
  #open(
    document: unknown,
  ): Result<{ readonly index: DocumentIndex; readonly lens: Lens | null }, readonly Issue[]> {
    const { documents, dialects } = this.#parts
    const foreign = dialects?.open(document, undefined) ?? null
    if (foreign !== null) return foreign
    const opened = documents.open(document)
    return opened.ok ? ok({ index: opened.value, lens: null }) : opened
  }
}
