import fc from 'fast-check'
import type { Step } from '../../../src/core/command/step.ts'
import type { Blueprint, Box, Component } from '../../../src/core/document/blueprint.ts'

const TYPES = ['text', 'button', 'image', 'card', 'input', 'heading', 'container', 'list_item', 'footer']

interface Draft {
  readonly type: string
  readonly isHidden: boolean
  readonly width: number
  readonly height: number
  readonly gap: number
  readonly dx: number
  readonly dy: number
  readonly visual: Record<string, unknown> | null
  readonly role: string | null
  readonly hasBox: boolean
  readonly children: readonly Draft[] | null
  readonly layout: 'column' | 'row' | 'mess'
}

function draft(depth: number): fc.Arbitrary<Draft> {
  return fc.record({
    type: fc.constantFrom(...TYPES),
    isHidden: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 120 }),
    gap: fc.constantFrom(0, 4, 8, 16, 16, 16, 40),
    dx: fc.integer({ min: 0, max: 60 }),
    dy: fc.integer({ min: -30, max: 60 }),
    visual: fc.oneof(
      fc.constant(null),
      fc.record(
        {
          font_size: fc.oneof(fc.integer({ min: 8, max: 40 }), fc.constant('16px')),
          bg_color: fc.constantFrom('#FF0000', 'rebeccapurple', 'not a color'),
          padding: fc.integer({ min: 0, max: 32 }),
          height: fc.constant(-1),
          opacity: fc.constantFrom(0.3, 1),
          shadow: fc.constantFrom('none', 'sm', 'md', 'lg'),
        },
        { requiredKeys: [] },
      ),
    ),
    role: fc.constantFrom(null, null, 'cta', 'footer'),
    hasBox: fc.integer({ min: 0, max: 14 }).map((n) => n > 0),
    children: depth === 0 ? fc.constant(null) : fc.option(fc.array(draft(depth - 1), { maxLength: 5 }), { freq: 2 }),
    layout: fc.constantFrom('column', 'column', 'row', 'mess'),
  })
}

/** Nested documents: columns, rows and heaps; hidden parts, missing boxes, and children that stick out. */
export const randomDocument: fc.Arbitrary<Blueprint> = fc
  .record({
    top: fc.array(draft(2), { minLength: 1, maxLength: 9 }),
    layout: fc.constantFrom<Draft['layout'][]>('column', 'column', 'row', 'mess'),
    hasBoxes: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    hasScreen: fc.boolean(),
    tokens: fc.option(fc.record({ primary_color: fc.constant('#3B82F6'), base_spacing: fc.constantFrom(8, 16, 24), border_radius: fc.constant('8px') })),
  })
  .map(({ top, layout, hasBoxes, hasScreen, tokens }) => {
    let count = 0
    const build = (drafts: readonly Draft[], x: number, y: number, how: Draft['layout']): { list: Component[]; right: number; bottom: number } => {
      let [left, topEdge, right, bottom, rowBottom] = [x, y, x, y, y]
      const list = drafts.map((d): Component => {
        count += 1
        const id = `${d.type}_${count}`
        const at: [number, number] = how === 'mess' ? [x + d.dx, topEdge + d.dy] : [left, topEdge]
        const inner = d.children === null ? null : build(d.children, at[0] + 8, at[1] + 8, d.layout)
        const box: Box = inner === null || d.gap === 40 ? [at[0], at[1], d.width, d.height] : [at[0], at[1], Math.max(d.width, inner.right - at[0] + 8), Math.max(d.height, inner.bottom - at[1] + 8)]
        if (how === 'row') left += box[2] + d.gap
        else topEdge += box[3] + d.gap
        rowBottom = Math.max(rowBottom, box[1] + box[3])
        right = Math.max(right, box[0] + box[2])
        bottom = Math.max(bottom, rowBottom)
        const visual: Record<string, unknown> = { ...d.visual }
        if (visual['height'] === -1) visual['height'] = box[3]
        if (d.isHidden) visual['hidden'] = true
        return {
          id,
          type: d.type,
          ...(d.role === null ? {} : { role: d.role }),
          ...(hasBoxes && d.hasBox ? { bbox: box } : {}),
          ...(d.visual === null && !d.isHidden ? {} : { visual }),
          ...(inner === null ? {} : { children: inner.list }),
        }
      })
      return { list, right, bottom }
    }
    const { list } = build(top, 0, 0, layout)
    return { screen_id: 's', ...(tokens === null ? {} : { tokens }), components: list, ...(hasScreen ? { meta: { screen: [375, 812] } } : {}) }
  })

/** A step whose targets are numbers of components, to be put in place of ids. */
export function randomStep(ids: readonly string[], position: number): fc.Arbitrary<Step> {
  const id = fc.constantFrom(...ids)
  const target = position === 0 ? id : fc.oneof({ weight: 5, arbitrary: id }, { weight: 1, arbitrary: fc.integer({ min: 0, max: position - 1 }).map((madeBy) => ({ madeBy })) })
  const targets = fc.oneof({ weight: 3, arbitrary: target.map((one) => [one]) }, { weight: 1, arbitrary: fc.array(target, { minLength: 1, maxLength: 4 }) })
  const measure = fc.oneof(
    fc.constantFrom(0.5, 0.8, 1.1, 1.2, 1.5, 3).map((factor) => ({ kind: 'factor' as const, factor })),
    fc.integer({ min: 1, max: 400 }).map((px) => ({ kind: 'to' as const, px })),
    fc.integer({ min: -60, max: 60 }).map((px) => ({ kind: 'by' as const, px })),
    fc.constantFrom(0.5, 1).map((share) => ({ kind: 'share' as const, share })),
  )
  const place = fc.oneof(
    fc.record({ kind: fc.constantFrom('before' as const, 'after' as const), anchor: target }),
    fc.record({ kind: fc.constant('inside' as const), anchor: target, at: fc.constantFrom('start' as const, 'end' as const) }),
    fc.record({ kind: fc.constantFrom('first' as const, 'last' as const, 'up' as const, 'down' as const) }),
    fc.record({ kind: fc.constant('screen' as const), at: fc.constantFrom('start' as const, 'end' as const, 'very-end' as const) }),
  )
  const fresh = fc.record({ type: fc.constantFrom('button', 'text', 'card', 'divider', 'header') })
  const kind = <K extends Step['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name)
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: kind('resize'), targets, width: measure, height: measure, font: fc.constant({ kind: 'factor' as const, factor: 1.2 }) }, { requiredKeys: ['kind', 'targets'] }) },
    { weight: 4, arbitrary: fc.record({ kind: kind('move'), targets, place }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('delete'), targets }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('duplicate'), targets, place, count: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: ['kind', 'targets'] }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('add'), component: fresh, place, count: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: ['kind', 'component'] }) },
    { weight: 3, arbitrary: fc.record({ kind: kind('swap'), a: target, b: target }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('wrap'), targets, container: fc.constant({ type: 'container' }), each: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('set'), targets, property: fc.constantFrom('background' as const, 'text' as const, 'fontSize' as const), value: fc.constantFrom('red', 12, null, 'x') }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('adjust'), targets, property: fc.constantFrom('padding' as const, 'fontSize' as const, 'opacity' as const, 'fontWeight' as const), by: fc.constantFrom(-8, 8, 100), factor: fc.constantFrom(0.8, 1.2) }, { requiredKeys: ['kind', 'targets', 'property'] }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('lightness'), targets, property: fc.constant('background' as const), factor: fc.constantFrom(0.8, 1.2) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('shadow'), targets, by: fc.constantFrom(1 as const, -1 as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('pill'), targets }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('token'), token: fc.constant('baseSpacing' as const), by: fc.constantFrom(8, -8) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('shift'), targets, dx: fc.integer({ min: -20, max: 20 }), dy: fc.integer({ min: -20, max: 20 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('align'), targets, to: fc.constantFrom('left' as const, 'center' as const, 'right' as const, 'top' as const, 'middle' as const, 'bottom' as const) }) },
  )
}

/** A document and steps on it; ids are taken from the document. */
export const randomCommand: fc.Arbitrary<{ readonly document: Blueprint; readonly steps: readonly Step[] }> = randomDocument.chain((document) => {
  const ids: string[] = []
  const walk = (list: readonly Component[]): void => list.forEach((component) => {
    ids.push(component.id)
    walk(component.children ?? [])
  })
  walk(document.components)
  return fc
    .integer({ min: 1, max: 4 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => randomStep(ids, i))))
    .map((steps) => ({ document, steps }))
})
