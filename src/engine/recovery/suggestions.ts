import type { Issue } from '../../command/issue.ts'
import { firstCommands } from '../../decompose/name-things.ts'
import { hasUnknownWords } from '../../decompose/spelling.ts'
import { suggestNumbers } from '../../decompose/suggest-numbers.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import { effectOf } from '../outcome.ts'
import type { Outcome } from '../pipeline.ts'
import { exchangedParts, exchangedWords } from './exchanges.ts'
import { takingParts, takingWords } from './risk.ts'
import { withSimilarNouns } from './similar-nouns.ts'

/** Suggestions that an issue keeps. */
const MOST = 3
/** Nobody reads, or sends, a longer one. */
const MAX_LENGTH = 400

/** Reads and runs commands on the document as it came. */
export interface Tried {
  /** Whether all of it can be read; cheaper than running it. */
  reads(command: string): boolean
  run(command: string): Outcome
}

/** What a rejected command may have meant. */
export interface Refused {
  /** The command, with the likeliest correction of its words. */
  readonly text: string
  /** Commands that work but are too doubtful to be done unasked, likeliest first. */
  readonly doubtful: readonly string[]
  /** Stands at the document as it came. */
  readonly index: DocumentIndex
}

/**
 * The issues of a rejected command with such suggestions only as succeed when they are sent: those that came with each issue,
 * and with the first of them the command in other words, in another order or with a similar noun. Runs only for refused
 * commands. O(trials), of which there are some dozens at most.
 */
export function withSuggestions(issues: readonly Issue[], refused: Refused, tried: Tried): readonly Issue[] {
  const mayTake = takingWords(refused.text)
  const first = issues.findIndex(({ severity }) => severity === 'error')
  return issues.map((issue, i) => {
    if (issue.severity !== 'error') return issue
    const { suggestions = [], ...rest } = issue
    const working = new Working(tried, mayTake)
    if (i !== first || !isAboutWords(issue)) working.addAll(suggestions)
    else addRephrased(working, issue, suggestions, refused)
    if (working.commands.length === 0) working.addAll(otherCommands(issue, refused))
    return working.commands.length === 0 ? rest : { ...rest, suggestions: working.commands }
  })
}

/** Where a name fits nothing, other names come first, but leave room for the command in another order. */
function addRephrased(
  working: Working,
  issue: Issue,
  own: readonly string[],
  { text, doubtful, index }: Refused,
): void {
  const isName = issue.code === 'reference-unknown'
  working.addAll(doubtful)
  working.addReadable(exchangedParts(text))
  if (isName) working.addAll(own, MOST - 1)
  if (mayBeOutOfOrder(issue, text, index)) working.addReadable(exchangedWords(text, issue.span))
  working.addAll(own)
  if (isName || issue.code === 'not-understood') working.addReadable(withSimilarNouns(text, issue.span))
}

/** What can be said where nothing near the words works: another number, or, where nothing was said, anything at all. */
function otherCommands({ code, span }: Issue, { text, index }: Refused): string[] {
  switch (code) {
    case 'value-invalid':
      return span === undefined ? [] : suggestNumbers(text, span)
    case 'command-empty':
      return firstCommands(index)
    default:
      return []
  }
}

function isAboutWords({ code, stage }: Issue): boolean {
  return stage === 'decompose' || code === 'conflict-deleted'
}

/** With words that nobody knows it is not the order that is wrong; and what fits several components is in order. */
function mayBeOutOfOrder({ code }: Issue, text: string, index: DocumentIndex): boolean {
  return code !== 'reference-ambiguous' && code !== 'conflict-deleted' && !hasUnknownWords(text, index)
}

/** Commands that work, as many as an issue keeps; of several that come to the same the first. */
class Working {
  readonly commands: string[] = []
  readonly #tried: Tried
  readonly #effects = new Set<string>()

  readonly #mayTake: number

  /** @param mayTake parts that may delete or hide something: no suggestion does so where nobody spoke of it */
  constructor(tried: Tried, mayTake: number) {
    this.#tried = tried
    this.#mayTake = mayTake
  }

  /** Tries commands until there are so many that work. */
  addAll(commands: Iterable<string>, most: number = MOST): void {
    for (const command of commands) {
      if (this.commands.length >= most) return
      if (command.length > MAX_LENGTH) continue
      const outcome = this.#tried.run(command)
      const effect = effectOf(outcome)
      if (outcome.failed > 0 || takingParts(outcome) > this.#mayTake || this.#effects.has(effect)) continue
      this.#effects.add(effect)
      this.commands.push(command)
    }
  }

  /** As {@link addAll}, for commands most of which cannot even be read. */
  addReadable(commands: readonly string[]): void {
    for (const command of commands) {
      if (this.commands.length >= MOST) return
      if (command.length <= MAX_LENGTH && this.#tried.reads(command)) this.addAll([command])
    }
  }
}
