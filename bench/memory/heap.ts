import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { median } from '../summary.ts'

setFlagsFromString('--expose-gc')
// The flag shows in contexts made after it was set.
const collect = runInNewContext('gc') as () => void

/** Bytes on the heap that something still refers to. */
export function usedHeap(): number {
  // What weak maps and finalizers let go is only seen by the next collection.
  for (let i = 0; i < 3; i++) collect()
  return process.memoryUsage().heapUsed
}

/**
 * The slope of a line through points: the median of the slopes between any two (Theil and Sen). A table that doubles or
 * halves once in between does not tilt it; what grows with every command does. O(points squared).
 */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const slopes = points.flatMap((a, i) => points.slice(i + 1).map((b) => (b.y - a.y) / (b.x - a.x)))
  return median(slopes)
}
