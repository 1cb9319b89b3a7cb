/** Which stage each item is done in. */
export interface StageAssignment {
  /** Stage of each item, from 0. */
  readonly stageOf: readonly number[]
  readonly count: number
  /** No schedule can have fewer stages: shown by a bound, or by having tried. */
  readonly isShortest: boolean
}
