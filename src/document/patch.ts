import { describe, isJsonObject, setOwn } from '../base/json.ts'
import type { Blueprint } from './blueprint.ts'

/** One operation of a JSON Patch (RFC 6902). */
export type Patch =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string }

/** A patch that cannot be applied: which operation, where, what was expected and what was there. */
export class PatchError extends Error {
  readonly code = 'patch-failed'
  /** Position of the operation in the list. */
  readonly index: number
  readonly path: string

  constructor(index: number, path: string, reason: string) {
    super(`patch ${index} at ${JSON.stringify(path)}: ${reason}`)
    this.name = 'PatchError'
    this.index = index
    this.path = path
  }
}

/** One segment of a JSON Pointer, escaped (RFC 6901). */
export function escapeSegment(segment: string): string {
  return segment.includes('~') || segment.includes('/')
    ? segment.replaceAll('~', '~0').replaceAll('/', '~1')
    : segment
}

/** The key that a segment of a JSON Pointer stands for. */
export function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** True for the empty text and for texts that start with "/" and hold "~" only before 0 or 1 (RFC 6901). */
export function isPointer(text: string): boolean {
  return text === '' || (text.startsWith('/') && !STRAY_TILDE.test(text))
}

const STRAY_TILDE = /~(?![01])/

/**
 * Applies an RFC 6902 patch and returns the result; the input is not changed and every part that no operation touches
 * is shared with it. All or nothing. O(operations x (depth + width of the arrays and objects on their paths)).
 *
 * @throws PatchError when an operation is malformed, its path is missing, or a `test` does not hold.
 * @example applyPatch(blueprint, [{ op: 'replace', path: '/components/0/text', value: 'Hello' }])
 */
export function applyPatch(blueprint: Blueprint, patches: readonly Patch[]): Blueprint {
  // The result of a patch that came from the engine is a blueprint; of a foreign one it is what the patch says.
  return applyJsonPatch(blueprint, patches) as Blueprint
}

/** {@link applyPatch} for any JSON value. */
export function applyJsonPatch(document: unknown, patches: readonly Patch[]): unknown {
  if (!Array.isArray(patches))
    throw new PatchError(0, '', `expected an array of operations, got ${describe(patches)}`)
  const fresh = new Set<object>()
  let root = document
  for (let index = 0; index < patches.length; index++) {
    const patch: unknown = patches[index]
    if (!isJsonObject(patch)) throw new PatchError(index, '', `expected an operation, got ${describe(patch)}`)
    root = applyOne(root, patch, index, fresh)
  }
  return root
}

function applyOne(
  root: unknown,
  patch: { readonly [key: string]: unknown },
  index: number,
  fresh: Set<object>,
): unknown {
  const path = pointer(patch, 'path', index)
  const at = segments(path, index)
  switch (patch['op']) {
    case 'add':
      return put(root, at, valueOf(patch, index, path), index, path, fresh)
    case 'replace': {
      get(root, at, index, path)
      return at.length === 0
        ? valueOf(patch, index, path)
        : replace(root, at, valueOf(patch, index, path), index, path, fresh)
    }
    case 'remove':
      if (at.length === 0) throw new PatchError(index, path, 'the whole document cannot be removed')
      return remove(root, at, index, path, fresh)
    case 'move': {
      const from = pointer(patch, 'from', index)
      if (path.startsWith(`${from}/`))
        throw new PatchError(index, path, `a value cannot move into itself (from ${JSON.stringify(from)})`)
      const source = segments(from, index)
      const value = get(root, source, index, from)
      if (from === path) return root
      return put(
        source.length === 0 ? root : remove(root, source, index, from, fresh),
        at,
        value,
        index,
        path,
        fresh,
      )
    }
    case 'copy': {
      const from = pointer(patch, 'from', index)
      const value = get(root, segments(from, index), index, from)
      // The copy shares the value; forgetting what is ours makes later writes copy it first, in both places.
      fresh.clear()
      return put(root, at, value, index, path, fresh)
    }
    case 'test': {
      const value = get(root, at, index, path)
      if (!sameJson(value, valueOf(patch, index, path)))
        throw new PatchError(index, path, `the test failed: there is ${describe(value)}`)
      return root
    }
    default:
      throw new PatchError(
        index,
        path,
        `expected op add, remove, replace, move, copy or test, got ${describe(patch['op'])}`,
      )
  }
}

function pointer(patch: { readonly [key: string]: unknown }, key: 'path' | 'from', index: number): string {
  const value = Object.hasOwn(patch, key) ? patch[key] : undefined
  if (typeof value !== 'string')
    throw new PatchError(index, '', `expected ${key} to be a JSON Pointer, got ${describe(value)}`)
  return value
}

function valueOf(patch: { readonly [key: string]: unknown }, index: number, path: string): unknown {
  if (!Object.hasOwn(patch, 'value') || patch['value'] === undefined)
    throw new PatchError(index, path, 'expected a value, got nothing')
  return patch['value']
}

function segments(path: string, index: number): string[] {
  if (path === '') return []
  if (!path.startsWith('/'))
    throw new PatchError(index, path, 'a JSON Pointer must be empty or start with "/"')
  const parts = path.slice(1).split('/')
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (!part.includes('~')) continue
    if (STRAY_TILDE.test(part)) throw new PatchError(index, path, '"~" must be followed by 0 or 1')
    parts[i] = part.replaceAll('~1', '/').replaceAll('~0', '~')
  }
  return parts
}

function get(root: unknown, at: readonly string[], index: number, path: string): unknown {
  let value = root
  for (const key of at) value = child(value, key, index, path)
  return value
}

function child(parent: unknown, key: string, index: number, path: string): unknown {
  if (Array.isArray(parent)) {
    const i = arrayIndex(key)
    if (i === null || i >= parent.length)
      throw new PatchError(index, path, `no element ${JSON.stringify(key)} in an array of ${parent.length}`)
    return parent[i] as unknown
  }
  if (isJsonObject(parent) && Object.hasOwn(parent, key)) return parent[key]
  throw new PatchError(index, path, `no ${JSON.stringify(key)} in ${describe(parent)}`)
}

/** Digits without leading zeros, or null. */
function arrayIndex(key: string): number | null {
  return /^(?:0|[1-9]\d{0,9})$/.test(key) ? Number(key) : null
}

/** Copies the containers along a path, once a patch, and hands the last one to `edit`. */
function along(
  root: unknown,
  at: readonly string[],
  index: number,
  path: string,
  fresh: Set<object>,
  edit: (container: unknown[] | Record<string, unknown>, key: string) => void,
): unknown {
  const top = owned(root, index, path, fresh)
  let container = top
  for (let i = 0; i < at.length - 1; i++) {
    const key = at[i]!
    const inner = owned(child(container, key, index, path), index, path, fresh)
    if (Array.isArray(container)) container[Number(key)] = inner
    else setOwn(container, key, inner)
    container = inner
  }
  edit(container, at[at.length - 1]!)
  return top
}

function owned(
  value: unknown,
  index: number,
  path: string,
  fresh: Set<object>,
): unknown[] | Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new PatchError(index, path, `${describe(value)} holds nothing`)
  if (fresh.has(value)) return value as unknown[] | Record<string, unknown>
  const copy = Array.isArray(value)
    ? (value as unknown[]).slice()
    : copyObject(value as Record<string, unknown>)
  fresh.add(copy)
  return copy
}

function copyObject(value: Record<string, unknown>): Record<string, unknown> {
  return { ...value }
}

function put(
  root: unknown,
  at: readonly string[],
  value: unknown,
  index: number,
  path: string,
  fresh: Set<object>,
): unknown {
  if (at.length === 0) return value
  return along(root, at, index, path, fresh, (container, key) => {
    if (!Array.isArray(container)) return setOwn(container, key, value)
    const i = key === '-' ? container.length : arrayIndex(key)
    if (i === null || i > container.length)
      throw new PatchError(index, path, `no place ${JSON.stringify(key)} in an array of ${container.length}`)
    container.splice(i, 0, value)
  })
}

function replace(
  root: unknown,
  at: readonly string[],
  value: unknown,
  index: number,
  path: string,
  fresh: Set<object>,
): unknown {
  return along(root, at, index, path, fresh, (container, key) => {
    if (Array.isArray(container)) container[Number(key)] = value
    else setOwn(container, key, value)
  })
}

function remove(
  root: unknown,
  at: readonly string[],
  index: number,
  path: string,
  fresh: Set<object>,
): unknown {
  return along(root, at, index, path, fresh, (container, key) => {
    child(container, key, index, path)
    if (Array.isArray(container)) container.splice(Number(key), 1)
    else delete container[key]
  })
}

/** Equality of JSON values as RFC 6902 section 4.6 says: numbers by value, objects without regard to order. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => sameJson(value, b[i]))
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}
