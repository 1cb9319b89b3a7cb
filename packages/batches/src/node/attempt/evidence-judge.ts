import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Judge, Running, Task, Verdict, Workspace } from '../../pure/ports/attempt.ts'
import { judgeWork } from '../../pure/review/judge-work.ts'
import type { Evidence } from '../../pure/review/judge-work.ts'
import type { Beat } from '../../pure/schedule/advance.ts'
import type { Failure } from '../../pure/schedule/schedule-state.ts'
import type { WorkItem } from '../../pure/work-item/work-item.ts'
import type { BatchSession } from '../batch-session.ts'
import { git, mustGit } from '../git/git.ts'
import type { Repository } from '../git/git.ts'
import { branchesVisited, headOf, nestedRepositoryIn, stageAll } from '../git/work-copy.ts'
import type { StagedFile } from '../git/work-copy.ts'
import { runGate } from '../run-gate.ts'

export interface EvidenceJudgeOptions {
  readonly session: BatchSession
  readonly repository: Repository
  readonly timeoutMs: number
  /** The folder of the work items, which belong to the orchestrator: what an agent changes there is not kept. */
  readonly itemsFolder: string
  /** Branches that were there before the batch: those that an agent made are not. */
  readonly branches: ReadonlySet<string>
}

/** What is there counts: the difference that git shows, and the gates, run again. */
export class EvidenceJudge implements Judge {
  readonly #options: EvidenceJudgeOptions

  constructor(options: EvidenceJudgeOptions) {
    this.#options = options
  }

  start(task: Task, item: WorkItem, workspace: Workspace, claimed: readonly string[]): Running<Verdict> {
    let gate: { stop: () => Promise<void>; beat: Beat } | null = null
    let isStopped = false
    const runGates = async (): Promise<Evidence['gates']> => {
      const { session, timeoutMs } = this.#options
      const results: Evidence['gates'][number][] = []
      for (const { command } of item.gates) {
        if (command === null || isStopped) continue
        const { path: cwd } = workspace
        const token = `${session.token}.g${task.fence}`
        const run = runGate({ command, cwd, timeoutMs, token, guardian: session.guardian })
        gate = { stop: run.stop, beat: { atMs: null, progress: null, step: `gate: ${command}` } }
        results.push({ command, ...(await run.result) })
        gate = null
      }
      return results
    }
    return {
      end: this.#judge(item, workspace, claimed, runGates).then((verdict) =>
        isStopped
          ? { ...verdict, failure: { code: 'cancelled', message: 'it was stopped' } satisfies Failure }
          : verdict,
      ),
      // A gate is given as long as an attempt: it may be silent.
      beat: async () =>
        Promise.resolve({
          ...(gate?.beat ?? { atMs: null, progress: null, step: 'judging' }),
          sign: `${performance.now()}`,
        }),
      stop: async () => {
        isStopped = true
        await gate?.stop()
      },
    }
  }

  async #judge(
    item: WorkItem,
    { path, base }: Workspace,
    claimed: readonly string[],
    runGates: () => Promise<Evidence['gates']>,
  ): Promise<Verdict> {
    const { repository } = this.#options
    const hasCommandGates = item.gates.some(({ command }) => command !== null)
    // The engine has changed its document and nothing else.
    if (item.executor === 'blueprint' && !hasCommandGates)
      return { failure: null, changedFiles: item.blueprint === null ? [] : [item.blueprint], notes: [] }
    if (!(await isThere(join(path, '.git'))))
      return refused({ code: 'crashed', message: 'it removed its own checkout' })
    const staged = await stageAll(repository, path, base)
    if (!staged.ok) {
      const nested = nestedRepositoryIn(staged.error.message)
      return refused(
        nested === null ? { code: 'executor', message: staged.error.message } : nestedFailure([nested]),
      )
    }
    const nested = staged.value.filter(({ isNestedRepository }) => isNestedRepository)
    if (nested.length > 0) return refused(nestedFailure(nested.map((file) => file.path)))
    const changedFiles = await this.#withoutItems(path, base, staged.value)
    const evidence: Evidence = { changedFiles, gates: await runGates() }
    const { failure, notes } = judgeWork(
      item,
      { output: { files: claimed, commits: [], errors: [] } },
      evidence,
    )
    const failed = evidence.gates.find(({ isPassed }) => !isPassed)
    const made = await this.#removeBranches(path)
    return {
      failure,
      changedFiles,
      notes: [
        ...notes,
        ...made.map(
          (branch) => `made the branch ${branch}, which was removed: its changes are in this commit`,
        ),
      ],
      ...(failed !== undefined && { evidence: `\`${failed.command}\`: ${failed.output}` }),
    }
  }

  /** What an agent changes among the work items, status and all, is put back. */
  async #withoutItems(path: string, base: string, staged: readonly StagedFile[]): Promise<readonly string[]> {
    const { repository, itemsFolder } = this.#options
    const files = staged.map((file) => file.path)
    const isItem = (file: string): boolean => file.startsWith(`${itemsFolder}/`)
    if (!files.some(isItem)) return files
    await mustGit(repository, ['reset', '--quiet', base, '--', itemsFolder], { cwd: path })
    await git(repository, ['checkout', '--quiet', base, '--', itemsFolder], { cwd: path })
    await git(repository, ['clean', '-fdqx', '--', itemsFolder], { cwd: path })
    return files.filter((file) => !isItem(file))
  }

  /** A branch that an agent made in its checkout would be left in the user's repository. */
  async #removeBranches(path: string): Promise<readonly string[]> {
    const { repository, branches } = this.#options
    const head = await headOf(path)
    const current = head !== null && 'branch' in head ? [head.branch.replace(/^refs\/heads\//, '')] : []
    const made = [...new Set([...current, ...(await branchesVisited(path))])].filter(
      (name) => !branches.has(name),
    )
    if (made.length === 0) return []
    await git(repository, ['checkout', '--quiet', '--detach'], { cwd: path })
    const removed: string[] = []
    for (const name of made)
      if ((await git(repository, ['update-ref', '-d', `refs/heads/${name}`])).ok) removed.push(name)
    return removed
  }
}

function refused(failure: Failure): Verdict {
  return { failure, changedFiles: [], notes: [] }
}

function nestedFailure(folders: readonly string[]): Failure {
  return {
    code: 'nested-repository',
    message: `it made a git repository within the checkout: ${folders.join(', ')}; its files would be lost, so it must have none (remove its .git)`,
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
