import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DocumentService } from '../service/document-service.ts'
import { sendProblem } from './problem-details.ts'
import { expectationOf, isAllowedToWrite, senderOf, sendOutcome } from './reply.ts'
import { changeHeaders, documentParams, ref, responses } from './schemas.ts'
import { revisionView } from './views.ts'

const TAGS = ['history']
const DEFAULT_PAGE = 50

interface PageQuery {
  readonly before?: number
  readonly limit?: number
  readonly patches?: boolean
}

/** The way back and forward, and what was done. */
export function addHistoryRoutes(app: FastifyInstance, service: DocumentService): void {
  for (const kind of ['undo', 'redo'] as const) {
    app.post(
      `/v1/documents/:id/${kind}`,
      { schema: travelSchema(summaries[kind]) },
      async (request, reply) => {
        const id = idOf(request)
        if (!(await isAllowedToWrite(request, reply, id))) return reply
        const { rebase } = (request.body ?? {}) as { rebase?: boolean }
        return sendOutcome(reply, await service[kind](id, expectationOf(request, rebase), senderOf(request)))
      },
    )
  }
  app.post('/v1/documents/:id/rollback', { schema: rollbackSchema }, async (request, reply) => {
    const id = idOf(request)
    if (!(await isAllowedToWrite(request, reply, id))) return reply
    const { to, rebase } = request.body as { to: number; rebase?: boolean }
    const asked = { to, ...expectationOf(request, rebase) }
    return sendOutcome(reply, await service.rollback(id, asked, senderOf(request)))
  })
  app.get('/v1/documents/:id/revisions', { schema: revisionsSchema }, async (request, reply) =>
    listRevisions(service, request, reply),
  )
}

/** The newest first: what most people look for. */
async function listRevisions(
  service: DocumentService,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { before, limit = DEFAULT_PAGE, patches = false } = request.query as PageQuery
  const latest = await service.latest(idOf(request), { ...(before !== undefined && { before }), limit })
  if (!latest.ok) return sendProblem(reply, latest.error)
  const { record, revisions } = latest.value
  return reply.send({
    document: record.id,
    head: record.head,
    revisions: revisions.map((revision) => revisionView(revision, patches)),
  })
}

function idOf(request: FastifyRequest): string {
  return (request.params as { readonly id: string }).id
}

const summaries = {
  undo: 'Take back the last change; that is a revision of its own.',
  redo: 'Do again what was undone last.',
} as const

function travelSchema(summary: string): object {
  return {
    tags: TAGS,
    summary,
    params: documentParams,
    headers: changeHeaders,
    body: ref('Rebase'),
    response: responses('HistoryAnswer'),
  }
}

const rollbackSchema = {
  tags: TAGS,
  summary: 'Make the text of an older revision the newest.',
  params: documentParams,
  headers: changeHeaders,
  body: ref('RollbackRequest'),
  response: responses('HistoryAnswer'),
}
const revisionsSchema = {
  tags: TAGS,
  summary: 'Revisions, the newest first.',
  params: documentParams,
  querystring: {
    type: 'object',
    properties: {
      before: { type: 'integer', minimum: 1 },
      limit: { type: 'integer', minimum: 1, maximum: 500, default: DEFAULT_PAGE },
      patches: { type: 'boolean', default: false, description: 'With patches and inverse.' },
    },
  },
  response: responses('RevisionList'),
}
