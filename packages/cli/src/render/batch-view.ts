import { NO_USAGE, addUsage, describeItemState } from '@blueprint-engine/batches'
import type { ItemState, Schedule } from '@blueprint-engine/batches'
import { cut, printable } from './printable.ts'
import type { View } from './view.ts'

/** What a running batch looks like. */
export interface BatchPicture {
  /** `BATCH 47: execute`. */
  readonly title: string
  readonly schedule: Schedule
  /** Titles of the items, by id. */
  readonly titles: ReadonlyMap<string, string>
  readonly nowMs: number
}

/** The whole batch; stages whose items would not fit into `rows` show their head only. */
export function batchView(
  view: View,
  { title, schedule, titles, nowMs }: BatchPicture,
  rows: number = Infinity,
): string[] {
  const { palette, columns } = view
  const heads = schedule.stages.map((_, stage) => stageHead(view, schedule, stage, nowMs))
  const items = schedule.stages.map((ids) =>
    ids.map((id) => itemLine(view, id, titles.get(id) ?? '', schedule.items.get(id)!)),
  )
  const shown = stagesThatFit(schedule, items, rows - heads.length - 4)
  const lines = [
    palette.title(title),
    palette.faint('═'.repeat(Math.min(columns, 60))),
    ...heads.flatMap((head, stage) => [head, ...(shown.has(stage) ? items[stage]! : [])]),
    palette.faint('─'.repeat(Math.min(columns, 60))),
    totals(schedule, nowMs),
  ]
  return lines.slice(0, Math.max(4, rows))
}

/** The stage that runs comes first, then those around it. */
function stagesThatFit(
  schedule: Schedule,
  items: readonly (readonly string[])[],
  room: number,
): ReadonlySet<number> {
  const shown = new Set<number>()
  let left = room
  const near = [...items.keys()].sort((a, b) => Math.abs(a - schedule.stage) - Math.abs(b - schedule.stage))
  for (const stage of near) {
    if (items[stage]!.length > left) break
    left -= items[stage]!.length
    shown.add(stage)
  }
  return shown
}

function stageHead({ palette }: View, schedule: Schedule, stage: number, nowMs: number): string {
  const time = schedule.stageTimes[stage]
  const name = `Stage ${stage + 1} [${stage + 1}/${schedule.stages.length}]`
  if (time === undefined || time === null) return palette.faint(`${name} ⧗ PENDING`)
  const took = `(${duration((time.endedMs ?? schedule.endedMs ?? nowMs) - time.startedMs)})`
  if (time.endedMs === null) return `${name} ${palette.warning('⧖ IN_PROGRESS')} ${took}`
  const isGood = schedule.stages[stage]!.every((id) => schedule.items.get(id)?.status === 'done')
  return `${name} ${isGood ? palette.good('✓ DONE') : palette.bad('✗ PARTLY DONE')} ${took}`
}

function itemLine({ palette, columns }: View, id: string, title: string, state: ItemState): string {
  const head = `  ${palette.id(printable(id))} `
  const room = Math.max(20, columns - id.length - 4)
  const text = (words: string): string => cut(printable(words), room)
  switch (state.status) {
    case 'running': {
      const progress = state.progress === null ? '' : ` ${Math.round(state.progress)}%`
      const again = state.run.attempt > 1 ? `, attempt ${state.run.attempt}` : ''
      return `${head}${text(`[RUNNING${progress}${again}] ${state.step === '' ? title : state.step}`)}`
    }
    case 'done':
      return `${head}${palette.good('[COMPLETE]')} ${text(title).slice(0, Math.max(0, room - 11))}`
    case 'failed':
    case 'blocked':
      return `${head}${palette.bad(text(describeItemState(state)))}`
    case 'worked':
      return `${head}${text(`[WORKED] ${title}`)}`
    default:
      return `${head}${palette.faint(text(`(waiting) ${title}`))}`
  }
}

function totals(schedule: Schedule, nowMs: number): string {
  const running = [...schedule.items.values()].filter((state) => state.status === 'running')
  const usage = [...schedule.records.values(), ...running].reduce(
    (sum, each) => addUsage(sum, each.usage),
    NO_USAGE,
  )
  const parts = [`Elapsed: ${duration((schedule.endedMs ?? nowMs) - schedule.startedMs)}`]
  if (usage.totalTokens !== null) parts.push(`Tokens: ${usage.totalTokens.toLocaleString('en-US')}`)
  if (usage.costUsd !== null) parts.push(`Cost: $${usage.costUsd.toFixed(2)}`)
  return parts.join(' | ')
}

/** `3m 45s`, `2.4s`. */
export function duration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)}s`
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = `${seconds % 60}s`
  if (minutes === 0) return rest
  return minutes < 60 ? `${minutes}m ${rest}` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`
}
