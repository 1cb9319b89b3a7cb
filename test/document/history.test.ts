import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Blueprint } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { History } from '../../src/document/history.ts'
import { readHistory } from '../../src/document/history-json.ts'
import type { HistoryStep } from '../../src/document/history-json.ts'
import { PatchError } from '../../src/document/patch.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { anyBlueprint, anyJson, deepFreeze } from './arbitrary-blueprint.ts'
import { anyEdits, FreshIds, runEdits } from './random-edits.ts'
import { runs } from '../support/amounts.ts'

const empty: Blueprint = { components: [] }

/** A step that sets the top-level key `n` from one number to the next. */
function counting(from: number): HistoryStep {
  return {
    label: `to ${from + 1}`,
    patches: [{ op: 'replace', path: '/n', value: from + 1 }],
    inverse: [{ op: 'replace', path: '/n', value: from }],
  }
}

function counted(steps: number, history: History = new History()): { history: History; root: Blueprint } {
  for (let i = 0; i < steps; i++) history.push(counting(i))
  return { history, root: { ...empty, n: steps } }
}

function revived(history: History): History {
  return taken(JSON.parse(JSON.stringify(history)))
}

/** A history of data that is one. */
function taken(json: unknown, limits?: ConstructorParameters<typeof History>[0]): History {
  const read = readHistory(json)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return History.of(read.value, limits)
}

describe('History', { timeout: 60_000 }, () => {
  it('undoes and redoes', () => {
    const { history, root } = counted(3)
    expect([history.canUndo, history.canRedo, history.position]).toEqual([true, false, 3])
    const two = history.undo(root)
    const one = history.undo(two)
    expect([two['n'], one['n'], history.position]).toEqual([2, 1, 1])
    expect(history.redo(one)['n']).toBe(2)
    expect([history.canUndo, history.canRedo, history.position]).toEqual([true, true, 2])
  })

  it('throws where there is nothing to undo or redo', () => {
    const history = new History()
    expect(() => history.undo(empty)).toThrow(new RangeError('there is nothing to undo'))
    expect(() => history.redo(empty)).toThrow(new RangeError('there is nothing to redo'))
  })

  it('drops what was undone when a branch begins', () => {
    const { history, root } = counted(3)
    const one = history.rollbackTo(root, 1)
    history.checkpoint('one')
    history.push({ ...counting(1), label: 'other' })
    expect(history.canRedo).toBe(false)
    expect(history.entries()).toEqual([
      { step: 1, label: 'to 1', name: 'one', applied: true },
      { step: 2, label: 'other', applied: true },
    ])
    expect(history.rollbackTo({ ...one, n: 2 }, 'one')['n']).toBe(1)
  })

  it('goes to any step and to checkpoints, back and forward', () => {
    const { history, root } = counted(2)
    expect(history.checkpoint('two')).toBe(2)
    for (let i = 2; i < 5; i++) history.push(counting(i))
    let present: Blueprint = { ...root, n: 5 }
    for (const [target, n] of [
      ['two', 2],
      [5, 5],
      [0, 0],
      ['two', 2],
      [2, 2],
      [4, 4],
    ] as const) {
      present = history.rollbackTo(present, target)
      expect([present['n'], history.position]).toEqual([n, n])
    }
  })

  it.each<[unknown]>([['missing'], ['__proto__'], [6], [-1], [1.5], [Number.NaN], [Infinity]])(
    'refuses to go to %j and stays',
    (target) => {
      const { history, root } = counted(5)
      history.undo(root)
      expect(() => history.rollbackTo({ ...root, n: 4 }, target as number)).toThrow(
        /expected a checkpoint or a step in 0\.\.5, got/,
      )
      expect(history.position).toBe(4)
    },
  )

  it('stays where it is when the document is another one', () => {
    const { history } = counted(2)
    expect(() => history.undo(empty)).toThrow(PatchError)
    expect(history.position).toBe(2)
  })

  it('gives a name to one position', () => {
    const { history, root } = counted(1)
    history.checkpoint('here')
    history.push(counting(1))
    history.checkpoint('here')
    expect(history.entries()).toMatchObject([{ step: 1 }, { step: 2, name: 'here' }])
    expect(history.rollbackTo({ ...root, n: 2 }, 'here')['n']).toBe(2)
  })

  it('keeps at most so many steps', () => {
    const { history, root } = counted(10, new History({ maxEntries: 3 }))
    expect(history.size).toMatchObject({ entries: 3, dropped: 7 })
    expect(history.entries().map(({ step }) => step)).toEqual([8, 9, 10])
    expect(history.rollbackTo(root, 7)['n']).toBe(7)
    expect(history.canUndo).toBe(false)
    expect(() => history.rollbackTo({ ...root, n: 7 }, 6)).toThrow(/step in 7\.\.10, got 6/)
  })

  it('keeps at most so many bytes, and the newest step whatever its size', () => {
    const large = (n: number): HistoryStep => ({
      label: '',
      patches: [{ op: 'add', path: '/x', value: 'x'.repeat(n) }],
      inverse: [{ op: 'remove', path: '/x' }],
    })
    const history = new History({ maxBytes: 5000 })
    for (let i = 0; i < 50; i++) {
      history.push(large(1000))
      expect(history.size.bytes).toBeLessThanOrEqual(5000)
    }
    expect(history.size.entries).toBeGreaterThan(2)
    history.push(large(100_000))
    expect(history.size.entries).toBe(1)
    expect(history.undo({ ...empty, x: '' })).toEqual(empty)
    history.push(large(10))
    expect(history.size.bytes).toBeLessThan(1000)
  })

  it('forgets the names of positions that are gone', () => {
    const history = new History({ maxEntries: 2 })
    history.checkpoint('start')
    history.push(counting(0))
    history.checkpoint('one')
    history.push(counting(1))
    history.push(counting(2))
    expect(() => history.rollbackTo({ ...empty, n: 3 }, 'start')).toThrow(RangeError)
    expect(history.rollbackTo({ ...empty, n: 3 }, 'one')['n']).toBe(1)
    history.rollbackTo({ ...empty, n: 1 }, 3)
    history.checkpoint('three')
    history.undo({ ...empty, n: 3 })
    history.push(counting(2))
    expect(() => history.rollbackTo({ ...empty, n: 3 }, 'three')).toThrow(RangeError)
  })

  it('keeps no more names than steps', () => {
    const history = new History({ maxEntries: 3 })
    for (let i = 0; i < 10; i++) history.checkpoint(`c${i}`)
    expect(history.toJSON().checkpoints.map(([name]) => name)).toEqual(['c7', 'c8', 'c9'])
    expect(history.size.droppedCheckpoints).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
  })

  it.each([{ maxEntries: 0 }, { maxEntries: 1.5 }, { maxBytes: -1 }, { maxBytes: Number.NaN }])(
    'refuses the limits %j',
    (limits) => {
      expect(() => new History(limits)).toThrow(/expected max\w+ to be a whole number above 0/)
    },
  )

  it('goes back and forth through any edits, live and revived from JSON', () => {
    const walk = fc.array(fc.nat(), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        anyBlueprint,
        fc.array(anyEdits, { minLength: 1, maxLength: 4 }),
        walk,
        (blueprint, commands, targets) => {
          const index = new DocumentIndex(deepFreeze(blueprint))
          const history = new History()
          const ids = new FreshIds()
          const versions: Blueprint[] = [blueprint]
          for (const [i, edits] of commands.entries()) {
            const transaction = new Transaction(index)
            runEdits(transaction, edits, ids)
            const { after, patches, inverse } = commit(transaction)
            history.push({ label: `command ${i}`, patches, inverse })
            versions.push(deepFreeze(after))
          }
          for (const each of [history, revived(history)]) {
            let root = versions.at(-1)!
            for (const target of targets) {
              const step = target % versions.length
              root = each.rollbackTo(root, step)
              expect(JSON.stringify(root)).toBe(JSON.stringify(versions[step]))
            }
          }
        },
      ),
      { numRuns: runs(300) },
    )
  })
})

describe('History as JSON', () => {
  it('comes back with its position, names and tail', () => {
    const { history, root } = counted(4, new History({ maxEntries: 3 }))
    history.checkpoint('__proto__')
    history.undo(root)
    const again = revived(history)
    expect(again.toJSON()).toEqual(history.toJSON())
    expect(again.entries()).toEqual(history.entries())
    expect(again.size).toEqual(history.size)
    expect([again.position, again.canRedo]).toEqual([3, true])
    expect(again.rollbackTo({ ...root, n: 3 }, '__proto__')['n']).toBe(4)
  })

  it('keeps to the limits of its reader', () => {
    const { history, root } = counted(6)
    history.rollbackTo(root, 2)
    const again = taken(history.toJSON(), { maxEntries: 3 })
    expect(again.entries().map(({ step, applied }) => [step, applied])).toEqual([
      [3, false],
      [4, false],
      [5, false],
    ])
    expect(again.redo({ ...root, n: 2 })['n']).toBe(3)
  })

  const valid = counted(1).history.toJSON()
  const entry = valid.entries[0]!
  const line = valid.branches[0]!
  const withEntry = (changes: object): unknown => ({ ...valid, entries: [{ ...entry, ...changes }] })
  const withPatch = (patch: unknown): unknown => withEntry({ patches: [patch], inverse: [] })
  const withLine = (changes: object, ...more: object[]): unknown => ({
    ...valid,
    branches: [{ ...line, ...changes }, ...more],
  })

  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, '', 'JSON'],
    ['an array', [], '', 'an object'],
    ['another version', { ...valid, version: 2 }, '/version', 'version 1'],
    ['no entries', { ...valid, entries: {} }, '/entries', 'an array'],
    ['an entry that is none', { ...valid, entries: [null] }, '/entries/0', 'an object'],
    ['an entry without label', withEntry({ label: 1 }), '/entries/0/label', 'a string'],
    ['an entry without inverse', withEntry({ inverse: 1 }), '/entries/0/inverse', 'an array'],
    ['an entry without number', withEntry({ id: 0 }), '/entries/0/id', 'a whole number in 1..'],
    ['a patch that is none', withPatch([]), '/entries/0/patches/0', 'an operation'],
    ['an unknown op', withPatch({ op: 'x', path: '' }), '/entries/0/patches/0/op', 'add, remove, replace'],
    ['a copy', withPatch({ op: 'copy', from: '', path: '/b' }), '/entries/0/patches/0/op', 'or move'],
    ['a bad pointer', withPatch({ op: 'remove', path: 'a' }), '/entries/0/patches/0/path', 'a JSON Pointer'],
    [
      'a move without from',
      withPatch({ op: 'move', path: '/a' }),
      '/entries/0/patches/0/from',
      'a JSON Pointer',
    ],
    ['an add without value', withPatch({ op: 'add', path: '/a' }), '/entries/0/patches/0/value', 'a value'],
    ['too many applied', withLine({ applied: 2 }), '/branches/0/applied', 'a whole number in 0..1'],
    ['less than none applied', withLine({ applied: -1 }), '/branches/0/applied', 'a whole number in 0..1'],
    ['a number that is a text', withLine({ applied: '1' }), '/branches/0/applied', 'a whole number in 0..1'],
    [
      'dropped beyond counting',
      withLine({ dropped: 2 ** 53 }),
      '/branches/0/dropped',
      'a whole number in 0..',
    ],
    [
      'an entry twice on a branch',
      withLine({ entries: [0, 0] }),
      '/branches/0/entries/1',
      'a number above 1',
    ],
    ['an entry before the base', { ...valid, base: 1 }, '/branches/0/entries/0', 'a number above 1'],
    [
      'an entry that is missing',
      withLine({ entries: [1] }),
      '/branches/0/entries/0',
      'a whole number in 0..0',
    ],
    [
      'an entry of no branch',
      withLine({ entries: [], applied: 0 }),
      '/entries/0',
      'an entry that belongs to a branch',
    ],
    ['a branch that is none', withLine({}, [1]), '/branches/1', 'an object'],
    ['no branches', { ...valid, branches: [] }, '/branches', '1 to 64 branches'],
    ['65 branches', withLine({}, ...Array<object>(64).fill(line)), '/branches', '1 to 64 branches'],
    ['two branches of one name', withLine({}, line), '/branches/1/name', 'a unique branch name'],
    ['a branch without name', withLine({ name: '' }), '/branches/0/name', 'a name of 1 to 200 characters'],
    ['an unknown branch', { ...valid, branch: 'x' }, '/branch', 'the name of a branch'],
    ['half a checkpoint', { ...valid, checkpoints: [['a']] }, '/checkpoints/0', 'a name and the number'],
    [
      'a checkpoint without name',
      { ...valid, checkpoints: [[1, 1]] },
      '/checkpoints/0/0',
      'a name of 1 to 200',
    ],
    [
      'a checkpoint at no state',
      { ...valid, checkpoints: [['a', 7]] },
      '/checkpoints/0/1',
      'the number of a state',
    ],
    ['inherited members', Object.create(valid), '', 'JSON'],
  ])('refuses %s', (_, json, path, expected) => {
    expect(readHistory(json)).toMatchObject({
      ok: false,
      error: { path, expected: expect.stringContaining(expected) as unknown },
    })
  })

  it('refuses values that are no JSON, are too deep, or throw when read', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown
    const throwing = Object.defineProperty({ ...valid }, 'entries', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    for (const value of [cycle, deep, () => 1, new Date(0), Number.NaN]) {
      expect(readHistory(withPatch({ op: 'add', path: '/a', value }))).toMatchObject({ ok: false })
    }
    expect(readHistory(throwing)).toMatchObject({
      ok: false,
      error: { expected: 'readable values' },
    })
  })

  it('never throws, whatever it is given, and takes what it accepts', () => {
    const some = (right: unknown): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 1, arbitrary: anyJson }, { weight: 12, arbitrary: fc.constant(right) })
    const half = fc.record(
      {
        version: fc.constant(1),
        base: some(0),
        entries: fc.array(some(entry), { maxLength: 2 }),
        branches: fc.array(some(line), { minLength: 1, maxLength: 2 }),
        branch: some('main'),
        checkpoints: some([['x', 1]]),
      },
      { requiredKeys: ['version'] },
    )
    let accepted = 0
    fc.assert(
      fc.property(fc.oneof(fc.anything(), half), (value) => {
        const read = readHistory(value)
        if (!read.ok) return
        accepted++
        expect(History.of(read.value).toJSON()).toEqual(read.value)
      }),
      { numRuns: runs(3000) },
    )
    expect(accepted).toBeGreaterThan(runs(3000) / 300)
  })

  it('ignores members that it does not know', () => {
    const json = { ...valid, more: 1, entries: valid.entries.map((entry) => ({ ...entry, more: 1 })) }
    expect(readHistory(json)).toEqual({ ok: true, value: valid })
  })
})
