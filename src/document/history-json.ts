import { describe, isJsonObject, own } from '../base/json.ts'
import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { findJsonProblem } from './json-value.ts'
import { isPointer } from './patch.ts'
import type { Patch } from './patch.ts'

/** One step of a history: what was done, exactly, and how to undo it. */
export interface HistoryStep {
  readonly label: string
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  /** Whatever its owner keeps with the step; JSON. */
  readonly detail?: unknown
}

/** A step with the number of the state after it; numbers grow along every branch. */
export interface NumberedStep extends HistoryStep {
  readonly id: number
}

/** One line of steps from the earliest state on. */
export interface BranchJson {
  readonly name: string
  /** Steps before the first of its entries. */
  readonly dropped: number
  /** How many of its entries are applied. */
  readonly applied: number
  /** Positions in `entries` of the history. */
  readonly entries: readonly number[]
}

/** A history as data. */
export interface HistoryJson {
  readonly version: 1
  /** Number of the earliest state. */
  readonly base: number
  /** Every step once, whichever branches it is on. */
  readonly entries: readonly NumberedStep[]
  readonly branches: readonly BranchJson[]
  /** Name of the branch that the document is on. */
  readonly branch: string
  /** Names with the numbers of the states they stand for. */
  readonly checkpoints: readonly (readonly [name: string, id: number])[]
}

/** Why some data is no history. */
export interface HistoryFault {
  /** JSON Pointer into the data. */
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** The most branches that a history has; each costs a list as long as its steps. */
export const MAX_BRANCHES = 64
/** UTF-16 units of the name of a branch or checkpoint. */
export const MAX_NAME_LENGTH = 200

/** Nesting of a value in a patch; documents are bounded far below. */
const MAX_DEPTH = 256
/** Values in all patches together. */
const MAX_VALUES = 10_000_000

class Fault extends Error {
  readonly fault: HistoryFault

  constructor(path: string, expected: string, got: unknown) {
    super(expected)
    this.fault = { path, expected, got: describe(got) }
  }
}

/** Checks data that claims to be a history and copies what belongs to one. Never throws. O(values). */
export function readHistory(json: unknown): Result<HistoryJson, HistoryFault> {
  try {
    const problem = findJsonProblem(json, MAX_DEPTH, { left: MAX_VALUES })
    if (problem !== null)
      throw new Fault(
        problem.path,
        `JSON of at most ${MAX_DEPTH} levels and ${MAX_VALUES} values`,
        problem.kind,
      )
    return ok(read(json))
  } catch (error) {
    if (error instanceof Fault) return fail(error.fault)
    // A getter or a proxy that throws.
    return fail({ path: '', expected: 'readable values', got: 'a value that throws when read' })
  }
}

function read(json: unknown): HistoryJson {
  if (!isJsonObject(json)) throw new Fault('', 'an object', json)
  if (own(json, 'version') !== 1) throw new Fault('/version', 'version 1', own(json, 'version'))
  const entries = list(own(json, 'entries'), '/entries').map((entry, i) => readEntry(entry, `/entries/${i}`))
  const base = whole(own(json, 'base'), 0, Number.MAX_SAFE_INTEGER - 1, '/base')
  const branches = list(own(json, 'branches'), '/branches')
  if (branches.length === 0 || branches.length > MAX_BRANCHES)
    throw new Fault('/branches', `1 to ${MAX_BRANCHES} branches`, branches)
  const names = new Set<string>()
  const used = new Set<number>()
  const lines = branches.map((branch, i) => {
    const path = `/branches/${i}`
    const one = readBranch(branch, entries, base, path)
    if (names.has(one.name)) throw new Fault(`${path}/name`, 'a unique branch name', one.name)
    names.add(one.name)
    for (const position of one.entries) used.add(position)
    return one
  })
  const lost = entries.findIndex((_, i) => !used.has(i))
  if (lost !== -1)
    throw new Fault(`/entries/${lost}`, 'an entry that belongs to a branch', 'an entry without a branch')
  const branch = text(own(json, 'branch'), '/branch')
  if (!names.has(branch)) throw new Fault('/branch', 'the name of a branch', branch)
  const states = new Set([base, ...entries.map(({ id }) => id)])
  const checkpoints = list(own(json, 'checkpoints'), '/checkpoints').map((item, i): [string, number] => {
    const path = `/checkpoints/${i}`
    const pair = list(item, path)
    if (pair.length !== 2) throw new Fault(path, 'a name and the number of a state', item)
    const id = pair[1]
    if (typeof id !== 'number' || !states.has(id)) throw new Fault(`${path}/1`, 'the number of a state', id)
    return [name(pair[0], `${path}/0`), id]
  })
  return { version: 1, base, entries, branches: lines, branch, checkpoints }
}

function readBranch(
  branch: unknown,
  entries: readonly NumberedStep[],
  base: number,
  path: string,
): BranchJson {
  if (!isJsonObject(branch)) throw new Fault(path, 'an object', branch)
  let last = base
  const positions = list(own(branch, 'entries'), `${path}/entries`).map((item, i) => {
    const position = whole(item, 0, entries.length - 1, `${path}/entries/${i}`)
    const { id } = entries[position]!
    if (id <= last) throw new Fault(`${path}/entries/${i}`, `a state with a number above ${last}`, id)
    last = id
    return position
  })
  return {
    name: name(own(branch, 'name'), `${path}/name`),
    dropped: whole(own(branch, 'dropped'), 0, Number.MAX_SAFE_INTEGER - positions.length, `${path}/dropped`),
    applied: whole(own(branch, 'applied'), 0, positions.length, `${path}/applied`),
    entries: positions,
  }
}

function readEntry(entry: unknown, path: string): NumberedStep {
  if (!isJsonObject(entry)) throw new Fault(path, 'an object', entry)
  const patches = (key: 'patches' | 'inverse'): Patch[] =>
    list(own(entry, key), `${path}/${key}`).map((patch, i) => readPatch(patch, `${path}/${key}/${i}`))
  return {
    id: whole(own(entry, 'id'), 1, Number.MAX_SAFE_INTEGER - 1, `${path}/id`),
    label: text(own(entry, 'label'), `${path}/label`),
    patches: patches('patches'),
    inverse: patches('inverse'),
    ...(Object.hasOwn(entry, 'detail') && { detail: entry['detail'] }),
  }
}

/** Only what the engine writes: a `copy` could make a small history hold a large document many times. */
function readPatch(patch: unknown, path: string): Patch {
  if (!isJsonObject(patch)) throw new Fault(path, 'an operation', patch)
  const op = own(patch, 'op')
  const target = pointer(own(patch, 'path'), `${path}/path`)
  switch (op) {
    case 'add':
    case 'replace':
      if (!Object.hasOwn(patch, 'value')) throw new Fault(`${path}/value`, 'a value', undefined)
      return { op, path: target, value: patch['value'] }
    case 'remove':
      return { op, path: target }
    case 'move':
      return { op, from: pointer(own(patch, 'from'), `${path}/from`), path: target }
    default:
      throw new Fault(`${path}/op`, 'add, remove, replace or move', op)
  }
}

function pointer(value: unknown, path: string): string {
  if (typeof value !== 'string' || !isPointer(value)) throw new Fault(path, 'a JSON Pointer', value)
  return value
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Fault(path, 'a string', value)
  return value
}

function name(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '' || value.length > MAX_NAME_LENGTH)
    throw new Fault(path, `a name of 1 to ${MAX_NAME_LENGTH} characters`, value)
  return value
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(path, 'an array', value)
  return value
}

function whole(value: unknown, least: number, most: number, path: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    throw new Fault(path, `a whole number in ${least}..${most}`, value)
  }
  return value as number
}
