import { describe } from '../base/json.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import type { Reading } from '../decompose/clause.ts'
import { IntentCache } from '../decompose/intent-cache.ts'
import { readCommand } from '../decompose/read-command.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { validateSteps } from '../execute/step-validate.ts'
import type { Answer } from './answer.ts'
import type { Settings } from './options.ts'
import type { EngineStats } from './statistics.ts'

/** A command before it meets a document: its words as read, or its steps as validated. */
export interface ReadCommand {
  readonly content: Reading | readonly Step[]
  /** As the words alone say; null for steps. */
  readonly reading: Reading | null
  readonly cache: Answer['cache']
}

/** Reads commands, with the intent cache, and refuses what is none. */
export class CommandReader {
  readonly #settings: Settings
  readonly #cache: IntentCache | null

  constructor(settings: Settings) {
    this.#settings = settings
    this.#cache = settings.intentCache === 0 ? null : new IntentCache(settings.intentCache)
  }

  get cacheStats(): EngineStats['cache'] {
    const cache = this.#cache
    return { hits: cache?.hits ?? 0, misses: cache?.misses ?? 0, size: cache?.size ?? 0 }
  }

  /**
   * What a command says to this document, where it can be taken for what it says: else null, and running it tells what is
   * wrong, or what was corrected.
   *
   * @param cache what the intent cache said where the command was read before; null where it was not
   */
  read(
    command: string | readonly Step[],
    index: DocumentIndex,
    cache: Answer['cache'] | null,
  ): ReadCommand | null {
    if (this.refusal(command) !== null) return null
    if (typeof command === 'string') {
      const read = this.readText(command, cache)
      const { reading } = read
      if (this.countIssue(reading) !== null || reading.doubled.length > 0) return null
      return { content: forDocument(reading, index), reading, cache: read.cache }
    }
    const steps = this.validate(command)
    return steps.ok ? { content: steps.value, reading: null, cache: 'off' } : null
  }

  /** @param counted what the cache said when it was asked before: it is not asked, and counted, again */
  readText(
    text: string,
    counted: Answer['cache'] | null,
  ): { readonly reading: Reading; readonly cache: Answer['cache'] } {
    const known = counted === null ? this.#cache?.get(text) : this.#cache?.peek(text)
    if (known !== undefined && counted !== null) return { reading: known, cache: counted }
    if (known !== undefined) return { reading: known, cache: 'hit' }
    const reading = readCommand(text, this.#settings.limits.maxSteps)
    this.#cache?.set(text, reading)
    return { reading, cache: this.#cache === null ? 'off' : 'miss' }
  }

  /** A command that nobody has sent: the cache neither keeps nor counts it. */
  readAside(text: string): Reading {
    return this.#cache?.peek(text) ?? readCommand(text, this.#settings.limits.maxSteps)
  }

  /** What is wrong with the number of clauses; null where nothing is. */
  countIssue(reading: Reading): Issue | null {
    const { maxSteps } = this.#settings.limits
    const count = reading.clauses.length + reading.unread.length
    if (count > maxSteps)
      return {
        code: 'too-many-steps',
        severity: 'error',
        stage: 'input',
        message: `expected at most ${maxSteps} steps in one command, got more`,
      }
    if (count === 0)
      return {
        code: 'command-empty',
        severity: 'error',
        stage: 'decompose',
        message: 'expected a command, got no words that say what to do',
      }
    return null
  }

  validate(steps: readonly Step[]): Result<readonly Step[], readonly Issue[]> {
    const { maxSteps, maxTextLength } = this.#settings.limits
    return validateSteps(steps, { maxSteps, maxTextLength })
  }

  /** What is wrong with a command before anything of it is read; null where nothing is. */
  refusal(command: unknown): Issue | null {
    const { maxCommandLength } = this.#settings.limits
    const wrong = (code: Issue['code'], message: string): Issue => ({
      code,
      severity: 'error',
      stage: 'input',
      message,
    })
    try {
      if (Array.isArray(command)) return null
    } catch {
      return wrong(
        'command-invalid',
        'expected a command as text or an array of steps, got a value that throws when it is read',
      )
    }
    if (typeof command !== 'string')
      return wrong(
        'command-invalid',
        `expected a command as text or an array of steps, got ${describe(command)}`,
      )
    if (command.length > maxCommandLength)
      return wrong(
        'command-too-long',
        `expected a command of at most ${maxCommandLength} characters, got ${command.length}`,
      )
    if (command.trim() === '') return wrong('command-empty', 'expected a command, got an empty text')
    return null
  }
}

/** The reading that is right where the document has components with a dot in their ids. */
export function forDocument(reading: Reading, index: DocumentIndex): Reading {
  return namesComponent(reading, index) ? reading.dotted!.whole() : reading
}

/** Whether words with a dot are ids of this document, and no component with its property. */
function namesComponent({ dotted }: Reading, index: DocumentIndex): boolean {
  return dotted !== null && dotted.ids.some((id) => index.has(id))
}
