import type { Comparison } from '../alternate.ts'
import { ablationComparisons } from './ablation.ts'
import { baselineComparisons } from './baseline.ts'
import { observerComparisons } from './observers.ts'
import { peerComparisons } from './peers.ts'
import { traceComparisons } from './traces.ts'

/** In the order in which they run. */
export const comparisons: readonly Comparison[] = [
  ...baselineComparisons,
  ...ablationComparisons,
  ...peerComparisons,
  ...traceComparisons,
  ...observerComparisons,
]
