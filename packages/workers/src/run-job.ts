import type { CommandBatchOptions, Blueprint, Engine } from 'blueprint-command-engine'
import { describe } from 'blueprint-command-engine/base'
import { dataOf, refusedData } from './document-result.ts'
import type { DocumentJob, ResultData } from './document-result.ts'

/** A worked job, and the document before and after it; null if there is none. */
export interface WorkedJob {
  readonly data: ResultData
  readonly before: Blueprint | null
  readonly after: Blueprint | null
}

/** Works on one job with an engine. Never throws: whatever the job is, there is an answer. */
export function runJob(engine: Engine, job: DocumentJob, options: CommandBatchOptions): WorkedJob {
  try {
    const { document, commands } = job
    let blueprint: Blueprint
    if (typeof document === 'string') {
      const read = parse(document)
      if ('fault' in read) return refused(`the document is not valid JSON: ${read.fault}`)
      // The engine validates what it sees for the first time.
      blueprint = read.value as Blueprint
    } else blueprint = document
    const answer = engine.batch(blueprint, commands, batchOptionsOf(options))
    return { data: dataOf(answer), before: blueprint, after: answer.blueprint }
  } catch (error) {
    return refused(`expected a job with a document and commands, got ${describe(job)} (${String(error)})`)
  }
}

function batchOptionsOf({ atomic, order }: CommandBatchOptions): CommandBatchOptions {
  return { ...(atomic !== undefined && { atomic }), ...(order !== undefined && { order }) }
}

function parse(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

function refused(message: string): WorkedJob {
  const issue = { code: 'document-invalid', severity: 'error', stage: 'input', message } as const
  return { data: refusedData(issue, 'null'), before: null, after: null }
}
