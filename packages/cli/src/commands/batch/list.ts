import type { Command } from 'commander'
import { join } from 'node:path'
import { isBatchId, loadAllItems, projectRoot } from '@blueprint-engine/batches/node'
import type { AllItems } from '@blueprint-engine/batches/node'
import { printJson, printLines, refuse, viewOf } from '../../host.ts'
import type { Host } from '../../host.ts'
import { printable } from '../../render/printable.ts'
import { plural } from '../../render/view.ts'
import { absolute } from './batch-options.ts'

interface ListedBatch {
  readonly batchId: string
  /** Items by status. */
  readonly counts: Readonly<Record<string, number>>
  readonly items: readonly string[]
}

interface Listing {
  readonly batches: readonly ListedBatch[]
  /** Files that are in no batch, and why. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
}

/** `batch list`: the batches that a folder of work items holds, and the files that are in none. */
export function addListCommand(batch: Command, host: Host): void {
  batch
    .command('list')
    .summary('list the batches')
    .description('Lists the batches and the files that are not valid work items, each with the reason.')
    .option('--root <folder>', 'the project folder', absolute, process.cwd())
    .option('--items-dir <folder>', 'folder of the work items within the project', 'work-items')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  blueprint batch list\n\nExit codes: 0 done, 64 wrong usage or no such folder\n',
    )
    .action(
      async (options: { readonly root: string; readonly itemsDir: string; readonly json?: boolean }) => {
        const loaded = await loadAllItems(join(await projectRoot(options.root), options.itemsDir))
        if (!loaded.ok) return refuse(host, printable(loaded.error))
        const listing = listingOf(loaded.value)
        if (options.json === true) return printJson(host.stdout, listing)
        const { palette } = viewOf(host, host.stdout)
        printLines(host.stdout, [
          ...listing.batches.map(
            ({ batchId, items, counts }) =>
              `${palette.title(printable(batchId))} ${plural(items.length, 'item')}: ${Object.entries(counts)
                .map(([status, count]) => `${count} ${status}`)
                .join(', ')}`,
          ),
          ...listing.refused.map(({ file, reason }) =>
            palette.faint(`${printable(file)}: ${printable(reason)}`),
          ),
          ...(listing.batches.length === 0 ? ['There are no work items.'] : []),
        ])
      },
    )
}

function listingOf({ items, refused, unreadable, findings }: AllItems): Listing {
  const batches = new Map<string, { counts: Record<string, number>; items: string[] }>()
  const left: { file: string; reason: string }[] = []
  for (const { id, file, batchId, status } of items) {
    if (batchId === null || !isBatchId(batchId)) {
      const reason =
        batchId === null
          ? `${id} says no batch; add "batch_id"`
          : `its batch "${batchId.slice(0, 60)}" is no id of letters, digits, - and _`
      left.push({ file, reason })
      continue
    }
    const known = batches.get(batchId) ?? { counts: {}, items: [] }
    known.counts[status] = (known.counts[status] ?? 0) + 1
    known.items.push(id)
    batches.set(batchId, known)
  }
  const duplicates = findings
    .filter(({ code }) => code === 'id-duplicate')
    .map(({ file, message }) => ({ file, reason: message }))
  return {
    batches: [...batches].map(([batchId, batch]) => ({ batchId, ...batch })),
    refused: [...left, ...duplicates, ...refused, ...unreadable],
  }
}
