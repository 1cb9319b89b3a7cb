import { MemoryStore } from './memory-store.ts'
import type { RevisionStore } from './revision-store.ts'
import { StoreError } from './store-error.ts'

/**
 * Opens the store that a name means: `postgres://...` or `postgresql://...` a PostgreSQL database, `memory:` nothing on
 * disk, anything else a SQLite file, which is made where there is none. Only the chosen driver is loaded.
 *
 * @throws StoreError where it cannot be opened.
 * @example const store = await openStore('blueprint.db')
 */
export async function openStore(name: string): Promise<RevisionStore> {
  if (name === '') throw new StoreError('expected the name of a store: a file, or postgres://...')
  if (name === 'memory:') return new MemoryStore()
  if (/^postgres(?:ql)?:\/\//.test(name))
    return (await import('./postgres/postgres-store.ts')).PostgresStore.open(name)
  return new (await import('./sqlite/sqlite-store.ts')).SqliteStore(name)
}
