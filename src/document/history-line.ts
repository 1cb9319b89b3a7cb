import type { NumberedStep } from './history-json.ts'
import type { Patch } from './patch.ts'

/** A step as it is kept; branches that share a part of their past share these very objects. */
export interface Entry extends NumberedStep {
  label: string
  /** Estimated. */
  bytes: number
  /** Branches that hold it. */
  holders: number
}

/**
 * A branch: the steps from the earliest state on, and how many of them are applied. The state after a step has the
 * step's number, and the earliest one that of the history's base: so states of two branches can be compared.
 */
export class HistoryLine {
  readonly name: string
  readonly entries: Entry[]
  applied: number
  /** Steps before the first entry. */
  dropped: number

  constructor(name: string, entries: Entry[], applied: number, dropped: number) {
    this.name = name
    this.entries = entries
    this.applied = applied
    this.dropped = dropped
  }

  /** The number of the state that is reached with so many entries. */
  stateAt(applied: number, base: number): number {
    return applied === 0 ? base : this.entries[applied - 1]!.id
  }

  /** How many entries lead to a state; -1 where it is on another branch. O(log entries): numbers grow along a line. */
  reach(state: number, base: number): number {
    if (state === base) return 0
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.entries[middle]!.id < state) low = middle + 1
      else high = middle
    }
    return this.entries[low]?.id === state ? low + 1 : -1
  }

  /** Appends the operations that lead along this line from one state to another, back or forward. */
  collect(from: number, to: number, patches: Patch[]): void {
    for (let i = from; i > to; i--) for (const patch of this.entries[i - 1]!.inverse) patches.push(patch)
    for (let i = from; i < to; i++) for (const patch of this.entries[i]!.patches) patches.push(patch)
  }
}

/** The operations from where a line stands to a state of another: back to the last state that both have, then along. */
export function pathBetween(from: HistoryLine, to: HistoryLine, wanted: number, base: number): Patch[] {
  const patches: Patch[] = []
  let shared = from.applied
  let met = to.reach(from.stateAt(shared, base), base)
  // The earliest state is on every line.
  while (met < 0) met = to.reach(from.stateAt(--shared, base), base)
  from.collect(from.applied, shared, patches)
  to.collect(met, wanted, patches)
  return patches
}

/** A rough size in memory, the same on every host. O(values). */
export function approximateBytes(value: unknown): number {
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
