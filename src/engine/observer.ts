import type { Step } from '../command/step.ts'
import type { Answer } from './answer.ts'
import type { DialectAnswer } from './dialect-answer.ts'
import type { CommandBatchAnswer } from './command-batch/command-batch.ts'

/** A command that has been answered. */
export interface CommandEvent {
  /** Counts the commands of one engine, from 1. */
  readonly sequence: number
  readonly command: string | readonly Step[]
  readonly answer: Answer | DialectAnswer<unknown>
}

/** A way back or forward in a session. */
export interface HistoryEvent {
  readonly kind: 'undo' | 'redo' | 'rollback' | 'branch'
}

/**
 * The port through which an engine tells what it did: for metrics, logs, traces. It is called after the answer is made
 * and can change nothing; what it throws is counted in `stats().observerErrors` and goes no further. Without observers a
 * command costs one comparison more.
 *
 * @example createEngine({ observers: [{ command: ({ answer }) => console.log(answer.status) }] })
 */
export interface Observer {
  command?(event: CommandEvent): void
  /** After all commands of a batch; each of them has been told by `command` as well. */
  batch?(answer: CommandBatchAnswer): void
  history?(event: HistoryEvent): void
}

/** Tells observers, and keeps their failures from the caller. */
export class Observers {
  readonly #observers: readonly Observer[]
  #sequence = 0
  #errors = 0

  constructor(observers: readonly Observer[]) {
    this.#observers = observers
  }

  get errors(): number {
    return this.#errors
  }

  command(command: string | readonly Step[], answer: Answer | DialectAnswer<unknown>): void {
    if (this.#observers.length === 0) return
    const event: CommandEvent = { sequence: ++this.#sequence, command, answer }
    this.#tell((observer) => observer.command?.(event))
  }

  batch(answer: CommandBatchAnswer): void {
    this.#tell((observer) => observer.batch?.(answer))
  }

  history(kind: HistoryEvent['kind']): void {
    this.#tell((observer) => observer.history?.({ kind }))
  }

  #tell(tell: (observer: Observer) => void): void {
    for (const observer of this.#observers) {
      try {
        tell(observer)
      } catch {
        this.#errors++
      }
    }
  }
}
