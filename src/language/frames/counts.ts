import { readAmount } from '../../decompose/read/read-amount.ts'
import { copyWords } from '../lexicon/saying-words.ts'
import type { Read } from '../phrases/read.ts'
import type { Chart } from './chart.ts'

/** "twice", "3 times": how many copies. */
export function readCopies(chart: Chart, at: number): readonly Read<number>[] {
  const read = chart.read(at, readAmount)
  if (read === null || read.value.unit !== 'x' || !Number.isInteger(read.value.value)) return []
  return [{ value: read.value.value, end: read.end, cost: 0 }]
}

/** "three dividers", "2 more buttons": how many new ones. */
export function readCount(chart: Chart, at: number): readonly Read<number>[] {
  const { token, senses } = chart.lexemes[at]!
  const count = token.kind === 'number' && token.unit === undefined ? token.value : senses.number
  if (count === undefined || !Number.isInteger(count) || count < 1 || count > 50) return []
  const isMore = chart.lexemes[at + 1]?.senses.degree === 'more' || chart.lexemes[at + 1]?.word === 'new'
  const next = isMore ? at + 2 : at + 1
  return chart.lexemes[next]?.senses.plural === true || count === 1
    ? [{ value: count, end: next, cost: 0 }]
    : []
}

/** "two copies of", "another duplicate of": how many, of what follows. */
export function readCopiesOf(chart: Chart, at: number): readonly Read<number>[] {
  const { token, senses } = chart.lexemes[at]!
  const count = senses.grammar === 'a' ? 1 : token.kind === 'number' ? token.value : senses.number
  if (count === undefined || token.unit !== undefined || !Number.isInteger(count) || count < 1) return []
  let next = at + 1
  while (MORE.has(chart.lexemes[next]?.word ?? '')) next++
  const isCopy = copyWords.has(chart.lexemes[next]?.word ?? '')
  return isCopy && chart.lexemes[next + 1]?.senses.relation === 'of' && next + 2 < chart.length
    ? [{ value: count, end: next + 2, cost: 0 }]
    : []
}

const MORE: ReadonlySet<string> = new Set(['more', 'new', 'further', 'extra', 'exact', 'additional'])
