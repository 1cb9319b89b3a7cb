import fc from 'fast-check'
import type { Step, Target } from '../../src/command/step.ts'

const variant = fc.constantFrom('hover' as const, 'disabled' as const, 'mobile' as const)
const color = fc.constantFrom('red', '#336699', 'white', 'navy')
const spot = fc.constantFrom('top left' as const, 'center' as const, 'bottom right' as const, 'left' as const)
const gap = fc.integer({ min: 0, max: 40 })

/** Steps on several components at once, on texts and the theme, and questions. */
export function randomFurtherStep(
  target: fc.Arbitrary<Target>,
  targets: fc.Arbitrary<readonly Target[]>,
): fc.Arbitrary<Step> {
  const kind = <K extends Step['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name)
  return fc.oneof(
    fc.record(
      {
        kind: kind('layout'),
        targets,
        as: fc.constantFrom('row' as const, 'column' as const, 'grid' as const),
        columns: fc.integer({ min: 1, max: 4 }),
        gap,
        variant,
      },
      { requiredKeys: ['kind', 'targets', 'as'] },
    ),
    fc.record(
      { kind: kind('place-in'), targets, at: spot, container: target },
      { requiredKeys: ['kind', 'targets', 'at'] },
    ),
    fc.record({ kind: kind('distance'), targets, px: gap }),
    fc.record({
      kind: kind('distance'),
      targets,
      by: fc.integer({ min: -20, max: 20 }),
      side: fc.constantFrom('top' as const, 'right' as const, 'bottom' as const, 'left' as const),
    }),
    fc.record({
      kind: kind('align-with'),
      targets,
      with: target,
      edge: fc.constantFrom('left' as const, 'middle' as const),
    }),
    fc.record({ kind: kind('distribute'), targets, gap }, { requiredKeys: ['kind', 'targets'] }),
    fc.record({ kind: kind('span'), targets, of: fc.constantFrom('parent' as const, 'screen' as const) }),
    fc.record({ kind: kind('fit'), targets }),
    fc.record({ kind: kind('pin'), targets, at: spot }),
    fc.record(
      {
        kind: kind('shape'),
        targets,
        shape: fc.constantFrom('circle' as const, 'square' as const),
        px: fc.integer({ min: 1, max: 120 }),
      },
      { requiredKeys: ['kind', 'targets', 'shape'] },
    ),
    fc.record(
      {
        kind: kind('saturation'),
        targets,
        property: fc.constant('background' as const),
        factor: fc.constantFrom(0.8, 1.2),
        variant,
      },
      { requiredKeys: ['kind', 'targets', 'property', 'factor'] },
    ),
    fc.record(
      {
        kind: kind('look'),
        targets,
        look: fc.constantFrom('outline' as const, 'text' as const, 'filled' as const),
        color,
        variant,
      },
      { requiredKeys: ['kind', 'targets', 'look'] },
    ),
    fc.record({ kind: kind('match'), targets, model: target }),
    fc.record({
      kind: kind('match'),
      targets,
      properties: fc.constant(['borderRadius', 'height'] as const),
    }),
    fc.record({
      kind: kind('recolor'),
      from: fc.constantFrom('red', 'purple', '#FF0000'),
      to: color,
      every: fc.boolean(),
    }),
    fc.record({ kind: kind('theme'), mode: fc.constantFrom('dark' as const, 'light' as const) }),
    fc.record({ kind: kind('scheme'), color }),
    fc.record({
      kind: kind('retype'),
      targets,
      type: fc.constantFrom('link', 'button', 'card', 'section', 'select'),
    }),
    fc.record({
      kind: kind('edit-text'),
      edit: fc.constantFrom(
        { kind: 'replace' as const, find: 'a', with: 'Bcd', part: true },
        { kind: 'remove' as const, find: 'buy' },
      ),
    }),
    fc.record({
      kind: kind('edit-text'),
      targets,
      edit: fc.constant({ kind: 'append' as const, text: '!' }),
    }),
    fc.record({
      kind: kind('number'),
      targets,
      change: fc.record({ factor: fc.constantFrom(0.9, 1.1) }),
    }),
    fc.record({
      kind: kind('section'),
      template: fc.constantFrom('faq', 'pricing', 'nav', 'hero', 'gallery'),
    }),
    fc.record({
      kind: kind('one-more'),
      like: targets,
      count: fc.integer({ min: 1, max: 2 }),
    }),
    fc.record({
      kind: kind('add'),
      component: fc.constant({ type: 'badge', text: 'New' }),
      inEach: targets,
    }),
    fc.record({
      kind: kind('set'),
      targets,
      property: fc.constantFrom('background' as const, 'hidden' as const, 'paddingLeft' as const),
      value: fc.constantFrom('red', true, 12, null),
      variant,
    }),
    fc.record({
      kind: kind('set'),
      targets,
      property: fc.constantFrom('borderBottom' as const, 'padding' as const, 'letterSpacing' as const),
      value: fc.constantFrom({ width: 1, color: 'red' }, 8, '-2%', null),
    }),
    fc.record({
      kind: kind('ask'),
      question: fc.record({ kind: fc.constant('contents' as const), targets }),
    }),
    fc.record({ kind: kind('out-of-scope'), about: fc.constant('animation' as const) }),
  )
}
