import { changeParts } from '../service/answers.ts'
import type { DocumentRecord, Revision } from '../store/revision.ts'

/** A document as the API tells of it. */
export function documentView(record: DocumentRecord): object {
  const { id, dialect, head, createdAt, updatedAt, isDeleted } = record
  const view = { id, dialect, revision: head, createdAt: iso(createdAt), updatedAt: iso(updatedAt) }
  return { ...view, ...(isDeleted && { deleted: true }) }
}

/** A revision as the API tells of it. */
export function revisionView(revision: Revision, withChange: boolean): object {
  const { number, kind, command, author, time, changed, state, engine, change } = revision
  const parent = number === 1 ? null : number - 1
  const view = { number, parent, kind, command, author, time: iso(time), changed, state, engine }
  if (!withChange) return view
  return { ...view, ...changeParts(change), ...(change.kind !== 'text' && { inverse: change.inverse }) }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
