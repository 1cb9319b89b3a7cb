import type { Figure, RunNodes, StatedRate } from './figure.ts'
import { isNotDone, wordsOf } from './log/key-words.ts'
import type { LogNode, Place } from './log/log-tree.ts'
import { isInList } from './log/log-tree.ts'
import { isPart } from './log/token-amounts.ts'
import { readAmount, readMinutes, readQuantity } from './quantity.ts'
import { exactly } from './range.ts'

const STARTS = new Set(['start', 'started', 'begin', 'began'])
const ENDS = new Set(['end', 'ended', 'finish', 'finished', 'stop', 'stopped'])
const MINUTE_KEYS = new Set(['minute', 'min', 'hour', 'second', 'sec'])
const TIME_WORDS = new Set(['duration', 'elapsed', 'time', 'took'])

/** As stated for the whole run, else from its first start to its last end; open to above where a step never ends. */
export function findMinutes({ run, all }: RunNodes): Figure | null {
  for (const node of run) {
    const words = wordsOf(node.key)
    const unit = words.find((word) => MINUTE_KEYS.has(word))
    const isTime = unit !== undefined || words.some((word) => TIME_WORDS.has(word))
    if (
      node.kind !== 'scalar' ||
      !isTime ||
      isInList(node) ||
      !isPart(node.key.replace(/minutes?|min|hours?|seconds?|secs?|duration|time|total/gi, ''))
    )
      continue
    const minutes = readMinutes(node.value, unit)
    if (minutes !== undefined) return { range: exactly(minutes), places: [node] }
  }
  const times = all.filter(({ path }) => !path.some(isNotDone)).flatMap((node) => timeAt(node) ?? [])
  const ends = times.filter(({ isEnd }) => isEnd)
  const starts = times.filter(({ isEnd }) => !isEnd)
  if (ends.length === 0 || starts.length === 0) return null
  const firstMs = Math.min(...starts.map(({ timeMs }) => timeMs))
  const lastMs = Math.max(...times.map(({ timeMs }) => timeMs))
  const minutes = (lastMs - firstMs) / 60_000
  return {
    range: { low: minutes, high: ends.length < starts.length ? Number.POSITIVE_INFINITY : minutes },
    places: times.filter(({ timeMs }) => timeMs === firstMs || timeMs === lastMs).map(({ place }) => place),
  }
}

function timeAt(
  node: LogNode,
): { readonly isEnd: boolean; readonly timeMs: number; readonly place: Place } | undefined {
  const words = wordsOf(node.key)
  const isEnd = words.some((word) => ENDS.has(word)) || (words.includes('completed') && words.includes('at'))
  if (!isEnd && !words.some((word) => STARTS.has(word))) return undefined
  const text = typeof node.value === 'string' ? node.value : ''
  const timeMs = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(timeMs) ? undefined : { isEnd, timeMs, place: node }
}

const NO_BASELINE = new Set(
  'saving overhead delta vs percent rate worth verdict comparison difference break even'.split(' '),
)

/** What the tickets would take done in another way; a figure by ticket counts for all that were planned. */
export function baselineTokens(
  { all, plannedTickets }: RunNodes,
  isMeant: (words: readonly string[]) => boolean,
): Figure | null {
  for (const node of all) {
    const words = wordsOf(node.key)
    if (node.kind !== 'scalar' || !isMeant(words) || words.some((word) => NO_BASELINE.has(word))) continue
    const range = readAmount(node.value)
    if (range === undefined || range.high <= 0) continue
    const perTicket = words.includes('per') || words.includes('average')
    if (perTicket && plannedTickets === 0) continue
    const factor = perTicket ? plannedTickets : 1
    return { range: { low: range.low * factor, high: range.high * factor }, places: [node] }
  }
  return null
}

/** `haiku_success_rate: 75%`. */
export function statedRates(run: readonly LogNode[]): readonly StatedRate[] {
  return run.flatMap((node) => {
    const words = wordsOf(node.key)
    if (!words.includes('rate')) return []
    const quantity = readQuantity(node.value)
    if (quantity === undefined) return []
    const percent =
      quantity.unit === 'percent' ? quantity.value : quantity.value <= 1 ? quantity.value * 100 : undefined
    return percent === undefined ? [] : [{ words, percent, place: { file: node.file, line: node.line } }]
  })
}
