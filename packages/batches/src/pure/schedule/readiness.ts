import type { Beat } from './advance.ts'
import type { FailureCode, ItemState, Schedule, StageTime } from './schedule-state.ts'

/** Whether nothing more will come of an item. */
export function isSettled({ items }: Schedule, item: string): boolean {
  const status = items.get(item)?.status
  return status === undefined || status === 'done' || status === 'failed' || status === 'blocked'
}

/** Whether an item waits for nothing but a free place. */
export function isReady(schedule: Schedule, item: string, nowMs: number): boolean {
  const { items, dependencies, after } = schedule
  const state = items.get(item)
  if (state?.status !== 'waiting' || (state.notBeforeMs ?? nowMs) > nowMs) return false
  return (
    (dependencies.get(item) ?? []).every(
      (before) => !items.has(before) || items.get(before)?.status === 'done',
    ) && (after.get(item) ?? []).every((before) => isSettled(schedule, before))
  )
}

/** Whether limits let an item start now. */
export function mayStart(schedule: Schedule, item: string, nowMs: number): boolean {
  const { halt, metered, pausedUntilMs, policy, starts } = schedule
  if (halt !== null) return false
  if (!metered.has(item)) return true
  if (pausedUntilMs !== null && nowMs < pausedUntilMs) return false
  const { rate } = policy
  return rate === undefined || starts.filter((atMs) => atMs > nowMs - rate.perMs).length < rate.count
}

function isBlockedBy(state: ItemState | undefined): boolean {
  return state?.status === 'failed' || state?.status === 'blocked'
}

/** When each stage began and ended: from the first of its items that ran to the last that is settled. */
export function stageTimesOf(schedule: Schedule, nowMs: number): readonly (StageTime | null)[] {
  return schedule.stages.map((ids, stage) => {
    const known = schedule.stageTimes[stage] ?? null
    const isBegun = known !== null || ids.some((id) => schedule.items.get(id)?.status === 'running')
    if (!isBegun) return null
    const startedMs = known?.startedMs ?? nowMs
    const isOver = ids.every((id) => isSettled(schedule, id))
    return { startedMs, endedMs: isOver ? (known?.endedMs ?? nowMs) : null }
  })
}

export function signOf({ sign, atMs }: Beat): string | null {
  return sign === undefined ? (atMs === null ? null : String(atMs)) : sign
}

export function attemptIn(state: ItemState | undefined): number {
  return state?.status === 'waiting' ? (state.attempt ?? 1) : 1
}

export function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}

/** Dependents are named at once, not when their turn comes. Items stand behind what they need. O(items + edges). */
export function blockDependents({
  items,
  dependencies,
  stages,
}: Pick<Schedule, 'dependencies' | 'stages'> & {
  readonly items: Map<string, ItemState>
}): void {
  for (const item of stages.flat()) {
    if (items.get(item)?.status !== 'waiting') continue
    for (const before of dependencies.get(item) ?? []) {
      const state = items.get(before)
      if (state?.status === 'failed') items.set(item, { status: 'blocked', by: before })
      else if (state?.status === 'blocked') items.set(item, { status: 'blocked', by: state.by })
      else continue
      break
    }
  }
}

/** Attempts at an item that ended in one way. */
export function countOf({ records }: Schedule, item: string, code: FailureCode): number {
  const attempts = records.get(item)?.attempts ?? []
  return attempts.filter(({ failure }) => failure?.code === code).length
}

export function runningIn({ items }: Schedule): number {
  let count = 0
  for (const state of items.values()) if (state.status === 'running') count++
  return count
}

/** Whether something waits that will be started some time. */
export function hasWaiting({ items, dependencies }: Schedule): boolean {
  return [...items].some(
    ([item, { status }]) =>
      status === 'waiting' &&
      (dependencies.get(item) ?? []).every((before) => !isBlockedBy(items.get(before))),
  )
}
