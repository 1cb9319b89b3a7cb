import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mayRead } from '../access/principal.ts'
import type { DocumentService } from '../service/document-service.ts'
import { addTextParser } from './body-parsers.ts'
import { sendProblem } from './problem-details.ts'
import { etagOf, expectationOf, isAllowedToWrite, senderOf, sendOutcome, sendResult } from './reply.ts'
import { changeHeaders, documentParams, responses } from './schemas.ts'
import { documentView } from './views.ts'

const TAGS = ['documents']
const DEFAULT_PAGE = 100
const revisionQuery = {
  type: 'object',
  properties: { revision: { type: 'integer', minimum: 1, description: 'Default: the last.' } },
}
const documentBody = {
  content: {
    'application/json': { schema: {} },
    'text/html': { schema: { type: 'string' } },
  },
}

/** Documents as a whole: stored, listed, read, replaced. Bodies are texts, kept as they come. */
export function addDocumentRoutes(app: FastifyInstance, service: DocumentService, maxBytes: number): void {
  app.get('/v1/documents', { schema: listSchema }, async (request, reply) => {
    const { after = '', limit = DEFAULT_PAGE, deleted = false } = request.query as ListQuery
    const found = await service.documents({ after, limit, withDeleted: deleted })
    const seen = found.filter(({ id }) => mayRead(request.principal, id))
    return reply.send({ documents: seen.map(documentView) })
  })
  app.get('/v1/documents/:id', { schema: readSchema }, async (request, reply) => {
    const { revision } = request.query as { revision?: number }
    return sendDocument(service, request, reply, revision)
  })
  app.delete('/v1/documents/:id', { schema: deleteSchema }, async (request, reply) => {
    const id = idOf(request)
    if (!(await isAllowedToWrite(request, reply, id))) return reply
    const { rebase = false } = request.query as { rebase?: boolean }
    const outcome = await service.delete(id, expectationOf(request, rebase), senderOf(request))
    return sendOutcome(reply, outcome)
  })
  void app.register((scope, _options, done) => {
    addTextParser(scope)
    scope.post('/v1/documents', { schema: createSchema, bodyLimit: maxBytes }, async (request, reply) =>
      createDocument(service, request, reply),
    )
    scope.put('/v1/documents/:id', { schema: importSchema, bodyLimit: maxBytes }, async (request, reply) => {
      const id = idOf(request)
      if (!(await isAllowedToWrite(request, reply, id))) return reply
      const { rebase = false } = request.query as { rebase?: boolean }
      const content = { text: textOf(request), ...expectationOf(request, rebase) }
      return sendOutcome(reply, await service.import(id, content, senderOf(request)))
    })
    done()
  })
}

interface ListQuery {
  readonly after?: string
  readonly limit?: number
  readonly deleted?: boolean
}

async function createDocument(
  service: DocumentService,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id, dialect } = request.query as { id?: string; dialect?: string }
  if (!(await isAllowedToWrite(request, reply, id ?? ''))) return reply
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const created = await service.create(
    {
      text: textOf(request),
      ...(id !== undefined && { id }),
      ...(dialect !== undefined && { dialect }),
      ...(mediaType !== undefined && { mediaType }),
    },
    senderOf(request),
  )
  if (created.ok) void reply.header('location', `/v1/documents/${created.value.document}`)
  return sendResult(reply, created, 201)
}

async function sendDocument(
  service: DocumentService,
  request: FastifyRequest,
  reply: FastifyReply,
  revision: number | undefined,
): Promise<FastifyReply> {
  const opened = await service.open(idOf(request), revision)
  if (!opened.ok) return sendProblem(reply, opened.error)
  const { mediaType, text, revision: number } = opened.value
  if (!accepts(request.headers.accept, mediaType))
    return sendProblem(reply, { kind: 'not-acceptable', detail: `the document is stored as ${mediaType}` })
  const etag = etagOf(number)
  void reply.header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply
    .header('content-type', `${mediaType}; charset=utf-8`)
    .serializer((body: string) => body)
    .send(text)
}

/** Whether one of the types that a client accepts means this one. */
function accepts(header: string | undefined, mediaType: string): boolean {
  if (header === undefined) return true
  const [family] = mediaType.split('/')
  const wanted = header.split(',').map((part) => part.split(';')[0]!.trim().toLowerCase())
  return wanted.some((type) => type === mediaType || type === '*/*' || type === `${family}/*`)
}

function idOf(request: FastifyRequest): string {
  return (request.params as { readonly id: string }).id
}

function textOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : ''
}

const idQuery = documentParams['properties'] as { readonly id: object }

const listSchema = {
  tags: TAGS,
  summary: 'List documents, in the order of their ids.',
  querystring: {
    type: 'object',
    properties: {
      after: { type: 'string', maxLength: 128 },
      limit: { type: 'integer', minimum: 1, maximum: 1000, default: DEFAULT_PAGE },
      deleted: { type: 'boolean', default: false, description: 'Also those that were deleted.' },
    },
  },
  response: responses('DocumentList'),
}
const readSchema = {
  tags: TAGS,
  summary: 'Read a document, as it is stored.',
  params: documentParams,
  querystring: revisionQuery,
}
const createSchema = {
  tags: TAGS,
  summary: 'Store a new document, of any dialect.',
  querystring: { type: 'object', properties: { ...idQuery, dialect: { type: 'string', maxLength: 50 } } },
  body: documentBody,
  response: responses('ImportAnswer', 201),
}
const rebaseQuery = { type: 'object', properties: { rebase: { type: 'boolean', default: false } } }
const deleteSchema = {
  tags: TAGS,
  summary: 'Delete a document, as one more revision: undo brings it back.',
  params: documentParams,
  querystring: rebaseQuery,
  headers: changeHeaders,
  response: responses('DeleteAnswer'),
}
const importSchema = {
  tags: TAGS,
  summary: 'Replace the whole text, as one more revision.',
  params: documentParams,
  querystring: rebaseQuery,
  headers: changeHeaders,
  body: documentBody,
  response: responses('ImportAnswer'),
}
