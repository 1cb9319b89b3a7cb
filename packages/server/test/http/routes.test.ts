import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
// The script has no types of its own.
import { clientTypes } from '../../scripts/client-types.mjs'
import { startApp } from '../support/apps.ts'
import type { TestApp } from '../support/apps.ts'
import { screen } from '../support/screen.ts'
import { me } from '../support/services.ts'

const TEXT = `${JSON.stringify(screen(3), null, 2)}\n`
let server: TestApp
let id = ''
let made = 0

beforeAll(async () => {
  server = await startApp()
})
afterAll(async () => server.app.close())
beforeEach(async () => {
  id = `shop-${++made}`
  await server.service.create({ id, text: TEXT }, me)
})

interface Called {
  readonly status: number
  readonly headers: Headers
  readonly body: { readonly [key: string]: unknown }
}

async function call(
  method: string,
  path: string,
  body?: object,
  headers: { readonly [name: string]: string } = {},
): Promise<Called> {
  const response = await fetch(`${server.url}/v1/documents/${id}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const parsed = text.startsWith('{') ? (JSON.parse(text) as Called['body']) : { text }
  return { status: response.status, headers: response.headers, body: parsed }
}

describe('documents', () => {
  test('are stored as they come and read with their revision', async () => {
    const stored = await fetch(`${server.url}/v1/documents?id=raw-${made}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: TEXT,
    })
    expect(stored.status).toBe(201)
    expect(stored.headers.get('location')).toBe(`/v1/documents/raw-${made}`)
    const read = await fetch(`${server.url}/v1/documents/raw-${made}`)
    expect(await read.text()).toBe(TEXT)
    expect(read.headers.get('etag')).toBe('"1"')
    expect(read.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const again = await fetch(`${server.url}/v1/documents/raw-${made}`, {
      headers: { 'if-none-match': '"1"' },
    })
    expect(again.status).toBe(304)
    expect(await call('GET', '', undefined, { accept: 'text/html' })).toMatchObject({ status: 406 })
    expect(await call('GET', '', undefined, { accept: 'text/html, application/*;q=0.8' })).toMatchObject({
      status: 200,
    })
  })

  test('are listed, and an id is made where none is given', async () => {
    const stored = await fetch(`${server.url}/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: TEXT,
    })
    const { document } = (await stored.json()) as { document: string }
    const listed = await fetch(`${server.url}/v1/documents?after=${document.slice(0, -1)}&limit=1`)
    expect(await listed.json()).toMatchObject({
      documents: [{ id: document, dialect: 'blueprint', revision: 1 }],
    })
  })

  test('are deleted, stay readable by revision, and are brought back', async () => {
    expect(await call('DELETE', '')).toMatchObject({ status: 428, body: { kind: 'precondition-required' } })
    expect(await call('DELETE', '', undefined, { 'if-match': '"2"' })).toMatchObject({ status: 412 })
    const deleted = await call('DELETE', '', undefined, { 'if-match': '"1"' })
    expect(deleted).toMatchObject({ status: 200, body: { document: id, revision: 2 } })
    expect(deleted.headers.get('etag')).toBe('"2"')
    const gone = { status: 410, body: { kind: 'document-deleted', revision: 2 } }
    expect(await call('GET', '')).toMatchObject(gone)
    expect(await call('POST', '/commands', { command: 'make the header navy', rebase: true })).toMatchObject(
      gone,
    )
    expect(await call('DELETE', '?rebase=true')).toMatchObject(gone)
    expect((await call('GET', '?revision=1')).body).toEqual(screen(3))
    expect(await call('GET', '/revisions')).toMatchObject({ body: { revisions: [{ kind: 'delete' }, {}] } })
    const listed = async (more: string): Promise<unknown> =>
      (await fetch(`${server.url}/v1/documents?after=${id.slice(0, -1)}&limit=1000${more}`)).json()
    expect(JSON.stringify(await listed(''))).not.toContain(`"${id}"`)
    expect(await listed('&deleted=true')).toMatchObject({
      documents: expect.arrayContaining([expect.objectContaining({ id, deleted: true })]) as unknown,
    })
    expect(await call('POST', '/undo', { rebase: true })).toMatchObject({ body: { of: 2, revision: 3 } })
    expect((await call('GET', '')).body).toEqual(screen(3))
  })

  test('that are none are refused with what is wrong', async () => {
    const bad = async (body: string, type = 'application/json'): Promise<unknown> => {
      const response = await fetch(`${server.url}/v1/documents?id=bad`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      return { status: response.status, ...((await response.json()) as object) }
    }
    expect(await bad('{')).toMatchObject({ status: 422, kind: 'document-invalid' })
    expect(await bad('{"components":[{"id":"a","type":"text","bbox":[1]}]}')).toMatchObject({
      status: 422,
      issues: [{ code: 'box-invalid', path: '/components/0/bbox' }],
    })
    expect(await bad(TEXT, 'text/csv')).toMatchObject({ status: 415, kind: 'dialect-unknown' })
    expect(await bad('')).toMatchObject({ status: 422 })
  })

  test('get a whole new text', async () => {
    const text = JSON.stringify(screen(1))
    const put = await fetch(`${server.url}/v1/documents/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
      body: text,
    })
    expect(await put.json()).toEqual({ document: id, revision: 2, dialect: 'blueprint' })
    expect((await call('GET', '')).body).toEqual(screen(1))
    expect((await call('GET', '?revision=1')).body).toEqual(screen(3))
    expect(await call('GET', '?revision=3')).toMatchObject({
      status: 404,
      body: { kind: 'revision-not-found' },
    })
  })
})

describe('commands', () => {
  test('answer with everything that the service says', async () => {
    const sent = { command: 'make the header navy' }
    const shown = await call('POST', '/commands', { ...sent, dryRun: true })
    expect(shown).toMatchObject({ status: 200, body: { status: 'applied', revision: 1 } })
    const expected = await server.service.preview(id, sent)
    const { timings: _time, ...rest } = expected.ok ? expected.value : {}
    expect(shown.body).toMatchObject(rest)
    const applied = await call('POST', '/commands', { ...sent, preview: shown.body['preview'] })
    expect(applied).toMatchObject({ status: 200, body: { revision: 2, patches: shown.body['patches'] } })
    expect(applied.headers.get('etag')).toBe('"2"')
  })

  test('take steps in place of a sentence', async () => {
    const steps = [{ kind: 'set', targets: ['header'], property: 'background', value: '#FF0000' }]
    const answer = await call('POST', '/commands', { steps }, { 'if-match': '"1"' })
    expect(answer).toMatchObject({ status: 200, body: { revision: 2, changed: [{ id: 'header' }] } })
    expect(await call('POST', '/commands', { steps, command: 'x', rebase: true })).toMatchObject({
      status: 400,
    })
  })

  const refusals: readonly [string, object, { readonly [name: string]: string }, number, string][] = [
    ['a refused command', { command: 'delete the carousel', rebase: true }, {}, 422, 'rejected'],
    ['an unclear command', { command: 'delete the card', rebase: true }, {}, 409, 'clarify'],
    ['an older revision', { command: 'make the header red' }, { 'if-match': '"7"' }, 412, 'stale'],
    ['no revision', { command: 'make the header red' }, {}, 428, 'precondition-required'],
    ['another preview', { command: 'make the header red', preview: 'x' }, {}, 412, 'preview-stale'],
    ['a slip of the pen', { comand: 'make the header red' }, {}, 400, 'invalid-request'],
    ['a wrong type', { command: 7 }, {}, 400, 'invalid-request'],
    ['a wrong entity tag', { command: 'make the header red' }, { 'if-match': '7' }, 400, 'invalid-request'],
  ]
  test.each(refusals)('%s is a problem', async (_name, body, headers, status, kind) => {
    const answer = await call('POST', '/commands', body, headers)
    expect(answer).toMatchObject({ status, body: { status, kind, type: `urn:blueprint:problem:${kind}` } })
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect((await call('GET', '')).headers.get('etag')).toBe('"1"')
  })

  test('tell candidates and suggestions in the problem', async () => {
    const { body } = await call('POST', '/commands', { command: 'delete the card', rebase: true })
    expect(body).toMatchObject({
      issues: [{ code: 'reference-ambiguous', candidates: ['card_1', 'card_2', 'card_3'] }],
    })
  })

  test('are done once for each key', async () => {
    const send = async (): Promise<Called> =>
      call('POST', '/commands', { command: 'make the header navy', rebase: true }, { 'idempotency-key': 'a' })
    const first = await send()
    const second = await send()
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect((await call('GET', '')).headers.get('etag')).toBe('"2"')
  })

  test('come in batches', async () => {
    const commands = ['make the header navy', 'delete the second card']
    expect(await call('POST', '/batch', { commands, dryRun: true })).toMatchObject({ body: { revision: 1 } })
    expect(await call('POST', '/batch', { commands, rebase: true })).toMatchObject({
      status: 200,
      body: { status: 'applied', revision: 2, answers: [{ status: 'applied' }, { status: 'applied' }] },
    })
  })

  test('find and verify', async () => {
    expect(await call('POST', '/find', { phrase: 'the second card' })).toMatchObject({
      body: { revision: 1, found: [{ id: 'card_2' }] },
    })
    expect(await call('POST', '/verify')).toMatchObject({ status: 200, body: { revision: 1 } })
  })
})

describe('history', () => {
  test('goes back, forward and to an older revision', async () => {
    await call('POST', '/commands', { command: 'make the header navy', rebase: true })
    expect(await call('POST', '/undo', undefined, { 'if-match': '"2"' })).toMatchObject({
      body: { kind: 'undo', of: 2, revision: 3 },
    })
    expect((await call('GET', '')).body).toEqual(screen(3))
    expect(await call('POST', '/redo', { rebase: true })).toMatchObject({ body: { revision: 4, of: 2 } })
    expect(await call('POST', '/redo', { rebase: true })).toMatchObject({ status: 409 })
    expect(await call('POST', '/rollback', { to: 1, rebase: true })).toMatchObject({ body: { revision: 5 } })
    expect(await call('POST', '/rollback', { to: 9, rebase: true })).toMatchObject({ status: 404 })
    expect((await call('GET', '')).body).toEqual(screen(3))
  })

  test('lists revisions, the newest first', async () => {
    for (const color of ['navy', 'red', 'green'])
      await call('POST', '/commands', { command: `make the header ${color}`, rebase: true })
    const { body } = await call('GET', '/revisions?limit=2')
    expect(body).toMatchObject({
      document: id,
      head: 4,
      revisions: [
        { number: 4, parent: 3, kind: 'command', command: 'make the header green', author: 'local' },
        { number: 3 },
      ],
    })
    const older = await call('GET', '/revisions?before=3&limit=9&patches=true')
    expect(older.body).toMatchObject({
      revisions: [
        { number: 2, patches: [{ value: '#000080' }], inverse: [{ value: '#FFFFFF' }] },
        { number: 1 },
      ],
    })
  })
})

describe('the server', () => {
  test('describes itself, and the client is typed from that', async () => {
    const response = await fetch(`${server.url}/openapi.json`)
    const description = (await response.json()) as { paths: object }
    expect(Object.keys(description.paths)).toEqual([
      '/healthz',
      '/readyz',
      '/metrics',
      '/openapi.json',
      '/v1/documents',
      '/v1/documents/{id}',
      '/v1/documents/{id}/commands',
      '/v1/documents/{id}/batch',
      '/v1/documents/{id}/find',
      '/v1/documents/{id}/verify',
      '/v1/documents/{id}/undo',
      '/v1/documents/{id}/redo',
      '/v1/documents/{id}/rollback',
      '/v1/documents/{id}/revisions',
      '/v1/documents/{id}/events',
    ])
    const file = new URL('../../src/client/openapi.generated.ts', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(await clientTypes(description))
  })

  test('tells how it is', async () => {
    const get = async (path: string): Promise<string> => (await fetch(`${server.url}${path}`)).text()
    expect(await get('/healthz')).toBe('{"status":"ok"}')
    expect(await get('/readyz')).toBe('{"status":"ready"}')
    await call('POST', '/commands', { command: 'make the header navy', rebase: true })
    const metrics = await get('/metrics')
    expect(metrics).toMatch(/blueprint_revisions_total [1-9]/)
    expect(metrics).toContain('route="/v1/documents/:id/commands",status="200"')
    expect(metrics).not.toContain(id)
  })
})
