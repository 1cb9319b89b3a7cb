export { describeFileIssue, readTextFile, writeTextFileAtomic } from './files.ts'
export type { FileIssue, ReadTextOptions } from './files.ts'
export { metricsFile } from './telemetry/metrics-file.ts'
export type { MetricsFile } from './telemetry/metrics-file.ts'
export type { CommandRecord, RecordOptions } from './telemetry/command-record.ts'
export { createBatchRunner } from './document-batches/create-batch-runner.ts'
export type { BatchRunnerOptions } from './document-batches/create-batch-runner.ts'
export type {
  BatchRunner,
  DocumentJob,
  DocumentResult,
  RunnerOptions,
  Verdict,
} from './document-batches/document-result.ts'
