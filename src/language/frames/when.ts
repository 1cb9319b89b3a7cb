import type { Variant } from '../../document/look-table.ts'
import type { Read } from '../phrases/read.ts'
import {
  variantLeads,
  variantNames,
  variantNouns,
  variantWords,
} from '../../decompose/lexicon/variant-words.ts'
import { saysAny } from '../../decompose/read/words-ahead.ts'
import type { Chart } from './chart.ts'
import type { Role } from './frame.ts'

/** Words of one phrase. */
const LONGEST = 3
/** What is also a name on the screen is likelier that. */
const NAMED = 4

/** "on hover", "for mobile devices", "when disabled", "a grey disabled look": the look of a state, or on a kind of device. */
export const when: Role = {
  name: 'when',
  marks: null,
  bare: true,
  read(chart, at): readonly Read<Variant>[] {
    if (!saysAny(chart.lexemes, variantNames)) return []
    const lead = leadAt(chart, at)
    const read = variantAt(chart, lead)
    if (read === null) return []
    const isLed = lead > at
    const nouns = throughNouns(chart, read.end)
    // "hover color": without a word before or behind it, it says which thing.
    if (!isLed && nouns === read.end && chart.lexemes[read.end]?.senses.property === undefined) return []
    const isNamed = chart.namesAt(lead).some(({ weak }) => !weak)
    return [{ value: read.value, end: nouns, cost: (isLed ? 0 : 1) + (isNamed ? NAMED : 0) }]
  },
}

function leadAt(chart: Chart, at: number): number {
  let next = at
  if (chart.lexemes[next]?.word === 'only') next++
  if (!variantLeads.has(chart.lexemes[next]?.word ?? '')) return at
  next++
  while (next < chart.length && SMALL.has(chart.lexemes[next]!.word)) next++
  return next
}

const SMALL: ReadonlySet<string> = new Set([
  'the',
  'a',
  'its',
  'their',
  'they',
  'are',
  'it',
  'is',
  'all',
  'you',
])

function variantAt(chart: Chart, at: number): { value: Variant; end: number } | null {
  let said = ''
  let found: { value: Variant; end: number } | null = null
  for (let i = at; i < at + LONGEST && i < chart.length; i++) {
    const { token, word } = chart.lexemes[i]!
    if (token.kind !== 'word') break
    said = said === '' ? word : `${said} ${word}`
    const value = variantWords.get(said)
    if (value !== undefined) found = { value, end: i + 1 }
  }
  return found
}

function throughNouns(chart: Chart, at: number): number {
  let end = at
  while (end < chart.length && variantNouns.has(chart.lexemes[end]!.word)) end++
  return end
}
