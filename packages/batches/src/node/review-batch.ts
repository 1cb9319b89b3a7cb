import { relative } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { batchMetrics } from '../pure/batch-metrics.ts'
import { analyseDependencies } from '../pure/dependencies/analyse-dependencies.ts'
import type { Policy } from '../pure/schedule/policy.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import { openRepository, projectRoot } from './git/git.ts'
import { commitsByItem } from './git/history.ts'
import { TOKEN_NAME } from './processes/process-token.ts'
import type { AgentCommand } from './agent-command.ts'
import { projectFolders } from './batch-folders.ts'
import { openSession } from './batch-session.ts'
import type { Drive } from './drive.ts'
import { findProgram } from './find-program.ts'
import { finishOperation } from './finish-operation.ts'
import type { OperationOutcome } from './finish-operation.ts'
import { loadItems } from './load-items.ts'
import { ItemReview } from './review-item.ts'
import { runOperation } from './run-operation.ts'
import { writeSharedContext } from './shared-context.ts'

export interface ReviewOptions {
  readonly folder: string
  readonly batchId: string
  readonly itemsFolder: string
  readonly policy: Policy
  /** Reviews the meaning as well; null leaves it at the structure. */
  readonly agent: AgentCommand | null
  readonly cancel?: AbortSignal
  readonly onEvent?: Drive['onEvent']
  /** Called once, before anything runs. */
  readonly onItems?: (items: readonly WorkItem[]) => void
}

export interface ReviewOutcome extends OperationOutcome {
  /** 0..10 by item. */
  readonly scores: ReadonlyMap<string, number>
}

/** Reviews the items of a batch: how they are written, and for blueprint work what became of it. */
export async function reviewBatch(options: ReviewOptions): Promise<Result<ReviewOutcome, string>> {
  const found = await openRepository(options.folder, '')
  if (!found.ok && options.agent !== null) return found
  const root = found.ok ? found.value.root : await projectRoot(options.folder)
  const folders = await projectFolders(options.folder, options.batchId, options.itemsFolder)
  if (options.agent !== null && (await findProgram(options.agent.file, folders.root)) === null)
    return fail(
      `the agent "${options.agent.file}" is not there, or cannot be run; is it installed and in the PATH?`,
    )
  const opened = await openSession(folders, options.batchId, 'review')
  if (!opened.ok) return opened
  const session = opened.value
  try {
    const loaded = await loadItems(folders.items, options.batchId)
    if (!loaded.ok) return loaded
    const { items, findings, texts } = loaded.value
    if (items.length === 0) return fail('there are no work items of this batch')
    options.onItems?.(items)
    const analysed = analyseDependencies(items)
    const startedAt = new Date()
    const byId = new Map(items.map((item) => [item.id, item]))
    const scores = new Map<string, number>()
    const sharedContext = options.agent === null ? null : await writeSharedContext(folders, items)
    const review = {
      session,
      repository: found.ok
        ? { ...found.value, env: { ...found.value.env, [TOKEN_NAME]: session.token } }
        : null,
      commits: found.ok ? await commitsByItem(found.value) : new Map<string, never>(),
      batchId: options.batchId,
      policy: options.policy,
      agent: options.agent,
      sharedContext,
      itemsById: byId,
      texts,
      warnings: findings,
      edges: analysed.ok ? analysed.value.edges : [],
      keep: (id: string, score: number) => scores.set(id, score),
    }
    const schedule = await runOperation({
      policy: options.policy,
      ids: items.map(({ id }) => id),
      begin: (task) => new ItemReview(review, byId.get(task.item)!, task),
      onEvent: options.onEvent,
      cancel: options.cancel,
    })
    const ids = items.map(({ id }) => id)
    const metrics = batchMetrics({
      batchId: options.batchId,
      operation: 'review',
      timestamp: startedAt.toISOString(),
      schedule,
      items: ids,
      usageFrom: options.agent === null ? null : options.agent.readEvent === null ? 'claimed' : 'transcript',
      sharedCharacters: sharedContext?.text.length ?? null,
    })
    const finished = await finishOperation(
      folders,
      {
        batchId: options.batchId,
        operation: 'review',
        schedule,
        items: items.map(({ id, title }) => ({
          id,
          title,
          notes: scores.has(id) ? [`${scores.get(id)!.toFixed(1)}/10`] : [],
        })),
        edges: [],
        metrics,
        remarks: [
          `${options.agent === null ? 'Structural' : 'Full'} review of the items in ${relative(root, folders.items)}/.`,
          ...(analysed.ok
            ? []
            : [`The items wait for one another in a circle: ${analysed.error.cycle.join(' -> ')}.`]),
        ],
      },
      analysed.ok && ids.every((id) => schedule.items.get(id)?.status === 'done'),
    )
    return ok({ ...finished, scores })
  } finally {
    await session.close()
  }
}
