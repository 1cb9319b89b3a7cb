import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentService } from '../../src/service/document-service.ts'
import type { RevisionStore } from '../../src/store/revision-store.ts'
import type { Revision } from '../../src/store/revision.ts'
import { screen } from '../support/screen.ts'
import { done, me, problemOf, serviceOn, textOf } from '../support/services.ts'
import { storeKinds } from '../support/stores.ts'
import type { Place } from '../support/stores.ts'

const TEXT = `${JSON.stringify(screen(3), null, 2)}\n`

for (const kind of storeKinds) {
  const title = kind.skipped === null ? kind.name : `${kind.name} (skipped: ${kind.skipped})`
  describe.skipIf(kind.skipped !== null)(`documents in ${title}`, () => {
    let place: Place
    let store: RevisionStore
    let service: DocumentService

    beforeEach(async () => {
      place = await kind.make()
      store = await place.open()
      service = await serviceOn(store)
      await service.create({ id: 'shop', text: TEXT }, me)
    })
    afterEach(async () => {
      service.close()
      await store.close()
      await place.dispose()
    })

    test('a document is stored as it came and keeps its layout when it is changed', async () => {
      expect(await textOf(service, 'shop')).toBe(TEXT)
      const answer = done(await service.run('shop', { command: 'make the header navy', revision: 1 }, me))
      expect(answer).toMatchObject({ status: 'applied', document: 'shop', revision: 2 })
      expect(answer.changed).toEqual([{ id: 'header', properties: ['background'] }])
      const text = await textOf(service, 'shop')
      expect(text).toBe(TEXT.replace('"bg_color": "#FFFFFF"', '"bg_color": "#000080"'))
      expect(await textOf(service, 'shop', 1)).toBe(TEXT)
    })

    test('undo, redo and rollback are revisions of their own', async () => {
      const texts = [TEXT]
      const commands = ['make the header navy', 'delete the second card', 'rename the footer to "Bye"']
      for (const command of commands) {
        done(await service.run('shop', { command, rebase: true }, me))
        texts.push(await textOf(service, 'shop'))
      }
      const travel = async (kind: 'undo' | 'redo', text: string, of: number): Promise<void> => {
        expect(done(await service[kind]('shop', { rebase: true }, me))).toMatchObject({ kind, of })
        expect(await textOf(service, 'shop')).toBe(text)
      }
      await travel('undo', texts[2]!, 4)
      await travel('undo', texts[1]!, 3)
      await travel('redo', texts[2]!, 3)
      await travel('redo', texts[3]!, 4)
      await travel('undo', texts[2]!, 4)
      await travel('undo', texts[1]!, 3)
      await travel('undo', texts[0]!, 2)
      expect(problemOf(await service.undo('shop', { rebase: true }, me))).toBe('nothing-to-undo')
      done(await service.rollback('shop', { to: 4, rebase: true }, me))
      expect(await textOf(service, 'shop')).toBe(texts[3])
      await travel('undo', texts[0]!, 12)
      done(await service.run('shop', { command: 'make the footer red', rebase: true }, me))
      expect(problemOf(await service.redo('shop', { rebase: true }, me))).toBe('nothing-to-redo')
    })

    test('a whole new text is a revision that can be undone', async () => {
      const other = JSON.stringify(screen(1))
      done(await service.run('shop', { command: 'make the header navy', revision: 1 }, me))
      const before = await textOf(service, 'shop')
      expect(done(await service.import('shop', { text: other, revision: 2 }, me)).revision).toBe(3)
      expect(await textOf(service, 'shop')).toBe(other)
      done(await service.run('shop', { command: 'make the footer red', revision: 3 }, me))
      done(await service.undo('shop', { revision: 4 }, me))
      done(await service.undo('shop', { revision: 5 }, me))
      expect(await textOf(service, 'shop')).toBe(before)
      done(await service.redo('shop', { revision: 6 }, me))
      expect(await textOf(service, 'shop')).toBe(other)
      expect(problemOf(await service.import('shop', { text: '{"components":7}', rebase: true }, me))).toBe(
        'document-invalid',
      )
    })

    test('a deleted document is gone until an undo or a rollback brings it back', async () => {
      const command = 'make the header navy'
      done(await service.run('shop', { command, revision: 1 }, me))
      const navy = await textOf(service, 'shop')
      expect(problemOf(await service.delete('shop', { revision: 1 }, me))).toBe('stale')
      const sender = { ...me, key: 'delete' }
      expect(done(await service.delete('shop', { revision: 2 }, sender))).toEqual({
        document: 'shop',
        revision: 3,
      })
      expect(await service.delete('shop', { revision: 2 }, sender)).toMatchObject({ isRepeated: true })

      const other = await serviceOn(store)
      const anew = { rebase: true }
      for (const one of [service, other]) {
        expect(await one.open('shop')).toMatchObject({ error: { kind: 'document-deleted', revision: 3 } })
        expect(await textOf(one, 'shop', 2)).toBe(navy)
        const refused = [
          await one.run('shop', { command, ...anew }, me),
          await one.batch('shop', { commands: [command], ...anew }, me),
          await one.import('shop', { text: TEXT, ...anew }, me),
          await one.delete('shop', anew, me),
          { result: await one.preview('shop', { command }) },
          { result: await one.find('shop', 'the header') },
        ].map((outcome) => problemOf<unknown>(outcome))
        expect(new Set(refused)).toEqual(new Set(['document-deleted']))
        expect(await one.documents({ after: '', limit: 9 })).toEqual([])
        expect(await one.latest('shop', { limit: 1 })).toMatchObject({
          value: { revisions: [{ number: 3, kind: 'delete', isDeleted: true }] },
        })
      }
      expect(problemOf({ result: await service.create({ id: 'shop', text: TEXT }, me) })).toBe(
        'document-exists',
      )

      expect(done(await other.undo('shop', { revision: 3 }, me))).toMatchObject({ of: 3, revision: 4 })
      expect(await textOf(service, 'shop')).toBe(navy)
      done(await service.redo('shop', { revision: 4 }, me))
      expect(await other.open('shop')).toMatchObject({ error: { kind: 'document-deleted' } })
      done(await other.rollback('shop', { to: 1, revision: 5 }, me))
      expect(await textOf(service, 'shop')).toBe(TEXT)
      // What the rollback undid was the deletion.
      done(await service.undo('shop', { revision: 6 }, me))
      expect(await (await serviceOn(store)).open('shop')).toMatchObject({
        error: { kind: 'document-deleted' },
      })
      done(await service.undo('shop', { revision: 7 }, me))
      done(await service.undo('shop', { revision: 8 }, me))
      expect(await textOf(service, 'shop')).toBe(TEXT)
      expect(problemOf(await service.undo('shop', anew, me))).toBe('nothing-to-undo')
    })

    test('a change names the revision it is meant for, or is rebased and says so', async () => {
      done(await service.run('shop', { command: 'make the header navy', revision: 1 }, me))
      const command = 'make the footer red'
      expect(problemOf(await service.run('shop', { command }, me))).toBe('precondition-required')
      const stale = await service.run('shop', { command, revision: 1 }, me)
      expect(stale.result).toMatchObject({ ok: false, error: { kind: 'stale', revision: 2 } })
      expect(problemOf(await service.run('shop', { command, revision: 9, rebase: true }, me))).toBe('stale')
      const rebased = done(await service.run('shop', { command, revision: 1, rebase: true }, me))
      expect(rebased).toMatchObject({ revision: 3, rebasedFrom: 1 })
    })

    test('what was refused leaves everything as it was', async () => {
      const refused = await service.run('shop', { command: 'delete the carousel', rebase: true }, me)
      expect(refused.result).toMatchObject({ ok: false, error: { kind: 'rejected' } })
      expect(problemOf(await service.run('shop', { command: 'delete the card', rebase: true }, me))).toBe(
        'clarify',
      )
      const commands = ['make the header red', 'delete the carousel']
      expect(problemOf(await service.batch('shop', { commands, rebase: true }, me))).toBe('rejected')
      expect(await textOf(service, 'shop')).toBe(TEXT)
      expect(await store.document('shop')).toMatchObject({ head: 1 })
      expect(problemOf(await service.run('none', { command: 'make it red', rebase: true }, me))).toBe(
        'document-not-found',
      )
    })

    test('a command that changes nothing makes no revision', async () => {
      const command = 'make the header white'
      const answer = done(await service.run('shop', { command, rebase: true }, me))
      expect(answer).toMatchObject({ status: 'applied', revision: 1, changed: [] })
      expect(await store.document('shop')).toMatchObject({ head: 1 })
    })

    test('a batch is one revision', async () => {
      const commands = ['make the header navy', 'delete the second card', 'make the carousel red']
      const answer = done(await service.batch('shop', { commands, rebase: true, atomic: false }, me))
      expect(answer.status).toBe('partial')
      expect(answer.answers.map(({ status }) => status)).toEqual(['applied', 'applied', 'rejected'])
      expect(answer.revision).toBe(2)
      done(await service.undo('shop', { revision: 2 }, me))
      expect(await textOf(service, 'shop')).toBe(TEXT)
    })

    test('a repeated request gets the first answer and is done once', async () => {
      const sender = { ...me, key: 'once' }
      const request = { command: 'make the header navy', rebase: true }
      const answers = await Promise.all(
        Array.from({ length: 5 }, async () => service.run('shop', request, sender)),
      )
      expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1)
      expect(answers.filter(({ isRepeated }) => isRepeated)).toHaveLength(4)
      const other = await serviceOn(store)
      expect(await other.run('shop', request, sender)).toEqual({ ...answers[0], isRepeated: true })
      expect(await store.document('shop')).toMatchObject({ head: 2 })
      const mistaken = await service.run('shop', { ...request, command: 'make the footer red' }, sender)
      expect(problemOf(mistaken)).toBe('key-reused')
      // A refusal is an answer too, even where it would be done now.
      const refused = { ...me, key: 'refused' }
      const red = { command: 'make the button "Buy now" red', rebase: true }
      expect(problemOf(await service.run('shop', red, refused))).toBe('rejected')
      const text = TEXT.replace('"Add to cart"', '"Buy now"')
      done(await service.import('shop', { text, rebase: true }, me))
      expect(problemOf(await service.run('shop', red, refused))).toBe('rejected')
      expect(problemOf(await service.run('shop', red, me))).toBeNull()
    })

    test('a preview changes nothing, and its token does exactly that or nothing', async () => {
      const command = 'make the header navy and delete the second card'
      const shown = await service.preview('shop', { command })
      if (!shown.ok) throw new Error(shown.error.detail)
      expect(await store.document('shop')).toMatchObject({ head: 1 })
      const { preview } = shown.value
      const other = await service.run('shop', { command: 'delete the first card', preview }, me)
      expect(problemOf(other)).toBe('preview-stale')
      expect(problemOf(await service.run('shop', { command, preview: `${preview.slice(1)}x` }, me))).toBe(
        'preview-stale',
      )
      const applied = done(await service.run('shop', { command, preview }, me))
      expect(applied.patches).toEqual(shown.value.patches)
      expect(problemOf(await service.run('shop', { command, preview }, me))).toBe('preview-stale')
    })

    test('any revision is restored from snapshots and patches, to the byte', async () => {
      const texts = [TEXT]
      for (let i = 0; i < 12; i++) {
        const command = `make the ${['header', 'footer', 'first card'][i % 3]} ${['red', 'navy'][i % 2]}`
        done(await service.run('shop', { command, rebase: true }, me))
        texts.push(await textOf(service, 'shop'))
      }
      const cold = await serviceOn(store, { snapshotEvery: 5 })
      for (const [i, text] of texts.entries()) expect(await textOf(cold, 'shop', i + 1)).toBe(text)
      for (let i = 0; i < 12; i++) {
        done(await cold.undo('shop', { rebase: true }, me))
        expect(await textOf(cold, 'shop')).toBe(texts[11 - i])
      }
      expect(await store.snapshot('shop', 99)).toMatchObject({ number: 24 })
      expect(await textOf(await serviceOn(store), 'shop', 22)).toBe(texts[3])
    })

    test('two services on one store make one chain', async () => {
      const other = await serviceOn(store)
      const all = await Promise.all(
        Array.from({ length: 30 }, async (_, i) => {
          const command = `rename the footer to "Number ${i}"`
          return (i % 2 === 0 ? service : other).run('shop', { command, rebase: true }, { author: `${i}` })
        }),
      )
      const numbers = all.map((outcome) => done(outcome).revision).sort((a, b) => a - b)
      expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => i + 2))
      const last = all.map(done).find(({ revision }) => revision === 31)!
      expect(await textOf(other, 'shop')).toContain(JSON.stringify(last.patches![0]).match(/Number \d+/)![0])
      other.close()
    })

    test('watchers get every revision once, in order, from where they were', async () => {
      done(await service.run('shop', { command: 'make the header navy', revision: 1 }, me))
      const seen: number[] = []
      let finished = (): void => undefined
      const finish = new Promise<void>((resolve) => (finished = resolve))
      const other = await serviceOn(store)
      await other.watch('shop', 1, {
        revision: ({ number }: Revision) => {
          seen.push(number)
          if (number === 7) finished()
        },
        end: () => seen.push(-1),
      })
      for (const color of ['red', 'green', 'blue', 'black', 'white'])
        done(await service.run('shop', { command: `make the header ${color}`, rebase: true }, me))
      await finish
      other.close()
      expect(seen).toEqual([2, 3, 4, 5, 6, 7, -1])
    })

    test('finding, verifying and explaining change nothing', async () => {
      expect(await service.find('shop', 'the second card')).toMatchObject({
        ok: true,
        value: { revision: 1, found: [{ id: 'card_2' }] },
      })
      expect(await service.verify('shop')).toMatchObject({ ok: true, value: { revision: 1 } })
      expect(await service.explain('shop', 'make the header red')).toMatchObject({
        ok: true,
        value: { steps: [{ targets: [{ id: 'header' }] }] },
      })
      expect(await store.document('shop')).toMatchObject({ head: 1 })
    })
  })
}
