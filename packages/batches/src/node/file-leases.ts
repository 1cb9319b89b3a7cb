import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fail, isJsonObject, ok, own } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { Lease, LeaseHolder, Leases } from '../pure/ports/lease.ts'
import { commandLineOf, hasLookalike, startOfProcess } from './processes/process-token.ts'

/** A holder as its file says. */
interface FileHolder extends LeaseHolder {
  /** Tells the process from a later one with the same number. */
  readonly start: string
  /** The machine and the space of process numbers: elsewhere the number means another process. */
  readonly place: string
  /** What it was started with, and where: what it was about to start when it died looks like itself for a moment. */
  readonly commandLine: string
  readonly cwd: string
  /** Tokens of holders that died and were not settled when it took the lease. */
  readonly abandoned: readonly string[]
}

export interface FileLeaseOptions {
  /** How often a holder gives a sign of life; default 2 s. */
  readonly beatMs?: number
  /** How long a holder elsewhere may give none; default 15 s. */
  readonly patienceMs?: number
  /** Where this process is; tests are elsewhere. */
  readonly place?: string
}

const BEAT_MS = 2000
const PATIENCE_MS = 15_000
const MAX_ABANDONED = 50

/**
 * Leases as files of a folder, best within the repository's own, which all its checkouts share. On the same machine a holder
 * that died is known at once, by number and start of its process; in another container or on another machine by its sign of
 * life, which is looked at until it changes or the patience is over.
 */
export class FileLeases implements Leases {
  readonly #folder: string
  readonly #beatMs: number
  readonly #patienceMs: number
  readonly #place: string | undefined

  constructor(folder: string, { beatMs = BEAT_MS, patienceMs = PATIENCE_MS, place }: FileLeaseOptions = {}) {
    this.#folder = folder
    this.#beatMs = beatMs
    this.#patienceMs = patienceMs
    this.#place = place
  }

  async take(batchId: string, operation: string): Promise<Result<Lease, LeaseHolder>> {
    await mkdir(this.#folder, { recursive: true })
    const path = this.#pathOf(batchId)
    const token = randomBytes(12).toString('hex')
    const abandoned = new Set<string>()
    let fence = await this.#highestFence(batchId)
    for (;;) {
      const mine = await this.#newHolder(operation, token, fence + 1, [...abandoned])
      if (await createWhole(path, JSON.stringify(mine))) return ok(await this.#held(batchId, mine))
      const other = await readHolder(path)
      if (other !== null && (await this.#isAlive(other))) return fail(other)
      if (other !== null) {
        await waitForShadows(other)
        for (const each of [other.token, ...other.abandoned]) abandoned.add(each)
      }
      fence = Math.max(fence, other?.fence ?? 0)
      await moveAway(path, other?.token ?? null, token)
    }
  }

  async holder(batchId: string): Promise<LeaseHolder | null> {
    const other = await readHolder(this.#pathOf(batchId))
    return other !== null && (await this.#isAlive(other)) ? other : null
  }

  /** Who died without giving the lease back, and those before; [] where nobody did. */
  async abandoned(batchId: string): Promise<readonly string[]> {
    const other = await readHolder(this.#pathOf(batchId))
    return other === null ? [] : [other.token, ...other.abandoned]
  }

  async #held(batchId: string, mine: FileHolder): Promise<Lease> {
    const path = this.#pathOf(batchId)
    await writeFile(this.#fencePath(batchId), String(mine.fence)).catch(() => undefined)
    const beatPath = this.#beatPath(mine.token)
    let beats = 0
    const beat = async (): Promise<void> => writeFile(beatPath, String(++beats)).catch(() => undefined)
    await beat()
    const timer = setInterval(() => void beat(), this.#beatMs)
    timer.unref()
    const isHeld = async (): Promise<boolean> => (await readHolder(path))?.token === mine.token
    return {
      holder: mine,
      abandoned: mine.abandoned,
      settle: async () => {
        if (mine.abandoned.length === 0 || !(await isHeld())) return
        const settled = `${path}.${mine.token}.settled`
        await writeFile(settled, JSON.stringify({ ...mine, abandoned: [] }))
        await rename(settled, path)
      },
      isHeld,
      release: async () => {
        clearInterval(timer)
        if (await isHeld()) await rm(path, { force: true })
        await rm(beatPath, { force: true })
      },
    }
  }

  async #newHolder(
    operation: string,
    token: string,
    fence: number,
    abandoned: readonly string[],
  ): Promise<FileHolder> {
    const { pid } = process
    const start = startOfProcess(pid) ?? ''
    const place = this.#place ?? (await ownPlace())
    const commandLine = commandLineOf(pid)
    const cwd = process.cwd()
    return {
      token,
      fence,
      operation,
      host: hostname(),
      pid,
      start,
      place,
      commandLine,
      cwd,
      abandoned: abandoned.slice(0, MAX_ABANDONED),
    }
  }

  /** A holder of this place is alive while its process is; of one elsewhere only a new sign of life tells. */
  async #isAlive(other: FileHolder): Promise<boolean> {
    if (other.place === (this.#place ?? (await ownPlace()))) return startOfProcess(other.pid) === other.start
    const path = this.#beatPath(other.token)
    const before = await signOf(path)
    const steps = 20
    for (let step = 0; step < steps; step++) {
      await delay(this.#patienceMs / steps)
      const now = await signOf(path)
      if (now !== before) return true
    }
    return false
  }

  async #highestFence(batchId: string): Promise<number> {
    const text = await readFile(this.#fencePath(batchId), 'utf8').catch(() => '0')
    return /^\d{1,12}$/.test(text) ? Number(text) : 0
  }

  #pathOf(batchId: string): string {
    return join(this.#folder, `${batchId}.lease.json`)
  }

  #beatPath(token: string): string {
    return join(this.#folder, `${token}.beat`)
  }

  #fencePath(batchId: string): string {
    return join(this.#folder, `${batchId}.fence`)
  }
}

/** Another text each time there is a new sign of life; whose clock it bears does not matter. */
async function signOf(path: string): Promise<string> {
  const [text, status] = await Promise.all([
    readFile(path, 'utf8').catch(() => ''),
    stat(path).catch(() => null),
  ])
  return `${text} ${status?.mtimeMs ?? ''}`
}

/** A file with its whole content, or none: never over another one. */
async function createWhole(path: string, text: string): Promise<boolean> {
  const part = `${path}.${randomBytes(8).toString('hex')}`
  await writeFile(part, text)
  try {
    await link(part, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(part, { force: true })
  }
}

/** How long a process may take from its beginning to its program, on a machine that has much to do. */
const MAX_SHADOW_WAITS = 200
const SHADOW_WAIT_MS = 25

/**
 * A process that was just being started when its parent was killed still looks like that parent, without a token; a moment later
 * it becomes the program, git say, and would work on behind the back of whoever takes over.
 */
async function waitForShadows(dead: FileHolder): Promise<void> {
  if (dead.commandLine === '' || dead.cwd === '') return
  for (let waits = 0; waits < MAX_SHADOW_WAITS && hasLookalike(dead); waits++) await delay(SHADOW_WAIT_MS)
}

/** Of several who find a holder dead, one moves its file away; should it be that of a new one by now, it is put back. */
async function moveAway(path: string, deadToken: string | null, ownToken: string): Promise<void> {
  const moved = `${path}.${ownToken}.dead`
  await rename(path, moved).catch(() => undefined)
  const taken = await readHolder(moved)
  if (taken !== null && taken.token !== deadToken) await link(moved, path).catch(() => undefined)
  await rm(moved, { force: true })
}

async function readHolder(path: string): Promise<FileHolder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (!isJsonObject(value)) return null
    const text = (key: string): string | null => {
      const found = own(value, key)
      return typeof found === 'string' ? found : null
    }
    const [pid, fence, abandoned] = [own(value, 'pid'), own(value, 'fence'), own(value, 'abandoned')]
    const token = text('token')
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null
    if (token === null || !isToken(token)) return null
    return {
      token,
      pid,
      fence: typeof fence === 'number' && Number.isSafeInteger(fence) ? fence : 0,
      start: text('start') ?? '',
      place: text('place') ?? '',
      host: text('host') ?? '',
      operation: text('operation') ?? '',
      commandLine: text('commandLine') ?? '',
      cwd: text('cwd') ?? '',
      abandoned: Array.isArray(abandoned) ? abandoned.filter(isToken).slice(0, MAX_ABANDONED) : [],
    }
  } catch {
    return null
  }
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{24}$/.test(value)
}

/** The machine since its start, and the space of its process numbers; its name where the system does not tell more. */
async function ownPlace(): Promise<string> {
  const [boot, space] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ])
  return `${hostname()} ${boot.trim()} ${space}`
}
