import { createEngine } from 'blueprint-command-engine'
import type { FastifyInstance } from 'fastify'
import { blueprintFormat } from '../../src/format/blueprint-format.ts'
import { createApp } from '../../src/http/create-app.ts'
import type { AppOptions } from '../../src/http/create-app.ts'
import { mcpRoute } from '../../src/mcp/mcp-route.ts'
import { DocumentService } from '../../src/service/document-service.ts'
import { MemoryStore } from '../../src/store/memory-store.ts'
import type { RevisionStore } from '../../src/store/revision-store.ts'

export interface TestApp {
  readonly app: FastifyInstance
  readonly service: DocumentService
  readonly store: RevisionStore
  /** Where it listens. */
  readonly url: string
}

/** A server that listens on a free port of this machine. */
export async function startApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const engine = createEngine()
  const store = options.store ?? new MemoryStore()
  const service = await DocumentService.create({
    store,
    engine,
    formats: [blueprintFormat(engine)],
    version: '0.0.0',
  })
  const app = await createApp({
    service,
    store,
    version: '0.0.0',
    needsToken: false,
    hosts: ['127.0.0.1', 'localhost'],
    origins: [],
    mcp: mcpRoute(service, '0.0.0'),
    ...options,
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, service, store, url }
}
