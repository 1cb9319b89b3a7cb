import { join } from 'node:path'
import type { Edge } from '../pure/dependencies/explain-edges.ts'
import { NO_USAGE } from '../pure/protocol/task-report.ts'
import { reviewBlueprint } from '../pure/review/review-blueprint.ts'
import { reviewStructure, scored } from '../pure/review/review-item.ts'
import type { ReviewFinding } from '../pure/review/review-item.ts'
import type { Beat } from '../pure/schedule/advance.ts'
import type { Policy } from '../pure/schedule/policy.ts'
import type { FileFinding } from '../pure/work-item/read-work-items.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import type { Repository } from './git/git.ts'
import { fileAt } from './git/history.ts'
import type { ItemCommit } from './git/history.ts'
import { addWorkCopy, removeWorkCopy } from './git/work-copy.ts'
import type { AgentCommand } from './agent-command.ts'
import type { BatchSession } from './batch-session.ts'
import { parseDocument } from './blueprint-work.ts'
import type { Task } from '../pure/ports/attempt.ts'
import type { Attempt, Outcome } from './drive.ts'
import type { SharedContext } from './shared-context.ts'
import { runAgent } from './run-agent.ts'
import type { AgentRun } from './run-agent.ts'

/** What the reviews of a batch share. */
export interface BatchReview {
  readonly session: BatchSession
  readonly repository: Repository | null
  readonly commits: ReadonlyMap<string, readonly ItemCommit[]>
  readonly batchId: string
  readonly policy: Policy
  readonly agent: AgentCommand | null
  readonly sharedContext: SharedContext | null
  readonly itemsById: ReadonlyMap<string, WorkItem>
  readonly texts: ReadonlyMap<string, string>
  readonly warnings: readonly FileFinding[]
  readonly edges: readonly Edge[]
  readonly keep: (id: string, score: number) => unknown
}

/** Reviews one item: its structure, its document if it has one, its meaning where there is an agent. */
export class ItemReview implements Attempt {
  readonly #review: BatchReview
  readonly #item: WorkItem
  readonly #task: Task
  readonly outcome: Promise<Outcome>
  #agentRun: AgentRun | null = null
  #isStopped = false

  constructor(review: BatchReview, item: WorkItem, task: Task) {
    this.#review = review
    this.#item = item
    this.#task = task
    this.outcome = this.#run()
  }

  async beat(): Promise<Beat> {
    return (
      this.#agentRun?.beat() ?? { atMs: null, sign: `${performance.now()}`, progress: null, step: 'reading' }
    )
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#agentRun?.stop()
  }

  async #run(): Promise<Outcome> {
    const { itemsById, warnings, edges, keep } = this.#review
    const { id, file, stage } = this.#item
    const structure = reviewStructure(this.#item, {
      itemsById,
      warnings: warnings
        .filter((warning) => warning.file === file)
        .map(({ line, message }) => `${file}:${line}: ${message}`),
      conflicts: edges
        .filter((edge) => edge.kind === 'file' && (edge.from === id || edge.to === id))
        .map((edge) => ({ other: edge.from === id ? edge.to : edge.from, files: edge.files }))
        .filter(({ other }) => stage !== null && itemsById.get(other)?.stage === stage),
    })
    const own = scored([...structure.findings, ...(await this.#documentFindings())])
    const notes = own.findings.map(({ weight, text }) => `-${weight}: ${text}`)
    if (this.#review.agent === null) {
      keep(id, own.score)
      return { failure: null, usage: NO_USAGE, notes }
    }
    const agent = await this.#agentReview()
    if ('failure' in agent) return agent
    // Neither makes up for what the other finds.
    keep(id, Math.min(own.score, agent.score))
    return {
      failure: null,
      usage: agent.usage,
      notes: [...notes, ...agent.findings.map((finding) => `agent (${agent.score}/10): ${finding}`)],
    }
  }

  /** Work that is done is judged by the document before and after its commit; work to be done by the document as it is. */
  async #documentFindings(): Promise<readonly ReviewFinding[]> {
    const { repository } = this.#review
    const { blueprint, commands, executor, id } = this.#item
    if (executor !== 'blueprint' || blueprint === null || repository === null) return []
    const [commit] = this.#review.commits.get(id) ?? []
    const after = await fileAt(repository, commit?.commit ?? 'HEAD', blueprint)
    if (after === null) return [{ weight: 3, text: `${blueprint} is not in the branch` }]
    const before = commit === undefined ? null : await fileAt(repository, `${commit.commit}^`, blueprint)
    const [was, is] = [before === null ? null : parseDocument(before), parseDocument(after)]
    if (is === null) return [{ weight: 3, text: `${blueprint} is no JSON` }]
    return reviewBlueprint({ before: was, after: is, commands })
  }

  async #agentReview(): Promise<
    | { readonly score: number; readonly findings: readonly string[]; readonly usage: Outcome['usage'] }
    | (Outcome & { readonly failure: object })
  > {
    const { session, repository, agent, batchId, policy, sharedContext, texts } = this.#review
    const { item, attempt, fence, model } = this.#task
    const path = join(session.folders.work, `r${fence}`)
    const added = repository === null ? null : await addWorkCopy(repository, path, 'HEAD')
    if (repository === null || agent === null || added?.ok !== true)
      return {
        failure: { code: 'crashed', message: 'there is no checkout to review in' },
        usage: NO_USAGE,
        notes: [],
      }
    const run = await runAgent({
      agent,
      spec: {
        operation: 'review',
        batch_id: batchId,
        work_item_id: item,
        input: {
          type: 'work-item',
          content: texts.get(item) ?? '',
          ...(sharedContext !== null && { shared_context: sharedContext.path }),
        },
        timeout_minutes: policy.timeoutMs / 60_000,
        attempt,
        fence,
        model,
      },
      files: [],
      sharedText: sharedContext?.text ?? null,
      cwd: path,
      ownsFolder: true,
      folder: session.folders.attempt('review', item, fence),
      token: `${session.token}.${fence}`,
      guardian: session.guardian,
    })
    this.#agentRun = run
    if (this.#isStopped) await run.stop()
    const { failure, claim, usage } = await run.end
    this.#agentRun = null
    await removeWorkCopy(repository, path)
    if (failure !== null) return { failure, usage, notes: [] }
    const { review } = claim.output
    if (review === undefined)
      return { failure: { code: 'no-result', message: 'it gave no score' }, usage, notes: [] }
    return { ...review, usage }
  }
}
