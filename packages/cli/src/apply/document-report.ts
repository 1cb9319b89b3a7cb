import type {
  CommandBatchPlan,
  ChangedComponent,
  Issue,
  Patch,
  StepReport,
  Timings,
} from 'blueprint-command-engine'
import type { DocumentResult } from '@blueprint-engine/workers'
import { exitCodeOfIssues, exitCodes } from '../exit-codes.ts'
import type { ListedCommand } from './command-list.ts'

/** What became of one command. */
interface CommandReport {
  readonly command: string
  /** Of the file of commands, from 1. */
  readonly line: number
  readonly status: DocumentResult['answers'][number]['status']
  readonly confidence: number
  readonly steps: readonly StepReport[]
  readonly issues: readonly Issue[]
}

/** What became of one document; `unreadable`: it was none. */
export interface DocumentReport {
  readonly file: string
  readonly status: DocumentResult['status'] | 'unreadable'
  /** What is wrong with it, where that is no command's fault. */
  readonly problem: string | null
  readonly commands: readonly CommandReport[]
  readonly changed: readonly ChangedComponent[]
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly plan: CommandBatchPlan | null
  readonly timings: Timings | null
  /** Where the result was written; null for nowhere. */
  readonly written: string | null
}

export function reportOf(
  file: string,
  result: DocumentResult,
  commands: readonly ListedCommand[],
  written: string | null,
  problem: string | null,
): DocumentReport {
  const { status, answers, changed, patches, inverse, plan, timings, issues } = result
  const isRefused = answers.length === 0 && issues.length > 0
  return {
    file,
    status,
    problem: problem ?? (isRefused ? issues[0]!.message : null),
    commands: answers.map((answer, i) => ({
      command: commands[i]!.text,
      line: commands[i]!.line,
      status: answer.status,
      confidence: answer.confidence,
      steps: answer.steps,
      issues: answer.issues,
    })),
    changed,
    patches,
    inverse,
    plan,
    timings,
    written,
  }
}

export function unreadable(file: string, problem: string): DocumentReport {
  return {
    file,
    status: 'unreadable',
    problem,
    commands: [],
    changed: [],
    patches: [],
    inverse: [],
    plan: null,
    timings: null,
    written: null,
  }
}

/** What the process ends with: the worst that became of any document. */
export function exitCodeOfReports(reports: readonly DocumentReport[]): number {
  const codes = new Set(reports.map(exitCodeOfReport))
  const { internal, usage, rejected, clarify, applied } = exitCodes
  return [internal, usage, rejected, clarify].find((code) => codes.has(code)) ?? applied
}

function exitCodeOfReport({ status, commands, problem }: DocumentReport): number {
  if (commands.some(({ issues }) => exitCodeOfIssues(issues) === exitCodes.internal))
    return exitCodes.internal
  if (status === 'unreadable' || (problem !== null && status === 'applied')) return exitCodes.usage
  if (status === 'applied') return exitCodes.applied
  const failed = commands.filter(({ status: became }) => became !== 'applied' && became !== 'answered')
  return failed.length > 0 && failed.every((command) => command.status === 'clarify')
    ? exitCodes.clarify
    : exitCodes.rejected
}
