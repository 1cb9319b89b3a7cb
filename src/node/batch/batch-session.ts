import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import type { Operation } from '../../orchestrator/protocol/task-spec.ts'
import { Guardian } from '../processes/guardian.ts'
import { endProcesses, findProcesses } from '../processes/process-token.ts'
import { makeFolders } from './batch-folders.ts'
import type { BatchFolders } from './batch-folders.ts'
import { takeLock } from './batch-lock.ts'

/** One operation on a batch: nobody else works on it meanwhile, and nothing is left of it afterwards. */
export interface BatchSession {
  readonly folders: BatchFolders
  readonly operation: Operation
  /** Carried by all processes of the session. */
  readonly token: string
  readonly guardian: Guardian
  close(): Promise<void>
}

/** Takes the batch. Whatever a session that died has left running is ended first. */
export async function openSession(
  folders: BatchFolders,
  operation: Operation,
): Promise<Result<BatchSession, string>> {
  await makeFolders(folders)
  const lock = await takeLock(folders.lock, operation)
  if (!lock.ok)
    return fail(
      `process ${lock.error.pid} works on this batch (${lock.error.operation}); "blueprint batch cancel" ends it`,
    )
  const { holder, predecessor } = lock.value
  if (predecessor !== null) await settle(predecessor.token)
  const guardian = new Guardian()
  return ok({
    folders,
    operation,
    token: holder.token,
    guardian,
    close: async () => {
      guardian.dismiss()
      await lock.value.release()
    },
  })
}

/** A git command that is under way ends by itself in a moment and leaves things in order; what does not is ended. */
async function settle(token: string): Promise<void> {
  for (let waits = 0; waits < 20 && findProcesses(token).length > 0; waits++) await delay(100)
  await endProcesses(token)
}
