import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/command/step.ts'
import { validateSteps } from '../../src/execute/step-validate.ts'

const steps: readonly Step[] = [
  {
    kind: 'set',
    targets: ['a'],
    property: 'gradient',
    value: { type: 'linear', angle: 180, stops: ['red', 'blue'] },
  },
  { kind: 'set', targets: ['__proto__'], property: 'text', value: null },
  { kind: 'adjust', targets: ['a'], property: 'padding', by: 8 },
  {
    kind: 'resize',
    targets: ['a', 'b'],
    width: { kind: 'factor', factor: 1.2 },
    height: { kind: 'to', px: 10 },
    font: { kind: 'by', px: -2 },
  },
  { kind: 'resize', targets: ['a'], width: { kind: 'share', share: 0.5 } },
  { kind: 'lightness', targets: ['a'], property: 'background', factor: 0.8 },
  { kind: 'shadow', targets: ['a'], by: -1 },
  { kind: 'pill', targets: ['a'] },
  { kind: 'move', targets: ['a'], place: { kind: 'after', anchor: 'b' } },
  { kind: 'move', targets: ['a'], place: { kind: 'screen', at: 'very-end' } },
  { kind: 'shift', targets: ['a'], dx: 1, dy: -1 },
  { kind: 'place-at', targets: ['a'], x: 0 },
  { kind: 'align', targets: ['a'], to: 'middle' },
  { kind: 'swap', a: 'a', b: 'b' },
  {
    kind: 'add',
    component: { type: 'button', text: 'Go', role: 'cta', properties: { background: 'red' } },
    place: { kind: 'inside', anchor: 'a', at: 'start' },
    count: 2,
  },
  { kind: 'duplicate', targets: ['a'], place: { kind: 'up' } },
  { kind: 'delete', targets: [{ madeBy: 14 }] },
  { kind: 'wrap', targets: ['a'], container: { type: 'card' }, each: false },
  { kind: 'token', token: 'baseSpacing', value: 8 },
]

/** A step that is wrong, where, and what the message says. */
const wrong: readonly (readonly [unknown, string])[] = [
  [null, 'steps[0]: expected a step, got null'],
  [[], 'steps[0]: expected a step, got an array of 0'],
  [{}, 'steps[0].kind: expected one of set, '],
  [{ kind: 'explode' }, 'got the string "explode"'],
  [{ kind: '__proto__' }, 'got the string "__proto__"'],
  [{ kind: 'pill' }, 'steps[0].targets: expected targets: an array of ids, got nothing'],
  [{ kind: 'pill', targets: 'a' }, 'steps[0].targets: expected 1 to 100000 targets, got the string "a"'],
  [{ kind: 'pill', targets: [] }, 'got an array of 0'],
  [
    { kind: 'pill', targets: ['a', 7] },
    'steps[0].targets[1]: expected an id, or { madeBy: an earlier step }, got the number 7',
  ],
  [{ kind: 'pill', targets: [{ madeBy: 0 }] }, 'steps[0].targets[0]: '],
  [{ kind: 'pill', targets: [{ madeBy: -1 }] }, 'got the number -1'],
  [{ kind: 'pill', targets: [{ madeBy: 0, id: 'a' }] }, 'got an object'],
  [
    { kind: 'pill', targets: ['a'], force: true },
    'steps[0].force: expected only the keys kind, targets, variant, got true',
  ],
  [
    { kind: 'set', targets: ['a'], property: 'bbox', value: 1 },
    'steps[0].property: expected the name of a property',
  ],
  [{ kind: 'set', targets: ['a'], property: 'constructor', value: 1 }, 'steps[0].property: '],
  [{ kind: 'set', targets: ['a'], property: 'text' }, 'steps[0].value: expected a string, a number'],
  [
    { kind: 'set', targets: ['a'], property: 'padding', value: Number.NaN },
    'steps[0].value: expected a finite number, got the number NaN',
  ],
  [{ kind: 'set', targets: ['a'], property: 'text', value: ['x'] }, 'steps[0].value: '],
  [
    {
      kind: 'set',
      targets: ['a'],
      property: 'gradient',
      value: { type: 'linear', angle: 0, stops: ['red'] },
    },
    'steps[0].value.stops: expected 2 to 16 colors',
  ],
  [
    {
      kind: 'set',
      targets: ['a'],
      property: 'gradient',
      value: { type: 'radial', angle: 0, stops: ['red', 'blue'] },
    },
    'steps[0].value.type: expected "linear"',
  ],
  [
    { kind: 'adjust', targets: ['a'], property: 'padding', by: '8px' },
    'steps[0].by: expected a finite number',
  ],
  [
    { kind: 'resize', targets: ['a'], width: { kind: 'to', px: Number.POSITIVE_INFINITY } },
    'steps[0].width.px: ',
  ],
  [{ kind: 'resize', targets: ['a'], width: 20 }, 'steps[0].width: expected a measure'],
  [{ kind: 'resize', targets: ['a'], width: { kind: 'factor', factor: -1 } }, 'steps[0].width.factor: '],
  [{ kind: 'shadow', targets: ['a'], by: 2 }, 'steps[0].by: expected one of 1, -1'],
  [{ kind: 'move', targets: ['a'], place: 'up' }, 'steps[0].place: expected a place'],
  [{ kind: 'move', targets: ['a'], place: { kind: 'toString' } }, 'steps[0].place: '],
  [{ kind: 'move', targets: ['a'], place: { kind: 'up', anchor: 'b' } }, 'steps[0].place.anchor: '],
  [
    { kind: 'move', targets: ['a'], place: { kind: 'inside', anchor: 'b', at: 'middle' } },
    'steps[0].place.at: ',
  ],
  [{ kind: 'shift', targets: ['a'], dx: 1 }, 'steps[0].dy: '],
  [{ kind: 'swap', a: 'a' }, 'steps[0].b: expected an id'],
  [{ kind: 'add', component: { text: 'Go' } }, 'steps[0].component.type: expected a name, got nothing'],
  [{ kind: 'add', component: { type: '' } }, 'steps[0].component.type: expected a name, got the string ""'],
  [{ kind: 'add', component: { type: 'text', id: 'mine' } }, 'steps[0].component.id: '],
  [
    { kind: 'add', component: { type: 'text', properties: { color: 'red' } } },
    'steps[0].component.properties.color: ',
  ],
  [{ kind: 'add', component: { type: 'text' }, count: 1.5 }, 'steps[0].count: expected a whole number'],
  [{ kind: 'wrap', targets: ['a'], container: { type: 'card' }, each: 1 }, 'steps[0].each: '],
  [{ kind: 'token', token: '__proto__', value: 1 }, 'steps[0].token: '],
  [{ kind: 'token', token: 'baseSpacing', value: true }, 'steps[0].value: '],
]

describe('validateSteps', () => {
  it('takes every kind of step, as a fresh copy', () => {
    const result = validateSteps(structuredClone(steps))
    expect(result).toEqual({ ok: true, value: steps })
  })

  it.each(wrong)('%j', (step, message) => {
    const result = validateSteps([step])
    expect(result.ok).toBe(false)
    const [issue] = result.ok ? [] : result.error
    expect(issue).toMatchObject({ code: 'step-invalid', severity: 'error', stage: 'input' })
    expect(issue!.message).toContain(message)
  })

  it.each([null, undefined, 'steps', 7, {}, () => []])('takes no %j for steps', (input) => {
    expect(validateSteps(input)).toMatchObject({ ok: false, error: [{ code: 'step-invalid' }] })
  })

  it('keeps to the limits', () => {
    const pill = { kind: 'pill', targets: ['a'] }
    expect(validateSteps(Array.from({ length: 201 }, () => pill))).toMatchObject({
      ok: false,
      error: [{ code: 'too-many-steps' }],
    })
    expect(validateSteps([pill, pill], { maxSteps: 1 })).toMatchObject({ ok: false })
    expect(
      validateSteps([{ kind: 'set', targets: ['a'], property: 'text', value: 'x'.repeat(11) }], {
        maxTextLength: 10,
      }),
    ).toMatchObject({ ok: false, error: [{ code: 'text-too-long' }] })
    expect(validateSteps([{ kind: 'pill', targets: ['a', 'b', 'c'] }], { maxComponents: 2 })).toMatchObject({
      ok: false,
    })
    const many = validateSteps(Array.from({ length: 100 }, () => ({ kind: 'no' })))
    expect(many.ok ? 0 : many.error.length).toBe(20)
  })

  it('follows no cycles and no inherited keys', () => {
    const cycle: Record<string, unknown> = { kind: 'set', targets: ['a'], property: 'gradient' }
    cycle['value'] = cycle
    expect(validateSteps([cycle]).ok).toBe(false)
    expect(validateSteps([Object.create({ kind: 'pill', targets: ['a'] })]).ok).toBe(false)
    const own = JSON.parse('{"kind":"pill","targets":["a"],"__proto__":{"x":1}}') as unknown
    expect(validateSteps([own]).ok).toBe(false)
    expect({}).not.toHaveProperty('x')
  })
})
