export interface HistoryEntry {
  /** 1 for the first step ever pushed; the number of a step dropped by a new step is given again. */
  readonly step: number
  readonly label: string
  /** The newest checkpoint directly after this step. */
  readonly name?: string
  /** False for a step that is undone and can be redone. */
  readonly applied: boolean
}

export interface HistoryBranch {
  readonly name: string
  /** Steps from the beginning to its end. */
  readonly steps: number
  readonly isCurrent: boolean
}

export interface HistorySize {
  /** Steps that are kept, on all branches together. */
  readonly entries: number
  /** Estimated. */
  readonly bytes: number
  /** Steps that the limits have dropped: the earliest state that can be reached is the one after step `dropped`. */
  readonly dropped: number
  /** Branches that the limits have dropped, the last hundred of them. */
  readonly droppedBranches: readonly string[]
  /** Checkpoints that the limits have dropped, the last hundred of them. */
  readonly droppedCheckpoints: readonly string[]
}
