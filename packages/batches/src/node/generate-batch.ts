import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { invariant, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { batchMetrics } from '../pure/batch-metrics.ts'
import { analyseDependencies } from '../pure/dependencies/analyse-dependencies.ts'
import type { Analysis } from '../pure/dependencies/analyse-dependencies.ts'
import type { Plan } from '../pure/plan/plan.ts'
import type { Policy } from '../pure/schedule/policy.ts'
import { formatItemId } from '../pure/work-item/item-id.ts'
import { renderWorkItem } from '../pure/work-item/render-work-item.ts'
import type { ItemSource } from '../pure/work-item/render-work-item.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import { describeFileIssue, writeTextFileAtomic } from '@blueprint-engine/files'
import { projectFolders } from './batch-folders.ts'
import { openSession } from './batch-session.ts'
import type { Drive, Outcome } from './drive.ts'
import { finishOperation } from './finish-operation.ts'
import type { OperationOutcome } from './finish-operation.ts'
import { loadItems } from './load-items.ts'
import { ownWork, runOperation } from './run-operation.ts'

export interface GenerateOptions {
  readonly folder: string
  readonly batchId: string
  readonly itemsFolder: string
  /** A plan without errors, and the path of its file. */
  readonly plan: Plan
  readonly planPath: string
  readonly policy: Policy
  readonly shareStages?: boolean
  readonly cancel?: AbortSignal
  readonly onEvent?: Drive['onEvent']
}

/**
 * Writes a work item for each phase of a plan. Run again it changes nothing; after the plan has changed it renews the items
 * that nobody has worked on or edited, and tells of the others.
 */
export async function generateBatch(options: GenerateOptions): Promise<Result<OperationOutcome, string>> {
  const folders = await projectFolders(options.folder, options.batchId, options.itemsFolder)
  const opened = await openSession(folders, options.batchId, 'generate')
  if (!opened.ok) return opened
  try {
    await mkdir(folders.items, { recursive: true })
    const loaded = await loadItems(folders.items, options.batchId)
    if (!loaded.ok) return loaded
    const startedAt = new Date()
    const { sources, analysis } = itemSources(options)
    const known = new Map(
      loaded.value.items.flatMap((item) =>
        item.generated === null ? [] : [[item.generated.phase, item] as const],
      ),
    )
    const byId = new Map(sources.map((source) => [source.id, source]))
    const taken = new Map(loaded.value.items.map((item) => [item.id, item]))
    const schedule = await runOperation({
      policy: options.policy,
      ids: sources.map(({ id }) => id),
      begin: ({ item }) => {
        const source = byId.get(item)!
        return ownWork(async () =>
          writeItem(folders.items, source, known.get(source.phase.number) ?? null, taken.get(item) ?? null),
        )
      },
      onEvent: options.onEvent,
      cancel: options.cancel,
    })
    const phases = new Set(sources.map(({ phase }) => phase.number))
    const left = [...known].filter(([phase]) => !phases.has(phase)).map(([, { file }]) => file)
    const ids = sources.map(({ id }) => id)
    const metrics = batchMetrics({
      batchId: options.batchId,
      operation: 'generate',
      timestamp: startedAt.toISOString(),
      schedule,
      items: ids,
      usageFrom: null,
    })
    const outcome = await finishOperation(
      folders,
      {
        batchId: options.batchId,
        operation: 'generate',
        schedule,
        items: sources.map(({ id, phase }) => ({ id, title: phase.title, notes: [] })),
        edges: analysis.edges,
        metrics,
        remarks: [
          `${ids.length} work items in ${analysis.stages.length} stages, in ${options.itemsFolder}/.`,
          ...left.map((file) => `${file} is of a phase that the plan no longer has.`),
        ],
      },
      ids.every((id) => schedule.items.get(id)?.status === 'done'),
    )
    return ok(outcome)
  } finally {
    await opened.value.close()
  }
}

function itemSources(options: GenerateOptions): {
  readonly sources: readonly ItemSource[]
  readonly analysis: Analysis
} {
  const { plan, batchId } = options
  const keyOf = (phase: number): string => String(phase)
  const analysed = analyseDependencies(
    plan.phases.map(({ number, dependencies, files }) => ({
      id: keyOf(number),
      dependencies: dependencies.map(({ phase }) => keyOf(phase)),
      files,
    })),
    { shareStages: options.shareStages === true },
  )
  // A plan without errors has no cycle.
  invariant(analysed.ok, 'a plan without errors has no cycle')
  const ids = new Map(
    analysed.value.stages.flatMap((phases, stage) =>
      phases.map((phase, i) => [phase, { batch: batchId, stage: stage + 1, order: i + 1 }] as const),
    ),
  )
  const idOf = (phase: number): string => formatItemId(ids.get(keyOf(phase))!)
  const sources = plan.phases.map((phase) => ({
    id: idOf(phase.number),
    batchId,
    stage: ids.get(keyOf(phase.number))!.stage,
    order: ids.get(keyOf(phase.number))!.order,
    phase,
    dependencies: phase.dependencies.map((each) => idOf(each.phase)),
    planFile: basename(options.planPath),
  }))
  const edges = analysed.value.edges.map((edge) => {
    const [from, to] = [idOf(Number(edge.from)), idOf(Number(edge.to))]
    return {
      ...edge,
      from,
      to,
      why: edge.why.replace(`${edge.to} comes after ${edge.from}:`, `${to} comes after ${from}:`),
    }
  })
  return { sources, analysis: { ...analysed.value, edges } }
}

/**
 * @param before the item that the phase had, wherever it stands
 * @param taken the item that has the new one's id
 */
async function writeItem(
  folder: string,
  source: ItemSource,
  before: WorkItem | null,
  taken: WorkItem | null,
): Promise<Partial<Outcome>> {
  const item = renderWorkItem(source, fingerprint)
  if (before?.generated?.plan === item.planHash) return { notes: ['unchanged'] }
  if (before !== null && (before.status !== 'pending' || fingerprint(before.body) !== before.generated?.body))
    return {
      notes: [
        `kept ${before.file} as it is: the plan has changed since, but the item was ${before.status === 'pending' ? 'edited' : before.status}`,
      ],
    }
  if (taken !== null && taken.file !== before?.file && taken.generated === null)
    return {
      failure: {
        code: 'invalid',
        message: `${taken.file} has this id and was not generated; rename it or choose another batch`,
      },
    }
  const written = await writeTextFileAtomic(join(folder, item.file), item.text)
  if (!written.ok) return { failure: { code: 'invalid', message: describeFileIssue(written.error) } }
  // The old file goes last: whatever happens in between, the phase has one.
  if (before !== null && before.file !== item.file) await rm(join(folder, before.file), { force: true })
  return { notes: [before === null ? 'written' : 'renewed: the plan has changed'] }
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
