import { isBoundary } from '../../decompose/cursor.ts'
import { endOfOpening } from '../../decompose/opening.ts'
import type { Chart } from './chart.ts'
import { want } from './sayings.ts'

/** "do we have a footer" asks, and opens no wish. */
const ASKING = /^(?:do|does)$/
const OWNERS: ReadonlySet<string> = new Set(['we', 'i', 'it', 'this', 'the'])

/** Connectors, politeness and the openings of requests before a clause. */
export function skipBetween(
  chart: Chart,
  at: number,
): { start: number; afterThen: boolean; wanting: number | null } {
  let start = at
  let afterThen = false
  /** The word that says that something is wanted. */
  let wanting: number | null = null
  for (; start < chart.length; start++) {
    const lexeme = chart.lexemes[start]!
    const { grammar, filler, frame } = lexeme.senses
    if (ASKING.test(lexeme.word) && OWNERS.has(chart.lexemes[start + 1]?.word ?? '')) break
    const opened = endOfOpening(chart.lexemes, start)
    if (frame === true && want.heads!(lexeme)) wanting = start
    if (opened > start) {
      start = opened - 1
      if (want.heads!(chart.lexemes[start]!)) wanting = start
    } else if (grammar === 'then') afterThen = true
    else if (
      lexeme.senses.ordinal === 1 &&
      (chart.lexemes[start + 1]?.senses.grammar === 'the' ||
        chart.lexemes[start + 1]?.senses.verb !== undefined)
    )
      continue
    else if (frame === true && chart.lexemes[start + 1]?.senses.grammar === 'not') break
    else if (grammar === 'to' && chart.lexemes[start + 1]?.senses.verb !== undefined) continue
    else if (chart.namesAt(start).some(({ how, weak }) => how === 'whole' && !weak)) break
    else if (!isBoundary(lexeme) && filler !== true && frame !== true && grammar !== 'too') break
    else if (lexeme.senses.types !== undefined || lexeme.senses.color !== undefined) break
  }
  return { start, afterThen, wanting }
}
