import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import type { LeaseHolder } from '../pure/ports/lease.ts'
import { git, openRepository } from './git/git.ts'
import type { Repository } from './git/git.ts'
import { itemCommits } from './git/history.ts'
import { endProcesses, signalProcess } from './processes/process-token.ts'
import { projectFolders } from './batch-folders.ts'
import type { BatchFolders } from './batch-folders.ts'
import { readExecution } from './execution-record.ts'
import { FileLeases } from './file-leases.ts'
import { Journal, readJournal } from './journal.ts'
import { loadItems } from './load-items.ts'

export interface BatchStatus {
  /** Who works on it now; null if nobody does. */
  readonly holder: LeaseHolder | null
  /** `cut off` can be resumed. */
  readonly execution: 'none' | 'running' | 'cut off' | 'finished'
  /** Items whose accepted work is in `refs/batches/ID` and not yet in a branch. */
  readonly notLanded: readonly string[]
  /** What is written in the items' files, and what the running or cut off execution has come to. */
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly status: string
    readonly execution: string | null
  }[]
}

export interface StatusOptions {
  readonly folder: string
  readonly batchId: string
  readonly itemsFolder: string
}

/** Tells how a batch stands, without touching anything. */
export async function batchStatus({
  folder,
  batchId,
  itemsFolder,
}: StatusOptions): Promise<Result<BatchStatus, string>> {
  const repository = await openRepository(folder, '')
  const folders = await projectFolders(folder, batchId, itemsFolder)
  const loaded = await loadItems(folders.items, batchId)
  if (!loaded.ok) return loaded
  if (loaded.value.items.length === 0)
    return fail(`there are no work items of batch ${batchId} in ${folders.items}`)
  const holder = await new FileLeases(folders.leases).holder(batchId)
  const record = readExecution(await readJournal(folders.journal('execute')))
  const notLanded = repository.ok ? await notLandedOf(repository.value, batchId, record?.branch ?? null) : []
  const inLine = new Set(notLanded)
  const executionOf = (id: string): string | null => {
    if (record === null || record.isFinished) return null
    if (inLine.has(id) || record.joined.has(id)) return 'done'
    if (record.worked.has(id)) return 'worked'
    if (record.failed.has(id)) return 'failed'
    if (record.started.has(id)) return holder === null ? 'cut off' : 'running'
    return 'waiting'
  }
  return ok({
    holder,
    execution:
      record === null
        ? 'none'
        : record.isFinished
          ? 'finished'
          : holder?.operation === 'execute'
            ? 'running'
            : 'cut off',
    notLanded,
    items: loaded.value.items.map(({ id, title, statusText }) => ({
      id,
      title,
      status: statusText,
      execution: executionOf(id),
    })),
  })
}

/** Items in the line of a batch that are in no branch: of the branch it was for, else of the checkout. */
export async function notLandedOf(
  repository: Repository,
  batchId: string,
  branch: string | null,
): Promise<readonly string[]> {
  const ref = `refs/batches/${batchId}`
  const isThere = await git(repository, ['rev-parse', '--verify', '--quiet', ref])
  if (!isThere.ok) return []
  const commits = await itemCommits(repository, `${branch ?? 'HEAD'}..${ref}`)
  return [...new Set(commits.map(({ item }) => item))].reverse()
}

/** How long a running operation has to end in order. */
const PATIENCE_MS = 20_000

/** Ends what works on a batch, in order; where nothing does, gives up an execution that was cut off. The value says what was done. */
export async function cancelBatch({
  folder,
  batchId,
  itemsFolder,
}: StatusOptions): Promise<Result<string, string>> {
  const folders = await projectFolders(folder, batchId, itemsFolder)
  const leases = new FileLeases(folders.leases)
  const holder = await leases.holder(batchId)
  if (holder !== null) return endHolder(holder, leases, batchId, folders)
  // Whoever held it died: what they have left running is ended.
  for (const token of await leases.abandoned(batchId)) await endProcesses(token)
  const path = folders.journal('execute')
  const record = readExecution(await readJournal(path))
  if (record === null || record.isFinished)
    return ok('nothing works on this batch, and no execution was cut off')
  const journal = await Journal.open(path)
  await journal.add({ type: 'end', isComplete: false })
  await journal.close()
  const repository = await openRepository(folder, '')
  const kept = repository.ok ? await notLandedOf(repository.value, batchId, record.branch) : []
  return ok(
    kept.length === 0
      ? 'the execution that was cut off is given up; nothing of it was accepted that is not in the branch'
      : `the execution that was cut off is given up; the accepted work of ${kept.join(', ')} is kept in refs/batches/${batchId}: ` +
          `"blueprint batch approve ${batchId}" brings it in, "batch execute" goes on from it, and "git update-ref -d refs/batches/${batchId}" throws it away`,
  )
}

async function endHolder(
  holder: LeaseHolder,
  leases: FileLeases,
  batchId: string,
  folders: BatchFolders,
): Promise<Result<string, string>> {
  const { pid, operation, host } = holder
  if (!signalProcess(pid, 'SIGTERM'))
    return fail(`process ${pid} works on it on ${host}; it can only be ended there`)
  const isThere = async (): Promise<boolean> => (await leases.holder(batchId))?.token === holder.token
  for (let waitedMs = 0; waitedMs < PATIENCE_MS && (await isThere()); waitedMs += 100) await delay(100)
  if (await isThere())
    return fail(`process ${pid} (${operation}) does not end; "kill -9 ${pid}" ends it, --resume goes on`)
  const ended = readExecution(await readJournal(folders.journal('execute')))
  if (operation === 'execute' && ended?.isFinished === true)
    return ok('execute came to its end before it could be cancelled')
  return ok(`${operation} was cancelled; finished items are kept, and "batch execute --resume" goes on`)
}
