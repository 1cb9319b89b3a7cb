import type { FastifyError, FastifyReply } from 'fastify'
import type { Problem, ProblemKind } from '../service/problem.ts'

/** Problems of HTTP alone, beside those of the service. */
export type HttpProblemKind =
  | ProblemKind
  | 'invalid-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'not-acceptable'
  | 'too-large'
  | 'unsupported-type'
  | 'too-many-requests'
  | 'unavailable'
  | 'internal'

export type HttpProblem = Omit<Problem, 'kind'> & { readonly kind: HttpProblemKind }

/** Status and title of each problem. */
const problemTable: { readonly [Kind in HttpProblemKind]: readonly [status: number, title: string] } = {
  'document-not-found': [404, 'No such document'],
  'document-deleted': [410, 'The document was deleted'],
  'revision-not-found': [404, 'No such revision'],
  'not-found': [404, 'No such resource'],
  'document-exists': [409, 'The document exists'],
  'dialect-unknown': [415, 'Unknown dialect'],
  'unsupported-type': [415, 'Unsupported media type'],
  'not-acceptable': [406, 'Not acceptable'],
  'document-invalid': [422, 'Not a valid document'],
  rejected: [422, 'The command was refused'],
  clarify: [409, 'The command could mean several things'],
  stale: [412, 'The document has moved on'],
  'preview-stale': [412, 'Not what the preview showed'],
  'precondition-required': [428, 'No revision named'],
  'key-reused': [422, 'Idempotency key used for another request'],
  'nothing-to-undo': [409, 'Nothing to undo'],
  'nothing-to-redo': [409, 'Nothing to redo'],
  contended: [503, 'Too many changes at once'],
  overloaded: [503, 'Too many requests are waiting'],
  unavailable: [503, 'The store cannot be reached'],
  'invalid-request': [400, 'Invalid request'],
  unauthorized: [401, 'A token is needed'],
  forbidden: [403, 'Not allowed'],
  'too-large': [413, 'Too large'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Internal error'],
}

/** Says what is wrong as RFC 9457 has it. */
export async function sendProblem(reply: FastifyReply, problem: HttpProblem): Promise<FastifyReply> {
  const { kind, ...members } = problem
  const [status, title] = problemTable[kind]
  if (status === 503) void reply.header('retry-after', '1')
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="blueprint"')
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ type: `urn:blueprint:problem:${kind}`, title, status, kind, ...members })
}

/** Errors of the framework that have a status of their own keep it in this table; any other client error is an invalid request. */
const byStatus: ReadonlyMap<number, HttpProblemKind> = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [413, 'too-large'],
  [415, 'unsupported-type'],
  [429, 'too-many-requests'],
  [503, 'unavailable'],
])

/** What an error means to whoever asked. Of what broke inside they learn nothing but that it did. */
export function problemOfError(error: FastifyError): HttpProblem {
  const status = error.statusCode ?? 500
  if (status >= 500 && status !== 503)
    return { kind: 'internal', detail: 'the server failed; what happened stands in its log' }
  return { kind: byStatus.get(status) ?? 'invalid-request', detail: error.message }
}
