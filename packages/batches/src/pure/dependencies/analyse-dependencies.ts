import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { assignStages } from './assign-stages.ts'
import { findCycle } from './cycle.ts'
import { graphOf } from './dependency-graph.ts'
import { explainEdges } from './explain-edges.ts'
import type { Edge } from './explain-edges.ts'
import type { PathPattern } from './path-pattern.ts'
import { shareFiles } from './shared-files.ts'
import type { SharedFiles } from './shared-files.ts'

/** What the analysis needs to know of an item. */
export interface Workload {
  readonly id: string
  readonly dependencies: readonly string[]
  readonly files: readonly PathPattern[]
}

export interface Analysis {
  /** Ids by stage; within a stage in the order given. */
  readonly stages: readonly (readonly string[])[]
  /** All ids, each behind what it depends on. */
  readonly order: readonly string[]
  /** Why an item comes after another. */
  readonly edges: readonly Edge[]
  /** Dependencies on items that are not there. */
  readonly missing: readonly { readonly id: string; readonly dependency: string }[]
  /** No schedule with fewer stages exists, and that is shown. */
  readonly isShortest: boolean
}

export interface AnalysisOptions {
  /** Let items that could touch the same file share a stage; default false. */
  readonly shareStages?: boolean
}

/**
 * Orders items into stages. Fails with the whole path of a cycle, `[a, b, c, a]`: each waits for the next. O(items + edges)
 * but for globs that meet and the bounded search for fewer stages.
 */
export function analyseDependencies(
  items: readonly Workload[],
  options: AnalysisOptions = {},
): Result<Analysis, { readonly cycle: readonly string[] }> {
  const positions = new Map(items.map(({ id }, at) => [id, at]))
  const missing: { id: string; dependency: string }[] = []
  const before = items.map(({ id, dependencies }) => {
    const found = new Set<number>()
    for (const dependency of dependencies) {
      const at = positions.get(dependency)
      if (at === undefined) missing.push({ id, dependency })
      else found.add(at)
    }
    return [...found]
  })
  const cycle = findCycle([...items.keys()], (item) => before[item]!)
  if (cycle !== null) return fail({ cycle: cycle.map((at) => items[at]!.id) })
  const graph = graphOf(before)
  const shared = shareFiles(items)
  const { stageOf, count, isShortest } = assignStages(
    graph,
    options.shareStages === true ? nothingShared(items.length) : shared,
  )
  const stages: string[][] = Array.from({ length: count }, () => [])
  for (const [at, { id }] of items.entries()) stages[stageOf[at]!]!.push(id)
  return ok({
    stages,
    order: stages.flat(),
    edges: explainEdges(items, before, shared, stageOf),
    missing,
    isShortest,
  })
}

function nothingShared(items: number): SharedFiles {
  return { patterns: [], owners: [], overlaps: [], patternsOf: Array.from({ length: items }, () => []) }
}
