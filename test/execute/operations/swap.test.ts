import { describe, expect, it } from 'vitest'
import type { Blueprint } from '../../../src/document/blueprint.ts'
import { boxes, part, runSteps, screenOf, siblingIds } from '../../support/sound-change.ts'

function swap(document: Blueprint, a: string, b: string): Blueprint {
  const { after, errors } = runSteps(document, [{ kind: 'swap', a, b }])
  expect(errors).toEqual([])
  const other = runSteps(document, [{ kind: 'swap', a: b, b: a }])
  expect(boxes(other.after)).toEqual(boxes(after))
  return after
}

describe('swap', () => {
  it('re-stacks a column of different heights', () => {
    const column = screenOf(
      part('a', [16, 0, 300, 40]),
      part('b', [16, 50, 200, 20]),
      part('c', [16, 90, 100, 60]),
      part('d', [16, 160, 300, 30]),
    )
    const after = swap(column, 'a', 'c')
    expect(siblingIds(after, 'a')).toEqual(['c', 'b', 'a', 'd'])
    expect(boxes(after)).toEqual({
      c: [16, 0, 100, 60],
      b: [16, 70, 200, 20],
      a: [16, 110, 300, 40],
      d: [16, 160, 300, 30],
    })
  })

  it('exchanges left edges as far as they fit', () => {
    const column = screenOf(part('wide', [0, 0, 400, 40]), part('narrow', [150, 50, 100, 40]))
    expect(boxes(swap(column, 'wide', 'narrow'))).toEqual({ narrow: [0, 0, 100, 40], wide: [0, 50, 400, 40] })
  })

  it('re-stacks a row, and keeps a middle line', () => {
    const row = screenOf(
      part('l', [0, 10, 50, 20]),
      part('r', [60, 0, 100, 40]),
      part('below', [0, 60, 100, 10]),
    )
    expect(boxes(swap(row, 'l', 'r'))).toEqual({
      r: [0, 0, 100, 40],
      l: [110, 10, 50, 20],
      below: [0, 60, 100, 10],
    })
  })

  it('works across rows: neighbours make way, and close up', () => {
    const rows = screenOf(
      part('a', [0, 0, 100, 40]),
      part('a2', [120, 0, 100, 40]),
      part('b', [0, 60, 400, 100]),
      part('c', [0, 180, 400, 20]),
    )
    expect(boxes(swap(rows, 'a', 'b'))).toMatchObject({
      a2: [300, 0, 100, 40],
      b: [0, 0, 300, 100],
      a: [0, 120, 100, 40],
      c: [0, 180, 400, 20],
    })
  })

  it('works across parents', () => {
    const nested = screenOf(
      part('card', [16, 16, 200, 100], {
        children: [part('in', [26, 26, 180, 30]), part('in2', [26, 66, 180, 40])],
      }),
      part('out', [16, 132, 368, 60], { children: [part('deep', [20, 140, 10, 10])] }),
      part('last', [16, 208, 368, 10]),
    )
    const after = swap(nested, 'in', 'out')
    expect(siblingIds(after, 'out')).toEqual(['out', 'in2'])
    expect(siblingIds(after, 'in')).toEqual(['card', 'in', 'last'])
    expect(boxes(after)).toMatchObject({
      card: [16, 16, 200, 130],
      out: [26, 26, 190, 60],
      in2: [26, 96, 180, 40],
      in: [16, 162, 180, 30],
      last: [16, 208, 368, 10],
    })
  })

  it('lands beside what its partner lay over', () => {
    const overlay = screenOf(
      part('image', [0, 0, 400, 100]),
      part('badge', [10, 10, 50, 20]),
      part('text', [10, 120, 100, 20]),
    )
    const after = swap(overlay, 'badge', 'text')
    expect(siblingIds(after, 'text')).toEqual(['image', 'text', 'badge'])
  })

  it('exchanges the order where there are no boxes', () => {
    const plain: Blueprint = {
      components: [part('a', null), part('b', null), part('c', null, { children: [part('d', null)] })],
    }
    expect(swap(plain, 'a', 'b').components.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect(siblingIds(swap(plain, 'a', 'd'), 'd')).toEqual(['d', 'b', 'c'])
  })

  it('refuses a container and its part, and says when there is nothing to do', () => {
    const nested = screenOf(part('card', [0, 0, 100, 100], { children: [part('in', [10, 10, 10, 10])] }))
    expect(runSteps(nested, [{ kind: 'swap', a: 'in', b: 'card' }]).errors[0]![0]!.code).toBe(
      'not-applicable',
    )
    expect(runSteps(nested, [{ kind: 'swap', a: 'in', b: 'in' }]).outcomes[0]!.issues[0]!.code).toBe(
      'no-effect',
    )
    expect(runSteps(nested, [{ kind: 'swap', a: 'in', b: 'no' }]).errors[0]![0]!.code).toBe(
      'reference-unknown',
    )
  })
})
