import { isBoundary } from '../../decompose/cursor.ts'
import type { Reference } from '../../decompose/reference.ts'
import { faults, needing, people, states } from '../lexicon/remark-words.ts'
import type { Chart } from './chart.ts'
import type { Filled } from './fill.ts'
import { isOwed, isPlain } from './remark.ts'
import { styleOf } from './style.ts'

/** "the text is too long", "the form looks crowded": how it is, which says what the next wishes are about. Null for what is owed. */
export function endOfTold(chart: Chart, at: number): number | null {
  const { senses, word } = chart.lexemes[at]!
  const isToo = senses.degree === 'too' || senses.grammar === 'too' || word === 'too'
  if (senses.grammar !== 'be' && senses.grammar !== 'was' && !isToo && !states.has(word)) return null
  let end = at + 1
  while (end < chart.length && !isBoundary(chart.lexemes[end]!)) {
    if (isOwed(chart, at, end) || !isPlain(chart.lexemes[end]!)) return null
    end++
  }
  // "it is blurple" may be a wish that nobody understands.
  const isOne = end === at + 2 && !isToo && !faults.has(chart.lexemes[at + 1]!.word)
  return end > at + 1 && end < chart.length && !isOne ? end : null
}

/** What is told of a thing, or of a property of it: the next wish may leave both out. */
export function tell(
  target: Reference,
  end: number,
  cost: number,
  property: Filled['said']['property'],
): Filled {
  return {
    frame: 'told',
    stake: 'look',
    wish: styleOf({ target }, []),
    end,
    cost: cost + 5,
    isBorrowing: false,
    said: { head: null, property },
  }
}

/** "I do not need the divider", "the divider we do not need", "no need for the divider": unwanted, and no more is said. */
export function unneededAt(chart: Chart, start: number): readonly Filled[] {
  const before = endOfUnneeded(chart, start)
  if (before !== null)
    return chart
      .things(before)
      .filter(({ value, end }) => !value.indefinite && mayEnd(chart, end))
      .map(({ value, end, cost }) => tell(value, end, cost - UNNEEDED, undefined))
  return chart.things(start).flatMap(({ value, end, cost }) => {
    const behind = people.has(chart.lexemes[end]?.word ?? '') ? endOfUnneeded(chart, end) : null
    return behind === null || !mayEnd(chart, behind) ? [] : [tell(value, behind, cost - UNNEEDED, undefined)]
  })
}

/** It says so itself. */
const UNNEEDED = 4

/** Behind "we do not need", "no need for". */
function endOfUnneeded(chart: Chart, start: number): number | null {
  let at = start
  while (people.has(chart.lexemes[at]?.word ?? '') || EMPHASIS.has(chart.lexemes[at]?.word ?? '')) at++
  const isNobody = at > start && NOBODY.has(chart.lexemes[at - 1]!.word)
  const grammar = isNobody ? 'not' : chart.lexemes[at]?.senses.grammar
  if (grammar !== 'not' && grammar !== 'no') return null
  if (!isNobody) at++
  while (EMPHASIS.has(chart.lexemes[at]?.word ?? '')) at++
  if (!needing.has(chart.lexemes[at]?.word ?? '')) return null
  at++
  if (grammar === 'not') return at < chart.length ? at : null
  const { grammar: led, relation } = chart.lexemes[at]?.senses ?? {}
  return (led === 'for' || relation === 'of') && at + 1 < chart.length ? at + 1 : null
}

const NOBODY: ReadonlySet<string> = new Set(['nobody', 'no one', 'noone'])

const EMPHASIS: ReadonlySet<string> = new Set(['do', 'does', 'really', 'even', 'actually', 'at all'])

function mayEnd(chart: Chart, at: number): boolean {
  const lexeme = chart.lexemes[at]
  return lexeme === undefined || isBoundary(lexeme) || lexeme.senses.filler === true
}
