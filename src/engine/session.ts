import { describe } from '../base/json.ts'
import type { Issue } from '../command/issue.ts'
import type { HistoryRequest } from '../command/request.ts'
import type { Step } from '../command/step.ts'
import type { Blueprint } from '../document/blueprint.ts'
import type { History } from '../document/history.ts'
import type { HistoryLimits } from '../document/history-limits.ts'
import type { HistoryBranch, HistoryEntry, HistorySize } from '../document/history-view.ts'
import type { Answer } from './answer.ts'
import { wayOf } from './history-requests.ts'
import type { Moved } from './moved-answer.ts'
import type { HistoryEvent } from './observer.ts'
import { checkRunOptions, NO_OPTIONS } from './options.ts'
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
  /** The answer to steps that nobody has sent: they are neither counted nor told. */
  rerun(blueprint: Blueprint, steps: readonly Step[]): Answer
  /** The answer to a request to the history: what it did, or why nothing. */
  moved(refused: Answer, change: Moved, issue: Issue | null): Answer
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
  /** What the command before changed or asked about: "it" means that where nothing else was said. */
  #spokenOf: readonly string[] = []

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
  run(command: string | readonly Step[], options: RunOptions = NO_OPTIONS): Answer {
    if (options !== NO_OPTIONS) checkRunOptions(options)
    const selection = options.selection ?? this.#spokenOf
    const answer = this.#engine.run(this.#blueprint, command, { ...options, selection })
    const request = historyRequestIn(answer)
    if (request !== null) return this.#serve(request, answer)
    this.#spokenOf = spokenOf(answer) ?? this.#spokenOf
    return this.#keep(answer, command)
  }

  #keep(answer: Answer, command: string | readonly Step[]): Answer {
    if (answer.patches.length === 0) return answer
    try {
      this.#push(answer, labelOf(command))
    } catch (error) {
      return this.#engine.refuse(this.#blueprint, command, error)
    }
    return answer
  }

  /** Does what was asked of the history; where that cannot be, nothing moves. */
  #serve(request: HistoryRequest, refused: Answer): Answer {
    const history = this.#history
    const before = this.#blueprint
    const way = wayOf(
      { history, blueprint: before, rerun: (from, to, steps) => this.#rerun(from, to, steps) },
      request,
    )
    this.#engine.carry(before, before)
    if (!way.ok)
      return this.#engine.moved(refused, { before, after: before, patches: [], inverse: [] }, way.error)
    const { value } = way
    switch (value.kind) {
      case 'run':
        return this.run(value.steps)
      case 'travel':
        this.#go(request.action === 'redo' ? 'redo' : 'undo', (root) =>
          history.rollbackTo(root, value.position),
        )
        break
      case 'push': {
        const { label, patches, inverse, after } = value
        history.push({ label, patches, inverse })
        this.#blueprint = after
        this.#engine.carry(before, after)
      }
    }
    const { patches, inverse } = value
    return this.#engine.moved(refused, { before, after: this.#blueprint, patches, inverse }, null)
  }

  #rerun(from: Blueprint, to: Blueprint, steps: readonly Step[]): Answer {
    this.#engine.carry(from, to)
    return this.#engine.rerun(to, steps)
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
    if (typeof label !== 'string') throw new TypeError(`expected a string as label, got ${describe(label)}`)
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

/** The request to the history that a command was refused for, where it was nothing else. */
function historyRequestIn({ issues, steps }: Answer): HistoryRequest | null {
  if (!issues.some(({ code }) => code === 'session-needed') || steps.length !== 1) return null
  const [step, ...others] = steps[0]!.parameters
  return step?.kind === 'history' && others.length === 0 ? step : null
}

/** What a command was about: what it made, found or acted on; null where it did nothing. */
function spokenOf({ status, changed, found, steps }: Answer): readonly string[] | null {
  if (status !== 'applied' && status !== 'partial' && status !== 'answered') return null
  if (found !== undefined && found.length > 0) return found.map(({ id }) => id)
  const made = changed.filter(({ properties }) => properties.includes('created')).map(({ id }) => id)
  if (made.length > 0) return made.slice(0, 1)
  const named = steps.flatMap(({ targets }) => targets.map(({ id }) => id))
  return named.length > 0 ? [...new Set(named)] : null
}
