import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { createMcpServer } from './create-mcp-server.ts'
import type { McpOptions } from './create-mcp-server.ts'

/** Serves one agent over standard input and output, until it closes its end. The value ends it before. */
export function serveMcpStdio(options: McpOptions): { close(): Promise<void> } {
  return serveStdio(() => createMcpServer(options))
}
