import { describe, expect, it } from 'vitest'
import type { Blueprint } from '../../src/document/blueprint.ts'
import { History } from '../../src/document/history.ts'

/** A document that is a number, with a history that counts it up. */
class Counter {
  readonly history: History
  root: Blueprint = { components: [], n: 0 }

  constructor(maxEntries = 1000) {
    this.history = new History({ maxEntries })
  }

  get n(): unknown {
    return this.root['n']
  }

  get branches(): string[] {
    return this.history.branches().map(({ name, steps }) => `${name} ${steps}`)
  }

  set(...values: number[]): this {
    for (const value of values) {
      this.history.push({
        label: `to ${value}`,
        patches: [{ op: 'replace', path: '/n', value }],
        inverse: [{ op: 'replace', path: '/n', value: this.root['n'] }],
      })
      this.root = { ...this.root, n: value }
    }
    return this
  }

  go(travel: (history: History, root: Blueprint) => Blueprint): this {
    this.root = travel(this.history, this.root)
    return this
  }

  labels(): string[] {
    return this.history.entries().map(({ step, label, applied }) => `${step} ${label}${applied ? '' : ' -'}`)
  }
}

describe('branches', () => {
  it('begin at an older state and leave the branch they come from as it is', () => {
    const it = new Counter().set(1, 2, 3).go((history, root) => history.branch(root, 'other', 1))
    expect(it.n).toBe(1)
    it.set(20, 30)
    expect([it.n, it.labels()]).toEqual([30, ['1 to 1', '2 to 20', '3 to 30']])
    it.go((history, root) => history.switchTo(root, 'main'))
    expect([it.n, it.labels()]).toEqual([3, ['1 to 1', '2 to 2', '3 to 3']])
    expect(it.history.branches()).toEqual([
      { name: 'main', steps: 3, isCurrent: true },
      { name: 'other', steps: 3, isCurrent: false },
    ])
  })

  it('are found again where they were left', () => {
    const it = new Counter().set(1, 2, 3).go((history, root) => history.rollbackTo(root, 2))
    it.go((history, root) => history.branch(root, 'other', 0)).set(9)
    it.go((history, root) => history.switchTo(root, 'main'))
    expect([it.n, it.labels()]).toEqual([2, ['1 to 1', '2 to 2', '3 to 3 -']])
  })

  it('a checkpoint leads onto the branch that has it', () => {
    const it = new Counter().set(1, 2)
    it.history.checkpoint('two')
    it.go((history, root) => history.branch(root, 'other', 1)).set(7)
    it.go((history, root) => history.rollbackTo(root, 'two'))
    expect([it.n, it.branches, it.history.branches()[0]!.isCurrent]).toEqual([2, ['main 2', 'other 2'], true])
    it.go((history, root) => history.branch(root, 'third', 'two')).set(8)
    expect(it.labels()).toEqual(['1 to 1', '2 to 2', '3 to 8'])
  })

  it('count each step once, and give up what only they had', () => {
    const it = new Counter().set(1, 2, 3).go((history, root) => history.branch(root, 'other', 2))
    expect(it.history.size.entries).toBe(3)
    const { bytes } = it.history.size
    it.set(4)
    expect(it.history.size).toMatchObject({ entries: 4 })
    expect(it.history.size.bytes).toBeGreaterThan(bytes)
    it.go((history, root) => history.switchTo(root, 'main'))
    it.history.checkpoint('here', 3)
    it.history.removeBranch('other')
    expect(it.history.size).toMatchObject({ entries: 3, bytes })
  })

  it('that cannot be reached any more go first when there is too much, and are told', () => {
    const it = new Counter(4)
      .set(1, 2)
      .go((history, root) => history.branch(root, 'side', 0))
      .set(10)
    it.history.checkpoint('ten')
    it.go((history, root) => history.switchTo(root, 'main'))
    expect(it.branches).toEqual(['main 2', 'side 1'])
    it.set(3, 4)
    expect([it.branches, it.labels()]).toEqual([['main 4'], ['1 to 1', '2 to 2', '3 to 3', '4 to 4']])
    expect(it.history.size).toMatchObject({
      entries: 4,
      dropped: 0,
      droppedBranches: ['side'],
      droppedCheckpoints: ['ten'],
    })
  })

  it('that share what is dropped lose it as well, and keep their own numbers', () => {
    const it = new Counter(6).set(1, 2, 3, 4).go((history, root) => history.branch(root, 'other', 3))
    // Standing between, it keeps the two steps that the other makes one.
    it.go((history, root) => history.rollbackTo(root, 1))
    it.go((history, root) => history.switchTo(root, 'main'))
    it.history.squash(1, 3, 'three')
    expect(it.labels()).toEqual(['1 three', '2 to 4'])
    it.go((history, root) => history.switchTo(root, 'other'))
    expect([it.n, it.labels()]).toEqual([1, ['1 to 1', '2 to 2 -', '3 to 3 -']])
    it.go((history, root) => history.switchTo(root, 'main')).set(5, 6)
    expect(it.labels()).toEqual(['2 to 4', '3 to 5', '4 to 6'])
    it.go((history, root) => history.switchTo(root, 'other'))
    expect([it.n, it.history.position, it.history.size.dropped]).toEqual([3, 3, 3])
  })

  it.each<[string, (history: History, root: Blueprint) => unknown]>([
    ['a name in use', (history, root) => history.branch(root, 'main')],
    ['no name', (history, root) => history.branch(root, '')],
    ['a long name', (history, root) => history.branch(root, 'x'.repeat(201))],
    ['a state that is not there', (history, root) => history.branch(root, 'x', 9)],
    ['a branch that is not there', (history, root) => history.switchTo(root, '__proto__')],
    ['removing the current branch', (history) => history.removeBranch('main')],
    ['removing none', (history) => history.removeBranch('x')],
    ['a checkpoint at a state that is not there', (history) => history.checkpoint('x', 7)],
    ['a checkpoint without name', (history) => history.checkpoint('')],
    ['renaming a step that is not there', (history) => history.rename(0, 'x')],
    ['squashing the wrong way round', (history) => history.squash(2, 1)],
    ['squashing what is not there', (history) => history.squash(1, 4)],
  ])('refuse %s, and nothing moves', (_, act) => {
    const it = new Counter().set(1, 2, 3)
    const before = it.history.toJSON()
    expect(() => act(it.history, it.root)).toThrow(RangeError)
    expect(it.history.toJSON()).toEqual(before)
  })

  it('are 64 at most', () => {
    const it = new Counter()
    for (let i = 1; i < 64; i++) it.go((history, root) => history.branch(root, `b${i}`))
    expect(() => it.history.branch(it.root, 'more')).toThrow(/at most 64 branches/)
  })
})

describe('squash', () => {
  it('makes one step of several, to be undone at once', () => {
    const it = new Counter().set(1, 2, 3, 4)
    it.history.checkpoint('two', 2)
    it.history.checkpoint('three', 3)
    it.history.squash(2, 3)
    expect(it.labels()).toEqual(['1 to 1', '2 to 2; to 3', '3 to 4'])
    expect(it.history.position).toBe(3)
    expect(() => it.history.rollbackTo(it.root, 'two')).toThrow(RangeError)
    it.go((history, root) => history.rollbackTo(root, 'three'))
    expect(it.n).toBe(3)
    it.go((history, root) => history.undo(root))
    expect(it.n).toBe(1)
    it.go((history, root) => history.redo(root))
    expect(it.n).toBe(3)
  })

  it('is refused while the document stands between the steps', () => {
    const it = new Counter().set(1, 2, 3).go((history, root) => history.rollbackTo(root, 2))
    expect(() => it.history.squash(2, 3)).toThrow(/before 2 or after 3, got 2/)
    it.history.squash(1, 2, 'both')
    expect(it.labels()).toEqual(['1 both', '2 to 3 -'])
  })

  it('a step that was squashed or renamed weighs what it weighs', () => {
    const it = new Counter().set(1, 2)
    it.history.squash(1, 2, 'x')
    it.history.rename(1, 'a longer label')
    const again = new Counter()
    again.history.push(it.history.stepOf(1))
    expect(again.history.size.bytes).toBe(it.history.size.bytes)
  })
})
