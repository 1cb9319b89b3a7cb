import { expect, test } from 'vitest'
import { describeStep } from '../../src/render/step-text.ts'
import type { Step } from 'blueprint-command-engine'

const cases: readonly (readonly [string, Step])[] = [
  [
    'set background to #FF0000 of a, b',
    { kind: 'set', targets: ['a', 'b'], property: 'background', value: '#FF0000' },
  ],
  ['set visibility to hidden of a', { kind: 'set', targets: ['a'], property: 'hidden', value: true }],
  [
    'set text to "Hi" of what step 1 made',
    { kind: 'set', targets: [{ madeBy: 0 }], property: 'text', value: 'Hi' },
  ],
  [
    'set gradient to linear 180° #FF0000 to #0000FF of a',
    {
      kind: 'set',
      targets: ['a'],
      property: 'gradient',
      value: { type: 'linear', angle: 180, stops: ['#FF0000', '#0000FF'] },
    },
  ],
  ['padding + 8 of a', { kind: 'adjust', targets: ['a'], property: 'padding', by: 8 }],
  ['opacity × 0.8 of a', { kind: 'adjust', targets: ['a'], property: 'opacity', factor: 0.8 }],
  [
    'resize of a: width × 1.2, height to 40 px, font size + 2 px',
    {
      kind: 'resize',
      targets: ['a'],
      width: { kind: 'factor', factor: 1.2 },
      height: { kind: 'to', px: 40 },
      font: { kind: 'by', px: 2 },
    },
  ],
  [
    'resize of a: width 50% of its parent',
    { kind: 'resize', targets: ['a'], width: { kind: 'share', share: 0.5 } },
  ],
  [
    'text color lightness × 0.8 of a',
    { kind: 'lightness', targets: ['a'], property: 'textColor', factor: 0.8 },
  ],
  ['bigger shadow of a', { kind: 'shadow', targets: ['a'], by: 1 }],
  ['fully round corners of a', { kind: 'pill', targets: ['a'] }],
  ['move a after b', { kind: 'move', targets: ['a'], place: { kind: 'after', anchor: 'b' } }],
  [
    'move a to the end of b',
    { kind: 'move', targets: ['a'], place: { kind: 'inside', anchor: 'b', at: 'end' } },
  ],
  [
    'move a to the very end of the screen',
    { kind: 'move', targets: ['a'], place: { kind: 'screen', at: 'very-end' } },
  ],
  ['move a to the top of its siblings', { kind: 'move', targets: ['a'], place: { kind: 'first' } }],
  ['move a one place down', { kind: 'move', targets: ['a'], place: { kind: 'down' } }],
  ['shift a by 20,-5 px', { kind: 'shift', targets: ['a'], dx: 20, dy: -5 }],
  ['put a at x 10, y 0', { kind: 'place-at', targets: ['a'], x: 10, y: 0 }],
  ['align a center', { kind: 'align', targets: ['a'], to: 'center' }],
  ['swap a and b', { kind: 'swap', a: 'a', b: 'b' }],
  [
    'add a button "Buy" 2 times at the end of the screen',
    { kind: 'add', component: { type: 'button', text: 'Buy' }, count: 2 },
  ],
  ['duplicate a directly after the original', { kind: 'duplicate', targets: ['a'] }],
  ['delete a, b, c, d, 2 more', { kind: 'delete', targets: ['a', 'b', 'c', 'd', 'e', 'f'] }],
  [
    'put a, b into a new card',
    { kind: 'wrap', targets: ['a', 'b'], container: { type: 'card' }, each: false },
  ],
  ['set theme primary color to #112233', { kind: 'token', token: 'primaryColor', value: '#112233' }],
  ['theme base spacing + 8', { kind: 'token', token: 'baseSpacing', by: 8 }],
  ['theme accent color lightness × 1.2', { kind: 'token', token: 'accentColor', lightness: 1.2 }],
]

test.each(cases)('%s', (text, step) => {
  expect(describeStep(step)).toBe(text)
})

test('targets that stand beside the sentence are not named again', () => {
  const known = new Set(['a', 'b'])
  expect(describeStep({ kind: 'delete', targets: ['a'] }, known)).toBe('delete it')
  expect(describeStep({ kind: 'delete', targets: ['a', 'b'] }, known)).toBe('delete them')
  expect(describeStep({ kind: 'delete', targets: ['c'] }, known)).toBe('delete c')
  expect(describeStep({ kind: 'pill', targets: ['a'] }, known)).toBe('fully round corners')
})

test('names from a document cannot command the terminal', () => {
  expect(describeStep({ kind: 'delete', targets: ['\u001B[2J'] })).toBe('delete \\u{1B}[2J')
})
