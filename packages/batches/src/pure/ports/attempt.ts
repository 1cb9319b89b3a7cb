import type { Result } from 'blueprint-command-engine/base'
import type { Usage } from '../protocol/task-report.ts'
import type { Beat } from '../schedule/advance.ts'
import type { Failure } from '../schedule/schedule-state.ts'
import type { WorkItem } from '../work-item/work-item.ts'

/**
 * The four steps of an attempt, each behind an interface: a place to work in, work, a judgement of what is there, and a commit.
 * A worker on another machine puts its own in place of the local ones.
 */

/** One attempt at an item. */
export interface Task {
  readonly item: string
  readonly attempt: number
  /** Higher than that of every attempt before: what carries a lower one counts for nothing. */
  readonly fence: number
  readonly model: string | null
}

/** A checkout of its own, at a commit. */
export interface Workspace {
  /** Tells it from the others; a name can be opened again by a later session. */
  readonly name: string
  readonly path: string
  readonly base: string
}

export interface Workspaces {
  /** A checkout of a commit, with nothing else in it but what the setup puts there. */
  open(base: string): Promise<Result<Workspace, Failure>>
  /** One that a session before left as it was; null where it is not there any more. */
  reopen(name: string, base: string): Promise<Workspace | null>
  /**
   * Gives it back: the next item may get it.
   *
   * @param isTidy nothing was left in it but changes of files that git knows
   */
  close(workspace: Workspace, isTidy?: boolean): Promise<void>
  /** Removes all. */
  closeAll(): Promise<void>
}

/** Something under way that shows signs of life and can be ended. */
export interface Running<T> {
  readonly end: Promise<T>
  beat(): Promise<Beat>
  /** Ends it with everything it started; `end` settles soon after. */
  stop(): Promise<void>
}

/** What the work says of itself; it is judged by what is there. */
export interface WorkEnd {
  readonly failure: Failure | null
  readonly files: readonly string[]
  readonly usage: Usage
}

export interface Runner {
  start(task: Task, item: WorkItem, workspace: Workspace): Promise<Running<WorkEnd>>
}

export interface Verdict {
  /** Null when the work is accepted. */
  readonly failure: Failure | null
  readonly changedFiles: readonly string[]
  readonly notes: readonly string[]
  /** What the next attempt should know of a refusal: what a gate said. */
  readonly evidence?: string
}

export interface Judge {
  start(task: Task, item: WorkItem, workspace: Workspace, claimed: readonly string[]): Running<Verdict>
}

/** Accepted work. */
export interface Work {
  /** Null where nothing differs from the base. */
  readonly commit: string | null
  readonly base: string
  readonly files: readonly string[]
  readonly notes: readonly string[]
}

export interface Publisher {
  /** Makes one commit of what was judged, on the workspace's base. */
  publish(task: Task, item: WorkItem, workspace: Workspace, verdict: Verdict): Promise<Result<Work, Failure>>
  /** What was changed, as a diff of bounded length, for whoever tries again. */
  diff(workspace: Workspace): Promise<string>
}
