import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DocumentService } from '../service/document-service.ts'
import type { Revision } from '../store/revision.ts'
import type { HttpLimits } from './limits.ts'
import { sendProblem } from './problem-details.ts'
import { documentParams } from './schemas.ts'
import { revisionView } from './views.ts'

/** Comments keep proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 15_000
/** How long a client waits before it connects again. */
const RETRY_MS = 1000

type StreamLimits = Pick<HttpLimits, 'maxStreams' | 'streamStallMs'>

/** Revisions as they are made, as server-sent events; a client that comes back goes on where it was. */
export function addEventRoutes(app: FastifyInstance, service: DocumentService, limits: StreamLimits): void {
  let open = 0
  app.get('/v1/documents/:id/events', { schema: eventsSchema }, async (request, reply) => {
    const { id } = request.params as { id: string }
    if (open >= limits.maxStreams)
      return sendProblem(reply, { kind: 'overloaded', detail: `${limits.maxStreams} event streams are open` })
    const latest = await service.latest(id, { limit: 1 })
    if (!latest.ok) return sendProblem(reply, latest.error)
    begin(reply)
    const stream = new EventStream(reply.raw, limits.streamStallMs)
    const watched = await service.watch(id, startOf(request, latest.value.record.head), {
      revision: async (revision) => stream.send(eventOf(revision)),
      end: () => stream.end(),
    })
    open += 1
    reply.raw.on('close', () => {
      open -= 1
      if (watched.ok) watched.value()
      stream.end()
    })
    return reply
  })
}

/** After the revision that the client has seen; else after the last. */
function startOf(request: FastifyRequest, head: number): number {
  const seen = request.headers['last-event-id']
  const { after } = request.query as { after?: number }
  if (typeof seen === 'string' && /^\d{1,10}$/.test(seen)) return Number(seen)
  return after ?? head
}

function begin(reply: FastifyReply): void {
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value)
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.write(`retry: ${RETRY_MS}\n\n`)
}

function eventOf(revision: Revision): string {
  return `id: ${revision.number}\nevent: revision\ndata: ${JSON.stringify(revisionView(revision, true))}\n\n`
}

/** Writes as fast as the client reads; one that stops reading is let go. */
class EventStream {
  readonly #response: ServerResponse
  readonly #stallMs: number
  readonly #keepAlive: NodeJS.Timeout
  #isEnded = false

  constructor(response: ServerResponse, stallMs: number) {
    this.#response = response
    this.#stallMs = stallMs
    this.#keepAlive = setInterval(() => {
      if (!response.writableNeedDrain && response.headersSent) response.write(': still here\n\n')
    }, KEEP_ALIVE_MS).unref()
  }

  /** Resolves when the client has room for more, or is gone. */
  async send(event: string): Promise<void> {
    const response = this.#response
    if (this.#isEnded || response.destroyed || response.write(event)) return
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        response.off('drain', done).off('close', done)
        resolve()
      }
      const timer = setTimeout(() => response.destroy(), this.#stallMs).unref()
      response.on('drain', done).on('close', done)
    })
  }

  end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    clearInterval(this.#keepAlive)
    this.#response.end()
  }
}

const eventsSchema = {
  tags: ['history'],
  summary: 'Revisions as they are made (server-sent events).',
  description:
    'Each event has the number of its revision as id; a client that sends Last-Event-ID gets everything since. Data: a Revision with its patches.',
  params: documentParams,
  querystring: { type: 'object', properties: { after: { type: 'integer', minimum: 0 } } },
  headers: { type: 'object', properties: { 'last-event-id': { type: 'string', maxLength: 20 } } },
  produces: ['text/event-stream'],
}
