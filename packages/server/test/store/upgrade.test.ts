import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../src/store/sqlite/migrations.ts'
import { openStore } from '../../src/store/open-store.ts'

test('a file of the first version is brought up to date, with what is in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'blueprint-upgrade-'))
  onTestFinished(async () => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'old.db')
  const database = new Database(path)
  database.exec(migrations[0]!)
  database.exec(`
    INSERT INTO settings VALUES ('secret', 'c2VjcmV0');
    INSERT INTO documents VALUES ('shop', 'blueprint', 1, 1000, 1000);
    INSERT INTO revisions VALUES ('shop', 1, 'import', 'me', 1000, 1, NULL, NULL,
      '{"command":null,"change":{"kind":"text"},"changed":[],"engine":"0.1.0"}');
    INSERT INTO snapshots VALUES ('shop', 1, '{"components":[]}');
    PRAGMA user_version = 1`)
  database.close()
  const store = await openStore(path)
  const record = { id: 'shop', dialect: 'blueprint', head: 1, createdAt: 1000, updatedAt: 1000 }
  expect(await store.documents({ after: '', limit: 9 })).toEqual([{ ...record, isDeleted: false }])
  expect(await store.revisions('shop', { after: 0, limit: 9 })).toMatchObject([
    { number: 1, isDeleted: false },
  ])
  expect(Buffer.from(await store.secret()).toString()).toBe('secret')
  await store.close()
})
