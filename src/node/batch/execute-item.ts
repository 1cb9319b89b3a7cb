import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { ItemTrace } from '../../orchestrator/batch-metrics.ts'
import { NO_USAGE } from '../../orchestrator/protocol/task-report.ts'
import type { Usage } from '../../orchestrator/protocol/task-report.ts'
import { judgeWork } from '../../orchestrator/review/judge-work.ts'
import type { Evidence } from '../../orchestrator/review/judge-work.ts'
import type { Beat } from '../../orchestrator/schedule/advance.ts'
import type { Policy } from '../../orchestrator/schedule/policy.ts'
import type { Failure } from '../../orchestrator/schedule/schedule-state.ts'
import type { WorkItem } from '../../orchestrator/work-item/work-item.ts'
import { mustGit, git } from '../git/git.ts'
import type { Repository } from '../git/git.ts'
import { commitMessage } from '../git/history.ts'
import { addWorkCopy, commitWorkCopy, removeWorkCopy, stageAll } from '../git/work-copy.ts'
import type { AgentCommand } from './agent-command.ts'
import type { BatchSession } from './batch-session.ts'
import { doBlueprintWork } from './blueprint-work.ts'
import type { Attempt, Outcome, Task } from './drive.ts'
import { runGate } from './run-gate.ts'
import { contentKey } from './result-cache.ts'
import type { ResultCache } from './result-cache.ts'
import { readResultFile, runAgent } from './run-agent.ts'

/** What all items of an execution share. */
export interface Execution {
  readonly session: BatchSession
  readonly repository: Repository
  readonly batchId: string
  readonly policy: Policy
  readonly agent: AgentCommand | null
  readonly cache: ResultCache
  /** The folder of the work items, which belong to the orchestrator: what an agent changes there is not kept. */
  readonly itemsFolder: string
  /** The text of each item's file, by id. */
  readonly texts: ReadonlyMap<string, string>
  /** Told for each attempt: what its work depends on, and whether it was taken from the cache. */
  readonly trace: (item: string, trace: ItemTrace) => void
  readonly note: (entry: Readonly<Record<string, unknown>>) => Promise<void>
}

/** What an attempt has come to. */
export interface Work {
  readonly commit: string | null
  readonly notes: readonly string[]
}

type Done =
  { readonly work: Work; readonly usage: Usage } | { readonly failure: Failure; readonly usage: Usage }

/** Does one item in a checkout of its own and makes one commit of it. */
export class ItemExecution implements Attempt {
  readonly #execution: Execution
  readonly #item: WorkItem
  readonly #task: Task
  readonly #base: string
  readonly #keep: (work: Work) => void
  readonly outcome: Promise<Outcome>
  #running: { beat(): Promise<Beat>; stop(): Promise<void> } | null = null
  #isStopped = false

  /**
   * @param base the commit to begin from
   * @param adopt fence of an attempt of a session that died, whose result may count
   * @param known work that a session before had accepted and not yet joined
   * @param keep takes accepted work
   */
  constructor(
    execution: Execution,
    item: WorkItem,
    task: Task,
    base: string,
    adopt: number | null,
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
    return this.#running?.beat() ?? { atMs: Date.now(), progress: null, step: 'working' }
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#running?.stop()
  }

  async #run(adopt: number | null): Promise<Outcome> {
    const { note } = this.#execution
    const { item, attempt, fence } = this.#task
    const done = (await this.#fromCache()) ?? (await this.#fromPredecessor(adopt)) ?? (await this.#do())
    if ('failure' in done) {
      await note({ type: 'failed', item, attempt, fence, ...done })
      await this.#clean()
      return { failure: done.failure, usage: done.usage, notes: [] }
    }
    await note({ type: 'worked', item, attempt, fence, base: this.#base, ...done.work, usage: done.usage })
    this.#keep(done.work)
    await this.#clean()
    return { failure: null, usage: done.usage, notes: done.work.notes }
  }

  async #do(): Promise<Done> {
    const { repository, note } = this.#execution
    const { item, attempt, fence, model } = this.#task
    const path = this.#path()
    const added = await addWorkCopy(repository, path, this.#base)
    if (!added.ok) return { failure: { code: 'crashed', message: added.error.message }, usage: NO_USAGE }
    await note({ type: 'started', item, attempt, fence, model, base: this.#base })
    const end = this.#item.executor === 'blueprint' ? await this.#blueprint(path) : await this.#agent(path)
    if (this.#isStopped)
      return { failure: { code: 'cancelled', message: 'it was stopped' }, usage: end.usage }
    return end.failure === null
      ? this.#judge(path, end.files, end.usage)
      : { failure: end.failure, usage: end.usage }
  }

  async #blueprint(
    path: string,
  ): Promise<{ failure: Failure | null; files: readonly string[]; usage: Usage }> {
    return { failure: await doBlueprintWork(this.#item, path), files: [], usage: NO_USAGE }
  }

  async #agent(path: string): Promise<{ failure: Failure | null; files: readonly string[]; usage: Usage }> {
    const { session, agent, batchId, policy, texts } = this.#execution
    if (agent === null)
      return {
        failure: { code: 'invalid', message: 'the item needs an agent; give one with --agent' },
        files: [],
        usage: NO_USAGE,
      }
    const { item, attempt, fence, model } = this.#task
    const run = await runAgent({
      agent,
      spec: {
        operation: 'execute',
        batch_id: batchId,
        work_item_id: item,
        input: { type: 'work-item', content: texts.get(item) ?? '' },
        timeout_minutes: policy.timeoutMs / 60_000,
        attempt,
        fence,
        model,
      },
      files: this.#item.files,
      sharedText: null,
      cwd: path,
      folder: session.folders.attempt('execute', item, fence),
      token: `${session.token}.${fence}`,
      guardian: session.guardian,
    })
    this.#running = run
    if (this.#isStopped) await run.stop()
    const { failure, claim, usage } = await run.end
    this.#running = null
    return { failure, files: claim.output.files, usage }
  }

  /** What is there counts: the difference that git shows, and the gates, run again. */
  async #judge(path: string, claimed: readonly string[], usage: Usage): Promise<Done> {
    const { repository, batchId, cache, itemsFolder } = this.#execution
    if (!(await isThere(join(path, '.git'))))
      return { failure: { code: 'crashed', message: 'it removed its own checkout' }, usage }
    const outside = await git(repository, ['checkout', '--quiet', this.#base, '--', itemsFolder], {
      cwd: path,
    })
    // Items that are not in git are not in the checkout: what an agent puts there is removed.
    if (!outside.ok) await git(repository, ['clean', '-fdqx', '--', itemsFolder], { cwd: path })
    const changed = await stageAll(repository, path, this.#base)
    if (!changed.ok) return { failure: { code: 'crashed', message: changed.error.message }, usage }
    const evidence: Evidence = { changedFiles: changed.value, gates: await this.#gates(path) }
    if (this.#isStopped) return { failure: { code: 'cancelled', message: 'it was stopped' }, usage }
    const { failure, notes } = judgeWork(
      this.#item,
      { output: { files: claimed, commits: [], errors: [] } },
      evidence,
    )
    if (failure !== null) return { failure, usage }
    const snapshot = await commitWorkCopy(
      repository,
      path,
      this.#base,
      commitMessage(this.#item, batchId, notes),
    )
    if (!snapshot.ok) return { failure: { code: 'crashed', message: snapshot.error.message }, usage }
    await cache.write(await this.#key(), {
      commit: snapshot.value.commit,
      tokens: this.#item.executor === 'blueprint' ? 0 : usage.totalTokens,
    })
    return { work: { commit: snapshot.value.commit, notes }, usage }
  }

  async #gates(path: string): Promise<Evidence['gates']> {
    const { session, policy } = this.#execution
    const results: Evidence['gates'][number][] = []
    for (const { command } of this.#item.gates) {
      if (command === null || this.#isStopped) continue
      const gate = runGate({
        command,
        cwd: path,
        timeoutMs: policy.timeoutMs,
        token: `${session.token}.g${this.#task.fence}`,
        guardian: session.guardian,
      })
      this.#running = {
        beat: async () => Promise.resolve({ atMs: Date.now(), progress: null, step: `gate: ${command}` }),
        stop: async () => gate.stop(),
      }
      results.push({ command, ...(await gate.result) })
      this.#running = null
    }
    return results
  }

  /** Work of the same content that was done before: it is joined, not done again. */
  async #fromCache(): Promise<Done | null> {
    const { cache, repository, trace } = this.#execution
    const key = await this.#key()
    trace(this.#task.item, { inputHash: key, isFromCache: false, savedTokens: null })
    const found = await cache.read(key)
    if (found === null) return null
    if (found.commit !== null) {
      const isBefore = await git(repository, ['merge-base', '--is-ancestor', `${found.commit}^`, this.#base])
      if (!isBefore.ok) return null
    }
    trace(this.#task.item, { inputHash: key, isFromCache: true, savedTokens: found.tokens })
    return {
      work: { commit: found.commit, notes: ['taken from an earlier run of the same work'] },
      usage: NO_USAGE,
    }
  }

  /** An agent that was done when its orchestrator died has left its result and its checkout: they are judged like any. */
  async #fromPredecessor(fence: number | null): Promise<Done | null> {
    if (fence === null || this.#item.executor === 'blueprint') return null
    const { session } = this.#execution
    const { item } = this.#task
    const read = await readResultFile(session.folders.attempt('execute', item, fence), {
      work_item_id: item,
      fence,
    })
    if (read.failure !== null || !(await isThere(this.#path()))) return null
    const done = await this.#judge(this.#path(), read.claim.output.files, read.usage)
    return 'failure' in done ? null : done
  }

  /** Everything that the result depends on. A document that is changed by commands depends on nothing but the two. */
  async #key(): Promise<string> {
    const { agent, repository, texts } = this.#execution
    const { blueprint, commands, executor, files, gates, id } = this.#item
    const isClosed = executor === 'blueprint' && gates.every(({ command }) => command === null)
    const input = await mustGit(repository, [
      'rev-parse',
      isClosed ? `${this.#base}:${blueprint ?? ''}` : `${this.#base}^{tree}`,
    ]).catch(() => this.#base)
    if (executor === 'blueprint') return contentKey([executor, id, blueprint, commands, files, gates, input])
    const body = createHash('sha256')
      .update(texts.get(id)?.replace(/^---\n.{0,65536}?\n---\n/s, '') ?? '')
      .digest('hex')
    return contentKey([executor, agent?.identity ?? '', this.#task.model, id, files, gates, body, input])
  }

  #path(): string {
    return this.#execution.session.folders.workCopy(this.#task.item)
  }

  async #clean(): Promise<void> {
    await removeWorkCopy(this.#execution.repository, this.#path())
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
