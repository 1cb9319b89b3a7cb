import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { IssueCode, Step } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'
import { deepFreeze } from '../document/arbitrary-blueprint.ts'
import { askAll, expectClear, expectRefused } from './expect-refusal.ts'
import { runs } from '../support/amounts.ts'

const engine = createEngine()
const shop = deepFreeze(shopScreen())
const targets = ['page_title']

describe('step data that is wrong is refused', () => {
  test.each<[string, unknown, IssueCode]>([
    ['a text', ['hide the logo'], 'step-invalid'],
    ['null', [null], 'step-invalid'],
    ['a list', [[]], 'step-invalid'],
    // oxlint-disable-next-line no-sparse-arrays
    ['a hole', [, { kind: 'pill', targets }], 'step-invalid'],
    ['an empty object', [{}], 'step-invalid'],
    ['no kind that there is', [{ kind: 'explode', targets }], 'step-invalid'],
    ['a kind that every object has', [{ kind: 'constructor', targets }], 'step-invalid'],
    ['a number as kind', [{ kind: 1, targets }], 'step-invalid'],
    ['no targets', [{ kind: 'delete' }], 'step-invalid'],
    ['empty targets', [{ kind: 'delete', targets: [] }], 'step-invalid'],
    ['a text as targets', [{ kind: 'delete', targets: 'page_title' }], 'step-invalid'],
    ['a number as target', [{ kind: 'delete', targets: [1] }], 'step-invalid'],
    ['what a later step makes', [{ kind: 'delete', targets: [{ madeBy: 1 }] }], 'step-invalid'],
    ['what the step itself makes', [{ kind: 'delete', targets: [{ madeBy: 0 }] }], 'step-invalid'],
    ['what a negative step makes', [{ kind: 'delete', targets: [{ madeBy: -1 }] }], 'step-invalid'],
    [
      'what makes nothing',
      [
        { kind: 'pill', targets },
        { kind: 'delete', targets: [{ madeBy: 0 }] },
      ],
      'reference-unknown',
    ],
    ['an id that is not there', [{ kind: 'delete', targets: ['nobody'] }], 'reference-unknown'],
    ['an id that every object has', [{ kind: 'delete', targets: ['__proto__'] }], 'reference-unknown'],
    ['a key too many', [{ kind: 'pill', targets, radius: 4 }], 'step-invalid'],
    ['no such property', [{ kind: 'set', targets, property: 'id', value: 'x' }], 'step-invalid'],
    [
      'a native key as property',
      [{ kind: 'set', targets, property: 'bg_color', value: 'red' }],
      'step-invalid',
    ],
    ['no value', [{ kind: 'set', targets, property: 'background' }], 'step-invalid'],
    ['a list as value', [{ kind: 'set', targets, property: 'background', value: ['red'] }], 'step-invalid'],
    [
      'a color that is none',
      [{ kind: 'set', targets, property: 'background', value: 'blurple' }],
      'value-invalid',
    ],
    ['a number as color', [{ kind: 'set', targets, property: 'background', value: 5 }], 'value-invalid'],
    ['an opacity of 2', [{ kind: 'set', targets, property: 'opacity', value: 2 }], 'value-invalid'],
    [
      'a font size of NaN',
      [{ kind: 'set', targets, property: 'fontSize', value: Number.NaN }],
      'step-invalid',
    ],
    ['a width of nothing', [{ kind: 'resize', targets, width: { kind: 'to', px: 0 } }], 'value-invalid'],
    [
      'a width without end',
      [{ kind: 'resize', targets, width: { kind: 'to', px: Infinity } }],
      'step-invalid',
    ],
    ['a measure of no kind', [{ kind: 'resize', targets, width: 100 }], 'step-invalid'],
    [
      'a negative factor',
      [{ kind: 'resize', targets, width: { kind: 'factor', factor: -1 } }],
      'step-invalid',
    ],
    ['a shift without a distance', [{ kind: 'shift', targets, dx: 1 }], 'step-invalid'],
    ['a shift by NaN', [{ kind: 'shift', targets, dx: Number.NaN, dy: 0 }], 'step-invalid'],
    ['a shadow by 2', [{ kind: 'shadow', targets, by: 2 }], 'step-invalid'],
    ['a place of no kind', [{ kind: 'move', targets, place: 'top' }], 'step-invalid'],
    [
      'a place at what is not there',
      [{ kind: 'move', targets, place: { kind: 'after', anchor: 'nobody' } }],
      'reference-unknown',
    ],
    [
      'a move into itself',
      [{ kind: 'move', targets: ['card_1'], place: { kind: 'inside', anchor: 'name_1', at: 'end' } }],
      'not-applicable',
    ],
    ['a swap with what it holds', [{ kind: 'swap', a: 'card_1', b: 'name_1' }], 'not-applicable'],
    ['a component without a type', [{ kind: 'add', component: { text: 'x' } }], 'step-invalid'],
    ['a component with an id', [{ kind: 'add', component: { type: 'text', id: 'x' } }], 'step-invalid'],
    ['half a component', [{ kind: 'add', component: { type: 'text' }, count: 0.5 }], 'step-invalid'],
    ['no components', [{ kind: 'add', component: { type: 'text' }, count: 0 }], 'step-invalid'],
    ['a token that there is not', [{ kind: 'token', token: 'primary_color', value: 'red' }], 'step-invalid'],
    [
      'a token by a color that is none',
      [{ kind: 'token', token: 'primaryColor', value: 'blurple' }],
      'value-invalid',
    ],
    [
      'a gradient of one color',
      [{ kind: 'set', targets, property: 'gradient', value: { type: 'linear', angle: 0, stops: ['red'] } }],
      'step-invalid',
    ],
    [
      'a text that is touched after its end',
      [
        { kind: 'delete', targets },
        { kind: 'pill', targets },
      ],
      'conflict-deleted',
    ],
  ])('%s', (_name, steps, code) => {
    expectRefused(askAll(engine, shop, steps), shop, [code])
  })

  it('all that is wrong is told at once, up to a measure', () => {
    const wrong = Array.from({ length: 200 }, () => ({ kind: 'pill', targets: [] }))
    const { issues } = askAll(engine, shop, wrong)
    expect(issues.length).toBeGreaterThan(1)
    expect(issues.length).toBeLessThanOrEqual(20)
    expect(issues[0]!.message).toContain('steps[0].targets')
  })

  it('keys that every object has are no keys of a step', () => {
    const steps = JSON.parse(
      '[{"kind":"set","targets":["page_title"],"property":"text","value":"x","__proto__":{"targets":["logo"]}}]',
    ) as unknown
    expectRefused(askAll(engine, shop, steps), shop, ['step-invalid'])
    const inherited = Object.create({ kind: 'delete', targets: ['logo'] }) as object
    expectRefused(askAll(engine, shop, [inherited]), shop, ['step-invalid'])
  })

  it('no steps at all change nothing', () => {
    const answer = askAll(engine, shop, [])
    expect([answer.status, answer.blueprint]).toEqual(['applied', shop])
    expect(answer.blueprint).toBe(shop)
  })
})

test('any JSON as steps', () => {
  const anything = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' })
  const id = fc.constantFrom('page_title', 'card_1', 'name_1', 'nobody', '__proto__')
  const kinds = [
    'set',
    'adjust',
    'resize',
    'lightness',
    'shadow',
    'pill',
    'move',
    'shift',
    'place-at',
    'align',
    'swap',
    'add',
    'duplicate',
    'delete',
    'wrap',
    'token',
  ]
  const likeOne = fc.record(
    {
      kind: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...kinds) }, { weight: 1, arbitrary: anything }),
      targets: fc.oneof(fc.array(id, { minLength: 1, maxLength: 3 }), anything),
      property: fc.oneof(
        fc.constantFrom('text', 'background', 'width', 'opacity', 'gradient', 'hidden'),
        anything,
      ),
      value: anything,
      factor: fc.oneof(fc.double(), anything),
      by: fc.oneof(fc.constantFrom(1, -1, 8), anything),
      width: fc.record(
        { kind: fc.constantFrom('to', 'factor', 'by', 'share'), px: fc.double(), factor: fc.double() },
        { requiredKeys: ['kind'] },
      ),
      place: fc.record(
        {
          kind: fc.constantFrom('before', 'inside', 'first', 'up', 'screen'),
          anchor: id,
          at: fc.constantFrom('start', 'end'),
        },
        { requiredKeys: ['kind'] },
      ),
      dx: fc.double(),
      dy: fc.integer(),
      x: fc.double(),
      to: fc.constantFrom('left', 'middle', 'nowhere'),
      a: id,
      b: id,
      component: fc.record(
        { type: fc.string(), text: anything, properties: anything },
        { requiredKeys: ['type'] },
      ),
      container: fc.record({ type: fc.constant('card') }),
      each: fc.boolean(),
      count: fc.oneof(fc.integer({ min: 0, max: 9 }), anything),
      token: fc.constantFrom('primaryColor', 'baseSpacing', 'x'),
    },
    { requiredKeys: ['kind'] },
  )
  /** Keeps what a kind takes, so that many of the steps are right. */
  const fitting = likeOne.map((step) =>
    Object.fromEntries(
      Object.entries(step).filter(
        ([key]) => key === 'kind' || (KEYS[step.kind as string] ?? []).includes(key),
      ),
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(fitting, fitting, likeOne, anything), { maxLength: 4 }), (steps) => {
      const text = JSON.stringify(steps)
      const answer = askAll(engine, shop, steps)
      expect(JSON.stringify(steps)).toBe(text)
      if (answer.status === 'applied') return
      expect(answer.status).toBe('rejected')
      expect(answer.blueprint).toBe(shop)
      expectClear(answer.issues)
    }),
    { numRuns: runs(1000) },
  )
})

const KEYS: { readonly [kind: string]: readonly string[] } = {
  set: ['targets', 'property', 'value'],
  adjust: ['targets', 'property', 'factor', 'by'],
  resize: ['targets', 'width'],
  lightness: ['targets', 'property', 'factor'],
  shadow: ['targets', 'by'],
  pill: ['targets'],
  move: ['targets', 'place'],
  shift: ['targets', 'dx', 'dy'],
  'place-at': ['targets', 'x'],
  align: ['targets', 'to'],
  swap: ['a', 'b'],
  add: ['component', 'place', 'count'],
  duplicate: ['targets', 'place', 'count'],
  delete: ['targets'],
  wrap: ['targets', 'container', 'each'],
  token: ['token', 'value', 'by', 'factor'],
}

it('an answer does not keep hold of the steps that were sent', () => {
  const step = {
    kind: 'set',
    targets: ['page_title'],
    property: 'gradient',
    value: { type: 'linear', angle: 0, stops: ['red', 'blue'] },
  } as const
  const answer = engine.run(shop, [step] satisfies Step[])
  const { json } = answer
  ;(step.targets as unknown as string[]).push('logo')
  ;(step.value.stops as unknown as string[]).push('green')
  expect(JSON.stringify(answer.blueprint)).toBe(json)
  expect(answer.steps[0]!.parameters[0]).toMatchObject({
    targets: ['page_title'],
    value: { stops: ['red', 'blue'] },
  })
})
