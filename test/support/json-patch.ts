import { isDeepStrictEqual } from 'node:util'

/** One operation as it came: what it says is looked at, not believed. */
interface Operation {
  readonly op?: unknown
  readonly path?: unknown
  readonly from?: unknown
  readonly value?: unknown
}

type Container = Record<string, unknown> | unknown[]

/**
 * RFC 6902 on a deep copy, written by the letter and apart from the engine's own: every path must be there, every index
 * be written without leading zeros, and nothing but what an operation says changes.
 *
 * @throws Error for an operation that does not apply.
 */
export function patchedCopy<T>(document: T, operations: readonly unknown[]): T {
  let root: unknown = structuredClone(document)
  for (const [n, raw] of operations.entries()) {
    try {
      root = applyOne(root, raw as Operation)
    } catch (error) {
      throw new Error(`operation ${n} ${JSON.stringify(raw)}: ${(error as Error).message}`, { cause: error })
    }
  }
  return root as T
}

/** The document with no part in two places, as from a file: a change to a deep copy would show in both. */
export function unshared<T>(document: T): T {
  return JSON.parse(JSON.stringify(document)) as T
}

function applyOne(root: unknown, { op, path, from, value }: Operation): unknown {
  switch (op) {
    case 'add':
      return inserted(root, keysOf(path), copyOf(value))
    case 'remove':
      return removed(root, keysOf(path))
    case 'replace': {
      const keys = keysOf(path)
      valueAt(root, keys)
      return replaced(root, keys, copyOf(value))
    }
    case 'move': {
      const source = keysOf(from)
      const target = keysOf(path)
      if (target.length > source.length && source.every((key, i) => key === target[i]))
        throw new Error('a value moves into itself')
      const moving = valueAt(root, source)
      return inserted(removed(root, source), target, moving)
    }
    case 'copy':
      return inserted(root, keysOf(path), copyOf(valueAt(root, keysOf(from))))
    case 'test':
      if (!isDeepStrictEqual(valueAt(root, keysOf(path)), value)) throw new Error('the test fails')
      return root
    default:
      throw new Error('no such operation')
  }
}

function copyOf(value: unknown): unknown {
  if (value === undefined) throw new Error('no value')
  return structuredClone(value)
}

function keysOf(pointer: unknown): string[] {
  if (typeof pointer !== 'string' || (pointer !== '' && !pointer.startsWith('/')))
    throw new Error('no JSON pointer')
  return pointer
    .split('/')
    .slice(1)
    .map((key) => {
      if (/~(?![01])/.test(key)) throw new Error('a stray ~')
      return key.replaceAll('~1', '/').replaceAll('~0', '~')
    })
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    const container = containerOf(value)
    if (!Object.hasOwn(container, Array.isArray(container) ? String(indexOf(key)) : key))
      throw new Error(`nothing at ${JSON.stringify(key)}`)
    return (container as Record<string, unknown>)[key]
  }, root)
}

function containerOf(value: unknown): Container {
  if (typeof value !== 'object' || value === null) throw new Error('a path leads through a scalar')
  return value as Container
}

function indexOf(key: string): number {
  if (!/^(?:0|[1-9]\d*)$/.test(key)) throw new Error(`no index: ${JSON.stringify(key)}`)
  return Number(key)
}

function placeOf(
  root: unknown,
  keys: readonly string[],
): { readonly holder: Container; readonly key: string } {
  return { holder: containerOf(valueAt(root, keys.slice(0, -1))), key: keys.at(-1)! }
}

function inserted(root: unknown, keys: readonly string[], value: unknown): unknown {
  if (keys.length === 0) return value
  const { holder, key } = placeOf(root, keys)
  if (!Array.isArray(holder)) put(holder, key, value)
  else {
    const index = key === '-' ? holder.length : indexOf(key)
    if (index > holder.length) throw new Error('an index behind the end')
    holder.splice(index, 0, value)
  }
  return root
}

function replaced(root: unknown, keys: readonly string[], value: unknown): unknown {
  if (keys.length === 0) return value
  const { holder, key } = placeOf(root, keys)
  put(holder, key, value)
  return root
}

/** A key called `__proto__` is a key like any other. */
function put(holder: Container, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

function removed(root: unknown, keys: readonly string[]): unknown {
  if (keys.length === 0) throw new Error('the whole document goes')
  valueAt(root, keys)
  const { holder, key } = placeOf(root, keys)
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
  return root
}
