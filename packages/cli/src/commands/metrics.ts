import { Option } from 'commander'
import type { Command } from 'commander'
import type { Host } from '../host.ts'
import { collect, collectOneOf } from '../repeatable.ts'
import type { AnalyzeCommandOptions } from './metrics-analyze.ts'
import type { TrendCommandOptions } from './metrics-trend.ts'

const TREND_EXAMPLES = `
Examples:
  blueprint metrics trend
  blueprint metrics trend --recent 10 --out trend-report.md
  blueprint metrics trend --fail-on regression --recent 30        a gate for CI
  blueprint metrics trend --prometheus > batches.prom             for node_exporter's textfile collector
  blueprint metrics trend --weeks 4 --max-cost 0.5 --json | jq '.bottlenecks'

A terminal shows tables; anything else gets Markdown.
Exit codes: 0 reported, 1 a --fail-on finding or a broken metrics file, 64 wrong usage
`

const ANALYZE_EXAMPLES = `
Examples:
  blueprint metrics analyze --batch 47
  blueprint metrics analyze --batch 47 --operation execute --max-gap 60 --transcripts ~/.claude/projects/my-project
  blueprint metrics analyze --batch 47 --dry-run --json

Only exact ids count: PRP-47.2.1 is neither PRP-47.2.10 nor PRP-147.2.1.
Exit codes: 0 analysed, 1 nothing is known about the batch, 64 wrong usage
`

export const METRICS_FOLDER = 'completed-batches'

const GROUP_EXAMPLES = `
Examples:
  blueprint metrics trend --recent 10           the last ten batches, and what changed
  blueprint metrics analyze --batch 47          a batch that was run without the framework, from git
`

export function addMetricsCommand(program: Command, host: Host): void {
  const metrics = program
    .command('metrics')
    .summary('report batch metrics and trends')
    .description('Reads batch metrics: trends, bottlenecks, changes, and what git history shows.')
    .addHelpText('after', GROUP_EXAMPLES)
  metrics
    .command('trend')
    .summary('trends over batches, with bottlenecks and changes')
    .description(
      'Reports durations, success rates, tokens and costs by operation, bottlenecks, recommendations and changes.',
    )
    .option('--folder <folder>', 'folder of the metrics files', METRICS_FOLDER)
    .addOption(new Option('--recent <n>', 'the n most recent batches').conflicts(['weeks', 'all']))
    .addOption(new Option('--weeks <n>', 'the last n weeks').conflicts('all'))
    .option('--all', 'everything (default)')
    .option('--max-duration <seconds>', 'a longer mean is a bottleneck', '600')
    .option('--min-success <share>', 'a lower success rate is a bottleneck', '0.9')
    .option('--max-cost <usd>', 'a higher mean is a bottleneck', '1')
    .option('--max-tokens <n>', 'a higher mean is a bottleneck', '100000')
    .option('--level <p>', 'share of chance findings among the reported changes', '0.05')
    .option('--min-sample <n>', 'minimum number of comparable values per series', '8')
    .option('--least-effect <percent>', 'smallest change to report', '5%')
    .option(
      '--fail-on <what>',
      'exit with 1 on this finding, repeatable: regression, bottleneck, insufficient-data',
      collectOneOf(['regression', 'bottleneck', 'insufficient-data']),
    )
    .option('--out <file>', 'also write the Markdown report to a file')
    .option('--markdown', 'print Markdown even in a terminal')
    .option('--csv', 'print CSV')
    .option('--prometheus', 'print the text format of Prometheus')
    .option('--json', 'print JSON')
    .addHelpText('after', TREND_EXAMPLES)
    .action(async (options: TrendCommandOptions) => {
      const { runTrend } = await import('./metrics-trend.ts')
      await runTrend(host, options)
    })
  metrics
    .command('analyze')
    .summary('analyse a batch that was run without the framework')
    .description(
      'Reads git (all branches, copies once), front matter and transcripts, and saves what they show; the rest is null.',
    )
    .requiredOption('--batch <id>', 'number of the batch')
    .addOption(
      new Option('--operation <name>', 'which operation')
        .choices(['generate', 'execute', 'review', 'update-context', 'all'])
        .default('all'),
    )
    .option('--repository <folder>', 'a folder of the git repository', '.')
    .option('--folder <folder>', 'where to save the metrics files', METRICS_FOLDER)
    .option('--max-gap <minutes>', 'longer pauses between commits do not count as work', '120')
    .option('--transcripts <path>', 'agent transcripts to read the tokens from; repeatable', collect)
    .option('--dry-run', 'save nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', ANALYZE_EXAMPLES)
    .action(async (options: AnalyzeCommandOptions) => {
      const { runAnalyze } = await import('./metrics-analyze.ts')
      await runAnalyze(host, options)
    })
}
