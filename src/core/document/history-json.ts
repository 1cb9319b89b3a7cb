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
}

/** A history as data. */
export interface HistoryJson {
  readonly version: 1
  /** Steps before the first entry. */
  readonly dropped: number
  /** Of the document that belongs to it: the number of the last applied step. */
  readonly position: number
  readonly entries: readonly HistoryStep[]
  /** Names with the positions they stand for. */
  readonly checkpoints: readonly (readonly [name: string, position: number])[]
}

/** Why some data is no history. */
export interface HistoryFault {
  /** JSON Pointer into the data. */
  readonly path: string
  readonly expected: string
  readonly got: string
}

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
    return fail({ path: '', expected: 'values that can be read', got: 'a value that throws when it is read' })
  }
}

function read(json: unknown): HistoryJson {
  if (!isJsonObject(json)) throw new Fault('', 'an object', json)
  if (own(json, 'version') !== 1) throw new Fault('/version', 'version 1', own(json, 'version'))
  const entries = list(own(json, 'entries'), '/entries').map((entry, i) => readEntry(entry, `/entries/${i}`))
  const dropped = whole(own(json, 'dropped'), 0, Number.MAX_SAFE_INTEGER - entries.length, '/dropped')
  const last = dropped + entries.length
  const position = whole(own(json, 'position'), dropped, last, '/position')
  const checkpoints = list(own(json, 'checkpoints'), '/checkpoints').map((item, i): [string, number] => {
    const path = `/checkpoints/${i}`
    const pair = list(item, path)
    if (pair.length !== 2) throw new Fault(path, 'a name and a position', item)
    return [text(pair[0], `${path}/0`), whole(pair[1], dropped, last, `${path}/1`)]
  })
  return { version: 1, dropped, position, entries, checkpoints }
}

function readEntry(entry: unknown, path: string): HistoryStep {
  if (!isJsonObject(entry)) throw new Fault(path, 'an object', entry)
  const patches = (key: 'patches' | 'inverse'): Patch[] =>
    list(own(entry, key), `${path}/${key}`).map((patch, i) => readPatch(patch, `${path}/${key}/${i}`))
  return {
    label: text(own(entry, 'label'), `${path}/label`),
    patches: patches('patches'),
    inverse: patches('inverse'),
  }
}

function readPatch(patch: unknown, path: string): Patch {
  if (!isJsonObject(patch)) throw new Fault(path, 'an operation', patch)
  const op = own(patch, 'op')
  const target = pointer(own(patch, 'path'), `${path}/path`)
  switch (op) {
    case 'add':
    case 'replace':
    case 'test':
      if (!Object.hasOwn(patch, 'value')) throw new Fault(`${path}/value`, 'a value', undefined)
      return { op, path: target, value: patch['value'] }
    case 'remove':
      return { op, path: target }
    case 'move':
    case 'copy':
      return { op, from: pointer(own(patch, 'from'), `${path}/from`), path: target }
    default:
      throw new Fault(`${path}/op`, 'add, remove, replace, move, copy or test', op)
  }
}

function pointer(value: unknown, path: string): string {
  if (typeof value !== 'string' || !isPointer(value)) throw new Fault(path, 'a JSON Pointer', value)
  return value
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Fault(path, 'a text', value)
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
