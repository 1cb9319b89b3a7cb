import { describe } from '../base/json.ts'
import type { Step } from '../command/step.ts'
import type { Blueprint } from '../document/blueprint.ts'
import type { History } from '../document/history.ts'
import type { HistoryLimits } from '../document/history-limits.ts'
import type { HistoryBranch, HistoryEntry, HistorySize } from '../document/history-view.ts'
import type { Answer } from './answer.ts'
import type { HistoryEvent } from './observer.ts'
import type { RunOptions } from './options.ts'
import type { SessionJson } from './session-json.ts'

export interface SessionOptions {
  /** How much of the past is kept; what exceeds it is dropped, the oldest first. */
  readonly history?: Partial<HistoryLimits>
}

/** What a session needs of its engine. */
export interface SessionEngine {
  run(blueprint: Blueprint, command: string | readonly Step[], options?: RunOptions): Answer
  /** Makes a version known that history gave back; never throws. */
  carry(from: Blueprint, to: Blueprint): void
  /** The answer to a command whose change could not be kept. */
  refuse(blueprint: Blueprint, command: string | readonly Step[], error: unknown): Answer
  /** Tells observers of a way through the history. */
  told(kind: HistoryEvent['kind']): void
}

/**
 * A document and the commands that made it what it is: undo and redo, named states, branches. Going back and forth costs what
 * the steps between changed. The history is bounded; `size` tells what was dropped.
 *
 * @example
 * const session = engine.session(blueprint)
 * session.run('make the header darker')
 * session.checkpoint('dark')
 * session.run('delete the footer')
 * session.rollbackTo('dark')
 */
export class Session {
  readonly #engine: SessionEngine
  readonly #history: History
  #blueprint: Blueprint

  /** See {@link Engine.session}. */
  constructor(engine: SessionEngine, blueprint: Blueprint, history: History) {
    this.#engine = engine
    this.#blueprint = blueprint
    this.#history = history
  }

  /** The document as it stands. */
  get blueprint(): Blueprint {
    return this.#blueprint
  }

  /** The steps of the current branch, oldest first, with those that are undone. */
  get history(): readonly HistoryEntry[] {
    return this.#history.entries()
  }

  /** All branches, in the order in which they began. */
  get branches(): readonly HistoryBranch[] {
    return this.#history.branches()
  }

  /** How much is kept, and what the limits have dropped. */
  get size(): HistorySize {
    return this.#history.size
  }

  /** The number of the last step that is applied; 0 at the very beginning. */
  get position(): number {
    return this.#history.position
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** Runs a command on the document; one that changes it becomes a step, and steps that were undone are forgotten. */
  run(command: string | readonly Step[], options?: RunOptions): Answer {
    const answer = this.#engine.run(this.#blueprint, command, options)
    if (answer.patches.length === 0) return answer
    try {
      this.#push(answer, labelOf(command))
    } catch (error) {
      return this.#engine.refuse(this.#blueprint, command, error)
    }
    return answer
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    return this.#history.canUndo && this.#go('undo', (root) => this.#history.undo(root))
  }

  /** Does again what was undone last; false when there is nothing. */
  redo(): boolean {
    return this.#history.canRedo && this.#go('redo', (root) => this.#history.redo(root))
  }

  /**
   * Names a state, the present one or that after a step, to come back to it. A name that is in use moves.
   *
   * @throws RangeError when the step is not in the history, or the name is empty or longer than 200 characters.
   */
  checkpoint(name: string, step?: number): void {
    this.#history.checkpoint(name, step)
  }

  /**
   * Goes to a named state, or to the state after a step (0: the beginning), back or forward; what is left behind can be redone.
   *
   * @throws RangeError when the name or step is not in the history.
   */
  rollbackTo(nameOrStep: string | number): void {
    this.#go('rollback', (root) => this.#history.rollbackTo(root, nameOrStep))
  }

  /**
   * Goes back into a command: to the state before it, with only its first parts done again. That is a step of its own, in the
   * place of the command; the steps after it are forgotten, as by `run`. Where the answer is not `applied`, nothing has moved.
   *
   * @param parts how many of the command's parts to keep, from 0 up to all
   * @throws RangeError when the step is not in the history or has fewer parts, or was itself applied in part.
   */
  rollbackInto(step: number, parts: number): Answer {
    const { label, detail } = this.#history.stepOf(step)
    const all = Array.isArray(detail) ? (detail as readonly (readonly Step[])[]) : []
    if (!Number.isInteger(parts) || parts < 0 || parts > all.length)
      throw new RangeError(
        `expected a number of parts of step ${step} in 0..${all.length}, got ${describe(parts)}`,
      )
    const before = this.#history.at(this.#blueprint, step - 1)
    this.#engine.carry(this.#blueprint, before)
    // Targets that an earlier step made are counted from the first step, so the parts are sent as one command.
    const answer = this.#engine.run(before, all.slice(0, parts).flat())
    if (answer.status !== 'applied') {
      this.#engine.carry(before, this.#blueprint)
      return answer
    }
    this.rollbackTo(step - 1)
    if (answer.patches.length > 0) this.#push(answer, `${label} (the first ${parts} of ${all.length} parts)`)
    return answer
  }

  /** Says a step in other words. @throws RangeError when the step is not in the history. */
  rename(step: number, label: string): void {
    if (typeof label !== 'string') throw new TypeError(`expected a text as label, got ${describe(label)}`)
    this.#history.rename(step, label)
  }

  /**
   * Makes one step of several that follow one another; checkpoints between them are forgotten, later steps get lower numbers.
   *
   * @param label default: the labels of the steps, joined by semicolons
   * @throws RangeError when the steps are not in the history, and when the document stands between them.
   */
  squash(from: number, to: number, label?: string): void {
    this.#history.squash(from, to, label)
  }

  /**
   * Begins a branch, at the present state or at an older one, and goes there. What was done since stays on the branch it is on.
   *
   * @throws RangeError for a state that is not in the history, a name that is in use, and above 64 branches.
   */
  branch(name: string, nameOrStep?: string | number): void {
    this.#go('branch', (root) => this.#history.branch(root, name, nameOrStep))
  }

  /** Goes to where a branch was left. @throws RangeError when there is none of that name. */
  switchTo(branch: string): void {
    this.#go('branch', (root) => this.#history.switchTo(root, branch))
  }

  /** Forgets a branch with the steps that no other has. @throws RangeError for the current one, or none. */
  removeBranch(name: string): void {
    this.#history.removeBranch(name)
  }

  /** The session as data: document, steps, branches and names. `Engine.sessionFromJSON` takes it up again, anywhere. */
  toJSON(): SessionJson {
    return { version: 1, blueprint: this.#blueprint, history: this.#history.toJSON() }
  }

  #push(answer: Answer, label: string): void {
    const { patches, inverse, steps, status } = answer
    // What was done in part cannot be told apart by parts: later ones may count on steps that failed.
    const detail = status === 'applied' ? steps.map(({ parameters }) => parameters) : undefined
    this.#history.push({ label, patches, inverse, ...(detail !== undefined && { detail }) })
    this.#blueprint = answer.blueprint
  }

  #go(kind: HistoryEvent['kind'], travel: (root: Blueprint) => Blueprint): boolean {
    const from = this.#blueprint
    this.#blueprint = travel(from)
    this.#engine.told(kind)
    this.#engine.carry(from, this.#blueprint)
    return true
  }
}

function labelOf(command: string | readonly Step[]): string {
  if (typeof command === 'string') return command
  return command.length === 1 ? '1 step' : `${command.length} steps`
}
