import type { Result } from 'blueprint-command-engine/base'

/** Who works on a batch. */
export interface LeaseHolder {
  /** Random; carried by every process that the holder starts. */
  readonly token: string
  /** Higher than that of every holder before. */
  readonly fence: number
  readonly operation: string
  /** Where it runs, for people. */
  readonly host: string
  readonly pid: number
}

/** A batch that is taken. */
export interface Lease {
  readonly holder: LeaseHolder
  /** Tokens of holders that died, whose processes may still run; [] when all gave it back. */
  readonly abandoned: readonly string[]
  /** The processes of the abandoned are ended: who comes next need not look for them. */
  settle(): Promise<void>
  /** Whether it is still this holder's. Asked before everything that cannot be rolled back. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

/**
 * Lets one work on a batch at a time, wherever it runs: in another container or another checkout of the repository too.
 * Whoever gives no sign of life, by the clock of the one who asks, has lost it.
 */
export interface Leases {
  /** The error tells who has it. */
  take(batchId: string, operation: string): Promise<Result<Lease, LeaseHolder>>
  /** Who has it now; null if nobody does. */
  holder(batchId: string): Promise<LeaseHolder | null>
}
