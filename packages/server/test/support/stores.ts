import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openStore } from '../../src/store/open-store.ts'
import type { RevisionStore } from '../../src/store/revision-store.ts'

/** A place that keeps revisions, all the test's own. */
export interface Place {
  /** What {@link openStore} is called with. */
  readonly name: string
  /** Opens the place; the same one however often it is called. */
  open(): Promise<RevisionStore>
  dispose(): Promise<void>
}

export interface StoreKind {
  readonly name: string
  /** Whether what is stored outlives the store object, and others see it. */
  readonly isShared: boolean
  /** Why it cannot be tested here; null if it can. */
  readonly skipped: string | null
  make(): Promise<Place>
}

const env = process.env
const host = env['PGHOST'] ?? '127.0.0.1'
const port = Number(env['PGPORT'] ?? 5432)
const user = env['PGUSER'] ?? 'postgres'
const database = env['PGDATABASE'] ?? 'test'

/** Every store there is; PostgreSQL where one answers. */
export const storeKinds: readonly StoreKind[] = [
  { name: 'memory', isShared: false, skipped: null, make: async () => memoryPlace() },
  { name: 'SQLite', isShared: true, skipped: null, make: sqlitePlace },
  { name: 'PostgreSQL', isShared: true, skipped: await whyNoPostgres(), make: postgresPlace },
]

async function memoryPlace(): Promise<Place> {
  const store = await openStore('memory:')
  return { name: 'memory:', open: async () => store, dispose: async () => store.close() }
}

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'blueprint-store-'))
  const name = join(folder, 'test.db')
  return {
    name,
    open: async () => openStore(name),
    dispose: async () => rm(folder, { recursive: true, force: true }),
  }
}

/** A schema of its own, dropped in the end. */
async function postgresPlace(): Promise<Place> {
  const schema = `blueprint_test_${randomBytes(6).toString('hex')}`
  await query(`CREATE SCHEMA ${schema}`)
  const options = encodeURIComponent(`-c search_path=${schema}`)
  const name = `postgres://${user}@${host}:${port}/${database}?options=${options}`
  return {
    name,
    open: async () => openStore(name),
    dispose: async () => query(`DROP SCHEMA ${schema} CASCADE`),
  }
}

async function query(sql: string): Promise<void> {
  const client = new Client({ host, port, user, database, connectionTimeoutMillis: 2000 })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function whyNoPostgres(): Promise<string | null> {
  try {
    await query('SELECT 1')
    return null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return `no PostgreSQL at ${host}:${port} (${reason}); PGHOST, PGPORT, PGUSER and PGDATABASE name one`
  }
}
