import type { Issue } from 'blueprint-command-engine'

/** What can stand in the way of a request, and when; HTTP and MCP say it in their own words. */
export type ProblemKind =
  | 'document-not-found'
  | 'document-deleted'
  | 'revision-not-found'
  | 'document-exists'
  | 'dialect-unknown'
  | 'document-invalid'
  /** The engine refused the command. */
  | 'rejected'
  /** The command could mean several things. */
  | 'clarify'
  /** The document has moved on since the revision that the request names. */
  | 'stale'
  /** A preview does not belong to this command on this revision. */
  | 'preview-stale'
  /** The request names no revision and does not ask for the newest either. */
  | 'precondition-required'
  | 'key-reused'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  /** Other servers change the document faster than this one can. */
  | 'contended'
  | 'overloaded'

export interface Problem {
  readonly kind: ProblemKind
  /** One sentence for people: what was expected, what came, what to do. */
  readonly detail: string
  /** The document's last revision, where the request fails because of it. */
  readonly revision?: number
  readonly issues?: readonly Issue[]
}

/** Problems that may be gone the next time: their answers are not kept for repeated requests. */
export function isTransient({ kind }: Problem): boolean {
  return kind === 'contended' || kind === 'overloaded'
}

export function unknownDocument(id: string): Problem {
  return { kind: 'document-not-found', detail: `there is no document ${JSON.stringify(id)}` }
}

export function deletedDocument(id: string, revision: number): Problem {
  const detail = `document ${JSON.stringify(id)} was deleted; undo brings it back`
  return { kind: 'document-deleted', detail, revision }
}

export function unknownRevision(number: number, head: number): Problem {
  return {
    kind: 'revision-not-found',
    detail: `expected a revision in 1..${head}, got ${number}`,
    revision: head,
  }
}
