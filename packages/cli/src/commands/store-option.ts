import { openStore, StoreError } from '@blueprint-engine/server'
import type { RevisionStore } from '@blueprint-engine/server'
import { refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'

export const DEFAULT_STORE = 'blueprint.db'
export const STORE_HELP = 'a SQLite file, or postgres://...'

/** Opens a store for one piece of work and closes it; a store that cannot be opened is reported. */
export async function withStore(
  host: Host,
  name: string,
  work: (store: RevisionStore) => Promise<void>,
): Promise<void> {
  let store: RevisionStore
  try {
    store = await openStore(name)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    refuse(host, printable(error.message))
    return
  }
  try {
    await work(store)
  } finally {
    await store.close()
  }
}
