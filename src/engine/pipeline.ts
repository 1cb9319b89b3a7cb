import type { Issue, IssueCode } from '../command/issue.ts'
import type { Reply } from '../command/question.ts'
import type { Step } from '../command/step.ts'
import type { Change } from '../document/change.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { Transaction } from '../document/transaction.ts'
import type { Lens } from '../command/dialect.ts'
import type { Reading } from '../decompose/clause.ts'
import type { PlanObserver } from '../decompose/plan.ts'
import type { StepReport } from './answer.ts'
import type { Settings } from './options.ts'
import { PipelineRun } from './pipeline-run.ts'

/** What the stages made of a command; nothing has been serialized yet. */
export interface Outcome {
  readonly change: Change
  readonly issues: readonly Issue[]
  readonly steps: readonly StepReport[]
  /** Clauses or steps that were not done. */
  readonly failed: number
  /** What was asked is answered; null where nothing was. */
  readonly reply: Reply | null
  readonly planMicros: number
  readonly executeMicros: number
  readonly verifyMicros: number
}

export interface PipelineInput {
  readonly index: DocumentIndex
  readonly settings: Settings
  /** Codes of errors for which a part is left out and the rest is done. */
  readonly skipped: ReadonlySet<IssueCode>
  /** Only plan: the document stays as it is. */
  readonly dryRun: boolean
  /** Numbers out of range that surely mean the end of it become that. */
  readonly clamps: boolean
  /** What the document is, where it is of a dialect; null for a native one. */
  readonly lens: Lens | null
  /** Ids that "this" and "it" mean where nothing was said before; those that the document has. */
  readonly selection: readonly string[]
}

/** Parts of a command to run: the first so many, but for some that are refused with an issue. */
export interface Parts {
  readonly first: number
  readonly leftOut: ReadonlyMap<number, Issue>
}

/** What one of several commands in a transaction did; nothing is committed yet. */
export interface Part {
  readonly issues: readonly Issue[]
  readonly steps: readonly StepReport[]
  readonly failed: number
  /** The answers to its questions. */
  readonly replies: readonly Reply[]
  /** Ids that were put exactly where they were told. */
  readonly exact: ReadonlySet<string>
  /** Only the first readings of the words were looked up in the document. */
  readonly isFirstReading: boolean
  readonly planMicros: number
  readonly executeMicros: number
}

/**
 * Runs the reading of a sentence. Where it fails the index stands at the document it stood at before.
 *
 * @param observe told of each clause before it is planned
 * @param parts null for all of it
 */
export function runReading(
  reading: Reading,
  input: PipelineInput,
  observe: PlanObserver | null = null,
  parts: Parts | null = null,
): Outcome {
  const run = new PipelineRun(input, new Transaction(input.index))
  run.executeReading(reading, observe, parts)
  return run.finish()
}

/**
 * Runs steps that a program sent; they have been validated.
 *
 * @param parts null for all of them
 */
export function runSteps(steps: readonly Step[], input: PipelineInput, parts: Parts | null = null): Outcome {
  const run = new PipelineRun(input, new Transaction(input.index))
  run.executeSteps(steps, parts)
  return run.finish()
}

/** Runs a command as part of a transaction; one that fails leaves it as it was. */
export function runPart(
  command: Reading | readonly Step[],
  input: PipelineInput,
  transaction: Transaction,
): Part {
  const savepoint = transaction.savepoint()
  const run = new PipelineRun(input, transaction)
  if ('clauses' in command) run.executeReading(command, null, null)
  else run.executeSteps(command, null)
  if (run.failed > 0) transaction.rollback(savepoint)
  return run
}
