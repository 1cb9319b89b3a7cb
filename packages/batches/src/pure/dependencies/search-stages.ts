import type { DependencyGraph } from './dependency-graph.ts'
import type { SharedFiles } from './shared-files.ts'
import type { StageAssignment } from './stage-assignment.ts'

/** Placements that are tried in all, so that the search ends in some milliseconds whatever the items. */
const MAX_TRIES = 20_000
/** Above this the tries would be used up without a result. */
const MAX_ITEMS = 120

/**
 * Looks for fewer stages than a schedule has, down to a bound, one stage less at a time. A search that ends by itself shows
 * that there is no shorter one; a search that is cut off does not.
 */
export function searchStages(
  graph: DependencyGraph,
  shared: SharedFiles,
  found: StageAssignment,
  bound: number,
): StageAssignment {
  if (graph.before.length > MAX_ITEMS) return found
  const conflicts = conflictLists(shared)
  const budget = { tries: MAX_TRIES }
  let best = found
  while (best.count > bound) {
    const stageOf = placeIn(best.count - 1, graph, conflicts, budget)
    if (stageOf === 'cut off') return best
    if (stageOf === 'impossible') return { ...best, isShortest: true }
    best = { stageOf, count: best.count - 1, isShortest: false }
  }
  return { ...best, isShortest: true }
}

function conflictLists(shared: SharedFiles): ReadonlySet<number>[] {
  return shared.patternsOf.map((patterns, item) => {
    const others = new Set<number>()
    for (const pattern of patterns)
      for (const same of [pattern, ...shared.overlaps[pattern]!])
        for (const other of shared.owners[same]!) if (other !== item) others.add(other)
    return others
  })
}

/**
 * Depth first: the item with the fewest stages left is placed next, at the earliest stage first. Without recursion: there
 * may be many items.
 */
function placeIn(
  count: number,
  graph: DependencyGraph,
  conflicts: readonly ReadonlySet<number>[],
  budget: { tries: number },
): number[] | 'impossible' | 'cut off' {
  const size = graph.before.length
  const stageOf = graph.before.map(() => -1)
  const path: { item: number; options: number[] }[] = []
  for (;;) {
    if (path.length === size) return stageOf
    path.push(mostConstrained(count, graph, conflicts, stageOf))
    for (let top = path.at(-1); ; top = path.at(-1)) {
      if (top === undefined) return 'impossible'
      const stage = top.options.shift()
      stageOf[top.item] = stage ?? -1
      if (stage !== undefined) break
      path.pop()
    }
    budget.tries -= size
    if (budget.tries <= 0) return 'cut off'
  }
}

function mostConstrained(
  count: number,
  { before, after, head, tail }: DependencyGraph,
  conflicts: readonly ReadonlySet<number>[],
  stageOf: readonly number[],
): { item: number; options: number[] } {
  let best: { item: number; options: number[] } | null = null
  for (let item = 0; item < stageOf.length; item++) {
    if (stageOf[item] !== -1) continue
    let first = head[item]!
    let last = count - 1 - tail[item]!
    for (const other of before[item]!) if (stageOf[other] !== -1) first = Math.max(first, stageOf[other]! + 1)
    for (const other of after[item]!) if (stageOf[other] !== -1) last = Math.min(last, stageOf[other]! - 1)
    const taken = new Set<number>()
    for (const other of conflicts[item]!) if (stageOf[other] !== -1) taken.add(stageOf[other]!)
    const options: number[] = []
    for (let stage = first; stage <= last; stage++) if (!taken.has(stage)) options.push(stage)
    if (best === null || options.length < best.options.length) best = { item, options }
    if (options.length === 0) break
  }
  return best!
}
