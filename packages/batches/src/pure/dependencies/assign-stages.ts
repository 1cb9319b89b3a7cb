import type { DependencyGraph } from './dependency-graph.ts'
import { searchStages } from './search-stages.ts'
import type { SharedFiles } from './shared-files.ts'
import type { StageAssignment } from './stage-assignment.ts'

/**
 * Puts items into as few stages as it can: an item comes after all it depends on, and two items that could touch one file
 * never share a stage. The fewest stages for files is a colouring of a graph, which no fast method solves: what waits
 * longest goes first, and where that leaves a gap to the lower bound, a bounded search tries to close it. Without shared
 * files the result is always the shortest. The same items give the same stages.
 */
export function assignStages(graph: DependencyGraph, shared: SharedFiles): StageAssignment {
  const stageOf = listSchedule(graph, shared)
  const count = Math.max(-1, ...stageOf) + 1
  const bound = lowerBound(graph, shared)
  if (count <= bound) return { stageOf, count, isShortest: true }
  return searchStages(graph, shared, { stageOf, count, isShortest: false }, bound)
}

/** Stage by stage, of the items that may come next those with the longest chain behind them, then in their order. */
function listSchedule(graph: DependencyGraph, shared: SharedFiles): number[] {
  const { before, after, tail } = graph
  const stageOf = before.map(() => -1)
  const waiting = before.map((list) => list.length)
  let ready = [...before.keys()].filter((item) => waiting[item] === 0)
  for (let stage = 0; ready.length > 0; stage++) {
    ready.sort((a, b) => tail[b]! - tail[a]! || a - b)
    const taken = new Set<number>()
    const left: number[] = []
    const next: number[] = []
    for (const item of ready) {
      if (!fits(item, taken, shared)) left.push(item)
      else {
        stageOf[item] = stage
        for (const pattern of shared.patternsOf[item]!) taken.add(pattern)
        for (const other of after[item]!) {
          waiting[other]! -= 1
          if (waiting[other] === 0) next.push(other)
        }
      }
    }
    ready = [...left, ...next]
  }
  return stageOf
}

/** Whether an item shares no file with what a stage has taken. O(patterns of the item and their overlaps). */
function fits(item: number, taken: { has(pattern: number): boolean }, shared: SharedFiles): boolean {
  return shared.patternsOf[item]!.every(
    (pattern) => !taken.has(pattern) && !shared.overlaps[pattern]!.some((other) => taken.has(other)),
  )
}

/** The longest chain; and of items that share one file, the least chain before, one stage for each, the least chain after. */
function lowerBound({ head, tail }: DependencyGraph, { owners }: SharedFiles): number {
  let bound = 0
  for (const [item, before] of head.entries()) bound = Math.max(bound, before + 1 + tail[item]!)
  for (const list of owners) {
    // Leaving out items with short chains may leave a higher bound: from the longest heads on.
    const sorted = list.toSorted((a, b) => head[b]! - head[a]!)
    let leastTail = Infinity
    for (const [i, item] of sorted.entries()) {
      leastTail = Math.min(leastTail, tail[item]!)
      bound = Math.max(bound, head[item]! + i + 1 + leastTail)
    }
  }
  return bound
}
