export { createEngine } from './engine/engine.ts'
export type { Engine } from './engine/engine.ts'
export { describeGrammar } from './engine/describe-grammar.ts'
export type { Grammar } from './engine/describe-grammar.ts'
export { findTopic } from './decompose/grammar/find-topic.ts'
export type { GrammarEntry, GrammarExample, GrammarSection } from './decompose/grammar/grammar-section.ts'
export type { EngineStats } from './engine/statistics.ts'
export { commandBatchOrders } from './engine/command-batch/command-batch.ts'
export type {
  CommandBatchAnswer,
  CommandBatchDependency,
  CommandBatchGroup,
  CommandBatchOptions,
  CommandBatchOrder,
  CommandBatchPlan,
} from './engine/command-batch/command-batch.ts'
export type { EngineOptions, Limits, RunOptions } from './engine/options.ts'
export { CommandMetrics, STAGES } from './engine/command-metrics.ts'
export type { MetricsSnapshot } from './engine/command-metrics.ts'
export type { CommandEvent, HistoryEvent, Observer } from './engine/observer.ts'
export type { Session, SessionOptions } from './engine/session.ts'
export type { SessionJson } from './engine/session-json.ts'
export type { HistoryJson } from './document/history-json.ts'
export type { Result } from './base/result.ts'
export type { Answer, Match, PlanAnswer, Status, StepReport, Timings, VerifyAnswer } from './engine/answer.ts'
export type { Correction, CorrectionKind } from './command/correction.ts'
export type { Issue, IssueCode, Severity, Span, Stage } from './command/issue.ts'
export type * from './command/step.ts'
export type * from './command/layout-steps.ts'
export type * from './command/look-steps.ts'
export type * from './command/content-steps.ts'
export type { AskStep, Found, Question, Reply } from './command/question.ts'
export type { HistoryRequest, OutOfScopeKind, OutOfScopeStep } from './command/request.ts'
export type { Trace } from './command/trace.ts'
export type { Blueprint, Box, Component, Tokens, Visual } from './document/blueprint.ts'
export type {
  Dialect,
  Lens,
  LensNode,
  LensView,
  Refined,
  TextEdit,
  Vocabulary,
  WrittenChange,
} from './command/dialect.ts'
export type { DialectAnswer } from './engine/dialect-answer.ts'
export type { DialectCommandBatchAnswer } from './engine/dialect-command-batch.ts'
export { parseColor, scaleLightness } from './document/color.ts'
export type { ChangedComponent, Change, Touched } from './document/change.ts'
export type {
  AnyProperty,
  BorderSide,
  Gradient,
  Looks,
  OwnProperty,
  PropertyName,
  TokenName,
} from './document/native-table.ts'
export type { Variant } from './document/look-table.ts'
export { TOKENS_ID } from './document/theme-change.ts'
export { applyPatch, PatchError } from './document/patch.ts'
export type { Patch } from './document/patch.ts'
export { blueprintSchema } from './document/schema.ts'
export { packTrace, unpackTrace } from './serialize/trace.ts'
export type { PackedTrace } from './serialize/trace.ts'
export type { Clock } from './base/clock.ts'
export type { Conflict, ConflictingPart } from './engine/recovery/conflict.ts'
export { defaultPolicies } from './engine/recovery/policies.ts'
export type { RecoveryAction, RecoveryPolicies } from './engine/recovery/policies.ts'
export type { RecoveryStats } from './engine/recovery/recovery-statistics.ts'
export type { HistogramSummary } from './base/histogram.ts'
export type { RuleLevel, RuleLevels } from './verify/levels.ts'
export type { HistoryBranch, HistoryEntry, HistorySize } from './document/history-view.ts'
export type { HistoryLimits } from './document/history-limits.ts'
