export type { CommandRecord, RecordOptions } from './command-record.ts'
export { metricsFile } from './metrics-file.ts'
export type { MetricsFile } from './metrics-file.ts'
