import { describe, expect, it } from 'vitest'
import type { MoveStep, Place } from '../../../src/command/step.ts'
import type { Blueprint } from '../../../src/document/blueprint.ts'
import { boxes, boxOf, part, runSteps, screenOf, siblingIds } from '../../support/sound-change.ts'

const column = screenOf(
  part('a', [16, 0, 300, 40]),
  part('b', [16, 50, 300, 20]),
  part('c', [16, 90, 300, 60]),
  part('d', [16, 160, 300, 30]),
  part('foot', [0, 200, 400, 50], { type: 'footer' }),
)

function move(document: Blueprint, place: Place, ...targets: string[]): Blueprint {
  const step: MoveStep = { kind: 'move', targets, place }
  const { after, errors } = runSteps(document, [step])
  expect(errors).toEqual([])
  return after
}

function order(document: Blueprint): string[] {
  return document.components.map(({ id }) => id)
}

describe('within a column', () => {
  it('re-stacks, keeping the gaps; what stands outside does not move', () => {
    const after = move(column, { kind: 'before', anchor: 'a' }, 'c')
    expect(order(after)).toEqual(['c', 'a', 'b', 'd', 'foot'])
    expect(boxes(after)).toEqual({
      c: [16, 0, 300, 60],
      a: [16, 70, 300, 40],
      b: [16, 130, 300, 20],
      d: [16, 160, 300, 30],
      foot: [0, 200, 400, 50],
    })
  })

  it.each<[string, Place, string[]]>([
    ['a', { kind: 'after', anchor: 'b' }, ['b', 'a', 'c', 'd', 'foot']],
    ['a', { kind: 'down' }, ['b', 'a', 'c', 'd', 'foot']],
    ['d', { kind: 'up' }, ['a', 'b', 'd', 'c', 'foot']],
    ['c', { kind: 'first' }, ['c', 'a', 'b', 'd', 'foot']],
    ['b', { kind: 'last' }, ['a', 'c', 'd', 'foot', 'b']],
    ['b', { kind: 'screen', at: 'start' }, ['b', 'a', 'c', 'd', 'foot']],
    ['b', { kind: 'screen', at: 'end' }, ['a', 'c', 'd', 'b', 'foot']],
    ['b', { kind: 'screen', at: 'very-end' }, ['a', 'c', 'd', 'foot', 'b']],
    ['foot', { kind: 'screen', at: 'end' }, ['a', 'b', 'c', 'd', 'foot']],
  ])('#%s to %j: order and geometry agree', (id, place, ids) => {
    const after = move(column, place, id)
    expect(order(after)).toEqual(ids)
    expect([...ids].sort((p, q) => boxOf(after, p)[1] - boxOf(after, q)[1])).toEqual(ids)
  })

  it.each<[string, Place]>([
    ['a', { kind: 'up' }],
    ['foot', { kind: 'down' }],
    ['a', { kind: 'first' }],
    ['a', { kind: 'before', anchor: 'b' }],
    ['d', { kind: 'after', anchor: 'c' }],
  ])('#%s to %j is there already', (id, place) => {
    const { after, outcomes } = runSteps(column, [{ kind: 'move', targets: [id], place }])
    expect(after).toBe(column)
    expect(outcomes[0]!.issues).toMatchObject([{ code: 'no-effect' }])
  })

  it.each<[Place, string[]]>([
    [{ kind: 'after', anchor: 'd' }, ['c', 'd', 'a', 'b', 'foot']],
    [{ kind: 'before', anchor: 'd' }, ['c', 'a', 'b', 'd', 'foot']],
    [{ kind: 'last' }, ['c', 'd', 'foot', 'a', 'b']],
    [{ kind: 'down' }, ['c', 'a', 'b', 'd', 'foot']],
    [{ kind: 'first' }, ['a', 'b', 'c', 'd', 'foot']],
  ])('several keep their order: %j', (place, ids) => {
    expect(order(move(column, place, 'b', 'a'))).toEqual(ids)
  })

  it('moves a row as one', () => {
    const rows = screenOf(
      part('l', [0, 0, 100, 40]),
      part('r', [120, 0, 100, 20]),
      part('below', [0, 60, 220, 30]),
    )
    const after = move(rows, { kind: 'before', anchor: 'l' }, 'below')
    expect(boxes(after)).toEqual({ below: [0, 0, 220, 30], l: [0, 50, 100, 40], r: [120, 50, 100, 20] })
  })
})

describe('in a row', () => {
  const row = screenOf(
    part('l', [0, 0, 100, 40]),
    part('m', [120, 0, 50, 40]),
    part('r', [180, 0, 100, 40]),
    part('below', [0, 60, 300, 30]),
  )

  it('re-stacks sideways', () => {
    expect(boxes(move(row, { kind: 'before', anchor: 'l' }, 'r'))).toMatchObject({
      r: [0, 0, 100, 40],
      l: [120, 0, 100, 40],
      m: [230, 0, 50, 40],
    })
    expect(boxes(move(row, { kind: 'up' }, 'm'))).toMatchObject({ m: [0, 0, 50, 40], l: [70, 0, 100, 40] })
  })

  it('leaving it changes nothing for the others', () => {
    const after = move(row, { kind: 'after', anchor: 'below' }, 'm')
    expect(boxes(after)).toEqual({
      l: [0, 0, 100, 40],
      r: [180, 0, 100, 40],
      below: [0, 60, 300, 30],
      m: [120, 110, 50, 40],
    })
    expect(order(after)).toEqual(['l', 'r', 'below', 'm'])
  })

  it('a stranger comes under the member, in its column', () => {
    const after = move(row, { kind: 'after', anchor: 'l' }, 'below')
    expect(boxes(after)['below']).toEqual([0, 60, 300, 30])
    expect(order(after)).toEqual(['l', 'below', 'm', 'r'])
  })
})

describe('to another parent', () => {
  const nested = screenOf(
    part('card', [16, 16, 200, 120], {
      type: 'card',
      children: [part('title', [26, 26, 180, 30]), part('text', [26, 66, 180, 60])],
    }),
    part('link', [16, 152, 368, 20]),
    part('next', [16, 188, 368, 40]),
    part('empty', [16, 244, 200, 60], { type: 'container' }),
  )

  it('closes the hole, opens one there, and fits the width', () => {
    const { after, outcomes } = runSteps(nested, [
      { kind: 'move', targets: ['link'], place: { kind: 'after', anchor: 'title' } },
    ])
    expect(siblingIds(after, 'link')).toEqual(['title', 'link', 'text'])
    expect(boxes(after)).toEqual({
      card: [16, 16, 200, 150],
      title: [26, 26, 180, 30],
      link: [26, 66, 190, 20],
      text: [26, 96, 180, 60],
      next: [16, 182, 368, 40],
      empty: [16, 238, 200, 60],
    })
    expect(outcomes[0]!.issues).toMatchObject([{ code: 'clamped', id: 'link' }])
  })

  it('goes to the start or the end of a container', () => {
    expect(boxes(move(nested, { kind: 'inside', anchor: 'card', at: 'end' }, 'next'))).toMatchObject({
      text: [26, 66, 180, 60],
      next: [26, 136, 190, 40],
      card: [16, 16, 200, 170],
    })
    const first = move(nested, { kind: 'inside', anchor: 'card', at: 'start' }, 'next')
    expect(siblingIds(first, 'next')).toEqual(['next', 'title', 'text'])
    expect(boxes(first)).toMatchObject({ next: [26, 26, 190, 40], title: [26, 76, 180, 30] })
    expect(boxOf(move(nested, { kind: 'inside', anchor: 'empty', at: 'end' }, 'link'), 'link')).toEqual([
      32, 224, 184, 20,
    ])
  })

  it('comes out again', () => {
    const after = move(nested, { kind: 'before', anchor: 'link' }, 'title')
    expect(siblingIds(after, 'title')).toEqual(['card', 'title', 'link', 'next', 'empty'])
    expect(boxes(after)).toMatchObject({
      card: [16, 16, 200, 120],
      text: [26, 26, 180, 60],
      title: [16, 152, 180, 30],
      link: [16, 198, 368, 20],
    })
  })

  it.each<[string, Place, string]>([
    ['card', { kind: 'inside', anchor: 'card', at: 'end' }, 'not-applicable'],
    ['card', { kind: 'inside', anchor: 'title', at: 'end' }, 'not-applicable'],
    ['card', { kind: 'after', anchor: 'text' }, 'not-applicable'],
    ['card', { kind: 'after', anchor: 'card' }, 'not-applicable'],
    ['card', { kind: 'after', anchor: 'nowhere' }, 'reference-unknown'],
    ['nowhere', { kind: 'up' }, 'reference-unknown'],
  ])('refuses #%s to %j', (id, place, code) => {
    const { after, errors } = runSteps(nested, [{ kind: 'move', targets: [id], place }])
    expect(errors[0]![0]!.code).toBe(code)
    expect(after).toBe(nested)
  })
})

describe('on a backdrop', () => {
  it('stays on it', () => {
    const hero = screenOf(
      part('image', [0, 0, 400, 300], { type: 'image' }),
      part('a', [20, 20, 200, 40]),
      part('b', [20, 80, 200, 40]),
      part('c', [20, 140, 200, 40]),
    )
    expect(boxes(move(hero, { kind: 'before', anchor: 'a' }, 'c'))).toEqual({
      image: [0, 0, 400, 300],
      c: [20, 20, 200, 40],
      a: [20, 80, 200, 40],
      b: [20, 140, 200, 40],
    })
  })
})

describe('without boxes', () => {
  const plain: Blueprint = {
    components: [part('a', null), part('b', null, { children: [part('c', null)] }), part('d', null)],
  }

  it.each<[string, Place, string[]]>([
    ['d', { kind: 'before', anchor: 'a' }, ['d', 'a', 'b']],
    ['c', { kind: 'after', anchor: 'a' }, ['a', 'c', 'b', 'd']],
    ['a', { kind: 'down' }, ['b', 'a', 'd']],
    ['a', { kind: 'last' }, ['b', 'd', 'a']],
  ])('moves #%s to %j in the order', (id, place, ids) => {
    expect(order(move(plain, place, id))).toEqual(ids)
  })

  it('gives no boxes', () => {
    expect(boxes(move(plain, { kind: 'inside', anchor: 'd', at: 'end' }, 'a'))).toEqual({})
  })
})
