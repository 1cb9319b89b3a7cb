import { describe, expect, test } from 'vitest'
import type { Journals } from '../../src/pure/ports/journal.ts'

export interface JournalSetup {
  readonly journals: Journals
  /** Leaves a fact half written at the end of a journal, as a crash would. */
  readonly tear: (name: string) => Promise<void>
}

/** What every way of keeping journals promises. */
export function journalContract(name: string, setup: () => Promise<JournalSetup>): void {
  describe(`journals: ${name}`, () => {
    test('facts are kept in the order of the calls, over sessions', async () => {
      const { journals } = await setup()
      const first = await journals.open('execute')
      await Promise.all(Array.from({ length: 50 }, async (_, n) => first.add({ n, text: 'a\nb\u0000' })))
      await first.close()
      const second = await journals.open('execute')
      await second.add({ n: 50 })
      await second.close()
      expect((await journals.read('execute')).map(({ n }) => n)).toEqual(
        Array.from({ length: 51 }, (_, n) => n),
      )
    })

    test('a fact is there as soon as it was added', async () => {
      const { journals } = await setup()
      const journal = await journals.open('execute')
      await journal.add({ n: 1 })
      expect(await journals.read('execute')).toEqual([{ n: 1 }])
      await journal.close()
    })

    test('what is half written is dropped, and what follows is whole', async () => {
      const { journals, tear } = await setup()
      const journal = await journals.open('execute')
      await journal.add({ n: 1 })
      await journal.close()
      await tear('execute')
      expect(await journals.read('execute')).toEqual([{ n: 1 }])
      const again = await journals.open('execute')
      await again.add({ n: 2 })
      await again.close()
      expect(await journals.read('execute')).toEqual([{ n: 1 }, { n: 2 }])
    })

    test('one that was never written is empty; names are apart', async () => {
      const { journals } = await setup()
      const journal = await journals.open('execute')
      await journal.add({ n: 1 })
      await journal.close()
      expect(await journals.read('review')).toEqual([])
    })
  })
}
