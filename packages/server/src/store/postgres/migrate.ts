import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { tooNew } from '../store-error.ts'
import { migrations } from './migrations.ts'

/** Any number, the same for every server: who holds this lock migrates. */
const LOCK = 7_203_114

/**
 * Brings the schema up to date. Servers that start at once wait for one another.
 *
 * @throws StoreError where the database was made by a newer version.
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)')
    const found = await client.query<{ readonly version: number }>('SELECT version FROM schema_version')
    const version = found.rows[0]?.version ?? 0
    if (version > migrations.length) throw tooNew(version, migrations.length)
    for (const sql of migrations.slice(version)) await client.query(sql)
    if (version < migrations.length) {
      await client.query(
        "INSERT INTO settings (name, value) VALUES ('secret', $1) ON CONFLICT (name) DO NOTHING",
        [randomBytes(32).toString('base64')],
      )
      await client.query('DELETE FROM schema_version')
      await client.query('INSERT INTO schema_version (version) VALUES ($1)', [migrations.length])
    }
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // The connection is given up, which rolls back.
    client.release(true)
    throw error
  }
}
