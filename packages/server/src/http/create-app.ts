import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { McpRoute } from '../mcp/mcp-route.ts'
import type { DocumentService } from '../service/document-service.ts'
import type { RevisionStore } from '../store/revision-store.ts'
import { addJsonParser } from './body-parsers.ts'
import { addCommandRoutes } from './command-routes.ts'
import { addDrain } from './drain.ts'
import { addDocumentRoutes } from './document-routes.ts'
import { addEventRoutes } from './event-routes.ts'
import { addGuard } from './guard.ts'
import type { GuardOptions } from './guard.ts'
import { addHistoryRoutes } from './history-routes.ts'
import { defaultLimits } from './limits.ts'
import type { HttpLimits } from './limits.ts'
import { addMetrics } from './metrics.ts'
import { problemOfError, sendProblem } from './problem-details.ts'
import { schemas } from './schemas.ts'
import { createValidators } from './validators.ts'
import { addSystemRoutes } from './system-routes.ts'

export interface AppOptions extends Omit<GuardOptions, 'store' | 'now'> {
  readonly service: DocumentService
  readonly store: RevisionStore
  readonly version: string
  readonly limits?: Partial<HttpLimits>
  /** Answers at /mcp. */
  readonly mcp?: McpRoute
  /** Where a line of JSON goes for each request; default: nowhere. Texts of documents and commands are never logged. */
  readonly log?: NodeJS.WritableStream
  /** Take the client's address from the header that a proxy sets; default false. */
  readonly trustProxy?: boolean
  readonly now?: () => number
}

/** Nothing that a browser is given may run, load or be shown in a frame. */
const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** The HTTP server over a service; `listen` starts it, `close` finishes what it has accepted. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { service, store, origins } = options
  const limits = { ...defaultLimits, ...options.limits }
  const app = createServer(options, limits)
  addDrain(app, () => service.close())
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(SECURITY_HEADERS)
    done()
  })
  if (origins.length > 0)
    await app.register(cors, {
      origin: [...origins],
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      exposedHeaders: ['ETag', 'Idempotent-Replayed', 'Location'],
    })
  await app.register(rateLimit, { global: false, max: limits.requestsPerSecond, timeWindow: 1000 })
  app.addHook('onRequest', app.rateLimit())
  addGuard(app, { ...options, now: options.now ?? Date.now })
  addJsonParser(app, limits.maxBodyDepth)
  for (const schema of schemas) app.addSchema(schema)
  await app.register(swagger, openapi(options.version))
  const metrics = addMetrics(app, service)
  addSystemRoutes(app, store, metrics)
  addDocumentRoutes(app, service, limits.maxDocumentBytes)
  addCommandRoutes(app, service)
  addHistoryRoutes(app, service)
  addEventRoutes(app, service, limits)
  options.mcp?.(app)
  await app.ready()
  return app
}

function createServer({ log, trustProxy }: AppOptions, limits: HttpLimits): FastifyInstance {
  const app = Fastify({
    logger: log === undefined ? false : { stream: log },
    trustProxy: trustProxy ?? false,
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    http: {
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: limits.headersTimeoutMs,
      connectionsCheckingInterval: 1000,
    },
    forceCloseConnections: true,
    return503OnClosing: true,
  })
  app.setValidatorCompiler(createValidators())
  app.server.maxConnections = limits.maxConnections
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if ((error.statusCode ?? 500) >= 500) request.log.error({ err: error })
    return sendProblem(reply, problemOfError(error))
  })
  app.setNotFoundHandler({ preHandler: [] }, async (_request, reply) =>
    sendProblem(reply, {
      kind: 'not-found',
      detail: 'there is nothing at this address; /openapi.json tells what there is',
    }),
  )
  return app
}

function openapi(version: string): object {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Blueprint documents',
        version,
        description:
          'UI documents with revisions, changed by sentences. A change names the revision it builds on (If-Match) or asks to be worked out on the newest (rebase).',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }, {}],
    },
    refResolver: {
      buildLocalReference: (json: { readonly $id?: string }, _base: unknown, _fragment: unknown, i: number) =>
        json.$id ?? `schema-${i}`,
    },
  }
}
