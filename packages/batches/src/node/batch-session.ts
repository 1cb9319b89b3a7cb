import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Lease } from '../pure/ports/lease.ts'
import type { Operation } from '../pure/protocol/task-spec.ts'
import { Guardian } from './processes/guardian.ts'
import { endProcesses, findProcesses } from './processes/process-token.ts'
import { makeFolders } from './batch-folders.ts'
import type { BatchFolders } from './batch-folders.ts'
import { FileLeases } from './file-leases.ts'

/** One operation on a batch: nobody else works on it meanwhile, and nothing is left of it afterwards. */
export interface BatchSession {
  readonly folders: BatchFolders
  readonly operation: Operation
  /** Carried by all processes of the session. */
  readonly token: string
  readonly lease: Lease
  readonly guardian: Guardian
  close(): Promise<void>
}

/** Takes the batch. Whatever sessions that died have left running is ended first. */
export async function openSession(
  folders: BatchFolders,
  batchId: string,
  operation: Operation,
): Promise<Result<BatchSession, string>> {
  const made = await makeFolders(folders)
  if (!made.ok) return made
  const taken = await new FileLeases(folders.leases).take(batchId, operation)
  if (!taken.ok)
    return fail(
      `process ${taken.error.pid} on ${taken.error.host} works on this batch (${taken.error.operation}); "blueprint batch cancel ${batchId}" ends it`,
    )
  const lease = taken.value
  for (const token of lease.abandoned) await settle(token)
  await lease.settle()
  const { token } = lease.holder
  const guardian = new Guardian({ token })
  return ok({
    folders,
    operation,
    token,
    lease,
    guardian,
    close: async () => {
      guardian.dismiss()
      await lease.release()
    },
  })
}

/** A git command that is under way ends by itself in a moment and leaves things in order; what does not is ended. */
async function settle(token: string): Promise<void> {
  // One that is just becoming its program shows nothing for a moment: only several looks that find none tell.
  for (let waits = 0, clear = 0; waits < 20 && clear < 3; waits++) {
    clear = findProcesses(token).length > 0 ? 0 : clear + 1
    await delay(waits < 3 ? 30 : 100)
  }
  await endProcesses(token)
}
