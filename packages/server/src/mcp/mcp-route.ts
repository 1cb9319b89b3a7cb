import { createMcpHandler } from '@modelcontextprotocol/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { local } from '../access/principal.ts'
import type { Principal } from '../access/principal.ts'
import type { DocumentService } from '../service/document-service.ts'
import { createMcpServer } from './create-mcp-server.ts'

/** Adds MCP to an HTTP server. */
export type McpRoute = (app: FastifyInstance) => void

/** MCP over streamable HTTP at /mcp, behind the same guard as everything else. */
export function mcpRoute(service: DocumentService, version: string): McpRoute {
  const handler = createMcpHandler(({ authInfo }) => {
    // Set below, for every request.
    const principal = (authInfo?.extra?.['principal'] as Principal | undefined) ?? { ...local, documents: [] }
    return createMcpServer({ service, principal, version })
  })
  return (app) => {
    app.route({
      method: ['GET', 'POST', 'DELETE'],
      url: '/mcp',
      schema: { hide: true },
      handler: async (request, reply) => {
        const { principal } = request
        const authInfo = {
          token: '',
          clientId: principal.name,
          scopes: [principal.scope],
          extra: { principal },
        }
        const options = { authInfo, ...(request.body !== undefined && { parsedBody: request.body }) }
        return reply.send(await handler.fetch(webRequestOf(request), options))
      },
    })
    app.addHook('preClose', async () => handler.close())
  }
}

/** The body has been read and parsed; it is handed over beside. */
function webRequestOf({ method, url, headers, host, raw }: FastifyRequest): Request {
  const ended = new AbortController()
  raw.on('close', () => {
    if (raw.destroyed && !raw.complete) ended.abort()
  })
  const copied = new Headers()
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') copied.set(name, value)
  return new Request(`http://${host}${url}`, { method, headers: copied, signal: ended.signal })
}
