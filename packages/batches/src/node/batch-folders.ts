import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { commonFolderOf, projectRoot } from './git/git.ts'
import { leadsOutOf } from './inside-project.ts'
import type { Operation } from '../pure/protocol/task-spec.ts'

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
  /** What is kept while the batch is taken; within the repository, so that all its checkouts see it. */
  readonly leases: string
  /** Holds the checkouts that items are done in. */
  readonly work: string
  readonly attempts: (operation: Operation) => string
  readonly attempt: (operation: Operation, itemId: string, fence: number) => string
  /** What holds the attempts of an item. */
  readonly attemptsOf: (operation: Operation, itemId: string) => string
  readonly cache: string
}

const BATCH_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/

export function isBatchId(text: string): boolean {
  return BATCH_ID.test(text)
}

/**
 * @param batchId checked by `isBatchId`: it becomes part of paths
 * @param commonFolder what all checkouts of the repository share; null outside of one
 */
export function batchFolders(
  root: string,
  batchId: string,
  itemsFolder: string,
  commonFolder: string | null = null,
): BatchFolders {
  if (!isBatchId(batchId))
    throw new RangeError(`expected a batch id of letters, digits, - and _, got ${JSON.stringify(batchId)}`)
  const state = join(root, '.blueprint', 'batches', batchId)
  return {
    root,
    items: join(root, itemsFolder),
    completed: join(root, 'completed-batches'),
    state,
    journal: (operation) => join(state, `${operation}.journal.jsonl`),
    leases: join(
      commonFolder ?? join(root, '.blueprint'),
      commonFolder === null ? 'leases' : 'blueprint-leases',
    ),
    work: join(state, 'work'),
    attempts: (operation) => join(state, 'attempts', operation),
    attempt: (operation, itemId, fence) =>
      join(state, 'attempts', operation, fileNameOf(itemId), String(fence)),
    attemptsOf: (operation, itemId) => join(state, 'attempts', operation, fileNameOf(itemId)),
    cache: join(root, '.blueprint', 'cache'),
  }
}

/** The folders of a batch for the project around a folder. */
export async function projectFolders(
  folder: string,
  batchId: string,
  itemsFolder: string,
): Promise<BatchFolders> {
  return batchFolders(await projectRoot(folder), batchId, itemsFolder, await commonFolderOf(folder))
}

/** Makes the folders, and keeps what is in `.blueprint` out of git's sight. The error names a folder that leads elsewhere. */
export async function makeFolders({
  root,
  state,
  items,
  completed,
}: BatchFolders): Promise<Result<void, string>> {
  for (const folder of [items, completed, state, join(root, '.blueprint', '.gitignore')]) {
    const outside = await leadsOutOf(root, folder)
    if (outside !== null) return fail(outside)
  }
  await mkdir(state, { recursive: true })
  await writeFile(join(root, '.blueprint', '.gitignore'), '*\n')
  return ok(undefined)
}

/** An id comes from a file: what could mean another folder is replaced. */
function fileNameOf(id: string): string {
  return id
    .replaceAll(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^\.{1,100}/, '_')
    .slice(0, 100)
}
