import type { Issue, Span } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Clause } from './clause.ts'
import { cutWords } from './cut-words.ts'
import type { LowerFailure } from './lower/lowering.ts'
import { mainThings, nameOf } from './name-things.ts'
import type { Suggestions } from './suggest.ts'
import { suggestFor, suggestMain, suggestNear } from './suggest.ts'

/** What to tell about a clause whose words mean nothing, or too much, in the document. */
export function failureIssue(
  failure: LowerFailure,
  clause: Clause,
  text: string,
  index: DocumentIndex,
): Issue {
  const { reference } = failure
  const span =
    reference === null || reference.end === 0
      ? { start: clause.start, end: clause.end }
      : { start: reference.start, end: reference.end }
  const near = suggestionsFor(failure, span, text, index)
  const candidates = failure.candidates.length > 0 ? failure.candidates : near.candidates
  // Where nothing comes near, it helps to see how other things are called.
  const isLost = failure.code === 'reference-unknown' && candidates.length === 0
  // "it" may be any of them; who names a thing means no other.
  const isOpen = isLost && reference !== null && reference.pronoun !== null && clause.wish.kind !== 'delete'
  const commands = isOpen ? suggestMain(text, span, index) : near.commands
  return {
    code: failure.code,
    severity: 'error',
    stage: 'decompose',
    message: `${failureMessage(failure)}${isLost ? exampleNames(index) : ''}`,
    span,
    ...(candidates.length === 0 ? {} : { candidates }),
    ...(commands.length === 0 ? {} : { suggestions: commands }),
  }
}

function suggestionsFor(failure: LowerFailure, span: Span, text: string, index: DocumentIndex): Suggestions {
  if (failure.code === 'reference-ambiguous') return suggestFor(text, span, failure.candidates)
  if (failure.reference === null) return { candidates: [], commands: [] }
  return suggestNear(text, span, failure.reference, index)
}

/** The message of a failure, with the phrase that it is about cut to what a person reads. */
export function failureMessage({ message, reference }: LowerFailure): string {
  const said = reference?.id ?? reference?.phrase ?? ''
  return said === '' ? message : message.replace(said, () => cutWords(said))
}

function exampleNames(index: DocumentIndex): string {
  const names = mainThings(index, 3).map((node) => nameOf(node, index))
  return names.length === 0 ? '' : `; there is, for example, ${names.join(', ')}`
}
