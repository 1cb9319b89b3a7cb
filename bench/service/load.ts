import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { makeDocument } from '../documents.ts'
import type { Server } from './servers.ts'

export interface Load {
  readonly connections: number
  readonly documents: number
  readonly kind: 'command' | 'dry-run' | 'parse' | 'store'
}

export interface Measured {
  readonly perSecond: number
  /** Processor time of the server for one request, in microseconds: how busy the machine is hardly matters to it. */
  readonly cpuMicros: number | null
  readonly p50Ms: number
  readonly p99Ms: number
}

const COMPONENTS = 100
const WARM_UP = 0.2
const COLORS = ['red', 'navy', 'green', 'yellow', 'black', 'white']

/** Every connection sends one request after the other for some seconds. Each answer is checked for its status. */
export async function measure(server: Server, load: Load, seconds: number): Promise<Measured> {
  const { url } = server
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const ids = Array.from(
    { length: load.documents },
    (_, i) => `${load.kind}-${load.connections}-${load.documents}-${i}`,
  )
  const text = JSON.stringify(makeDocument(COMPONENTS, 'nested'))
  if (load.kind === 'command' || load.kind === 'dry-run')
    for (const id of ids) await send(agent, `${url}/v1/documents?id=${id}`, text, 201)
  const start = performance.now() + seconds * WARM_UP * 1000
  const end = start + seconds * 1000
  const times: number[] = []
  let requests = 0
  const cpuBefore = server.cpuSeconds()
  await Promise.all(
    Array.from({ length: load.connections }, async (_, c) => {
      for (let i = 0; performance.now() < end; i++) {
        const began = performance.now()
        await one(agent, url, load, ids[(c + i) % ids.length]!, c + i)
        requests += 1
        if (began >= start) times.push(performance.now() - began)
      }
    }),
  )
  const cpuAfter = server.cpuSeconds()
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const cpuMicros = cpuBefore === null || cpuAfter === null ? null : ((cpuAfter - cpuBefore) / requests) * 1e6
  return { perSecond: times.length / seconds, cpuMicros, p50Ms: at(0.5), p99Ms: at(0.99) }
}

async function one(agent: Agent, url: string, { kind }: Load, id: string, i: number): Promise<void> {
  const command = `make the first button ${COLORS[i % COLORS.length]}`
  const body = JSON.stringify({ command, rebase: true, ...(kind === 'dry-run' && { dryRun: true }) })
  const path = kind === 'command' || kind === 'dry-run' ? `/v1/documents/${id}/commands` : `/${kind}`
  await send(agent, `${url}${path}`, body, 200)
}

async function send(agent: Agent, url: string, body: string, expected: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.on('end', () => {
        if (response.statusCode === expected) resolve()
        else reject(new Error(`expected ${expected}, got ${response.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
