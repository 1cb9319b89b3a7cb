/** Whether the large numbers are asked for, as `npm run test:heavy` does; `npm test` is quick. */
export const isHeavy: boolean = process.env['HEAVY'] === '1'

/** Of the large numbers so much is done: CI, where somebody waits, takes a part of them. */
export const heavyShare: number = Number(process.env['HEAVY_SHARE'] ?? 1)

/** Enough to find what is broken while somebody waits; what only the 900th input shows is for the heavy run. */
const QUICK_RUNS = 200

/** How often a property is tried: as often as given in the heavy run, otherwise at most 200 times, or as often as said. */
export function runs(full: number, quick: number = QUICK_RUNS): number {
  const few = Math.min(full, quick)
  return isHeavy ? Math.max(few, Math.ceil(full * heavyShare)) : few
}
