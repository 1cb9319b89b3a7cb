import { describe } from '../base/json.ts'
import type { Blueprint } from './blueprint.ts'
import { MAX_BRANCHES, MAX_NAME_LENGTH } from './history-json.ts'
import type { HistoryJson, HistoryStep } from './history-json.ts'
import { pathBetween } from './history-line.ts'
import type { Entry, HistoryLine } from './history-line.ts'
import { HistoryStore } from './history-store.ts'
import type { HistoryLimits } from './history-limits.ts'
import type { HistoryBranch, HistoryEntry, HistorySize } from './history-view.ts'
import { applyPatch } from './patch.ts'

const FIRST_BRANCH = 'main'

/**
 * The steps that led to a document, as deltas: none of them holds a document. Positions are counted in steps from the
 * beginning; position n is the state after step n. The document itself is the caller's: it is handed in, and the changed
 * one comes back. Further lines of steps that begin at an older state are branches; one of them is the current one, and
 * what is said of steps is said of it.
 *
 * @example
 * history.push({ label: 'make the header red', patches: change.patches, inverse: change.inverse })
 * const before = history.undo(after)
 */
export class History {
  readonly #store: HistoryStore
  #line: HistoryLine
  #nextId = 1

  /** @throws RangeError for a limit that is not a whole number above 0. */
  constructor(limits: Partial<HistoryLimits> = {}) {
    this.#store = new HistoryStore(limits)
    this.#line = this.#store.addLine(FIRST_BRANCH, [], 0, 0)
  }

  get canUndo(): boolean {
    return this.#line.applied > 0
  }

  get canRedo(): boolean {
    return this.#line.applied < this.#line.entries.length
  }

  /** The number of the last applied step; 0 at the very beginning. */
  get position(): number {
    return this.#line.dropped + this.#line.applied
  }

  get size(): HistorySize {
    const { entries, bytes, droppedBranches, droppedCheckpoints } = this.#store
    return {
      entries,
      bytes,
      dropped: this.#line.dropped,
      droppedBranches: [...droppedBranches],
      droppedCheckpoints: [...droppedCheckpoints],
    }
  }

  /** The kept steps, oldest first. O(steps). */
  entries(): readonly HistoryEntry[] {
    const names = new Map<number, string>()
    for (const [name, state] of this.#store.names) names.set(state, name)
    const { entries, dropped, applied } = this.#line
    return entries.map(({ id, label }, i) => {
      const name = names.get(id)
      return { step: dropped + i + 1, label, ...(name !== undefined && { name }), applied: i < applied }
    })
  }

  branches(): readonly HistoryBranch[] {
    return [...this.#store.lines.values()].map((line) => ({
      name: line.name,
      steps: line.dropped + line.entries.length,
      isCurrent: line === this.#line,
    }))
  }

  /** The step as it was pushed. @throws RangeError for a step that is not kept. */
  stepOf(step: number): HistoryStep {
    return this.#entry(step)
  }

  /** Adds what was just done. Steps that were undone can no longer be redone on this branch. O(values in the step). */
  push(step: HistoryStep): void {
    // First what looks at the step's values: where that fails, nothing has changed.
    const entry = this.#store.entryOf({ ...step, id: this.#nextId })
    this.#nextId++
    this.#store.cutTail(this.#line)
    this.#store.append(this.#line, entry)
    this.#line.applied++
    this.#store.trim(this.#line)
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

  /**
   * Names a position, the current one where none is said, and returns it; a name that is in use moves here.
   *
   * @throws RangeError for a position that is not kept, and a name that is empty or longer than 200 characters.
   */
  checkpoint(name: string, step: number = this.position): number {
    checkName(name, 'checkpoint')
    this.#store.name(name, this.#line.stateAt(this.#applied(step), this.#store.base))
    return step
  }

  /**
   * Goes to the state after a step, or to a checkpoint, back or forward, onto another branch where the checkpoint is there
   * only; steps left behind can be redone. Nothing moves when it throws. O(operations between the two states).
   *
   * @throws RangeError for a position or name that is not kept; PatchError when the document is not the current one.
   */
  rollbackTo(root: Blueprint, nameOrStep: string | number): Blueprint {
    const { line, applied } = this.#find(nameOrStep)
    return this.#go(root, line, applied)
  }

  /** The document at another step or checkpoint; nothing moves. O and errors as {@link rollbackTo}. */
  at(root: Blueprint, nameOrStep: string | number): Blueprint {
    const { line, applied } = this.#find(nameOrStep)
    return applyPatch(root, pathBetween(this.#line, line, applied, this.#store.base))
  }

  /** Says a step in other words. @throws RangeError for a step that is not kept. */
  rename(step: number, label: string): void {
    this.#store.relabel(this.#entry(step), label)
    this.#store.trim(this.#line)
  }

  /**
   * Makes one step of several, also on other branches that have them; checkpoints between them are forgotten, and later
   * steps get lower numbers. O(operations of the steps).
   *
   * @throws RangeError for steps that are not kept or in the wrong order, and where the document stands between them.
   */
  squash(from: number, to: number, label?: string): void {
    const line = this.#line
    const first = this.#applied(from) - 1
    const end = this.#applied(to)
    if (first < 0 || end <= first)
      throw new RangeError(`expected the first and last of a range of retained steps, got ${from} and ${to}`)
    if (line.applied > first && line.applied < end)
      throw new RangeError(
        `expected the current step to be before ${from} or after ${to}, got ${this.position}`,
      )
    const parts = line.entries.slice(first, end)
    const whole = this.#store.entryOf({
      id: parts[parts.length - 1]!.id,
      label: label ?? parts.map((part) => part.label).join('; '),
      patches: parts.flatMap((part) => part.patches),
      inverse: parts.toReversed().flatMap((part) => part.inverse),
    })
    this.#store.merge(parts, whole)
  }

  /**
   * Begins a branch at the current state, at the one after a step or at a checkpoint, and goes there. The branch that it
   * comes from keeps all its steps.
   *
   * @throws RangeError for a state that is not kept, a name that is in use or none, and above 64 branches.
   */
  branch(root: Blueprint, name: string, nameOrStep: string | number = this.position): Blueprint {
    checkName(name, 'branch')
    const { lines } = this.#store
    if (lines.has(name))
      throw new RangeError(`expected a new name, but the branch ${JSON.stringify(name)} exists`)
    if (lines.size >= MAX_BRANCHES)
      throw new RangeError(`expected at most ${MAX_BRANCHES} branches: remove one first`)
    const { line, applied } = this.#find(nameOrStep)
    const result = applyPatch(root, pathBetween(this.#line, line, applied, this.#store.base))
    this.#line = this.#store.addLine(name, line.entries.slice(0, applied), applied, line.dropped)
    return result
  }

  /** Goes to where a branch was left. @throws RangeError when there is none of that name. */
  switchTo(root: Blueprint, name: string): Blueprint {
    const line = this.#lineOf(name)
    return this.#go(root, line, line.applied)
  }

  /** Forgets a branch and the steps that no other has. @throws RangeError for the current one, or none. */
  removeBranch(name: string): void {
    const line = this.#lineOf(name)
    if (line === this.#line)
      throw new RangeError(`expected a branch other than the current one, got ${describe(name)}`)
    this.#store.removeLine(line)
  }

  toJSON(): HistoryJson {
    return this.#store.toJSON(this.#line.name)
  }

  /** A history of what was read from outside; what exceeds the limits is dropped. That it fits its document is for the caller to see. */
  static of(json: HistoryJson, limits: Partial<HistoryLimits> = {}): History {
    const history = new History(limits)
    history.#line = history.#store.restore(json)
    history.#nextId = json.entries.reduce((last, { id }) => Math.max(last, id), json.base) + 1
    return history
  }

  #go(root: Blueprint, line: HistoryLine, applied: number): Blueprint {
    const result = applyPatch(root, pathBetween(this.#line, line, applied, this.#store.base))
    line.applied = applied
    this.#line = line
    return result
  }

  #find(nameOrStep: string | number): { readonly line: HistoryLine; readonly applied: number } {
    const { names, lines, base } = this.#store
    if (typeof nameOrStep !== 'string') return { line: this.#line, applied: this.#applied(nameOrStep) }
    const state = names.get(nameOrStep)
    if (state !== undefined)
      for (const line of [this.#line, ...lines.values()]) {
        const applied = line.reach(state, base)
        if (applied >= 0) return { line, applied }
      }
    throw this.#unknown(nameOrStep)
  }

  /** How many entries of the current line lead to the state after a step. */
  #applied(step: number): number {
    const { dropped, entries } = this.#line
    const applied = Number.isInteger(step) ? step - dropped : -1
    if (applied < 0 || applied > entries.length) throw this.#unknown(step)
    return applied
  }

  #entry(step: number): Entry {
    const entry = this.#line.entries[this.#applied(step) - 1]
    if (entry === undefined) throw this.#unknown(step)
    return entry
  }

  #lineOf(name: string): HistoryLine {
    const line = this.#store.lines.get(name)
    if (line !== undefined) return line
    const names = [...this.#store.lines.keys()].map((known) => JSON.stringify(known))
    throw new RangeError(`expected one of the branches ${names.join(', ')}, got ${describe(name)}`)
  }

  #unknown(nameOrStep: string | number): RangeError {
    const { dropped, entries } = this.#line
    const kept = `${dropped}..${dropped + entries.length}`
    return new RangeError(`expected a checkpoint or a step in ${kept}, got ${JSON.stringify(nameOrStep)}`)
  }
}

function checkName(name: string, what: string): void {
  if (typeof name !== 'string')
    throw new TypeError(`expected the name of a ${what} to be a string, got ${describe(name)}`)
  if (name === '' || name.length > MAX_NAME_LENGTH)
    throw new RangeError(
      `expected the name of a ${what} to have 1 to ${MAX_NAME_LENGTH} characters, got ${name.length}`,
    )
}
