import { describe, expect, test } from 'vitest'
import type { Leases } from '../../src/pure/ports/lease.ts'

/** A way of keeping leases, and a second one that is somewhere else and sees the same leases. */
export interface LeaseSetup {
  readonly here: Leases
  readonly elsewhere: Leases
  /** Takes a lease and dies without giving it back; the token. */
  readonly die: (batchId: string) => Promise<string>
}

/** What every way of keeping leases promises. */
export function leaseContract(name: string, setup: () => Promise<LeaseSetup>): void {
  describe(`leases: ${name}`, () => {
    test('one has it; the others are told who; given back it is free', async () => {
      const { here, elsewhere } = await setup()
      const first = await here.take('7', 'execute')
      if (!first.ok) throw new Error('not taken')
      const { token } = first.value.holder
      expect(await here.take('7', 'review')).toMatchObject({
        ok: false,
        error: { token, operation: 'execute' },
      })
      expect(await elsewhere.take('7', 'review')).toMatchObject({ ok: false, error: { token } })
      expect(await elsewhere.holder('7')).toMatchObject({ token, operation: 'execute' })
      expect(await here.take('8', 'execute')).toMatchObject({ ok: true })
      await first.value.release()
      expect(await here.holder('7')).toBeNull()
      expect(await elsewhere.take('7', 'review')).toMatchObject({ ok: true, value: { abandoned: [] } })
    })

    test('of ten that want it at once one gets it', async () => {
      const { here, elsewhere } = await setup()
      const wanting = Array.from({ length: 10 }, async (_, i) =>
        (i % 2 === 0 ? here : elsewhere).take('7', 'execute'),
      )
      expect((await Promise.all(wanting)).filter(({ ok }) => ok)).toHaveLength(1)
    })

    test('of a holder that died it is taken over, here and elsewhere; the fence is higher, and it is told whose it was', async () => {
      const { here, elsewhere, die } = await setup()
      const dead = await die('7')
      const next = await here.take('7', 'execute')
      if (!next.ok) throw new Error('not taken')
      expect(next.value.abandoned).toEqual([dead])
      expect(next.value.holder.fence).toBe(2)
      await next.value.release()
      const again = await die('7')
      const other = await elsewhere.take('7', 'execute')
      if (!other.ok) throw new Error('not taken')
      expect(other.value.abandoned).toEqual([again])
      expect(other.value.holder.fence).toBe(4)
    })

    test('whoever lost it knows, and takes nothing away from the next', async () => {
      const { here } = await setup()
      const first = await here.take('7', 'execute')
      if (!first.ok) throw new Error('not taken')
      expect(await first.value.isHeld()).toBe(true)
      await first.value.release()
      const second = await here.take('7', 'execute')
      if (!second.ok) throw new Error('not taken')
      expect(await first.value.isHeld()).toBe(false)
      await first.value.release()
      expect(await second.value.isHeld()).toBe(true)
      expect(await here.holder('7')).toMatchObject({ token: second.value.holder.token })
    })

    test('what dead holders left is passed on until it is settled', async () => {
      const { here, die } = await setup()
      const dead = [await die('7'), await die('7')]
      const third = await here.take('7', 'execute')
      if (!third.ok) throw new Error('not taken')
      expect([...third.value.abandoned].sort()).toEqual(dead.sort())
      await third.value.settle()
      expect(await third.value.isHeld()).toBe(true)
    })
  })
}
