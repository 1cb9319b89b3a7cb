import type { Lexeme } from '../../decompose/lexeme.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Chart } from './chart.ts'
import { endsPhrase } from './ends-phrase.ts'
import type { Fills, Frame, Role } from './frame.ts'

/** How far a frame has been read: where, and what fills its roles by then. */
export interface State {
  readonly at: number
  readonly head: Lexeme | null
  readonly fills: Fills
  /** Roles filled, as bits. */
  readonly used: number
  /** Index of the role filled last, -1 for none. */
  readonly last: number
  readonly cost: number
  /** The verb was the word before. */
  readonly isAtHead: boolean
}

const READS = 10
/** Nobody says more looks of one thing in a row. */
const MOST_LOOKS = 16
const BARE_ROLE = 1
/** Looks stand on both sides of several things. */
const AMID = 9

/** A name on the screen is taken apart: "the lesson" and "1 wider". */
const SPLIT = 6

/** How much dearer another way to the same state may be than the best one so far. */
const SLACK = 3

/** The states of one frame that are still to be gone on from. */
export class Search {
  readonly #chart: Chart
  readonly #frame: Frame
  readonly open: State[] = []
  readonly #seen = new Map<number, number>()

  constructor(chart: Chart, frame: Frame) {
    this.#chart = chart
    this.#frame = frame
  }

  #push(next: State): void {
    const { at, used, last, head, cost } = next
    const key = ((at * 2 + (head === null ? 0 : 1)) * MOST_ROLES + last + 1) * (1 << MOST_ROLES) + used
    const known = this.#seen.get(key)
    if (known !== undefined && known <= cost - SLACK) return
    if (known === undefined || cost < known) this.#seen.set(key, cost)
    this.open.push(next)
  }

  /** Passes over a word that fills no role. */
  #pass(state: State, cost = 0): void {
    const { at, head, fills, used, last, isAtHead } = state
    this.#push({ at: at + 1, head, fills, used, last, cost: state.cost + cost, isAtHead })
  }

  goOn(state: State): void {
    const frame = this.#frame
    const { lexemes } = this.#chart
    const lexeme = lexemes[state.at]!
    const { senses } = lexeme
    const isToo = senses.grammar === 'too' && !isAdjective(lexemes[state.at + 1])
    if ((senses.filler === true || isToo || PAGES.has(lexeme.word)) && state.at > 0)
      this.#pass(state, senses.types === undefined ? 0 : 1)
    if (state.last < 0 && state.head === null && frame.opens?.(lexeme) === true) this.#pass(state)
    if (state.head !== null && BACK.has(lexeme.word) && lexemes[state.at + 1]?.senses.grammar === 'to')
      this.#pass(state)
    // "X should be moved", "A and B are in the wrong order"
    if (
      state.head === null &&
      (senses.grammar === 'should' || (senses.grammar === 'be' && frame.name === 'swap')) &&
      frame.stake !== 'look' &&
      frame.heads !== null &&
      lexemes[state.at + 1] !== undefined &&
      frame.heads(lexemes[state.at + 1]!)
    )
      this.#pass(state)
    if (senses.grammar === 'instead' && endsPhrase(this.#chart, state.at + 1)) this.#pass(state)
    if ((state.head === null || frame.chains === true) && frame.heads?.(lexeme) === true) {
      const { at, head, fills, used, last, cost } = state
      const isNoun = senses.types !== undefined
      this.#push({
        at: at + 1,
        head: head ?? lexeme,
        fills,
        used,
        last,
        cost: cost + (isNoun ? 1 : 0),
        isAtHead: true,
      })
    }
    const isSeparator = lexeme.token.kind === 'separator'
    // "On hover, make the buttons darker"
    if (isSeparator && (lexeme.word === ',' || lexeme.word === ':') && isWhenLast(frame, state))
      this.#pass(state)
    const isComma = isSeparator && state.last >= 0 && lexeme.word === ','
    for (let i = 0; i < frame.roles.length; i++) this.#tryRole(state, lexeme, i, isComma)
  }

  #tryRole(state: State, lexeme: Lexeme, i: number, isComma: boolean): void {
    const { fills, at } = state
    const role = this.#frame.roles[i]!
    const { name, marks, after } = role
    const isUsed = (state.used & (1 << i)) !== 0
    if (role.many !== true && (isUsed || (name !== 'was' && fills[name] !== undefined))) return
    if (after !== undefined && !after.every((other) => fills[other] !== undefined)) return
    // "to 2px red": what belongs to a property stands together.
    if (name === 'value' && fills.looks !== undefined) return
    if (role.bare && (role.afterHead !== true || state.isAtHead))
      this.#fill(state, i, at, marks === null && !isUsed ? 0 : BARE_ROLE)
    if (name === 'target') {
      const { grammar, relation } = lexeme.senses
      if (grammar === 'to' && fills.looks === undefined && after === undefined) return
      // "of the second card" begins no clause, but goes on with the property before.
      if (relation !== undefined && state.last < 0 && !state.isAtHead && fills.property === undefined) return
    }
    if (marks !== null) {
      const next = isComma && name !== 'target' ? this.#chart.lexemes[at + 1] : undefined
      if (marks(lexeme)) this.#fill(state, i, at + 1, ownerCost(role, state, lexeme) + (isUsed ? 1 : 0))
      else if (next !== undefined && marks(next)) this.#fill(state, i, at + 2, 1)
    }
    if (isUsed && state.last === i) {
      const next = afterGlue(this.#chart, at)
      if (next !== null) this.#fill(state, i, next, 1)
    }
  }

  #fill(state: State, i: number, at: number, cost: number): void {
    const chart = this.#chart
    const role = this.#frame.roles[i]!
    const { fills } = state
    if (at >= chart.length || (role.many === true && (fills.each?.length ?? 0) >= MOST_LOOKS)) return
    const reads = chart.filling(role.read, at, fills.property, fills.target !== undefined)
    const dearer =
      state.cost +
      cost +
      orderCost(role, state, this.#frame.roles[state.last]?.name) +
      (chart.splits(at) ? SPLIT : 0)
    for (let k = 0; k < reads.length && k < READS; k++) {
      const read = reads[k]!
      this.#push({
        at: read.end,
        head: state.head,
        fills: filled(fills, role, read.value, chart.lexemes[at]!),
        used: state.used | (1 << i),
        last: i,
        cost: dearer + read.cost,
        // "call it Ask Bo": a pronoun ends where a text may begin.
        isAtHead: state.isAtHead && role.name === 'target' && (at > state.at || isPronoun(read.value)),
      })
    }
  }
}

/** So many roles a frame has at most: they are counted in bits. */
export const MOST_ROLES = 16

/** "the text in the card" is a text that the card holds, "the text of the button" what it says. */
function ownerCost(role: Role, { fills }: State, { senses }: Lexeme): number {
  return role.name === 'target' && fills.property === 'text' && senses.relation === 'inside' ? 4 : 0
}

function isWhenLast(frame: Frame, { last, fills, head, at }: State): boolean {
  return (
    last >= 0 && frame.roles[last]!.name === 'when' && head === null && fills.target === undefined && at > 0
  )
}

function isPronoun(value: unknown): boolean {
  const { pronoun } = value as Partial<Reference>
  return pronoun === 'it' || pronoun === 'copy'
}

/** What stands in an unusual order is less likely: "make red the title". */
function orderCost(role: Role, { fills, last }: State, lastName: string | undefined): number {
  if (role.name === 'target') return fills.looks === undefined ? 0 : 2
  // "no border on A, B 50% opacity": the second look is that of B alone.
  if (role.name === 'looks' && fills.looks !== undefined && (fills.target?.parts.length ?? 0) > 0)
    return last >= 0 && lastName === 'target' ? AMID : 0
  return 0
}

function isNew({ senses, word }: Lexeme): boolean {
  return senses.grammar === 'a' || word === 'new' || word === 'another'
}

function filled(fills: Fills, role: Role, value: Fills[keyof Fills], lead: Lexeme): Fills {
  if (role.name === 'except')
    return { ...fills, except: [...(fills.except ?? []), ...(value as NonNullable<Fills['except']>)] }
  if (role.name === 'looks' || role.name === 'value') {
    const look = value as NonNullable<Fills['looks']>
    return {
      ...fills,
      [role.name]: [...(fills[role.name] ?? []), ...look],
      each: [...(fills.each ?? []), look],
    }
  }
  if (role.name === 'things')
    return { ...fills, things: value as NonNullable<Fills['things']>, isNew: isNew(lead) }
  // Of two places the one beside something says more: "first, before the menu".
  if (role.name === 'place' && fills.place !== undefined && 'anchor' in fills.place) return fills
  return { ...fills, [role.name]: value }
}

/** Everything stands there. */
const PAGES: ReadonlySet<string> = new Set(['on this page', 'on this screen', 'for this screen'])

/** "fade it down to 60%" */
const BACK: ReadonlySet<string> = new Set(['back', 'down', 'up', 'out', 'over', 'all'])

/** "too small": the word behind makes it a complaint. */
function isAdjective(lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined) return false
  const { change, style, shade, color, degree } = lexeme.senses
  return (
    change !== undefined ||
    style !== undefined ||
    shade !== undefined ||
    color !== undefined ||
    degree !== undefined
  )
}

/** Behind "and", a comma, or both. */
export function afterGlue(chart: Chart, at: number): number | null {
  let next = at
  for (let glue = 0; glue < 2; glue++) {
    const lexeme = chart.lexemes[next]
    if (
      lexeme === undefined ||
      !(lexeme.senses.grammar === 'and' || (lexeme.token.kind === 'separator' && lexeme.word === ','))
    )
      break
    next++
  }
  return next === at || next >= chart.length ? null : next
}
