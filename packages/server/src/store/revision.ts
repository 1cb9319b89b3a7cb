import type { ChangedComponent, Patch } from 'blueprint-command-engine'

/** A piece of a text and what takes its place; positions are UTF-16 units, the end is exclusive. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** How the text of one revision became that of the next. */
export type Change =
  | { readonly kind: 'patches'; readonly patches: readonly Patch[]; readonly inverse: readonly Patch[] }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly inverse: readonly Edit[] }
  /** The whole text is another; it stands in the revision's snapshot. */
  | { readonly kind: 'text' }

export type RevisionKind = 'import' | 'command' | 'batch' | 'undo' | 'redo' | 'rollback' | 'delete'

/** The state that a redo would bring back, and the revision that knows what a further redo would. */
export interface Redo {
  readonly state: number
  readonly rest: number
}

/** One link of a document's chain. The first is 1; each builds on the one before it. */
export interface Revision {
  readonly number: number
  readonly kind: RevisionKind
  /** What was asked for: a sentence, steps, a list of either, or the revision that an undo, redo or rollback went to. */
  readonly command: unknown
  readonly author: string
  /** Milliseconds since 1970 UTC. */
  readonly time: number
  readonly change: Change
  readonly changed: readonly ChangedComponent[]
  /** The revision that first had this content: its own number, but for what an undo or redo brought back. */
  readonly state: number
  readonly redo: Redo | null
  /** The document is deleted as of this revision; an undo or a rollback brings it back. */
  readonly isDeleted: boolean
  /** Version of the engine that made it. */
  readonly engine: string
}

/** A revision to append, with its whole text where one is due. */
export interface NewRevision extends Revision {
  readonly snapshot: string | null
}

export interface Snapshot {
  readonly number: number
  readonly text: string
}

export interface DocumentRecord {
  readonly id: string
  /** Name of the format that reads it. */
  readonly dialect: string
  /** Number of the last revision. */
  readonly head: number
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  readonly updatedAt: number
  /** As of the last revision. */
  readonly isDeleted: boolean
}

/** The answer that a request with an idempotency key was given, to be given again. */
export interface KeptAnswer {
  readonly key: string
  /** Hash of the request: the same key with another request is a mistake. */
  readonly request: string
  readonly body: string
  readonly time: number
}
