import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Result } from 'blueprint-command-engine/base'
import { mayWrite } from '../access/principal.ts'
import type { Outcome } from '../service/lane.ts'
import type { Problem } from '../service/problem.ts'
import type { Expectation, Sender } from '../service/requests.ts'
import { sendProblem } from './problem-details.ts'

/** The revision as an entity tag. */
export function etagOf(revision: number): string {
  return `"${revision}"`
}

/** Which revision a request means: by its header, or whatever is the last. */
export function expectationOf(request: FastifyRequest, rebase = false): Expectation {
  const match = request.headers['if-match']
  if (match === undefined) return { rebase }
  if (match === '*') return { rebase: true }
  return { rebase, revision: Number(match.slice(1, -1)) }
}

export function senderOf(request: FastifyRequest): Sender {
  const key = request.headers['idempotency-key']
  return { author: request.principal.name, ...(typeof key === 'string' && { key }) }
}

/** True if the request may change the document; else it has been refused. */
export async function isAllowedToWrite(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<boolean> {
  if (mayWrite(request.principal, id)) return true
  await sendProblem(reply, {
    kind: 'forbidden',
    detail: 'the token is for reading; changes need scope write',
  })
  return false
}

export async function sendOutcome<T extends { readonly revision: number }>(
  reply: FastifyReply,
  { result, isRepeated }: Outcome<T>,
  status = 200,
): Promise<FastifyReply> {
  if (isRepeated) void reply.header('idempotent-replayed', 'true')
  return sendResult(reply, result, status)
}

export async function sendResult<T extends { readonly revision: number }>(
  reply: FastifyReply,
  result: Result<T, Problem>,
  status = 200,
): Promise<FastifyReply> {
  if (!result.ok) return sendProblem(reply, result.error)
  return reply.code(status).header('etag', etagOf(result.value.revision)).send(result.value)
}
