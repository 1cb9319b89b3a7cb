import { describe, isJsonObject, own } from '../base/json.ts'
import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { History } from '../document/history.ts'
import { readHistory } from '../document/history-json.ts'
import type { HistoryJson } from '../document/history-json.ts'
import type { HistoryLimits } from '../document/history-limits.ts'
import { findReplayFault } from '../document/history-replay.ts'
import type { Documents } from './documents.ts'
import type { Limits } from './options.ts'

/** A session as data. */
export interface SessionJson {
  /** Of this format; other versions are rejected. */
  readonly version: 1
  readonly blueprint: Blueprint
  readonly history: HistoryJson
}

/** What a session is made of. */
interface SessionParts {
  readonly blueprint: Blueprint
  readonly history: History
}

/**
 * Reads what a session's `toJSON` gave, from anywhere. Everything is checked: the document as every document that is seen
 * first, the steps by going each of them there and back. What exceeds the limits of the history is dropped then.
 * O(steps x components), for most of which only a look.
 */
export function readSession(
  json: unknown,
  documents: Documents,
  limits: Limits,
  historyLimits: Partial<HistoryLimits>,
): Result<SessionParts, readonly Issue[]> {
  const refuse = (path: string, expected: string, got: string): Result<never, readonly Issue[]> =>
    fail([
      {
        code: 'session-invalid',
        severity: 'error',
        stage: 'input',
        path,
        message: `the session cannot be restored${path === '' ? '' : ` at ${path}`}: expected ${expected}, got ${got}`,
      },
    ])
  const members = membersOf(json)
  if (members === null) return refuse('', 'an object', describe(json))
  if (members === 'unreadable') return refuse('', 'readable values', 'a value that throws when read')
  if (members.version !== 1) return refuse('/version', 'version 1', describe(members.version))
  const opened = documents.open(members.blueprint)
  if (!opened.ok)
    return fail(opened.error.map((issue) => ({ ...issue, path: `/blueprint${issue.path ?? ''}` })))
  const blueprint = opened.value.root
  const read = readHistory(members.history)
  if (!read.ok) return refuse(`/history${read.error.path}`, read.error.expected, read.error.got)
  const fault = findReplayFault(read.value, blueprint, limits)
  if (fault !== null) return refuse(`/history${fault.path}`, fault.expected, fault.got)
  return ok({ blueprint, history: History.of(read.value, historyLimits) })
}

/** Null for what is not an object. */
function membersOf(json: unknown): { readonly [Key in keyof SessionJson]: unknown } | 'unreadable' | null {
  try {
    if (!isJsonObject(json)) return null
    return { version: own(json, 'version'), blueprint: own(json, 'blueprint'), history: own(json, 'history') }
  } catch {
    // A getter or a proxy that throws.
    return 'unreadable'
  }
}
