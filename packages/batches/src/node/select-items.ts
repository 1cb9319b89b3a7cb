import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { analyseDependencies } from '../pure/dependencies/analyse-dependencies.ts'
import type { Analysis } from '../pure/dependencies/analyse-dependencies.ts'
import { parseItemId } from '../pure/work-item/item-id.ts'
import type { ItemStatus } from '../pure/work-item/item-status.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'

export interface SelectOptions {
  /** Only the items of this stage, from 1. */
  readonly stage?: number
  /** Only these items, by id with or without prefix. */
  readonly items?: readonly string[]
  /** Let items that touch the same file share a stage. */
  readonly shareStages?: boolean
}

export interface Selection {
  /** All items of the batch. */
  readonly items: readonly WorkItem[]
  readonly analysis: Analysis
  /** What is to be done now, in order. */
  readonly selected: readonly string[]
  /** The stages of the batch with the items that are done or to be done; the others are left out. */
  readonly stages: readonly (readonly string[])[]
  readonly dependencies: ReadonlyMap<string, readonly string[]>
  readonly done: ReadonlySet<string>
  readonly blocked: ReadonlyMap<string, string>
  readonly remarks: readonly string[]
}

/**
 * Orders the items of a batch and chooses those to do: items that are done are not done again, and what waits for an item that
 * is neither done nor chosen is blocked. The error tells the cycle, or the item that is not there.
 */
export function selectItems(
  items: readonly WorkItem[],
  options: SelectOptions & {
    readonly done: ReadonlySet<string>
    /** How the items of other batches stand. */
    readonly elsewhere?: ReadonlyMap<string, ItemStatus>
  },
): Result<Selection, string> {
  if (items.length === 0) return fail('there are no work items of this batch')
  const analysed = analyseDependencies(items, { shareStages: options.shareStages === true })
  if (!analysed.ok)
    return fail(
      `items wait for one another in a circle: ${analysed.error.cycle.join(' -> ')} (each waits for the next)`,
    )
  const analysis = analysed.value
  const byId = new Map(items.map((item) => [item.id, item]))
  const wanted = options.items === undefined ? null : new Set(options.items.map(fullId))
  const unknown = [...(wanted ?? [])].filter((id) => !byId.has(id))
  if (unknown.length > 0)
    return fail(`the batch has no ${unknown.join(', ')}; it has ${items.map(({ id }) => id).join(', ')}`)
  const { stage } = options
  if (stage !== undefined && (stage < 1 || stage > analysis.stages.length))
    return fail(`there is no stage ${stage}; the batch has ${analysis.stages.length}`)

  const inStage = stage === undefined ? null : new Set(analysis.stages[stage - 1])
  const done = new Set([
    ...options.done,
    ...items.filter(({ status }) => status === 'completed').map(({ id }) => id),
  ])
  const cancelled = items.filter(({ status }) => status === 'cancelled')
  const isCancelled = new Set(cancelled.map(({ id }) => id))
  // An item that was done in this very execution belongs to it: a resumed one counts it.
  const selected = analysis.order.filter(
    (id) =>
      (wanted?.has(id) ?? !isCancelled.has(id)) &&
      (inStage?.has(id) ?? true) &&
      (!done.has(id) || (options.done.has(id) && wanted !== null)),
  )
  const chosen = new Set(selected)
  const missing = analysis.missing.filter(
    ({ dependency }) => options.elsewhere?.get(dependency) !== 'completed',
  )
  const isMissing = new Set(missing.map(({ dependency }) => dependency))
  for (const { dependency } of analysis.missing) if (!isMissing.has(dependency)) done.add(dependency)
  const blocked = new Map<string, string>()
  for (const id of selected)
    for (const before of byId.get(id)!.dependencies)
      if (!done.has(before) && (isMissing.has(before) || !chosen.has(before)) && !done.has(id))
        blocked.set(id, before)
  return ok({
    items,
    analysis,
    selected,
    stages: analysis.stages.map((ids) => ids.filter((id) => done.has(id) || chosen.has(id))),
    dependencies: new Map(items.map(({ id, dependencies }) => [id, dependencies])),
    done,
    blocked,
    remarks: [
      ...cancelled.map(({ id, statusText }) => `${id} is left out: its status is ${statusText}.`),
      ...missing.map(({ id, dependency }) => missingText(id, dependency, options.elsewhere?.get(dependency))),
    ],
  })
}

function missingText(id: string, dependency: string, status: ItemStatus | undefined): string {
  return status === undefined
    ? `${id} depends on ${dependency}, which the batch does not have.`
    : `${id} depends on ${dependency} of another batch, which is not completed (${status}).`
}

function fullId(text: string): string {
  return parseItemId(text)?.text ?? text
}
