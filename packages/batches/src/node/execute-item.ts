import { createHash } from 'node:crypto'
import type { ItemTrace } from '../pure/batch-metrics.ts'
import type {
  Judge,
  Publisher,
  Runner,
  Running,
  Task,
  Verdict,
  Work,
  Workspace,
  Workspaces,
} from '../pure/ports/attempt.ts'
import type { ResultIndex } from '../pure/ports/result-index.ts'
import { NO_USAGE } from '../pure/protocol/task-report.ts'
import type { Usage } from '../pure/protocol/task-report.ts'
import { oneLine } from '../pure/report.ts'
import type { Beat } from '../pure/schedule/advance.ts'
import type { Failure } from '../pure/schedule/schedule-state.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import type { PreviousAttempts } from './attempt/previous-attempts.ts'
import type { AgentCommand } from './agent-command.ts'
import type { BatchFolders } from './batch-folders.ts'
import type { Attempt, Outcome } from './drive.ts'
import { git } from './git/git.ts'
import type { Repository } from './git/git.ts'
import type { Revisions } from './git/revisions.ts'
import { contentKey } from './result-cache.ts'
import { readResultFile } from './run-agent.ts'

/** What all items of an execution share. */
export interface Execution {
  readonly repository: Repository
  readonly folders: BatchFolders
  readonly agent: AgentCommand | null
  readonly workspaces: Workspaces
  readonly runner: Runner
  readonly judge: Judge
  readonly publisher: Publisher
  readonly cache: ResultIndex
  readonly revisions: Revisions
  readonly previous: PreviousAttempts
  /** The text of each item's file, by id. */
  readonly texts: ReadonlyMap<string, string>
  /** Told for each attempt: what its work depends on, and whether it was taken from the cache. */
  readonly trace: (item: string, trace: ItemTrace) => void
  readonly note: (entry: Readonly<Record<string, unknown>>) => Promise<void>
}

/** An attempt of a session that died, whose result may count. */
export interface Adoptable {
  readonly fence: number
  readonly base: string
  /** Name of its workspace. */
  readonly workspace: string
}

type Done =
  { readonly work: Work; readonly usage: Usage } | { readonly failure: Failure; readonly usage: Usage }

/** One attempt at an item: a workspace, the work in it, a judgement of what is there, and a commit of it. */
export class ItemExecution implements Attempt {
  readonly #execution: Execution
  readonly #item: WorkItem
  readonly #task: Task
  readonly #base: string
  readonly #keep: (work: Work) => void
  readonly outcome: Promise<Outcome>
  #running: Pick<Running<unknown>, 'beat' | 'stop'> | null = null
  #workspace: Workspace | null = null
  #isStopped = false

  /**
   * @param base the commit to begin from
   * @param known work that a session before had accepted and not yet joined
   * @param keep takes accepted work
   */
  constructor(
    execution: Execution,
    item: WorkItem,
    task: Task,
    base: string,
    adopt: Adoptable | null,
    known: Work | null,
    keep: (work: Work) => void,
  ) {
    this.#execution = execution
    this.#item = item
    this.#task = task
    this.#base = base
    this.#keep = keep
    this.outcome =
      known === null
        ? this.#run(adopt)
        : Promise.resolve({ failure: null, usage: NO_USAGE, notes: known.notes })
  }

  async beat(): Promise<Beat> {
    // Between its steps only this process is at work, which is alive.
    return (
      this.#running?.beat() ?? { atMs: null, sign: `${performance.now()}`, progress: null, step: 'working' }
    )
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#running?.stop()
  }

  async #run(adopt: Adoptable | null): Promise<Outcome> {
    try {
      return await this.#attempt(adopt)
    } finally {
      // Not before what came of it is written down: the next item gets the workspace, and a later session would judge that one's.
      const { executor, gates } = this.#item
      const isTidy = executor === 'blueprint' && gates.every(({ command }) => command === null)
      if (this.#workspace !== null) await this.#execution.workspaces.close(this.#workspace, isTidy)
    }
  }

  async #attempt(adopt: Adoptable | null): Promise<Outcome> {
    const { note } = this.#execution
    const { item, attempt, fence } = this.#task
    const done = (await this.#fromCache()) ?? (await this.#fromPredecessor(adopt)) ?? (await this.#do())
    if ('failure' in done) {
      const failure = { ...done.failure, message: oneLine(done.failure.message) }
      await note({ type: 'failed', item, attempt, fence, ...done, failure })
      return { failure, usage: done.usage, notes: [] }
    }
    await note({ type: 'worked', item, attempt, fence, ...done.work, usage: done.usage })
    this.#keep(done.work)
    return { failure: null, usage: done.usage, notes: done.work.notes }
  }

  async #do(): Promise<Done> {
    const { note, runner, workspaces } = this.#execution
    const { item, attempt, fence, model } = this.#task
    const opened = await workspaces.open(this.#base)
    if (!opened.ok) return { failure: opened.error, usage: NO_USAGE }
    const workspace = opened.value
    this.#workspace = workspace
    await note({ type: 'started', item, attempt, fence, model, base: this.#base, workspace: workspace.name })
    if (this.#isStopped) return this.#stopped(NO_USAGE)
    const run = await runner.start(this.#task, this.#item, workspace)
    const end = await this.#during(run)
    if (this.#isStopped) return this.#stopped(end.usage)
    if (end.failure === null) return this.#judge(workspace, end.files, end.usage)
    return this.#refused(workspace, end.failure, end.usage)
  }

  /** What runs shows signs of life and can be stopped. */
  async #during<T>(run: Running<T>): Promise<T> {
    this.#running = run
    if (this.#isStopped) await run.stop()
    try {
      return await run.end
    } finally {
      this.#running = null
    }
  }

  #stopped(usage: Usage): Done {
    return { failure: { code: 'cancelled', message: 'it was stopped' }, usage }
  }

  async #judge(workspace: Workspace, claimed: readonly string[], usage: Usage): Promise<Done> {
    const { cache, judge, publisher } = this.#execution
    const verdict = await this.#during(judge.start(this.#task, this.#item, workspace, claimed))
    if (this.#isStopped) return this.#stopped(usage)
    if (verdict.failure !== null) return this.#refused(workspace, verdict.failure, usage, verdict)
    const published = await publisher.publish(this.#task, this.#item, workspace, verdict)
    if (!published.ok) return { failure: published.error, usage }
    const tokens = this.#item.executor === 'blueprint' ? 0 : usage.totalTokens
    await cache.write(await this.#key(), { commit: published.value.commit, tokens })
    return { work: published.value, usage }
  }

  /** Whoever tries again is told why this was not accepted, and what was there. */
  async #refused(workspace: Workspace, failure: Failure, usage: Usage, verdict?: Verdict): Promise<Done> {
    const { previous, publisher } = this.#execution
    const { item, attempt } = this.#task
    if (this.#item.executor === 'agent' && failure.code !== 'limited' && failure.code !== 'executor')
      await previous.keep(item, {
        attempt,
        reason: failure.message,
        diff: await publisher.diff(workspace),
        ...(verdict?.evidence !== undefined && { gate_output: verdict.evidence }),
      })
    return { failure, usage }
  }

  /** Work of the same content that was done before: it is joined, not done again. */
  async #fromCache(): Promise<Done | null> {
    const { cache, repository, trace } = this.#execution
    const key = await this.#key()
    trace(this.#task.item, { inputHash: key, isFromCache: false, savedTokens: null })
    // What was taken from there and could not be joined would not be joined now.
    const found = this.#task.attempt > 1 ? null : await cache.read(key)
    if (found === null) return null
    const notes = ['taken from an earlier run of the same work']
    trace(this.#task.item, { inputHash: key, isFromCache: true, savedTokens: found.tokens })
    if (found.commit === null)
      return { work: { commit: null, base: this.#base, files: [], notes }, usage: NO_USAGE }
    const parent = await git(repository, ['rev-parse', '--verify', '--quiet', `${found.commit}^`])
    const isBefore =
      parent.ok && (await git(repository, ['merge-base', '--is-ancestor', parent.value, this.#base])).ok
    if (!parent.ok || !isBefore) {
      trace(this.#task.item, { inputHash: key, isFromCache: false, savedTokens: null })
      return null
    }
    return { work: { commit: found.commit, base: parent.value, files: [], notes }, usage: NO_USAGE }
  }

  /** An agent that was done when its orchestrator died has left its result and its checkout: they are judged like any. */
  async #fromPredecessor(adopt: Adoptable | null): Promise<Done | null> {
    if (adopt === null || this.#item.executor === 'blueprint') return null
    const { folders, workspaces } = this.#execution
    const { item } = this.#task
    const workspace = await workspaces.reopen(adopt.workspace, adopt.base)
    if (workspace === null) return null
    const read = await readResultFile(folders.attempt('execute', item, adopt.fence), {
      work_item_id: item,
      fence: adopt.fence,
    })
    const done =
      read.failure === null ? await this.#judge(workspace, read.claim.output.files, read.usage) : null
    if (done !== null && !('failure' in done)) {
      this.#workspace = workspace
      return done
    }
    await workspaces.close(workspace)
    return null
  }

  /** Everything that the result depends on. A document that is changed by commands depends on nothing but the two. */
  async #key(): Promise<string> {
    const { agent, revisions, texts } = this.#execution
    const { blueprint, commands, executor, files, gates, id } = this.#item
    const isClosed = executor === 'blueprint' && gates.every(({ command }) => command === null)
    const revision = isClosed ? `${this.#base}:${blueprint ?? ''}` : `${this.#base}^{tree}`
    const input = (await revisions.nameOf(revision)) ?? revision
    if (executor === 'blueprint') return contentKey([executor, id, blueprint, commands, files, gates, input])
    const body = createHash('sha256')
      .update(texts.get(id)?.replace(/^---\n.{0,65536}?\n---\n/s, '') ?? '')
      .digest('hex')
    return contentKey([executor, agent?.identity ?? '', this.#task.model, id, files, gates, body, input])
  }
}
