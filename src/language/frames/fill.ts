import type { Wish } from '../../decompose/clause.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import type { Chart } from './chart.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Fills, Frame, Stake } from './frame.ts'
import { Search } from './search.ts'
import type { State } from './search.ts'
import { inVariant, withExcept } from './narrowed.ts'
import { withQuantity } from './said-last.ts'

/** A reading of one clause. */
export interface Filled {
  readonly frame: string
  readonly stake: Stake
  readonly wish: Wish
  readonly end: number
  readonly cost: number
  /** What the next clause may leave out. */
  readonly said: { readonly head: Lexeme | null; readonly property: Fills['property'] }
  /** No target was said: it is that of what was spoken of before. */
  readonly isBorrowing: boolean
  /** A topic that only a comma ends. */
  readonly isComma?: boolean
}

/** So many steps are taken for one frame at one place; what is not read by then is not a clause of it. */
const MOST_STATES = 400

/** All clauses of a frame that begin at a place: every order of its roles that their marks allow. */
/** @param before what the clause before said, and this one leaves out */
export function fillFrame(
  chart: Chart,
  frame: Frame,
  start: number,
  before: Filled['said'] | null = null,
): Filled[] {
  const found = new Map<string, Filled>()
  const search = new Search(chart, frame)
  search.open.push({
    at: start,
    head: before?.head ?? null,
    fills: before?.property === undefined ? {} : { property: before.property },
    used: 0,
    last: -1,
    cost: 0,
    isAtHead: false,
  })
  for (let steps = 0; search.open.length > 0 && steps < MOST_STATES; steps++) {
    const state = search.open.pop()!
    if (state.at > start) complete(frame, state, found)
    if (state.at < chart.length) search.goOn(state)
  }
  return found.size === 0 ? NOTHING : [...found.values()]
}

const NOTHING: Filled[] = []

function complete(frame: Frame, { at, head, fills, cost }: State, found: Map<string, Filled>): void {
  if (head === null && !frame.verbless) return
  const made = frame.build(fills, head)
  if (made === null) return
  const spared = fills.except === undefined ? made : withExcept(made, fills.except)
  if (spared === null) return
  const counted = fills.quantity === undefined ? spared : withQuantity(spared, fills.quantity)
  if (counted === null) return
  const built = fills.when === undefined ? counted : inVariant(counted, fills.when)
  if (built === null) return
  const isBorrowing = fills.target === undefined && fills.things === undefined && built.wish.kind !== 'token'
  const total =
    cost +
    built.cost +
    (contradicts(built.wish) ? CONTRADICTION : 0) +
    (isBorrowing ? (frame.stake === 'look' || frame.stake === 'text' ? 2 : 8) : 0)
  const key = `${at}/${built.wish.kind}/${targetKey(fills.target)}/${fills.looks?.length ?? 0}/${fills.property ?? ''}/${fills.when ?? ''}`
  const known = found.get(key)
  if (known !== undefined && known.cost <= total) return
  found.set(key, {
    frame: frame.name,
    stake: frame.stake,
    wish: built.wish,
    end: at,
    cost: total,
    isBorrowing,
    said: { head, property: fills.property },
  })
}

/** One property of one thing is set to two values. */
function contradicts(wish: Wish): boolean {
  if (wish.kind !== 'style' || wish.effects.length < 2) return false
  const { effects } = wish
  return effects.some(
    (effect, i) =>
      effect.kind === 'set' &&
      effects.some(
        (other, k) =>
          k > i && other.kind === 'set' && other.property === effect.property && other.value !== effect.value,
      ),
  )
}

const CONTRADICTION = 12

function targetKey(target: Reference | undefined): string {
  if (target === undefined) return ''
  return `${target.end},${target.names.join(' ')},${target.filters.length},${target.relations.length},${target.noun ?? ''}`
}
