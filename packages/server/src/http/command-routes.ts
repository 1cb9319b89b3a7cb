import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CommandBatchOrder } from 'blueprint-command-engine'
import type { Command } from '../format/document-format.ts'
import type { DocumentService } from '../service/document-service.ts'
import { sendProblem } from './problem-details.ts'
import { expectationOf, isAllowedToWrite, senderOf, sendOutcome, sendResult } from './reply.ts'
import { changeHeaders, documentParams, ref, responses } from './schemas.ts'

interface CommandBody {
  readonly command?: string
  readonly steps?: Command
  readonly partial?: boolean
  readonly dryRun?: boolean
  readonly rebase?: boolean
  readonly preview?: string
  readonly selection?: readonly string[]
}

interface BatchBody {
  readonly commands: readonly Command[]
  readonly atomic?: boolean
  readonly order?: CommandBatchOrder
  readonly dryRun?: boolean
  readonly rebase?: boolean
}

/** What the engine does to a document, and what it tells of it. */
export function addCommandRoutes(app: FastifyInstance, service: DocumentService): void {
  app.post('/v1/documents/:id/commands', { schema: commandSchema }, async (request, reply) =>
    runCommand(service, request, reply),
  )
  app.post('/v1/documents/:id/batch', { schema: batchSchema }, async (request, reply) =>
    runBatch(service, request, reply),
  )
  app.post('/v1/documents/:id/find', { schema: findSchema }, async (request, reply) => {
    const { phrase } = request.body as { phrase: string }
    const { revision } = request.query as { revision?: number }
    return sendResult(reply, await service.find(idOf(request), phrase, revision))
  })
  app.post('/v1/documents/:id/verify', { schema: verifySchema }, async (request, reply) => {
    const { revision } = request.query as { revision?: number }
    return sendResult(reply, await service.verify(idOf(request), revision))
  })
}

async function runCommand(
  service: DocumentService,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = idOf(request)
  const {
    command: sentence,
    steps,
    partial,
    dryRun = false,
    rebase,
    preview,
    selection,
  } = request.body as CommandBody
  const command = sentence ?? steps
  if (command === undefined || (sentence !== undefined && steps !== undefined))
    return sendProblem(reply, { kind: 'invalid-request', detail: 'expected either "command" or "steps"' })
  const asked = {
    command,
    ...expectationOf(request, rebase),
    ...(partial !== undefined && { partial }),
    ...(preview !== undefined && { preview }),
    ...(selection !== undefined && { selection }),
  }
  if (dryRun) return sendResult(reply, await service.preview(id, asked))
  if (!(await isAllowedToWrite(request, reply, id))) return reply
  return sendOutcome(reply, await service.run(id, asked, senderOf(request)))
}

async function runBatch(
  service: DocumentService,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = idOf(request)
  const { dryRun = false, rebase, ...batch } = request.body as BatchBody
  const asked = { ...batch, ...expectationOf(request, rebase) }
  if (dryRun) return sendResult(reply, await service.previewBatch(id, asked))
  if (!(await isAllowedToWrite(request, reply, id))) return reply
  return sendOutcome(reply, await service.batch(id, asked, senderOf(request)))
}

function idOf(request: FastifyRequest): string {
  return (request.params as { readonly id: string }).id
}

const TAGS = ['commands']
const revisionQuery = { type: 'object', properties: { revision: { type: 'integer', minimum: 1 } } }
const commandSchema = {
  tags: TAGS,
  summary: 'Run a command, or show what it would do.',
  params: documentParams,
  headers: changeHeaders,
  body: ref('CommandRequest'),
  response: responses('CommandAnswer'),
}
const batchSchema = {
  tags: TAGS,
  summary: 'Run several commands as one change, or show what they would do.',
  params: documentParams,
  headers: changeHeaders,
  body: ref('BatchRequest'),
  response: responses('BatchAnswer'),
}
const findSchema = {
  tags: TAGS,
  summary: 'Components that a phrase could mean, best first.',
  params: documentParams,
  querystring: revisionQuery,
  body: ref('FindRequest'),
  response: responses('FindAnswer'),
}
const verifySchema = {
  tags: TAGS,
  summary: 'Everything that is wrong with a document.',
  params: documentParams,
  querystring: revisionQuery,
  response: responses('VerifyAnswer'),
}
