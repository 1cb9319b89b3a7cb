import { Option } from 'commander'
import type { Command } from 'commander'
import type { Host } from '../host.ts'
import { collect } from '../repeatable.ts'
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

A terminal shows tables; anything else gets Markdown.
Exit codes: 0 planned, 1 a metrics file is broken and was skipped, 2 nothing to plan, 64 wrong usage
`

export function addDecideCommand(program: Command, host: Host): void {
  program
    .command('decide')
    .summary('rank what to improve next')
    .description(
      'Checks candidates against batch metrics, scores them, and plans the best within a budget of hours.',
    )
    .option('--folder <folder>', 'folder of the metrics files', METRICS_FOLDER)
    .option('--candidates <file>', 'YAML or JSON file with candidates of your own')
    .option('--only', 'use only your own candidates')
    .option('--budget <hours>', 'upper limit of the plan', '80h')
    .option('--weights <high,medium,low>', 'weights of the impacts', '4,3,1')
    .addOption(
      new Option('--impact <which>', 'the impact as stated, or as the metrics show it')
        .choices(['stated', 'measured'])
        .default('stated'),
    )
    .option('--claim <measure=value>', 'a value that no file contains; repeatable', collect)
    .option('--out <file>', 'also write the Markdown report to a file')
    .option('--markdown', 'print Markdown even in a terminal')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DecideCommandOptions) => {
      const { runDecide } = await import('./decide-run.ts')
      await runDecide(host, options)
    })
}
