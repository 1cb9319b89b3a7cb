import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BlueprintClient, BlueprintError } from '../../src/client/index.ts'
import { startApp } from '../support/apps.ts'
import type { TestApp } from '../support/apps.ts'
import { screen } from '../support/screen.ts'

const TEXT = JSON.stringify(screen(2))
let server: TestApp
let client: BlueprintClient
let id = ''
let made = 0

beforeAll(async () => {
  server = await startApp()
  client = new BlueprintClient({ url: server.url })
})
afterAll(async () => server.app.close())
beforeEach(async () => {
  id = `shop-${++made}`
  await client.create(TEXT, { id })
})

test('two editors work on one document', async () => {
  const other = new BlueprintClient({ url: server.url })
  const seen = (await client.open(id)).revision
  await other.run(id, 'make the header navy', { revision: seen })
  const stale = client.run(id, 'make the footer red', { revision: seen })
  await expect(stale).rejects.toMatchObject({ problem: { kind: 'stale', revision: 2 } })
  expect(await client.run(id, 'make the footer red', { revision: seen, rebase: true })).toMatchObject({
    revision: 3,
    rebasedFrom: 1,
  })
  expect((await other.revisions(id, { limit: 1 })).revisions[0]).toMatchObject({
    command: 'make the footer red',
  })
})

test('a preview is applied as it was shown', async () => {
  const shown = await client.preview(id, 'delete the first card')
  const applied = await client.run(id, 'delete the first card', { preview: shown.preview! })
  expect(applied.patches).toEqual(shown.patches)
  expect(await client.undo(id, { revision: 2 })).toMatchObject({ kind: 'undo', revision: 3 })
  expect(await client.redo(id, { rebase: true })).toMatchObject({ revision: 4 })
  expect(await client.rollback(id, 1, { rebase: true })).toMatchObject({ revision: 5 })
  expect((await client.open(id)).text).toBe(TEXT)
  expect((await client.open(id, 2)).text).not.toBe(TEXT)
})

test('a deleted document is brought back by an undo', async () => {
  expect(await client.delete(id, { revision: 1 })).toEqual({ document: id, revision: 2 })
  await expect(client.open(id)).rejects.toMatchObject({ problem: { kind: 'document-deleted', status: 410 } })
  expect(await client.undo(id, { revision: 2 })).toMatchObject({ kind: 'undo', revision: 3 })
  expect((await client.open(id)).text).toBe(TEXT)
})

test('what got lost on its way is sent again and done once', async () => {
  let calls = 0
  const lossy = new BlueprintClient({
    url: server.url,
    fetch: async (input, init) => {
      calls += 1
      if (calls === 1) throw new TypeError('the connection was refused')
      const response = await fetch(input, init)
      // The server has done it, the answer never comes.
      if (calls === 2) throw new TypeError('the connection was lost')
      return calls === 3 ? new Response('busy', { status: 503 }) : response
    },
  })
  expect(await lossy.run(id, 'make the header navy', { rebase: true })).toMatchObject({ revision: 2 })
  expect(calls).toBe(4)
  expect((await client.open(id)).revision).toBe(2)
})

test('a refusal is an error that says why', async () => {
  const error = await client.run(id, 'delete the card', { rebase: true }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(BlueprintError)
  expect(error).toMatchObject({
    problem: { kind: 'clarify', issues: [{ candidates: ['card_1', 'card_2'] }] },
  })
  const gone = new BlueprintClient({ url: 'http://127.0.0.1:1', retries: 0 })
  await expect(gone.open(id)).rejects.toThrow()
})

test('a watcher gets every revision, also over lost connections', async () => {
  let drops = 0
  const flaky = new BlueprintClient({
    url: server.url,
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      if (typeof input !== 'string' || !input.endsWith('/events') || drops++ > 0) return response
      // The first stream ends after its first event.
      const reader = response.body!.getReader()
      const first = await reader.read()
      const second = await reader.read()
      await reader.cancel()
      const body = Buffer.concat([first.value ?? new Uint8Array(), second.value ?? new Uint8Array()])
      return new Response(body, response)
    },
  })
  for (const color of ['red', 'green', 'blue'])
    await client.run(id, `make the header ${color}`, { rebase: true })
  const stop = new AbortController()
  const seen: number[] = []
  for await (const { number } of flaky.watch(id, { after: 1, signal: stop.signal })) {
    seen.push(number)
    if (number === 4) await client.run(id, 'make the header black', { rebase: true })
    if (number === 5) stop.abort()
  }
  expect(seen).toEqual([2, 3, 4, 5])
})

test('batches, finding and verifying', async () => {
  const commands = ['make the header navy', 'delete the first card']
  expect(await client.batch(id, commands, { rebase: true })).toMatchObject({ status: 'applied', revision: 2 })
  expect((await client.find(id, 'the footer')).found[0]).toMatchObject({ id: 'footer' })
  expect(await client.verify(id)).toMatchObject({ revision: 2 })
})

test('it is 5 kB at most and needs nothing else', async () => {
  const entry = fileURLToPath(new URL('../../src/client/index.ts', import.meta.url))
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  })
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([])
  expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThan(5000)
})
