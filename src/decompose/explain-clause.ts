import type { TraceClause, TraceReading } from '../command/trace.ts'
import type { Act } from './act.ts'
import type { Clause, Unread, Wish } from './clause.ts'
import { cutWords } from './cut-words.ts'
import type { PlaceWish } from './effect.ts'
import { failureMessage } from './failure-issues.ts'
import { families } from './intents/registry.ts'
import { lex } from './lexeme.ts'
import { sidesOfSwap } from './lower/lower-swap.ts'
import { lowerWish } from './lower/lower-wish.ts'
import type { LowerContext, Lowering } from './lower/lowering.ts'
import { attemptsOf } from './plan.ts'
import type { Attempt } from './plan.ts'
import { readableBeginning } from './readable-beginning.ts'
import type { Reference } from './reference.ts'
import { explainReference } from './resolve/explain-reference.ts'
import { tokenize } from './tokenize.ts'

/** Reasons that are told of many clauses. */
const CHEAPEST = 'the likeliest reading'
const FIRST = 'reads these words, first in the order of families'
const ONLY = 'reads these words, as no other family does'
const MEANS = 'the first reading that means something here'
const ASKED = 'not tried: what fits several is asked, not guessed'
const UNREAD = 'cannot read these words to their end'

/** Why a clause was read as it was, what else was tried, and why its components are meant. For explanations only. */
export function explainClause(
  clause: Clause,
  scope: Reference | null,
  context: LowerContext,
  text: string,
): TraceClause {
  const attempts = [...attemptsOf(clause, scope)]
  const lowered = attempts.map(({ wish }) => lowerWish(wish, context))
  const asked = lowered.findIndex((one, i) => isAsked(one) && attempts[i]!.how === null)
  const tried = asked < 0 ? attempts.length : asked + 1
  const taken = lowered.findIndex((one, i) => one.ok && i < tried)
  const readings = attempts.map((attempt, i): TraceReading => {
    const reason =
      i === taken
        ? reasonOfTaken(i, attempts.length, clause)
        : i >= tried
          ? ASKED
          : reasonOfOther(lowered[i]!, taken >= 0 && i > taken, dearerBy(attempt, clause))
    return { family: attempt.family, accepted: i === taken, reason: `${howText(attempt, clause)}${reason}` }
  })
  const said = (attempts[taken] ?? attempts.find(({ how }) => how === null) ?? attempts[0]!).wish
  const wish = asLookedUp(said, lowered[taken])
  return {
    text: text.slice(clause.start, clause.end),
    span: { start: clause.start, end: clause.end },
    readings: clause.cost === undefined ? [...readings, ...silentFamilies(attempts, taken)] : readings,
    references: referencesOf(wish, context).flatMap(({ reference, context: own }) =>
      explainReference(reference, own),
    ),
  }
}

/** With the phrase that was looked up in the end: of several that fit, the wish may decide for one. */
function asLookedUp(wish: Wish, lowered: Lowering | undefined): Wish {
  const reference = lowered?.ok === true ? lowered.value.reference : null
  return wish.kind === 'style' && reference !== null && reference.id !== null
    ? { ...wish, target: reference }
    : wish
}

/** A stretch that no family reads: how far each came. */
export function explainUnread({ start, end }: Unread, text: string): TraceClause {
  const words = text.slice(start, end)
  const lexemes = lex(tokenize(words))
  return {
    text: words,
    span: { start, end },
    readings: families.map((family): TraceReading => {
      const read = readableBeginning(family, lexemes)
      const reason =
        read === 0 ? UNREAD : `reads "${cutWords(words.slice(0, lexemes[read - 1]!.end))}" and no further`
      return { family: family.name, accepted: false, reason }
    }),
    references: [],
  }
}

function isAsked(lowered: Lowering): boolean {
  return !lowered.ok && lowered.error.code === 'reference-ambiguous'
}

function reasonOfTaken(at: number, count: number, clause: Clause): string {
  if (at > 0) return MEANS
  if (clause.cost !== undefined) return `${CHEAPEST}, cost ${clause.cost}`
  return count === 1 ? ONLY : FIRST
}

/** What tells two readings of one family apart. */
function howText({ family, how }: Attempt, clause: Clause): string {
  if (how === 'otherwise') return family === clause.family ? 'in another way, ' : ''
  return how === null ? '' : `${how}, `
}

/** How much more another reading costs, in words; null where readings are not weighed. */
function dearerBy({ cost }: Attempt, clause: Clause): string | null {
  if (cost === undefined || clause.cost === undefined)
    return clause.cost === undefined ? null : 'not as likely'
  return cost === clause.cost ? 'as likely' : `less likely by ${cost - clause.cost}`
}

function reasonOfOther(lowered: Lowering, isLater: boolean, dearer: string | null): string {
  const later = dearer ?? 'later in the order'
  if (!lowered.ok)
    return isLater ? `${later}, and ${failureMessage(lowered.error)}` : failureMessage(lowered.error)
  const targets = lowered.value.targets.map((target) =>
    typeof target === 'string' ? `#${target}` : 'what was made',
  )
  return targets.length === 0 ? later : `${later}; it would mean ${listed(targets)}`
}

/** Ids that one reason names. */
const MAX_NAMED = 3

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).join(', ')
  return names.length > MAX_NAMED ? `${shown} and ${names.length - MAX_NAMED} more` : shown
}

/** The families that were asked before and had nothing to say. */
function silentFamilies(attempts: readonly Attempt[], taken: number): TraceReading[] {
  const reading = new Set(attempts.map(({ family }) => family))
  const last = families.findIndex(({ name }) => name === (attempts[taken] ?? attempts[0]!).family)
  return families
    .slice(0, last)
    .filter(({ name }) => !reading.has(name))
    .map(({ name }) => ({ family: name, accepted: false, reason: UNREAD }))
}

/** The phrases of a wish that name components, each with what was known when it was looked up. */
function referencesOf(
  wish: Wish,
  context: LowerContext,
): readonly { readonly reference: Reference; readonly context: LowerContext }[] {
  if (wish.kind === 'swap') return sidesOfSwap(wish, context)
  return phrasesOf(wish).map((reference) => ({ reference, context }))
}

function phrasesOf(wish: Exclude<Wish, { kind: 'swap' }>): Reference[] {
  switch (wish.kind) {
    case 'style':
      return [wish.target, ...wish.effects.flatMap((effect) => (effect.kind === 'like' ? [effect.of] : []))]
    case 'move':
      return [wish.target, ...anchorsOf(wish.place)]
    case 'duplicate':
      return [wish.target, ...(wish.place === null ? [] : anchorsOf(wish.place))]
    case 'add':
      return wish.place === null ? [] : anchorsOf(wish.place)
    case 'token':
      return []
    case 'deed':
      return wish.deed.kind === 'section' && wish.deed.place !== null ? anchorsOf(wish.deed.place) : []
    case 'act':
      return [wish.target, ...modelsOf(wish.act)]
    default:
      return [wish.target]
  }
}

function modelsOf(act: Act): Reference[] {
  if (act.kind === 'align-with') return [act.with]
  return act.kind === 'match' && act.model !== null ? [act.model] : []
}

function anchorsOf(place: PlaceWish): Reference[] {
  if (!('anchor' in place)) return []
  return 'other' in place ? [place.anchor, place.other] : [place.anchor]
}
