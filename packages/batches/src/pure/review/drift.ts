import { matchesFile } from '../dependencies/shared-files.ts'
import type { DeclaredFile } from '../plan/declared-files.ts'

export type DriftBand = 'none' | 'low' | 'medium' | 'high'

/** How far what was done is from what was declared. */
export interface Drift {
  /** 0 (exactly what was declared) to 100 (nothing of it): the share of files that are in one of the two only. */
  readonly score: number
  readonly band: DriftBand
  /** Changed, though not declared. */
  readonly undeclared: readonly string[]
  /** Declared, though not changed. */
  readonly untouched: readonly string[]
}

/** Highest score of each band, both ends included. */
const BANDS: readonly (readonly [DriftBand, number])[] = [
  ['none', 0],
  ['low', 25],
  ['medium', 50],
  ['high', 100],
]

export function driftOf(declared: readonly DeclaredFile[], changed: readonly string[]): Drift {
  const undeclared = changed.filter((file) => !declared.some((each) => matchesFile(each, file)))
  const untouched = declared
    .filter((each) => !changed.some((file) => matchesFile(each, file)))
    .map(({ text }) => text)
  const all = changed.length + untouched.length
  const score = all === 0 ? 0 : Math.round((100 * (undeclared.length + untouched.length)) / all)
  return { score, band: BANDS.find(([, highest]) => score <= highest)![0], undeclared, untouched }
}
