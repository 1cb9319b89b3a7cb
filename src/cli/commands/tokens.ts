import { Option } from 'commander'
import type { Command } from 'commander'
import type { Host } from '../host.ts'
import type { TokensOptions } from './tokens-run.ts'

const GROUP_EXAMPLES = `
Examples:
  blueprint tokens extract ~/.claude/projects/my-project     totals by model, session, subagent and tool
  blueprint tokens report transcripts/ --by item             totals by batch, item and phase
`

const EXTRACT_EXAMPLES = `
Examples:
  blueprint tokens extract ~/.claude/projects/my-project
  blueprint tokens extract session.jsonl agent-1.jsonl --json | jq '.total'

Exit codes: 0 read, 1 some file could not be read, 64 wrong use
`

const REPORT_EXAMPLES = `
Examples:
  blueprint tokens report transcripts/ --by item
  blueprint tokens report transcripts/ --by batch --by phase --map assignments.yaml

assignments.yaml says what was spent on what; the first rule that fits counts:
  assignments:
    - { session: 1ecba475-5b18-4058-a0cb-e87703f6f792, batch: '47', item: PRP-47.2.1, phase: execute }
    - { branch: prp-47-3, batch: '47' }

Exit codes: 0 read, 1 some file could not be read, 64 wrong use
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
    .description('Totals by model, session, subagent and tool, with what was read and what was broken.')
    .argument('<path...>', 'transcripts, or folders to search for *.jsonl')
    .option('--json', 'print JSON with the attribute names of OpenTelemetry')
    .addHelpText('after', EXTRACT_EXAMPLES)
    .action(async (paths: string[], options: { readonly json?: boolean }) => {
      await run(paths, { ...options, by: ['model', 'session', 'agent', 'tool'] })
    })
  tokens
    .command('report')
    .summary('totals by batch, item and phase')
    .description(
      'Totals by what the tokens were spent on: by a map, by the spec.json beside a transcript, or by an id such as PRP-47.2.1 in a branch, folder or file name.',
    )
    .argument('<path...>', 'transcripts, or folders to search for *.jsonl')
    .addOption(
      new Option('--by <grouping...>', 'what to sum up by')
        .choices(['batch', 'item', 'phase', 'model', 'session', 'agent', 'tool'])
        .default(['batch', 'item', 'phase']),
    )
    .option('--map <file>', 'YAML or JSON file that assigns sessions, branches or times')
    .option('--json', 'print JSON with the attribute names of OpenTelemetry')
    .addHelpText('after', REPORT_EXAMPLES)
    .action(run)

  async function run(paths: string[], options: TokensOptions): Promise<void> {
    const { runTokens } = await import('./tokens-run.ts')
    await runTokens(host, paths, options)
  }
}
