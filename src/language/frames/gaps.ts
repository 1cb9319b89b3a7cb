import type { Wish } from '../../decompose/clause.ts'
import { sensesOf } from '../../decompose/lexicon/lexicon.ts'
import type { Reference } from '../../decompose/reference.ts'
import { NO_REFERENCE } from '../../decompose/reference.ts'
import type { Chart } from './chart.ts'
import type { Filled } from './fill.ts'
import { fillFrame } from './fill.ts'
import { frames } from './frames.ts'
import { readToken } from './others.ts'
import { look } from './style.ts'

/** "... the price to 40 and for the bag 65": verb and property are those of the clause before. */
export function gapsAt(chart: Chart, start: number, before: Filled): readonly Filled[] {
  if (before.frame === 'theme') {
    const token = readToken(chart, start)
    return token === null
      ? []
      : [
          {
            frame: 'theme',
            stake: 'look',
            wish: token.value,
            end: token.end,
            cost: token.cost,
            isBorrowing: false,
            said: { head: null, property: undefined },
          },
        ]
  }
  const { head, property } = before.said
  const others = ofAnotherAt(chart, start, before)
  if (others.length > 0) return others
  if (before.frame === 'told') {
    if (property === undefined) return []
    return fillFrame(chart, look, start, before.said).filter(({ isBorrowing }) => isBorrowing)
  }
  if (head === null && property === undefined) return []
  if (!isGlued(chart, start)) return []
  const frame = frames.find(({ name }) => name === before.frame)
  if (frame === undefined) return []
  // "and that of the footer to 20px"
  const from =
    /^(?:that|those|the one)$/.test(chart.lexemes[start]!.word) &&
    chart.lexemes[start + 1]?.senses.relation !== undefined
      ? start + 1
      : start
  return fillFrame(chart, frame, from, before.said)
    .filter(({ isBorrowing }) => !isBorrowing)
    .map((filled) => ({
      ...filled,
      cost: filled.cost + GAP + (property !== undefined && namesProperty(filled.wish) ? NAMED : 0),
    }))
}

/** Behind a comma, "and" or a line break: only there a verb may be left out. */
function isGlued(chart: Chart, start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - MOST_GLUE; at--) {
    const { token, senses } = chart.lexemes[at]!
    if (token.kind === 'separator' || senses.grammar === 'and' || senses.grammar === 'then') return true
    if (senses.filler !== true && senses.grammar !== 'not') return false
  }
  return false
}

const MOST_GLUE = 3
const GAP = 2
const NAMED = 4

/** "and its price to 3" names what changes itself. */
function namesProperty(wish: Wish): boolean {
  return (
    wish.kind === 'style' && wish.target.noun !== null && sensesOf(wish.target.noun).property !== undefined
  )
}

/** "... of the second card blue", "the second one's blue": the same part of another thing, with a look of its own. */
function ofAnotherAt(chart: Chart, start: number, { wish, said }: Filled): readonly Filled[] {
  if (wish.kind !== 'style') return []
  const { target } = wish
  const owned = target.relations[target.relations.length - 1]
  if (owned?.kind !== 'relation' || owned.relation !== 'inside') return []
  const isThat = THAT.has(chart.lexemes[start]!.word) ? start + 1 : start
  const isLed = chart.lexemes[isThat]?.senses.relation === 'of'
  const from = isLed ? isThat + 1 : start
  if (from >= chart.length) return []
  return chart.singles(from).flatMap(({ value, end, cost }): Filled[] => {
    const isOwner = chart.lexemes[end]?.token.kind === 'possessive'
    const next = isOwner ? end + 1 : end
    if (isLed === isOwner || next >= chart.length || value.indefinite) return []
    const isCounted = value.ordinals.length > 0 && value.types === null && value.names.length === 0
    if (isOwner && !isCounted) return []
    const anchor = isCounted ? counted(owned.anchor, value) : value
    const relations = [...target.relations.slice(0, -1), { ...owned, anchor }]
    const { start: begin, end: close, phrase } = value
    const part = { ...target, relations, start: begin, end: close, phrase }
    return fillFrame(chart, look, next, { head: said.head ?? chart.lexemes[start]!, property: said.property })
      .filter((filled) => filled.isBorrowing && filled.wish.kind === 'style')
      .map((filled) => ({
        ...filled,
        wish: { ...(filled.wish as typeof wish), target: part },
        cost: filled.cost + cost,
        isBorrowing: false,
      }))
  })
}

const THAT: ReadonlySet<string> = new Set(['that', 'those', 'the one'])

/** Which of the things is meant now; what else was said of the one before does not hold for it. */
function counted(owner: Reference, { ordinals, start, end, phrase, plural }: Reference): Reference {
  const { take, parity, superlative, quantity, filters } = NO_REFERENCE
  return { ...owner, ordinals, start, end, phrase, plural, take, parity, superlative, quantity, filters }
}
