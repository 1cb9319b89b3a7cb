import type { Patch } from 'blueprint-command-engine'
import { segmentsOf, valueAt } from './pointer.ts'

type Container = Record<string, unknown> | unknown[]

/**
 * Edits a JSON document by patches and keeps their inverse. What the edits do not reach is the same by reference; lists
 * and objects on the way are copied once. O(depth + width of the lists on the way) each.
 */
export class SourceEditor {
  readonly patches: Patch[] = []
  /** In the order of application. */
  readonly #inverse: Patch[][] = []
  readonly #copied = new WeakSet<object>()
  #root: unknown

  constructor(source: unknown) {
    this.#root = source
  }

  get root(): unknown {
    return this.#root
  }

  get inverse(): readonly Patch[] {
    return this.#inverse.toReversed().flat()
  }

  /** Sets a value, whether or not there is one. */
  set(pointer: string, value: unknown): void {
    const { holder, key } = this.#open(pointer)
    if (Array.isArray(holder) || Object.hasOwn(holder, key)) {
      const before = Reflect.get(holder, key) as unknown
      this.#note({ op: 'replace', path: pointer, value }, { op: 'replace', path: pointer, value: before })
    } else this.#note({ op: 'add', path: pointer, value }, { op: 'remove', path: pointer })
    put(holder, key, value)
  }

  remove(pointer: string): void {
    const before = this.#take(pointer)
    this.#note({ op: 'remove', path: pointer }, { op: 'add', path: pointer, value: before })
  }

  insert(list: string, index: number, value: unknown): void {
    const path = `${list}/${index}`
    this.#insert(list, index, value)
    this.#note({ op: 'add', path, value }, { op: 'remove', path })
  }

  /**
   * Moves an item; list and index are those once it is out of its old place.
   *
   * @param opens whether an absent list is made first; its pointer must then be the same before and after
   */
  move(from: string, list: string, index: number, opens: boolean): void {
    const path = `${list}/${index}`
    if (from === path) return
    if (opens && isAbsent(valueAt(this.#root, list))) this.set(list, [])
    this.#insert(list, index, this.#take(from))
    this.#note({ op: 'move', from, path }, { op: 'move', from: path, path: from })
  }

  #note(patch: Patch, inverse: Patch): void {
    this.patches.push(patch)
    this.#inverse.push([inverse])
  }

  #insert(list: string, index: number, value: unknown): void {
    const { holder, key } = this.#open(`${list}/${index}`)
    if (!Array.isArray(holder)) throw new TypeError(`expected a list at ${list}`)
    holder.splice(Number(key), 0, value)
  }

  #take(pointer: string): unknown {
    const { holder, key } = this.#open(pointer)
    const value = Reflect.get(holder, key) as unknown
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else Reflect.deleteProperty(holder, key)
    return value
  }

  /** The list or object that holds a place, copied with everything on the way to it. */
  #open(pointer: string): { readonly holder: Container; readonly key: string } {
    const segments = segmentsOf(pointer)
    const key = segments.pop()
    if (key === undefined) throw new TypeError('expected a place in the document, got all of it')
    let holder = this.#copy(this.#root)
    this.#root = holder
    for (const segment of segments) {
      if (!Object.hasOwn(holder, segment)) throw new TypeError(`expected something at ${pointer}`)
      const inner = this.#copy(Reflect.get(holder, segment))
      put(holder, segment, inner)
      holder = inner
    }
    return { holder, key }
  }

  #copy(value: unknown): Container {
    if (typeof value !== 'object' || value === null) throw new TypeError('expected a list or an object')
    if (this.#copied.has(value)) return value as Container
    const copy: Container = Array.isArray(value) ? [...(value as unknown[])] : { ...value }
    this.#copied.add(copy)
    return copy
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

/** `__proto__` is a key like any other. */
function put(holder: Container, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
  else Reflect.set(holder, key, value)
}
