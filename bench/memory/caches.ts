import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import { usedHeap } from './heap.ts'

export interface CacheMemory {
  readonly what: string
  readonly times: number
  /** Least growth of a block; below 0 where other things were let go meanwhile. */
  readonly bytesEach: number
  /** True for more than the noise of a heap. */
  readonly isKept: boolean
}

type Use = (i: number) => void

/**
 * The first block fills the caches up to their limits. After it the least growth of a block counts: the runtime's own
 * bookkeeping comes and goes, a leak grows in every block.
 */
const BLOCKS = 4
/**
 * A heap at rest differs by so much: weak tables double and halve. A leak would keep a document (tens of kilobytes), a
 * session (some kilobytes) or a reading (some hundred bytes) each time, and each block is long enough to show that.
 */
const NOISE_BYTES = 256 * 1024

/** Things that pass by once: nothing of them may stay. */
export function measureCaches(core: Core): readonly CacheMemory[] {
  const engine = core.createEngine()
  const blueprint = makeDocument(100, 'nested')
  const fresh = JSON.stringify(makeDocument(20, 'nested'))
  const uses: readonly { what: string; times: number; use: Use }[] = [
    {
      what: 'documents, with a command and their text',
      times: 3000,
      use: () =>
        void engine.run(JSON.parse(fresh) as typeof blueprint, 'make the first card red').json.length,
    },
    {
      what: 'results, branched off one document',
      times: 5000,
      use: (i) => void engine.run(blueprint, `change the text of #text_2 to 'Number ${i}'`).json.length,
    },
    {
      what: 'commands, each another',
      times: 5000,
      use: (i) => void engine.run(blueprint, `change the text of #text_2 to 'Other ${i}'`),
    },
    {
      what: 'refused commands, misspelled and unknown',
      times: 3000,
      use: (i) => void engine.run(blueprint, `mak the frist crad${i} redd and foo bar${i}`),
    },
    {
      what: 'sessions with ten steps',
      times: 500,
      use: (i) => {
        const session = engine.session(blueprint)
        for (let step = 0; step < 10; step++) session.run(`change the text of #text_2 to 'Step ${i} ${step}'`)
      },
    },
  ]
  return uses.map(({ what, times, use }) => {
    const heaps: number[] = []
    for (let block = 0; block <= BLOCKS; block++) {
      for (let i = 0; i < times; i++) use(block * times + i)
      heaps.push(usedHeap())
    }
    const growth = Math.min(...heaps.slice(1).map((heap, block) => heap - heaps[block]!))
    return { what, times: times * BLOCKS, bytesEach: growth / times, isKept: growth > NOISE_BYTES }
  })
}
