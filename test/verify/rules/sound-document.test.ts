import { describe, expect, test } from 'vitest'
import type { Blueprint, Box, Component } from '../../../src/document/blueprint.ts'
import type { Change } from '../../../src/document/change.ts'
import { DocumentIndex } from '../../../src/document/document-index.ts'
import { defaultRuleLevels } from '../../../src/verify/levels.ts'
import { verifyChange } from '../../../src/verify/verify.ts'
import { brief, doc, edited, issuesAfter, issuesIn, part } from '../edited.ts'

/** A document as no validation would let it pass. */
const broken = (component: { readonly [key: string]: unknown }, rest: object = {}): Blueprint => ({
  ...rest,
  components: [{ id: 'it', type: 'text', ...component }],
})

describe('schema: values are of the kinds the table says', () => {
  test.each<[string, { readonly [key: string]: unknown }, string]>([
    ['a number as text', { text: 5 }, '#it: expected text to be a string or null, got the number 5'],
    [
      'a list as a color',
      { visual: { bg_color: ['red'] } },
      '#it: expected visual/bg_color to be a string or null, got an array of 1',
    ],
    ['a text as a flag', { visual: { hidden: 'yes' } }, 'visual/hidden to be true or false or null'],
    [
      'NaN',
      { visual: { font_size: Number.NaN } },
      'visual/font_size to be a finite number or a string or null, got the number NaN',
    ],
    [
      'a gradient without stops',
      { visual: { gradient: { type: 'linear', angle: 0 } } },
      'visual/gradient to be a gradient',
    ],
    ['undefined', { visual: { padding: undefined } }, 'got nothing'],
  ])('%s', (_name, component, message) => {
    const issues = issuesIn('schema', broken(component))
    expect(brief(issues)).toEqual(['error schema it'])
    expect(issues[0]!.message).toContain(message)
  })

  test('the theme', () => {
    const issues = issuesIn('schema', broken({}, { tokens: { primary_color: 5, base_spacing: 8 } }))
    expect(issues).toMatchObject([
      {
        path: '/tokens/primary_color',
        message: 'the theme: expected primary_color to be a string or null, got the number 5',
      },
    ])
  })

  test('a change that writes what does not belong there is refused; what was wrong before is not its fault', () => {
    const wrong = broken({ visual: { shadow: 5 } })
    expect(issuesAfter(wrong, (t, node) => t.write(node('it'), 'padding', 4))).toEqual([])
    expect(issuesAfter(wrong, (t, node) => t.write(node('it'), 'fontSize', true))).toMatchObject([
      { code: 'schema', severity: 'error', path: '/components/0/visual/font_size' },
    ])
    expect(
      issuesAfter(doc([part('it')], { tokens: {} }), (t) => t.writeToken('primaryColor', 5)),
    ).toMatchObject([{ code: 'schema', path: '/tokens/primary_color' }])
  })
})

describe('box-invalid: four finite numbers, a width and a height above 0', () => {
  test.each<[string, unknown, boolean]>([
    ['a box', [0, 0, 1, 1], false],
    ['negative places', [-5, -5, 1, 1], false],
    ['a tiny size', [0, 0, 0.01, 0.01], false],
    ['no width', [0, 0, 0, 1], true],
    ['a negative height', [0, 0, 1, -1], true],
    ['NaN', [0, Number.NaN, 1, 1], true],
    ['infinite', [0, 0, Infinity, 1], true],
    ['three numbers', [0, 0, 1], true],
    ['texts', ['0', '0', '1', '1'], true],
  ])('%s', (_name, bbox, isFound) => {
    expect(issuesIn('box-invalid', broken({ bbox }))).toHaveLength(isFound ? 1 : 0)
  })

  test('after a change', () => {
    const issues = issuesAfter(doc([part('it', { bbox: [0, 0, 10, 10] })]), (t, node) =>
      t.setBox(node('it'), [0, 0, -1, 10]),
    )
    expect(issues).toMatchObject([
      {
        code: 'box-invalid',
        severity: 'error',
        message: 'the box of #it should be a width and a height above 0, but is [0, 0, -1, 10]',
      },
    ])
  })

  test('boxes of NaN neither stop the other rules nor overlap', () => {
    const bad: Component[] = [0, 1, 2].map((i) =>
      part(`n${i}`, { bbox: [Number.NaN, i, Number.NaN, 10] as unknown as Box }),
    )
    expect(issuesIn('overlap', doc([...bad, part('a', { bbox: [0, 0, 10, 10] })]))).toEqual([])
  })
})

describe('duplicate-id', () => {
  test('each id stands for one component', () => {
    expect(issuesIn('duplicate-id', doc([part('a'), part('b', { children: [part('c')] })]))).toEqual([])
    const issues = issuesIn('duplicate-id', doc([part('a'), part('b', { children: [part('a')] })]))
    expect(issues).toMatchObject([
      {
        code: 'duplicate-id',
        id: 'a',
        path: '/components/0/id',
        message: 'the id #a is used by another component too',
      },
    ])
  })
})

describe('identity-changed: survivors keep id, type and role', () => {
  const before = doc([part('a', { role: 'hero' }), part('b', { visual: { padding: 4 } })])

  test('commands never change them', () => {
    expect(issuesAfter(before, (t, node) => t.write(node('a'), 'text', 'x'))).toEqual([])
  })

  /** A change that says one component became another; no transaction would make it. */
  function forged(after: { readonly [key: string]: unknown }): Change {
    const { change, index } = edited(before, (t, node) => t.write(node('a'), 'text', 'x'))
    const component = { ...index.node('a')!.component, ...after } as Component
    index.node('a')!.component = component
    return {
      ...change,
      touched: change.touched.map((entry) => ({ ...entry, after: component, node: index.node('a')! })),
    }
  }

  test.each([
    ['type', { type: 'button' }],
    ['role', { role: null }],
    ['id', { id: 'z' }],
  ])('%s', (name, after) => {
    const change = forged(after)
    const issues = verifyChange(change, new DocumentIndex(change.after), defaultRuleLevels).filter(
      ({ code }) => code === 'identity-changed',
    )
    expect(issues).toMatchObject([
      { severity: 'error', message: expect.stringContaining(`the ${name} of`) as string },
    ])
  })

  test('a role of null and none are the same', () => {
    const change = forged({ role: 'hero' })
    expect(verifyChange(change, new DocumentIndex(change.after))).toEqual([])
  })
})
