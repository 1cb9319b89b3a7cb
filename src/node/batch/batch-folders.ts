import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Operation } from '../../orchestrator/protocol/task-spec.ts'

/** Where a batch keeps its things, below the root of the project. */
export interface BatchFolders {
  readonly root: string
  /** Work items of all batches, as Markdown files. */
  readonly items: string
  /** Metrics and reports of finished operations. */
  readonly completed: string
  /** What git must not see: journals, locks, checkouts, attempts. */
  readonly state: string
  readonly journal: (operation: Operation) => string
  readonly lock: string
  readonly workCopy: (itemId: string) => string
  readonly attempt: (operation: Operation, itemId: string, fence: number) => string
  /** What holds the attempts of an item. */
  readonly attemptsOf: (operation: Operation, itemId: string) => string
  readonly cache: string
}

const BATCH_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/

export function isBatchId(text: string): boolean {
  return BATCH_ID.test(text)
}

/** @param batchId checked by `isBatchId`: it becomes part of paths */
export function batchFolders(root: string, batchId: string, itemsFolder: string): BatchFolders {
  if (!isBatchId(batchId))
    throw new RangeError(`expected a batch id of letters, digits, - and _, got ${JSON.stringify(batchId)}`)
  const state = join(root, '.blueprint', 'batches', batchId)
  return {
    root,
    items: join(root, itemsFolder),
    completed: join(root, 'completed-batches'),
    state,
    journal: (operation) => join(state, `${operation}.journal.jsonl`),
    lock: join(state, 'lock.json'),
    workCopy: (itemId) => join(state, 'work', fileNameOf(itemId)),
    attempt: (operation, itemId, fence) =>
      join(state, 'attempts', operation, fileNameOf(itemId), String(fence)),
    attemptsOf: (operation, itemId) => join(state, 'attempts', operation, fileNameOf(itemId)),
    cache: join(root, '.blueprint', 'cache'),
  }
}

/** Makes the folders, and keeps what is in `.blueprint` out of git's sight. */
export async function makeFolders({ root, state }: BatchFolders): Promise<void> {
  await mkdir(state, { recursive: true })
  await writeFile(join(root, '.blueprint', '.gitignore'), '*\n')
}

/** An id comes from a file: what could mean another folder is replaced. */
function fileNameOf(id: string): string {
  return id
    .replaceAll(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^\.{1,100}/, '_')
    .slice(0, 100)
}
