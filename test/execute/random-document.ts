import fc from 'fast-check'
import type { Step } from '../../src/command/step.ts'
import type { Blueprint, Box, Component } from '../../src/document/blueprint.ts'
import { randomFurtherStep } from './random-further-step.ts'

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
  readonly layout: Layout
}

/** How siblings stand: one below the other, side by side, in rows of three, in two stacks, on a backdrop, or anyhow. */
type Layout = 'column' | 'row' | 'grid' | 'stacks' | 'backdrop' | 'mess'

const LAYOUTS: readonly Layout[] = ['column', 'column', 'row', 'grid', 'stacks', 'backdrop', 'mess']

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
    children:
      depth === 0 ? fc.constant(null) : fc.option(fc.array(draft(depth - 1), { maxLength: 5 }), { freq: 2 }),
    layout: fc.constantFrom(...LAYOUTS),
  })
}

function makeComponent(
  d: Draft,
  id: string,
  box: Box | null,
  size: Box,
  children: Component[] | null,
): Component {
  const visual: Record<string, unknown> = { ...d.visual }
  if (visual['height'] === -1) visual['height'] = (box ?? size)[3]
  if (d.isHidden) visual['hidden'] = true
  return {
    id,
    type: d.type,
    ...(d.role === null ? {} : { role: d.role }),
    ...(box === null ? {} : { bbox: box }),
    ...(d.visual === null && !d.isHidden ? {} : { visual }),
    ...(children === null ? {} : { children }),
  }
}

/** Where the next sibling stands. */
class Cursor {
  right: number
  bottom: number
  readonly #x: number
  readonly #y: number
  readonly #how: Layout
  #left: number
  #top: number
  /** Lower edges and left edges of the two stacks. */
  readonly #stacks: [number, number]
  readonly #second: number

  constructor(x: number, y: number, how: Layout) {
    this.#x = x
    this.#y = y
    this.#how = how
    this.#left = x
    this.#top = y
    this.right = x
    this.bottom = y
    this.#stacks = [y, y]
    this.#second = x + 220
  }

  next(d: Draft, i: number): readonly [number, number] {
    switch (this.#how) {
      case 'mess':
        return [this.#x + d.dx, this.#top + d.dy]
      case 'grid':
        if (i % 3 === 0) {
          this.#left = this.#x
          this.#top = this.bottom + (i === 0 ? 0 : d.gap)
        }
        return [this.#left, this.#top + (d.dx > 50 ? 5 : 0)]
      case 'stacks':
        return [i % 2 === 0 ? this.#x : this.#second, this.#stacks[i % 2 === 0 ? 0 : 1]]
      default:
        return [this.#left, this.#top]
    }
  }

  passed(d: Draft, box: Box): void {
    const [left, top, width, height] = box
    if (this.#how === 'row' || this.#how === 'grid') this.#left = left + width + d.gap
    else this.#top = top + height + d.gap
    if (this.#how === 'stacks') this.#stacks[left === this.#x ? 0 : 1] = top + height + d.gap
    this.right = Math.max(this.right, left + width)
    this.bottom = Math.max(this.bottom, top + height)
  }

  /** The first one of a level with a backdrop lies behind the rest, as far as a guess at their size goes. */
  behind(_d: Draft, i: number, box: Box): Box {
    return this.#how === 'backdrop' && i === 0 ? [this.#x - 4, this.#y - 4, 400, 700] : box
  }
}

/** Nested documents: columns, rows and heaps; hidden parts, missing boxes, and children that stick out. */
const randomDocument: fc.Arbitrary<Blueprint> = fc
  .record({
    top: fc.array(draft(2), { minLength: 1, maxLength: 9 }),
    layout: fc.constantFrom(...LAYOUTS),
    hasBoxes: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    hasScreen: fc.boolean(),
    tokens: fc.option(
      fc.record({
        primary_color: fc.constant('#3B82F6'),
        base_spacing: fc.constantFrom(8, 16, 24),
        border_radius: fc.constant('8px'),
      }),
    ),
  })
  .map(({ top, layout, hasBoxes, hasScreen, tokens }) => {
    let count = 0
    const build = (
      drafts: readonly Draft[],
      x: number,
      y: number,
      how: Layout,
    ): { list: Component[]; right: number; bottom: number } => {
      const cursor = new Cursor(x, y, how)
      const list = drafts.map((d, i): Component => {
        count += 1
        const id = `${d.type}_${count}`
        const [left, top] = cursor.next(d, i)
        const inner = d.children === null ? null : build(d.children, left + 8, top + 8, d.layout)
        // One gap in seven stands for a container that is too small for what it holds.
        const holds = inner !== null && d.gap !== 40
        const box: Box = [
          left,
          top,
          holds ? Math.max(d.width, inner.right - left + 8) : d.width,
          holds ? Math.max(d.height, inner.bottom - top + 8) : d.height,
        ]
        cursor.passed(d, box)
        return makeComponent(
          d,
          id,
          hasBoxes && d.hasBox ? cursor.behind(d, i, box) : null,
          box,
          inner?.list ?? null,
        )
      })
      return { list, right: cursor.right, bottom: cursor.bottom }
    }
    const { list } = build(top, 0, 0, layout)
    return {
      screen_id: 's',
      ...(tokens === null ? {} : { tokens }),
      components: list,
      ...(hasScreen ? { meta: { screen: [375, 812] } } : {}),
    }
  })

/** A step whose targets are numbers of components, to be put in place of ids. */
function randomStep(ids: readonly string[], position: number): fc.Arbitrary<Step> {
  // What an earlier step copied can be named too.
  const id =
    position === 0
      ? fc.constantFrom(...ids)
      : fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...ids) },
          { weight: 1, arbitrary: fc.constantFrom(...ids).map((name) => `${name}_copy`) },
        )
  const target =
    position === 0
      ? id
      : fc.oneof(
          { weight: 5, arbitrary: id },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: position - 1 }).map((madeBy) => ({ madeBy })) },
        )
  const targets = fc.oneof(
    { weight: 3, arbitrary: target.map((one) => [one]) },
    { weight: 1, arbitrary: fc.array(target, { minLength: 1, maxLength: 4 }) },
  )
  const measure = fc.oneof(
    fc.constantFrom(0.5, 0.8, 1.1, 1.2, 1.5, 3).map((factor) => ({ kind: 'factor' as const, factor })),
    fc.integer({ min: 1, max: 400 }).map((px) => ({ kind: 'to' as const, px })),
    fc.integer({ min: -60, max: 60 }).map((px) => ({ kind: 'by' as const, px })),
    fc.constantFrom(0.5, 1).map((share) => ({ kind: 'share' as const, share })),
  )
  const place = fc.oneof(
    fc.record({ kind: fc.constantFrom('before' as const, 'after' as const), anchor: target }),
    fc.record({
      kind: fc.constant('inside' as const),
      anchor: target,
      at: fc.constantFrom('start' as const, 'end' as const),
    }),
    fc.record({ kind: fc.constantFrom('first' as const, 'last' as const, 'up' as const, 'down' as const) }),
    fc.record({
      kind: fc.constant('screen' as const),
      at: fc.constantFrom('start' as const, 'end' as const, 'very-end' as const),
    }),
  )
  const fresh = fc.record({ type: fc.constantFrom('button', 'text', 'card', 'divider', 'header') })
  const kind = <K extends Step['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name)
  return fc.oneof(
    { weight: 14, arbitrary: randomFurtherStep(target, targets) },
    {
      weight: 4,
      arbitrary: fc.record(
        {
          kind: kind('resize'),
          targets,
          width: measure,
          height: measure,
          font: fc.constant({ kind: 'factor' as const, factor: 1.2 }),
        },
        { requiredKeys: ['kind', 'targets'] },
      ),
    },
    { weight: 4, arbitrary: fc.record({ kind: kind('move'), targets, place }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('delete'), targets }) },
    {
      weight: 2,
      arbitrary: fc.record(
        { kind: kind('duplicate'), targets, place, count: fc.integer({ min: 1, max: 3 }) },
        { requiredKeys: ['kind', 'targets'] },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        { kind: kind('add'), component: fresh, place, count: fc.integer({ min: 1, max: 3 }) },
        { requiredKeys: ['kind', 'component'] },
      ),
    },
    { weight: 3, arbitrary: fc.record({ kind: kind('swap'), a: target, b: target }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('wrap'),
        targets,
        container: fc.constant({ type: 'container' }),
        each: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('set'),
        targets,
        property: fc.constantFrom('background' as const, 'text' as const, 'fontSize' as const),
        value: fc.constantFrom('red', 12, null, 'x'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          kind: kind('adjust'),
          targets,
          property: fc.constantFrom(
            'padding' as const,
            'fontSize' as const,
            'opacity' as const,
            'fontWeight' as const,
          ),
          by: fc.constantFrom(-8, 8, 100),
          factor: fc.constantFrom(0.8, 1.2),
        },
        { requiredKeys: ['kind', 'targets', 'property'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('lightness'),
        targets,
        property: fc.constant('background' as const),
        factor: fc.constantFrom(0.8, 1.2),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: kind('shadow'), targets, by: fc.constantFrom(1 as const, -1 as const) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kind('pill'), targets }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('token'),
        token: fc.constant('baseSpacing' as const),
        by: fc.constantFrom(8, -8),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('shift'),
        targets,
        dx: fc.integer({ min: -20, max: 20 }),
        dy: fc.integer({ min: -20, max: 20 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('align'),
        targets,
        to: fc.constantFrom(
          'left' as const,
          'center' as const,
          'right' as const,
          'top' as const,
          'middle' as const,
          'bottom' as const,
        ),
      }),
    },
  )
}

/** A document and steps on it; ids are taken from the document. */
export const randomCommand: fc.Arbitrary<{ readonly document: Blueprint; readonly steps: readonly Step[] }> =
  randomDocument.chain((document) => {
    const ids: string[] = []
    const walk = (list: readonly Component[]): void =>
      list.forEach((component) => {
        ids.push(component.id)
        walk(component.children ?? [])
      })
    walk(document.components)
    return fc
      .integer({ min: 1, max: 4 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => randomStep(ids, i))))
      .map((steps) => ({ document, steps }))
  })
