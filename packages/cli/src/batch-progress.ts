import { createLogUpdate } from 'log-update'
import type { ScheduleEvent, ItemState, Schedule } from '@blueprint-engine/batches'
import { viewOf } from './host.ts'
import type { Host } from './host.ts'
import { batchView, duration } from './render/batch-view.ts'
import { describeItemState } from '@blueprint-engine/batches'
import { printable } from './render/printable.ts'

/** Shows how a batch goes on. */
export interface BatchProgress {
  readonly onEvent: (event: ScheduleEvent, state: Schedule) => void
  readonly setTitles: (titles: ReadonlyMap<string, string>) => void
  /** Leaves the last picture standing. */
  readonly close: () => void
}

const REDRAW_MS = 250

/**
 * A picture that redraws on a terminal, a line for each change elsewhere, JSON objects where a program asked for them.
 *
 * @param isLong items take long enough to tell of each start and end; else only what goes wrong is told
 */
export function createProgress(host: Host, title: string, isJson: boolean, isLong: boolean): BatchProgress {
  if (isJson) return jsonProgress(host)
  return host.stdout.isTTY === true ? liveProgress(host, title) : plainProgress(host, title, isLong)
}

function liveProgress(host: Host, title: string): BatchProgress {
  const draw = createLogUpdate(host.stdout)
  let titles: ReadonlyMap<string, string> = new Map()
  let last: Schedule | null = null
  const redraw = (): void => {
    if (last === null) return
    draw(
      batchView(
        viewOf(host, host.stdout),
        { title, schedule: last, titles, nowMs: Date.now() },
        (host.stdout.rows ?? 40) - 1,
      ).join('\n'),
    )
  }
  const timer = setInterval(redraw, REDRAW_MS)
  return {
    onEvent: (_event, state) => {
      last = state
      redraw()
    },
    setTitles: (all) => (titles = all),
    close: () => {
      clearInterval(timer)
      redraw()
      draw.done()
    },
  }
}

function plainProgress(host: Host, title: string, isLong: boolean): BatchProgress {
  const say = (line: string): unknown => host.stdout.write(`${line}\n`)
  const changes = changeFinder()
  let titles: ReadonlyMap<string, string> = new Map()
  let stage = -1
  say(title)
  return {
    onEvent: (_event, state) => {
      if (isLong && state.stage !== stage && state.stage < state.stages.length && state.status !== 'new') {
        stage = state.stage
        say(`Stage ${stage + 1} [${stage + 1}/${state.stages.length}]`)
      }
      for (const [id, item] of changes(state))
        if (isLong || item.status === 'failed' || item.status === 'blocked')
          say(
            `  ${printable(id)} ${printable(plainLine(item, titles.get(id) ?? '', state.records.get(id)?.attempts.at(-1)))}`,
          )
    },
    setTitles: (all) => (titles = all),
    close: () => undefined,
  }
}

function plainLine(
  item: ItemState,
  title: string,
  last:
    | {
        readonly startedMs: number
        readonly endedMs: number
        readonly failure: { readonly message: string } | null
      }
    | undefined,
): string {
  switch (item.status) {
    case 'running':
      return item.run.attempt === 1
        ? `started${title === '' ? '' : `: ${title}`}`
        : `attempt ${item.run.attempt}: ${last?.failure?.message ?? ''}`
    case 'waiting':
      return last?.failure === null || last === undefined
        ? 'waits'
        : `waits to be tried again: ${last.failure.message}`
    case 'worked':
      return `worked (${duration((last?.endedMs ?? 0) - (last?.startedMs ?? 0))})`
    default:
      return describeItemState(item)
  }
}

/** One JSON object a line: `{"event":"item","id":...,"status":...}`. */
function jsonProgress(host: Host): BatchProgress {
  const changes = changeFinder()
  const beatsAt = new Map<string, number | null>()
  const write = (value: object): unknown => host.stdout.write(`${JSON.stringify(value)}\n`)
  return {
    onEvent: (event, state) => {
      for (const [id, item] of changes(state)) {
        const usage = state.records.get(id)?.usage
        write({
          event: 'item',
          id,
          stage: state.stages.findIndex((ids) => ids.includes(id)) + 1,
          atMs: event.nowMs,
          ...flat(item),
          ...(usage !== undefined && { usage }),
        })
      }
      if (event.kind !== 'poll' && event.kind !== 'look') return
      for (const [id, beat] of event.beats)
        if (event.kind === 'poll' || beat.atMs !== beatsAt.get(id)) {
          beatsAt.set(id, beat.atMs)
          write({ event: 'heartbeat', id, ...beat })
        }
    },
    setTitles: () => undefined,
    close: () => undefined,
  }
}

function flat(item: ItemState): object {
  switch (item.status) {
    case 'running':
      return { status: item.status, ...item.run }
    case 'failed':
      return { status: item.status, ...item.failure }
    default:
      return item
  }
}

/** The items whose status or attempt is another one than the last time. */
function changeFinder(): (state: Schedule) => readonly (readonly [string, ItemState])[] {
  const known = new Map<string, string>()
  return (state) =>
    [...state.items].filter(([id, item]) => {
      const key = item.status === 'running' ? `running ${item.run.fence}` : item.status
      const isNew =
        known.get(id) !== key && !(known.get(id) === undefined && (key === 'waiting' || key === 'done'))
      known.set(id, key)
      return isNew
    })
}
