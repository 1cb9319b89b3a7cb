import { rm } from 'node:fs/promises'
import { relative } from 'node:path'
import type { ItemTrace } from '../pure/batch-metrics.ts'
import type { Work } from '../pure/ports/attempt.ts'
import { createSchedule } from '../pure/schedule/schedule-state.ts'
import type { Failure, Schedule, ScheduleInput } from '../pure/schedule/schedule-state.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import { CommitPublisher } from './attempt/commit-publisher.ts'
import { EvidenceJudge } from './attempt/evidence-judge.ts'
import { GitWorkspaces } from './attempt/git-workspaces.ts'
import { LocalRunner } from './attempt/local-runner.ts'
import { PreviousAttempts } from './attempt/previous-attempts.ts'
import type { BatchSession } from './batch-session.ts'
import { drive } from './drive.ts'
import type { ExecuteOptions } from './execute-options.ts'
import { ItemExecution } from './execute-item.ts'
import type { Adoptable, Execution } from './execute-item.ts'
import type { ExecutionRecord } from './execution-record.ts'
import { changesOutside, looksOf } from './foreign-changes.ts'
import { mustGit } from './git/git.ts'
import { forgetWorkCopies } from './git/work-copy.ts'
import type { Repository } from './git/git.ts'
import { commitMessage } from './git/history.ts'
import { Revisions } from './git/revisions.ts'
import { isAncestor } from './git/land.ts'
import type { Journal } from './journal.ts'
import type { Joiner } from './join-work.ts'
import type { LoadedItems } from './load-items.ts'
import { modelLadders } from './model-ladders.ts'
import { ResultCache } from './result-cache.ts'
import { runGate } from './run-gate.ts'
import type { Selection } from './select-items.ts'

export interface ExecutionInput {
  readonly options: ExecuteOptions
  readonly repository: Repository
  readonly session: BatchSession
  readonly loaded: LoadedItems
  readonly journal: Journal
  readonly joiner: Joiner
  readonly selection: Selection
  readonly resumed: ExecutionRecord | null
}

export interface DrivenExecution {
  readonly schedule: Schedule
  readonly traces: ReadonlyMap<string, ItemTrace>
  /** What was seen beside the work. */
  readonly remarks: readonly string[]
}

/** Does the items of a batch and joins their work, until all are through or the batch is cancelled. */
export async function driveExecution(input: ExecutionInput): Promise<DrivenExecution> {
  const { repository, session, joiner, resumed } = input
  const traces = new Map<string, ItemTrace>()
  const worked = new Map<string, Work>()
  for (const [id, work] of resumed?.worked ?? [])
    // What it began from is in the line: it can be joined, however far that has come since.
    if (work.base === joiner.head || (await isAncestor(repository, work.base, joiner.head)))
      worked.set(id, work)
  const adoptable = await adoptableOf(input)
  const before = await looksOf(repository)
  const workspaces = workspacesOf(input, adoptable)
  const revisions = new Revisions(repository)
  const execution = executionOf(input, workspaces, before.branches, traces, revisions)
  const byId = new Map(input.selection.items.map((item) => [item.id, item]))
  const known = new Set(worked.keys())
  try {
    const schedule = await drive({
      schedule: await scheduleOf(input),
      begin: (task) => {
        const { item, attempt } = task
        const before = attempt === 1 && known.has(item) ? (worked.get(item) ?? null) : null
        const adopt = attempt === 1 ? (adoptable.get(item) ?? null) : null
        return new ItemExecution(execution, byId.get(item)!, task, joiner.head, adopt, before, (work) => {
          worked.set(item, work)
          known.delete(item)
        })
      },
      join: async (items) => join(input, items, worked, byId),
      ...(input.options.onEvent !== undefined && { onEvent: input.options.onEvent }),
      ...(input.options.cancel !== undefined && { cancel: input.options.cancel }),
    })
    return { schedule, traces, remarks: changesOutside(before, await looksOf(repository)) }
  } finally {
    revisions.close()
    await workspaces.closeAll()
    // Those of sessions that died as well.
    await rm(session.folders.work, { recursive: true, force: true })
    await forgetWorkCopies(repository, session.folders.work)
  }

  function workspacesOf({ options }: ExecutionInput, kept: ReadonlyMap<string, Adoptable>): GitWorkspaces {
    const { setup, policy } = options
    return new GitWorkspaces({
      repository,
      folder: session.folders.work,
      prefix: `${session.token.slice(0, 8)}-`,
      reserved: new Set([...kept.values()].map(({ workspace }) => workspace)),
      setup:
        setup === undefined
          ? null
          : async (cwd) => {
              const token = `${session.token}.setup`
              const { guardian } = session
              const run = runGate({ command: setup, cwd, timeoutMs: policy.timeoutMs, token, guardian })
              const { isPassed, output } = await run.result
              return isPassed ? null : `"${setup}" failed: ${output}`
            },
    })
  }
}

/** Attempts that may have been done when their orchestrator died. */
async function adoptableOf({
  repository,
  joiner,
  resumed,
}: ExecutionInput): Promise<ReadonlyMap<string, Adoptable>> {
  const found = new Map<string, Adoptable>()
  for (const [id, attempt] of resumed?.started ?? [])
    if (attempt.workspace !== '' && (await isAncestor(repository, attempt.base, joiner.head)))
      found.set(id, attempt)
  return found
}

function executionOf(
  { options, repository, session, loaded, journal }: ExecutionInput,
  workspaces: GitWorkspaces,
  branches: ReadonlySet<string>,
  traces: Map<string, ItemTrace>,
  revisions: Revisions,
): Execution {
  const { agent, batchId, policy } = options
  const { folders } = session
  const { timeoutMs } = policy
  const previous = new PreviousAttempts(folders)
  const { texts } = loaded
  return {
    repository,
    folders,
    agent,
    workspaces,
    runner: new LocalRunner({
      session,
      batchId,
      timeoutMs,
      agent,
      texts,
      previous: async (item) => previous.read(item),
    }),
    judge: new EvidenceJudge({
      session,
      repository,
      timeoutMs,
      itemsFolder: relative(folders.root, folders.items),
      branches,
    }),
    publisher: new CommitPublisher(repository, batchId),
    cache: new ResultCache(folders.cache),
    revisions,
    previous,
    texts,
    trace: (item, trace) => traces.set(item, trace),
    note: async (entry) => journal.add(entry),
  }
}

async function scheduleOf({ options, selection, session, resumed }: ExecutionInput): Promise<Schedule> {
  const { chooseModels, policy } = options
  return createSchedule({
    ...scheduleInputOf(selection),
    policy,
    ladders: await modelLadders(
      selection.items,
      chooseModels === true ? null : policy.models,
      session.folders.completed,
    ),
    firstFence: (resumed?.highestFence ?? 0) + 1,
  })
}

/** What a selection of items says about their order. */
export function scheduleInputOf(selection: Selection): Omit<ScheduleInput, 'policy'> {
  const agents = selection.items.filter(({ executor }) => executor === 'agent')
  return {
    stages: selection.stages,
    dependencies: selection.dependencies,
    after: afterOf(selection),
    metered: new Set(agents.map(({ id }) => id)),
    weights: new Map(selection.items.map(({ id, hours }) => [id, Math.max(0.1, hours?.max ?? 1)])),
    done: selection.done,
    blocked: selection.blocked,
  }
}

/** Items that touch the same files come one after the other, unless they were told to share a stage. */
function afterOf({ analysis }: Selection): ReadonlyMap<string, readonly string[]> {
  const stageOf = new Map(analysis.stages.flatMap((ids, stage) => ids.map((id) => [id, stage] as const)))
  const after = new Map<string, string[]>()
  for (const { from, to, kind } of analysis.edges)
    if (kind === 'file' && stageOf.get(from) !== stageOf.get(to))
      after.set(to, [...(after.get(to) ?? []), from])
  return after
}

async function join(
  { joiner, journal, options, session, repository }: ExecutionInput,
  items: readonly string[],
  worked: Map<string, Work>,
  byId: ReadonlyMap<string, WorkItem>,
): Promise<ReadonlyMap<string, Failure>> {
  if (!(await session.lease.isHeld()))
    throw new Error(`somebody else took batch ${options.batchId} over: nothing more is joined here`)
  const losers = await joiner.join(
    items,
    (id) => {
      const work = worked.get(id)!
      // Of an earlier run only the commit knows the message.
      const isOwn = work.files.length > 0
      return { ...work, message: isOwn ? commitMessage(byId.get(id)!, options.batchId, work.notes) : null }
    },
    async (item) => journal.add({ type: 'joined', item }),
  )
  const previous = new PreviousAttempts(session.folders)
  for (const [id, { failure, ref }] of losers) {
    await journal.add({ type: 'conflict', item: id, ref: ref ?? '' })
    const diff = ref === null ? '' : await mustGit(repository, ['show', '--no-color', '--format=', ref])
    await previous.keep(id, { attempt: 1, reason: failure.message, diff: diff.slice(0, 20_000) })
    worked.delete(id)
  }
  return new Map([...losers].map(([id, { failure }]) => [id, failure]))
}
