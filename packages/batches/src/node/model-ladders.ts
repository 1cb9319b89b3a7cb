import { chooseModel, readComplexity, trialsOfMetrics } from '@blueprint-engine/insight'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import { readMetricsFolder } from '@blueprint-engine/insight/node'

/**
 * The models for each item, from the one to start with to the strongest. Blueprint work needs none.
 *
 * @param models for all agents' items; null: each starts with the model that the metrics of earlier batches allow. An item
 * that does not say how complex it is is taken for architectural: a model too strong costs less than one too weak.
 */
export async function modelLadders(
  items: readonly Pick<WorkItem, 'id' | 'executor' | 'complexity'>[],
  models: readonly string[] | null,
  metricsFolder: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const read = models === null ? await readMetricsFolder(metricsFolder) : null
  // Without metrics there is no evidence, and the proven models are taken.
  const trials = read?.ok === true ? trialsOfMetrics(read.value.files.map(({ metrics }) => metrics)) : []
  return new Map(
    items.map(({ id, executor, complexity }) => {
      if (executor === 'blueprint') return [id, []]
      if (models !== null) return [id, models]
      const { model, upgrades } = chooseModel(readComplexity(complexity) ?? 'architectural', trials)
      return [id, [model, ...upgrades]]
    }),
  )
}
