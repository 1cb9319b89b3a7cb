import { withDefaults } from '../base/option-check.ts'
import type { HistoryJson, NumberedStep } from './history-json.ts'
import { defaultHistoryLimits } from './history-limits.ts'
import type { HistoryLimits } from './history-limits.ts'
import { approximateBytes, HistoryLine } from './history-line.ts'
import type { Entry } from './history-line.ts'

/** Names of what was dropped that are remembered. */
const MAX_DROPPED_NAMES = 100

/** The branches of a history with their steps, counted once each, and the names of states. Keeps them within the limits. */
export class HistoryStore {
  readonly limits: HistoryLimits
  readonly lines: Map<string, HistoryLine> = new Map<string, HistoryLine>()
  /** Names of states. */
  readonly names: Map<string, number> = new Map<string, number>()
  readonly droppedBranches: string[] = []
  readonly droppedCheckpoints: string[] = []
  /** The number of the earliest state, at which every line begins. */
  base = 0
  entries = 0
  bytes = 0

  /** @throws RangeError for a limit that is not a whole number above 0. */
  constructor(limits: Partial<HistoryLimits>) {
    this.limits = withDefaults(defaultHistoryLimits, limits)
    for (const [name, value] of Object.entries(this.limits)) {
      if (!Number.isSafeInteger(value) || value < 1)
        throw new RangeError(`expected ${name} to be a whole number above 0, got ${value}`)
    }
  }

  entryOf(step: NumberedStep): Entry {
    return { ...step, bytes: bytesOf(step), holders: 0 }
  }

  addLine(name: string, entries: readonly Entry[], applied: number, dropped: number): HistoryLine {
    const line = new HistoryLine(name, [], applied, dropped)
    for (const entry of entries) this.append(line, entry)
    this.lines.set(name, line)
    return line
  }

  removeLine(line: HistoryLine): void {
    this.#removeLine(line, null)
  }

  append(line: HistoryLine, entry: Entry): void {
    line.entries.push(entry)
    this.#hold(entry)
  }

  /** Takes the steps off a line that are not applied. */
  cutTail(line: HistoryLine): void {
    if (line.applied < line.entries.length) this.#release(line.entries.splice(line.applied), null)
  }

  relabel(entry: Entry, label: string): void {
    entry.label = label
    const bytes = bytesOf(entry)
    this.bytes += bytes - entry.bytes
    entry.bytes = bytes
  }

  /** Puts one entry in the place of several that follow one another, on every line that has them and is not between them. */
  merge(parts: readonly Entry[], whole: Entry): void {
    for (const line of this.lines.values()) {
      const at = line.entries.indexOf(parts[0]!)
      const end = at + parts.length
      if (at < 0 || !parts.every((part, i) => line.entries[at + i] === part)) continue
      if (line.applied > at && line.applied < end) continue
      line.entries.splice(at, parts.length, whole)
      this.#hold(whole)
      if (line.applied >= end) line.applied -= parts.length - 1
      this.#release(parts, null)
    }
  }

  /** Names a state; more names than steps may be kept drive out the oldest. */
  name(name: string, state: number): void {
    this.names.delete(name)
    this.names.set(name, state)
    this.trimNames()
  }

  trimNames(): void {
    for (const name of this.names.keys()) {
      if (this.names.size <= this.limits.maxEntries) return
      this.names.delete(name)
      remember(this.droppedCheckpoints, name)
    }
  }

  /**
   * Drops the oldest steps until the limits hold: with the first step of the current line the earliest state goes, and with
   * that the lines that begin there otherwise. Where nothing is applied, other lines and then the furthest undone steps go.
   */
  trim(current: HistoryLine): void {
    while (this.entries > this.limits.maxEntries || (this.bytes > this.limits.maxBytes && this.entries > 1)) {
      const first = current.applied > 0 ? current.entries[0]! : null
      const stranded = this.#stranded(current, first)
      if (stranded !== undefined) {
        this.#removeLine(stranded, this.droppedCheckpoints)
        remember(this.droppedBranches, stranded.name)
      } else if (first === null) this.#release([current.entries.pop()!], this.droppedCheckpoints)
      else this.#begin(first.id)
    }
  }

  toJSON(branch: string): HistoryJson {
    const positions = new Map<Entry, number>()
    for (const line of this.lines.values())
      for (const entry of line.entries) if (!positions.has(entry)) positions.set(entry, positions.size)
    return {
      version: 1,
      base: this.base,
      entries: [...positions.keys()].map(({ id, label, patches, inverse, detail }) => ({
        id,
        label,
        patches,
        inverse,
        ...(detail !== undefined && { detail }),
      })),
      branches: [...this.lines.values()].map(({ name, dropped, applied, entries }) => ({
        name,
        dropped,
        applied,
        entries: entries.map((entry) => positions.get(entry)!),
      })),
      branch,
      checkpoints: [...this.names],
    }
  }

  /** Takes over what `toJSON` gave, as far as the limits allow, and returns the current line. */
  restore({ base, entries, branches, branch, checkpoints }: HistoryJson): HistoryLine {
    this.lines.clear()
    this.base = base
    const kept = entries.map((step) => this.entryOf(step))
    for (const { name, entries, applied, dropped } of branches)
      this.addLine(
        name,
        entries.map((position) => kept[position]!),
        applied,
        dropped,
      )
    const current = this.lines.get(branch)!
    for (const [name, state] of checkpoints) this.names.set(name, state)
    this.trim(current)
    this.trimNames()
    return current
  }

  /** The oldest line other than the current one that cannot be kept when the history begins after a step. */
  #stranded(current: HistoryLine, first: Entry | null): HistoryLine | undefined {
    for (const line of this.lines.values())
      if (line !== current && (first === null || line.reach(first.id, this.base) < 0)) return line
    return undefined
  }

  /** Makes a state that all lines reach the earliest one. */
  #begin(state: number): void {
    const before = this.base
    for (const line of this.lines.values()) {
      const count = line.reach(state, before)
      line.applied = Math.max(0, line.applied - count)
      line.dropped += count
      this.#drop(line.entries.splice(0, count))
    }
    this.base = state
    this.#forget(new Set([before]), this.droppedCheckpoints)
  }

  #hold(entry: Entry): void {
    if (entry.holders++ > 0) return
    this.entries++
    this.bytes += entry.bytes
  }

  /** Lets go of entries, and of the names of states that nobody reaches any more. */
  #release(entries: readonly Entry[], told: string[] | null): void {
    const states = this.#drop(entries)
    if (states.size > 0) this.#forget(states, told)
  }

  #removeLine(line: HistoryLine, told: string[] | null): void {
    this.lines.delete(line.name)
    this.#release(line.entries, told)
  }

  #drop(entries: readonly Entry[]): Set<number> {
    const gone = new Set<number>()
    for (const entry of entries) {
      if (--entry.holders > 0) continue
      this.entries--
      this.bytes -= entry.bytes
      gone.add(entry.id)
    }
    return gone
  }

  #forget(states: ReadonlySet<number>, told: string[] | null): void {
    for (const [name, state] of this.names) {
      if (!states.has(state) || this.#isReached(state)) continue
      this.names.delete(name)
      if (told !== null) remember(told, name)
    }
  }

  #isReached(state: number): boolean {
    for (const line of this.lines.values()) if (line.reach(state, this.base) >= 0) return true
    return false
  }
}

function bytesOf({ label, patches, inverse, detail }: NumberedStep): number {
  return approximateBytes(patches) + approximateBytes(inverse) + approximateBytes(detail) + 2 * label.length
}

function remember(names: string[], name: string): void {
  names.push(name)
  if (names.length > MAX_DROPPED_NAMES) names.shift()
}
