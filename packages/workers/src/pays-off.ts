import type { DocumentJob } from './document-result.ts'

// Measured in CPU time, which a busy machine distorts least (Node 20, 2 cores, 20 to 200 documents of 100 and 1000 components
// with 5 and 100 commands each); a faster machine makes all of them smaller alike:
/** Starting a worker, with its own engine, up to its first answer. */
const START_MICROS = 300_000
/** Reading, validating and indexing a document and writing its result, for each character. */
const CHARACTER_MICROS = 0.027
const COMMAND_MICROS = 40
/** What the same work costs in workers: each compiles its own code, and everything goes through messages. */
const WORKER_FACTOR = 1.7

/** About as long as components are in the documents measured. */
const COMPONENT_CHARACTERS = 150

/** Further than this nobody needs to count. */
const ENOUGH_CHARACTERS = 100_000_000
const MAX_DEPTH = 64

/**
 * Whether workers are done sooner than this thread would be. With two of them that is so from about two seconds of work on
 * (2000 documents of 100 components and 5 commands), with four from half a second; and always, with more than one, where
 * they are running already.
 *
 * @param areRunning workers have been started before
 */
export function paysOff(jobs: readonly DocumentJob[], workers: number, areRunning: boolean): boolean {
  const lanes = Math.min(workers, jobs.length)
  if (lanes < 2) return false
  const work = workMicros(jobs)
  return (areRunning ? 0 : START_MICROS) + (work * WORKER_FACTOR) / lanes < work
}

/** What the jobs cost in this thread. */
function workMicros(jobs: readonly DocumentJob[]): number {
  let characters = 0
  let commands = 0
  for (const job of jobs) {
    // Whatever the entries are: what is no job costs nothing.
    const { document, commands: list } = (job ?? {}) as Partial<DocumentJob>
    if (Array.isArray(list)) commands += list.length
    if (characters > ENOUGH_CHARACTERS) continue
    characters +=
      typeof document === 'string'
        ? document.length
        : COMPONENT_CHARACTERS * countComponents(document?.components, MAX_DEPTH)
  }
  return characters * CHARACTER_MICROS + commands * COMMAND_MICROS
}

function countComponents(list: unknown, depth: number): number {
  if (!Array.isArray(list) || depth === 0) return 0
  let count = list.length
  for (const component of list as readonly ({ readonly children?: unknown } | null | undefined)[])
    count += countComponents(component?.children, depth - 1)
  return count
}
