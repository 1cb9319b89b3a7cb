import type { Command } from 'commander'
import { generateBatch } from '@blueprint-engine/batches/node'
import { hasErrors } from '@blueprint-engine/batches'
import { exitCodes } from '../../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../../host.ts'
import type { Host } from '../../host.ts'
import { findingLines, loadPlan } from '../../load-plan.ts'
import { addSharedOptions, batchIdOf, checkedBatchId, policyOf } from './batch-options.ts'
import type { SharedOptions } from './batch-options.ts'
import { runBatch } from './run-batch.ts'

interface GenerateOptions extends SharedOptions {
  readonly batch?: string
  readonly shareStages?: boolean
}

const EXAMPLES = `
Examples:
  blueprint batch generate PLAN.md                 the plan names its batch
  blueprint batch generate PLAN.md --batch 47

Exit codes: 0 done, 1 the plan has errors or an item could not be written, 64 wrong usage, 130 interrupted
`

export function addGenerateCommand(batch: Command, host: Host): void {
  addSharedOptions(batch.command('generate'))
    .summary('write a work item for each phase of a plan')
    .description('Writes a work item for each phase of a plan. Running it again changes nothing.')
    .argument('<plan>', 'the plan')
    .option('-b, --batch <id>', 'the batch (default: from the plan)', batchIdOf)
    .option('--share-stages', 'let phases that touch the same file share a stage')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options: GenerateOptions) => {
      const read = await loadPlan(host, path)
      if (!read.ok) return refuse(host, read.error)
      const { plan, findings } = read.value
      if (hasErrors(findings)) {
        host.exitCode = exitCodes.rejected
        if (options.json === true) printJson(host.stdout, { event: 'refused', findings })
        else printLines(host.stderr, findingLines(viewOf(host, host.stderr), findings, path))
        return
      }
      const batchId = checkedBatchId(options.batch ?? plan.batchId)
      if (!batchId.ok) return refuse(host, batchId.error)
      await runBatch(
        host,
        `BATCH ${batchId.value}: generate`,
        { json: options.json, isLong: false },
        async ({ cancel, onEvent }) =>
          generateBatch({
            folder: options.root,
            batchId: batchId.value,
            itemsFolder: options.itemsDir,
            plan,
            planPath: path,
            policy: policyOf(options, null),
            shareStages: options.shareStages === true,
            cancel,
            onEvent,
          }),
      )
    })
}
