import type { Correction } from '../command/correction.ts'
import type { Issue, Span } from '../command/issue.ts'
import type { Found } from '../command/question.ts'
import type { Step } from '../command/step.ts'
import type { Trace } from '../command/trace.ts'
import type { Blueprint } from '../document/blueprint.ts'
import type { ChangedComponent } from '../document/change.ts'
import type { Patch } from '../document/patch.ts'
import type { Conflict } from './recovery/conflict.ts'

/** `answered`: the command asked, and changed nothing. */
export type Status = 'applied' | 'partial' | 'clarify' | 'rejected' | 'answered'

/** Microseconds spent in each stage. */
export interface Timings {
  readonly decompose: number
  readonly execute: number
  readonly verify: number
  readonly serialize: number
  readonly total: number
}

/** What one part of the command became. */
export interface StepReport {
  /** The words it was read from; empty for steps sent as data. */
  readonly clause: string
  readonly span?: Span
  /** Name of the family that read it. */
  readonly intent: string
  readonly targets: readonly { readonly id: string; readonly why: string }[]
  /** The elementary steps it became. */
  readonly parameters: readonly Step[]
  readonly corrections: readonly Correction[]
  readonly notes: readonly string[]
  readonly status: 'applied' | 'failed' | 'skipped'
}

/** The result of a command. `json`, `delta` and `trace` are made when first read. */
export interface Answer {
  readonly status: Status
  /** The result; the very input object when nothing changed. */
  readonly blueprint: Blueprint
  /** The result's JSON text, equal to `JSON.stringify(blueprint)`. */
  readonly json: string
  /** JSON text of `{ patches, changed, status }`. */
  readonly delta: string
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly steps: readonly StepReport[]
  /** The proof of scope: every other component is identical by reference, but for the lists on the way to these. */
  readonly changed: readonly ChangedComponent[]
  readonly issues: readonly Issue[]
  /** 0..1: how sure the reading is. */
  readonly confidence: number
  readonly timings: Timings
  readonly cache: 'hit' | 'miss' | 'off'
  readonly trace: Trace
  /** The answer to what was asked, in sentences; absent where nothing was. */
  readonly reply?: string
  /** The components in the answer, with the values that were asked for. */
  readonly found?: readonly Found[]
}

export interface PlanAnswer {
  readonly status: Status
  readonly steps: readonly StepReport[]
  readonly issues: readonly Issue[]
  readonly confidence: number
  /** What running it would stumble over, and what it would do in vain: why, and which commands would do without. */
  readonly conflicts: readonly Conflict[]
}

export interface Match {
  readonly id: string
  /** 0..1. */
  readonly score: number
  readonly why: string
}

export interface VerifyAnswer {
  readonly issues: readonly Issue[]
}
