import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import { describeFileIssue, writeTextFileAtomic } from '@blueprint-engine/files'
import { benchHistory } from '@blueprint-engine/insight'
import { historyMarkdown, renderHistory } from '../render/bench-history.ts'
import { readRuns } from '@blueprint-engine/insight/node'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { collectOneOf } from '../repeatable.ts'
import { printable } from '../render/printable.ts'

interface HistoryCommandOptions {
  readonly level: number
  readonly minRatio: number
  readonly minRuns: number
  readonly failOn?: readonly ('regression' | 'insufficient-data')[]
  readonly out?: string
  readonly markdown?: boolean
  readonly json?: boolean
}

const EXAMPLES = `
Examples:
  npm run bench -- --out runs/1.json                  record a run; five per commit give a reliable answer
  blueprint bench-history runs                        the latest commit against the previous one
  blueprint bench-history runs --json --level 0.01

A terminal shows tables; anything else gets Markdown.
Exit codes: 0 no scenario became slower, 1 a --fail-on finding, 64 wrong usage or unreadable input
`

export function addBenchHistoryCommand(program: Command, host: Host): void {
  program
    .command('bench-history')
    .summary('find what became slower between two commits')
    .description(
      'Groups bench results by commit and compares the latest commit with the previous one, by the ratio of medians and a permutation test.',
    )
    .argument('<path...>', 'bench results: files, or folders of them')
    .option('--level <share>', 'expected share of false findings', numberFrom(0, 1), 0.05)
    .option('--min-ratio <ratio>', 'smallest change to report', numberFrom(1, 100), 1.05)
    .option('--min-runs <count>', 'minimum number of runs per commit', numberFrom(2, 1000), 5)
    .option(
      '--fail-on <what>',
      'exit with 1 on this finding, repeatable: regression, insufficient-data (default: regression)',
      collectOneOf(['regression', 'insufficient-data']),
    )
    .option('-o, --out <file>', 'write the Markdown to a file')
    .option('--markdown', 'print Markdown even in a terminal')
    .option('--json', 'print the comparison as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: HistoryCommandOptions) => {
      let read: Awaited<ReturnType<typeof readRuns>>
      try {
        read = await readRuns(paths)
      } catch (error) {
        return refuse(
          host,
          printable(`cannot read the results: ${error instanceof Error ? error.message : String(error)}`),
        )
      }
      for (const problem of read.problems) host.stderr.write(`skipped: ${printable(problem)}\n`)
      if (read.runs.length === 0) return refuse(host, 'no bench results were found')
      const history = benchHistory(read.runs, options)
      const gates = options.failOn ?? ['regression']
      const isUnclear = history.scenarios.some(({ verdict }) => verdict === 'insufficient data')
      const isFailed =
        (gates.includes('regression') && history.regressions.length > 0) ||
        (gates.includes('insufficient-data') && (isUnclear || history.commits.length < 2))
      host.exitCode = isFailed ? exitCodes.rejected : exitCodes.applied
      if (options.json === true) printJson(host.stdout, history)
      const markdown = historyMarkdown(history)
      if (options.out !== undefined) {
        const written = await writeTextFileAtomic(options.out, markdown)
        if (!written.ok) return refuse(host, printable(describeFileIssue(written.error)))
      } else if (options.json !== true && host.stdout.isTTY === true && options.markdown !== true)
        printLines(host.stdout, renderHistory(viewOf(host, host.stdout), history))
      else if (options.json !== true) host.stdout.write(markdown)
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
