import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { git, openRepository, projectRoot } from '../git/git.ts'
import { itemCommits } from '../git/history.ts'
import { endProcesses, signalProcess } from '../processes/process-token.ts'
import { batchFolders } from './batch-folders.ts'
import { isAlive, readLock } from './batch-lock.ts'
import type { LockHolder } from './batch-lock.ts'
import { readExecution } from './execution-record.ts'
import { Journal, readJournal } from './journal.ts'
import { loadItems } from './load-items.ts'

export interface BatchStatus {
  /** Who works on it now; null where nobody does. */
  readonly holder: LockHolder | null
  /** `cut off` can be resumed. */
  readonly execution: 'none' | 'running' | 'cut off' | 'finished'
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
  const folders = batchFolders(await projectRoot(folder), batchId, itemsFolder)
  const loaded = await loadItems(folders.items, batchId)
  if (!loaded.ok) return loaded
  if (loaded.value.items.length === 0)
    return fail(`there are no work items of batch ${batchId} in ${folders.items}`)
  const lock = await readLock(folders.lock)
  const holder = lock !== null && isAlive(lock) ? lock : null
  const record = readExecution(await readJournal(folders.journal('execute')))
  const joined =
    record === null || !repository.ok
      ? []
      : await itemCommits(repository.value, `${record.base}..refs/batches/${batchId}`)
  const inLine = new Set(joined.map(({ item }) => item))
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
    items: loaded.value.items.map(({ id, title, statusText }) => ({
      id,
      title,
      status: statusText,
      execution: executionOf(id),
    })),
  })
}

/** How long a running operation has to end in order. */
const PATIENCE_MS = 20_000

/** Ends what works on a batch, in order; where nothing does, gives up an execution that was cut off. The value says what was done. */
export async function cancelBatch({
  folder,
  batchId,
  itemsFolder,
}: StatusOptions): Promise<Result<string, string>> {
  const repository = await openRepository(folder, '')
  const folders = batchFolders(await projectRoot(folder), batchId, itemsFolder)
  const lock = await readLock(folders.lock)
  if (lock !== null && isAlive(lock)) {
    signalProcess(lock.pid, 'SIGTERM')
    for (let waitedMs = 0; waitedMs < PATIENCE_MS && isAlive(lock); waitedMs += 100) await delay(100)
    if (isAlive(lock))
      return fail(
        `process ${lock.pid} (${lock.operation}) does not end; "kill -9 ${lock.pid}" ends it, --resume goes on`,
      )
    const ended = readExecution(await readJournal(folders.journal('execute')))
    if (lock.operation === 'execute' && ended?.isFinished === true)
      return ok('execute came to its end before it could be cancelled')
    return ok(
      `${lock.operation} was cancelled; finished items are kept, and "batch execute --resume" goes on`,
    )
  }
  // Whoever held it died: what it has left running is ended.
  if (lock !== null) await endProcesses(lock.token)
  const path = folders.journal('execute')
  const record = readExecution(await readJournal(path))
  if (record === null || record.isFinished)
    return ok('nothing works on this batch, and no execution was cut off')
  const journal = await Journal.open(path)
  await journal.add({ type: 'end', isComplete: false })
  await journal.close()
  if (repository.ok) await git(repository.value, ['update-ref', '-d', `refs/batches/${batchId}`])
  return ok('the execution that was cut off is given up: what it had not brought into the branch is gone')
}
