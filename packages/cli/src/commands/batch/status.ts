import type { Command } from 'commander'
import { batchStatus, cancelBatch } from '@blueprint-engine/batches/node'
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
    .summary('show the state of a batch')
    .description('Shows the state of a batch: the process that is running it, and the status of its items.')
    .argument('<batch>', 'the batch', batchIdOf)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  blueprint batch status 47\n\nExit codes: 0 done, 64 wrong usage or no such batch\n',
    )
    .action(async (batchId: string, options: PlaceOptions) => {
      const status = await batchStatus({ folder: options.root, batchId, itemsFolder: options.itemsDir })
      if (!status.ok) return refuse(host, printable(status.error))
      const { holder, execution, items, notLanded } = status.value
      if (options.json === true)
        return printJson(host.stdout, {
          batchId,
          execution,
          worker:
            holder === null ? null : { pid: holder.pid, host: holder.host, operation: holder.operation },
          notLanded,
          items,
        })
      const { palette } = viewOf(host, host.stdout)
      printLines(host.stdout, [
        palette.title(`BATCH ${batchId}`),
        holder === null ? 'not running' : `process ${holder.pid} is running it (${holder.operation})`,
        `execution: ${execution}${execution === 'cut off' ? '; "batch execute --resume" continues it' : ''}`,
        ...(notLanded.length === 0 || holder !== null
          ? []
          : [
              `accepted, and not in the branch yet: ${notLanded.join(', ')}; "batch approve ${batchId}" brings it in`,
            ]),
        ...items.map(
          (item) =>
            `  ${palette.id(item.id)} ${printable(item.execution ?? item.status)} ${palette.faint(printable(item.title))}`,
        ),
      ])
    })
  addPlaceOptions(batch.command('cancel'))
    .summary('stop a running batch')
    .description(
      'Stops a running batch and all processes it started. If it is not running, abandons an interrupted execution.',
    )
    .argument('<batch>', 'the batch', batchIdOf)
    .addHelpText(
      'after',
      '\nExample:\n  blueprint batch cancel 47\n\nExit codes: 0 the batch is not running any more, 64 it could not be stopped\n',
    )
    .action(async (batchId: string, options: PlaceOptions) => {
      const cancelled = await cancelBatch({ folder: options.root, batchId, itemsFolder: options.itemsDir })
      if (!cancelled.ok) return refuse(host, printable(cancelled.error))
      printLines(host.stdout, [cancelled.value])
    })
}

function addPlaceOptions(command: Command): Command {
  return command
    .option('--root <folder>', 'the project folder', absolute, process.cwd())
    .option('--items-dir <folder>', 'folder of the work items within the project', 'work-items')
}
