import { rm } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { batchMetrics } from '../../orchestrator/batch-metrics.ts'
import type { ItemTrace } from '../../orchestrator/batch-metrics.ts'
import type { Analysis } from '../../orchestrator/dependencies/analyse-dependencies.ts'
import { createSchedule } from '../../orchestrator/schedule/schedule-state.ts'
import type { Schedule } from '../../orchestrator/schedule/schedule-state.ts'
import type { Policy } from '../../orchestrator/schedule/policy.ts'
import type { WorkItem } from '../../orchestrator/work-item/work-item.ts'
import { git, mustGit, openRepository } from '../git/git.ts'
import type { Repository } from '../git/git.ts'
import { land, mendLanding } from '../git/land.ts'
import { TOKEN_NAME } from '../processes/process-token.ts'
import type { AgentCommand } from './agent-command.ts'
import { batchFolders } from './batch-folders.ts'
import type { BatchFolders } from './batch-folders.ts'
import { openSession } from './batch-session.ts'
import type { BatchSession } from './batch-session.ts'
import { drive } from './drive.ts'
import type { Drive } from './drive.ts'
import { ItemExecution } from './execute-item.ts'
import type { Work } from './execute-item.ts'
import { readExecution } from './execution-record.ts'
import type { ExecutionRecord } from './execution-record.ts'
import { finishOperation } from './finish-operation.ts'
import type { OperationOutcome } from './finish-operation.ts'
import { Journal, readJournal } from './journal.ts'
import { Joiner } from './join-work.ts'
import { loadItems } from './load-items.ts'
import type { LoadedItems } from './load-items.ts'
import { modelLadders } from './model-ladders.ts'
import { ResultCache } from './result-cache.ts'
import { findUncommitted } from './find-uncommitted.ts'
import { selectItems } from './select-items.ts'
import type { Selection, SelectOptions } from './select-items.ts'
import { writeStatuses } from './write-statuses.ts'

export interface ExecuteOptions extends SelectOptions {
  /** A folder of the repository. */
  readonly folder: string
  readonly batchId: string
  readonly itemsFolder: string
  readonly policy: Policy
  /** What does items that are no blueprint work; null where there is nobody. */
  readonly agent: AgentCommand | null
  /** Start each item with the model that earlier batches allow, instead of the first one of the policy. */
  readonly chooseModels?: boolean
  /** Continue an execution that was cut off, cancelled, or left failures. */
  readonly resume: boolean
  readonly cancel?: AbortSignal
  readonly onEvent?: Drive['onEvent']
  /** Called once, before anything runs. */
  readonly onPlan?: (analysis: Analysis, items: readonly WorkItem[]) => void
}

/**
 * Executes the work items of a batch: each in a checkout of its own, joined stage by stage into one commit an item, and put
 * into the user's branch at the end. It can be killed at any time: `resume` continues where it was. The error tells why
 * nothing was done.
 */
export async function executeBatch(options: ExecuteOptions): Promise<Result<OperationOutcome, string>> {
  const found = await openRepository(options.folder, '')
  if (!found.ok) return found
  const folders = batchFolders(found.value.root, options.batchId, options.itemsFolder)
  const opened = await openSession(folders, 'execute')
  if (!opened.ok) return opened
  const session = opened.value
  const repository = { ...found.value, env: { ...found.value.env, [TOKEN_NAME]: session.token } }
  try {
    const loaded = await loadItems(folders.items, options.batchId)
    if (!loaded.ok) return loaded
    return await new BatchExecution(options, repository, session, loaded.value).run()
  } finally {
    await session.close()
  }
}

class BatchExecution {
  readonly #options: ExecuteOptions
  readonly #repository: Repository
  readonly #session: BatchSession
  readonly #folders: BatchFolders
  readonly #loaded: LoadedItems
  readonly #ref: string
  readonly #worked = new Map<string, Work>()
  readonly #traces = new Map<string, ItemTrace>()

  constructor(options: ExecuteOptions, repository: Repository, session: BatchSession, loaded: LoadedItems) {
    this.#options = options
    this.#repository = repository
    this.#session = session
    this.#folders = session.folders
    this.#loaded = loaded
    this.#ref = `refs/batches/${options.batchId}`
  }

  async run(): Promise<Result<OperationOutcome, string>> {
    const record = readExecution(await readJournal(this.#folders.journal('execute')))
    const refusal = this.#refusal(record)
    if (refusal !== null) return fail(refusal)
    const resumed = this.#options.resume ? record : null
    if (resumed?.landing !== null && resumed?.landing !== undefined) {
      const mended = await mendLanding(this.#repository, resumed.landing)
      if (!mended.ok) return fail(`the checkout cannot be mended: ${mended.error}`)
    }
    // Only a git command of this batch locks it, and all that were left over have ended.
    await rm(
      await mustGit(this.#repository, [
        'rev-parse',
        '--path-format=absolute',
        '--git-path',
        `${this.#ref}.lock`,
      ]),
      { force: true },
    )
    const branch = await mustGit(this.#repository, ['rev-parse', 'HEAD'])
    const base = resumed?.base ?? branch
    const joiner = await Joiner.open(this.#repository, this.#ref, base, branch)
    const selection = selectItems(this.#loaded.items, {
      ...this.#options,
      ...(resumed !== null && { items: resumed.selected }),
      done: new Set([...joiner.items, ...(resumed?.joined ?? [])]),
    })
    if (!selection.ok) return selection
    if (resumed === null) {
      const dirty = await findUncommitted(this.#repository, selection.value)
      if (dirty !== null) return fail(dirty)
    }
    this.#options.onPlan?.(selection.value.analysis, selection.value.items)
    const journal = await Journal.open(this.#folders.journal('execute'))
    try {
      await journal.add(
        resumed === null
          ? { type: 'begin', base, selected: selection.value.selected, token: this.#session.token }
          : { type: 'resumed', token: this.#session.token },
      )
      return await this.#execute(journal, joiner, selection.value, resumed)
    } finally {
      await journal.close()
    }
  }

  async #execute(
    journal: Journal,
    joiner: Joiner,
    selection: Selection,
    resumed: ExecutionRecord | null,
  ): Promise<Result<OperationOutcome, string>> {
    const startedAt = new Date()
    for (const [id, { base, ...work }] of resumed?.worked ?? [])
      if (base === joiner.head) this.#worked.set(id, work)
    const schedule = await this.#drive(journal, joiner, selection, resumed)
    const landed =
      schedule.status === 'done'
        ? selection.selected.some((id) => schedule.items.get(id)?.status === 'done')
          ? await this.#land(journal, joiner.head)
          : ok('No work was accepted; the branch is as it was.')
        : ok('the batch was cancelled; --resume continues it')
    const titles = await writeStatuses(this.#folders.items, selection, schedule)
    const metrics = batchMetrics({
      batchId: this.#options.batchId,
      operation: 'execute',
      timestamp: startedAt.toISOString(),
      schedule,
      items: selection.selected,
      complexities: new Map(selection.items.map(({ id, complexity }) => [id, complexity])),
      traces: this.#traces,
      usageFrom:
        this.#options.agent === null
          ? null
          : this.#options.agent.readEvent === null
            ? 'claimed'
            : 'transcript',
    })
    const isComplete =
      landed.ok && selection.selected.every((id) => schedule.items.get(id)?.status === 'done')
    const outcome = await finishOperation(
      this.#folders,
      {
        batchId: this.#options.batchId,
        operation: 'execute',
        schedule,
        items: titles,
        edges: selection.analysis.edges,
        metrics,
        remarks: [...selection.remarks, landed.ok ? landed.value : landed.error],
      },
      isComplete,
    )
    if (schedule.status === 'done' && landed.ok) {
      await journal.add({ type: 'end', isComplete })
      await joiner.close()
    }
    await this.#cleanUp(schedule)
    return outcome
  }

  async #drive(
    journal: Journal,
    joiner: Joiner,
    selection: Selection,
    resumed: ExecutionRecord | null,
  ): Promise<Schedule> {
    const { agent, batchId, cancel, chooseModels, onEvent, policy } = this.#options
    const byId = new Map(selection.items.map((item) => [item.id, item]))
    const execution = {
      session: this.#session,
      repository: this.#repository,
      batchId,
      policy,
      agent,
      cache: new ResultCache(this.#folders.cache),
      itemsFolder: relative(this.#folders.root, this.#folders.items),
      texts: this.#loaded.texts,
      trace: (item: string, trace: ItemTrace) => this.#traces.set(item, trace),
      note: async (entry: Readonly<Record<string, unknown>>) => journal.add(entry),
    }
    return drive({
      schedule: createSchedule({
        policy,
        stages: selection.stages,
        dependencies: selection.dependencies,
        ladders: await modelLadders(
          selection.items,
          chooseModels === true ? null : policy.models,
          this.#folders.completed,
        ),
        done: selection.done,
        blocked: selection.blocked,
        firstFence: (resumed?.highestFence ?? 0) + 1,
      }),
      begin: (task) => {
        const before = resumed?.started.get(task.item)
        const adopt = task.attempt === 1 && before?.base === joiner.head ? before.fence : null
        return new ItemExecution(
          execution,
          byId.get(task.item)!,
          task,
          joiner.head,
          adopt,
          this.#worked.get(task.item) ?? null,
          (work) => this.#worked.set(task.item, work),
        )
      },
      join: async (_stage, items) => {
        const failures = await joiner.join(
          items,
          (id) => this.#worked.get(id)!,
          async (item) => journal.add({ type: 'joined', item }),
        )
        return failures
      },
      ...(onEvent !== undefined && { onEvent }),
      ...(cancel !== undefined && { cancel }),
    })
  }

  /** Why an execution may not begin. */
  #refusal(record: ExecutionRecord | null): string | null {
    const { batchId, resume } = this.#options
    if (resume && record === null) return `batch ${batchId} has not been executed; there is nothing to resume`
    if (!resume && record !== null && !record.isFinished)
      return `an execution of batch ${batchId} was cut off: --resume continues it, "blueprint batch cancel ${batchId}" gives it up`
    const error = this.#loaded.findings.find(({ severity }) => severity === 'error')
    return error === undefined ? null : `${error.file}:${error.line}: ${error.message}`
  }

  async #land(journal: Journal, head: string): Promise<Result<string, string>> {
    const branch = await mustGit(this.#repository, ['rev-parse', 'HEAD'])
    const isThere = await git(this.#repository, ['merge-base', '--is-ancestor', head, branch])
    if (isThere.ok) {
      await journal.add({ type: 'landed', to: head })
      return ok('The work is in the branch.')
    }
    await journal.add({ type: 'landing', to: head })
    const landed = await land(this.#repository, head)
    if (!landed.ok)
      return fail(
        `The work is done, but is not in the branch yet: ${landed.error}. It is in ${this.#ref}: "git merge ${this.#ref}" brings it in.`,
      )
    await journal.add({ type: 'landed', to: head })
    return ok('The work is in the branch.')
  }

  async #cleanUp(schedule: Schedule): Promise<void> {
    await rm(`${this.#folders.state}/work`, { recursive: true, force: true })
    await git(this.#repository, ['worktree', 'prune'])
    for (const [id, { status }] of schedule.items)
      if (status === 'done')
        await rm(this.#folders.attemptsOf('execute', id), { recursive: true, force: true })
  }
}
