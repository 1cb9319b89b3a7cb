import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import { describeFileIssue, writeTextFileAtomic } from '../../node/files.ts'
import { benchHistory } from '../bench-history/history.ts'
import { historyMarkdown } from '../bench-history/markdown.ts'
import { readRuns } from '../bench-history/read-runs.ts'
import { exitCodes } from '../exit-codes.ts'
import { printJson, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'

interface HistoryCommandOptions {
  readonly level: number
  readonly minRatio: number
  readonly minRuns: number
  readonly out?: string
  readonly json?: boolean
}

const EXAMPLES = `
Examples:
  npm run bench -- --out runs/1.json                  leave a run; five of each commit make it worth asking
  blueprint bench-history runs                        Markdown: the latest commit against the one before
  blueprint bench-history runs --json --level 0.01

Exit codes: 0 no scenario became slower, 1 some did, 64 wrong use or unreadable input
`

export function addBenchHistoryCommand(program: Command, host: Host): void {
  program
    .command('bench-history')
    .summary('find what became slower between two commits')
    .description(
      'Collects results of the bench by commit and compares the latest with the one before: ratio of medians over runs, and a permutation test that knows the noise.',
    )
    .argument('<path...>', 'results of the bench: files, or folders of them')
    .option('--level <share>', 'expected share of false findings', numberFrom(0, 1), 0.05)
    .option('--min-ratio <ratio>', 'smallest change worth telling', numberFrom(1, 100), 1.05)
    .option('--min-runs <count>', 'runs of a commit below which nothing is said', numberFrom(2, 1000), 5)
    .option('-o, --out <file>', 'write the Markdown to a file')
    .option('--json', 'print the comparison as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: HistoryCommandOptions) => {
      let read: Awaited<ReturnType<typeof readRuns>>
      try {
        read = await readRuns(paths)
      } catch (error) {
        return refuse(
          host,
          printable(
            `the results could not be read: ${error instanceof Error ? error.message : String(error)}`,
          ),
        )
      }
      for (const problem of read.problems) host.stderr.write(`left out: ${printable(problem)}\n`)
      if (read.runs.length === 0) return refuse(host, 'no results of the bench were found')
      const history = benchHistory(read.runs, options)
      host.exitCode = history.regressions.length === 0 ? exitCodes.applied : exitCodes.rejected
      if (options.json === true) printJson(host.stdout, history)
      const markdown = historyMarkdown(history)
      if (options.out !== undefined) {
        const written = await writeTextFileAtomic(options.out, markdown)
        if (!written.ok) return refuse(host, printable(describeFileIssue(written.error)))
      } else if (options.json !== true) host.stdout.write(markdown)
    })
}

function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (text.trim() === '' || !(value >= least && value <= most))
      throw new InvalidArgumentError(`Expected a number from ${least} to ${most}.`)
    return value
  }
}
