/** What work came to: a commit that holds the change, or null for work that changes nothing. */
export interface CachedWork {
  readonly commit: string | null
  /** What it took; null if nobody counted. */
  readonly tokens: number | null
}

/** Results by the content of everything that they depend on. Losing one costs only time. */
export interface ResultIndex {
  /** Null for a key that was never written, and for what cannot be read. */
  read(key: string): Promise<CachedWork | null>
  write(key: string, work: CachedWork): Promise<void>
}
