import type { BatchOperation } from '../metrics/batch-metrics.ts'
import type { MeasureName } from '../metrics/measures.ts'

/** Something that could be done next. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly impact: Impact
  readonly effortHours: number
  /** 1 (quick fix) to 5 (major rework). */
  readonly effort: Effort
  readonly trigger: Trigger
  readonly description: string
}

export const IMPACTS = ['high', 'medium', 'low'] as const
export type Impact = (typeof IMPACTS)[number]
export type Effort = 1 | 2 | 3 | 4 | 5

/** Measures of the trends, and two that are counted: items done again with the same input, and wishes of users. */
export type TriggerMeasure = MeasureName | 'repeated items' | 'feedback requests'

/** What has to be seen before the candidate is worth doing. */
export type Trigger =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'measure'
      readonly measure: TriggerMeasure
      readonly comparison: 'above' | 'below'
      readonly threshold: number
      /** Default: whichever operation is worst. */
      readonly operation?: BatchOperation
    }

/** Upper ends of the framework's ranges: below 4 hours, 4 to 8, 8 to 16, 16 to 32, more. A shared end is the smaller effort. */
export function effortOf(hours: number): Effort {
  if (hours < 4) return 1
  if (hours <= 8) return 2
  if (hours <= 16) return 3
  return hours <= 32 ? 4 : 5
}

/** The framework's five candidates. */
export const builtInCandidates: readonly Candidate[] = [
  {
    id: 'llm-caching',
    title: 'LLM caching',
    impact: 'high',
    effortHours: 8,
    effort: 2,
    trigger: { kind: 'measure', measure: 'tokens', comparison: 'above', threshold: 100_000 },
    description:
      'Keep answers to identical prompts: fewer tokens where context is used again, as in reviews.',
  },
  {
    id: 'result-caching',
    title: 'Subagent result caching',
    impact: 'medium',
    effortHours: 12,
    effort: 3,
    trigger: { kind: 'measure', measure: 'repeated items', comparison: 'above', threshold: 0 },
    description: 'Keep results of items by the hash of their input, and go on from where a batch stopped.',
  },
  {
    id: 'error-recovery',
    title: 'Advanced error recovery',
    impact: 'high',
    effortHours: 16,
    effort: 3,
    trigger: { kind: 'measure', measure: 'success rate', comparison: 'below', threshold: 0.9 },
    description: 'Retry, fall back to other models, and degrade gracefully before a person is asked.',
  },
  {
    id: 'streaming-progress',
    title: 'Streaming progress updates',
    impact: 'low',
    effortHours: 8,
    effort: 2,
    trigger: { kind: 'measure', measure: 'feedback requests', comparison: 'above', threshold: 0 },
    description: 'Show what happens while a batch runs instead of at its end.',
  },
  {
    id: 'multi-model',
    title: 'Multi-model orchestration',
    impact: 'high',
    effortHours: 24,
    effort: 4,
    trigger: { kind: 'measure', measure: 'cost', comparison: 'above', threshold: 1 },
    description: 'Give each operation the cheapest model that has proved itself.',
  },
]
