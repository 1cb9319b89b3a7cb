import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { readTextFile } from '@blueprint-engine/files'
import { hasErrors } from '../pure/finding.ts'
import type { PlanReading } from '../pure/plan/plan.ts'
import { readPlan } from '../pure/plan/read-plan.ts'
import type { PreviousAttempt } from '../pure/protocol/task-spec.ts'
import type { AgentCommand } from './agent-command.ts'
import { findProgram } from './find-program.ts'
import { openRepository } from './git/git.ts'
import { addWorkCopy, removeWorkCopy } from './git/work-copy.ts'
import { Guardian } from './processes/guardian.ts'
import { runAgent } from './run-agent.ts'
import type { AgentRun } from './run-agent.ts'

export interface NotesOptions {
  /** A folder of the repository that the plan is for. */
  readonly folder: string
  readonly notes: string
  readonly agent: AgentCommand
  readonly model: string | null
  readonly timeoutMs: number
  /** How often it is told what is wrong with its plan before it is given up. */
  readonly attempts: number
  readonly onAttempt?: (attempt: number) => void
  readonly cancel?: AbortSignal
}

/** A plan that an agent wrote, and what reading it found: no errors. */
export interface WrittenPlan extends PlanReading {
  readonly text: string
}

const FILE = 'PLAN.md'

/**
 * Has an agent write a plan from notes, in a checkout of its own, and reads it like any other: what is wrong with it goes back to
 * the agent. The error tells what was wrong with the last one.
 */
export async function planFromNotes(options: NotesOptions): Promise<Result<WrittenPlan, string>> {
  const found = await openRepository(options.folder, '')
  if (!found.ok) return found
  const { agent, attempts } = options
  if ((await findProgram(agent.file, found.value.root)) === null)
    return fail(`the agent "${agent.file}" is not there, or cannot be run; is it installed and in the PATH?`)
  const place = await mkdtemp(join(tmpdir(), 'blueprint-plan-'))
  const token = randomBytes(12).toString('hex')
  const guardian = new Guardian({ token })
  const cwd = join(place, 'checkout')
  try {
    const added = await addWorkCopy(found.value, cwd, 'HEAD')
    if (!added.ok) return fail(`no checkout could be made: ${added.error.message}`)
    let previous: PreviousAttempt | null = null
    for (let attempt = 1; attempt <= attempts; attempt++) {
      options.onAttempt?.(attempt)
      const reading = await writeOnce(options, { cwd, place, token, guardian, attempt, previous })
      if (reading.ok) return reading
      previous = { attempt, reason: reading.error }
      if (options.cancel?.aborted === true) return fail('it was cancelled')
    }
    return fail(`${attempts} attempts gave no sound plan; the last: ${previous?.reason ?? ''}`)
  } finally {
    guardian.dismiss()
    await removeWorkCopy(found.value, cwd)
    await rm(place, { recursive: true, force: true })
  }
}

interface Place {
  readonly cwd: string
  readonly place: string
  readonly token: string
  readonly guardian: Guardian
  readonly attempt: number
  readonly previous: PreviousAttempt | null
}

async function writeOnce(options: NotesOptions, at: Place): Promise<Result<WrittenPlan, string>> {
  const { agent, model, notes, timeoutMs, cancel } = options
  const { cwd, place, token, guardian, attempt, previous } = at
  const run = await runAgent({
    agent,
    spec: {
      operation: 'plan',
      batch_id: 'plan',
      work_item_id: 'plan',
      input: { type: 'notes', content: notes },
      timeout_minutes: timeoutMs / 60_000,
      attempt,
      fence: attempt,
      model,
      ...(previous !== null && { previous }),
    },
    files: [],
    sharedText: null,
    cwd,
    ownsFolder: true,
    folder: join(place, `attempt-${attempt}`),
    token: `${token}.${attempt}`,
    guardian,
  })
  const { failure } = await ended(run, timeoutMs, cancel)
  if (failure !== null) return fail(failure.message)
  const text = await readTextFile(join(cwd, FILE), { maxBytes: 1_048_576, regularOnly: true })
  if (!text.ok) return fail(`it left no ${FILE} that could be read`)
  const reading = readPlan(text.value)
  if (!hasErrors(reading.findings)) return ok({ ...reading, text: text.value })
  const errors = reading.findings.filter(({ severity }) => severity === 'error')
  return fail(errors.map(({ line, message }) => `${FILE}:${line}: ${message}`).join('; '))
}

async function ended(
  run: AgentRun,
  timeoutMs: number,
  cancel: AbortSignal | undefined,
): ReturnType<AgentEnd> {
  const stop = (): void => void run.stop()
  const timer = setTimeout(stop, timeoutMs)
  cancel?.addEventListener('abort', stop, { once: true })
  try {
    return await run.end
  } finally {
    clearTimeout(timer)
    cancel?.removeEventListener('abort', stop)
  }
}

type AgentEnd = () => AgentRun['end']
