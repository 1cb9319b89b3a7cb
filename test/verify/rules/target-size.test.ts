import { describe, expect, test } from 'vitest'
import type { Component } from '../../../src/document/blueprint.ts'
import { brief, doc, issuesAfter, issuesIn, part } from '../edited.ts'
import type { Edit } from '../edited.ts'

const of = (type: string, width: number, height: number, rest: Partial<Component> = {}): Component =>
  part('it', { type, bbox: [0, 0, width, height], ...rest })

describe('WCAG 2.2, 2.5.8: 24 x 24 px; spec: buttons and calls to action 44 px high', () => {
  test.each<[string, Component, string[]]>([
    ['a button of 44 px', of('button', 24, 44), []],
    ['a button of 43.9 px', of('button', 100, 43.9), ['make #it 44px tall']],
    ['a narrow button', of('button', 23, 44), ['make #it 24px wide']],
    ['a tiny button', of('button', 10, 10), ['make #it 44px tall', 'make #it 24px wide']],
    ['type cta', of('cta', 100, 40), ['make #it 44px tall']],
    ['role cta on any type', of('image', 100, 40, { role: 'cta' }), ['make #it 44px tall']],
    ['a checkbox of 24 px', of('checkbox', 24, 24), []],
    ['a checkbox of 23 px', of('checkbox', 24, 23), ['make #it 24px tall']],
    ['a radio', of('radio', 20, 24), ['make #it 24px wide']],
    ['a switch', of('switch', 40, 20), ['make #it 24px tall']],
    ['an input', of('input', 200, 20), ['make #it 24px tall']],
    ['a link', of('link', 60, 18), ['make #it 24px tall']],
    [
      'an image that leads somewhere',
      of('image', 20, 20, { visual: { href: '/x' } }),
      ['make #it 24px tall', 'make #it 24px wide'],
    ],
    ['an image that does not', of('image', 20, 20, { visual: { href: '' } }), []],
    ['an icon', of('icon', 16, 16), []],
    ['a text', of('text', 100, 12), []],
    ['a hidden one', of('button', 10, 10, { visual: { hidden: true } }), []],
    [
      'without a box, by its own sizes',
      part('it', { type: 'button', visual: { height: 40 } }),
      ['make #it 44px tall'],
    ],
    [
      'sizes as text',
      part('it', { type: 'button', visual: { height: '2rem', width: '300px' } }),
      ['make #it 44px tall'],
    ],
    ['without any size', part('it', { type: 'button' }), []],
  ])('%s', (_name, component, suggestions) => {
    const issues = issuesIn('target-size', doc([component]))
    expect(issues.flatMap((issue) => issue.suggestions ?? [])).toEqual(suggestions)
    for (const issue of issues)
      expect(issue).toMatchObject({ severity: 'warning', id: 'it', path: '/components/0' })
  })

  test('links inside running text are exempt', () => {
    const link = of('link', 60, 18)
    expect(issuesIn('target-size', doc([part('words', { type: 'text', children: [link] })]))).toEqual([])
    expect(issuesIn('target-size', doc([part('bar', { type: 'nav', children: [link] })]))).toHaveLength(1)
  })

  test('what is in a hidden container is not there to be pressed', () => {
    const modal = (hidden: boolean): Component =>
      part('modal', { type: 'modal', visual: { hidden }, children: [of('button', 100, 30)] })
    expect(issuesIn('target-size', doc([modal(true)]))).toEqual([])
    expect(
      brief(issuesAfter(doc([modal(true)]), (t, node) => t.write(node('modal'), 'hidden', false))),
    ).toEqual(['warning target-size it'])
  })

  test('the message says the size and the source', () => {
    expect(issuesIn('target-size', doc([of('button', 10, 40)])).map(({ message }) => message)).toEqual([
      '#it is 40 px high, below 44 px (buttons and calls to action)',
      '#it is 10 px wide, below 24 px (WCAG 2.2, 2.5.8)',
    ])
  })
})

describe('after a change', () => {
  test.each<[string, number, Edit, string[]]>([
    ['too small now', 44, (t, node) => t.setBox(node('it'), [0, 0, 100, 40]), ['warning target-size it']],
    [
      'smaller than too small',
      40,
      (t, node) => t.setBox(node('it'), [0, 0, 100, 36]),
      ['warning target-size it'],
    ],
    ['larger, and still too small', 30, (t, node) => t.setBox(node('it'), [0, 0, 100, 40]), []],
    ['moved as it is', 30, (t, node) => t.setBox(node('it'), [50, 50, 100, 30]), []],
    ['the width alone', 30, (t, node) => t.setBox(node('it'), [0, 0, 20, 30]), ['warning target-size it']],
    [
      'becomes a link',
      44,
      (t) => void t.insert(of('image', 10, 10, { id: 'pic', visual: { href: '/' } }), null, 0),
      ['warning target-size pic', 'warning target-size pic', 'error overlap it'],
    ],
  ])('%s', (_name, height, edit, expected) => {
    expect(brief(issuesAfter(doc([of('button', 100, height)]), edit)).sort()).toEqual(expected.sort())
  })
})
