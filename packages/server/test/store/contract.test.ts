import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createToken } from '../../src/access/token.ts'
import type { NewRevision } from '../../src/store/revision.ts'
import type { RevisionStore } from '../../src/store/revision-store.ts'
import { storeKinds } from '../support/stores.ts'
import type { Place } from '../support/stores.ts'

const ODD = '{"text":"caf\u00e9 \u{1F600} \\u0000 \\ud800 \u2028 \' \\" $1 ; DROP TABLE documents; --"}\r\n\t'

for (const kind of storeKinds) {
  const title = kind.skipped === null ? kind.name : `${kind.name} (skipped: ${kind.skipped})`
  describe.skipIf(kind.skipped !== null)(`the store contract: ${title}`, () => {
    let place: Place
    let store: RevisionStore

    beforeEach(async () => {
      place = await kind.make()
      store = await place.open()
    })
    afterEach(async () => {
      await store.close()
      await place.dispose()
    })

    test('a document is made once', async () => {
      expect(await store.document('a')).toBeNull()
      expect(await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, 'one'))).toBe(true)
      expect(await store.create({ id: 'a', dialect: 'other' }, revision(1, 'two'))).toBe(false)
      expect(await store.document('a')).toEqual({
        id: 'a',
        dialect: 'blueprint',
        head: 1,
        createdAt: 1001,
        updatedAt: 1001,
        isDeleted: false,
      })
      expect(await store.snapshot('a', 1)).toEqual({ number: 1, text: 'one' })
    })

    test('revisions are given back as they were, in pages', async () => {
      await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, ODD))
      const added = [
        revision(2),
        { ...revision(3), redo: { state: 2, rest: 1 }, state: 1 },
        revision(4, 'four'),
      ]
      expect(await store.append('a', 1, { revisions: added, answers: [] })).toBe('appended')
      const found = await store.revisions('a', { after: 1, limit: 10 })
      expect(found).toEqual(added.map(({ snapshot: _snapshot, ...rest }) => rest))
      expect((await store.revisions('a', { after: 2, limit: 1 })).map(({ number }) => number)).toEqual([3])
      expect(await store.revisions('a', { after: 4, limit: 1 })).toEqual([])
      expect(await store.document('a')).toMatchObject({ head: 4, createdAt: 1001, updatedAt: 1004 })
    })

    test('the snapshot is the last one before, to the byte', async () => {
      await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, ODD))
      await store.append('a', 1, { revisions: [revision(2), revision(3, 'three')], answers: [] })
      expect(await store.snapshot('a', 2)).toEqual({ number: 1, text: ODD })
      expect(await store.snapshot('a', 3)).toEqual({ number: 3, text: 'three' })
      expect(await store.snapshot('a', 99)).toEqual({ number: 3, text: 'three' })
      expect(await store.snapshot('b', 1)).toBeNull()
    })

    test('an append that builds on another revision than the last writes nothing', async () => {
      await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, 'one'))
      const answers = [answer('key')]
      expect(await store.append('a', 2, { revisions: [revision(3)], answers })).toBe('conflict')
      expect(await store.append('a', 0, { revisions: [revision(1)], answers })).toBe('conflict')
      expect(await store.append('b', 1, { revisions: [revision(2)], answers })).toBe('unknown')
      expect(await store.document('a')).toMatchObject({ head: 1 })
      expect(await store.revisions('a', { after: 0, limit: 9 })).toHaveLength(1)
      expect(await store.answer('a', 'key')).toBeNull()
    })

    test('answers are kept with what they answer, each key once', async () => {
      await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, 'one'))
      await store.create({ id: 'b', dialect: 'blueprint' }, revision(1, 'one'))
      expect(await store.append('a', 1, { revisions: [revision(2)], answers: [answer('k')] })).toBe(
        'appended',
      )
      expect(await store.append('a', 2, { revisions: [revision(3, 'x')], answers: [answer('k')] })).toBe(
        'conflict',
      )
      expect(await store.document('a')).toMatchObject({ head: 2 })
      expect(await store.snapshot('a', 9)).toMatchObject({ number: 1 })
      // Keys of other documents are others; an answer may stand alone.
      expect(await store.append('b', 1, { revisions: [], answers: [answer('k')] })).toBe('appended')
      expect(await store.document('b')).toMatchObject({ head: 1, updatedAt: 1001 })
      expect(await store.answer('a', 'k')).toEqual(answer('k'))
      expect(await store.forgetAnswers(5000)).toBe(0)
      expect(await store.forgetAnswers(5001)).toBe(2)
      expect(await store.answer('a', 'k')).toBeNull()
    })

    test('of appends at the same time on the same revision one wins', async () => {
      await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, 'one'))
      const other = await place.open()
      const results = await Promise.all(
        Array.from({ length: 20 }, async (_, i) =>
          (i % 2 === 0 ? store : other).append('a', 1, {
            revisions: [{ ...revision(2), author: `writer ${i}` }],
            answers: [],
          }),
        ),
      )
      expect(results.filter((result) => result === 'appended')).toHaveLength(1)
      expect(results.filter((result) => result === 'conflict')).toHaveLength(19)
      const winner = results.indexOf('appended')
      const [found] = await store.revisions('a', { after: 1, limit: 9 })
      expect(found?.author).toBe(`writer ${winner}`)
      if (other !== store) await other.close()
    })

    test('documents are listed in the order of their ids', async () => {
      for (const id of ['b', 'B', 'a-2', 'a', '10', 'a_1'])
        await store.create({ id, dialect: 'blueprint' }, revision(1, id))
      const ids = (await store.documents({ after: '', limit: 9 })).map(({ id }) => id)
      expect(ids).toEqual(['10', 'B', 'a', 'a-2', 'a_1', 'b'])
      expect((await store.documents({ after: 'B', limit: 2 })).map(({ id }) => id)).toEqual(['a', 'a-2'])
    })

    test('what is deleted is listed where it is asked for, and its chain stays', async () => {
      for (const id of ['a', 'b', 'c']) await store.create({ id, dialect: 'blueprint' }, revision(1, id))
      const gone: NewRevision = { ...revision(2), kind: 'delete', isDeleted: true }
      expect(await store.append('b', 1, { revisions: [gone], answers: [] })).toBe('appended')
      const listed = async (withDeleted: boolean): Promise<string[]> =>
        (await store.documents({ after: '', limit: 2, withDeleted })).map(({ id }) => id)
      expect(await listed(false)).toEqual(['a', 'c'])
      expect(await listed(true)).toEqual(['a', 'b'])
      expect(await store.document('b')).toMatchObject({ head: 2, isDeleted: true })
      expect(await store.revisions('b', { after: 1, limit: 1 })).toMatchObject([{ isDeleted: true }])
      expect(await store.create({ id: 'b', dialect: 'blueprint' }, revision(1, 'again'))).toBe(false)
      // An answer that is kept alone changes nothing about it.
      expect(await store.append('b', 2, { revisions: [], answers: [answer('k')] })).toBe('appended')
      expect(await store.document('b')).toMatchObject({ head: 2, isDeleted: true })
      expect(await store.append('b', 2, { revisions: [revision(3)], answers: [] })).toBe('appended')
      expect(await store.document('b')).toMatchObject({ head: 3, isDeleted: false })
      expect(await listed(false)).toEqual(['a', 'b'])
    })

    test('tokens are kept without their secrets', async () => {
      const { record, text } = createToken(
        { name: 'ci', scope: 'read', documents: ['a*', 'b'], expiresAt: 99_999 },
        1000,
      )
      await store.addToken(record)
      expect(await store.token(record.id)).toEqual(record)
      expect(await store.tokens()).toEqual([record])
      expect(JSON.stringify(record)).not.toContain(text.slice(-40))
      expect(await store.removeToken(record.id)).toBe(true)
      expect(await store.removeToken(record.id)).toBe(false)
      expect(await store.token(record.id)).toBeNull()
    })

    test('watchers are told of appends', async () => {
      await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, 'one'))
      const told = nextHint(store, 'a')
      await store.append('a', 1, { revisions: [revision(2)], answers: [] })
      await told
    })

    test.skipIf(!kind.isShared)('what is stored outlives the store, and others on it are told', async () => {
      await store.create({ id: 'a', dialect: 'blueprint' }, revision(1, ODD))
      const other = await place.open()
      const told = nextHint(other, 'a')
      await store.append('a', 1, { revisions: [revision(2)], answers: [answer('k')] })
      await told
      expect(await other.document('a')).toMatchObject({ head: 2 })
      expect(await other.secret()).toEqual(await store.secret())
      await other.close()
      await store.close()
      store = await place.open()
      expect(await store.snapshot('a', 2)).toEqual({ number: 1, text: ODD })
      expect(await store.answer('a', 'k')).toEqual(answer('k'))
    })
  })
}

function revision(number: number, snapshot: string | null = null): NewRevision {
  return {
    number,
    kind: number === 1 ? 'import' : 'command',
    command: `say "${number}"`,
    author: 'tester',
    time: 1000 + number,
    change: { kind: 'patches', patches: [{ op: 'add', path: '/x', value: ODD }], inverse: [] },
    changed: [{ id: 'x', properties: ['text'] }],
    state: number,
    redo: null,
    isDeleted: false,
    engine: '1.2.3',
    snapshot,
  }
}

function answer(key: string): { key: string; request: string; body: string; time: number } {
  return { key, request: 'hash', body: '{"ok":true}', time: 5000 }
}

async function nextHint(store: RevisionStore, id: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = store.watch((hint) => {
      if (hint !== id && hint !== null) return
      stop()
      resolve()
    })
  })
}
