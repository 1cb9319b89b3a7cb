import { rm } from 'node:fs/promises'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { batchMetrics } from '../pure/batch-metrics.ts'
import type { Schedule } from '../pure/schedule/schedule-state.ts'
import { findProgram } from './find-program.ts'
import { git, openRepository } from './git/git.ts'
import type { Repository } from './git/git.ts'
import { isAncestor, landLine, mendLanding } from './git/land.ts'
import { TOKEN_NAME } from './processes/process-token.ts'
import { batchFolders } from './batch-folders.ts'
import type { BatchFolders } from './batch-folders.ts'
import { openSession } from './batch-session.ts'
import type { BatchSession } from './batch-session.ts'
import { describeBranch, findTarget } from './batch-target.ts'
import type { ExecuteOptions } from './execute-options.ts'
import type { ReportInput } from '../pure/report.ts'
import { readExecution } from './execution-record.ts'
import type { ExecutionRecord } from './execution-record.ts'
import { driveExecution } from './drive-execution.ts'
import type { DrivenExecution } from './drive-execution.ts'
import { finishOperation } from './finish-operation.ts'
import type { OperationOutcome } from './finish-operation.ts'
import { Journal, readJournal } from './journal.ts'
import { forgetKept, Joiner } from './join-work.ts'
import { loadItems } from './load-items.ts'
import type { LoadedItems } from './load-items.ts'
import { findUncommitted } from './find-uncommitted.ts'
import { selectItems } from './select-items.ts'
import type { Selection } from './select-items.ts'
import { writeStatuses } from './write-statuses.ts'

/**
 * Executes the work items of a batch: each in a checkout of its own, joined into one commit an item, and put into the branch at
 * the end. It can be killed at any time: `resume` continues where it was. The error tells why nothing was done.
 */
export async function executeBatch(options: ExecuteOptions): Promise<Result<OperationOutcome, string>> {
  const found = await openRepository(options.folder, '')
  if (!found.ok) return found
  if (options.agent !== null && (await findProgram(options.agent.file, found.value.root)) === null)
    return fail(
      `the agent "${options.agent.file}" is not there, or cannot be run; is it installed and in the PATH?`,
    )
  const { root, commonFolder } = found.value
  const folders = batchFolders(root, options.batchId, options.itemsFolder, commonFolder)
  const opened = await openSession(folders, options.batchId, 'execute')
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

/** What a run has found out before it begins. */
interface Beginning {
  readonly resumed: ExecutionRecord | null
  readonly joiner: Joiner
  readonly selection: Selection
  readonly base: string
  /** Null where the work is to stay in its own reference. */
  readonly branch: string | null
}

class BatchExecution {
  readonly #options: ExecuteOptions
  readonly #repository: Repository
  readonly #session: BatchSession
  readonly #folders: BatchFolders
  readonly #loaded: LoadedItems
  readonly #ref: string

  constructor(options: ExecuteOptions, repository: Repository, session: BatchSession, loaded: LoadedItems) {
    this.#options = options
    this.#repository = repository
    this.#session = session
    this.#folders = session.folders
    this.#loaded = loaded
    this.#ref = `refs/batches/${options.batchId}`
  }

  async run(): Promise<Result<OperationOutcome, string>> {
    const begun = await this.#begin()
    if (!begun.ok) return begun
    const { resumed, selection, base, branch } = begun.value
    this.#options.onPlan?.(selection.analysis, selection.items)
    const journal = await Journal.open(this.#folders.journal('execute'))
    try {
      const { token } = this.#session
      await journal.add(
        resumed === null
          ? { type: 'begin', base, branch: branch ?? '', selected: selection.selected, token }
          : { type: 'resumed', token },
      )
      return await this.#execute(journal, begun.value)
    } finally {
      await journal.close()
    }
  }

  async #begin(): Promise<Result<Beginning, string>> {
    const record = readExecution(await readJournal(this.#folders.journal('execute')))
    const refusal = this.#refusal(record)
    if (refusal !== null) return fail(refusal)
    const resumed = this.#options.resume ? record : null
    const target = await findTarget(this.#repository, this.#options, resumed)
    if (!target.ok) return target
    // Only a git command of this batch locks it, and all that were left over have ended.
    await rm(`${this.#repository.commonFolder}/${this.#ref}.lock`, { force: true })
    if (record !== null && record.landing !== null) {
      const mended = await mendLanding(this.#repository, record.landing)
      if (!mended.ok) return fail(`the checkout cannot be mended: ${mended.error}`)
      // It was over, only not written down: made anew for the branch, the commits of the line would not be known there.
      const { to, branch: landedOn } = record.landing
      if (await isAncestor(this.#repository, to, landedOn))
        await git(this.#repository, ['update-ref', '-d', this.#ref])
    }
    const { branch, tip } = target.value
    const base = resumed?.base ?? tip
    const joiner = await Joiner.open(this.#repository, this.#ref, base, tip)
    const selection = selectItems(this.#loaded.items, {
      ...this.#options,
      ...(resumed !== null && { items: resumed.selected }),
      done: new Set([...joiner.items, ...(resumed?.joined ?? [])]),
      elsewhere: this.#loaded.elsewhere,
    })
    if (!selection.ok) return selection
    if (resumed === null) {
      const dirty = await findUncommitted(this.#repository, selection.value)
      if (dirty !== null) return fail(dirty)
      for (const id of selection.value.selected)
        await rm(this.#folders.attemptsOf('execute', id), { recursive: true, force: true })
    }
    return ok({ resumed, joiner, selection: selection.value, base, branch })
  }

  async #execute(journal: Journal, beginning: Beginning): Promise<Result<OperationOutcome, string>> {
    const { joiner, selection } = beginning
    const startedAt = new Date()
    const driven = await driveExecution({
      ...beginning,
      options: this.#options,
      repository: this.#repository,
      session: this.#session,
      loaded: this.#loaded,
      journal,
    })
    const { schedule } = driven
    const landed = await this.#finish(journal, beginning, schedule)
    const titles = await writeStatuses(this.#folders.items, selection, schedule, landed.isLanded)
    const isComplete =
      landed.isGood && selection.selected.every((id) => schedule.items.get(id)?.status === 'done')
    const report: ReportInput = {
      batchId: this.#options.batchId,
      operation: 'execute',
      schedule,
      items: titles,
      edges: selection.analysis.edges,
      metrics: this.#metricsOf(startedAt, driven, selection),
      remarks: [
        ...selection.remarks,
        ...(schedule.halt === null ? [] : [`Nothing more was started: ${schedule.halt}.`]),
        ...driven.remarks,
        landed.remark,
      ],
    }
    // The figures of the run that did the work are worth more than those of one that found nothing to do.
    const outcome =
      selection.selected.length === 0
        ? { ...report, metricsPath: null, reportPath: null, isComplete }
        : await finishOperation(this.#folders, report, isComplete)
    if (landed.isOver) {
      await journal.add({ type: 'end', isComplete })
      if (landed.isLanded) {
        await joiner.close()
        await forgetKept(this.#repository, this.#options.batchId, schedule)
      }
    }
    return ok(outcome)
  }

  #metricsOf(
    startedAt: Date,
    { schedule, traces }: DrivenExecution,
    selection: Selection,
  ): OperationOutcome['metrics'] {
    const { agent, batchId } = this.#options
    return batchMetrics({
      batchId,
      operation: 'execute',
      timestamp: startedAt.toISOString(),
      schedule,
      items: selection.selected,
      complexities: new Map(selection.items.map(({ id, complexity }) => [id, complexity])),
      traces,
      usageFrom: agent === null ? null : agent.readEvent === null ? 'claimed' : 'transcript',
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

  /** Brings the work into its branch, or says where it is. */
  async #finish(
    journal: Journal,
    { joiner, selection, branch }: Beginning,
    schedule: Schedule,
  ): Promise<Finish> {
    const { batchId } = this.#options
    if (schedule.status !== 'done')
      return {
        isOver: false,
        isLanded: false,
        isGood: false,
        remark: 'The batch was cancelled; --resume continues it.',
      }
    const hasWork =
      joiner.items.size > 0 || selection.selected.some((id) => schedule.items.get(id)?.status === 'done')
    if (!hasWork)
      return {
        isOver: true,
        isLanded: true,
        isGood: true,
        remark:
          selection.selected.length === 0
            ? 'Nothing was left to do.'
            : 'No work was accepted; the branch is as it was.',
      }
    const how = `"blueprint batch approve ${batchId}" brings it in`
    if (branch === null)
      return { isOver: true, isLanded: false, isGood: true, remark: `The work is in ${this.#ref}; ${how}.` }
    if (!(await this.#session.lease.isHeld()))
      return {
        isOver: false,
        isLanded: false,
        isGood: false,
        remark: 'Somebody else took the batch over; nothing was landed.',
      }
    const landed = await landLine(this.#repository, {
      branch,
      head: joiner.head,
      folder: `${this.#folders.work}/land`,
      order: selection.analysis.order,
      note: async (landing) => journal.add({ type: 'landing', ...landing }),
    })
    if (!landed.ok) {
      const remark = `The work is done, but is not in ${describeBranch(branch)} yet: ${landed.error}. It is in ${this.#ref}: ${how} when that is settled, and so does "git merge ${this.#ref}".`
      return { isOver: false, isLanded: false, isGood: false, remark }
    }
    await journal.add({ type: 'landed', to: landed.value })
    return {
      isOver: true,
      isLanded: true,
      isGood: true,
      remark: `The work is in the branch ${describeBranch(branch)}.`,
    }
  }
}

interface Finish {
  /** Nothing is left for --resume. */
  readonly isOver: boolean
  readonly isLanded: boolean
  readonly isGood: boolean
  readonly remark: string
}
