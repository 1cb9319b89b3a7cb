import type { Variant } from '../document/look-table.ts'
import type { AnyProperty, PropertyName } from '../document/native-table.ts'
import type { TreeNode } from '../document/tree-node.ts'

/** Names of what a step can write: properties, those of a state or device as `hover:NAME`, and theme tokens as `token:NAME`. */
export type WrittenName = AnyProperty | `${Variant}:${PropertyName}` | `token:${string}`

/** What the steps of one command have made, deleted and written so far, each with the step's position. */
export class Ledger {
  readonly #made = new Map<number, readonly string[]>()
  readonly #deleted = new Map<string, number>()
  /** By name and id. */
  readonly #written = new Map<WrittenName, Map<string, number>>()
  readonly #nextNumber = new Map<string, number>()
  /** How to forget what was recorded since the mark, newest last; null where nothing is marked. */
  #undo: (() => void)[] | null = null

  /** Ids made by a step; undefined when it has not run or failed. */
  madeBy(position: number): readonly string[] | undefined {
    return this.#made.get(position)
  }

  /** The step that deleted an id, or deleted what it was in. */
  deletedBy(id: string): number | undefined {
    return this.#deleted.get(id)
  }

  writtenBy(id: string, name: WrittenName): number | undefined {
    return this.#written.get(name)?.get(id)
  }

  /** Takes over what a successful step did. */
  record(
    position: number,
    made: readonly string[],
    deleted: readonly TreeNode[],
    written: readonly Written[],
  ): void {
    this.#put(this.#made, position, made)
    for (const node of deleted) node.walk(({ id }) => this.#put(this.#deleted, id, position))
    for (const { id, name } of written) this.#put(this.#writtenUnder(name), id, position)
  }

  #writtenUnder(name: WrittenName): Map<string, number> {
    let byId = this.#written.get(name)
    if (byId === undefined) {
      byId = new Map()
      this.#written.set(name, byId)
    }
    return byId
  }

  /** Sets the place that `forget` goes back to. */
  mark(): void {
    this.#undo = []
  }

  /** Forgets what was recorded since the mark. O(records). */
  forget(): void {
    for (const undo of (this.#undo ?? []).toReversed()) undo()
    this.#undo = null
  }

  #put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    if (this.#undo !== null) {
      const before = map.get(key)
      this.#undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)))
    }
    map.set(key, value)
  }

  /**
   * The first `<stem>_<n>` from `from` on that `isTaken` lets pass; from 0 on, where 0 stands for the stem alone. Remembers where it stopped, so that many new ids cost
   * one pass. An id that the command deleted is not used again: patches and answers would confuse the two.
   */
  freshId(stem: string, from: number, isTaken: (id: string) => boolean): string {
    let number = Math.max(from, this.#nextNumber.get(stem) ?? 0)
    let id = numbered(stem, number)
    // "card_copy" is followed by "card_copy_2".
    while (isTaken(id) || this.#deleted.has(id)) id = numbered(stem, (number = Math.max(2, number + 1)))
    this.#nextNumber.set(stem, Math.max(2, number + 1))
    return id
  }
}

export interface Written {
  readonly id: string
  readonly name: WrittenName
}

function numbered(stem: string, number: number): string {
  return number === 0 ? stem : `${stem}_${number}`
}
