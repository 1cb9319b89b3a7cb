import type { Command } from 'commander'
import type { Host } from '../host.ts'
import type { BreakEvenOptions, ChooseOptions, JsonOption } from './adaptive-run.ts'

const LOGS = 'YAML execution logs, or folders of them'

const GROUP_EXAMPLES = `
Examples:
  blueprint adaptive evaluate phase-a1/                      PASS or FAIL, with figures
  blueprint adaptive compare phase-a1/ phase-a2/             runs side by side
  blueprint adaptive breakeven phase-*/                      from how many tickets orchestration is cheaper
  blueprint adaptive choose ITEM.md --metrics completed-batches
`

const EVALUATE_EXAMPLES = `
Examples:
  blueprint adaptive evaluate docs/orchestration-data/phase-a1-r03-r06
  blueprint adaptive evaluate metadata.yaml execution-log.yaml --json

A run's own success_criteria count; where it states none, those of the plan for its phase (A1, A2, A3).
Exit codes: 0 every criterion passes, 1 some fail, 2 none fails and some cannot be judged, 64 wrong use
`

const COMPARE_EXAMPLES = `
Example:
  blueprint adaptive compare phase-a1/ phase-a2/ phase-a3/

Exit codes: 0 compared, 64 wrong use
`

const BREAKEVEN_EXAMPLES = `
Examples:
  blueprint adaptive breakeven docs/orchestration-data/*
  blueprint adaptive breakeven --point 1=34k --point 2=56k --point 3=81k --single-agent 30k

Exit codes: 0 it pays from some number of tickets, 1 it never does, 2 too little data, 64 wrong use
`

const CHOOSE_EXAMPLES = `
Examples:
  blueprint adaptive choose PRPs/PRP-47.2.1-dependency-analyzer.md --metrics completed-batches
  blueprint adaptive choose --complexity mechanical --logs docs/orchestration-data/phase-a1

Exit codes: 0 chosen, 64 wrong use
`

export function addAdaptiveCommand(program: Command, host: Host): void {
  const adaptive = program
    .command('adaptive')
    .summary('learn from runs which model and how much orchestration pays')
    .description('Evaluates and compares runs of agents, and chooses models by what they have shown.')
    .addHelpText('after', GROUP_EXAMPLES)
  adaptive
    .command('evaluate')
    .summary('success criteria: PASS or FAIL, with figures')
    .description('Judges the success criteria of runs, and recomputes the sums that their logs state.')
    .argument('<log...>', LOGS)
    .option('--json', 'print JSON')
    .addHelpText('after', EVALUATE_EXAMPLES)
    .action(async (logs: string[], options: JsonOption) => (await load()).runEvaluate(host, logs, options))
  adaptive
    .command('compare')
    .summary('runs side by side')
    .description('A table of runs side by side, with recomputed sums.')
    .argument('<log...>', LOGS)
    .option('--json', 'print JSON')
    .addHelpText('after', COMPARE_EXAMPLES)
    .action(async (logs: string[], options: JsonOption) => (await load()).runCompare(host, logs, options))
  adaptive
    .command('breakeven')
    .summary('from how many tickets orchestration pays')
    .description(
      'Fits the cost of orchestrated runs and says from how many tickets they are cheaper than one agent alone.',
    )
    .argument('[log...]', LOGS)
    .option('--point <tickets=tokens...>', 'a run that has no log, such as 2=56k')
    .option('--metrics <folder>', 'take the execute operations of metrics files as well')
    .option(
      '--single-agent <tokens>',
      'tokens a ticket of one agent alone; default: as the logs say, else 30k',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', BREAKEVEN_EXAMPLES)
    .action(async (logs: string[], options: BreakEvenOptions) =>
      (await load()).runBreakEven(host, logs, options),
    )
  adaptive
    .command('choose')
    .summary('model and review for a work item')
    .description(
      'Chooses the model to start with and the review, by complexity and by what models have shown.',
    )
    .argument('[item]', 'a work item (Markdown with front matter)')
    .option('--complexity <word>', 'mechanical, nuanced or architectural; default: as the item says')
    .option('--metrics <folder>', 'metrics files whose items are evidence')
    .option('--logs <log...>', 'execution logs whose tickets are evidence')
    .option('--json', 'print JSON')
    .addHelpText('after', CHOOSE_EXAMPLES)
    .action(async (item: string | undefined, options: ChooseOptions) =>
      (await load()).runChoose(host, item, options),
    )
}

/** Loaded when a command of the group runs. */
const load = async () => import('./adaptive-run.ts')
