export interface HistoryLimits {
  /** Steps that are kept on all branches together, 1000 by default. */
  readonly maxEntries: number
  /** Estimated bytes of the kept steps, 16 MiB by default. The newest step is kept whatever its size. */
  readonly maxBytes: number
}

/** What a history keeps where nothing is said. */
export const defaultHistoryLimits: HistoryLimits = { maxEntries: 1000, maxBytes: 16 * 1024 * 1024 }
