import type { Correction } from '../../command/correction.ts'
import type { Step } from '../../command/step.ts'
import { lex } from '../../decompose/lexeme.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import { isKnown } from '../../decompose/lexicon/lexicon.ts'
import type { Corrected } from '../../decompose/spelling.ts'
import { tokenize } from '../../decompose/tokenize.ts'
import type { Outcome } from '../pipeline.ts'

/** A correction that is less sure than this may take nothing away. */
const SURE = 0.9

/** Shorter slips are near too many names: "delete she title" means no shoe. */
const LEAST_NAME = 4

/** A reading that was tried. */
export interface Tried {
  readonly text: Corrected
  readonly outcome: Outcome
}

/**
 * Whether readings of a command are too doubtful for one of them to be taken: where something would be deleted or hidden, all of
 * them have to remove the same, and the corrections have to be sure.
 */
export function isRisky(readings: readonly Tried[]): boolean {
  const away = new Set(readings.map(({ outcome }) => takenAway(outcome)))
  if (away.size > 1) return true
  if (away.has('')) return false
  return readings.some(({ text }) => text.corrections.some(isUnsure))
}

function isUnsure({ from, to, confidence }: Correction): boolean {
  return confidence < SURE || (from.length < LEAST_NAME && !isKnown(to.toLowerCase()))
}

/** What an outcome deletes or hides, the same text for the same; empty for nothing. */
function takenAway({ steps }: Outcome): string {
  const taking = steps.flatMap(({ parameters, status }) =>
    status === 'failed' ? [] : parameters.filter(takesAway),
  )
  return taking.length === 0 ? '' : JSON.stringify(taking)
}

/** How many words of a command speak of deleting or hiding. O(length). */
export function takingWords(text: string): number {
  return lex(tokenize(text)).filter(speaksOfTaking).length
}

function speaksOfTaking({ senses: { verb, participle, style } }: Lexeme): boolean {
  return (
    verb === 'delete' ||
    verb === 'hide' ||
    participle === 'delete' ||
    participle === 'hide' ||
    style?.property === 'hidden'
  )
}

/** How many parts of a command delete or hide something. */
export function takingParts({ steps }: Outcome): number {
  return steps.filter(({ parameters }) => parameters.some(takesAway)).length
}

/** Whether a step leaves less to be seen. */
function takesAway(step: Step): boolean {
  if (step.kind === 'delete') return true
  if (step.kind !== 'set') return false
  return (
    (step.property === 'hidden' && step.value === true) || (step.property === 'opacity' && step.value === 0)
  )
}
