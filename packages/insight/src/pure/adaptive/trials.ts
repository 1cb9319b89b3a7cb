import type { BatchMetrics, ItemMetrics } from '../metrics/batch-metrics.ts'
import type { Complexity } from './complexity.ts'
import { readComplexity } from './complexity.ts'
import { isExact } from './range.ts'
import type { RunFigures } from './run-figures.ts'

/** One piece of work that one model did: the evidence for choosing it again. */
export interface Trial {
  readonly item: string
  readonly model: string
  readonly complexity: Complexity
  /** Done without a fix loop or another attempt. */
  readonly firstTry: boolean
  readonly tokens: number | null
}

/**
 * The items of metrics files that say model and complexity; blocked ones and answers from a cache tried nothing. Where all
 * tries are reported, each model answers for its own first one: a stronger model is not blamed for the failures before it.
 */
export function trialsOfMetrics(files: readonly BatchMetrics[]): readonly Trial[] {
  return files.flatMap(({ items = [] }) =>
    items.flatMap((item): readonly Trial[] => {
      const complexity = readComplexity(item.complexity)
      const { model, status } = item
      if (complexity === undefined || typeof model !== 'string') return []
      if (status === 'blocked' || item.from_cache === true) return []
      if (item.tries !== undefined && item.tries.length > 0)
        return trialsOfTries(item, item.tries, complexity)
      const firstTry = status === 'success' && (item.attempts ?? 1) <= 1
      return [{ item: item.item_id, model, complexity, firstTry, tokens: item.total_tokens ?? null }]
    }),
  )
}

/** Ends that say nothing about the model: the program broke, or somebody stopped it. */
const UNJUDGED: ReadonlySet<string> = new Set(['crashed', 'cancelled', 'invalid'])

function trialsOfTries(
  { item_id: item, status, total_tokens: tokens }: ItemMetrics,
  tries: NonNullable<ItemMetrics['tries']>,
  complexity: Complexity,
): Trial[] {
  // Of work that was cut off nothing is decided yet.
  if (status === 'partial') return []
  const judged = tries.filter(({ outcome }) => !UNJUDGED.has(outcome))
  return judged.flatMap(({ model, outcome }, i) =>
    model === null || judged.findIndex((other) => other.model === model) !== i
      ? []
      : [
          {
            item,
            model,
            complexity,
            firstTry: outcome === 'success',
            tokens: tries.length === 1 ? (tokens ?? null) : null,
          },
        ],
  )
}

/**
 * The tickets of one run's logs. A ticket of which model, complexity or outcome is not known is left out, and so is one of
 * which nobody says whether it needed fixes.
 */
export function trialsOfRun({ tickets, executionModel }: RunFigures): readonly Trial[] {
  const common = executionModel?.includes(',') === true ? null : executionModel
  return tickets.flatMap(({ id, outcome, fixLoops, tokens, model, complexity }) => {
    const by = model ?? common
    const isFixed = outcome === 'failed' || fixLoops.low > 0 ? true : fixLoops.high === 0 ? false : null
    if (complexity === null || by === null || isFixed === null) return []
    if (outcome !== 'done' && outcome !== 'failed') return []
    const counted = tokens === null || !isExact(tokens.tokens) ? null : tokens.tokens.low
    return [{ item: id, model: by.toLowerCase(), complexity, firstTry: !isFixed, tokens: counted }]
  })
}
