import type { ChildProcess } from 'node:child_process'
import { open } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { execa } from 'execa'
import { noRepositoryAbove } from '../git/git.ts'
import { endProcesses, findProcesses, signalProcess, TOKEN_NAME } from './process-token.ts'

export interface GroupOptions {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Written to its standard input, which is then closed. */
  readonly input: string
  /** Carried by the group and whatever leaves it; no other group may carry it. */
  readonly token: string
  /** Takes the output of both streams, up to `maxLogBytes`. */
  readonly logPath: string
  readonly onLine?: (line: string) => void
}

export interface GroupEnd {
  readonly exitCode: number | null
  readonly signal: string | null
  /** Why it could not be started at all. */
  readonly startError: string | null
}

export interface ProcessGroup {
  /** Number of the group, that of its first process; null where it could not be started. */
  readonly pid: number | null
  /** Settles when the first process has ended and nothing that it started is left. */
  readonly ended: Promise<GroupEnd>
  /** Ends all of it: asks first, then does not. */
  stop(): Promise<void>
}

const MAX_LOG_BYTES = 8 * 1024 * 1024
const MAX_LINE = 1024 * 1024
/** How long a program has to end when it is asked to. */
const GRACE_MS = 1500

/** Starts a program as the head of a process group of its own. */
export function startGroup(options: GroupOptions): ProcessGroup {
  const child = execa(options.file, [...options.args], {
    cwd: options.cwd,
    env: { ...options.env, ...noRepositoryAbove(options.cwd), [TOKEN_NAME]: options.token },
    input: options.input,
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    reject: false,
    detached: true,
    cleanup: false,
  })
  // A program need not read what it is given.
  child.stdin?.on('error', () => undefined)
  const log = openLog(options.logPath)
  const takeLines = lineSplitter(options.onLine)
  child.stdout.on('data', (chunk: Buffer) => {
    log.write(chunk)
    takeLines(chunk)
  })
  child.stderr.on('data', log.write)
  const pid = child.pid ?? null
  const ended = Promise.race([endOf(child), startErrorOf(child)]).then(async (end) => {
    if (pid !== null) await endGroup(pid, options.token)
    // What is left in the pipe is read; what holds it open is gone.
    await Promise.race([child, delay(1000, undefined, { ref: false })])
    takeLines(null)
    await log.close()
    return end
  })
  return {
    pid,
    ended,
    stop: async () => {
      if (pid === null) return
      signalProcess(-pid, 'SIGTERM')
      const isOver = await Promise.race([ended.then(() => true), delay(GRACE_MS, false, { ref: false })])
      if (!isOver) await endGroup(pid, options.token)
      await ended
    },
  }
}

/** Execa's own promise waits for the streams, which a grandchild may hold open for ever: the exit counts. */
async function endOf(child: Pick<ChildProcess, 'once'>): Promise<GroupEnd> {
  return new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal, startError: null }))
    child.once('error', (error) => resolve({ exitCode: null, signal: null, startError: error.message }))
  })
}

/** Settles only where there never was a process: some of these errors come before anyone can listen. */
async function startErrorOf(child: StartedChild): Promise<GroupEnd> {
  const { shortMessage } = await child
  if (child.pid !== undefined) return new Promise(() => undefined)
  return { exitCode: null, signal: null, startError: shortMessage ?? 'it could not be started' }
}

interface StartedChild extends PromiseLike<{ readonly shortMessage?: string | undefined }> {
  readonly pid?: number | undefined
}

/** The group, and what has left it: found by the token, each group's own. */
async function endGroup(pid: number, token: string): Promise<void> {
  for (let round = 0; round < 100 && signalProcess(-pid, 'SIGKILL'); round++) await delay(5)
  if (findProcesses(token).length > 0) await endProcesses(token)
}

function lineSplitter(onLine: ((line: string) => void) | undefined): (chunk: Buffer | null) => void {
  const decoder = new TextDecoder()
  let rest = ''
  return (chunk) => {
    if (onLine === undefined) return
    const lines = `${rest}${chunk === null ? '\n' : decoder.decode(chunk, { stream: true })}`.split('\n')
    rest = lines.pop() ?? ''
    // A line without an end would grow for ever.
    if (rest.length > MAX_LINE) rest = ''
    for (const line of lines) if (line.length > 0) onLine(line)
  }
}

interface Log {
  readonly write: (chunk: Buffer) => void
  close(): Promise<void>
}

function openLog(path: string): Log {
  let sizeBytes = 0
  let writing = open(path, 'a').catch(() => null)
  return {
    write: (chunk) => {
      const part = chunk.subarray(0, Math.max(0, MAX_LOG_BYTES - sizeBytes))
      sizeBytes += part.length
      if (part.length === 0) return
      writing = writing.then(async (file) => {
        await file?.write(part)
        return file
      })
    },
    close: async () => {
      const file = await writing
      await file?.close()
    },
  }
}
