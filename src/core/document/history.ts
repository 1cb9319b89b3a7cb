import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Blueprint } from './blueprint.ts'
import { readHistory } from './history-json.ts'
import type { HistoryFault, HistoryJson, HistoryStep } from './history-json.ts'
import { applyPatch } from './patch.ts'
import type { Patch } from './patch.ts'

export interface HistoryLimits {
  /** Steps that are kept, 1000 by default. */
  readonly maxEntries: number
  /** Estimated bytes of the kept steps, 16 MiB by default. The newest step is kept whatever its size. */
  readonly maxBytes: number
}

export interface HistoryEntry {
  /** 1 for the first step ever pushed; the number of a step dropped by a new branch is given again. */
  readonly step: number
  readonly label: string
  /** The newest checkpoint directly after this step. */
  readonly name?: string
  /** False for a step that is undone and can be redone. */
  readonly applied: boolean
}

export interface HistorySize {
  readonly entries: number
  /** Estimated. */
  readonly bytes: number
  /** Steps that the limits have dropped: the earliest state that can be reached is the one after step `dropped`. */
  readonly dropped: number
}

interface Entry extends HistoryStep {
  readonly bytes: number
}

const DEFAULTS: HistoryLimits = { maxEntries: 1000, maxBytes: 16 * 1024 * 1024 }

/**
 * The steps that led to a document, as deltas: none of them holds a document. Positions are counted in steps from the
 * beginning; position n is the state after step n. The document itself is the caller's: it is handed in, and the changed
 * one comes back.
 *
 * @example
 * history.push({ label: 'make the header red', patches: change.patches, inverse: change.inverse })
 * const before = history.undo(after)
 */
export class History {
  readonly #limits: HistoryLimits
  readonly #entries: Entry[] = []
  readonly #names = new Map<string, number>()
  /** How many of the kept entries are applied. */
  #applied = 0
  #dropped = 0
  #bytes = 0

  /** @throws RangeError for a limit that is not a whole number above 0. */
  constructor(limits: Partial<HistoryLimits> = {}) {
    this.#limits = { ...DEFAULTS, ...limits }
    for (const [name, value] of Object.entries(this.#limits)) {
      if (!Number.isSafeInteger(value) || value < 1)
        throw new RangeError(`expected ${name} to be a whole number above 0, got ${value}`)
    }
  }

  get canUndo(): boolean {
    return this.#applied > 0
  }

  get canRedo(): boolean {
    return this.#applied < this.#entries.length
  }

  /** The number of the last applied step; 0 at the very beginning. */
  get position(): number {
    return this.#dropped + this.#applied
  }

  get size(): HistorySize {
    return { entries: this.#entries.length, bytes: this.#bytes, dropped: this.#dropped }
  }

  /** The kept steps, oldest first. O(steps). */
  entries(): readonly HistoryEntry[] {
    const names = new Map<number, string>()
    for (const [name, position] of this.#names) names.set(position, name)
    return this.#entries.map(({ label }, i) => {
      const step = this.#dropped + i + 1
      const name = names.get(step)
      return { step, label, ...(name !== undefined && { name }), applied: i < this.#applied }
    })
  }

  /** Adds what was just done. Steps that were undone can no longer be redone. O(values in the patches). */
  push(step: HistoryStep): void {
    this.#dropTail()
    this.#append(step)
    this.#applied++
    this.#trim()
  }

  /** @throws RangeError when there is nothing to undo; PatchError when the document is not the one after the last step. */
  undo(root: Blueprint): Blueprint {
    if (!this.canUndo) throw new RangeError('there is nothing to undo')
    return this.rollbackTo(root, this.position - 1)
  }

  /** @throws RangeError when there is nothing to redo; PatchError when the document is not the one at this position. */
  redo(root: Blueprint): Blueprint {
    if (!this.canRedo) throw new RangeError('there is nothing to redo')
    return this.rollbackTo(root, this.position + 1)
  }

  /** Names the present position and returns it; a name that is in use moves here. */
  checkpoint(name: string): number {
    this.#names.delete(name)
    this.#names.set(name, this.position)
    this.#forgetNames()
    return this.position
  }

  /**
   * Goes to the state after a step, or to a checkpoint, back or forward; steps left behind can be redone. Nothing moves
   * when it throws. O(operations between the two positions).
   *
   * @throws RangeError for a position or name that is not kept; PatchError when the document is not the present one.
   */
  rollbackTo(root: Blueprint, nameOrStep: string | number): Blueprint {
    const position = typeof nameOrStep === 'string' ? this.#names.get(nameOrStep) : nameOrStep
    const wanted = position === undefined ? -1 : position - this.#dropped
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > this.#entries.length) {
      const kept = `${this.#dropped}..${this.#dropped + this.#entries.length}`
      throw new RangeError(`expected a checkpoint or a step in ${kept}, got ${JSON.stringify(nameOrStep)}`)
    }
    const patches: Patch[] = []
    for (let i = this.#applied; i > wanted; i--)
      for (const patch of this.#entries[i - 1]!.inverse) patches.push(patch)
    for (let i = this.#applied; i < wanted; i++)
      for (const patch of this.#entries[i]!.patches) patches.push(patch)
    const result = applyPatch(root, patches)
    this.#applied = wanted
    return result
  }

  toJSON(): HistoryJson {
    return {
      version: 1,
      dropped: this.#dropped,
      position: this.position,
      entries: this.#entries.map(({ label, patches, inverse }) => ({ label, patches, inverse })),
      checkpoints: [...this.#names],
    }
  }

  /**
   * Reads what `toJSON` gave, from anywhere: everything in it is checked, and what exceeds the limits is dropped. That its
   * patches fit a document shows only when they are applied.
   */
  static fromJSON(json: unknown, limits: Partial<HistoryLimits> = {}): Result<History, HistoryFault> {
    const read = readHistory(json)
    if (!read.ok) return fail(read.error)
    const { dropped, position, entries, checkpoints } = read.value
    const history = new History(limits)
    for (const entry of entries) history.#append(entry)
    history.#dropped = dropped
    history.#applied = position - dropped
    for (const [name, at] of checkpoints) history.#names.set(name, at)
    history.#trim()
    history.#forgetNames()
    return ok(history)
  }

  #append({ label, patches, inverse }: HistoryStep): void {
    const bytes = approximateBytes(patches) + approximateBytes(inverse) + 2 * label.length
    this.#bytes += bytes
    this.#entries.push({ label, patches, inverse, bytes })
  }

  #dropTail(): void {
    if (!this.canRedo) return
    for (const entry of this.#entries.splice(this.#applied)) this.#bytes -= entry.bytes
    this.#forgetNames()
  }

  /** Drops the oldest steps, and the furthest undone ones where nothing older is left, until the limits hold. */
  #trim(): void {
    const { maxEntries, maxBytes } = this.#limits
    let trimmed = false
    while (this.#entries.length > maxEntries || (this.#bytes > maxBytes && this.#entries.length > 1)) {
      const oldest = this.#applied > 0
      this.#bytes -= (oldest ? this.#entries.shift()! : this.#entries.pop()!).bytes
      if (oldest) {
        this.#applied--
        this.#dropped++
      }
      trimmed = true
    }
    if (trimmed) this.#forgetNames()
  }

  /** Forgets names of positions that cannot be reached any more, and the oldest where there are more than steps may be. */
  #forgetNames(): void {
    const last = this.#dropped + this.#entries.length
    for (const [name, position] of this.#names)
      if (position < this.#dropped || position > last) this.#names.delete(name)
    for (const name of this.#names.keys()) {
      if (this.#names.size <= this.#limits.maxEntries) return
      this.#names.delete(name)
    }
  }
}

/** A rough size in memory, the same on every host. O(values). */
function approximateBytes(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length
  if (typeof value !== 'object' || value === null) return 8
  let bytes = 24
  if (Array.isArray(value))
    for (const inner of value as readonly unknown[]) bytes += 8 + approximateBytes(inner)
  else
    for (const key of Object.keys(value))
      bytes += 8 + approximateBytes((value as Record<string, unknown>)[key])
  return bytes
}
