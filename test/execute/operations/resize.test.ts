import { describe, expect, it } from 'vitest'
import type { Measure, ResizeStep } from '../../../src/command/step.ts'
import type { Blueprint } from '../../../src/document/blueprint.ts'
import { boxes, boxOf, find, part, runSteps, screenOf } from '../../support/sound-change.ts'

const times = (factor: number): Measure => ({ kind: 'factor', factor })
const to = (px: number): Measure => ({ kind: 'to', px })
const by = (px: number): Measure => ({ kind: 'by', px })

function bigger(factor: number, ...targets: string[]): ResizeStep {
  return { kind: 'resize', targets, width: times(factor), height: times(factor), font: times(factor) }
}

function boxesAfter(document: Blueprint, step: ResizeStep): ReturnType<typeof boxes> {
  const { after, errors } = runSteps(document, [step])
  expect(errors).toEqual([])
  return boxes(after)
}

describe('in a column', () => {
  const column = screenOf(
    part('a', [16, 16, 200, 40], { visual: { font_size: 20, height: 40 } }),
    part('b', [16, 72, 200, 20]),
    part('gone', [16, 100, 200, 20], { visual: { hidden: true } }),
    part('c', [16, 128, 368, 60]),
  )

  it('pushes what follows just as far as it grows, hidden ones too', () => {
    const { after } = runSteps(column, [bigger(1.2, 'a')])
    expect(boxes(after)).toEqual({
      a: [16, 16, 240, 48],
      b: [16, 80, 200, 20],
      gone: [16, 108, 200, 20],
      c: [16, 136, 368, 60],
    })
    expect(find(after, 'a').visual).toEqual({ font_size: 24, height: 48 })
  })

  it('moves nobody when it shrinks', () => {
    expect(boxesAfter(column, bigger(0.5, 'a'))).toMatchObject({ a: [16, 16, 100, 20], b: [16, 72, 200, 20] })
  })

  it('stops at the right edge of the screen, and says so; the height takes the full factor', () => {
    const { after, outcomes } = runSteps(column, [bigger(3, 'a')])
    expect(boxOf(after, 'a')).toEqual([16, 16, 384, 120])
    expect(outcomes[0]!.issues).toMatchObject([{ code: 'clamped', id: 'a' }])
  })

  it('never goes below a pixel', () => {
    expect(
      boxesAfter(column, { kind: 'resize', targets: ['a'], width: by(-500), height: to(0.2) })['a'],
    ).toEqual([16, 16, 1, 1])
  })

  it('takes a share of the parent', () => {
    expect(
      boxesAfter(column, { kind: 'resize', targets: ['b'], width: { kind: 'share', share: 0.5 } })['b'],
    ).toEqual([16, 72, 200, 20])
    expect(
      boxesAfter(column, { kind: 'resize', targets: ['c'], width: { kind: 'share', share: 0.5 } })['c']![2],
    ).toBe(200)
  })

  it.each<Measure>([
    times(0),
    times(-1),
    times(Number.NaN),
    to(Number.POSITIVE_INFINITY),
    to(-4),
    by(Number.NaN),
  ])('refuses %j', (width) => {
    expect(runSteps(column, [{ kind: 'resize', targets: ['a'], width }]).errors[0]![0]!.code).toBe(
      'value-invalid',
    )
  })
})

describe('in a row', () => {
  const row = screenOf(
    part('left', [16, 16, 100, 40]),
    part('middle', [132, 16, 100, 80]),
    part('right', [248, 16, 100, 40]),
    part('below', [16, 112, 368, 40]),
  )

  it('uses the free space first', () => {
    expect(boxesAfter(row, { kind: 'resize', targets: ['left'], width: by(16) })).toMatchObject({
      left: [16, 16, 116, 40],
      middle: [132, 16, 100, 80],
    })
  })

  it('then pushes to the right, only as far as needed', () => {
    expect(boxesAfter(row, { kind: 'resize', targets: ['left'], width: by(40) })).toMatchObject({
      left: [16, 16, 140, 40],
      middle: [156, 16, 100, 80],
      right: [256, 16, 100, 40],
      below: [16, 112, 368, 40],
    })
  })

  it('and is clamped by what then does not fit', () => {
    const { after, outcomes } = runSteps(row, [{ kind: 'resize', targets: ['left'], width: times(3) }])
    expect(boxes(after)).toMatchObject({
      left: [16, 16, 184, 40],
      middle: [200, 16, 100, 80],
      right: [300, 16, 100, 40],
    })
    expect(outcomes[0]!.issues).toMatchObject([{ code: 'clamped', id: 'left' }])
  })

  it('pushes the rows below only when it passes the foot of its row', () => {
    expect(boxesAfter(row, { kind: 'resize', targets: ['left'], height: to(80) })['below']).toEqual([
      16, 112, 368, 40,
    ])
    expect(boxesAfter(row, { kind: 'resize', targets: ['left'], height: to(90) })['below']).toEqual([
      16, 122, 368, 40,
    ])
  })

  it('shares the room in proportion when several grow', () => {
    const wide = boxesAfter(row, bigger(1.5, 'right', 'left', 'middle'))
    expect(wide).toMatchObject({ left: [16, 16, 128, 60], right: [272, 16, 128, 60] })
    expect(boxesAfter(row, bigger(1.5, 'left', 'middle', 'right'))).toEqual(wide)
  })

  it('leaves a stack at its side alone', () => {
    const stacks = screenOf(
      part('a1', [0, 0, 100, 50]),
      part('b1', [200, 0, 100, 70]),
      part('a2', [0, 60, 100, 50]),
      part('b2', [200, 80, 100, 50]),
      part('foot', [0, 140, 400, 20]),
    )
    expect(boxesAfter(stacks, { kind: 'resize', targets: ['a1'], height: by(40) })).toEqual({
      a1: [0, 0, 100, 90],
      a2: [0, 100, 100, 50],
      b1: [200, 0, 100, 70],
      b2: [200, 80, 100, 50],
      foot: [0, 160, 400, 20],
    })
  })

  it('keeps a row of two columns together', () => {
    const form = screenOf(
      part('label1', [0, 0, 100, 20]),
      part('label2', [200, 0, 100, 20]),
      part('input1', [0, 24, 100, 40]),
      part('input2', [200, 24, 100, 40]),
    )
    expect(boxesAfter(form, { kind: 'resize', targets: ['label1'], height: times(2) })).toMatchObject({
      input1: [0, 44, 100, 40],
      input2: [200, 44, 100, 40],
    })
  })
})

describe('buttons', () => {
  const document = screenOf(
    part('button', [0, 0, 100, 50], { type: 'button', visual: { font_size: 20 } }),
    part('low', [0, 60, 100, 30], { type: 'link', role: 'cta' }),
  )

  it('do not get lower than 44 px; the other dimension and the font take the full factor', () => {
    const { after, outcomes } = runSteps(document, [bigger(0.5, 'button')])
    expect(boxOf(after, 'button')).toEqual([0, 0, 50, 44])
    expect(find(after, 'button').visual).toMatchObject({ font_size: 10 })
    expect(outcomes[0]!.issues).toMatchObject([{ code: 'clamped', id: 'button' }])
  })

  it('that are lower already just do not shrink', () => {
    expect(boxesAfter(document, bigger(0.5, 'low'))['low']).toEqual([0, 60, 50, 30])
    expect(boxesAfter(document, bigger(1.2, 'low'))['low']).toEqual([0, 60, 120, 36])
  })
})

describe('containers', () => {
  const nested = screenOf(
    part('card', [20, 20, 200, 200], {
      type: 'card',
      children: [
        part('title', [30, 30, 180, 40], { visual: { font_size: 20 } }),
        part('button', [30, 90, 100, 48], { type: 'button' }),
        part('note', [30, 150, 180, 60]),
      ],
    }),
    part('next', [20, 230, 200, 40]),
  )

  it('scale what they hold, not its fonts', () => {
    const { after } = runSteps(nested, [bigger(1.5, 'card')])
    expect(boxes(after)).toEqual({
      card: [20, 20, 300, 300],
      title: [35, 35, 270, 60],
      button: [35, 125, 150, 72],
      note: [35, 215, 270, 90],
      next: [20, 330, 200, 40],
    })
    expect(find(after, 'title').visual).toEqual({ font_size: 20 })
  })

  it('keep buttons inside usable, and make way for them', () => {
    const { after, outcomes } = runSteps(nested, [bigger(0.5, 'card')])
    expect(boxes(after)).toMatchObject({
      card: [20, 20, 100, 115],
      title: [25, 25, 90, 20],
      button: [25, 55, 50, 44],
      note: [25, 105, 90, 30],
      next: [20, 230, 200, 40],
    })
    expect(outcomes[0]!.issues).toMatchObject([{ code: 'clamped', id: 'button' }])
  })

  it('grow with their content, which pushes what follows them in turn', () => {
    expect(boxesAfter(nested, { kind: 'resize', targets: ['title'], height: by(30) })).toMatchObject({
      card: [20, 20, 200, 230],
      title: [30, 30, 180, 70],
      button: [30, 120, 100, 48],
      note: [30, 180, 180, 60],
      next: [20, 260, 200, 40],
    })
  })

  it('use free room inside before they grow', () => {
    const roomy = screenOf(
      part('box', [0, 0, 300, 300], { children: [part('in', [10, 10, 100, 50])] }),
      part('next', [0, 310, 100, 20]),
    )
    expect(boxesAfter(roomy, { kind: 'resize', targets: ['in'], height: to(200) })).toMatchObject({
      box: [0, 0, 300, 300],
      next: [0, 310, 100, 20],
    })
    expect(boxesAfter(roomy, { kind: 'resize', targets: ['in'], height: to(285) })).toMatchObject({
      box: [0, 0, 300, 305],
      next: [0, 315, 100, 20],
    })
  })

  it('and a part of them named along with them scale once', () => {
    const both = boxesAfter(nested, bigger(1.2, 'title', 'card'))
    expect(both).toMatchObject({ card: [20, 20, 240, 240], title: [32, 32, 216, 48] })
    expect(boxesAfter(nested, bigger(1.2, 'card', 'title'))).toEqual(both)
  })

  it('keep what is inside at a pixel at least, side by side', () => {
    const tiny = screenOf(
      part('box', [0, 0, 300, 300], {
        children: [part('p', [0, 0, 10, 10]), part('q', [10, 0, 10, 10]), part('r', [0, 10, 10, 10])],
      }),
    )
    expect(boxesAfter(tiny, { kind: 'resize', targets: ['box'], width: to(3), height: to(3) })).toEqual({
      box: [0, 0, 3, 3],
      p: [0, 0, 1, 1],
      q: [1, 0, 1, 1],
      r: [0, 1, 1, 1],
    })
  })
})

describe('overlapping components', () => {
  it('on a backdrop stand in rows all the same', () => {
    const hero = screenOf(
      part('image', [0, 0, 400, 300], { type: 'image' }),
      part('title', [20, 100, 200, 40]),
      part('badge', [240, 100, 60, 80]),
      part('subtitle', [20, 190, 200, 40]),
      part('after', [0, 310, 400, 40]),
    )
    expect(boxesAfter(hero, { kind: 'resize', targets: ['title'], height: to(60) })).toEqual(
      boxes({
        ...hero,
        components: hero.components.map((c) =>
          c.id === 'title' ? { ...c, bbox: [20, 100, 200, 60] as const } : c,
        ),
      }),
    )
    expect(boxesAfter(hero, { kind: 'resize', targets: ['title'], height: to(100) })).toMatchObject({
      subtitle: [20, 210, 200, 40],
      after: [0, 310, 400, 40],
    })
  })

  it('that follow with a small overlap are pushed as well', () => {
    const list = screenOf(
      part('one', [0, 0, 400, 100]),
      part('two', [0, 97, 400, 100]),
      part('three', [0, 194, 400, 100]),
    )
    expect(boxesAfter(list, { kind: 'resize', targets: ['one'], height: by(20) })).toMatchObject({
      two: [0, 117, 400, 100],
      three: [0, 214, 400, 100],
    })
  })

  it('hidden over others push nobody', () => {
    const modal = screenOf(
      part('page', [0, 0, 400, 100]),
      part('modal', [50, 20, 200, 100], { visual: { hidden: true } }),
      part('foot', [0, 130, 400, 20]),
    )
    expect(boxesAfter(modal, bigger(1.5, 'modal'))).toEqual({
      page: [0, 0, 400, 100],
      modal: [50, 20, 300, 150],
      foot: [0, 130, 400, 20],
    })
  })
})

describe('without boxes', () => {
  const plain: Blueprint = {
    components: [
      part('sized', null, { visual: { width: 100, height: '40px', font_size: 10 } }),
      part('bare', null),
      part('go', null, { type: 'button', visual: { height: 50 } }),
    ],
  }

  it.each<[string, ResizeStep, Record<string, unknown>]>([
    ['sized', bigger(1.2, 'sized'), { width: 120, height: '48px', font_size: 12 }],
    ['bare', bigger(1.2, 'bare'), { scale: 1.2 }],
    ['bare', { kind: 'resize', targets: ['bare'], width: to(320) }, { width: 320 }],
    ['bare', { kind: 'resize', targets: ['bare'], width: { kind: 'share', share: 0.5 } }, { width: '50%' }],
    ['go', bigger(0.5, 'go'), { height: 44 }],
  ])('%s %j', (id, step, visual) => {
    expect(find(runSteps(plain, [step]).after, id).visual).toEqual(visual)
  })

  it('has nothing to add pixels to', () => {
    expect(runSteps(plain, [{ kind: 'resize', targets: ['bare'], width: by(8) }]).errors[0]![0]!.code).toBe(
      'not-applicable',
    )
  })
})
