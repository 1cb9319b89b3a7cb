import { Option } from 'commander'
import type { Command } from 'commander'
import type { Host } from '../host.ts'
import type { TrendCommandOptions } from './metrics-trend.ts'

const TREND_EXAMPLES = `
Examples:
  blueprint metrics trend
  blueprint metrics trend --recent 10 --out trend-report.md
  blueprint metrics trend --weeks 4 --max-cost 0.5 --json | jq '.bottlenecks'

Exit codes: 0 reported, 1 some metrics file is broken and left out, 64 wrong use
`

export const METRICS_FOLDER = 'completed-batches'

export function addMetricsCommand(program: Command, host: Host): void {
  const metrics = program
    .command('metrics')
    .summary('what batches took, and how that changes')
    .description(
      'Reads the metrics of batches: trends, bottlenecks, changes, and analysis of what git shows.',
    )
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
}
