import type { Command } from 'commander'
import { writeTextFileAtomic, describeFileIssue } from '../../node/files.ts'
import { readMetricsFolder } from '../../node/metrics-folder.ts'
import { benchHistory } from '../bench-history/history.ts'
import { readRuns } from '../bench-history/read-runs.ts'
import type { ReadRuns } from '../bench-history/read-runs.ts'
import { readCommandLines } from '../dashboard/command-lines.ts'
import { batchTrends } from '../dashboard/batch-trends.ts'
import { dashboardPage } from '../dashboard/page.ts'
import type { PageData } from '../dashboard/page.ts'
import { DashboardSummary } from '../dashboard/summary.ts'
import { printJson, printLines, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'

interface DashboardOptions {
  readonly in?: readonly string[]
  readonly batches?: string
  readonly bench?: readonly string[]
  readonly out?: string
  readonly title: string
  readonly json?: boolean
}

const EXAMPLES = `
Examples:
  blueprint run shop.json "hide the banner" --metrics metrics.jsonl    leave a line of metrics
  blueprint dashboard --in metrics.jsonl --out report.html             see them all as a page
  blueprint dashboard --in metrics.jsonl --json                        the same figures for programs
  blueprint dashboard --in metrics.jsonl --bench bench/results --out report.html
  blueprint dashboard --batches completed-batches --out report.html    what batches took, and what changed

Exit codes: 0 written, 64 wrong use or unreadable file
`

export function addDashboardCommand(program: Command, host: Host): void {
  program
    .command('dashboard')
    .summary('draw what commands left behind as a page')
    .description(
      'Draws metrics of commands and of batches (and results of the bench) as one HTML page that needs no network.',
    )
    .option('--in <file...>', 'metrics files: one JSON line a command')
    .option('--batches <folder>', 'metrics of batches: completed-batches/ with its archive')
    .option('--bench <path...>', 'results of the bench: files, or folders of them')
    .option('-o, --out <file>', 'write the page')
    .option('--title <text>', 'what stands above it', 'Blueprint commands')
    .option('--json', 'print the figures instead')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DashboardOptions, self: Command) => {
      if (options.out === undefined && options.json !== true)
        self.error('error: where to? --out FILE writes the page, --json prints the figures')
      if (options.in === undefined && options.batches === undefined)
        self.error('error: of what? --in FILE holds metrics of commands, --batches FOLDER those of batches')
      const commands = await commandsOf(options.in)
      if (typeof commands === 'string') return refuse(host, commands)
      const batches = await batchesOf(host, options.batches)
      if (typeof batches === 'string') return refuse(host, batches)
      let bench: PageData['bench'] = null
      if (options.bench !== undefined) {
        const read = await runsOf(options.bench)
        if (typeof read === 'string') return refuse(host, read)
        for (const problem of read.problems) host.stderr.write(`left out: ${printable(problem)}\n`)
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

/** Broken files are told and left out. */
async function batchesOf(host: Host, folder: string | undefined): Promise<PageData['batches'] | string> {
  if (folder === undefined) return null
  const read = await readMetricsFolder(folder)
  if (!read.ok) return printable(describeFileIssue(read.error))
  for (const { path, problems } of read.value.broken)
    host.stderr.write(`left out: ${printable(`${path}: ${problems.join('; ')}`)}\n`)
  return batchTrends(read.value.files.map(({ metrics }) => metrics))
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
    return printable(
      `the results could not be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
