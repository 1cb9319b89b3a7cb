import type { Issue } from '../command/issue.ts'
import type { Found, Reply } from '../command/question.ts'
import type { Trace } from '../command/trace.ts'
import type { Blueprint } from '../document/blueprint.ts'
import type { ChangedComponent } from '../document/change.ts'
import type { Patch } from '../document/patch.ts'
import { blueprintText } from '../serialize/blueprint-text.ts'
import { deltaText } from '../serialize/delta-text.ts'
import type { Answer, Status, StepReport, Timings } from './answer.ts'

export interface AnswerParts {
  readonly status: Status
  readonly blueprint: Blueprint
  /** Null: to be made when it is first read. */
  readonly delta: string | null
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly steps: readonly StepReport[]
  readonly changed: readonly ChangedComponent[]
  readonly issues: readonly Issue[]
  readonly confidence: number
  readonly timings: Timings
  readonly cache: 'hit' | 'miss' | 'off'
  /** Null where nothing was asked. */
  readonly reply: Reply | null
}

/** An answer whose text and trace are made when they are first read. */
export class CommandAnswer implements Answer {
  readonly status: Status
  readonly blueprint: Blueprint
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly steps: readonly StepReport[]
  readonly changed: readonly ChangedComponent[]
  readonly issues: readonly Issue[]
  readonly confidence: number
  readonly timings: Timings
  readonly cache: 'hit' | 'miss' | 'off'
  declare readonly reply?: string
  declare readonly found?: readonly Found[]
  readonly #buildTrace: () => Trace
  readonly #isDocument: boolean
  #json: string | null = null
  #delta: string | null
  #trace: Trace | null = null

  /** @param isDocument false for what was refused as no document: its text is not kept. */
  constructor(parts: AnswerParts, isDocument: boolean, buildTrace: () => Trace) {
    this.status = parts.status
    this.blueprint = parts.blueprint
    this.#delta = parts.delta
    this.patches = parts.patches
    this.inverse = parts.inverse
    this.steps = parts.steps
    this.changed = parts.changed
    this.issues = parts.issues
    this.confidence = parts.confidence
    this.timings = parts.timings
    this.cache = parts.cache
    if (parts.reply !== null) {
      this.reply = parts.reply.text
      this.found = parts.reply.found
    }
    this.#buildTrace = buildTrace
    this.#isDocument = isDocument
  }

  get json(): string {
    this.#json ??= documentText(this.blueprint, this.#isDocument)
    return this.#json
  }

  get delta(): string {
    this.#delta ??= deltaText(this)
    return this.#delta
  }

  get trace(): Trace {
    this.#trace ??= this.#buildTrace()
    return this.#trace
  }
}

/** The answer to what was refused before anything ran. */
export function refusedAnswer(
  blueprint: Blueprint,
  issues: readonly Issue[],
  timings: Timings,
  buildTrace: () => Trace,
): Answer {
  return new CommandAnswer(
    {
      status: 'rejected',
      blueprint,
      delta: deltaText({ patches: [], changed: [], status: 'rejected' }),
      patches: [],
      inverse: [],
      steps: [],
      changed: [],
      issues,
      confidence: 0,
      timings,
      cache: 'off',
      reply: null,
    },
    false,
    buildTrace,
  )
}

/** The text of a document; what is none is written as far as JSON can. */
export function documentText(blueprint: Blueprint, isDocument: boolean): string {
  return isDocument ? blueprintText(blueprint) : textOf(blueprint)
}

function textOf(input: unknown): string {
  try {
    return JSON.stringify(input) ?? 'null'
  } catch {
    return 'null'
  }
}
