export { createBatchRunner } from './create-batch-runner.ts'
export type { BatchRunnerOptions } from './create-batch-runner.ts'
export type { BatchRunner, DocumentJob, DocumentResult, RunnerOptions, Verdict } from './document-result.ts'
