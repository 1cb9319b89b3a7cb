import type { Blueprint } from '../../src/index.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import { expectThat } from '../scenario.ts'
import { usedHeap } from './heap.ts'

export interface HistoryMemory {
  readonly size: number
  /** Retained by one entry of a session's history. */
  readonly entryBytes: number
  /** What a snapshot by copying would retain. */
  readonly copyBytes: number
}

const SIZES = [20, 100, 1000, 10_000] as const
const WARM_UP = 200
const ENTRIES = 1000
/** Copies that together hold so many components: a heap at rest differs by some hundred kilobytes. */
const COPIED_COMPONENTS = 40_000

/** Entries of the same kind of step on documents of growing size: they hold what changed. */
export function measureHistory(core: Core): readonly HistoryMemory[] {
  return SIZES.map((size) => {
    const blueprint = makeDocument(size, 'nested')
    const session = core
      .createEngine({ intentCache: 0 })
      .session(blueprint, { history: { maxEntries: 2 * ENTRIES } })
    const run = (i: number): void => {
      const answer = session.run(`change the text of #text_2 to 'Number ${i}'`)
      expectThat(answer.patches.length === 1, `one patch from command ${i}`)
    }
    for (let i = 0; i < WARM_UP; i++) run(i)
    const before = usedHeap()
    for (let i = 0; i < ENTRIES; i++) run(WARM_UP + i)
    const entryBytes = Math.round((usedHeap() - before) / ENTRIES)
    expectThat(session.history.length === WARM_UP + ENTRIES, 'all entries to be kept')
    return { size, entryBytes, copyBytes: copyBytesOf(blueprint, size) }
  })
}

function copyBytesOf(blueprint: Blueprint, size: number): number {
  const count = Math.ceil(COPIED_COMPONENTS / size)
  const before = usedHeap()
  const copies = Array.from({ length: count }, () => structuredClone(blueprint))
  const bytes = Math.round((usedHeap() - before) / count)
  expectThat(copies.length === count, 'the copies to live until here')
  return bytes
}
