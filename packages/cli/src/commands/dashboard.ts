import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import { writeTextFileAtomic, describeFileIssue } from '@blueprint-engine/files'
import { readMetricsFolder, readRuns } from '@blueprint-engine/insight/node'
import { benchHistory } from '@blueprint-engine/insight'
import type { ReadRuns } from '@blueprint-engine/insight/node'
import {
  readCommandLines,
  batchTrends,
  dashboardPage,
  DashboardSummary,
} from '@blueprint-engine/insight/dashboard'
import type { PageData } from '@blueprint-engine/insight/dashboard'
import { printJson, printLines, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { collect } from '../repeatable.ts'
import { printable } from '../render/printable.ts'

interface DashboardOptions {
  readonly in?: readonly string[]
  readonly batches?: string
  readonly bench?: readonly string[]
  readonly out?: string
  readonly title: string
  readonly level: number
  readonly json?: boolean
}

const EXAMPLES = `
Examples:
  blueprint run shop.json "hide the banner" --metrics metrics.jsonl    record a line of metrics
  blueprint dashboard --in metrics.jsonl --out report.html             render them as a page
  blueprint dashboard --in metrics.jsonl --json                        the same figures for programs
  blueprint dashboard --in metrics.jsonl --bench bench/results --out report.html
  blueprint dashboard --batches completed-batches --out report.html    batch metrics, and what changed

Exit codes: 0 written, 64 wrong usage or unreadable file
`

export function addDashboardCommand(program: Command, host: Host): void {
  program
    .command('dashboard')
    .summary('render recorded metrics as a page')
    .description(
      'Renders metrics of commands and batches, and bench results, as one HTML page that needs no network.',
    )
    .option('--in <file>', 'metrics file with one JSON line per command; repeatable', collect)
    .option('--batches <folder>', 'folder of batch metrics, with its archive')
    .option('--bench <path>', 'bench results: a file, or a folder of them; repeatable', collect)
    .option('-o, --out <file>', 'write the page')
    .option('--level <p>', 'share of chance findings among the reported changes', shareOf, 0.05)
    .option('--title <text>', 'title of the page', 'Blueprint commands')
    .option('--json', 'print the figures instead')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DashboardOptions, self: Command) => {
      if (options.out === undefined && options.json !== true)
        self.error('error: expected --out FILE (writes the page) or --json (prints the figures)')
      if (options.in === undefined && options.batches === undefined)
        self.error('error: expected --in FILE (metrics of commands) or --batches FOLDER (metrics of batches)')
      const commands = await commandsOf(options.in)
      if (typeof commands === 'string') return refuse(host, commands)
      const batches = await batchesOf(host, options.batches, options.level)
      if (typeof batches === 'string') return refuse(host, batches)
      let bench: PageData['bench'] = null
      if (options.bench !== undefined) {
        const read = await runsOf(options.bench)
        if (typeof read === 'string') return refuse(host, read)
        for (const problem of read.problems) host.stderr.write(`skipped: ${printable(problem)}\n`)
        bench = benchHistory(read.runs)
      }
      const data: PageData = { commands, bench, batches }
      if (options.json === true) printJson(host.stdout, data)
      if (options.out === undefined) return
      const written = await writeTextFileAtomic(options.out, dashboardPage(data, options.title))
      if (!written.ok) return refuse(host, printable(describeFileIssue(written.error)))
      if (options.json !== true)
        printLines(host.stdout, [`Written to ${printable(options.out)}: ${contentOf(data)}.`])
    })
}

function shareOf(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0.00001 && value <= 0.5))
    throw new InvalidArgumentError('Expected a number from 0.00001 to 0.5.')
  return value
}

function contentOf({ commands, batches }: PageData): string {
  const skipped = commands?.skippedLines ?? 0
  return [
    ...(commands === null ? [] : [`${commands.commands} commands`]),
    ...(skipped === 0 ? [] : [`${skipped} lines left out`]),
    ...(batches === null ? [] : [`${batches.report.operationCount} operations on batches`]),
  ].join(', ')
}

async function commandsOf(paths: readonly string[] | undefined): Promise<PageData['commands'] | string> {
  if (paths === undefined) return null
  const summary = new DashboardSummary()
  for (const path of paths) {
    const problem = await addFile(summary, path)
    if (problem !== null) return problem
  }
  return summary.data()
}

/** Broken files are reported and left out. */
async function batchesOf(
  host: Host,
  folder: string | undefined,
  level: number,
): Promise<PageData['batches'] | string> {
  if (folder === undefined) return null
  const read = await readMetricsFolder(folder)
  if (!read.ok) return printable(describeFileIssue(read.error))
  for (const { path, problems } of read.value.broken)
    host.stderr.write(`skipped: ${printable(`${path}: ${problems.join('; ')}`)}\n`)
  return batchTrends(
    read.value.files.map(({ metrics }) => metrics),
    level,
  )
}

async function addFile(summary: DashboardSummary, path: string): Promise<string | null> {
  try {
    for await (const record of readCommandLines(path)) {
      if (record === null) summary.skip()
      else summary.add(record)
    }
    return null
  } catch (error) {
    return printable(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function runsOf(paths: readonly string[]): Promise<ReadRuns | string> {
  try {
    return await readRuns(paths)
  } catch (error) {
    return printable(`cannot read the results: ${error instanceof Error ? error.message : String(error)}`)
  }
}
