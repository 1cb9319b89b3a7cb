import type {
  Answer,
  CommandBatchAnswer,
  ChangedComponent,
  Issue,
  Patch,
  Status,
  StepReport,
  Timings,
} from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { BatchOutcome, CommandOutcome } from '../format/document-format.ts'
import type { Change, Edit, RevisionKind } from '../store/revision.ts'
import type { Problem } from './problem.ts'

/** What was done to a document. */
export interface ChangeReport {
  readonly document: string
  /** The last revision after it; unchanged where nothing had to be done. */
  readonly revision: number
  /** The revision that the sender had seen, where it was worked out again on a newer one. */
  readonly rebasedFrom?: number
  readonly changed: readonly ChangedComponent[]
  /** For JSON documents; absent for a change of the whole text. */
  readonly patches?: readonly Patch[]
  /** For text documents. */
  readonly edits?: readonly Edit[]
}

export interface CommandReport extends ChangeReport {
  readonly status: Extract<Status, 'applied' | 'partial' | 'answered'>
  /** What was asked is answered; absent where nothing was. */
  readonly reply?: string
  readonly found?: Answer['found']
  readonly steps: readonly StepReport[]
  readonly issues: readonly Issue[]
  readonly confidence: number
  /** Microseconds. */
  readonly timings: Timings
}

export interface PreviewReport extends CommandReport {
  /** Applies exactly this, sent back with the same command. */
  readonly preview: string
}

export interface BatchReport extends ChangeReport {
  readonly status: CommandBatchAnswer['status']
  readonly answers: readonly Pick<Answer, 'status' | 'changed' | 'issues' | 'confidence'>[]
  readonly issues: readonly Issue[]
  /** Microseconds. */
  readonly timings: Timings
}

export interface HistoryReport extends ChangeReport {
  readonly kind: Extract<RevisionKind, 'undo' | 'redo' | 'rollback'>
  /** The revision whose change was taken back or done again, or whose text is back. */
  readonly of: number
}

/** The parts of a change that a client can follow. */
export function changeParts(change: Change): Pick<ChangeReport, 'patches' | 'edits'> {
  switch (change.kind) {
    case 'patches':
      return { patches: change.patches }
    case 'edits':
      return { edits: change.edits }
    case 'text':
      return {}
    default:
      return change satisfies never
  }
}

/** What an answer of the engine tells of a command that was carried out; else what stands in its way. */
export function commandParts(
  answer: CommandOutcome,
): Result<Omit<CommandReport, keyof ChangeReport>, Problem> {
  const { status, steps, issues, confidence, timings, reply, found } = answer
  const asked = reply === undefined ? {} : { reply, found }
  if (status === 'applied' || status === 'partial' || status === 'answered')
    return ok({ status, steps, issues, confidence, timings, ...asked })
  return fail(refusal(status, issues))
}

export function batchParts(
  answer: BatchOutcome,
): Result<Pick<BatchReport, 'status' | 'answers' | 'issues' | 'timings'>, Problem> {
  const { status, answers, issues, timings } = answer
  if (status === 'rejected') {
    const all = issues.length > 0 ? issues : answers.flatMap((one) => one.issues)
    return fail(refusal('rejected', all))
  }
  const parts = answers.map((one) => ({
    status: one.status,
    changed: one.changed,
    issues: one.issues,
    confidence: one.confidence,
  }))
  return ok({ status, answers: parts, issues, timings })
}

function refusal(kind: 'rejected' | 'clarify', issues: readonly Issue[]): Problem {
  const first = issues.find(({ severity }) => severity === 'error') ?? issues[0]
  const otherwise = kind === 'clarify' ? 'the command could mean several things' : 'the command was refused'
  return { kind, detail: first?.message ?? otherwise, issues }
}
