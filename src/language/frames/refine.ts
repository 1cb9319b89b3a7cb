import type { Clause, Wish } from '../../decompose/clause.ts'
import type { Effect } from '../../decompose/effect.ts'

/**
 * Wishes that say one thing twice, vaguely and then exactly, or by its outcome: the later one counts. "Darken it, #374151
 * should do", "too big. Design says 24px", "Cancel belongs left and Schedule right" behind a swap of the two.
 */
export function refined(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.map((clause, i) => {
    const own = withinClause(clause)
    const next = clauses.slice(i + 1).find(({ wish }) => !isIdle(wish))
    if (next !== undefined && saysAgain(own.wish, next.wish)) return idle(own)
    if (
      isSide(own.wish) &&
      clauses.some((other, k) => k !== i && Math.abs(k - i) <= 2 && swaps(other.wish, clauses, own))
    )
      return idle(own)
    return own
  })
}

/** "bigger, maybe double": of two changes of one kind in a clause the later one counts. */
function withinClause(clause: Clause): Clause {
  const { wish } = clause
  if (wish.kind !== 'style' || wish.effects.length < 2) return clause
  const effects = wish.effects.filter(
    (effect, i) => !wish.effects.slice(i + 1).some((later) => replaces(later, effect)),
  )
  return effects.length === wish.effects.length ? clause : { ...clause, wish: { ...wish, effects } }
}

function replaces(later: Effect, effect: Effect): boolean {
  if (!isVague(effect)) return false
  if (effect.kind === 'lightness')
    return later.kind === 'color' && (later.aspect === null || effect.aspect === later.aspect)
  if (effect.kind === 'resize')
    return (
      later.kind === 'size' ||
      (later.kind === 'resize' && sides(effect).every((side) => sides(later).includes(side)))
    )
  if (effect.kind === 'adjust') return later.kind === 'set' && later.property === effect.property
  return false
}

/** The usual factor of "bigger", and not one that was said. */
function isVague(effect: Effect): boolean {
  if (effect.kind === 'lightness') return true
  if (effect.kind === 'adjust') return true
  if (effect.kind !== 'resize') return false
  return [effect.width, effect.height].every((side) => side === undefined || side.kind === 'factor')
}

function sides(effect: Extract<Effect, { kind: 'resize' }>): string[] {
  return [
    ...(effect.width === undefined ? [] : ['width']),
    ...(effect.height === undefined ? [] : ['height']),
  ]
}

/** A wish of the same thing behind it makes each of its effects exact. */
function saysAgain(wish: Wish, next: Wish): boolean {
  if (wish.kind !== 'style' || next.kind !== 'style' || wish.effects.length === 0) return false
  if (
    next.target.phrase !== wish.target.phrase &&
    (next.target.pronoun === null || next.target.phrase !== 'it')
  )
    return false
  return wish.effects.every((effect) => next.effects.some((later) => replaces(later, effect)))
}

/** A wish that changes nothing: it only says what others are about. */
export function isIdle(wish: Wish): boolean {
  return wish.kind === 'topic' || (wish.kind === 'style' && wish.effects.length === 0)
}

function isSide(wish: Wish): boolean {
  return (
    wish.kind === 'style' &&
    wish.effects.length === 1 &&
    wish.effects[0]!.kind === 'align' &&
    wish.target.parts.length === 0
  )
}

/** A swap of the things whose places are said besides. */
function swaps(wish: Wish, clauses: readonly Clause[], { wish: side }: Clause): boolean {
  if (wish.kind !== 'swap' || side.kind !== 'style') return false
  if (wish.a.pronoun === 'them') return clauses.filter((clause) => isSide(clause.wish)).length === 2
  return [wish.a, wish.b].some((end) => end?.said?.key === side.target.said?.key && end?.said !== null)
}

/** What is said otherwise still says what the next wishes are about. */
function idle(clause: Clause): Clause {
  return clause.wish.kind === 'style' ? { ...clause, wish: { ...clause.wish, effects: [] } } : clause
}
