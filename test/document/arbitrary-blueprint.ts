import fc from 'fast-check'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'

/** What a JSON document may hold anywhere; keys such as `__proto__` and `12` are own data, texts hold lone surrogates. */
export const anyJson: fc.Arbitrary<unknown> = fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 })

const strangeKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '12',
  '0',
  '',
  'a/b',
  'm~n',
  'x_note',
  'toJSON',
)

/** Own data properties under any name. */
export function withOwn(object: object, entries: readonly (readonly [string, unknown])[]): object {
  const copy = { ...object }
  for (const [key, value] of entries) {
    Object.defineProperty(copy, key, { value, writable: true, enumerable: true, configurable: true })
  }
  return copy
}

const extras = fc.array(fc.tuple(strangeKey, anyJson), { maxLength: 2 })
const anyText = fc.string({ unit: 'binary', maxLength: 12 })
const color = fc.constantFrom('#FF0000', '#00ff00', '#112233CC')

const visual = fc
  .tuple(
    fc.record(
      {
        bg_color: fc.option(color),
        text_color: color,
        gradient: fc.record({
          type: fc.constant('linear'),
          angle: fc.integer({ min: 0, max: 360 }),
          stops: fc.array(color, { maxLength: 3 }),
        }),
        font_size: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constantFrom('16px', '1rem')),
        font_weight: fc.constantFrom('bold', 700),
        opacity: fc.double({ min: 0, max: 1, noNaN: true }),
        height: fc.option(fc.integer({ min: 1, max: 300 })),
        width: fc.constantFrom(100, '100px', null),
        alt: anyText,
      },
      { requiredKeys: [] },
    ),
    extras,
  )
  .map(([known, own]) => withOwn(known, own))

const box = fc.tuple(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 900 }),
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: 300 }),
)

interface Shape {
  readonly own: object
  readonly childrenAt: number
  readonly children: readonly Shape[] | null
}

const { shape } = fc.letrec<{ shape: Shape; own: object }>((tie) => ({
  own: fc
    .tuple(
      fc.record(
        {
          type: fc.constantFrom('button', 'text', 'card', 'container', 'footer'),
          role: fc.constantFrom('cta', 'hero', null),
          text: fc.option(anyText, { nil: null }),
          bbox: box,
          confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
          visual,
        },
        { requiredKeys: ['type'] },
      ),
      extras,
    )
    .map(([known, own]) => withOwn(known, own)),
  shape: fc.record({
    own: tie('own'),
    childrenAt: fc.nat(6),
    children: fc.option(fc.array(tie('shape'), { maxLength: 4, depthIdentifier: 'tree' }), {
      nil: null,
      depthIdentifier: 'tree',
      depthSize: 'small',
    }),
  }),
}))

/** Ids are given in document order; `children` stands anywhere among the keys. */
function toComponent(from: Shape, nextId: () => string): Component {
  const entries: [string, unknown][] = [['id', nextId()], ...Object.entries(from.own)]
  if (from.children !== null) {
    const children = from.children.map((child) => toComponent(child, nextId))
    entries.splice(Math.min(from.childrenAt, entries.length), 0, ['children', children])
  }
  // The entries are those of a component.
  return withOwn({}, entries) as Component
}

const root = fc.record(
  {
    screen_id: anyText,
    orientation: fc.constantFrom('portrait', 'landscape'),
    tokens: fc.record(
      {
        primary_color: color,
        accent_color: color,
        base_spacing: fc.nat(32),
        border_radius: fc.constantFrom('8px', 12),
        x_note: anyJson,
      },
      { requiredKeys: [] },
    ),
    meta: fc.record(
      { screen: fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

/** Valid documents, flat and nested, with and without boxes, tokens and components, with unknown keys at every level. */
export const anyBlueprint: fc.Arbitrary<Blueprint> = fc
  .tuple(root, extras, fc.array(shape, { maxLength: 6 }), fc.nat(5))
  .map(([known, own, shapes, at]) => {
    let count = 0
    const components = shapes.map((from) => toComponent(from, () => `c${count++}`))
    const entries: [string, unknown][] = [...Object.entries(known), ...own]
    entries.splice(Math.min(at, entries.length), 0, ['components', components])
    return withOwn({}, entries) as Blueprint
  })

/** Freezes everything, so that a write to an input throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const key of Reflect.ownKeys(value)) deepFreeze((value as Record<PropertyKey, unknown>)[key])
  }
  return value
}
