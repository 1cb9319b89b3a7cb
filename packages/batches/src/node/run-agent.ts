import { lstat, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { agentPrompt } from '../pure/protocol/agent-prompt.ts'
import { AgentStream } from '../pure/protocol/agent-stream.ts'
import { NO_USAGE, readHeartbeat, readTaskResult } from '../pure/protocol/task-report.ts'
import type { TaskResult, Usage } from '../pure/protocol/task-report.ts'
import { MAX_TASK_FILE_BYTES, TASK_FILES } from '../pure/protocol/task-spec.ts'
import { usageLimitIn } from '../pure/protocol/usage-limit.ts'
import type { TaskSpec } from '../pure/protocol/task-spec.ts'
import type { Beat } from '../pure/schedule/advance.ts'
import type { Failure } from '../pure/schedule/schedule-state.ts'
import type { DeclaredFile } from '../pure/plan/declared-files.ts'
import { readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import type { Guardian } from './processes/guardian.ts'
import { startGroup } from './processes/process-group.ts'
import type { GroupEnd } from './processes/process-group.ts'
import type { AgentCommand } from './agent-command.ts'

export interface AgentTask {
  readonly agent: AgentCommand
  readonly spec: TaskSpec
  readonly files: readonly DeclaredFile[]
  /** What all items share, for programs that are told everything in one text. */
  readonly sharedText: string | null
  /** Where it works. */
  readonly cwd: string
  /** Nobody else works there: what is left running there afterwards is ended. */
  readonly ownsFolder: boolean
  /** The folder of the attempt. */
  readonly folder: string
  /** Carried by everything the attempt starts. */
  readonly token: string
  readonly guardian: Guardian
}

export interface AgentEnd {
  /** Null where the agent says it succeeded. */
  readonly failure: Failure | null
  readonly claim: TaskResult
  readonly usage: Usage
}

export interface AgentRun {
  readonly end: Promise<AgentEnd>
  beat(): Promise<Beat>
  stop(): Promise<void>
}

/** Takes what the program writes on both streams; kept where it failed. */
export const OUTPUT = 'output.log'

/** An agent may put anything in place of a file: a pipe, a link to a device. */
const READING = { maxBytes: MAX_TASK_FILE_BYTES, regularOnly: true }

/** Starts an agent on a task and waits for it; what it says is read, not yet believed. */
export async function runAgent(task: AgentTask): Promise<AgentRun> {
  const { agent, spec, folder } = task
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const written = await writeTextFileAtomic(
    join(folder, TASK_FILES.spec),
    `${JSON.stringify(spec, null, 2)}\n`,
  )
  if (!written.ok) throw new Error(`the task could not be written to ${folder}`)
  const stream = agent.readEvent === null ? null : new AgentStream(agent.readEvent, spec.model)
  const group = startGroup({
    file: agent.file,
    args: agent.args(spec.model),
    cwd: task.cwd,
    env: { BLUEPRINT_TASK_DIR: folder, BLUEPRINT_MODEL: spec.model ?? '' },
    input: agentPrompt(spec, task.files, stream === null, task.sharedText),
    token: task.token,
    logPath: join(folder, OUTPUT),
    guardian: task.guardian,
    ...(task.ownsFolder && { ownFolder: task.cwd }),
    ...(stream !== null && { onLine: (line) => stream.take(line, Date.now()) }),
  })
  return {
    end: group.ended.then(async (end) =>
      limited(stream === null ? await endFromFile(task, end) : await endFromStream(task, stream, end)),
    ),
    beat: async () => {
      const beat = stream?.beat() ?? (await beatFromFile(folder, spec.work_item_id))
      // Whatever is new is a sign of life; when it came the looker's clock tells, not that of a file.
      return { ...beat, sign: `${beat.sign ?? ''} ${group.outputBytes()}` }
    },
    stop: async () => group.stop(),
  }
}

/** A failure whose words are those of a service that refuses for now is no failure of the item. */
function limited(end: AgentEnd): AgentEnd {
  const { failure } = end
  const limit = failure === null ? undefined : usageLimitIn(failure.message)
  if (failure === null || limit === undefined) return end
  const { retryAfterMs } = limit
  return {
    ...end,
    failure: { code: 'limited', message: failure.message, ...(retryAfterMs !== null && { retryAfterMs }) },
  }
}

/** What the file of a result says; the failure tells why it does not count. */
export async function readResultFile(
  folder: string,
  spec: Pick<TaskSpec, 'work_item_id' | 'fence'>,
): Promise<AgentEnd> {
  const nothing = claimOf(spec.work_item_id, 'failed', '')
  const text = await readTextFile(join(folder, TASK_FILES.result), READING)
  if (!text.ok)
    return {
      failure: {
        code: 'no-result',
        message:
          text.error.code === 'file-not-found'
            ? 'it left no result'
            : `its result is unreadable (${text.error.code})`,
      },
      claim: nothing,
      usage: NO_USAGE,
    }
  const result = readTaskResult(text.value, spec.work_item_id, spec.fence)
  if (!result.ok)
    return {
      failure: { code: 'no-result', message: `its result does not count: ${result.error}` },
      claim: nothing,
      usage: NO_USAGE,
    }
  const claim = result.value
  const failure: Failure | null =
    claim.status === 'success'
      ? null
      : { code: 'reported', message: claim.output.errors.join('; ') || 'it says it failed' }
  return { failure, claim, usage: claim.metrics.usage }
}

async function endFromFile(task: AgentTask, end: GroupEnd): Promise<AgentEnd> {
  const read = await readResultFile(task.folder, task.spec)
  const crash = await crashOf(end, task.folder)
  // A result that was written whole counts, though the program stumbled on its way out; one that says success does not.
  return crash === null || read.failure?.code === 'reported' ? read : { ...read, failure: crash }
}

/** Null where it ended in order. */
async function crashOf({ exitCode, signal, startError }: GroupEnd, folder: string): Promise<Failure | null> {
  if (startError !== null) return { code: 'invalid', message: `it could not be started: ${startError}` }
  if (signal !== null) return { code: 'crashed', message: `it was ended by ${signal}` }
  if (exitCode === 0) return null
  const said = await lastLineOf(join(folder, OUTPUT))
  return {
    code: 'crashed',
    message: `it ended with exit code ${exitCode}${said === '' ? '' : `; it said last: ${said}`}`,
  }
}

/** The last line of the end of a program's output, cut to what a message can hold. */
async function lastLineOf(path: string): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read({
        position: Math.max(0, size - 2000),
        buffer: Buffer.alloc(2000),
      })
      const lines = buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n')
      return lines.at(-1)!.trim().slice(0, 300)
    } finally {
      await file.close()
    }
  } catch {
    return ''
  }
}

async function beatFromFile(folder: string, itemId: string): Promise<Beat> {
  const path = join(folder, TASK_FILES.heartbeat)
  try {
    const status = await lstat(path)
    if (!status.isFile()) return { atMs: null, progress: null, step: '' }
    const { mtimeMs } = status
    const text = await readTextFile(path, READING)
    const heartbeat = text.ok ? readHeartbeat(text.value, itemId) : null
    // Half written is a sign of life as well.
    if (heartbeat?.ok !== true) return { atMs: mtimeMs, progress: null, step: '' }
    return { atMs: mtimeMs, progress: heartbeat.value.progress, step: heartbeat.value.step }
  } catch {
    return { atMs: null, progress: null, step: '' }
  }
}

async function endFromStream(
  { spec, folder }: AgentTask,
  stream: AgentStream,
  end: GroupEnd,
): Promise<AgentEnd> {
  const { isSuccess, message, usage } = stream.end()
  const crash = isSuccess === false && end.exitCode !== null ? null : await crashOf(end, folder)
  const reported: Failure | null =
    isSuccess === true
      ? null
      : { code: isSuccess === null ? 'no-result' : 'reported', message: message.slice(0, 500) }
  const failure = crash ?? reported
  const claim = claimOf(spec.work_item_id, failure === null ? 'success' : 'failed', message)
  return { failure, claim, usage }
}

function claimOf(itemId: string, status: TaskResult['status'], message: string): TaskResult {
  const review = reviewIn(message)
  return {
    work_item_id: itemId,
    status,
    output: { files: [], commits: [], errors: [], ...(review !== null && { review }) },
    metrics: { duration_seconds: null, usage: NO_USAGE },
    fence: null,
  }
}

/** The verdict on the last line of an answer. */
function reviewIn(message: string): NonNullable<TaskResult['output']['review']> | null {
  const line = message.trimEnd().split('\n').at(-1)?.trim() ?? ''
  if (!line.startsWith('{')) return null
  const read = readTaskResult(`{"work_item_id":"-","status":"success","output":{"review":${line}}}`, '-', 0)
  return read.ok ? (read.value.output.review ?? null) : null
}
