import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../src/access/token.ts'
import { startApp } from '../support/apps.ts'
import type { TestApp } from '../support/apps.ts'
import { screen } from '../support/screen.ts'
import { done, me, textOf } from '../support/services.ts'

const TEXT = JSON.stringify(screen(2))
const MEBIBYTE = 1024 * 1024
let server: TestApp

beforeAll(async () => {
  server = await startApp({
    limits: { headersTimeoutMs: 300, requestTimeoutMs: 600, streamStallMs: 300, requestsPerSecond: 1000 },
  })
  await server.service.create({ id: 'shop', text: TEXT }, me)
})
afterAll(async () => {
  // Whatever was tried: the document is as it was and the server answers.
  expect(await textOf(server.service, 'shop')).toBe(TEXT)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  await server.app.close()
})

interface Tried {
  readonly status: number
  readonly kind?: string
  readonly detail?: string
}

async function post(
  path: string,
  body: string,
  headers: { readonly [name: string]: string } = {},
): Promise<Tried> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { ...((await response.json()) as object), status: response.status }
}

/** Speaks to the server byte by byte; resolves with what it said when it hangs up. */
async function speak(start: string, go: (socket: Socket) => void = () => undefined): Promise<string> {
  const { port } = new URL(server.url)
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(start)
      go(socket)
    })
    socket.on('data', (piece) => (heard += piece.toString('latin1')))
    // A connection that is reset has been hung up on.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })
}

const HEAD = 'Host: 127.0.0.1\r\nContent-Type: application/json\r\n'

describe('bodies', () => {
  test('that say they have 1 GB are refused before they are sent', async () => {
    const heard = await speak(
      `POST /v1/documents?id=big HTTP/1.1\r\n${HEAD}Content-Length: 1073741824\r\n\r\n`,
    )
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('that do not say how long they are end at the limit', async () => {
    let sent = 0
    const heard = await speak(
      `POST /v1/documents/shop/commands HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked\r\n\r\n`,
      (socket) => {
        const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`
        const more = (): void => {
          while (!socket.destroyed && sent < 1024 * MEBIBYTE) {
            sent += 65_536
            if (!socket.write(piece)) return void socket.once('drain', more)
          }
        }
        more()
      },
    )
    expect(heard).toMatch(/^(?:HTTP\/1\.1 413 |$)/)
    expect(sent).toBeLessThan(16 * MEBIBYTE)
  })

  test('of 10,000 levels are refused', async () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000)
    expect(await post('/v1/documents?id=deep', `{"components":${deep}}`)).toMatchObject({
      status: 422,
      kind: 'document-invalid',
    })
    expect(await post('/v1/documents/shop/commands', `{"steps":${deep}}`)).toMatchObject({ status: 400 })
    expect(await post('/mcp', `{"jsonrpc":"2.0","id":1,"method":"ping","params":${deep}}`)).toMatchObject({
      status: 400,
    })
  })

  test('with __proto__ are refused, and nothing has changed', async () => {
    for (const key of ['__proto__', '\\u005f_proto__'])
      expect(
        await post('/v1/documents/shop/commands', `{"command":"x","${key}":{"rebase":true}}`),
      ).toMatchObject({
        status: 400,
      })
    const text = '{"components":[],"constructor":{"prototype":{"polluted":1}},"__proto__":{"polluted":1}}'
    await post('/v1/documents?id=proto', text)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('that are no JSON, no UTF-8 or of another type are refused', async () => {
    expect(await post('/v1/documents/shop/commands', '{"command":')).toMatchObject({ status: 400 })
    expect(
      await post('/v1/documents/shop/commands', 'command=x', { 'content-type': 'text/plain' }),
    ).toMatchObject({
      status: 415,
    })
    const form = 'application/x-www-form-urlencoded'
    expect(await post('/v1/documents/shop/undo', 'x=1', { 'content-type': form })).toMatchObject({
      status: 415,
    })
    const bytes = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])
    const response = await fetch(`${server.url}/v1/documents?id=bytes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: bytes,
    })
    expect(response.status).toBe(400)
  })
})

describe('connections', () => {
  test('that send their headers slowly are closed', async () => {
    const heard = await speak('POST /v1/documents HTTP/1.1\r\nHost: 127.0.0.1\r\n')
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('that send their bodies slowly are closed', async () => {
    const heard = await speak(
      `POST /v1/documents/shop/commands HTTP/1.1\r\n${HEAD}Content-Length: 1000\r\n\r\n{"command":"`,
      (socket) => {
        const timer = setInterval(() => socket.write('x'), 50)
        socket.on('close', () => clearInterval(timer))
      },
    )
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('with floods of headers are refused', async () => {
    const flood = Array.from({ length: 5000 }, (_, i) => `X-${i}: ${'y'.repeat(100)}\r\n`).join('')
    const heard = await speak(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n${flood}\r\n`)
    expect(heard).toMatch(/^HTTP\/1\.1 431 /)
  })

  test('that open an event stream and never read it are let go', async () => {
    const text = JSON.stringify({ ...screen(1), note: 'x'.repeat(200_000) })
    await server.service.create({ id: 'stalled', text }, me)
    const { port } = new URL(server.url)
    const socket = connect(Number(port), '127.0.0.1')
    const closed = new Promise<void>((resolve) =>
      socket.on('close', () => resolve()).on('error', () => undefined),
    )
    socket.write('GET /v1/documents/stalled/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
    socket.pause()
    await until(() => server.service.watchers === 1)
    const long = 'y'.repeat(90_000)
    for (let i = 0; server.service.watchers > 0; i++) {
      const steps = [{ kind: 'set', targets: ['footer'], property: 'text', value: `${long}${i}` }] as const
      done(await server.service.run('stalled', { command: [...steps], rebase: true }, me))
      expect(i).toBeLessThan(2000)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    socket.resume()
    await closed
  })
})

describe('addresses and names', () => {
  test.each([
    '/v1/documents/../../etc/passwd',
    '/v1/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/v1/documents/..%5c..%5cwindows',
    '/v1/documents/%00',
    '/v1/documents/.',
    '/v1/documents/shop%2f..%2fshop',
    '/v1/documents/%ff',
    '//v1/documents/shop',
    '/v1/documents/blueprint.db/../../x',
  ])('%s leads nowhere', async (path) => {
    const heard = await speak(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    expect(heard).toMatch(/^HTTP\/1\.1 40[04] /)
  })

  test.each([
    ['an id out of nowhere', '/v1/documents?id=../x'],
    ['an id that is too long', `/v1/documents?id=${'x'.repeat(129)}`],
    ['a dialect as a path', `/v1/documents?dialect=${'../'.repeat(20)}x`],
  ])('%s is refused', async (_name, path) => {
    expect((await post(path, TEXT)).status).toBeGreaterThanOrEqual(400)
  })
})

describe('sites', () => {
  test('other than the server may not call, whatever the method', async () => {
    const origin = 'https://evil.example'
    expect(await post('/v1/documents/shop/undo', '{"rebase":true}', { origin })).toMatchObject({
      status: 403,
    })
    expect((await fetch(`${server.url}/v1/documents/shop`, { headers: { origin } })).status).toBe(403)
    expect(
      (await fetch(`${server.url}/v1/documents/shop/commands`, { method: 'OPTIONS', headers: { origin } }))
        .status,
    ).toBe(403)
    expect(await post('/mcp', '{}', { origin })).toMatchObject({ status: 403 })
    const read = await fetch(`${server.url}/v1/documents/shop`, { headers: { origin: server.url } })
    expect(read.status).toBe(200)
    expect(read.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('cannot reach it by a name of their own', async () => {
    const heard = await speak('GET /v1/documents HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    expect(heard).toMatch(/^HTTP\/1\.1 403 /)
  })

  test('get headers that let nothing run', async () => {
    const { headers } = await fetch(`${server.url}/v1/documents/shop`)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('that are listed may call', async () => {
    const origin = 'https://editor.example'
    const open = await startApp({ origins: [origin], store: server.store, service: server.service })
    const read = await fetch(`${open.url}/v1/documents/shop`, { headers: { origin } })
    expect(read.headers.get('access-control-allow-origin')).toBe(origin)
    const preflight = await fetch(`${open.url}/v1/documents/shop/commands`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    const other = await fetch(`${open.url}/v1/documents/shop`, {
      headers: { origin: 'https://evil.example' },
    })
    expect(other.status).toBe(403)
    await open.app.close()
  })
})

describe('tokens', () => {
  test('that are wrong, cut, foreign, removed or out of date are refused alike', async () => {
    let now = 1000
    const guarded = await startApp({
      needsToken: true,
      store: server.store,
      service: server.service,
      now: () => now,
    })
    const make = async (
      scope: 'read' | 'write',
      documents: readonly string[],
      expiresAt: number | null,
    ): Promise<string> => {
      const { record, text } = createToken({ name: 'x', scope, documents, expiresAt }, now)
      await server.store.addToken(record)
      return text
    }
    const get = async (token?: string, path = '/v1/documents/shop'): Promise<number> =>
      (await fetch(`${guarded.url}${path}`, { headers: token === undefined ? {} : { authorization: token } }))
        .status
    const timed = await make('read', ['shop'], 2000)
    const other = await make('write', ['blog-*'], null)
    expect(await get(`Bearer ${timed}`)).toBe(200)
    expect(await get(`Bearer ${other}`)).toBe(403)
    for (const bad of [
      undefined,
      timed,
      `Bearer ${timed.slice(0, -1)}`,
      `Bearer ${timed.slice(0, -1)}${timed.endsWith('A') ? 'B' : 'A'}`,
      `Bearer ${timed.slice(0, 17)}${other.slice(17)}`,
      `Bearer bpt_000000000000_${'A'.repeat(43)}`,
      `Bearer ' OR 1=1 --`,
      `Basic ${timed}`,
      `Bearer ${'x'.repeat(5000)}`,
    ])
      expect(await get(bad)).toBe(401)
    for (const path of ['/metrics', '/v1/documents', '/mcp', '/v1/documents/shop/events'])
      expect(await get(undefined, path)).toBe(401)
    for (const path of ['/healthz', '/readyz', '/openapi.json']) expect(await get(undefined, path)).toBe(200)
    const undo = await fetch(`${guarded.url}/v1/documents/shop/undo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${timed}`, 'if-match': '"1"' },
    })
    expect(undo.status).toBe(403)
    now = 2000
    expect(await get(`Bearer ${timed}`)).toBe(401)
    await guarded.app.close()
  })
})

describe('words', () => {
  test.each([
    ['a run of one letter', 'a'.repeat(10_000)],
    ['a run of blanks', `make the header${' '.repeat(9900)}red`],
    ['nested quotes', `rename "${'"'.repeat(9900)}`],
    ['a chain of and', 'make it red and '.repeat(600)],
    ['a run of numbers', '1.'.repeat(4900)],
    ['a run of commas', ','.repeat(9999)],
  ])('%s are answered like any other', async (_name, command) => {
    const answer = await post('/v1/documents/shop/commands', JSON.stringify({ command, dryRun: true }))
    expect([200, 409, 422]).toContain(answer.status)
    expect(await post('/v1/documents/shop/find', JSON.stringify({ phrase: command }))).toMatchObject({
      status: 200,
    })
  })

  test('above the limit are refused', async () => {
    const command = 'x'.repeat(10_001)
    expect(
      await post('/v1/documents/shop/commands', JSON.stringify({ command, rebase: true })),
    ).toMatchObject({
      status: 422,
    })
  })
})

test('more requests than allowed are turned away', async () => {
  const slow = await startApp({
    limits: { requestsPerSecond: 5 },
    store: server.store,
    service: server.service,
  })
  const all = await Promise.all(
    Array.from({ length: 40 }, async () => (await fetch(`${slow.url}/healthz`)).status),
  )
  expect(all.filter((status) => status === 429).length).toBeGreaterThan(20)
  await slow.app.close()
})

describe('MCP', () => {
  test('calls out of order and of no sense are refused', async () => {
    const headers = { accept: 'application/json, text/event-stream' }
    const call = async (message: object): Promise<string> => {
      const response = await fetch(`${server.url}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(message),
      })
      return `${response.status} ${await response.text()}`
    }
    // A server without sessions has nothing to be out of order with: the call stands alone and changes nothing unasked.
    const early = await call({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'apply', arguments: { document: 'shop', command: 'make the header red', revision: 9 } },
    })
    expect(early).toMatch(/stale|error/)
    expect(await call({ jsonrpc: '2.0', id: 2, method: 'tools/destroy' })).toMatch(/error/)
    expect(await call({ jsonrpc: '1.0', id: 3 })).toMatch(/^400 /)
    expect(await call([])).toMatch(/^4\d\d /)
    expect(
      await call({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 77 } }),
    ).toMatch(/^20\d /)
    const huge = {
      jsonrpc: '2.0',
      id: 4,
      method: 'tools/call',
      params: { name: 'apply', arguments: { x: 'y'.repeat(2e6) } },
    }
    expect(await call(huge)).toMatch(/^413 /)
  })
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
