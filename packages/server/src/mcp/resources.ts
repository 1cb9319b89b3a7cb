import { ResourceTemplate } from '@modelcontextprotocol/server'
import type { ListResourcesResult, McpServer, ReadResourceResult } from '@modelcontextprotocol/server'
import { mayRead } from '../access/principal.ts'
import { outline } from '../service/outline.ts'
import type { ToolContext } from './tool.ts'
import { problemWords, revisionWords } from './words.ts'

const MAX_LISTED = 100
const MAX_REVISIONS = 100

type Content = { readonly text: string; readonly mimeType: string }

/** Documents, their outlines and their revisions, to be read by address. */
export function addResources(server: McpServer, context: ToolContext): void {
  const { service } = context
  add(server, context, '', 'The whole document. Prefer its outline.', async (id) => {
    const opened = await service.open(id)
    if (!opened.ok) throw new Error(problemWords(opened.error))
    return { text: opened.value.text, mimeType: opened.value.mediaType }
  })
  add(server, context, '/outline', 'The document as a short tree.', async (id) => {
    const opened = await service.blueprint(id)
    if (!opened.ok) throw new Error(problemWords(opened.error))
    return { text: outline(opened.value.blueprint) ?? '', mimeType: 'text/plain' }
  })
  add(server, context, '/revisions', 'What was done to the document, the newest first.', async (id) => {
    const latest = await service.latest(id, { limit: MAX_REVISIONS })
    if (!latest.ok) throw new Error(problemWords(latest.error))
    return { text: latest.value.revisions.map(revisionWords).join('\n'), mimeType: 'text/plain' }
  })
}

function add(
  server: McpServer,
  { service, principal }: ToolContext,
  part: string,
  description: string,
  read: (id: string) => Promise<Content>,
): void {
  const list = async (): Promise<ListResourcesResult> => {
    const found = await service.documents({ after: '', limit: MAX_LISTED })
    const seen = found.filter(({ id }) => mayRead(principal, id))
    return {
      resources: seen.map(({ id }) => ({ uri: `blueprint://documents/${id}${part}`, name: `${id}${part}` })),
    }
  }
  const template = new ResourceTemplate(`blueprint://documents/{id}${part}`, { list })
  server.registerResource(
    `document${part}`,
    template,
    { description },
    async (uri, { id }): Promise<ReadResourceResult> => {
      const name = String(id)
      if (!mayRead(principal, name)) throw new Error(`the token is not for document ${JSON.stringify(name)}`)
      return { contents: [{ uri: uri.href, ...(await read(name)) }] }
    },
  )
}
