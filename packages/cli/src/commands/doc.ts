import { Option } from 'commander'
import type { Command } from 'commander'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import { DocumentService } from '@blueprint-engine/server'
import type { Problem, Revision } from '@blueprint-engine/server'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'
import { readVersion } from '../version.ts'
import { documentFormats } from './document-formats.ts'
import { DEFAULT_STORE, STORE_HELP, withStore } from './store-option.ts'
import { wholeNumber } from './whole-number.ts'

interface DocOptions {
  readonly store: string
  readonly revision?: number
  readonly out?: string
  readonly limit?: number
  readonly json?: boolean
}

const ID_RULE = 'expected letters, digits, dots, - and _, at most 128'

const EXAMPLES = `
Examples:
  blueprint doc import shop shop.json          store a file, or a new text of a stored document
  blueprint doc export shop --revision 3
  blueprint doc log shop
  blueprint doc undo shop
  blueprint doc delete shop                    undo brings it back

They may be used while a server is running on the store.
Exit codes: 0 done, 1 no such document or nothing to undo, 64 wrong usage, or a file or store that cannot be used
`

export function addDocCommand(program: Command, host: Host): void {
  const doc = program
    .command('doc')
    .summary('import, export, undo and delete stored documents')
    .description('Documents of a store, without a server.')
    .addHelpText('after', EXAMPLES)
  command(
    doc,
    'import <id> <file>',
    'Stores a file as a document; an existing one gets a revision.',
    'import shop shop.json',
  ).action(async (id: string, file: string, options: DocOptions) => importFile(host, id, file, options))
  command(
    doc,
    'export <id>',
    'Prints the text of a document, or writes it to a file.',
    'export shop -o shop.json',
  )
    .addOption(new Option('--revision <number>', 'default: the last').argParser(wholeNumber(1, 1e9 - 1)))
    .option('-o, --out <file>', 'write it to a file')
    .action(async (id: string, options: DocOptions) => exportText(host, id, options))
  command(doc, 'log <id>', 'Lists what was done, the newest first.', 'log shop --limit 5')
    .addOption(new Option('--limit <number>', 'how many').argParser(wholeNumber(1, 10_000)).default(20))
    .action(async (id: string, options: DocOptions) => log(host, id, options))
  command(doc, 'undo <id>', 'Takes back the last change; that is a revision too.', 'undo shop').action(
    async (id: string, options: DocOptions) => undo(host, id, options),
  )
  command(
    doc,
    'delete <id>',
    'Deletes a document; that is a revision too, and undo takes it back.',
    'delete shop',
  ).action(async (id: string, options: DocOptions) => deleteDocument(host, id, options))
}

function command(doc: Command, usage: string, description: string, example: string): Command {
  return doc
    .command(usage)
    .description(description)
    .option('--store <store>', STORE_HELP, DEFAULT_STORE)
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', `\nExample:\n  blueprint doc ${example}\n`)
}

async function importFile(host: Host, id: string, file: string, options: DocOptions): Promise<void> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(id)) {
    refuse(host, `${printable(JSON.stringify(id))} is no id: ${ID_RULE}`)
    return
  }
  const read = await readTextFile(file, { stdin: host.stdin as AsyncIterable<string | Uint8Array> })
  if (!read.ok) {
    refuse(host, printable(describeFileIssue(read.error)))
    return
  }
  await withDocuments(host, options, async (service) => {
    const me = { author: 'local' }
    const created = await service.create({ id, text: read.value }, me)
    const isThere = !created.ok && created.error.kind === 'document-exists'
    const result = isThere
      ? (await service.import(id, { text: read.value, rebase: true }, me)).result
      : created
    if (!result.ok) {
      refuseProblem(host, result.error)
      return
    }
    report(host, options, result.value, `stored as revision ${result.value.revision} of ${id}`)
  })
}

async function exportText(host: Host, id: string, options: DocOptions): Promise<void> {
  await withDocuments(host, options, async (service) => {
    const opened = await service.open(id, options.revision)
    if (!opened.ok) {
      refuseProblem(host, opened.error)
      return
    }
    const { text, revision } = opened.value
    if (options.out === undefined) {
      if (options.json === true) printJson(host.stdout, { document: id, revision, text })
      else host.stdout.write(text)
      return
    }
    const written = await writeTextFileAtomic(options.out, text)
    if (!written.ok) {
      refuse(host, printable(describeFileIssue(written.error)))
      return
    }
    report(
      host,
      options,
      { document: id, revision },
      `revision ${revision} written to ${printable(options.out)}`,
    )
  })
}

async function log(host: Host, id: string, options: DocOptions): Promise<void> {
  await withDocuments(host, options, async (service) => {
    const latest = await service.latest(id, { limit: options.limit ?? 20 })
    if (!latest.ok) {
      refuseProblem(host, latest.error)
      return
    }
    const { revisions } = latest.value
    if (options.json === true) printJson(host.stdout, revisions)
    else printLines(host.stdout, revisions.map(logLine))
  })
}

async function undo(host: Host, id: string, options: DocOptions): Promise<void> {
  await withDocuments(host, options, async (service) => {
    const { result } = await service.undo(id, { rebase: true }, { author: 'local' })
    if (!result.ok) {
      refuseProblem(host, result.error)
      return
    }
    const { of, revision } = result.value
    report(host, options, result.value, `took back revision ${of}; ${id} is at revision ${revision}`)
  })
}

async function deleteDocument(host: Host, id: string, options: DocOptions): Promise<void> {
  await withDocuments(host, options, async (service) => {
    const { result } = await service.delete(id, { rebase: true }, { author: 'local' })
    if (!result.ok) {
      refuseProblem(host, result.error)
      return
    }
    report(host, options, result.value, `deleted ${id}; "blueprint doc undo ${id}" brings it back`)
  })
}

async function withDocuments(
  host: Host,
  { store }: DocOptions,
  work: (service: DocumentService) => Promise<void>,
): Promise<void> {
  await withStore(host, store, async (opened) => {
    await work(await DocumentService.create({ store: opened, ...documentFormats(), version: readVersion() }))
  })
}

function report(host: Host, { json }: DocOptions, value: object, sentence: string): void {
  if (json === true) printJson(host.stdout, value)
  else printLines(host.stdout, [sentence])
}

function refuseProblem(host: Host, { detail }: Problem): void {
  refuse(host, printable(detail))
  host.exitCode = exitCodes.rejected
}

function logLine({ number, kind, command: said, author, time, changed }: Revision): string {
  const what =
    said === null ? '' : ` ${typeof said === 'string' ? JSON.stringify(said) : `of ${JSON.stringify(said)}`}`
  const ids = changed.map(({ id }) => id).join(', ')
  return printable(
    `${number} ${new Date(time).toISOString()} ${author}: ${kind}${what}${ids === '' ? '' : ` (${ids})`}`,
  )
}
