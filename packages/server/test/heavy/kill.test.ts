import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { applyPatch } from 'blueprint-command-engine'
import type { Blueprint } from 'blueprint-command-engine'
import { describe, expect, inject, test } from 'vitest'
import { isHeavy } from '../../../../test/support/amounts.ts'
import { screen } from '../support/screen.ts'
import { me, serviceOn, textOf } from '../support/services.ts'
import { storeKinds } from '../support/stores.ts'
import type { Place } from '../support/stores.ts'

const PROGRAM = fileURLToPath(new URL('../../../cli/dist/main.js', import.meta.url))
const KILLS = Number(process.env['KILLS'] ?? (isHeavy ? 60 : 2))
const DOCUMENTS = 3
const CLIENTS = 8
const TEXT = JSON.stringify(screen(1))

/** A request that names itself in the document, so that it is found again. */
interface Request {
  readonly key: string
  readonly document: string
}

interface Run {
  /** The revision of each request that was answered. */
  readonly acknowledged: Map<string, number>
  /** Requests that the server died over; they are sent again. */
  readonly open: Request[]
  /** What is known to be right of each document. */
  readonly checked: Map<string, { revision: number; blueprint: Blueprint }>
  readonly seen: Map<string, number>
  next: number
}

describe('a server that is killed under load', () => {
  for (const kind of storeKinds.filter(({ isShared }) => isShared)) {
    const title = kind.skipped === null ? kind.name : `${kind.name} (skipped: ${kind.skipped})`
    test.skipIf(kind.skipped !== null)(
      `${title}: ${KILLS} times, every acknowledged revision is there, each once`,
      { timeout: 3_600_000 },
      async () => {
        const place = await kind.make()
        const run = await begin(place)
        let random = inject('propertySeed')
        for (let round = 0; round < KILLS; round++) {
          random = (random * 1_103_515_245 + 12_345) % 2_147_483_648
          await killOnce(place, run, 20 + (random % 200))
          await check(place, run)
        }
        const { acknowledged, seen } = run
        expect(acknowledged.size).toBeGreaterThan(KILLS)
        if (isHeavy)
          process.stdout.write(
            `${kind.name}: ${KILLS} kills, ${acknowledged.size} acknowledged, ${seen.size} stored\n`,
          )
        await place.dispose()
      },
    )
  }
})

async function begin(place: Place): Promise<Run> {
  const store = await place.open()
  const service = await serviceOn(store)
  const checked: Run['checked'] = new Map()
  for (let i = 0; i < DOCUMENTS; i++) {
    await service.create({ id: `d${i}`, text: TEXT }, me)
    checked.set(`d${i}`, { revision: 1, blueprint: JSON.parse(TEXT) as Blueprint })
  }
  await store.close()
  return { acknowledged: new Map(), open: [], checked, seen: new Map(), next: 0 }
}

/** Starts a server, sends again what was not answered, then more, and kills it in the middle. */
async function killOnce(place: Place, run: Run, afterMs: number): Promise<void> {
  const { server, url } = await start(place.name)
  const died = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const again = run.open.splice(0)
  const client = async (): Promise<void> => {
    while (server.exitCode === null && server.signalCode === null) {
      const request = again.pop() ?? { key: `k${run.next}`, document: `d${run.next++ % DOCUMENTS}` }
      await send(url, request, run)
    }
  }
  const clients = Array.from({ length: CLIENTS }, client)
  const answeredBefore = run.acknowledged.size
  // At least one answer, then some time that differs from round to round.
  while (run.acknowledged.size === answeredBefore) await pause(5)
  await pause(afterMs)
  server.kill('SIGKILL')
  await died
  await Promise.all(clients)
  run.open.push(...again)
}

async function send(url: string, request: Request, run: Run): Promise<void> {
  try {
    const response = await fetch(`${url}/v1/documents/${request.document}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': request.key },
      body: JSON.stringify({ command: `rename the footer to "${request.key}"`, rebase: true }),
    })
    const answer = (await response.json()) as { readonly revision: number }
    if (response.status === 200) run.acknowledged.set(request.key, answer.revision)
    else throw new Error(JSON.stringify(answer))
  } catch {
    run.open.push(request)
  }
}

/** Reads what the store holds now, without the server. */
async function check(place: Place, run: Run): Promise<void> {
  const store = await place.open()
  for (const [id, known] of run.checked) {
    const fresh = await store.revisions(id, { after: known.revision, limit: 100_000 })
    for (const { number, command, change } of fresh) {
      expect(number).toBe(known.revision + 1)
      const key = /"(k\d+)"/.exec(String(command))![1]!
      expect(run.seen.has(key)).toBe(false)
      run.seen.set(key, number)
      if (change.kind !== 'patches') throw new Error('expected patches')
      known.blueprint = applyPatch(known.blueprint, change.patches)
      known.revision = number
    }
    expect((await store.document(id))?.head).toBe(known.revision)
    expect(await textOf(await serviceOn(store), id)).toBe(JSON.stringify(known.blueprint))
  }
  for (const [key, revision] of run.acknowledged)
    if (run.seen.get(key) !== revision) throw new Error(`${key} is lost`)
  await store.close()
}

async function start(store: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(
    process.execPath,
    [PROGRAM, 'serve', '--store', store, '--port', '0', '--rate', '1000000', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  for await (const line of createInterface({ input: server.stdout })) {
    const { url } = JSON.parse(line) as { readonly url: string }
    server.stdout.resume()
    return { server, url }
  }
  throw new Error('the server ended before it said where it is')
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}
