import type { Finding } from '../finding.ts'
import type { DeclaredFile } from '../plan/declared-files.ts'
import type { Hours } from '../plan/hours.ts'
import type { Complexity, Gate } from '../plan/plan.ts'
import type { ItemStatus } from './item-status.ts'

/** One piece of work, as its Markdown file says, in one form whatever words and layout the file uses. */
export interface WorkItem {
  /** Name of the file, without folders. */
  readonly file: string
  /** `PRP-47.2.1`. */
  readonly id: string
  readonly title: string
  readonly status: ItemStatus
  /** The status as written. */
  readonly statusText: string
  readonly batchId: string | null
  readonly stage: number | null
  readonly order: number | null
  readonly type: string | null
  readonly complexity: Complexity | null
  readonly hours: Hours | null
  readonly priority: string | null
  /** Ids of items that must be done before. */
  readonly dependencies: readonly string[]
  readonly files: readonly DeclaredFile[]
  readonly executor: 'blueprint' | 'agent'
  readonly blueprint: string | null
  readonly commands: readonly string[]
  readonly gates: readonly Gate[]
  /** What it was generated from; null for items written by hand. */
  readonly generated: Generated | null
  readonly body: string
}

/** Fingerprints that tell a changed plan from a file that was edited. */
export interface Generated {
  readonly phase: number
  readonly plan: string
  readonly body: string
}

export interface WorkItemReading {
  readonly item: WorkItem | null
  /** Why the file is not a work item; null if it is one. */
  readonly refusal: string | null
  readonly findings: readonly Finding[]
}
