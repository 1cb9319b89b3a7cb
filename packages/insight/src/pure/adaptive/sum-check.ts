import type { LogNode, Place } from './log/log-tree.ts'
import { walk } from './log/log-tree.ts'
import { isCount, isPart, isTokenBlock } from './log/token-amounts.ts'
import { wordsOf } from './log/key-words.ts'
import { readAmount, readQuantity } from './quantity.ts'
import type { Range } from './range.ts'
import { addRanges } from './range.ts'

/** A sum that a log states beside its parts. */
export interface SumCheck {
  /** Keys from the top, as `token_tracking.subtotal_r03`. */
  readonly path: string
  readonly place: Place
  readonly stated: number
  /** What the parts make; the middle where a part is a range. */
  readonly recomputed: number
  /** False if the two differ by more than rounding explains. */
  readonly agrees: boolean
  readonly partCount: number
}

const SUM_KEY = /^(?:sub_?total(?:_\w{1,60})?|total(?:_(?:tokens|estimated|projected|cost|used))?)$/i
/** What rounding to thousands can add up to over a few parts. */
const ROUNDING_SHARE = 0.01
const MAX_DEPTH = 40

/**
 * Every stated sum of a log, checked against its parts: among tokens, and in mappings that hold nothing but numbers. O(size of
 * the log x depth).
 */
export function checkSums(root: LogNode): readonly SumCheck[] {
  const inTokens = new Set<LogNode>()
  return [...walk(root)].flatMap((node) => {
    const isTokens = isTokenBlock(node) || inTokens.has(node) || wordsOf(node.key).includes('token')
    if (isTokens) for (const child of node.children) inTokens.add(child)
    return node.kind === 'mapping' && (isTokens || isAllNumbers(node)) ? checkMapping(node) : []
  })
}

function isAllNumbers({ children }: LogNode): boolean {
  return children.every((child) =>
    child.kind === 'scalar' ? readQuantity(child.value) !== undefined : hasAmount(child, 0),
  )
}

function hasAmount(node: LogNode, depth: number): boolean {
  return partOf(node, depth) !== undefined
}

function checkMapping(node: LogNode): readonly SumCheck[] {
  return node.children.flatMap((child) => {
    const stated = SUM_KEY.test(child.key) ? readQuantity(child.value) : undefined
    const parts = stated === undefined ? [] : partsOf(node, 0)
    if (stated === undefined || stated.unit === 'percent' || parts.length < 2) return []
    const { low, high } = addRanges(parts.map(({ range }) => range))
    const isRounded = stated.approximate || parts.some(({ approximate }) => approximate)
    const slack = isRounded ? Math.abs(high) * ROUNDING_SHARE : 0
    return [
      {
        path: child.path.join('.'),
        place: { file: child.file, line: child.line },
        stated: stated.value,
        recomputed: Number.isFinite(high) ? (low + high) / 2 : low,
        agrees: stated.high >= low - slack && stated.low <= high + slack,
        partCount: parts.length,
      },
    ]
  })
}

interface Part {
  readonly range: Range
  readonly approximate: boolean
}

function partsOf(node: LogNode, depth: number): readonly Part[] {
  return node.children.flatMap((child) =>
    SUM_KEY.test(child.key) || OWN.has(child.key) || !isPart(child.key) ? [] : (partOf(child, depth) ?? []),
  )
}

const OWN: ReadonlySet<string> = new Set([
  'actual_tokens',
  'tokens',
  'estimated_tokens',
  'total_tokens',
  'cost',
])

/** A number, or a mapping: its parts where it has at least two, else its own number or the sum it states. */
function partOf(node: LogNode, depth: number): Part | undefined {
  if (node.kind === 'scalar') {
    const range = readAmount(node.value)
    return range === undefined || isCount(node.key, range)
      ? undefined
      : { range, approximate: readQuantity(node.value)?.approximate ?? true }
  }
  if (node.kind === 'list' || depth > MAX_DEPTH) return undefined
  const parts = partsOf(node, depth + 1)
  if (parts.length >= 2) return total(parts)
  const own =
    node.children.find(({ key }) => OWN.has(key)) ?? node.children.find(({ key }) => SUM_KEY.test(key))
  return (
    (own === undefined ? undefined : partOf(own, depth + 1)) ?? (parts.length > 0 ? total(parts) : undefined)
  )
}

function total(parts: readonly Part[]): Part {
  return {
    range: addRanges(parts.map(({ range }) => range)),
    approximate: parts.some(({ approximate }) => approximate),
  }
}
