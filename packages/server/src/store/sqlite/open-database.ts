import { randomBytes } from 'node:crypto'
import Database from 'libsql'
import { StoreError, tooNew } from '../store-error.ts'
import { migrations } from './migrations.ts'

/** How long a writer waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000

/**
 * Opens a file, makes it durable and brings its schema up to date. FULL: a commit returns once the log is on disk.
 *
 * @throws StoreError where the file cannot be opened, is no database or was made by a newer version.
 */
export function openDatabase(path: string): Database.Database {
  let database: Database.Database | null = null
  try {
    database = new Database(path, { timeout: BUSY_TIMEOUT_MS })
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    migrate(database)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StoreError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError(
      `cannot open ${path} as a SQLite database: ${reason}; name another file with --store`,
      error,
    )
  }
}

/** Two processes that start at once do not both migrate: the second waits and finds nothing left to do. */
function migrate(database: Database.Database): void {
  inTransaction(database, () => {
    const version = readVersion(database)
    if (version > migrations.length) throw tooNew(version, migrations.length)
    if (version === migrations.length) return
    for (const sql of migrations.slice(version)) database.exec(sql)
    database
      .prepare("INSERT OR IGNORE INTO settings (name, value) VALUES ('secret', ?)")
      .run(randomBytes(32).toString('base64'))
    database.exec(`PRAGMA user_version = ${migrations.length}`)
  })
}

function readVersion(database: Database.Database): number {
  // A pragma answers with the column of its name.
  const row = database.prepare('PRAGMA user_version').get() as { readonly user_version: number }
  return row.user_version
}

/** All or nothing. */
export function inTransaction<T>(database: Database.Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A failed commit may have rolled back by itself.
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}
