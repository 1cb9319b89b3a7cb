import type { Command } from 'commander'
import { updateContext } from '@blueprint-engine/batches/node'
import type { Host } from '../../host.ts'
import { addSharedOptions, batchIdOf, policyOf } from './batch-options.ts'
import type { SharedOptions } from './batch-options.ts'
import { runBatch } from './run-batch.ts'

const EXAMPLES = `
Examples:
  blueprint batch update-context --batch 47

Drift is the percentage of files that were declared or changed, but not both: 0 none, up to 25 low, up to 50 medium, above high.
Exit codes: 0 done, 1 a file could not be changed, 64 wrong usage, 130 interrupted
`

export function addUpdateContextCommand(batch: Command, host: Host): void {
  addSharedOptions(batch.command('update-context'))
    .summary('update work items from git')
    .description(
      'Compares the files that work items declare with the changes in git, and updates their front matter.',
    )
    .requiredOption('-b, --batch <id>', 'the batch', batchIdOf)
    .addHelpText('after', EXAMPLES)
    .action(async (options: SharedOptions & { readonly batch: string }) => {
      await runBatch(
        host,
        `BATCH ${options.batch}: update-context`,
        { json: options.json, isLong: false },
        async ({ cancel, onEvent }) =>
          updateContext({
            folder: options.root,
            batchId: options.batch,
            itemsFolder: options.itemsDir,
            policy: policyOf(options, null),
            cancel,
            onEvent,
          }),
      )
    })
}
