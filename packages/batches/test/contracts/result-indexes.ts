import { describe, expect, test } from 'vitest'
import type { ResultIndex } from '../../src/pure/ports/result-index.ts'

export interface ResultIndexSetup {
  readonly index: ResultIndex
  /** Spoils what is kept under a key. */
  readonly spoil: (key: string) => Promise<void>
}

const KEY = 'a'.repeat(64)

/** What every index of results promises. */
export function resultIndexContract(name: string, setup: () => Promise<ResultIndexSetup>): void {
  describe(`result index: ${name}`, () => {
    test.each([
      { commit: 'c'.repeat(40), tokens: 120 },
      { commit: null, tokens: null },
    ])('%j comes back', async (work) => {
      const { index } = await setup()
      expect(await index.read(KEY)).toBeNull()
      await index.write(KEY, work)
      expect(await index.read(KEY)).toEqual(work)
      expect(await index.read('b'.repeat(64))).toBeNull()
    })

    test('the last writing counts; of many at once one', async () => {
      const { index } = await setup()
      const works = Array.from({ length: 10 }, (_, i) => ({ commit: String(i).repeat(40), tokens: i }))
      await Promise.all(works.map(async (work) => index.write(KEY, work)))
      expect(works).toContainEqual(await index.read(KEY))
      await index.write(KEY, works[3]!)
      expect(await index.read(KEY)).toEqual(works[3])
    })

    test('what cannot be read counts as never written', async () => {
      const { index, spoil } = await setup()
      await index.write(KEY, { commit: null, tokens: 1 })
      await spoil(KEY)
      expect(await index.read(KEY)).toBeNull()
    })
  })
}
