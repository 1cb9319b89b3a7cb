export { analyzeBatch } from './analysis/analyze-batch.ts'
export { commitsOfBatch } from './analysis/batch-commits.ts'
export { analyseDependencies } from './dependencies/analyse-dependencies.ts'
export type { Analysis, Workload } from './dependencies/analyse-dependencies.ts'
export { hasErrors } from './finding.ts'
export { hoursText } from './plan/hours.ts'
export type { Plan, PlanReading } from './plan/plan.ts'
export { readPlan } from './plan/read-plan.ts'
export { NO_USAGE, addUsage } from './protocol/task-report.ts'
export { describeItemState, spentText } from './report.ts'
export type { ScheduleEvent } from './schedule/advance.ts'
export { DEFAULT_POLICY } from './schedule/policy.ts'
export type { Policy, Rate } from './schedule/policy.ts'
export type {
  Judge,
  Publisher,
  Runner,
  Running,
  Task,
  Verdict,
  Work,
  WorkEnd,
  Workspace,
  Workspaces,
} from './ports/attempt.ts'
export type { JournalPort, Journals } from './ports/journal.ts'
export type { Lease, LeaseHolder, Leases } from './ports/lease.ts'
export type { CachedWork, ResultIndex } from './ports/result-index.ts'
export type { ItemState, Schedule } from './schedule/schedule-state.ts'
