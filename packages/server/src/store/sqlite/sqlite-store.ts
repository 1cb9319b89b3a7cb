import type Database from 'libsql'
import type { TokenRecord } from '../../access/token.ts'
import type { DocumentRecord, KeptAnswer, NewRevision, Revision, Snapshot } from '../revision.ts'
import { revisionOf, rowOf } from '../revision-row.ts'
import type { RevisionRow } from '../revision-row.ts'
import type { Append, AppendResult, DocumentPage, Page, RevisionStore } from '../revision-store.ts'
import { tokenOf } from '../token-row.ts'
import type { TokenRow } from '../token-row.ts'
import { GroupCommit } from './group-commit.ts'
import { inTransaction, openDatabase } from './open-database.ts'
import { prepareStatements } from './statements.ts'
import type { Statements } from './statements.ts'

/** How often other processes' writes to the file are looked for while somebody watches, in milliseconds. */
const POLL_MS = 250

/** One file, several processes. Acknowledged means that the log of the file is on disk. */
export class SqliteStore implements RevisionStore {
  readonly #database: Database.Database
  readonly #sql: Statements
  readonly #group: GroupCommit
  readonly #listeners = new Set<(id: string | null) => void>()
  #poll: NodeJS.Timeout | null = null
  #dataVersion = 0

  /** @throws StoreError where the file cannot be opened. */
  constructor(path: string) {
    this.#database = openDatabase(path)
    this.#sql = prepareStatements(this.#database)
    this.#group = new GroupCommit((work) => inTransaction(this.#database, work))
  }

  async create(document: Pick<DocumentRecord, 'id' | 'dialect'>, first: NewRevision): Promise<boolean> {
    const { id, dialect } = document
    const isNew = await this.#group.run(() => {
      const { changes } = this.#sql.addDocument.run(id, dialect, first.number, first.time, first.time)
      if (changes === 1) this.#write(id, first)
      return changes === 1
    })
    if (isNew) this.#tell(id)
    return isNew
  }

  async append(id: string, parent: number, { revisions, answers }: Append): Promise<AppendResult> {
    const last = revisions.at(-1)
    const result = await this.#group.run((): AppendResult => {
      const head = this.#record(id)?.head
      if (head === undefined) return 'unknown'
      if (head !== parent || answers.some(({ key }) => this.#sql.answer.get(id, key) !== undefined))
        return 'conflict'
      for (const revision of revisions) this.#write(id, revision)
      for (const { key, request, body, time } of answers)
        this.#sql.addAnswer.run(id, key, request, body, time)
      if (last !== undefined) this.#sql.moveHead.run(last.number, last.time, Number(last.isDeleted), id)
      return 'appended'
    })
    if (result === 'appended' && last !== undefined) this.#tell(id)
    return result
  }

  document(id: string): DocumentRecord | null {
    return this.#record(id)
  }

  documents({ after, limit, withDeleted = false }: DocumentPage): readonly DocumentRecord[] {
    const rows = this.#sql.documents.all(after, Number(withDeleted), limit)
    return rows.map((row) => recordOf(row as DocumentRow))
  }

  revisions(id: string, { after, limit }: Page<number>): readonly Revision[] {
    return this.#sql.revisions.all(id, after, limit).map((row) => revisionOf(row as RevisionRow))
  }

  snapshot(id: string, atMost: number): Snapshot | null {
    const row = this.#sql.snapshot.get(id, atMost) as Snapshot | undefined
    return row === undefined ? null : { number: row.number, text: row.text }
  }

  answer(id: string, key: string): KeptAnswer | null {
    const row = this.#sql.answer.get(id, key) as KeptAnswer | undefined
    return row === undefined ? null : { key, request: row.request, body: row.body, time: row.time }
  }

  async forgetAnswers(before: number): Promise<number> {
    return this.#group.run(() => this.#sql.forgetAnswers.run(before).changes)
  }

  secret(): Uint8Array {
    // Written by the first migration.
    const row = this.#sql.secret.get() as { readonly value: string }
    return Buffer.from(row.value, 'base64')
  }

  watch(listener: (id: string | null) => void): () => void {
    this.#listeners.add(listener)
    if (this.#poll === null) {
      this.#dataVersion = this.#readDataVersion()
      this.#poll = setInterval(() => this.#look(), POLL_MS).unref()
    }
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#stopPolling()
    }
  }

  async addToken(token: TokenRecord): Promise<void> {
    const { id, name, hash, scope, documents, createdAt, expiresAt } = token
    await this.#group.run(() =>
      this.#sql.addToken.run(id, name, hash, scope, JSON.stringify(documents), createdAt, expiresAt),
    )
  }

  token(id: string): TokenRecord | null {
    const row = this.#sql.token.get(id) as TokenRow | undefined
    return row === undefined ? null : tokenOf(row)
  }

  tokens(): readonly TokenRecord[] {
    return this.#sql.tokens.all().map((row) => tokenOf(row as TokenRow))
  }

  async removeToken(id: string): Promise<boolean> {
    return this.#group.run(() => this.#sql.removeToken.run(id).changes === 1)
  }

  async close(): Promise<void> {
    this.#listeners.clear()
    this.#stopPolling()
    // What is waiting is written first.
    await this.#group.run(() => null)
    this.#database.close()
  }

  #record(id: string): DocumentRecord | null {
    const row = this.#sql.document.get(id) as DocumentRow | undefined
    return row === undefined ? null : recordOf(row)
  }

  #write(id: string, revision: NewRevision): void {
    const row = rowOf(revision)
    this.#sql.addRevision.run(
      id,
      row.number,
      row.kind,
      row.author,
      row.time,
      row.state,
      row.redo_state,
      row.redo_rest,
      row.body,
    )
    if (revision.snapshot !== null) this.#sql.addSnapshot.run(id, revision.number, revision.snapshot)
  }

  #tell(id: string | null): void {
    for (const listener of this.#listeners) listener(id)
  }

  /** SQLite counts up a number when another connection has committed. */
  #look(): void {
    const version = this.#readDataVersion()
    if (version === this.#dataVersion) return
    this.#dataVersion = version
    this.#tell(null)
  }

  #readDataVersion(): number {
    return (this.#sql.dataVersion.get() as { readonly data_version: number }).data_version
  }

  #stopPolling(): void {
    if (this.#poll !== null) clearInterval(this.#poll)
    this.#poll = null
  }
}

interface DocumentRow {
  readonly id: string
  readonly dialect: string
  readonly head: number
  readonly created_at: number
  readonly updated_at: number
  readonly is_deleted: number
}

function recordOf(row: DocumentRow): DocumentRecord {
  const { id, dialect, head, created_at: createdAt, updated_at: updatedAt } = row
  return { id, dialect, head, createdAt, updatedAt, isDeleted: row.is_deleted === 1 }
}
