// The pipeline of the roadmap with each of its optimisations to switch on and off, built around the engine's stages.
import type { Answer, Blueprint } from '../../src/index.ts'
import type { Core } from '../core.ts'
import { readThrough } from '../scenario.ts'

/** The roadmap's five optimisations, and a sixth that it does not know: that a result which comes back in is known. */
export interface Switches {
  /** Off: every command is read anew. */
  readonly intentCache: boolean
  /** Off: every rule looks at the whole document after each step. */
  readonly scopedValidation: boolean
  /** Off: document and reports are written by JSON.stringify; on: the text comes from kept pieces, the reports are left. */
  readonly cachedText: boolean
  /** Off: a deep copy of the document is kept before each step. */
  readonly deltaSnapshots: boolean
  /** Off: one call of the executor for each step. */
  readonly stepBatching: boolean
  /** Off: the document is validated in full and indexed before each step. */
  readonly knownDocument: boolean
}

export const allOn: Switches = {
  intentCache: true,
  scopedValidation: true,
  cachedText: true,
  deltaSnapshots: true,
  stepBatching: true,
  knownDocument: true,
}

/** The unoptimised pipeline that the roadmap starts from. */
export const allOff: Switches = {
  intentCache: false,
  scopedValidation: false,
  cachedText: false,
  deltaSnapshots: false,
  stepBatching: false,
  knownDocument: false,
}

/** A command, and its clauses as commands of their own. */
export interface Job {
  readonly command: string
  readonly clauses: readonly string[]
}

export class SwitchedPipeline {
  readonly #switches: Switches
  readonly #engine: ReturnType<Core['createEngine']>
  #snapshots: Blueprint[] = []

  constructor(core: Core, switches: Switches) {
    this.#switches = switches
    this.#engine = core.createEngine(switches.intentCache ? {} : { intentCache: 0 })
  }

  /** Microseconds of the last run that do not count: scoped verification where the full one stands for it. */
  deductedMicros = 0

  /** Runs a command; its result's text is read through, as a writer would. */
  run(blueprint: Blueprint, job: Job): { readonly blueprint: Blueprint; readonly text: string } {
    const { stepBatching, scopedValidation, cachedText } = this.#switches
    this.#snapshots = []
    this.deductedMicros = 0
    const answers: Answer[] = []
    let at = blueprint
    for (const command of stepBatching ? [job.command] : job.clauses) {
      const answer = this.#engine.run(this.#take(at), command)
      if (!scopedValidation) {
        this.#engine.verify(answer.blueprint)
        this.deductedMicros += answer.timings.verify
      }
      answers.push(answer)
      at = answer.blueprint
    }
    const last = answers.at(-1)!
    const text = cachedText ? last.json : JSON.stringify(at)
    readThrough(text)
    // The reports of the steps are what the roadmap's pipeline calls its reasoning trace.
    if (!cachedText) for (const { steps, issues } of answers) readThrough(JSON.stringify([steps, issues]))
    return { blueprint: at, text }
  }

  /** The document to work on, after a snapshot where one is kept. */
  #take(blueprint: Blueprint): Blueprint {
    const { deltaSnapshots, knownDocument } = this.#switches
    if (!deltaSnapshots) {
      const copy = structuredClone(blueprint)
      this.#snapshots.push(knownDocument ? copy : blueprint)
      return knownDocument ? blueprint : copy
    }
    // Another root object is another document to the engine.
    return knownDocument ? blueprint : { ...blueprint }
  }
}
