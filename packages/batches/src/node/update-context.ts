import { ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { batchMetrics } from '../pure/batch-metrics.ts'
import type { Policy } from '../pure/schedule/policy.ts'
import { driftOf } from '../pure/review/drift.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import { openRepository } from './git/git.ts'
import type { Repository } from './git/git.ts'
import { changedFilesOf, commitsByItem } from './git/history.ts'
import type { ItemCommit } from './git/history.ts'
import { projectFolders } from './batch-folders.ts'
import { openSession } from './batch-session.ts'
import type { Drive, Outcome } from './drive.ts'
import { finishOperation } from './finish-operation.ts'
import type { OperationOutcome } from './finish-operation.ts'
import { loadItems, writeItemKeys } from './load-items.ts'
import { ownWork, runOperation } from './run-operation.ts'

export interface UpdateContextOptions {
  readonly folder: string
  readonly batchId: string
  readonly itemsFolder: string
  readonly policy: Policy
  readonly cancel?: AbortSignal
  readonly onEvent?: Drive['onEvent']
}

/** Compares what items declared with what git shows, and brings their front matter up to date. Run again it changes nothing. */
export async function updateContext(
  options: UpdateContextOptions,
): Promise<Result<OperationOutcome, string>> {
  const found = await openRepository(options.folder, '')
  if (!found.ok) return found
  const repository = found.value
  const folders = await projectFolders(options.folder, options.batchId, options.itemsFolder)
  const opened = await openSession(folders, options.batchId, 'update-context')
  if (!opened.ok) return opened
  try {
    const loaded = await loadItems(folders.items, options.batchId)
    if (!loaded.ok) return loaded
    const { items } = loaded.value
    const startedAt = new Date()
    const commits = await commitsByItem(repository)
    const byId = new Map(items.map((item) => [item.id, item]))
    const drifts = new Map<string, number>()
    const schedule = await runOperation({
      policy: options.policy,
      ids: items.map(({ id }) => id),
      begin: ({ item: id }) =>
        ownWork(async () =>
          updateItem(repository, folders.items, byId.get(id)!, commits.get(id) ?? [], drifts),
        ),
      onEvent: options.onEvent,
      cancel: options.cancel,
    })
    const metrics = batchMetrics({
      batchId: options.batchId,
      operation: 'update-context',
      timestamp: startedAt.toISOString(),
      schedule,
      items: items.map(({ id }) => id),
      usageFrom: null,
      driftScores: items.flatMap(({ id }) => (drifts.has(id) ? [{ id, drift: drifts.get(id)! }] : [])),
    })
    const outcome = await finishOperation(
      folders,
      {
        batchId: options.batchId,
        operation: 'update-context',
        schedule,
        items: items.map(({ id, title }) => ({ id, title, notes: [] })),
        edges: [],
        metrics,
        remarks: [],
      },
      items.every(({ id }) => schedule.items.get(id)?.status === 'done'),
    )
    return ok(outcome)
  } finally {
    await opened.value.close()
  }
}

async function updateItem(
  repository: Repository,
  folder: string,
  item: WorkItem,
  commits: readonly ItemCommit[],
  drifts: Map<string, number>,
): Promise<Partial<Outcome>> {
  const [latest] = commits
  if (latest === undefined)
    return {
      notes: [
        item.status === 'completed'
          ? `says ${item.statusText}, but git has no commit of it`
          : 'git has no commit of it',
      ],
    }
  const changed = new Set<string>()
  for (const { commit } of commits)
    for (const file of await changedFilesOf(repository, commit)) changed.add(file)
  const { score, band, undeclared, untouched } = driftOf(item.files, [...changed].sort())
  drifts.set(item.id, score)
  const written = await writeItemKeys(folder, item.file, {
    ...(item.status !== 'completed' && { status: 'completed' }),
    git_commit: latest.commit.slice(0, 12),
    completion_date: latest.date.slice(0, 10),
    drift_score: score,
  })
  if (!written.ok) return { failure: { code: 'invalid', message: written.error } }
  return {
    notes: [
      `drift ${score} (${band}); ${written.value ? 'brought up to date' : 'unchanged'}`,
      ...(undeclared.length === 0 ? [] : [`changed, though not declared: ${undeclared.join(', ')}`]),
      ...(untouched.length === 0 ? [] : [`declared, though not changed: ${untouched.join(', ')}`]),
    ],
  }
}
