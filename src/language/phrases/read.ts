/** One reading of the words from a place on: what they mean, where they end, and how unlikely that is. */
export interface Read<T> {
  readonly value: T
  /** Position behind the last lexeme of the phrase. */
  readonly end: number
  readonly cost: number
}
