import type { TokenRecord } from '../access/token.ts'
import type { DocumentRecord, KeptAnswer, NewRevision, Revision, Snapshot } from './revision.ts'

/** What is there at once in some stores, and on its way in others. */
export type Awaitable<T> = T | Promise<T>

/** What one append writes: all of it or nothing. */
export interface Append {
  /** Consecutive, the first builds on `parent`. */
  readonly revisions: readonly NewRevision[]
  readonly answers: readonly KeptAnswer[]
}

/**
 * `conflict`: the document has moved on, or a key is taken; nothing was written. `unknown`: there is no such document.
 */
export type AppendResult = 'appended' | 'conflict' | 'unknown'

/** What came before (after) and how much is wanted, in ascending order. */
export interface Page<Position> {
  readonly after: Position
  readonly limit: number
}

export interface DocumentPage extends Page<string> {
  /** Also documents that are deleted; default false. */
  readonly withDeleted?: boolean
}

/**
 * Chains of revisions. What `create` and `append` acknowledge is on disk, where the store has one; each call happens as a
 * whole or not at all, also when the process dies in the middle.
 */
export interface RevisionStore {
  /** A new document with its first revision; false if the id is taken. */
  create(document: Pick<DocumentRecord, 'id' | 'dialect'>, first: NewRevision): Awaitable<boolean>
  /** Adds to the chain if `parent` is still its last revision; without revisions it keeps the answers alone. */
  append(id: string, parent: number, append: Append): Awaitable<AppendResult>
  document(id: string): Awaitable<DocumentRecord | null>
  /** In the order of the ids. */
  documents(page: DocumentPage): Awaitable<readonly DocumentRecord[]>
  revisions(id: string, page: Page<number>): Awaitable<readonly Revision[]>
  /** The last snapshot at or before a revision. */
  snapshot(id: string, atMost: number): Awaitable<Snapshot | null>
  answer(id: string, key: string): Awaitable<KeptAnswer | null>
  /** Forgets kept answers older than a time; returns how many. */
  forgetAnswers(before: number): Awaitable<number>
  /** The key that previews are signed with, the same for all servers on one database. */
  secret(): Awaitable<Uint8Array>
  /**
   * Calls back when a document may have new revisions, whoever wrote them; null: any document may. It is a hint, and what is
   * true stands in the store. Returns what ends it.
   */
  watch(listener: (id: string | null) => void): () => void
  addToken(token: TokenRecord): Awaitable<void>
  token(id: string): Awaitable<TokenRecord | null>
  tokens(): Awaitable<readonly TokenRecord[]>
  /** False if there is none. */
  removeToken(id: string): Awaitable<boolean>
  close(): Awaitable<void>
}
