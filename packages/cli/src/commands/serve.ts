import { Option } from 'commander'
import type { Command } from 'commander'
import { StoreError } from '@blueprint-engine/server'
import { serve, ServeError } from '@blueprint-engine/server/network'
import type { HttpLimits, RunningServer, ServeOptions } from '@blueprint-engine/server/network'
import { printJson, printLines, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'
import { readVersion } from '../version.ts'
import { documentFormats } from './document-formats.ts'
import { DEFAULT_STORE, STORE_HELP } from './store-option.ts'
import { wholeNumber } from './whole-number.ts'

interface ServeCommandOptions {
  readonly store: string
  readonly host: string
  readonly port: number
  readonly requireToken?: boolean
  readonly hostName?: readonly string[]
  readonly origin?: readonly string[]
  readonly trustProxy?: boolean
  readonly maxBody?: number
  readonly rate?: number
  readonly log?: boolean
  readonly json?: boolean
}

const MEBIBYTE = 1024 * 1024

const EXAMPLES = `
Examples:
  blueprint serve                                            documents in ./blueprint.db, on 127.0.0.1:4800
  blueprint serve --store postgres://user@db.example/ui      many servers on one database
  blueprint token create --name ci --scope write && blueprint serve --host 0.0.0.0
  blueprint serve --origin https://editor.example            pages of that site may call

It ends with Ctrl-C or SIGTERM, after what it has accepted.
Exit codes: 0 ended, 64 wrong usage, a store that cannot be opened or a port that is taken
`

export function addServeCommand(program: Command, host: Host): void {
  program
    .command('serve')
    .summary('serve documents over HTTP and MCP')
    .description('Serves documents with revisions to programs (HTTP) and agents (MCP at /mcp).')
    .option('--store <store>', STORE_HELP, DEFAULT_STORE)
    .option('--host <address>', 'where to listen; any but this machine needs tokens', '127.0.0.1')
    .addOption(
      new Option('--port <number>', 'the port; 0 takes a free one')
        .argParser(wholeNumber(0, 65_535))
        .default(4800),
    )
    .option('--require-token', 'ask for a token on this machine too')
    .option('--host-name <name...>', 'more names by which the server is called')
    .option('--origin <origin...>', 'sites whose pages may call')
    .option('--trust-proxy', 'take the client\u2019s address from X-Forwarded-For: only behind a proxy')
    .addOption(new Option('--max-body <MiB>', 'largest document').argParser(wholeNumber(1, 1024)).default(16))
    .addOption(
      new Option('--rate <number>', 'requests a second from one address')
        .argParser(wholeNumber(1, 1e6))
        .default(2000),
    )
    .option('--log', 'log requests to the standard error, as JSON; never the texts of documents')
    .option('--json', 'print the address as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ServeCommandOptions) => runServe(host, options))
}

async function runServe(host: Host, options: ServeCommandOptions): Promise<void> {
  let server: RunningServer
  try {
    server = await serve(settingsOf(host, options))
  } catch (error) {
    const problem = refusalOf(error)
    if (problem === null) throw error
    refuse(host, printable(problem))
    return
  }
  const ended = interrupted(host)
  if (options.json === true)
    printJson(host.stdout, { url: server.url, store: shown(options.store), needsToken: server.needsToken })
  else printLines(host.stdout, greeting(server, options.store))
  await ended
  await server.close()
}

function settingsOf(host: Host, options: ServeCommandOptions): ServeOptions {
  const limits: Partial<HttpLimits> = {
    ...(options.maxBody !== undefined && { maxDocumentBytes: options.maxBody * MEBIBYTE }),
    ...(options.rate !== undefined && { requestsPerSecond: options.rate }),
  }
  return {
    store: options.store,
    ...documentFormats(),
    version: readVersion(),
    host: options.host,
    port: options.port,
    needsToken: options.requireToken ?? false,
    hostNames: options.hostName ?? [],
    origins: options.origin ?? [],
    trustProxy: options.trustProxy ?? false,
    limits,
    ...(options.log === true && { log: host.stderr }),
  }
}

/** What whoever called can mend, as a sentence; null for anything else. */
function refusalOf(error: unknown): string | null {
  if (error instanceof StoreError || error instanceof ServeError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return null
  switch (error.code) {
    case 'EADDRINUSE':
      return 'the port is taken; --port names another, 0 takes a free one'
    case 'EACCES':
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `the address cannot be listened on: ${error.message}`
    default:
      return null
  }
}

/** Resolves when the user or the system asks to end. */
async function interrupted(host: Host): Promise<void> {
  return new Promise((resolve) => {
    if (host.onInterrupt === undefined) return resolve()
    const forget = host.onInterrupt(() => {
      forget()
      resolve()
    })
  })
}

function greeting({ url, needsToken }: RunningServer, store: string): readonly string[] {
  const authorization = needsToken ? ' -H "Authorization: Bearer $TOKEN"' : ''
  const mcp = {
    type: 'http',
    url: `${url}/mcp`,
    ...(needsToken && { headers: { Authorization: 'Bearer TOKEN' } }),
  }
  return [
    `Serving ${printable(shown(store))} at ${url}`,
    needsToken
      ? 'Every request needs a token.'
      : 'Whoever is on this machine may use it; --require-token asks for tokens.',
    '',
    'Store a document and change it:',
    `  curl${authorization} -H "Content-Type: application/json" --data-binary @shop.json "${url}/v1/documents?id=shop"`,
    `  curl${authorization} -H "Content-Type: application/json" -d '{"command":"make the header navy","rebase":true}' ${url}/v1/documents/shop/commands`,
    '',
    'For agents:',
    `  claude mcp add --transport http blueprint ${url}/mcp`,
    `  {"mcpServers":{"blueprint":${JSON.stringify(mcp)}}}`,
    '',
    `What there is: ${url}/openapi.json`,
  ]
}

/** A store's name without the password that may stand in it. */
function shown(store: string): string {
  return store.replace(/^(postgres(?:ql)?:\/\/[^:/@]{0,200}):[^@/]{0,500}@/, '$1:***@')
}
