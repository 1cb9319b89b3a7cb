import type { Command } from 'commander'
import { batchStatus, cancelBatch } from '../../../node/batch/batch-status.ts'
import { printJson, printLines, refuse, viewOf } from '../../host.ts'
import type { Host } from '../../host.ts'
import { printable } from '../../render/printable.ts'
import { absolute, batchIdOf } from './batch-options.ts'

interface PlaceOptions {
  readonly root: string
  readonly itemsDir: string
  readonly json?: boolean
}

/** `batch status` and `batch cancel`: how a batch stands, and its end. */
export function addStatusCommands(batch: Command, host: Host): void {
  addPlaceOptions(batch.command('status'))
    .summary('how a batch stands')
    .description('Tells how a batch stands: who works on it, what its items have come to.')
    .argument('<batch>', 'the batch', batchIdOf)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  blueprint batch status 47\n\nExit codes: 0 told, 64 wrong use or no such batch\n',
    )
    .action(async (batchId: string, options: PlaceOptions) => {
      const status = await batchStatus({ folder: options.root, batchId, itemsFolder: options.itemsDir })
      if (!status.ok) return refuse(host, printable(status.error))
      const { holder, execution, items } = status.value
      if (options.json === true)
        return printJson(host.stdout, {
          batchId,
          execution,
          worker: holder === null ? null : { pid: holder.pid, operation: holder.operation },
          items,
        })
      const { palette } = viewOf(host, host.stdout)
      printLines(host.stdout, [
        palette.title(`BATCH ${batchId}`),
        holder === null ? 'nobody works on it' : `process ${holder.pid} works on it (${holder.operation})`,
        `execution: ${execution}${execution === 'cut off' ? '; "batch execute --resume" goes on' : ''}`,
        ...items.map(
          (item) =>
            `  ${palette.id(item.id)} ${printable(item.execution ?? item.status)} ${palette.faint(printable(item.title))}`,
        ),
      ])
    })
  addPlaceOptions(batch.command('cancel'))
    .summary('end what works on a batch')
    .description(
      'Ends what works on a batch, with all that it started. Where nothing does, gives up an execution that was cut off.',
    )
    .argument('<batch>', 'the batch', batchIdOf)
    .addHelpText(
      'after',
      '\nExample:\n  blueprint batch cancel 47\n\nExit codes: 0 nothing works on it any more, 64 it does not end\n',
    )
    .action(async (batchId: string, options: PlaceOptions) => {
      const cancelled = await cancelBatch({ folder: options.root, batchId, itemsFolder: options.itemsDir })
      if (!cancelled.ok) return refuse(host, printable(cancelled.error))
      printLines(host.stdout, [cancelled.value])
    })
}

function addPlaceOptions(command: Command): Command {
  return command
    .option('--root <folder>', 'the folder of the project', absolute, process.cwd())
    .option('--items-dir <folder>', 'where the work items are, within the project', 'work-items')
}
