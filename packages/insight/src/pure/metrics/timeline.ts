import type { BatchMetrics, ItemMetrics } from './batch-metrics.ts'

/** An item of a run and when its attempts were under way, in seconds after the start of the operation. */
export interface TimelineItem {
  readonly itemId: string
  readonly status: ItemMetrics['status']
  readonly attempts: readonly {
    readonly start: number
    readonly end: number
    readonly outcome: string
    readonly model: string | null
  }[]
  /** Items that it waited for. */
  readonly dependsOn: readonly string[]
  /** Whether the run would have been shorter had this one been. */
  readonly isCritical: boolean
}

/**
 * The items of a run by the time they began, with the chain that decided how long it took: from the item that ended last, back
 * over the item that each one waited for longest. Empty where no attempt says when it was. O(items x dependencies)
 */
export function timelineOf({ items = [] }: BatchMetrics): readonly TimelineItem[] {
  const timed = items.flatMap((item) => {
    const attempts = (item.tries ?? []).flatMap(
      ({ start_seconds: start, end_seconds: end, outcome, model }) =>
        typeof start === 'number' && typeof end === 'number' && end >= start
          ? [{ start, end, outcome, model }]
          : [],
    )
    return attempts.length === 0 ? [] : [{ item, attempts, end: Math.max(...attempts.map((one) => one.end)) }]
  })
  const byId = new Map(timed.map((one) => [one.item.item_id, one]))
  const critical = new Set<string>()
  let at = lastOf(timed)
  while (at !== undefined && !critical.has(at.item.item_id)) {
    critical.add(at.item.item_id)
    at = lastOf((at.item.depends_on ?? []).flatMap((id) => byId.get(id) ?? []))
  }
  return timed
    .map(({ item, attempts }) => ({
      itemId: item.item_id,
      status: item.status,
      attempts,
      dependsOn: item.depends_on ?? [],
      isCritical: critical.has(item.item_id),
    }))
    .sort((a, b) => a.attempts[0]!.start - b.attempts[0]!.start)
}

function lastOf<T extends { readonly end: number }>(all: readonly T[]): T | undefined {
  const [first, ...rest] = all
  return rest.reduce<T | undefined>(
    (last, one) => (last === undefined || one.end > last.end ? one : last),
    first,
  )
}
