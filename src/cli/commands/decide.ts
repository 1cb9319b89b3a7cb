import { Option } from 'commander'
import type { Command } from 'commander'
import type { Host } from '../host.ts'
import type { DecideCommandOptions } from './decide-run.ts'
import { METRICS_FOLDER } from './metrics.ts'

const EXAMPLES = `
Examples:
  blueprint decide
  blueprint decide --budget 40h --candidates candidates.yaml
  blueprint decide --claim "feedback requests=3" --weights 3,2,1 --json | jq '.plan'

candidates.yaml adds candidates to the five built in; one with the id of a built-in replaces it:
  candidates:
    - id: faster-review
      title: Faster review
      impact: medium
      effort_hours: 6
      trigger: { measure: duration, above: 300, operation: review }

Exit codes: 0 planned, 1 some metrics file is broken and left out, 2 nothing to plan, 64 wrong use
`

export function addDecideCommand(program: Command, host: Host): void {
  program
    .command('decide')
    .summary('what to improve next, by evidence')
    .description(
      'Evaluates candidates on the metrics of batches, scores them, and plans the best under a budget of hours.',
    )
    .option('--folder <folder>', 'where the metrics files lie', METRICS_FOLDER)
    .option('--candidates <file>', 'YAML or JSON file with candidates of your own')
    .option('--only', 'leave the built-in candidates out')
    .option('--budget <hours>', 'the plan stays below', '80h')
    .option('--weights <high,medium,low>', 'what the impacts count', '4,3,1')
    .addOption(
      new Option('--impact <which>', 'the impact as stated, or as the metrics show it')
        .choices(['stated', 'measured'])
        .default('stated'),
    )
    .option('--claim <measure=value...>', 'a number that no file holds')
    .option('--out <file>', 'write the Markdown report to a file as well')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DecideCommandOptions) => {
      const { runDecide } = await import('./decide-run.ts')
      await runDecide(host, options)
    })
}
