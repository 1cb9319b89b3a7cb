import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { advance } from '../pure/schedule/advance.ts'
import { DEFAULT_POLICY } from '../pure/schedule/policy.ts'
import { createSchedule } from '../pure/schedule/schedule-state.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import { projectFolders } from './batch-folders.ts'
import type { StatusOptions } from './batch-status.ts'
import { scheduleInputOf } from './drive-execution.ts'
import { loadItems } from './load-items.ts'
import { selectItems } from './select-items.ts'

export interface NextItems {
  /** Items that could be started now, the longest chain of work first, with the hours of that chain. */
  readonly ready: readonly { readonly item: WorkItem; readonly chainHours: number }[]
  /** Items that wait, by what they wait for. */
  readonly waiting: ReadonlyMap<string, readonly string[]>
}

/** What an execution of a batch would begin with. */
export async function nextItems(options: StatusOptions): Promise<Result<NextItems, string>> {
  const folders = await projectFolders(options.folder, options.batchId, options.itemsFolder)
  const loaded = await loadItems(folders.items, options.batchId)
  if (!loaded.ok) return loaded
  const { elsewhere } = loaded.value
  const selected = selectItems(loaded.value.items, { done: new Set(), elsewhere })
  if (!selected.ok) return fail(selected.error)
  const selection = selected.value
  const policy = { ...DEFAULT_POLICY, workers: Math.max(1, selection.items.length) }
  const schedule = createSchedule({ ...scheduleInputOf(selection), policy })
  const { effects, state } = advance(schedule, { kind: 'start', nowMs: 0 })
  const byId = new Map(selection.items.map((item) => [item.id, item]))
  const isDone = (id: string): boolean => state.items.get(id)?.status === 'done' || !state.items.has(id)
  return ok({
    ready: effects.flatMap((effect) =>
      effect.kind === 'run'
        ? [{ item: byId.get(effect.item)!, chainHours: Math.round(state.tails.get(effect.item)! * 10) / 10 }]
        : [],
    ),
    waiting: new Map(
      [...state.items].flatMap(([id, { status }]) =>
        status === 'waiting' || status === 'blocked'
          ? [
              [
                id,
                [...(state.dependencies.get(id) ?? []), ...(state.after.get(id) ?? [])].filter(
                  (before) => !isDone(before),
                ),
              ] as const,
            ]
          : [],
      ),
    ),
  })
}
