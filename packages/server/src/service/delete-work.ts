import { fail, ok } from 'blueprint-command-engine/base'
import type { Making } from './command-work.ts'
import { meets } from './expectation.ts'
import { advance } from './head.ts'
import type { Draft, Head } from './head.ts'
import type { Work } from './lane.ts'
import { deletedDocument } from './problem.ts'
import type { Expectation } from './requests.ts'

export interface DeleteReport {
  readonly document: string
  /** The revision that deletes it. */
  readonly revision: number
  readonly rebasedFrom?: number
}

/** Deletes a document by one more revision: its chain stays, and undo or rollback goes back behind it. */
export function deleteWork(
  id: string,
  head: Head,
  expectation: Expectation,
  making: Making,
): Work<DeleteReport> {
  const met = meets(expectation, head.number)
  if (!met.ok) return { result: met }
  // No format has a change that changes nothing, so the text is stored once more.
  const draft: Draft = {
    ...making,
    kind: 'delete',
    command: null,
    change: { kind: 'text' },
    changed: [],
    isDeleted: true,
  }
  const advanced = advance(head, draft, head.content)
  return { result: ok({ document: id, revision: advanced.head.number, ...met.value }), advanced }
}

/** Work that is for documents that stand. */
export function unlessDeleted<T>(id: string, work: (head: Head) => Work<T>): (head: Head) => Work<T> {
  return (head) => (head.isDeleted ? { result: fail(deletedDocument(id, head.number)) } : work(head))
}
