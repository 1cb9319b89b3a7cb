import type { Command } from 'commander'
import type { Host } from '../host.ts'
import { collect } from '../repeatable.ts'
import type { BreakEvenOptions, ChooseOptions, JsonOption } from './adaptive-run.ts'

const LOGS = 'YAML execution logs, or folders of them'

const GROUP_EXAMPLES = `
Examples:
  blueprint adaptive evaluate phase-a1/                      PASS or FAIL, with figures
  blueprint adaptive compare phase-a1/ phase-a2/             runs side by side
  blueprint adaptive breakeven phase-*/                      how many tickets make orchestration cheaper
  blueprint adaptive choose ITEM.md --metrics completed-batches
`

const EVALUATE_EXAMPLES = `
Examples:
  blueprint adaptive evaluate docs/orchestration-data/phase-a1-r03-r06
  blueprint adaptive evaluate metadata.yaml execution-log.yaml --json

Uses the run's own success_criteria, or those of the plan for its phase (A1, A2, A3) if it has none.
Exit codes: 0 all criteria pass, 1 some fail, 2 none fails but some cannot be judged, 64 wrong usage
`

const COMPARE_EXAMPLES = `
Example:
  blueprint adaptive compare phase-a1/ phase-a2/ phase-a3/

Exit codes: 0 compared, 64 wrong usage
`

const BREAKEVEN_EXAMPLES = `
Examples:
  blueprint adaptive breakeven docs/orchestration-data/*
  blueprint adaptive breakeven --point 1=34k --point 2=56k --point 3=81k --single-agent 30k

Exit codes: 0 it pays off above some number of tickets, 1 it never does, 2 too little data, 64 wrong usage
`

const CHOOSE_EXAMPLES = `
Examples:
  blueprint adaptive choose PRPs/PRP-47.2.1-dependency-analyzer.md --metrics completed-batches
  blueprint adaptive choose --complexity mechanical --logs docs/orchestration-data/phase-a1
  blueprint adaptive choose --complexity nuanced --policy policy.yaml

policy.yaml; what it leaves out is as usual, and a price that is not stated comes from the price list:
  models:
    - { name: gpt-5-mini, tokens_per_try: 9000 }
    - { name: house-model, tokens_per_try: 12000, usd_per_million_tokens: 0.4 }
  proven: { mechanical: gpt-5-mini, nuanced: house-model, architectural: house-model }

Exit codes: 0 chosen, 64 wrong usage
`

export function addAdaptiveCommand(program: Command, host: Host): void {
  const adaptive = program
    .command('adaptive')
    .summary('learn from past runs which model and how much orchestration pay off')
    .description('Evaluates and compares agent runs, and chooses models by their track record.')
    .addHelpText('after', GROUP_EXAMPLES)
  adaptive
    .command('evaluate')
    .summary('judge success criteria: PASS, FAIL or UNKNOWN, with figures')
    .description('Judges the success criteria of runs and recomputes the totals in their logs.')
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
    .summary('how many tickets make orchestration pay off')
    .description(
      'Fits the cost of orchestrated runs and reports how many tickets make them cheaper than a single agent.',
    )
    .argument('[log...]', LOGS)
    .option('--point <tickets=tokens>', 'a run without a log, such as 2=56k; repeatable', collect)
    .option('--metrics <folder>', 'include the execute operations of metrics files')
    .option(
      '--single-agent <tokens>',
      'tokens per ticket for a single agent (default: taken from the logs, or 30k)',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', BREAKEVEN_EXAMPLES)
    .action(async (logs: string[], options: BreakEvenOptions) =>
      (await load()).runBreakEven(host, logs, options),
    )
  adaptive
    .command('choose')
    .summary('choose the model and review for a work item')
    .description('Chooses the model to start with and the review level, by complexity and track record.')
    .argument('[item]', 'a work item (Markdown with front matter)')
    .option('--complexity <word>', 'mechanical, nuanced or architectural (default: taken from the item)')
    .option('--metrics <folder>', 'metrics files to use as evidence')
    .option('--logs <log>', 'execution logs, or a folder of them, to use as evidence; repeatable', collect)
    .option('--policy <file>', 'YAML or JSON: models, prices, review costs, proven models')
    .option('--json', 'print JSON')
    .addHelpText('after', CHOOSE_EXAMPLES)
    .action(async (item: string | undefined, options: ChooseOptions) =>
      (await load()).runChoose(host, item, options),
    )
}

/** Loaded when a command of the group runs. */
const load = async () => import('./adaptive-run.ts')
