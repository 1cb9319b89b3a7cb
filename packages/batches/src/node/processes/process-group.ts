import type { ChildProcess } from 'node:child_process'
import { open } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { execa } from 'execa'
import { noRepositoryAbove } from '../git/git.ts'
import type { Guardian } from './guardian.ts'
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
  /** Ends the group should this process die; it is reported before the program begins. */
  readonly guardian?: Guardian
  /** A folder in which nobody else works: whatever is at work there when the program has ended is ended too. */
  readonly ownFolder?: string
}

export interface GroupEnd {
  readonly exitCode: number | null
  readonly signal: string | null
  /** Why it could not be started at all. */
  readonly startError: string | null
}

export interface ProcessGroup {
  /** Number of the group, that of its first process; null if it could not be started. */
  readonly pid: number | null
  /** How much it has written on both streams: a sign of life. */
  outputBytes(): number
  /** Settles when the first process has ended and nothing that it started is left. */
  readonly ended: Promise<GroupEnd>
  /** Ends all of it: asks first, then does not. */
  stop(): Promise<void>
}

const MAX_LOG_BYTES = 8 * 1024 * 1024
const MAX_LINE = 1024 * 1024
/** How long a program has to end when it is asked to. */
const GRACE_MS = 1500

/**
 * Waits for a word on descriptor 3 before it becomes the program: until then the guardian may not know of it. Where the word
 * never comes, whoever started it is gone.
 */
const GATE = 'read -r go <&3 || exit 125; exec 3<&-; exec "$0" "$@"'

/** Starts a program as the head of a process group of its own. It does not run a step before the guardian knows of it. */
export function startGroup(options: GroupOptions): ProcessGroup {
  const { file, args } = options
  const hasGate = process.platform !== 'win32' && options.guardian !== undefined
  const child = execa(hasGate ? '/bin/sh' : file, hasGate ? ['-c', GATE, file, ...args] : [...args], {
    cwd: options.cwd,
    env: {
      ...inheritedEnvironment(),
      ...options.env,
      ...noRepositoryAbove(options.cwd),
      [TOKEN_NAME]: options.token,
    },
    extendEnv: false,
    stdio: ['pipe', 'pipe', 'pipe', hasGate ? 'pipe' : 'ignore'],
    buffer: false,
    reject: false,
    detached: true,
    cleanup: false,
  })
  // A program need not read what it is given.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(options.input)
  const log = openLog(options.logPath)
  const takeLines = lineSplitter(options.onLine)
  let outputBytes = 0
  child.stdout.on('data', (chunk: Buffer) => {
    outputBytes += chunk.length
    log.write(chunk)
    takeLines(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    outputBytes += chunk.length
    log.write(chunk)
  })
  const pid = child.pid ?? null
  if (hasGate) void release(child, pid, options)
  const ended = Promise.race([endOf(child), startErrorOf(child)]).then(async (end) => {
    if (pid !== null) await endGroup(pid, options)
    // What is left in the pipe is read; what holds it open is gone.
    await Promise.race([child, delay(1000, undefined, { ref: false })])
    takeLines(null)
    await log.close()
    if (pid !== null) options.guardian?.forget(pid)
    return end
  })
  return {
    pid,
    outputBytes: () => outputBytes,
    ended,
    stop: async () => {
      if (pid === null) return
      signalProcess(-pid, 'SIGTERM')
      const isOver = await Promise.race([ended.then(() => true), delay(GRACE_MS, false, { ref: false })])
      if (!isOver) await endGroup(pid, options)
      await ended
    },
  }
}

/** What a nested session of an agent must not see: it would refuse to start, or talk to the one around it. */
const SESSION_VARIABLES =
  /^(?:CLAUDECODE|CLAUDE_CODE_(?:ENTRYPOINT|SSE_PORT|SESSION_ID|CHILD_SESSION)|CODEX_SANDBOX\w{0,40})$/

function inheritedEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !SESSION_VARIABLES.test(name)))
}

async function release(child: GatedChild, pid: number | null, { guardian }: GroupOptions): Promise<void> {
  const gate = child.stdio[3]
  if (gate === null || gate === undefined || !('write' in gate)) return
  gate.on('error', () => undefined)
  if (pid !== null) await guardian?.watch(pid)
  gate.end('go\n')
}

interface GatedChild {
  readonly stdio: readonly (NodeJS.ReadableStream | NodeJS.WritableStream | null | undefined)[]
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

/** The group, and what has left it: found by the token, each group's own, or by the folder that it works in. */
async function endGroup(pid: number, { token, ownFolder }: GroupOptions): Promise<void> {
  for (let round = 0; round < 100 && signalProcess(-pid, 'SIGKILL'); round++) await delay(5)
  if (findProcesses(token, ownFolder).length > 0) await endProcesses(token, ownFolder)
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
      // The work does not depend on its log: where the disk is full, a piece of it is missing.
      writing = writing.then(async (file) => {
        await file?.write(part).catch(() => undefined)
        return file
      })
    },
    close: async () => {
      const file = await writing
      await file?.close()
    },
  }
}
