import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { isHeavy } from '../../../../test/support/amounts.ts'
import { startApp } from '../support/apps.ts'
import { screen } from '../support/screen.ts'
import { me, textOf } from '../support/services.ts'
import { storeKinds } from '../support/stores.ts'

const CLIENTS = isHeavy ? 2000 : 40

/** The clients run in the server's own process: it is not their fault where they are slow. */
const PATIENT = { headersTimeoutMs: 300_000, requestTimeoutMs: 600_000 }
/** A request that is lost on its way is sent again, under its key. */
const TRIES = 5

interface Reply {
  readonly status: number
  readonly body: { readonly revision?: number; readonly rebasedFrom?: number }
}

for (const kind of storeKinds) {
  const title = kind.skipped === null ? kind.name : `${kind.name} (skipped: ${kind.skipped})`
  test.skipIf(kind.skipped !== null)(
    `${title}: ${CLIENTS} clients on one document, stale, rebased and repeated, make one chain`,
    { timeout: 600_000 },
    async () => {
      const place = await kind.make()
      const store = await place.open()
      const server = await startApp({ store, limits: { requestsPerSecond: 1e9, ...PATIENT } })
      await server.service.create({ id: 'shop', text: JSON.stringify(screen(1)) }, me)
      const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
      const send = async (c: number, headers: object, rebase: boolean): Promise<Reply> =>
        post(agent, `${server.url}/v1/documents/shop/commands`, headers, {
          command: `rename the footer to "client ${c}"`,
          rebase,
        })
      const counts = { stale: 0, rebased: 0 }
      const revisions = await Promise.all(
        Array.from({ length: CLIENTS }, async (_, c) => {
          // All have seen the first revision; who comes too late asks for a rebase, twice with the same key.
          const seen = { 'if-match': '"1"' }
          const first = await send(c, { ...seen, 'idempotency-key': `first-${c}` }, false)
          if (first.status === 200) return first.body.revision!
          expect(first.status).toBe(412)
          counts.stale += 1
          const keyed = { ...seen, 'idempotency-key': `again-${c}` }
          const both = await Promise.all([send(c, keyed, true), send(c, keyed, true)])
          for (const { status } of both) expect(status).toBe(200)
          expect(both[0].body).toEqual(both[1].body)
          counts.rebased += both[0].body.rebasedFrom === 1 ? 1 : 0
          return both[0].body.revision!
        }),
      )
      expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: CLIENTS }, (_, i) => i + 2))
      expect(counts).toEqual({ stale: CLIENTS - 1, rebased: CLIENTS - 1 })
      const chain = await store.revisions('shop', { after: 1, limit: CLIENTS + 1 })
      expect(chain).toHaveLength(CLIENTS)
      for (const [c, revision] of revisions.entries())
        expect(chain[revision - 2]?.command).toBe(`rename the footer to "client ${c}"`)
      expect(await textOf(server.service, 'shop')).toContain(
        /client \d+/.exec(String(chain.at(-1)?.command))![0],
      )
      agent.destroy()
      await server.app.close()
      await store.close()
      await place.dispose()
    },
  )
}

async function post(agent: Agent, url: string, headers: object, body: object): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    try {
      return await postOnce(agent, url, headers, body)
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}

async function postOnce(agent: Agent, url: string, headers: object, body: object): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: JSON.parse(text) as Reply['body'] }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
