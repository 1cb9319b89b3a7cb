import { describe } from '../base/json.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import type { Reading } from '../decompose/clause.ts'
import { IntentCache } from '../decompose/intent-cache.ts'
import { ownWordsOf } from '../decompose/own-words.ts'
import { readCommand as readPatterns } from '../decompose/read-command.ts'
import type { OwnWords } from '../decompose/own-words.ts'
import { readCommand, spotCommand } from '../language/read-command.ts'
import type { SpottedCommand } from '../language/read-command.ts'
import type { Vocabulary } from '../command/dialect.ts'
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
      const read = this.readText(command, cache, index)
      const { reading } = read
      if (this.countIssue(reading) !== null || reading.doubled.length > 0) return null
      return { content: reading, reading, cache: read.cache }
    }
    const steps = this.validate(command)
    return steps.ok ? { content: steps.value, reading: null, cache: 'off' } : null
  }

  /** @param counted what the cache said when it was asked before: it is not asked, and counted, again */
  readText(
    text: string,
    counted: Answer['cache'] | null,
    index: DocumentIndex,
    vocabulary: Vocabulary | null = null,
  ): { readonly reading: Reading; readonly cache: Answer['cache'] } {
    const own = vocabulary === null ? null : ownWordsOf(vocabulary)
    const command = spotCommand(text, index)
    const key = keyFor(command.key, own)
    const known = counted === null ? this.#cache?.get(key) : this.#cache?.peek(key)
    if (known !== undefined && counted !== null) return { reading: known, cache: counted }
    if (known !== undefined) return { reading: known, cache: 'hit' }
    const reading = this.#read(command, index, own?.words ?? null)
    this.#cache?.set(key, reading)
    return { reading, cache: this.#cache === null ? 'off' : 'miss' }
  }

  /** A command that nobody has sent: the cache neither keeps nor counts it. */
  readAside(text: string, index: DocumentIndex, vocabulary: Vocabulary | null = null): Reading {
    const own = vocabulary === null ? null : ownWordsOf(vocabulary)
    const command = spotCommand(text, index)
    return this.#cache?.peek(keyFor(command.key, own)) ?? this.#read(command, index, own?.words ?? null)
  }

  /**
   * Phrases and frames first; what they cannot read whole goes to the sentence patterns that came before them, until those
   * are gone (PHASE_10_3.md, decisions). Neither fills the gaps of the other: one of them reads all of a command.
   */
  #read(command: SpottedCommand, index: DocumentIndex, own: OwnWords | null): Reading {
    const reading = this.#settings.reader === 'patterns' ? null : readCommand(command, own)
    if (reading !== null && reading.unread.length === 0 && reading.clauses.length > 0) return reading
    if (reading?.isRefused === true) return reading
    // "set the font size to 24", of what is selected: nothing else is said in so few words.
    const isShort = command.tokens.length <= MOST_SHORT
    const short = reading !== null && isShort ? readCommand(command, own, true) : null
    if (short !== null && short.unread.length === 0 && short.clauses.length === 1 && isOfSelection(short))
      return short
    const patterns = readPatterns(command.text, this.#settings.limits.maxSteps, own)
    if (this.#settings.reader !== 'patterns' && patterns.unread.length > 0 && patterns.dotted === null) {
      // "bigger", of what is selected.
      const open = readCommand(command, own, true)
      if (open.unread.length === 0 && open.clauses.length > 0) return open
    }
    return patterns.dotted !== null && patterns.dotted.ids.some((id) => index.has(id))
      ? patterns.dotted.whole()
      : patterns
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
        'expected a command as text or an array of steps, got a value that throws when read',
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

/** Words of a command that leaves out what it acts on. */
const MOST_SHORT = 8

/** A property of what is selected is set: a thing of its name is less likely. */
function isOfSelection({ clauses }: Reading): boolean {
  const [clause] = clauses
  if (clause?.wish.kind !== 'style' || clause.wish.target.end !== 0) return false
  if (clause.wish.variant !== undefined) return true
  return clause.wish.effects.every(({ kind }) => kind === 'set' || kind === 'size' || kind === 'resize')
}

/** What the same words mean depends on the words of the dialect. */
function keyFor(text: string, own: { readonly number: number } | null): string {
  return own === null ? text : `${own.number}\u0000${text}`
}
