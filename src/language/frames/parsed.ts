import type { Clause, Unread } from '../../decompose/clause.ts'
import type { Chart } from './chart.ts'
import type { Filled } from './fill.ts'
import { refined } from './refine.ts'
import { remarksAt } from './remark.ts'

/** A stretch of a command, and how it is read. */
export interface Part {
  readonly start: number
  readonly end: number
  /** Null for a stretch that nobody can read, and for a remark. */
  readonly filled: Filled | null
  readonly rivals: readonly Filled[]
  readonly remark: boolean
  readonly afterThen: boolean
}

/** What a command says, as clauses; and what of it could not be read. */
export interface Parsed {
  readonly clauses: readonly Clause[]
  readonly unread: readonly Unread[]
  /** Something is said that wishes nothing, and that is no greeting. */
  readonly tells: boolean
}

/** Made where nothing of the chart is at hand: what is cached must not keep it. */
function othersOf(rivals: readonly Filled[]): Clause['alternatives'] {
  if (rivals.length === 0) return NO_OTHERS
  const others = rivals.map(({ frame, wish, cost }) => ({ family: frame, wish, cost }))
  return () => others
}

const NO_OTHERS: Clause['alternatives'] = () => []

/** What the parts of a path come to. */
export function toParsed(chart: Chart, parts: readonly Part[]): Parsed {
  const clauses: Clause[] = []
  const unread: Unread[] = []
  for (const part of parts) {
    const span = { start: chart.lexemes[part.start]!.start, end: chart.lexemes[part.end - 1]!.end }
    if (part.filled !== null) {
      const { filled, rivals, afterThen } = part
      clauses.push({
        ...span,
        family: filled.frame,
        wish: filled.wish,
        afterThen,
        cost: filled.cost,
        alternatives: othersOf(rivals),
      })
    } else if (!part.remark) {
      const lexemes = chart.lexemes.slice(part.start, part.end)
      unread.push({
        ...span,
        words: lexemes.filter(({ token }) => token.kind === 'word').flatMap(({ word }) => word.split(' ')),
        vague: lexemes.filter(({ senses }) => senses.vague === true).map(({ word }) => word),
      })
    }
  }
  const tells = parts.some(
    ({ remark, start, end }) =>
      remark && remarksAt(chart, start).every((one) => one.end !== end || one.form !== 'greeting'),
  )
  return { clauses: refined(clauses), unread, tells }
}
