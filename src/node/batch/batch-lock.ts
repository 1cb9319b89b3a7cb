import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isJsonObject, own } from '../../core/base/json.ts'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { startOfProcess } from '../processes/process-token.ts'

/** Who works on a batch. */
export interface LockHolder {
  readonly pid: number
  /** Tells the process from a later one with the same number. */
  readonly start: string
  /** Carried by every process that it starts. */
  readonly token: string
  readonly operation: string
}

export interface BatchLock {
  readonly holder: LockHolder
  /** Who held it and died; null where it was given back. */
  readonly predecessor: LockHolder | null
  release(): Promise<void>
}

/** Takes a batch for this process; the error tells who has it. One that died without giving it back has lost it. */
export async function takeLock(path: string, operation: string): Promise<Result<BatchLock, LockHolder>> {
  const token = randomBytes(12).toString('hex')
  const holder: LockHolder = { pid: process.pid, start: startOfProcess(process.pid) ?? '', token, operation }
  const mine = `${path}.${token}`
  await writeFile(mine, JSON.stringify(holder))
  let predecessor: LockHolder | null = null
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and never over another one.
        await link(mine, path)
        return ok({ holder, predecessor, release: async () => rm(path, { force: true }) })
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
      const other = await readLock(path)
      if (other !== null && isAlive(other)) return fail(other)
      predecessor = other ?? predecessor
      // Of several who find it dead, one moves it away; should it be a new one by now, it is put back.
      const moved = `${mine}.dead`
      await rename(path, moved).catch(() => undefined)
      const taken = await readLock(moved)
      if (taken !== null && isAlive(taken)) await link(moved, path).catch(() => undefined)
      await rm(moved, { force: true })
    }
  } finally {
    await rm(mine, { force: true })
  }
}

/** Who holds a batch, alive or not. */
export async function readLock(path: string): Promise<LockHolder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (!isJsonObject(value)) return null
    const [pid, start, token, operation] = ['pid', 'start', 'token', 'operation'].map((key) =>
      own(value, key),
    )
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 2) return null
    if (typeof start !== 'string' || typeof token !== 'string' || !/^[0-9a-f]{24}$/.test(token)) return null
    return { pid, start, token, operation: typeof operation === 'string' ? operation : '' }
  } catch {
    return null
  }
}

export function isAlive({ pid, start }: LockHolder): boolean {
  return startOfProcess(pid) === start
}
