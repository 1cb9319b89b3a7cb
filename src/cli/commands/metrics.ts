import { Option } from 'commander'
import type { Command } from 'commander'
import type { Host } from '../host.ts'
import type { AnalyzeCommandOptions } from './metrics-analyze.ts'
import type { TrendCommandOptions } from './metrics-trend.ts'

const TREND_EXAMPLES = `
Examples:
  blueprint metrics trend
  blueprint metrics trend --recent 10 --out trend-report.md
  blueprint metrics trend --weeks 4 --max-cost 0.5 --json | jq '.bottlenecks'

Exit codes: 0 reported, 1 some metrics file is broken and left out, 64 wrong use
`

const ANALYZE_EXAMPLES = `
Examples:
  blueprint metrics analyze --batch 47
  blueprint metrics analyze --batch 47 --operation execute --max-gap 60 --transcripts ~/.claude/projects/my-project
  blueprint metrics analyze --batch 47 --dry-run --json

Only exact ids count: PRP-47.2.1 is neither PRP-47.2.10 nor PRP-147.2.1.
Exit codes: 0 analyzed, 1 nothing is known of the batch, 64 wrong use
`

export const METRICS_FOLDER = 'completed-batches'

const GROUP_EXAMPLES = `
Examples:
  blueprint metrics trend --recent 10           what the last ten batches took, and what changed
  blueprint metrics analyze --batch 47          a batch that was run without the framework, from git
`

export function addMetricsCommand(program: Command, host: Host): void {
  const metrics = program
    .command('metrics')
    .summary('what batches took, and how that changes')
    .description(
      'Reads the metrics of batches: trends, bottlenecks, changes, and analysis of what git shows.',
    )
    .addHelpText('after', GROUP_EXAMPLES)
  metrics
    .command('trend')
    .summary('trends over batches, with bottlenecks and changes')
    .description(
      'Reports durations, success rates, tokens and costs by operation, bottlenecks, recommendations and changes.',
    )
    .option('--folder <folder>', 'where the metrics files lie', METRICS_FOLDER)
    .addOption(new Option('--recent <n>', 'the n most recent batches').conflicts(['weeks', 'all']))
    .addOption(new Option('--weeks <n>', 'the last n weeks').conflicts('all'))
    .option('--all', 'everything (default)')
    .option('--max-duration <seconds>', 'a longer mean is a bottleneck', '600')
    .option('--min-success <share>', 'a lower success rate is a bottleneck', '0.9')
    .option('--max-cost <usd>', 'a higher mean is a bottleneck', '1')
    .option('--max-tokens <n>', 'a higher mean is a bottleneck', '100000')
    .option('--level <p>', 'chance of reporting a change where there is none, over the whole report', '0.001')
    .option('--min-sample <n>', 'fewer numbers are insufficient data', '10')
    .option('--out <file>', 'write the Markdown report to a file as well')
    .option('--json', 'print JSON')
    .addHelpText('after', TREND_EXAMPLES)
    .action(async (options: TrendCommandOptions) => {
      const { runTrend } = await import('./metrics-trend.ts')
      await runTrend(host, options)
    })
  metrics
    .command('analyze')
    .summary('metrics of a batch that was run elsewhere')
    .description(
      'Reads git (all branches, copies once), front matter and transcripts, and saves what can be known; the rest is null.',
    )
    .requiredOption('--batch <id>', 'number of the batch')
    .addOption(
      new Option('--operation <name>', 'which operation')
        .choices(['generate', 'execute', 'review', 'update-context', 'all'])
        .default('all'),
    )
    .option('--repository <folder>', 'a folder of the git repository', '.')
    .option('--folder <folder>', 'where to save the metrics files', METRICS_FOLDER)
    .option('--max-gap <minutes>', 'longer pauses between commits are not work', '120')
    .option('--transcripts <path...>', 'agent transcripts to take the tokens from')
    .option('--dry-run', 'save nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', ANALYZE_EXAMPLES)
    .action(async (options: AnalyzeCommandOptions) => {
      const { runAnalyze } = await import('./metrics-analyze.ts')
      await runAnalyze(host, options)
    })
}
