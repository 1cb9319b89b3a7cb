import { afterEach, expect, test } from 'vitest'
import { readEvents } from '../../src/client/event-stream.ts'
import { startApp } from '../support/apps.ts'
import type { TestApp } from '../support/apps.ts'
import { screen } from '../support/screen.ts'
import { done, me } from '../support/services.ts'

const servers: TestApp[] = []

afterEach(async () => {
  for (const { app } of servers.splice(0)) await app.close()
})

async function start(...options: Parameters<typeof startApp>): Promise<TestApp> {
  const server = await startApp(...options)
  servers.push(server)
  await server.service.create({ id: 'shop', text: JSON.stringify(screen(2)) }, me)
  return server
}

/** The numbers of so many events of a stream. */
async function take(server: TestApp, count: number, init: RequestInit = {}, query = ''): Promise<number[]> {
  const response = await fetch(`${server.url}/v1/documents/shop/events${query}`, init)
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const seen: number[] = []
  for await (const data of readEvents(response.body!)) {
    seen.push((JSON.parse(data) as { number: number }).number)
    if (seen.length === count) break
  }
  return seen
}

async function change({ service }: TestApp, colors: readonly string[]): Promise<void> {
  for (const color of colors)
    done(await service.run('shop', { command: `make the header ${color}`, rebase: true }, me))
}

test('a stream goes on where the client was', async () => {
  const server = await start()
  await change(server, ['red', 'green', 'blue'])
  expect(await take(server, 2, { headers: { 'last-event-id': '2' } })).toEqual([3, 4])
  expect(await take(server, 4, {}, '?after=0')).toEqual([1, 2, 3, 4])
})

test('a stream tells what comes after its beginning, with the patches', async () => {
  const server = await start()
  const response = await fetch(`${server.url}/v1/documents/shop/events`)
  await change(server, ['red'])
  for await (const data of readEvents(response.body!)) {
    expect(JSON.parse(data)).toMatchObject({
      number: 2,
      command: 'make the header red',
      patches: [{ op: 'replace', value: '#FF0000' }],
    })
    break
  }
})

test('streams end when the server does, and there are not too many', async () => {
  const server = await start({ limits: { maxStreams: 1 } })
  const first = await fetch(`${server.url}/v1/documents/shop/events`)
  const second = await fetch(`${server.url}/v1/documents/shop/events`)
  expect(second.status).toBe(503)
  const [, ended] = await Promise.all([server.app.close(), first.text()])
  expect(ended).toBe('retry: 1000\n\n')
  servers.length = 0
})

test('there is no stream of a document that is not there', async () => {
  const server = await start()
  expect((await fetch(`${server.url}/v1/documents/none/events`)).status).toBe(404)
})
