import type { Chart } from './chart.ts'
import type { Filled } from './fill.ts'
import { styleOf } from './style.ts'

const STAYS: ReadonlySet<string> = new Set(['stay', 'stays', 'remain', 'remains', 'keep', 'keeps'])
const LEAVES: ReadonlySet<string> = new Set(['leave', 'keep', 'leaves'])
const FINE: ReadonlySet<string> = new Set(['fine', 'ok', 'okay', 'good', 'right', 'correct', 'perfect'])
const AS_IT_IS: ReadonlySet<string> = new Set([
  'same',
  'alone',
  'unchanged',
  'untouched',
  'is',
  'are',
  'was',
  'be',
  'as',
  'it',
  'they',
  'them',
  'what',
  'have',
  'has',
  'the',
  'that',
  'way',
  'so',
  'there',
  'now',
  'here',
])

/** "Footer stay", "leave the rest alone", "Comfort is ok", "keep Team primary": what is not to be changed. Its value is no wish. */
export function keepsAt(chart: Chart, start: number): readonly Filled[] {
  const first = chart.lexemes[start]!
  const found: Filled[] = []
  if (LEAVES.has(first.word) || isUntouched(chart, start)) {
    const from = LEAVES.has(first.word) ? start + 1 : start + 3
    if (from < chart.length)
      for (const { value, end, cost } of chart.things(from))
        found.push(keep(value, throughState(chart, end), cost))
    return found
  }
  for (const { value, end, cost } of chart.things(start)) {
    const next = chart.lexemes[end]
    if (next === undefined) continue
    if (STAYS.has(next.word) || LEAVES.has(next.word))
      found.push(keep(value, throughState(chart, end + 1), cost))
    else if (next.senses.grammar === 'be' && FINE.has(chart.lexemes[end + 1]?.word ?? ''))
      found.push(keep(value, end + 2, cost))
  }
  return found
}

/** "do not touch", "don't change". */
function isUntouched(chart: Chart, start: number): boolean {
  const [a, b, c] = chart.lexemes.slice(start, start + 3)
  return (
    a?.word === 'do' &&
    b?.senses.grammar === 'not' &&
    (c?.word === 'touch' || c?.word === 'change' || c?.word === 'delete' || c?.word === 'remove')
  )
}

/** What it is said to stay like: as it is, or a look that it has. */
function throughState(chart: Chart, from: number): number {
  let at = from
  while (
    at < chart.length &&
    (AS_IT_IS.has(chart.lexemes[at]!.word) || chart.lexemes[at]!.senses.pronoun === 'them')
  )
    at++
  if (at > from) return at
  const [look] = chart.looks(from)
  return look?.end ?? at
}

function keep(target: Parameters<typeof styleOf>[0]['target'] & object, end: number, cost: number): Filled {
  return {
    frame: 'keep',
    stake: 'look',
    wish: styleOf({ target }, []),
    end,
    cost: cost + 1,
    isBorrowing: false,
    said: { head: null, property: undefined },
  }
}
