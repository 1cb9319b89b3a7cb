import { isBoundary } from '../../decompose/cursor.ts'
import { readAmount } from '../../decompose/read/read-amount.ts'
import type { Chart } from './chart.ts'
import { readContents } from './contents.ts'
import type { Role } from './frame.ts'
import { isNotLook, isSupposed } from './no-former.ts'
import { mark } from './roles.ts'

/** What it was, or shall not be: "not green", "instead of 48". It changes nothing. */
export const was: Role = {
  name: 'was',
  marks: (lexeme) => mark(['not', 'instead', 'than', 'was'])(lexeme) || FORMER.has(lexeme.word),
  bare: false,
  read(chart, at) {
    const first = chart.lexemes[at]!.senses.grammar === 'the' ? at + 1 : at
    if (first >= chart.length || isNotLook(chart, at) || isSupposed(chart, at - 1)) return []
    const ends = new Set<number>()
    for (const { end } of chart.looks(first)) ends.add(end)
    for (const { end } of readContents(chart, first).slice(0, 1))
      if (chart.lexemes[first]!.token.kind === 'quoted') ends.add(end)
    const number = chart.read(first, readAmount)
    if (number !== null) ends.add(number.end)
    for (const { end } of chart.places(at)) ends.add(end)
    const led = chart.lexemes[at - 1]
    const rest =
      led?.senses.grammar === 'instead' || led?.word === 'rather than' ? endOfPlain(chart, first) : first
    if (rest > first) ends.add(rest)
    return [...ends].map((end) => ({
      value: chart.text.slice(chart.lexemes[first]!.start, chart.lexemes[end - 1]!.end),
      end,
      cost: 0,
    }))
  },
}

/** The same where "from" says where something is taken from. */
export const wasNot: Role = { ...was, marks: (lexeme) => lexeme.word !== 'from' && was.marks!(lexeme) }

/** "a rounded rectangle", "what we have": words up to the next boundary that wish nothing. */
function endOfPlain(chart: Chart, at: number): number {
  let end = at
  while (end < chart.length && end - at < MOST_FORMER && !isBoundary(chart.lexemes[end]!)) {
    const { senses, token } = chart.lexemes[end]!
    if (
      token.kind !== 'word' ||
      senses.grammar === 'should' ||
      (senses.verb !== undefined && senses.types === undefined)
    )
      return at
    end++
  }
  return end
}

/** Before what something was; "not the last one" spares a thing, "not green" tells a look. */
const FORMER: ReadonlySet<string> = new Set(['not', 'from', 'rather than'])

const MOST_FORMER = 5
