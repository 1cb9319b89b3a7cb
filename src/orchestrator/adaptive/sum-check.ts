import { isJsonObject } from '../../core/base/json.ts'
import type { JsonObject } from '../../core/base/json.ts'
import { readQuantity } from './quantity.ts'
import type { Quantity } from './quantity.ts'

/** A sum that a log states beside its parts. */
export interface SumCheck {
  /** Keys from the top, as `token_tracking.subtotal_r03`. */
  readonly path: string
  readonly stated: number
  /** What the parts make. */
  readonly recomputed: number
  /** False where the two differ by more than rounding explains. */
  readonly agrees: boolean
  readonly partCount: number
}

const SUM_KEY = /^(?:sub_?total(?:_\w{1,60})?|total(?:_(?:tokens|estimated|projected|cost|used))?)$/i
/** Beside the parts, and no part: averages, targets, forecasts, comparisons. */
const NO_PART =
  /^(?:projected|expected|target|baseline|max|min|start|end|per|average|avg|mean|savings|saved|vs|variance)(?:_|$)|average|percent|_count$|^(?:fix_loops|attempts|issue|pr|pr_number|id|lines_changed|tickets)$/i
const OWN_TOKENS = ['actual_tokens', 'tokens', 'estimated_tokens', 'total_tokens', 'cost']
/** What rounding to thousands can add up to over a few parts. */
const ROUNDING_SHARE = 0.01
const MAX_DEPTH = 40

/** Every stated sum of a log, checked against its parts. O(size of the log x depth). */
export function checkSums(log: unknown): readonly SumCheck[] {
  const found: SumCheck[] = []
  visit(log, [], (mapping, path) => {
    for (const [key, value] of Object.entries(mapping)) {
      const stated = SUM_KEY.test(key) ? readQuantity(value) : undefined
      if (stated === undefined || stated.unit === 'percent') continue
      const parts = readParts(mapping, key)
      if (parts.length < 2) continue
      found.push(compare([...path, key].join('.'), stated, parts))
    }
  })
  return found
}

/**
 * What a mapping of costs adds up to: its parts where it has at least two, else its own number. A part is a number or a
 * mapping below it; averages, forecasts and targets are none.
 */
export function sumOf(mapping: JsonObject, depth = 0): Quantity | undefined {
  const parts = depth < MAX_DEPTH ? readParts(mapping, undefined, depth) : []
  if (parts.length >= 2) return total(parts)
  for (const key of OWN_TOKENS) {
    const own = Object.hasOwn(mapping, key) ? readQuantity(mapping[key]) : undefined
    if (own !== undefined && own.unit === 'none') return own
  }
  const statedKey = Object.keys(mapping).find((key) => SUM_KEY.test(key))
  return (statedKey === undefined ? undefined : readQuantity(mapping[statedKey])) ?? total(parts)
}

function readParts(mapping: JsonObject, sumKey: string | undefined, depth = 0): Quantity[] {
  return Object.entries(mapping).flatMap(([key, value]) => {
    if (key === sumKey || SUM_KEY.test(key) || NO_PART.test(key) || OWN_TOKENS.includes(key)) return []
    const part = isJsonObject(value)
      ? depth < MAX_DEPTH
        ? sumOf(value, depth + 1)
        : undefined
      : readQuantity(value)
    return part === undefined || part.unit === 'percent' ? [] : [part]
  })
}

function total(parts: readonly Quantity[]): Quantity | undefined {
  if (parts.length === 0) return undefined
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    approximate: parts.some(({ approximate }) => approximate),
    unit: 'none',
  }
}

function compare(path: string, stated: Quantity, parts: readonly Quantity[]): SumCheck {
  const recomputed = total(parts)!
  const allowed =
    stated.approximate || recomputed.approximate ? Math.abs(recomputed.value) * ROUNDING_SHARE : 0
  return {
    path,
    stated: stated.value,
    recomputed: recomputed.value,
    agrees: Math.abs(stated.value - recomputed.value) <= allowed,
    partCount: parts.length,
  }
}

/** Calls back for every mapping of a tree with the keys that lead to it. */
export function visit(
  value: unknown,
  path: readonly string[],
  onMapping: (mapping: JsonObject, path: readonly string[]) => void,
): void {
  if (path.length > MAX_DEPTH) return
  if (Array.isArray(value)) {
    value.forEach((entry, i) => visit(entry, [...path, String(i)], onMapping))
  } else if (isJsonObject(value)) {
    onMapping(value, path)
    for (const [key, child] of Object.entries(value)) visit(child, [...path, key], onMapping)
  }
}
