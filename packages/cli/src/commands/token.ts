import { Option } from 'commander'
import type { Command } from 'commander'
import { createToken, scopes } from '@blueprint-engine/server'
import type { Scope, TokenRecord } from '@blueprint-engine/server'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'
import { renderTable } from '../render/table.ts'
import { DEFAULT_STORE, STORE_HELP, withStore } from './store-option.ts'
import { wholeNumber } from './whole-number.ts'

interface CreateOptions {
  readonly store: string
  readonly name: string
  readonly scope: Scope
  readonly documents: readonly string[]
  readonly days?: number
  readonly json?: boolean
}

const DAY_MS = 24 * 60 * 60 * 1000

const EXAMPLES = `
Examples:
  blueprint token create --name ci --scope write
  blueprint token create --name preview --scope read --documents "shop-*" --days 30
  blueprint token list
  blueprint token remove 3f2a91bc04de

A token is shown once; what is stored cannot be turned back into it.
Exit codes: 0 done, 1 no such token, 64 wrong usage or a store that cannot be opened
`

export function addTokenCommand(program: Command, host: Host): void {
  const token = program
    .command('token')
    .summary('make, list and remove tokens of a server')
    .description('Tokens that let programs and agents use a server.')
    .addHelpText('after', EXAMPLES)
  token
    .command('create')
    .description('Makes a token and prints it, this once.')
    .requiredOption('--name <name>', 'who gets it; the author of the revisions made with it')
    .addOption(new Option('--scope <scope>', 'what it allows').choices(scopes).default('read'))
    .option('--documents <id...>', 'which documents; an asterisk at the end stands for any rest', ['*'])
    .addOption(
      new Option('--days <number>', 'how long it is good for; default: for ever').argParser(
        wholeNumber(1, 36_500),
      ),
    )
    .option('--store <store>', STORE_HELP, DEFAULT_STORE)
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  blueprint token create --name ci --scope write\n')
    .action(async (options: CreateOptions) => create(host, options))
  token
    .command('list')
    .description('Lists tokens, without their secrets.')
    .option('--store <store>', STORE_HELP, DEFAULT_STORE)
    .option('--json', 'print them as JSON')
    .addHelpText('after', '\nExample:\n  blueprint token list\n')
    .action(async ({ store, json }: { readonly store: string; readonly json?: boolean }) =>
      withStore(host, store, async (opened) => {
        const tokens = (await opened.tokens()).map(({ hash: _hash, ...rest }) => rest)
        if (json === true) printJson(host.stdout, tokens)
        else printLines(host.stdout, tokens.length === 0 ? ['there are no tokens'] : listed(host, tokens))
      }),
    )
  token
    .command('remove')
    .description('Removes a token. Servers forget it within five seconds.')
    .argument('<id>', 'its id, as "token list" shows it')
    .option('--store <store>', STORE_HELP, DEFAULT_STORE)
    .addHelpText('after', '\nExample:\n  blueprint token remove 3f2a91bc04de\n')
    .action(async (id: string, { store }: { readonly store: string }) =>
      withStore(host, store, async (opened) => {
        const isRemoved = await opened.removeToken(id)
        if (!isRemoved) host.exitCode = exitCodes.rejected
        printLines(host.stdout, [
          isRemoved ? `removed ${printable(id)}` : `there is no token ${printable(id)}`,
        ])
      }),
    )
}

async function create(host: Host, options: CreateOptions): Promise<void> {
  const { name, scope, documents, days, store, json } = options
  const now = Date.now()
  const expiresAt = days === undefined ? null : now + days * DAY_MS
  const made = createToken({ name, scope, documents, expiresAt }, now)
  await withStore(host, store, async (opened) => {
    await opened.addToken(made.record)
    if (json === true) printJson(host.stdout, { token: made.text, id: made.record.id })
    else printLines(host.stdout, [made.text])
  })
}

const COLUMNS = ['id', 'name', 'scope', 'documents', 'good'].map(
  (title) => ({ title, align: 'left' }) as const,
)

function listed(host: Host, tokens: readonly Omit<TokenRecord, 'hash'>[]): readonly string[] {
  const rows = tokens.map(({ id, name, scope, documents, expiresAt }) => [
    id,
    name,
    scope,
    documents.join(' '),
    expiresAt === null ? 'for ever' : `until ${new Date(expiresAt).toISOString()}`,
  ])
  return renderTable(viewOf(host, host.stdout), COLUMNS, rows)
}
