import type { Finding } from '../finding.ts'
import type { DeclaredFile } from './declared-files.ts'
import type { Hours } from './hours.ts'
import type { PhaseReference } from './phase-references.ts'

export type Complexity = 'low' | 'medium' | 'high'

/** Something that must hold when the work is done. */
export interface Gate {
  readonly text: string
  /** The command of a gate written as `` `$ command` ``: it is run again after the work. */
  readonly command: string | null
}

export interface Phase {
  readonly number: number
  readonly title: string
  /** Line of the heading, from 1. */
  readonly line: number
  readonly goal: string
  readonly hours: Hours
  readonly complexity: Complexity
  readonly files: readonly DeclaredFile[]
  readonly dependencies: readonly PhaseReference[]
  readonly steps: readonly string[]
  readonly gates: readonly Gate[]
  readonly conflictNotes: string | null
  /** The document that `commands` are for: work that needs no agent. */
  readonly blueprint: string | null
  readonly commands: readonly string[]
  /** The phase as it stands in the plan, heading included. */
  readonly source: string
}

export interface Plan {
  readonly title: string
  /** As the front matter says, or the first number of the title that looks like one; null if neither does. */
  readonly batchId: string | null
  readonly phases: readonly Phase[]
}

export interface PlanReading {
  /** What could be read; phases with errors have empty or default values where something is wrong. */
  readonly plan: Plan
  /** Everything that is wrong, by line. The plan is sound when none is an error. */
  readonly findings: readonly Finding[]
}
