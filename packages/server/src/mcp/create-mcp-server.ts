import { describeGrammar } from 'blueprint-command-engine'
import type { Grammar } from 'blueprint-command-engine'
import { McpServer, fromJsonSchema } from '@modelcontextprotocol/server'
import type { CallToolResult, StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import type { Principal } from '../access/principal.ts'
import type { DocumentService } from '../service/document-service.ts'
import { changingTools } from './changing-tools.ts'
import { lookingTools } from './looking-tools.ts'
import { addResources } from './resources.ts'
import type { Tool, ToolArguments, ToolContext } from './tool.ts'
import { problemWords } from './words.ts'

export interface McpOptions {
  readonly service: DocumentService
  readonly principal: Principal
  readonly version: string
}

const INSTRUCTIONS =
  'UI documents that are changed by commands in plain English. Look with "outline", try with "preview", change with "apply". Never send a whole document.'

/** Tools in the order in which an agent meets them, each with its compiled schema. */
const tools: readonly { readonly tool: Tool; readonly schema: StandardSchemaWithJSON<ToolArguments> }[] = [
  ...lookingTools,
  ...changingTools,
].map((tool) => ({ tool, schema: schemaOf(tool) }))

let knownGrammar: Grammar | null = null

/** An MCP server over a service, for one agent. */
export function createMcpServer({ service, principal, version }: McpOptions): McpServer {
  const server = new McpServer({ name: 'blueprint', version }, { instructions: INSTRUCTIONS })
  const context: ToolContext = {
    service,
    principal,
    // It takes 0.2 s and never changes.
    grammar: () => (knownGrammar ??= describeGrammar()),
  }
  for (const { tool, schema } of tools) {
    const { name, description, changes, run } = tool
    const annotations = { readOnlyHint: !changes, destructiveHint: false, openWorldHint: false }
    server.registerTool(
      name,
      { description, inputSchema: schema, annotations },
      async (args): Promise<CallToolResult> => {
        const result = await run(args, context)
        return result.ok ? said(result.value) : { ...said(problemWords(result.error)), isError: true }
      },
    )
  }
  addResources(server, context)
  return server
}

function said(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] }
}

function schemaOf({ properties, required = [] }: Tool): StandardSchemaWithJSON<ToolArguments> {
  return fromJsonSchema<ToolArguments>({
    type: 'object',
    properties,
    required: [...required],
    additionalProperties: false,
  })
}
