import { escapeSegment } from './patch.ts'

/** Why a value is not JSON: where inside it, and what was expected there. */
export interface JsonProblem {
  /** JSON Pointer relative to the value. */
  readonly path: string
  readonly kind: 'not-json' | 'cycle' | 'too-deep' | 'too-large'
  /** The offending value; undefined for the other kinds. */
  readonly value: unknown
}

/** How many values may still be looked at; shared parts count each time they appear, as they would in the text. */
export interface ValueBudget {
  left: number
}

const OBJECT = Object.prototype
const ARRAY = Array.prototype

/** True for objects that JSON writes key by key: literals, and what `JSON.parse` makes, of this realm or another. */
export function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === OBJECT) return true
  // The Object.prototype of another realm; it hands nothing down that a loop over keys would see.
  return prototype === null || (isRootPrototype(prototype) && Object.keys(prototype as object).length === 0)
}

/** True for arrays as such; a subclass could bring its own `toJSON`. */
export function isPlainArray(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === ARRAY) return true
  // That of another realm is an array itself, two steps above nothing; that of a subclass stands three above.
  return Array.isArray(prototype) && isRootPrototype(Object.getPrototypeOf(prototype))
}

function isRootPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null
}

/** True for null, booleans, strings and finite numbers. */
export function isJsonScalar(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    default:
      return value === null
  }
}

/**
 * The first reason why `JSON.stringify` would not write this value so that parsing gives it back, or null: undefined (a
 * hole too), functions, symbols, BigInt, NaN, infinities, instances of classes, cycles. O(values inside); recursion is
 * bounded by `maxDepth`, the work by the budget.
 */
export function findJsonProblem(value: unknown, maxDepth: number, budget: ValueBudget): JsonProblem | null {
  return isJsonScalar(value) ? null : search(value, maxDepth, budget, [])
}

function search(
  value: unknown,
  depthLeft: number,
  budget: ValueBudget,
  above: unknown[],
): JsonProblem | null {
  if (--budget.left < 0) return { path: '', kind: 'too-large', value: undefined }
  if (isPlainArray(value)) return searchInside(value, value, depthLeft, budget, above)
  if (isPlainObject(value)) return searchInside(value, null, depthLeft, budget, above)
  return { path: '', kind: 'not-json', value }
}

function searchInside(
  value: object,
  list: readonly unknown[] | null,
  depthLeft: number,
  budget: ValueBudget,
  above: unknown[],
): JsonProblem | null {
  if (depthLeft <= 0) {
    const isCycle = above.includes(value) || new Set(above).size < above.length
    return { path: '', kind: isCycle ? 'cycle' : 'too-deep', value: undefined }
  }
  above.push(value)
  const keys = list === null ? Object.keys(value) : null
  const count = keys === null ? list!.length : keys.length
  for (let i = 0; i < count; i++) {
    const inner = keys === null ? list![i] : (value as { readonly [key: string]: unknown })[keys[i]!]
    if (isJsonScalar(inner)) {
      budget.left--
      continue
    }
    const problem = search(inner, depthLeft - 1, budget, above)
    if (problem !== null)
      return { ...problem, path: `/${keys === null ? i : escapeSegment(keys[i]!)}${problem.path}` }
  }
  above.pop()
  return null
}
