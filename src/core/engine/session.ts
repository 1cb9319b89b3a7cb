import type { Step } from '../command/step.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { History } from '../document/history.ts'
import type { HistoryEntry, HistoryLimits } from '../document/history.ts'
import type { Answer } from './answer.ts'
import type { HistoryEvent } from './observer.ts'
import type { RunOptions } from './options.ts'

export interface SessionOptions {
  readonly history?: Partial<HistoryLimits>
}

interface Runner {
  run(blueprint: Blueprint, command: string | readonly Step[], options?: RunOptions): Answer
}

/** A document and the commands that made it what it is. Undo and redo cost what the step changed. */
export class Session {
  readonly #engine: Runner
  readonly #carry: (from: Blueprint, to: Blueprint, kind: HistoryEvent['kind']) => void
  readonly #history: History
  #blueprint: Blueprint

  constructor(
    engine: Runner,
    carry: (from: Blueprint, to: Blueprint, kind: HistoryEvent['kind']) => void,
    blueprint: Blueprint,
    options: SessionOptions,
  ) {
    this.#engine = engine
    this.#carry = carry
    this.#blueprint = blueprint
    this.#history = new History(options.history)
  }

  /** The document as it stands. */
  get blueprint(): Blueprint {
    return this.#blueprint
  }

  get history(): readonly HistoryEntry[] {
    return this.#history.entries()
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** Runs a command on the document; an applied one becomes a step of the history. */
  run(command: string | readonly Step[], options?: RunOptions): Answer {
    const answer = this.#engine.run(this.#blueprint, command, options)
    if (answer.patches.length > 0) {
      const label = typeof command === 'string' ? command : `${command.length} steps`
      this.#history.push({ label, patches: answer.patches, inverse: answer.inverse })
      this.#blueprint = answer.blueprint
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

  /** Names the present state, to come back to it. */
  checkpoint(name: string): void {
    this.#history.checkpoint(name)
  }

  /**
   * Goes to a named state, or to the state after a step (0: the beginning).
   *
   * @throws RangeError when the name or step is not in the history.
   */
  rollbackTo(nameOrStep: string | number): void {
    this.#go('rollback', (root) => this.#history.rollbackTo(root, nameOrStep))
  }

  #go(kind: HistoryEvent['kind'], travel: (root: Blueprint) => Blueprint): boolean {
    const root = travel(this.#blueprint)
    this.#carry(this.#blueprint, root, kind)
    this.#blueprint = root
    return true
  }
}
