import type { Command } from 'commander'
import type { Host } from '../host.ts'
import { collectOneOf } from '../repeatable.ts'
import type { TokensOptions } from './tokens-run.ts'

const BY = [
  'batch',
  'item',
  'phase',
  'model',
  'session',
  'agent',
  'tool',
  'project',
  'day',
  'week',
  'month',
  'block',
] as const
const PATHS =
  'transcripts of Claude Code, Codex or Gemini CLI, gzipped or not, or folders of them (default: where these programs keep them)'

const STATUS_EXAMPLES = `
Examples:
  blueprint tokens status
  blueprint tokens status ~/.claude/projects --timezone UTC

Exit codes: as for tokens report
`

const GROUP_EXAMPLES = `
Examples:
  blueprint tokens extract ~/.claude/projects/my-project     totals by model, session, subagent and tool
  blueprint tokens report transcripts/ --by item             totals by batch, item and phase
  blueprint tokens report --by day --since 2026-03-01        usage per day
  blueprint tokens status                                    one line for a prompt
`

const EXTRACT_EXAMPLES = `
Examples:
  blueprint tokens extract ~/.claude/projects/my-project
  blueprint tokens extract session.jsonl agent-1.jsonl --json | jq '.total'

Exit codes: 0 read, 1 a file could not be read or is not a transcript, 64 wrong usage, 65 no file is a transcript
`

const REPORT_EXAMPLES = `
Examples:
  blueprint tokens report transcripts/ --by item
  blueprint tokens report --by week --by model --timezone UTC --csv
  blueprint tokens report --by block --project shop --since 2026-03-01 --until 2026-03-31
  blueprint tokens report --prometheus > tokens.prom       for node_exporter's textfile collector
  blueprint tokens report transcripts/ --by batch --by phase --map assignments.yaml

assignments.yaml assigns usage to work; the first matching rule wins:
  assignments:
    - { session: 1ecba475-5b18-4058-a0cb-e87703f6f792, batch: '47', item: PRP-47.2.1, phase: execute }
    - { branch: prp-47-3, batch: '47' }

Exit codes: 0 read, 1 a file could not be read or is not a transcript, 64 wrong usage, 65 no file is a transcript
`

/** The price list is large: it is loaded when a command of the group runs. */
export function addTokensCommand(program: Command, host: Host): void {
  const tokens = program
    .command('tokens')
    .summary('count and price the tokens of agent transcripts')
    .description('Counts the tokens of agent transcripts (JSONL), each response once, and prices them.')
    .addHelpText('after', GROUP_EXAMPLES)
  tokens
    .command('extract')
    .summary('totals by model, session, subagent and tool')
    .description('Totals by model, session, subagent and tool, and the lines that could not be read.')
    .argument('[path...]', PATHS)
    .option('--json', 'print JSON with the attribute names of OpenTelemetry')
    .addHelpText('after', EXTRACT_EXAMPLES)
    .action(async (paths: string[], options: { readonly json?: boolean }) => {
      await run(paths, { ...options, by: ['model', 'session', 'agent', 'tool'] })
    })
  tokens
    .command('report')
    .summary('totals by batch, item and phase')
    .description(
      'Totals by work: assigned by a map, by the spec.json beside a transcript, or by an id such as PRP-47.2.1 in a branch, folder or file name.',
    )
    .argument('[path...]', PATHS)
    .option(
      '--by <grouping>',
      `how to group, repeatable: ${BY.join(', ')} (default: batch, item, phase)`,
      collectOneOf(BY),
    )
    .option('--since <day>', 'first day, such as 2026-03-01')
    .option('--until <day>', 'last day, included')
    .option('--timezone <name>', "time zone of days, such as Europe/Berlin or UTC (default: the system's)")
    .option('--project <text>', 'only projects whose folder name contains this')
    .option('--map <file>', 'YAML or JSON file that assigns sessions, branches or times')
    .option('--csv', 'print CSV')
    .option('--prometheus', 'print the text format of Prometheus, by model')
    .option('--json', 'print JSON with the attribute names of OpenTelemetry')
    .addHelpText('after', REPORT_EXAMPLES)
    .action(async (paths: string[], options: Partial<TokensOptions>) =>
      run(paths, { ...options, by: options.by ?? ['batch', 'item', 'phase'] }),
    )
  tokens
    .command('status')
    .summary('one line for a prompt: today and the five-hour block')
    .description('Prints the usage of today and of the current five-hour block on one line.')
    .argument('[path...]', PATHS)
    .option('--timezone <name>', "time zone of the day (default: the system's)")
    .option('--project <text>', 'only projects whose folder name contains this')
    .option('--json', 'print JSON')
    .addHelpText('after', STATUS_EXAMPLES)
    .action(async (paths: string[], options: Partial<TokensOptions>) => {
      const { runTokenStatus } = await import('./tokens-run.ts')
      await runTokenStatus(host, paths, options)
    })

  async function run(paths: string[], options: TokensOptions): Promise<void> {
    const { runTokens } = await import('./tokens-run.ts')
    await runTokens(host, paths, options)
  }
}
