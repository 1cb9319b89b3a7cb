import { applyPatch } from 'blueprint-command-engine'
import type {
  Answer,
  CommandBatchAnswer,
  CommandBatchOptions,
  Blueprint,
  Issue,
  Step,
} from 'blueprint-command-engine'

/** Commands for one document. */
export interface DocumentJob {
  /** A document, or its JSON text, which is then read where it is worked on. */
  readonly document: Blueprint | string
  readonly commands: readonly (string | readonly Step[])[]
}

/** What a command came to; what tells of the document in between stays where it was worked out. */
export type Verdict = Pick<Answer, 'status' | 'steps' | 'issues' | 'confidence' | 'cache' | 'timings'>

/** The answer to a job as plain data, which can go from one thread to another. */
export type ResultData = Pick<
  CommandBatchAnswer,
  'status' | 'json' | 'patches' | 'inverse' | 'changed' | 'failedAt' | 'issues' | 'plan' | 'timings'
> & { readonly answers: readonly Verdict[] }

/** The answer to a job. */
export interface DocumentResult extends ResultData {
  /** The resulting document: the input itself where nothing changed and the input was no text. */
  readonly blueprint: Blueprint
}

/** The plain data of a batch answer. */
export function dataOf(answer: CommandBatchAnswer): ResultData {
  const { status, json, patches, inverse, changed, failedAt, issues, plan, timings } = answer
  return {
    status,
    json,
    patches,
    inverse,
    changed,
    failedAt,
    issues,
    plan,
    timings,
    answers: answer.answers.map(verdictOf),
  }
}

function verdictOf({ status, steps, issues, confidence, cache, timings }: Answer): Verdict {
  return { status, steps, issues, confidence, cache, timings }
}

/** The document is put together when it is first asked for. */
export function resultOf(data: ResultData, document: Blueprint | string): DocumentResult {
  let blueprint: Blueprint | null = null
  return {
    ...data,
    get blueprint(): Blueprint {
      blueprint ??= typeof document === 'string' ? parsed(data.json) : applyPatch(document, data.patches)
      return blueprint
    },
  }
}

function parsed(json: string): Blueprint {
  // It was a document, or refused as none; what it is then is for the reader of the issues.
  return JSON.parse(json) as Blueprint
}

/** The answer to a job that could not be worked on. */
export function refusedData(issue: Issue, json: string): ResultData {
  return {
    status: 'rejected',
    json,
    patches: [],
    inverse: [],
    changed: [],
    failedAt: -1,
    issues: [issue],
    plan: { groups: [], dependencies: [] },
    timings: { decompose: 0, execute: 0, verify: 0, serialize: 0, total: 0 },
    answers: [],
  }
}

/** Ways to work on jobs give the same answers. */
export interface BatchRunner {
  /**
   * Works on each job by itself, as `engine.batch` does; the results stand in the order of the jobs, and an entry that is no
   * job gets a rejected one.
   *
   * @throws the signal's reason when that stops it; jobs that were begun are given up
   */
  batchAll(jobs: readonly DocumentJob[], options?: RunnerOptions): Promise<readonly DocumentResult[]>
  /** Ends what it has started. It can be used again: it starts anew. */
  close(): Promise<void>
}

export interface RunnerOptions extends CommandBatchOptions {
  readonly signal?: AbortSignal
  /** Called with each result as it comes, in any order; the next job waits for it. */
  readonly onResult?: (result: DocumentResult, position: number) => void | Promise<void>
}
