import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import type { Lens, WrittenChange } from '../command/dialect.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { AnswerMaker } from './answer-maker.ts'
import type { CommandReader } from './command-reader.ts'
import type { CommandRunner } from './command-runner.ts'
import { answerInKind, withoutPath } from './dialect-answer.ts'
import type { DialectAnswer } from './dialect-answer.ts'
import { DialectDocuments } from './dialect-documents.ts'
import type { Documents } from './documents.ts'
import type { RunOptions, Settings } from './options.ts'
import { internalIssue } from './outcome.ts'
import type { Processed } from './processed.ts'
import { everyCode } from './recovery/policies.ts'

interface Parts {
  readonly settings: Settings
  readonly documents: Documents
  readonly reader: CommandReader
  readonly runner: CommandRunner
  readonly answers: AnswerMaker
}

/** A document of a dialect: its lens, and the index of the blueprint that it is seen as. */
export interface OpenLens {
  readonly lens: Lens
  readonly index: DocumentIndex
}

/** Runs commands on documents of dialects: read as a blueprint, changed like one, written back. */
export class DialectRunner {
  readonly #parts: Parts
  readonly #sources: DialectDocuments

  constructor(parts: Parts) {
    this.#parts = parts
    this.#sources = new DialectDocuments(parts.settings.dialects)
  }

  /** The lens and index of a document; null for what is to be taken as a native blueprint. Never throws. */
  open(source: unknown, dialect: string | undefined): Result<OpenLens, readonly Issue[]> | null {
    try {
      const opened = this.#sources.open(source, dialect)
      if (opened === null || !opened.ok) return opened
      const lens = opened.value
      const index = this.#parts.documents.open(lens.blueprint)
      return index.ok ? ok({ lens, index: index.value }) : fail(index.error.map(withoutPath))
    } catch (error) {
      return fail([internalIssue(error)])
    }
  }

  /** The answer to a command; null where the document is no other dialect's. Never throws. */
  run<Source>(
    source: Source,
    command: string | readonly Step[],
    options: RunOptions,
  ): DialectAnswer<Source> | null {
    const { settings, reader } = this.#parts
    const start = settings.clock.now()
    const opened = this.open(source, options.dialect)
    if (opened === null) return null
    if (!opened.ok) return this.#refuse(source, command, opened.error, start)
    const issue = reader.refusal(command)
    if (issue !== null) return this.#refuse(source, command, [issue], start)
    try {
      return this.#runOn(opened.value, source, command, options, start)
    } catch (error) {
      this.#sources.forget(source)
      this.#parts.documents.forget(opened.value.lens.blueprint)
      return this.#refuse(source, command, [internalIssue(error)], start)
    }
  }

  #runOn<Source>(
    { lens, index }: OpenLens,
    source: Source,
    command: string | readonly Step[],
    options: RunOptions,
    start: number,
  ): DialectAnswer<Source> {
    const { settings, runner, answers } = this.#parts
    const skipped = options.partial === true ? everyCode : settings.skipped
    const selection = (options.selection ?? []).filter((id) => index.has(id))
    const processed = runner.process(
      command,
      { index, settings, skipped, dryRun: false, clamps: false, lens, selection },
      start,
    )
    const written = this.#write(lens, index, processed)
    if (written !== null && !written.ok) return this.#refuse(source, command, written.error, start)
    const answer = answers.answer(lens.blueprint, command, processed, start, true)
    return answerInKind(answer, source, written?.value ?? null)
  }

  /** Null where the command changed nothing. */
  #write(
    lens: Lens,
    index: DocumentIndex,
    { outcome: { change } }: Processed,
  ): Result<WrittenChange, readonly Issue[]> | null {
    if (change.after === change.before) return null
    const written = lens.write(change)
    if (!written.ok) {
      index.moveTo(change.before)
      return written
    }
    this.#parts.documents.derive(index, change.after)
    this.#sources.keep(written.value.lens)
    return written
  }

  #refuse<Source>(
    source: Source,
    command: string | readonly Step[],
    issues: readonly Issue[],
    start: number,
  ): DialectAnswer<Source> {
    const { answers } = this.#parts
    return answerInKind(answers.refuse(NO_BLUEPRINT, command, issues, start), source, null)
  }
}

const NO_BLUEPRINT = { components: [] }
