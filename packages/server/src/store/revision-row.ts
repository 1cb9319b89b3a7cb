import type { NewRevision, Revision } from './revision.ts'

/** A revision as the databases hold it: what is looked for in columns of its own, the rest as JSON. */
export interface RevisionRow {
  readonly number: number
  readonly kind: string
  readonly author: string
  readonly time: number
  readonly state: number
  readonly redo_state: number | null
  readonly redo_rest: number | null
  readonly body: string
}

export function rowOf(revision: NewRevision): RevisionRow {
  const { number, kind, author, time, state, redo, command, change, changed, engine, isDeleted } = revision
  return {
    number,
    kind,
    author,
    time,
    state,
    redo_state: redo?.state ?? null,
    redo_rest: redo?.rest ?? null,
    body: JSON.stringify({ command, change, changed, engine, ...(isDeleted && { isDeleted }) }),
  }
}

export function revisionOf(row: RevisionRow): Revision {
  const { number, kind, author, time, state, redo_state: redoState, redo_rest: redoRest, body } = row
  // Only rowOf writes rows.
  const rest = JSON.parse(body) as Pick<Revision, 'command' | 'change' | 'changed' | 'engine'> &
    Partial<Pick<Revision, 'isDeleted'>>
  const redo = redoState === null || redoRest === null ? null : { state: redoState, rest: redoRest }
  const isDeleted = rest.isDeleted ?? false
  return { number, kind: kind as Revision['kind'], author, time, state, redo, ...rest, isDeleted }
}
