import { once } from '../../base/once.ts'
import type { Issue } from '../../command/issue.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { ChangedComponent } from '../../document/change.ts'
import type { Patch } from '../../document/patch.ts'
import { deltaText } from '../../serialize/delta-text.ts'
import type { Answer, Status, Timings } from '../answer.ts'
import { documentText } from '../command-answer.ts'

/** The orders in which the commands of a batch can run. */
export const commandBatchOrders = ['given', 'safe'] as const
export type CommandBatchOrder = (typeof commandBatchOrders)[number]

export interface CommandBatchOptions {
  /** One failure leaves everything as it was; default true. Otherwise each command stands alone. */
  readonly atomic?: boolean
  /**
   * `given` (default): as they stand. `safe`: for commands that were gathered without thinking of one another, all speaking
   * of the document as it came. What deletes a component then runs after the commands that still speak of it; nothing else
   * changes its place. Answers stand in the order of the commands either way; the plan tells the order of running.
   */
  readonly order?: CommandBatchOrder
}

/** Commands that were worked out in one pass, or one that ran by itself. */
export interface CommandBatchGroup {
  /** Positions in the list of commands, in the order in which they ran. */
  readonly commands: readonly number[]
  /** `merged`: one change, one verification; `alone`: like a single command. */
  readonly mode: 'merged' | 'alone'
  /** Why its first command was not worked out with the group before; null for the first group. */
  readonly apart: string | null
}

/** A command whose work depends on, or collides with, that of an earlier one. */
export interface CommandBatchDependency {
  /** Positions in the list of commands. */
  readonly command: number
  readonly on: number
  readonly because: string
}

/** How a batch was worked through. It never changes the result. */
export interface CommandBatchPlan {
  /** In the order in which they ran. */
  readonly groups: readonly CommandBatchGroup[]
  /** For each command the last earlier ones that wrote what it looks at or writes, by command and then as they were found. */
  readonly dependencies: readonly CommandBatchDependency[]
}

/**
 * The answers to several commands on one document, each run on the result of the previous ones. What may be long is put
 * together on first access: texts, patches, what changed.
 */
export interface CommandBatchAnswer {
  /** `applied` when all were, `partial` when some were, `rejected` when none was or one failed an atomic batch. */
  readonly status: Extract<Status, 'applied' | 'partial' | 'rejected'>
  readonly blueprint: Blueprint
  /** Equal to `JSON.stringify(blueprint)`. */
  readonly json: string
  /** JSON text of `{ patches, changed, status }`. */
  readonly delta: string
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  /** Each changed component once, with all that any of the commands changed of it. */
  readonly changed: readonly ChangedComponent[]
  /**
   * One for each command, in their order: what it would say had they run one after the other. In an atomic batch that
   * failed they tell what each command came to, although in the end nothing was changed.
   */
  readonly answers: readonly Answer[]
  /** Position of the first command that made an atomic batch fail, -1 where none did. */
  readonly failedAt: number
  readonly issues: readonly Issue[]
  readonly plan: CommandBatchPlan
  /** Microseconds, all commands together. */
  readonly timings: Timings
}

/** What a batch did to its document, as one change; each part is put together when it is first asked for. */
export interface CommandBatchChange {
  readonly patches: () => readonly Patch[]
  readonly inverse: () => readonly Patch[]
  readonly changed: () => readonly ChangedComponent[]
}

const NONE: readonly never[] = []

export const NO_CHANGE: CommandBatchChange = { patches: () => NONE, inverse: () => NONE, changed: () => NONE }

type CommandBatchParts = Omit<CommandBatchAnswer, keyof CommandBatchChange | 'json' | 'delta'>

/** @param isDocument false for what was rejected as no document: its text is not kept */
export function commandBatchAnswer(
  parts: CommandBatchParts,
  { patches, inverse, changed }: CommandBatchChange,
  isDocument: boolean,
): CommandBatchAnswer {
  const { status, blueprint } = parts
  const json = once(() => documentText(blueprint, isDocument))
  const delta = once(() => deltaText({ patches: patches(), changed: changed(), status }))
  return {
    ...parts,
    get patches() {
      return patches()
    },
    get inverse() {
      return inverse()
    },
    get changed() {
      return changed()
    },
    get json() {
      return json()
    },
    get delta() {
      return delta()
    },
  }
}

const NO_TIME: Timings = { decompose: 0, execute: 0, verify: 0, serialize: 0, total: 0 }

/** A batch that is none: something else was sent, or the engine failed. */
export function refusedCommandBatch(blueprint: Blueprint, issue: Issue): CommandBatchAnswer {
  return commandBatchAnswer(
    {
      status: 'rejected',
      blueprint,
      answers: NONE,
      failedAt: -1,
      issues: [issue],
      plan: { groups: NONE, dependencies: NONE },
      timings: NO_TIME,
    },
    NO_CHANGE,
    false,
  )
}
