import type { Span } from './issue.ts'

/** One way to read a clause, and why it was taken or not. */
export interface TraceReading {
  readonly family: string
  readonly accepted: boolean
  readonly reason: string
}

export interface TraceCandidate {
  readonly id: string
  /** 1 for what fits all that is said, else the part of it that fits. */
  readonly score: number
  readonly why: string
}

/** What a phrase could mean, best first, and what it was taken to mean. */
export interface TraceReference {
  readonly phrase: string
  readonly candidates: readonly TraceCandidate[]
  readonly chosen: readonly string[]
}

/** A part of the command, as it was read: with words that were corrected in their corrected form. */
export interface TraceClause {
  readonly text: string
  readonly span: Span
  /** The families that were asked, in their order; none is accepted where the part could not be read or means nothing. */
  readonly readings: readonly TraceReading[]
  readonly references: readonly TraceReference[]
}

export interface TraceStep {
  readonly kind: string
  readonly targets: readonly string[]
  readonly notes: readonly string[]
}

/** A rule that ran on what the command could affect, and how many issues the command made. */
export interface TraceRule {
  readonly rule: string
  /** What a finding of it means: `error` or `warning`; rules that are off are not told. */
  readonly level: string
  readonly found: number
}

/** Microseconds a stage. */
export interface TraceTimings {
  readonly decompose: number
  readonly execute: number
  readonly verify: number
  readonly serialize: number
  readonly total: number
}

export interface TraceCorrection {
  readonly from: string
  readonly to: string
  /** What kind of mistake it was taken for. */
  readonly kind: string
}

/** Why an answer is what it is: every reading, reference, step and rule of one command. */
export interface Trace {
  readonly command: string
  /** Words that were read as others because as they stand the command means nothing. */
  readonly corrections: readonly TraceCorrection[]
  readonly clauses: readonly TraceClause[]
  readonly steps: readonly TraceStep[]
  readonly rules: readonly TraceRule[]
  readonly timings: TraceTimings
}
