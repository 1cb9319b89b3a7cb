import { describe, expect, it } from 'vitest'
import type { Place, Step } from '../../../src/command/step.ts'
import type { Blueprint, Box } from '../../../src/document/blueprint.ts'
import { boxes, boxOf, find, part, runSteps, screenOf, siblingIds } from '../../support/sound-change.ts'

const column = screenOf(
  part('head', [0, 0, 400, 56], { type: 'header' }),
  part('a', [16, 72, 368, 40]),
  part('b', [16, 128, 200, 20]),
  part('foot', [0, 164, 400, 60], { type: 'footer' }),
)

function run(document: Blueprint, ...steps: Step[]): { after: Blueprint; made: readonly string[] } {
  const { after, errors, outcomes } = runSteps(document, steps)
  expect(errors).toEqual([])
  return { after, made: outcomes.flatMap(({ made }) => made) }
}

describe('add', () => {
  it.each<[Place | undefined, string, Box, string[]]>([
    [undefined, 'button', [16, 164, 120, 48], ['head', 'a', 'b', 'button_1', 'foot']],
    [{ kind: 'after', anchor: 'a' }, 'button', [16, 128, 120, 48], ['head', 'a', 'button_1', 'b', 'foot']],
    [{ kind: 'before', anchor: 'a' }, 'divider', [16, 72, 368, 2], ['head', 'divider_1', 'a', 'b', 'foot']],
    [{ kind: 'after', anchor: 'head' }, 'card', [16, 72, 368, 120], ['head', 'card_1', 'a', 'b', 'foot']],
    [{ kind: 'screen', at: 'start' }, 'nav', [0, 0, 400, 56], ['nav_1', 'head', 'a', 'b', 'foot']],
    [{ kind: 'screen', at: 'very-end' }, 'text', [16, 240, 368, 24], ['head', 'a', 'b', 'foot', 'text_3']],
    [{ kind: 'last' }, 'icon', [16, 240, 24, 24], ['head', 'a', 'b', 'foot', 'icon_1']],
  ])('%j', (place, type, box, ids) => {
    const { after, made } = run(column, {
      kind: 'add',
      component: { type },
      ...(place === undefined ? {} : { place }),
    })
    expect(siblingIds(after, 'a')).toEqual(ids)
    expect(boxOf(after, made[0]!)).toEqual(box)
  })

  it('pushes what follows, at the gap used there', () => {
    expect(
      boxes(
        run(column, { kind: 'add', component: { type: 'image' }, place: { kind: 'before', anchor: 'b' } })
          .after,
      ),
    ).toMatchObject({
      a: [16, 72, 368, 40],
      image_1: [16, 128, 368, 180],
      b: [16, 324, 200, 20],
      foot: [0, 360, 400, 60],
    })
  })

  it('ends the content, not the free space above a footer', () => {
    const pinned = screenOf(part('a', [16, 16, 368, 40]), part('foot', [0, 740, 400, 60], { type: 'footer' }))
    expect(boxes(run(pinned, { kind: 'add', component: { type: 'text' } }).after)).toMatchObject({
      text_2: [16, 72, 368, 24],
      foot: [0, 740, 400, 60],
    })
    expect(
      boxes(
        run(pinned, { kind: 'add', component: { type: 'text' }, place: { kind: 'before', anchor: 'foot' } })
          .after,
      ),
    ).toMatchObject({ text_2: [16, 700, 368, 24] })
  })

  it('gives text, role, properties and sizes', () => {
    const { after } = run(column, {
      kind: 'add',
      component: {
        type: 'button',
        text: 'Go',
        role: 'cta',
        properties: { background: 'red', width: 222, height: 60, fontSize: 20 },
      },
    })
    expect(find(after, 'button_1')).toEqual({
      id: 'button_1',
      type: 'button',
      role: 'cta',
      text: 'Go',
      bbox: [16, 164, 222, 60],
      visual: { bg_color: '#FF0000', font_size: 20 },
    })
  })

  it('goes into a container, which grows', () => {
    const cards = screenOf(
      part('card', [16, 16, 200, 60], { type: 'card', children: [part('in', [26, 26, 180, 30])] }),
      part('empty', [16, 92, 200, 20], { type: 'container' }),
      part('next', [16, 128, 200, 20]),
    )
    expect(
      boxes(
        run(cards, {
          kind: 'add',
          component: { type: 'text' },
          place: { kind: 'inside', anchor: 'card', at: 'end' },
        }).after,
      ),
    ).toMatchObject({ card: [16, 16, 200, 90], text_3: [26, 72, 180, 24], next: [16, 158, 200, 20] })
    const { after } = run(cards, {
      kind: 'add',
      component: { type: 'text' },
      place: { kind: 'inside', anchor: 'empty', at: 'end' },
    })
    expect(siblingIds(after, 'text_3')).toEqual(['text_3'])
    expect(boxOf(after, 'text_3')[0]).toBe(32)
    expect(boxOf(after, 'next')[1]).toBeGreaterThan(128)
  })

  it('stands beside a member of a row where there is room, else under it', () => {
    const row = screenOf(
      part('l', [16, 0, 80, 40]),
      part('r', [112, 0, 80, 40]),
      part('below', [16, 56, 368, 20]),
    )
    expect(
      boxes(
        run(row, { kind: 'add', component: { type: 'icon' }, place: { kind: 'after', anchor: 'r' } }).after,
      ),
    ).toMatchObject({ icon_1: [208, 0, 24, 24], below: [16, 56, 368, 20] })
    expect(
      boxes(
        run(row, { kind: 'add', component: { type: 'icon' }, place: { kind: 'after', anchor: 'l' } }).after,
      ),
    ).toMatchObject({ icon_1: [16, 56, 24, 24], r: [112, 0, 80, 40], below: [16, 96, 368, 20] })
  })

  it('adds several, one after the other', () => {
    const { after, made } = run(column, {
      kind: 'add',
      component: { type: 'text' },
      place: { kind: 'after', anchor: 'a' },
      count: 3,
    })
    expect(made).toEqual(['text_3', 'text_4', 'text_5'])
    expect(siblingIds(after, 'a')).toEqual(['head', 'a', ...made, 'b', 'foot'])
    expect(made.map((id) => boxOf(after, id)[1])).toEqual([128, 168, 208])
  })

  it('gives no box where there are none', () => {
    const { after } = run(
      { components: [part('a', null)] },
      { kind: 'add', component: { type: 'button', text: 'Go', properties: { width: 100 } } },
    )
    expect(after.components[1]).toEqual({
      id: 'button_1',
      type: 'button',
      text: 'Go',
      visual: { width: 100 },
    })
    expect(run({ components: [] }, { kind: 'add', component: { type: 'a b' } }).after.components).toEqual([
      { id: 'a_b_1', type: 'a b' },
    ])
  })

  it.each<[Step, string]>([
    [{ kind: 'add', component: { type: 'text' }, count: 0 }, 'value-invalid'],
    [{ kind: 'add', component: { type: 'text' }, count: 1e9 }, 'value-invalid'],
    [{ kind: 'add', component: { type: 'text', properties: { background: 'x' } } }, 'value-invalid'],
    [{ kind: 'add', component: { type: 'text' }, place: { kind: 'up' } }, 'not-applicable'],
    [
      { kind: 'add', component: { type: 'text' }, place: { kind: 'after', anchor: 'no' } },
      'reference-unknown',
    ],
    [{ kind: 'duplicate', targets: ['a'], count: 201 }, 'value-invalid'],
    [
      { kind: 'duplicate', targets: ['a'], place: { kind: 'inside', anchor: 'a', at: 'end' } },
      'not-applicable',
    ],
    [
      { kind: 'wrap', targets: ['a'], container: { type: 'card', properties: { opacity: 7 } }, each: false },
      'value-invalid',
    ],
  ])('refuses %j', (step, code) => {
    const { after, errors } = runSteps(column, [step])
    expect(errors[0]![0]!.code).toBe(code)
    expect(after).toBe(column)
  })
})

describe('duplicate', () => {
  it('copies all that is inside, with what earlier steps changed, directly after the original', () => {
    const cards = screenOf(
      part('card', [16, 16, 200, 100], {
        role: 'x',
        visual: { height: 100 },
        children: [part('in', [26, 26, 50, 20])],
      }),
      part('next', [16, 132, 200, 20]),
    )
    const { after, made } = run(
      cards,
      { kind: 'set', targets: ['in'], property: 'text', value: 'Hi' },
      { kind: 'resize', targets: ['card'], height: { kind: 'to', px: 120 } },
      { kind: 'duplicate', targets: ['card'] },
    )
    expect(made).toEqual(['card_copy'])
    expect(siblingIds(after, 'card')).toEqual(['card', 'card_copy', 'next'])
    expect(find(after, 'card_copy')).toEqual({
      ...find(after, 'card'),
      id: 'card_copy',
      bbox: [16, 152, 200, 120],
      children: [{ ...find(after, 'in'), id: 'in_copy', bbox: [26, 164, 50, 24] }],
    })
    expect(boxOf(after, 'next')).toEqual([16, 288, 200, 20])
  })

  it('numbers further copies', () => {
    const { made } = run(
      column,
      { kind: 'duplicate', targets: ['b'], count: 2 },
      { kind: 'duplicate', targets: [{ madeBy: 0 }] },
    )
    expect(made).toEqual(['b_copy', 'b_copy_2', 'b_copy_3', 'b_copy_4'])
  })

  it('keeps copies of a row in a row', () => {
    const form = screenOf(
      part('l', [16, 0, 170, 40]),
      part('r', [214, 0, 170, 40]),
      part('below', [16, 56, 368, 20]),
    )
    expect(boxes(run(form, { kind: 'duplicate', targets: ['l', 'r'] }).after)).toMatchObject({
      l_copy: [16, 56, 170, 40],
      r_copy: [214, 56, 170, 40],
      below: [16, 112, 368, 20],
    })
  })

  it('puts copies where told', () => {
    const { after } = run(column, {
      kind: 'duplicate',
      targets: ['b', 'a'],
      place: { kind: 'before', anchor: 'foot' },
    })
    expect(siblingIds(after, 'a')).toEqual(['head', 'a', 'b', 'a_copy', 'b_copy', 'foot'])
    expect(boxes(after)).toMatchObject({ a_copy: [0, 164, 368, 40], foot: [0, 256, 400, 60] })
  })
})

describe('delete', () => {
  it('closes the hole in a column', () => {
    expect(boxes(run(column, { kind: 'delete', targets: ['a'] }).after)).toEqual({
      head: [0, 0, 400, 56],
      b: [16, 72, 200, 20],
      foot: [0, 108, 400, 60],
    })
    expect(boxes(run(column, { kind: 'delete', targets: ['a', 'b'] }).after)).toEqual({
      head: [0, 0, 400, 56],
      foot: [0, 72, 400, 60],
    })
    expect(boxes(run(column, { kind: 'delete', targets: ['foot'] }).after)).toMatchObject({
      b: [16, 128, 200, 20],
    })
  })

  it('leaves rows as they are, until the last member goes', () => {
    const row = screenOf(
      part('l', [0, 0, 80, 40]),
      part('r', [100, 0, 80, 40]),
      part('below', [0, 50, 200, 20]),
    )
    expect(boxes(run(row, { kind: 'delete', targets: ['l'] }).after)).toEqual({
      r: [100, 0, 80, 40],
      below: [0, 50, 200, 20],
    })
    const both: Box = [0, 0, 200, 20]
    expect(
      boxes(run(row, { kind: 'delete', targets: ['l'] }, { kind: 'delete', targets: ['r'] }).after),
    ).toEqual({ below: both })
    expect(boxes(run(row, { kind: 'delete', targets: ['l', 'r'] }).after)).toEqual({ below: both })
  })

  it('keeps the place of hidden components, and takes along what follows them', () => {
    const hidden = screenOf(
      part('a', [0, 0, 100, 40]),
      part('h', [0, 50, 100, 40], { visual: { hidden: true } }),
      part('b', [0, 100, 100, 40]),
    )
    expect(boxes(run(hidden, { kind: 'delete', targets: ['a'] }).after)).toEqual({
      h: [0, 0, 100, 40],
      b: [0, 50, 100, 40],
    })
  })

  it('closes holes on a backdrop', () => {
    const hero = screenOf(
      part('image', [0, 0, 400, 300]),
      part('a', [10, 10, 100, 20]),
      part('b', [10, 40, 100, 20]),
      part('below', [0, 310, 400, 20]),
    )
    expect(boxes(run(hero, { kind: 'delete', targets: ['a'] }).after)).toEqual({
      image: [0, 0, 400, 300],
      b: [10, 10, 100, 20],
      below: [0, 310, 400, 20],
    })
    expect(boxes(run(hero, { kind: 'delete', targets: ['image'] }).after)).toMatchObject({
      a: [10, 10, 100, 20],
      below: [0, 310, 400, 20],
    })
  })

  it('takes out a container with a part of it named as well', () => {
    const nested = screenOf(
      part('card', [0, 0, 100, 100], { children: [part('in', [10, 10, 10, 10])] }),
      part('b', [0, 110, 10, 10]),
    )
    expect(run(nested, { kind: 'delete', targets: ['in', 'card'] }).after.components).toEqual([
      part('b', [0, 0, 10, 10]),
    ])
  })
})

describe('wrap', () => {
  it('puts neighbours into a container where the first one stood', () => {
    const { after, made } = run(column, {
      kind: 'wrap',
      targets: ['b', 'a'],
      container: { type: 'section', properties: { padding: 8 } },
      each: false,
    })
    expect(made).toEqual(['section_1'])
    expect(find(after, 'section_1')).toEqual({
      id: 'section_1',
      type: 'section',
      bbox: [16, 72, 368, 76],
      visual: { padding: 8 },
      children: [column.components[1], column.components[2]],
    })
    expect(siblingIds(after, 'section_1')).toEqual(['head', 'section_1', 'foot'])
  })

  it('wraps each on its own', () => {
    const { after, made } = run(column, {
      kind: 'wrap',
      targets: ['a', 'b'],
      container: { type: 'card' },
      each: true,
    })
    expect(made).toEqual(['card_1', 'card_2'])
    expect(siblingIds(after, 'card_1')).toEqual(['head', 'card_1', 'card_2', 'foot'])
    expect(boxes(after)).toMatchObject({
      card_1: [16, 72, 368, 40],
      a: [16, 72, 368, 40],
      card_2: [16, 128, 200, 20],
    })
  })

  it('brings together what has others in between', () => {
    const { after } = run(column, {
      kind: 'wrap',
      targets: ['head', 'b'],
      container: { type: 'container' },
      each: false,
    })
    expect(siblingIds(after, 'b')).toEqual(['head', 'b'])
    expect(boxes(after)).toEqual({
      container_1: [0, 0, 400, 92],
      head: [0, 0, 400, 56],
      b: [16, 72, 200, 20],
      a: [16, 108, 368, 40],
      foot: [0, 164, 400, 60],
    })
  })

  it('works without boxes', () => {
    const { after } = run(
      { components: [part('a', null), part('b', null)] },
      { kind: 'wrap', targets: ['a', 'b'], container: { type: 'card' }, each: false },
    )
    expect(after.components).toEqual([
      { id: 'card_1', type: 'card', children: [part('a', null), part('b', null)] },
    ])
  })
})
