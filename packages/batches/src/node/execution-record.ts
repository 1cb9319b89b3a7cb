import { isJsonObject, own } from 'blueprint-command-engine/base'
import type { JsonObject } from 'blueprint-command-engine/base'
import type { Work } from '../pure/ports/attempt.ts'
import type { Adoptable } from './execute-item.ts'
import type { Landing } from './git/land.ts'

/** What the journal of an execution says: where it began, and how far it came. */
export interface ExecutionRecord {
  /** The commit that everything began from. */
  readonly base: string
  /** The branch that the work is for; null if none was checked out. */
  readonly branch: string | null
  /** Items that were to be done. */
  readonly selected: readonly string[]
  /** Accepted work, by item, with the commit it began from. */
  readonly worked: ReadonlyMap<string, Work>
  /** Items whose work without a change was joined. */
  readonly joined: ReadonlySet<string>
  /** The last attempt of items without accepted work, by item. */
  readonly started: ReadonlyMap<string, Adoptable>
  readonly failed: ReadonlySet<string>
  readonly highestFence: number
  /** The move of the user's branch that was begun, while that was not over. */
  readonly landing: Landing | null
  readonly isFinished: boolean
}

/** Folds the entries of a journal; null if it holds no beginning. Entries of other forms are left out. */
export function readExecution(entries: readonly JsonObject[]): ExecutionRecord | null {
  const text = (entry: JsonObject, key: string): string => {
    const value = own(entry, key)
    return typeof value === 'string' ? value : ''
  }
  const begin = entries.findLast((entry) => own(entry, 'type') === 'begin')
  if (begin === undefined || text(begin, 'base') === '') return null
  const worked = new Map<string, Work>()
  const joined = new Set<string>()
  const started = new Map<string, Adoptable>()
  const failed = new Set<string>()
  let highestFence = 0
  let landing: Landing | null = null
  let isFinished = false
  for (const entry of entries.slice(entries.indexOf(begin) + 1)) {
    const item = text(entry, 'item')
    const fence = own(entry, 'fence')
    if (typeof fence === 'number' && Number.isSafeInteger(fence)) highestFence = Math.max(highestFence, fence)
    switch (own(entry, 'type')) {
      case 'started':
        started.set(item, {
          fence: Number(fence),
          base: text(entry, 'base'),
          workspace: text(entry, 'workspace'),
        })
        break
      case 'worked':
        worked.set(item, {
          commit: text(entry, 'commit') || null,
          notes: textsOf(entry, 'notes'),
          files: textsOf(entry, 'files'),
          base: text(entry, 'base'),
        })
        failed.delete(item)
        break
      case 'failed':
        started.delete(item)
        // What was stopped has not failed.
        if (codeOf(entry) !== 'cancelled') failed.add(item)
        break
      case 'joined':
        joined.add(item)
        break
      case 'conflict':
        // Its commit is kept, but not what it was: it is done again.
        worked.delete(item)
        started.delete(item)
        break
      case 'landing':
        landing = { branch: text(entry, 'branch'), from: text(entry, 'from'), to: text(entry, 'to') }
        break
      case 'landed':
        landing = null
        break
      case 'end':
        isFinished = true
        break
      case 'resumed':
        isFinished = false
        break
      default:
    }
  }
  return {
    base: text(begin, 'base'),
    branch: text(begin, 'branch') || null,
    selected: textsOf(begin, 'selected'),
    worked,
    joined,
    started,
    failed,
    highestFence,
    landing,
    isFinished,
  }
}

function codeOf(entry: JsonObject): unknown {
  const failure = own(entry, 'failure')
  return isJsonObject(failure) ? own(failure, 'code') : undefined
}

function textsOf(entry: JsonObject, key: string): string[] {
  const value = own(entry, key)
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
