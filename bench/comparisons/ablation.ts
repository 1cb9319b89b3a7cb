// Each optimisation of the roadmap switched off alone and on alone.
import type { Comparison, Variant } from '../alternate.ts'
import { allOff, allOn } from '../baseline/switched-pipeline.ts'
import type { Switches } from '../baseline/switched-pipeline.ts'
import { manySteps, prepareSwitched, tenCommands } from './workloads.ts'
import type { Workload } from './workloads.ts'

export interface Optimisation {
  readonly key: keyof Switches
  readonly name: string
  /** The roadmap's expectation, in percent of the time; null for what it does not know. */
  readonly expected: readonly [number, number] | null
}

/** In the roadmap's order; its expectations stand beside the names. */
export const optimisations: readonly Optimisation[] = [
  { key: 'scopedValidation', name: 'scoped validation', expected: [8, 12] },
  { key: 'cachedText', name: 'serialization from kept pieces', expected: [2, 5] },
  { key: 'deltaSnapshots', name: 'delta snapshots', expected: [15, 20] },
  { key: 'intentCache', name: 'intent cache', expected: [10, 15] },
  { key: 'stepBatching', name: 'step batching', expected: [20, 25] },
  { key: 'knownDocument', name: 'known document (index and validity carried)', expected: null },
]

const SIZES = [20, 100, 1000] as const
const WORKLOADS: readonly Workload[] = [tenCommands, manySteps(5)]

export const OFF_ALONE = 'ablation/off-alone'
export const ON_ALONE = 'ablation/on-alone'

const variant = (name: string, switches: Switches, workload: Workload, size: number): Variant => ({
  name,
  prepare: (core) => prepareSwitched(core, switches, workload, size, 'nested'),
})

/** Every optimisation on, and then all but one. */
const offAlone = WORKLOADS.flatMap((workload) =>
  SIZES.map((size): Comparison => ({
    name: `${OFF_ALONE}-${workload.name}@${size}`,
    variants: [
      variant('all on', allOn, workload, size),
      ...optimisations.map(({ key, name }) => variant(name, { ...allOn, [key]: false }, workload, size)),
    ],
  })),
)

/** Every optimisation off, and then all but one. */
const onAlone = WORKLOADS.flatMap((workload) =>
  SIZES.map((size): Comparison => ({
    name: `${ON_ALONE}-${workload.name}@${size}`,
    variants: [
      variant('all off', allOff, workload, size),
      ...optimisations.map(({ key, name }) => variant(name, { ...allOff, [key]: true }, workload, size)),
    ],
  })),
)

export const ablationComparisons: readonly Comparison[] = [...offAlone, ...onAlone]
