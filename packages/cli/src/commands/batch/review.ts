import type { Command } from 'commander'
import { reviewBatch } from '@blueprint-engine/batches/node'
import { refuse } from '../../host.ts'
import type { Host } from '../../host.ts'
import { addAgentOptions, addSharedOptions, agentOf, batchIdOf, policyOf } from './batch-options.ts'
import type { AgentOptions, SharedOptions } from './batch-options.ts'
import { runBatch } from './run-batch.ts'

interface ReviewOptions extends SharedOptions, AgentOptions {
  readonly batch: string
  readonly mode: string
}

const EXAMPLES = `
Examples:
  blueprint batch review --batch 47                               the structure of the items, and the changed blueprints
  blueprint batch review --batch 47 --mode full --agent claude    their meaning as well

Exit codes: 0 reviewed, 1 an item could not be reviewed, 64 wrong usage, 130 interrupted
`

export function addReviewCommand(batch: Command, host: Host): void {
  addAgentOptions(addSharedOptions(batch.command('review')))
    .summary('score the work items of a batch')
    .description(
      'Scores work items from 0 to 10, with findings: structure, dependencies, gates; blueprints by contrast, targets, overlap and conformity.',
    )
    .requiredOption('-b, --batch <id>', 'the batch', batchIdOf)
    .option('--mode <mode>', 'structural; or full, which also asks an agent', 'structural')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ReviewOptions, self: Command) => {
      if (options.mode !== 'structural' && options.mode !== 'full')
        self.error(`error: expected --mode structural or full, got "${options.mode}"`)
      if (options.mode === 'full' && options.agent === undefined)
        self.error('error: --mode full needs --agent')
      const agent = options.mode === 'full' ? agentOf(options) : null
      if (agent !== null && !agent.ok) return refuse(host, agent.error)
      const command = agent?.value ?? null
      await runBatch(
        host,
        `BATCH ${options.batch}: review`,
        { json: options.json, isLong: options.mode === 'full' },
        async ({ cancel, onEvent, setTitles }) =>
          reviewBatch({
            folder: options.root,
            batchId: options.batch,
            itemsFolder: options.itemsDir,
            policy: policyOf(options, command),
            agent: command,
            cancel,
            onEvent,
            onItems: (items) => setTitles(new Map(items.map(({ id, title }) => [id, title]))),
          }),
      )
    })
}
