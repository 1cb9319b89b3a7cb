import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import type { RevisionStore } from '../store/revision-store.ts'
import { sendProblem } from './problem-details.ts'
import { responses } from './schemas.ts'

const TAGS = ['system']

/** What those who run the server look at. */
export function addSystemRoutes(app: FastifyInstance, store: RevisionStore, metrics: Registry): void {
  app.get(
    '/healthz',
    {
      config: { isOpen: true },
      schema: { tags: TAGS, summary: 'The process answers.', response: responses('Health') },
    },
    (_request, reply) => reply.send({ status: 'ok' }),
  )
  app.get(
    '/readyz',
    {
      config: { isOpen: true },
      schema: { tags: TAGS, summary: 'The store answers too.', response: responses('Health') },
    },
    async (_request, reply) => {
      try {
        await store.documents({ after: '', limit: 1 })
        return await reply.send({ status: 'ready' })
      } catch {
        return sendProblem(reply, { kind: 'unavailable', detail: 'the store does not answer' })
      }
    },
  )
  app.get(
    '/metrics',
    { schema: { tags: TAGS, summary: 'Figures for Prometheus.' } },
    async (_request, reply) =>
      reply
        .header('content-type', metrics.contentType)
        .serializer((body: string) => body)
        .send(await metrics.metrics()),
  )
  app.get(
    '/openapi.json',
    { config: { isOpen: true }, schema: { tags: TAGS, summary: 'This description.' } },
    async (_request, reply) => reply.serializer(JSON.stringify).send(app.swagger()),
  )
}
