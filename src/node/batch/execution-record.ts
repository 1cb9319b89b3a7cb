import { isJsonObject, own } from '../../core/base/json.ts'
import type { JsonObject } from '../../core/base/json.ts'
import type { Work } from './execute-item.ts'

/** What the journal of an execution says: where it began, and how far it came. */
export interface ExecutionRecord {
  /** The commit that everything began from. */
  readonly base: string
  /** Items that were to be done. */
  readonly selected: readonly string[]
  /** Accepted work, by item, with the commit it began from. */
  readonly worked: ReadonlyMap<string, Work & { readonly base: string }>
  /** Items whose work without a change was joined. */
  readonly joined: ReadonlySet<string>
  /** The last attempt of items without accepted work, by item. */
  readonly started: ReadonlyMap<string, { readonly fence: number; readonly base: string }>
  readonly failed: ReadonlySet<string>
  readonly highestFence: number
  /** The commit that was to be put into the user's checkout, while that was not over. */
  readonly landing: string | null
  readonly isFinished: boolean
}

/** Folds the entries of a journal; null where it holds no beginning. Entries of other forms are left out. */
export function readExecution(entries: readonly JsonObject[]): ExecutionRecord | null {
  const text = (entry: JsonObject, key: string): string => {
    const value = own(entry, key)
    return typeof value === 'string' ? value : ''
  }
  const begin = entries.findLast((entry) => own(entry, 'type') === 'begin')
  if (begin === undefined || text(begin, 'base') === '') return null
  const worked = new Map<string, Work & { base: string }>()
  const joined = new Set<string>()
  const started = new Map<string, { fence: number; base: string }>()
  const failed = new Set<string>()
  let highestFence = 0
  let landing: string | null = null
  let isFinished = false
  for (const entry of entries.slice(entries.indexOf(begin) + 1)) {
    const item = text(entry, 'item')
    const fence = own(entry, 'fence')
    if (typeof fence === 'number' && Number.isSafeInteger(fence)) highestFence = Math.max(highestFence, fence)
    switch (own(entry, 'type')) {
      case 'started':
        started.set(item, { fence: Number(fence), base: text(entry, 'base') })
        break
      case 'worked':
        worked.set(item, {
          commit: text(entry, 'commit') || null,
          notes: textsOf(entry, 'notes'),
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
      case 'landing':
        landing = text(entry, 'to')
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
