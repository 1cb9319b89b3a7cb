import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Authenticator } from '../access/authenticate.ts'
import { local, mayRead } from '../access/principal.ts'
import type { Principal } from '../access/principal.ts'
import type { RevisionStore } from '../store/revision-store.ts'
import { sendProblem } from './problem-details.ts'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal
  }
  interface FastifyContextConfig {
    /** Answered without a token: says nothing about documents. */
    isOpen?: boolean
  }
}

export interface GuardOptions {
  readonly store: RevisionStore
  /** Nobody gets in without a token; otherwise whoever has none is the local user. */
  readonly needsToken: boolean
  /** Names by which the server may be called, without ports; empty: any. It keeps foreign names from pointing here. */
  readonly hosts: readonly string[]
  /** Origins of pages that may call, e.g. https://editor.example. */
  readonly origins: readonly string[]
  readonly now: () => number
}

/** Decides who may ask, before anything of a body is read. */
export function addGuard(app: FastifyInstance, options: GuardOptions): void {
  const authenticator = new Authenticator(options.store, options.now)
  app.decorateRequest('principal', null as unknown as Principal)
  app.addHook('onRequest', async (request, reply) => {
    const wrongPlace = foreignTo(options, request)
    if (wrongPlace !== null) return sendProblem(reply, { kind: 'forbidden', detail: wrongPlace })
    if (request.routeOptions.config.isOpen === true) return
    const principal = await whoAsks(authenticator, options, request)
    if (principal === null) {
      const detail = 'send "Authorization: Bearer TOKEN" with a token that "blueprint token create" made'
      return sendProblem(reply, { kind: 'unauthorized', detail })
    }
    request.principal = principal
    const { id } = request.params as { readonly id?: string }
    if (id !== undefined && !mayRead(principal, id))
      return sendProblem(reply, {
        kind: 'forbidden',
        detail: `the token is not for document ${JSON.stringify(id)}`,
      })
  })
}

/** Why a request does not belong here, null if it does. */
function foreignTo({ hosts, origins }: GuardOptions, request: FastifyRequest): string | null {
  if (hosts.length > 0 && !hosts.includes(request.hostname))
    return `the server is not called ${JSON.stringify(request.hostname)}; --host-name allows more names`
  const { origin } = request.headers
  if (origin !== undefined && !origins.includes(origin) && origin !== `${request.protocol}://${request.host}`)
    return `pages of ${JSON.stringify(origin)} may not call; --origin allows them`
  if (origin === undefined && request.headers['sec-fetch-site'] === 'cross-site')
    return 'pages of other sites may not call'
  return null
}

async function whoAsks(
  authenticator: Authenticator,
  { needsToken }: GuardOptions,
  request: FastifyRequest,
): Promise<Principal | null> {
  const { authorization } = request.headers
  // A token that is wrong is rejected even where none is needed.
  if (authorization === undefined) return needsToken ? null : local
  const match = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization)
  return match === null ? null : authenticator.authenticate(match[1]!)
}
