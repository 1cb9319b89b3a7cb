import { open, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { PreviousAttempts } from './attempt/previous-attempts.ts'
import { projectFolders } from './batch-folders.ts'
import type { StatusOptions } from './batch-status.ts'
import { FileLeases } from './file-leases.ts'
import { OUTPUT } from './run-agent.ts'

export interface LogOptions extends StatusOptions {
  readonly itemId: string
  /** Go on with what is written until nobody works on the batch any more. */
  readonly follow: boolean
  readonly write: (text: string) => void
  readonly cancel?: AbortSignal
}

export interface LoggedItem {
  /** The output of the last attempt, as a path within the project. */
  readonly path: string
  /** Why the attempt before was not accepted; null where there was none. */
  readonly reason: string | null
}

const LOOK_MS = 250
const CHUNK_BYTES = 64 * 1024

/** Writes what the last attempt at an item has printed. */
export async function showLog(options: LogOptions): Promise<Result<LoggedItem, string>> {
  const folders = await projectFolders(options.folder, options.batchId, options.itemsFolder)
  const folder = folders.attemptsOf('execute', options.itemId)
  const reason = (await new PreviousAttempts(folders).read(options.itemId))?.reason ?? null
  let path = await lastLog(folder)
  if (path === null && !options.follow)
    return fail(`${options.itemId} has no log: no agent worked on it since the batch was last executed`)
  const leases = new FileLeases(folders.leases)
  let offset = 0
  for (;;) {
    if (path !== null) offset = await copyFrom(path, offset, options.write)
    if (!options.follow || options.cancel?.aborted === true) break
    const isOver = (await leases.holder(options.batchId)) === null
    const newest = await lastLog(folder)
    if (newest !== path) [path, offset] = [newest, 0]
    else if (isOver) break
    else await delay(LOOK_MS)
  }
  if (path === null) return fail(`${options.itemId} has no log`)
  return ok({ path: relative(folders.root, path), reason })
}

/** The output of the attempt with the highest fence. */
async function lastLog(folder: string): Promise<string | null> {
  const names = await readdir(folder).catch(() => [])
  const fences = names.filter((name) => /^\d{1,9}$/.test(name)).map(Number)
  if (fences.length === 0) return null
  const path = join(folder, String(Math.max(...fences)), OUTPUT)
  const status = await stat(path).catch(() => null)
  return status?.isFile() === true ? path : null
}

async function copyFrom(path: string, offset: number, write: (text: string) => void): Promise<number> {
  const file = await open(path)
  try {
    const decoder = new TextDecoder()
    let at = offset
    for (;;) {
      const { bytesRead, buffer } = await file.read({ position: at, buffer: Buffer.alloc(CHUNK_BYTES) })
      if (bytesRead === 0) return at
      write(decoder.decode(buffer.subarray(0, bytesRead), { stream: true }))
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}
