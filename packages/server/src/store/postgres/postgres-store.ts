import { Pool } from 'pg'
import type { ClientBase, QueryResult, QueryResultRow } from 'pg'
import type { TokenRecord } from '../../access/token.ts'
import type { DocumentRecord, KeptAnswer, NewRevision, Revision, Snapshot } from '../revision.ts'
import { revisionOf, rowOf } from '../revision-row.ts'
import type { RevisionRow } from '../revision-row.ts'
import type { Append, AppendResult, DocumentPage, Page, RevisionStore } from '../revision-store.ts'
import { StoreError } from '../store-error.ts'
import { tokenOf } from '../token-row.ts'
import type { TokenRow } from '../token-row.ts'
import { migrate } from './migrate.ts'
import { Notifications } from './notifications.ts'
import { statement } from './statements.ts'

const MAX_CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 10_000
const UNIQUE_VIOLATION = '23505'

/** Many servers on one database. Acknowledged means committed. */
export class PostgresStore implements RevisionStore {
  readonly #pool: Pool
  readonly #notifications: Notifications

  private constructor(pool: Pool, notifications: Notifications) {
    this.#pool = pool
    this.#notifications = notifications
  }

  /**
   * @param url `postgres://user@host:port/database`; libpq's parameters are understood
   * @throws StoreError where the database cannot be reached or was made by a newer version.
   */
  static async open(url: string): Promise<PostgresStore> {
    const settings = {
      connectionString: url,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: 'blueprint',
      onConnect: waitForDisk,
    }
    const pool = new Pool(settings)
    // A connection that breaks while it is idle: the next query opens another.
    pool.on('error', () => undefined)
    try {
      await migrate(pool)
      const { rows } = await pool.query<{ readonly schema: string }>('SELECT current_schema() AS schema')
      return new PostgresStore(pool, new Notifications(pool, url, `blueprint_${rows[0]?.schema ?? ''}`))
    } catch (error) {
      await pool.end()
      if (error instanceof StoreError) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new StoreError(`cannot use the PostgreSQL database: ${reason}`, error)
    }
  }

  async create(document: Pick<DocumentRecord, 'id' | 'dialect'>, first: NewRevision): Promise<boolean> {
    const row = rowOf(first)
    const { rows } = await this.#query('create', [
      document.id,
      document.dialect,
      row.number,
      row.time,
      row.kind,
      row.author,
      row.state,
      row.redo_state,
      row.redo_rest,
      row.body,
      first.snapshot,
    ])
    if (rows.length === 1) this.#notifications.announce(document.id)
    return rows.length === 1
  }

  async append(id: string, parent: number, append: Append): Promise<AppendResult> {
    let isMoved: boolean
    try {
      const { rows } = await this.#query('append', appendValues(id, parent, append))
      isMoved = rows.length === 1
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      return 'conflict'
    }
    if (!isMoved) return (await this.document(id)) === null ? 'unknown' : 'conflict'
    if (append.revisions.length > 0) this.#notifications.announce(id)
    return 'appended'
  }

  async document(id: string): Promise<DocumentRecord | null> {
    const { rows } = await this.#query<DocumentRow>('document', [id])
    return rows[0] === undefined ? null : recordOf(rows[0])
  }

  async documents({ after, limit, withDeleted = false }: DocumentPage): Promise<readonly DocumentRecord[]> {
    const { rows } = await this.#query<DocumentRow>('documents', [after, withDeleted, limit])
    return rows.map(recordOf)
  }

  async revisions(id: string, { after, limit }: Page<number>): Promise<readonly Revision[]> {
    const { rows } = await this.#query<RevisionRow>('revisions', [id, after, limit])
    return rows.map(revisionOf)
  }

  async snapshot(id: string, atMost: number): Promise<Snapshot | null> {
    const { rows } = await this.#query<SnapshotRow>('snapshot', [id, atMost])
    return rows[0] ?? null
  }

  async answer(id: string, key: string): Promise<KeptAnswer | null> {
    const { rows } = await this.#query<AnswerRow>('answer', [id, key])
    return rows[0] ?? null
  }

  async forgetAnswers(before: number): Promise<number> {
    return (await this.#query('forgetAnswers', [before])).rowCount ?? 0
  }

  async secret(): Promise<Uint8Array> {
    const { rows } = await this.#query<{ readonly value: string }>('secret', [])
    if (rows[0] === undefined) throw new StoreError('the database has lost its settings; restore a backup')
    return Buffer.from(rows[0].value, 'base64')
  }

  watch(listener: (id: string | null) => void): () => void {
    return this.#notifications.watch(listener)
  }

  async addToken(token: TokenRecord): Promise<void> {
    const { id, name, hash, scope, documents, createdAt, expiresAt } = token
    await this.#query('addToken', [id, name, hash, scope, JSON.stringify(documents), createdAt, expiresAt])
  }

  async token(id: string): Promise<TokenRecord | null> {
    const { rows } = await this.#query<TokenRow>('token', [id])
    return rows[0] === undefined ? null : tokenOf(rows[0])
  }

  async tokens(): Promise<readonly TokenRecord[]> {
    return (await this.#query<TokenRow>('tokens', [])).rows.map(tokenOf)
  }

  async removeToken(id: string): Promise<boolean> {
    return (await this.#query('removeToken', [id])).rowCount === 1
  }

  async close(): Promise<void> {
    await this.#notifications.close()
    await this.#pool.end()
  }

  async #query<Row extends QueryResultRow>(
    name: Parameters<typeof statement>[0],
    values: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    return this.#pool.query<Row>(statement(name, values))
  }
}

/** A database that acknowledges before it has written would break the promise of `append`. */
async function waitForDisk(client: ClientBase): Promise<void> {
  await client.query(
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
  )
}

/** In the order of the statement's parameters. Without revisions the head is moved to where it is. */
function appendValues(id: string, parent: number, { revisions, answers }: Append): readonly unknown[] {
  const rows = revisions.map(rowOf)
  const last = rows.at(-1)
  const snapshots = revisions.filter(({ snapshot }) => snapshot !== null)
  return [
    id,
    parent,
    last?.number ?? parent,
    last?.time ?? answers.at(-1)?.time ?? 0,
    rows.map(({ number }) => number),
    rows.map(({ kind }) => kind),
    rows.map(({ author }) => author),
    rows.map(({ time }) => time),
    rows.map(({ state }) => state),
    rows.map((row) => row.redo_state),
    rows.map((row) => row.redo_rest),
    rows.map(({ body }) => body),
    snapshots.map(({ number }) => number),
    snapshots.map(({ snapshot }) => snapshot),
    answers.map(({ key }) => key),
    answers.map(({ request }) => request),
    answers.map(({ body }) => body),
    answers.map(({ time }) => time),
    revisions.at(-1)?.isDeleted ?? null,
  ]
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
}

interface DocumentRow {
  readonly id: string
  readonly dialect: string
  readonly head: number
  readonly created_at: number
  readonly updated_at: number
  readonly is_deleted: boolean
}

type SnapshotRow = QueryResultRow & Snapshot
type AnswerRow = QueryResultRow & KeptAnswer

function recordOf(row: DocumentRow): DocumentRecord {
  const { id, dialect, head, created_at: createdAt, updated_at: updatedAt, is_deleted: isDeleted } = row
  return { id, dialect, head, createdAt, updatedAt, isDeleted }
}
