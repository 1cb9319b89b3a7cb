import { isNotDone, wordsOf } from './log/key-words.ts'
import type { LogNode } from './log/log-tree.ts'
import { isBlank } from './log/outcome.ts'
import type { Unclear } from './log/ticket-facts.ts'
import { isSaidInWords, unclearAt } from './log/ticket-facts.ts'
import { readAmount, readMinutes, readQuantity } from './quantity.ts'

/** Keys that promise a figure this program knows, and what their values must be. */
const PROMISES: readonly (readonly [
  words: ReadonlySet<string>,
  isRead: (value: unknown) => boolean,
  expected: string,
])[] = [
  [
    new Set(['token']),
    (value) => readQuantity(value) !== undefined || readAmount(value) !== undefined,
    'no number of tokens',
  ],
  [new Set(['rate', 'percent', 'percentage']), (value) => readQuantity(value) !== undefined, 'no share'],
  [new Set(['minute', 'hour']), (value) => readMinutes(value, 'minutes') !== undefined, 'no length of time'],
  [new Set(['attempt']), (value) => readAmount(value) !== undefined, 'no number'],
]
/** Numbers that mean nothing here: names and places of things, and counts of other matters. */
const NO_FIGURE = new Set(
  (
    'issue pr id number line sha commit port url version date time file test branch priority order index round task ' +
    'stage step day week year round change conflict check criteria duration second minute hour count found applied'
  ).split(' '),
)
const FIGURE = /^[~≈$]?\d[\d.,]{0,15}\s?(?:[kKmM]\b|%|tokens?\b)/

/** Lines that hold a figure nobody asked for, or promise one and do not hold it. */
export function findUnread(told: readonly LogNode[], known: readonly Unclear[]): readonly Unclear[] {
  const seen = new Set(known.map(({ file, line }) => `${file}:${line}`))
  const found: Unclear[] = []
  const visit = (node: LogNode, isRead: boolean): void => {
    if (isNotDone(node.key)) return
    const words = wordsOf(node.key)
    const isKnown = isRead || words.some((word) => KNOWN.has(word))
    if (node.kind === 'scalar' && !isSaidInWords(node) && !seen.has(`${node.file}:${node.line}`)) {
      const reason = reasonOf(node, words, isKnown)
      if (reason !== undefined) found.push(unclearAt(node, reason))
    }
    for (const child of node.children) visit(child, isKnown)
  }
  for (const root of told) visit(root, false)
  return found
}

const KNOWN = new Set(
  (
    'token total subtotal cost planning saving fix rework attempt rate minute hour duration single v2 ticket model ' +
    'average overhead savings'
  ).split(' '),
)

function reasonOf({ value }: LogNode, words: readonly string[], isKnown: boolean): string | undefined {
  const promise = PROMISES.find(([keys]) => words.some((word) => keys.has(word)))
  if (promise !== undefined && typeof value !== 'boolean' && !promise[1](value)) {
    return isBlank(value) ? 'not filled in' : promise[2]
  }
  if (isKnown || words.some((word) => NO_FIGURE.has(word))) return undefined
  return typeof value === 'string' && FIGURE.test(value)
    ? 'a figure of which it is not known what it counts'
    : undefined
}
