import { unreachable } from 'blueprint-command-engine/base'
import type { Usage } from '../protocol/task-report.ts'
import { ScheduleDraft } from './schedule-draft.ts'
import type { Failure, Schedule } from './schedule-state.ts'

/** What happened. Times are those of one clock, in milliseconds; only differences have a meaning. */
export type ScheduleEvent =
  | { readonly kind: 'start'; readonly nowMs: number }
  /** What those that run are at, for whoever watches; no judgement on how long they are silent. */
  | {
      readonly kind: 'look'
      readonly nowMs: number
      readonly beats: ReadonlyMap<string, Beat>
    }
  /** A look at the signs of life of all that run: those that give none are ended. */
  | {
      readonly kind: 'poll'
      readonly nowMs: number
      readonly beats: ReadonlyMap<string, Beat>
    }
  | {
      readonly kind: 'finished'
      readonly nowMs: number
      readonly item: string
      readonly fence: number
      /** Null when the work was found good. */
      readonly failure: Failure | null
      readonly usage: Usage
      readonly notes: readonly string[]
    }
  | {
      readonly kind: 'merged'
      readonly nowMs: number
      readonly failures: ReadonlyMap<string, Failure>
    }
  | { readonly kind: 'cancel'; readonly nowMs: number }

export interface Beat {
  /** When the heartbeat was written, as its file says; null while there is none. */
  readonly atMs: number | null
  /** Another one each time there is something new; absent: the time above. */
  readonly sign?: string | null
  readonly progress: number | null
  readonly step: string
  /** What it has used until now, where that is known. */
  readonly usage?: Usage
}

/** What is to be done now. */
export type Effect =
  | {
      readonly kind: 'run'
      readonly item: string
      readonly attempt: number
      readonly fence: number
      readonly model: string | null
    }
  /** End it with everything it started; `finished` must follow. */
  | { readonly kind: 'stop'; readonly item: string; readonly fence: number }
  /** Join the work of these items, in this order; `merged` must follow. */
  | { readonly kind: 'merge'; readonly items: readonly string[] }
  | { readonly kind: 'end' }

export interface Advanced {
  readonly state: Schedule
  readonly effects: readonly Effect[]
}

/** The only way a schedule changes: the same state and event always give the same state and effects. O(items). */
export function advance(state: Schedule, event: ScheduleEvent): Advanced {
  const draft = new ScheduleDraft(state, event.nowMs)
  switch (event.kind) {
    case 'start':
      if (state.status === 'new') draft.start()
      break
    case 'look':
      draft.look(event.beats)
      break
    case 'poll':
      draft.look(event.beats)
      draft.poll(event.beats)
      break
    case 'finished':
      draft.finish(event)
      break
    case 'merged':
      if (state.joining.length > 0) draft.merged(event.failures)
      break
    case 'cancel':
      draft.cancel()
      break
    default:
      return unreachable(event)
  }
  return draft.close()
}
