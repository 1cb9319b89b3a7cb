import { isJsonObject } from '../../core/base/json.ts'
import type { BatchMetrics, ItemMetrics } from '../metrics/batch-metrics.ts'
import type { Complexity } from './complexity.ts'
import { readComplexity } from './complexity.ts'
import { readQuantity } from './quantity.ts'
import { readRunFigures } from './run-figures.ts'
import { visit } from './sum-check.ts'

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
 * tries are told, each model answers for its own first one: a stronger model is not blamed for the failures before it.
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
 * The tickets of one run's logs. What is said of a ticket may be spread over documents: its complexity in the metadata,
 * its verdict in the results. A ticket of which model, complexity or outcome is not known is left out.
 */
export function trialsOfRun(name: string, documents: readonly unknown[]): readonly Trial[] {
  const run = readRunFigures(name, documents)
  const isAlone = run.completedTickets === 1
  const done = isAlone ? (doneTicket(documents) ?? run.tickets) : run.tickets
  return (isAlone ? done.slice(0, 1) : done).flatMap((ticket) => {
    const said = gather(documents, ticket)
    const complexity = said.complexity ?? (isAlone ? run.complexity : null)
    const model = said.model ?? run.executionModel
    const fixed = said.fixed ?? (isAlone && run.fixLoops !== null ? run.fixLoops > 0 : null)
    if (complexity === null || model === null || fixed === null) return []
    const tokens = said.tokens ?? (isAlone ? run.totalTokens : null)
    return [{ item: ticket, model: model.toLowerCase(), complexity, firstTry: !fixed, tokens }]
  })
}

interface Said {
  complexity: Complexity | null
  model: string | null
  fixed: boolean | null
  tokens: number | null
}

function gather(documents: readonly unknown[], ticket: string): Said {
  const said: Said = { complexity: null, model: null, fixed: null, tokens: null }
  for (const document of documents) {
    visit(document, [], (mapping, path) => {
      if (!path.includes(ticket) && mapping['id'] !== ticket) return
      said.complexity ??=
        readComplexity(mapping['complexity']) ?? readComplexity(mapping['review_tier']) ?? null
      const model =
        mapping['execution_model'] ?? (path.at(-1) === 'implementation' ? mapping['model'] : undefined)
      if (typeof model === 'string') said.model ??= model
      const fixLoops = readQuantity(mapping['fix_loops'])
      if (fixLoops !== undefined) said.fixed = said.fixed === true || fixLoops.value > 0
      const verdict = mapping['verdict']
      if (typeof verdict === 'string') said.fixed ??= !/^pass(?:ed)?$/i.test(verdict)
      if (path.at(-1) === ticket) said.tokens ??= readQuantity(mapping['tokens'])?.value ?? null
    })
  }
  return said
}

function doneTicket(documents: readonly unknown[]): string[] | undefined {
  let done: string[] | undefined
  for (const document of documents) {
    visit(document, [], (mapping) => {
      const listed = mapping['completed_tickets']
      if (Array.isArray(listed)) done ??= listed.filter((id) => typeof id === 'string')
      const ticket = mapping['ticket']
      if (isJsonObject(ticket) && typeof ticket['id'] === 'string') done ??= [ticket['id']]
    })
  }
  return done
}
