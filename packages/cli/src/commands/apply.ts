import { join, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { commandBatchOrders } from 'blueprint-command-engine'
import type { CommandBatchOrder, Blueprint } from 'blueprint-command-engine'
import { createBatchRunner } from '@blueprint-engine/workers'
import type { DocumentResult } from '@blueprint-engine/workers'
import { isFolder, listDocuments } from '@blueprint-engine/files'
import { applyToDocuments } from '../apply/apply-documents.ts'
import type { Source } from '../apply/apply-documents.ts'
import { loadCommands } from '../apply/command-list.ts'
import { exitCodeOfReports } from '../apply/document-report.ts'
import type { DocumentReport } from '../apply/document-report.ts'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { renderLongReport, renderShortReport } from '../render/document-report.ts'
import { printable } from '../render/printable.ts'
import { ProgressBar } from '../render/progress.ts'
import { plural } from '../render/view.ts'

interface ApplyOptions {
  readonly out?: string
  readonly inPlace?: boolean
  readonly write?: boolean
  readonly atomic: boolean
  readonly order: CommandBatchOrder
  readonly recursive?: boolean
  readonly workers?: number
  readonly json?: boolean
  readonly dryRun?: boolean
}

const EXAMPLES = `
The command file has one command per line; blank lines and lines that start with # are ignored.
The .json and .html files of a folder are processed in order of their names. Without --out or --in-place nothing is written.

Examples:
  blueprint apply shop.json night.txt                        show what would change
  blueprint apply shop.json night.txt --in-place             change the file
  blueprint apply screens night.txt --out dark               a whole folder, with the results in another
  blueprint apply screens night.txt --no-atomic --json       independent commands, with a report for programs

Exit codes: 0 all applied, 1 something rejected or partly applied, 2 ambiguous, 64 wrong usage or unreadable input,
            70 internal error, 130 interrupted (files already written are complete)
`

export function addApplyCommand(program: Command, host: Host): void {
  program
    .command('apply')
    .summary('apply a list of commands to a document, or to a folder of them')
    .description(
      'Applies a list of commands to a document, or to each document in a folder. If one command fails, none is applied.',
    )
    .argument('<path>', 'the document (JSON or a page), - for standard input, or a folder of them')
    .argument('<commands>', 'a file with one command per line; - reads standard input')
    .option(
      '-o, --out <path>',
      'write the result to this file (- for standard output) or, for a folder, into this folder',
    )
    .option('-i, --in-place', 'write the results back to the files')
    .option('--write', 'the same as --in-place')
    .option('--no-atomic', 'apply each command independently: a failure does not undo the others')
    .addOption(
      new Option('--order <order>', 'safe: run deletions after commands that refer to what they delete')
        .choices(commandBatchOrders)
        .default('given'),
    )
    .option('-r, --recursive', 'include subfolders')
    .option(
      '--workers <count>',
      'maximum number of threads for a folder; used only if it pays off',
      wholeNumber,
    )
    .option('--json', 'print a report as JSON')
    .option('-n, --dry-run', 'write nothing, regardless of other options')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, list: string, options: ApplyOptions, self: Command) => {
      const isWhole = path !== '-' && (await isFolder(path))
      refuseContradictions(self, path, list, options, isWhole)
      const commands = await loadCommands(host, list)
      if (!commands.ok) return refuse(host, commands.error)
      const sources = await sourcesOf(host, path, options, isWhole)
      if (sources === null) return
      const run = new ApplyRun(host, path, options, sources, isWhole)
      await run.all(commands.value)
    })
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('expected a whole number')
  return Number(text)
}

function refuseContradictions(
  self: Command,
  path: string,
  list: string,
  options: ApplyOptions,
  isWhole: boolean,
): void {
  const { out, recursive } = options
  const isInPlace = options.inPlace === true || options.write === true
  if (path === '-' && list === '-')
    self.error('error: the document and the commands cannot both be read from standard input')
  if (isInPlace && out !== undefined) self.error('error: --in-place and --out cannot be given together')
  if (isInPlace && path === '-') self.error('error: --in-place needs a file, not standard input')
  if (isWhole && out === '-')
    self.error('error: --out - works for a single document; for a folder, give a folder')
  if (isWhole && out !== undefined && resolve(out) === resolve(path))
    self.error('error: --out is the folder itself; --in-place changes its files')
  if (options.json === true && out === '-')
    self.error('error: --json and --out - both write to standard output')
  if (recursive === true && !isWhole) self.error('error: --recursive needs a folder')
}

/** Null if there is nothing to work on, which has been said. */
async function sourcesOf(
  host: Host,
  path: string,
  { out, inPlace, write, recursive, dryRun }: ApplyOptions,
  isWhole: boolean,
): Promise<readonly Source[] | null> {
  const isInPlace = inPlace === true || write === true
  const targetOf = (own: string, other: string | undefined): string | null =>
    dryRun === true ? null : isInPlace ? own : (other ?? null)
  if (!isWhole) return [{ name: path === '-' ? 'standard input' : path, path, target: targetOf(path, out) }]
  try {
    const files = await listDocuments(path, recursive === true)
    if (files.length > 0)
      return files.map((name) => ({
        name,
        path: join(path, name),
        target: targetOf(join(path, name), out === undefined ? undefined : join(out, name)),
      }))
    refuse(host, `${printable(path)} contains no .json or .html files`)
  } catch (error) {
    refuse(
      host,
      printable(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`),
    )
  }
  return null
}

/** One run of the command: reports come as documents are done, and are printed in the order of the documents. */
class ApplyRun {
  readonly #host: Host
  readonly #path: string
  readonly #options: ApplyOptions
  readonly #sources: readonly Source[]
  readonly #isWhole: boolean
  readonly #reports: (DocumentReport | undefined)[] = []
  readonly #bar: ProgressBar | null
  #printed = 0

  constructor(host: Host, path: string, options: ApplyOptions, sources: readonly Source[], isWhole: boolean) {
    this.#host = host
    this.#path = path
    this.#options = options
    this.#sources = sources
    this.#isWhole = isWhole
    this.#bar = isWhole && options.json !== true ? new ProgressBar(host, sources.length) : null
  }

  async all(commands: Parameters<typeof applyToDocuments>[2]['commands']): Promise<void> {
    const { atomic, order, workers } = this.#options
    const runner = createBatchRunner(workers === undefined ? {} : { workers })
    const interruption = new AbortController()
    const release = this.#host.onInterrupt?.(() => interruption.abort())
    try {
      const isComplete = await applyToDocuments(this.#host, runner, {
        sources: this.#sources,
        commands,
        options: { atomic, order },
        signal: interruption.signal,
        onReport: (report, position, result) => this.#take(report, position, result),
      })
      this.#bar?.clear()
      this.#finish(isComplete)
    } finally {
      release?.()
      await runner.close()
    }
  }

  #take(report: DocumentReport, position: number, result: DocumentResult | null): void {
    this.#reports[position] = report
    this.#bar?.advance(report.status !== 'applied' || report.problem !== null)
    if (this.#options.json === true) return
    if (this.#isWhole) this.#printReady()
    else this.#printOne(report, result)
  }

  #printReady(): void {
    const view = viewOf(this.#host, this.#host.stdout)
    for (; this.#reports[this.#printed] !== undefined; this.#printed++) {
      const lines = renderShortReport(view, this.#reports[this.#printed]!)
      this.#bar!.above(() => printLines(this.#host.stdout, lines))
    }
  }

  #printOne(report: DocumentReport, result: DocumentResult | null): void {
    if (report.status === 'unreadable') return refuse(this.#host, report.problem!)
    const output = this.#options.out === '-' ? this.#host.stderr : this.#host.stdout
    const before: Blueprint | null = result === null || report.problem !== null ? null : result.blueprint
    const lines = renderLongReport(viewOf(this.#host, output), report, before)
    printLines(output, [...lines, ...this.#hint(report)])
  }

  #hint({ status, written }: DocumentReport): string[] {
    const { out, dryRun } = this.#options
    if (written !== null || (status !== 'applied' && status !== 'partial')) return []
    const { faint } = viewOf(this.#host, this.#host.stdout).palette
    if (dryRun === true) return ['', faint('Dry run: nothing was written.')]
    if (out !== undefined) return []
    return [
      '',
      faint('Nothing was written. Use --out to write the result or --in-place to change the input.'),
    ]
  }

  #finish(isComplete: boolean): void {
    const done = this.#reports.filter((report) => report !== undefined)
    this.#host.exitCode = isComplete ? exitCodeOfReports(done) : exitCodes.interrupted
    if (this.#options.json === true) this.#printJson(done, isComplete)
    else if (this.#isWhole) this.#printSummary(done, isComplete)
    else if (!isComplete) this.#host.stderr.write('interrupted: nothing was written\n')
  }

  #printSummary(done: readonly DocumentReport[], isComplete: boolean): void {
    const applied = done.filter(({ status, problem }) => status === 'applied' && problem === null).length
    const written = done.filter((report) => report.written !== null).length
    const all = `${applied} of ${plural(this.#sources.length, 'document')} as asked, ${written} written`
    if (isComplete) printLines(this.#host.stdout, ['', all, ...this.#folderHint(applied)])
    else
      this.#host.stderr.write(
        `interrupted after ${done.length} of ${plural(this.#sources.length, 'document')}, ${written} written\n`,
      )
  }

  #folderHint(applied: number): string[] {
    const { out, inPlace, write, dryRun } = this.#options
    if (applied === 0 || out !== undefined || inPlace === true || write === true) return []
    return dryRun === true
      ? []
      : ['Nothing was written. Use --out FOLDER to write the results or --in-place to change the files.']
  }

  #printJson(done: readonly DocumentReport[], isComplete: boolean): void {
    const output = this.#host.stdout
    if (!this.#isWhole) return printJson(output, done[0] ?? { file: this.#path, status: 'interrupted' })
    printJson(output, { complete: isComplete, total: this.#sources.length, documents: done })
  }
}
