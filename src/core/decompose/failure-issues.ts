import type { Issue } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { splitWords } from '../document/words.ts'
import type { Clause, Unread } from './clause.ts'
import { vocabularyWords } from './lexicon/lexicon.ts'
import type { LowerFailure } from './lower/lowering.ts'
import { suggestForUnread } from './suggest-unread.ts'
import { suggestFor, suggestNear } from './suggest.ts'

/** What to tell about a clause whose words mean nothing, or too much, in the document. */
export function failureIssue(
  failure: LowerFailure,
  clause: Clause,
  text: string,
  index: DocumentIndex,
): Issue {
  const reference = failure.reference
  const span =
    reference === null || reference.end === 0
      ? { start: clause.start, end: clause.end }
      : { start: reference.start, end: reference.end }
  const suggestions =
    failure.code === 'reference-ambiguous'
      ? suggestFor(text, span, failure.candidates)
      : suggestNear(text, span, reference, index)
  const candidates = failure.candidates.length > 0 ? failure.candidates : suggestions.candidates
  return {
    code: failure.code,
    severity: 'error',
    stage: 'decompose',
    message:
      reference === null
        ? failure.message
        : failure.message.replace(reference.phrase, () => cut(reference.phrase)),
    span,
    ...(candidates.length === 0 ? {} : { candidates }),
    ...(suggestions.commands.length === 0 ? {} : { suggestions: suggestions.commands }),
  }
}

/** Words of a command that a message repeats at most. */
const MOST_SAID = 120

function cut(words: string): string {
  return words.length <= MOST_SAID ? words : `${words.slice(0, MOST_SAID - 1)}…`
}

const MOST_UNKNOWN = 5

/** Which of the words neither the vocabulary nor the document has. */
function unknownAmong(unread: Unread, index: DocumentIndex): string {
  const unknown = new Set<string>()
  for (const word of unread.words) {
    if (unknown.size === MOST_UNKNOWN) break
    if (!vocabularyWords().has(word) && !splitWords(word).some((part) => index.hasWord(part)))
      unknown.add(cut(word))
  }
  return unknown.size === 0 ? '' : `; not known: "${[...unknown].join('", "')}"`
}

/** What to tell about words that no family could read. */
export function unreadIssue(unread: Unread, text: string, index: DocumentIndex): Issue {
  const words = text.slice(unread.start, unread.end)
  const span = { start: unread.start, end: unread.end }
  const commands = suggestForUnread(words, unread.vague.length > 0, index)
  const suggestions = commands.length === 0 ? {} : { suggestions: commands }
  if (unread.vague.length > 0) {
    return {
      code: 'unmeasurable',
      severity: 'error',
      stage: 'decompose',
      span,
      message: `"${unread.vague.join('", "')}" cannot be measured: say what shall change, such as a color, a size or a place`,
      ...suggestions,
    }
  }
  return {
    code: 'not-understood',
    severity: 'error',
    stage: 'decompose',
    span,
    message: `"${cut(words)}" was not understood${unknownAmong(unread, index)}`,
    ...suggestions,
  }
}
