import type { Issue, Span } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Unread } from './clause.ts'
import { cutWords, saidWords } from './cut-words.ts'
import type { UnreadSuggestions } from './suggest-unread.ts'
import { isUnfinished, suggestForUnread } from './suggest-unread.ts'
import type { UnreadParts } from './unread-parts.ts'
import { partsOfUnread } from './unread-parts.ts'

/** Unknown words that a message names. */
const MOST_UNKNOWN = 5
/** Characters of one of them. */
const LONGEST_UNKNOWN = 30

const NOTHING: UnreadSuggestions = { mended: [], own: [] }

/** Whether the words are about the session, not about the document. */
function asksSession({ lexemes }: UnreadParts): boolean {
  return lexemes.length > 0 && HISTORY.has(lexemes[0]!.word)
}

const HISTORY: ReadonlySet<string> = new Set(['undo', 'redo', 'revert', 'rollback'])

/** Words that ask. A command says; that it could have been meant as a wish was tried before. */
const QUESTION = /^(?:what|which|why|how|where|who|whose|when|is|are|does|do|did|was|were|has|have)$/

/**
 * What to tell about words that no family could read: which of them are the trouble, and commands near them.
 *
 * @param isAlone whether all else in the command was read, so that mending these words mends the command
 */
export function unreadIssue(unread: Unread, text: string, index: DocumentIndex, isAlone: boolean): Issue {
  const words = text.slice(unread.start, unread.end)
  const parts = partsOfUnread(words, index)
  const { message, start, end } = troubleOf(parts, unread.vague, index)
  const before = text.slice(0, unread.start)
  // A question mark, or an end of a sentence, says nothing more.
  const after = /^[\s.!?]{0,20}$/.test(text.slice(unread.end)) ? '' : text.slice(unread.end)
  const { mended, own } = asksSession(parts)
    ? NOTHING
    : suggestForUnread(parts, unread.vague.length > 0, index)
  const others = otherClauses(before)
  const suggestions = [
    ...mended.map((command) => (isAlone ? before + command + after : command)),
    ...own.map((command) => (isAlone ? others + command + after : command)),
  ]
  return {
    code: unread.vague.length > 0 ? 'unmeasurable' : 'not-understood',
    severity: 'error',
    stage: 'decompose',
    span: { start: unread.start + start, end: unread.start + end },
    message,
    ...(suggestions.length === 0 ? {} : { suggestions }),
  }
}

/** What stands before a clause without the opening of its own: "hide the logo, I would like". */
function otherClauses(before: string): string {
  const ends = JOINTS.map((joint) => before.lastIndexOf(joint) + joint.length).filter(
    (end, i) => end >= JOINTS[i]!.length,
  )
  const end = Math.max(0, ...ends)
  const space = /^\s{0,20}/.exec(before.slice(end))![0]
  return before.slice(0, end) + space
}

const JOINTS = [',', ';', '.', '\n', ' and ', ' then '] as const

function troubleOf(
  parts: UnreadParts,
  vague: readonly string[],
  index: DocumentIndex,
): Span & { readonly message: string } {
  const { words, lexemes, unknown, readable } = parts
  const whole = { start: 0, end: words.length }
  if (vague.length > 0)
    return {
      ...whole,
      message: `${listed([...new Set(vague)])} cannot be measured: say what shall change, such as a color, a size or a place`,
    }
  if (asksSession(parts))
    return {
      ...whole,
      message: `${saidWords(words)} is no change of the document: a session takes commands back (session.undo(), session.redo(), and undo and redo in "blueprint repl")`,
    }
  if (readable > 0 && readable < lexemes.length) {
    const { end } = lexemes[readable - 1]!
    const { start } = lexemes[readable]!
    const rest = words.slice(start)
    return {
      start,
      end: words.length,
      message: `${saidWords(rest)} was not understood after "${cutWords(words.slice(0, end))}"`,
    }
  }
  if (unknown.length > 0) return { ...spanOf(unknown), message: unknownMessage(parts) }
  if (QUESTION.test(lexemes[0]?.word.split(' ')[0] ?? ''))
    return { ...whole, message: `${saidWords(words)} asks something: commands say what shall change` }
  if (isUnfinished(parts, index))
    return {
      ...whole,
      message: `${saidWords(words)} is not finished: it does not say what shall be done, or how`,
    }
  return { ...whole, message: `${saidWords(words)} was not understood` }
}

function spanOf(unknown: UnreadParts['unknown']): Span {
  return { start: unknown[0]!.start, end: unknown.at(-1)!.end }
}

function unknownMessage({ words, unknown }: UnreadParts): string {
  const names = new Set(unknown.map(({ start, end }) => cutWords(words.slice(start, end), LONGEST_UNKNOWN)))
  const are = names.size === 1 ? 'is not known' : 'are not known'
  return `${listed([...names])} ${are}${isForeign(unknown) ? ': commands are English' : ''}`
}

/** `"a", "b" and 2 more` */
function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_UNKNOWN)
    .map((name) => `"${name}"`)
    .join(', ')
  return names.length > MOST_UNKNOWN ? `${shown} and ${names.length - MOST_UNKNOWN} more` : shown
}

/** Another script, or more unknown words than slips of the pen make. */
function isForeign(unknown: UnreadParts['unknown']): boolean {
  return (
    new Set(unknown.map(({ word }) => word)).size > 2 ||
    unknown.some(({ word }) => /[^\p{Script=Latin}\p{N}_-]/u.test(word))
  )
}
