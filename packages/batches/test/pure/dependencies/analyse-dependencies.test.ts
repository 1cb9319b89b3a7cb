import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseDependencies } from '../../../src/pure/dependencies/analyse-dependencies.ts'
import type {
  Analysis,
  AnalysisOptions,
  Workload,
} from '../../../src/pure/dependencies/analyse-dependencies.ts'
import { findCycle } from '../../../src/pure/dependencies/cycle.ts'
import { runs } from '../../../../../test/support/amounts.ts'

function item(id: string, dependencies = '', files = ''): Workload {
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')
  return {
    id,
    dependencies: words(dependencies),
    files: words(files).map((text) => ({ text, isGlob: text.includes('*') })),
  }
}

function analyse(items: readonly Workload[], options?: AnalysisOptions): Analysis {
  const result = analyseDependencies(items, options)
  if (!result.ok) throw new Error(result.error.cycle.join(' '))
  return result.value
}

function stagesOf(items: readonly Workload[]): string[] {
  return analyse(items).stages.map((stage) => stage.join(' '))
}

describe('stages', () => {
  test.each<[string, Workload[], string[]]>([
    ['nothing', [], []],
    ['one', [item('a')], ['a']],
    ['a diamond', [item('a'), item('b', 'a'), item('c', 'a'), item('d', 'b c')], ['a', 'b c', 'd']],
    ['given backwards', [item('a', 'b'), item('b', 'c'), item('c')], ['c', 'b', 'a']],
    ['a shared file', [item('a', '', 'x'), item('b', '', 'x y'), item('c', '', 'y')], ['a c', 'b']],
    ['a glob', [item('a', '', 'src/*'), item('b', '', 'src/x'), item('c', '', 'lib/x')], ['a c', 'b']],
    [
      'the longer chain first',
      [item('a', '', 'x'), item('b', '', 'x'), item('c', 'b'), item('d', 'c')],
      ['b', 'a c', 'd'],
    ],
  ])('%s', (_name, items, expected) => {
    expect(stagesOf(items).map((stage) => stage.split(' ').sort().join(' '))).toEqual(expected)
  })

  test('items may share one when they are told to, and the edge says so', () => {
    const items = [item('a', '', 'x'), item('b', '', 'x')]
    const { stages, edges } = analyse(items, { shareStages: true })
    expect(stages).toEqual([['a', 'b']])
    expect(edges).toMatchObject([
      { why: 'b comes after a: both touch x, and share stage 1 as they were told to' },
    ])
  })

  test('a dependency on an item that is not there is told', () => {
    expect(analyse([item('a', 'gone')]).missing).toEqual([{ id: 'a', dependency: 'gone' }])
  })
})

test('every edge is explained once', () => {
  const { edges } = analyse([item('a', '', 'x'), item('b', 'a', 'x src/b'), item('c', '', 'x src/*')])
  expect(edges.map(({ kind, why }) => `${kind}: ${why}`)).toEqual([
    'dependency: b comes after a: depends on it',
    'file: c comes after b: both touch x, src/b (src/*)',
  ])
})

describe('a cycle', () => {
  test('is told as its whole path', () => {
    const items = [item('a'), item('b', 'a d'), item('c', 'b'), item('d', 'c')]
    expect(analyseDependencies(items)).toEqual({ ok: false, error: { cycle: ['b', 'd', 'c', 'b'] } })
    expect(analyseDependencies([item('a', 'a')])).toEqual({ ok: false, error: { cycle: ['a', 'a'] } })
  })

  test('of 100,000 items is found without recursion', () => {
    const items = Array.from({ length: 100_000 }, (_, i) => item(`${i}`, `${(i + 1) % 100_000}`))
    const result = analyseDependencies(items)
    expect(result.ok ? 0 : result.error.cycle.length).toBe(100_001)
  })
})

const someFiles = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd/*', 'd/e', 'd/f'), { maxLength: 2 })

/** Items that depend on earlier ones, given in any order. */
function workloads(maxLength: number): fc.Arbitrary<Workload[]> {
  return fc
    .array(fc.tuple(fc.array(fc.nat(), { maxLength: 3 }), someFiles), { maxLength })
    .map((rows) =>
      rows.map(([before, files], i) =>
        item(
          `i${i}`,
          [...new Set(before.map((each) => `i${i === 0 ? 0 : each % i}`))].filter(() => i > 0).join(' '),
          files.join(' '),
        ),
      ),
    )
    .chain((items) => fc.shuffledSubarray(items, { minLength: items.length }))
}

function meet(a: Workload, b: Workload): boolean {
  return a.files.some((x) =>
    b.files.some(
      (y) =>
        x.text === y.text || (x.isGlob && y.text.startsWith('d/')) || (y.isGlob && x.text.startsWith('d/')),
    ),
  )
}

describe('for any items', () => {
  test('each stands once, behind what it depends on, and shares no stage with one that touches its files', () => {
    fc.assert(
      fc.property(workloads(40), (items) => {
        const { stages, order } = analyse(items)
        const byId = new Map(items.map((each) => [each.id, each]))
        const stageOf = new Map(stages.flatMap((stage, i) => stage.map((id) => [id, i] as const)))
        expect(order.toSorted()).toEqual(items.map(({ id }) => id).sort())
        expect(stages.every((stage) => stage.length > 0)).toBe(true)
        for (const { id, dependencies } of items)
          for (const before of dependencies) expect(stageOf.get(before)!).toBeLessThan(stageOf.get(id)!)
        for (const stage of stages)
          for (const [i, a] of stage.entries())
            for (const b of stage.slice(i + 1)) expect(meet(byId.get(a)!, byId.get(b)!)).toBe(false)
        expect(analyse(items)).toEqual(analyse(items))
      }),
    )
  })

  test('no schedule has fewer stages, as trying all shows', () => {
    fc.assert(
      fc.property(workloads(7), (items) => {
        const { stages, isShortest } = analyse(items)
        expect(isShortest).toBe(true)
        expect(stages.length).toBe(fewestStages(items))
      }),
      { numRuns: runs(300) },
    )
  })

  test('without files there are as many stages as the longest chain has items', () => {
    fc.assert(
      fc.property(workloads(60), (given) => {
        const items = given.map((each) => ({ ...each, files: [] }))
        const longest = (id: string): number =>
          1 + Math.max(0, ...items.find((each) => each.id === id)!.dependencies.map(longest))
        const { stages, isShortest } = analyse(items)
        expect(isShortest).toBe(true)
        expect(stages.length).toBe(Math.max(0, ...items.map(({ id }) => longest(id))))
      }),
      { numRuns: 50 },
    )
  })

  test('a cycle is found where there is one, and is one', () => {
    const graphs = fc.array(fc.array(fc.nat(), { maxLength: 2 }), { maxLength: 12 })
    fc.assert(
      fc.property(graphs, (rows) => {
        const edgesOf = (node: number): number[] => rows[node]!.map((each) => each % rows.length)
        const cycle = findCycle([...rows.keys()], edgesOf)
        if (cycle === null) {
          const items = rows.map((_, i) => item(`${i}`, edgesOf(i).join(' ')))
          expect(analyseDependencies(items).ok).toBe(true)
          return
        }
        expect(cycle.length).toBeGreaterThan(1)
        expect(cycle[0]).toBe(cycle.at(-1))
        for (const [i, node] of cycle.slice(1).entries()) expect(edgesOf(cycle[i]!)).toContain(node)
      }),
    )
  })
})

/** Tries every assignment of so many stages, from one on. */
function fewestStages(items: readonly Workload[]): number {
  for (let count = 0; ; count++) if (canPlace(items, count, new Map())) return count
}

function canPlace(items: readonly Workload[], count: number, placed: ReadonlyMap<string, number>): boolean {
  if (placed.size === items.length) return true
  const next = items.find(
    ({ id, dependencies }) => !placed.has(id) && dependencies.every((each) => placed.has(each)),
  )!
  for (let stage = 0; stage < count; stage++) {
    const fits =
      next.dependencies.every((each) => placed.get(each)! < stage) &&
      items.every((other) => placed.get(other.id) !== stage || !meet(next, other))
    if (fits && canPlace(items, count, new Map([...placed, [next.id, stage]]))) return true
  }
  return false
}
