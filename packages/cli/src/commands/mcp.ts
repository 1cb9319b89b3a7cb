import type { Command } from 'commander'
import { DocumentService, openFiles } from '@blueprint-engine/server'
import { local, serveMcpStdio } from '@blueprint-engine/server/network'
import { refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'
import { readVersion } from '../version.ts'
import { documentFormats } from './document-formats.ts'
import { DEFAULT_STORE, STORE_HELP, withStore } from './store-option.ts'

const EXAMPLES = `
Examples:
  blueprint mcp shop.json                          an agent changes this file
  blueprint mcp --store blueprint.db               the documents of a store
  claude mcp add blueprint -- npx @blueprint-engine/cli mcp shop.json
  {"mcpServers":{"blueprint":{"command":"npx","args":["blueprint","mcp","shop.json"]}}}

Standard input and output belong to the agent. It ends when the agent closes them.
Exit codes: 0 ended, 64 wrong usage or a file that is no document
`

export function addMcpCommand(program: Command, host: Host): void {
  program
    .command('mcp')
    .summary('serve documents to an agent (MCP)')
    .description(
      'Serves files, or the documents of a store, to one agent over standard input and output (MCP).',
    )
    .argument('[file...]', 'documents; a change is written to the file')
    .option('--store <store>', `without files: ${STORE_HELP}`, DEFAULT_STORE)
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], { store }: { readonly store: string }) => {
      if (files.length > 0) return serveFiles(host, files)
      await withStore(host, store, async (opened) => {
        const options = { store: opened, ...documentFormats(), version: readVersion() }
        await talk(host, await DocumentService.create(options))
      })
    })
}

async function serveFiles(host: Host, files: readonly string[]): Promise<void> {
  const opened = await openFiles(files, { ...documentFormats(), version: readVersion() })
  if (!opened.ok) {
    refuse(host, printable(opened.error))
    return
  }
  await talk(host, opened.value.service)
}

/** Until the agent closes its end, or somebody ends the process. */
async function talk(host: Host, service: DocumentService): Promise<void> {
  const principal = { ...local, name: 'agent' }
  const over = new Promise<void>((resolve) => {
    host.stdin.on('end', resolve).on('close', resolve)
    host.onInterrupt?.(resolve)
  })
  const connection = serveMcpStdio({ service, principal, version: readVersion() })
  await over
  await connection.close()
  service.close()
}
