import { describe, expect, test } from 'vitest'
import { labelTargetKeys } from '../../../src/document/native-table.ts'
import { brief, doc, issuesAfter, issuesIn, part } from '../edited.ts'
import type { Edit } from '../edited.ts'

const label = (rest: { readonly [key: string]: unknown }, type = 'label') => part('tag', { type, ...rest })
const input = part('email', { type: 'input' })

test.each(labelTargetKeys.map((key) => [key]))('a label names its input by %s', (key) => {
  expect(issuesIn('label-dangling', doc([label({ [key]: 'email' }), input]))).toEqual([])
  expect(issuesIn('label-dangling', doc([label({ [key]: 'phone' }), input]))).toEqual([
    {
      code: 'label-dangling',
      severity: 'error',
      stage: 'verify',
      message: 'the label #tag refers to "phone", which does not exist',
      path: '/components/0',
      id: 'tag',
      suggestions: ['delete #tag'],
    },
  ])
})

test.each<[string, ReturnType<typeof label>]>([
  ['a label without a link', label({})],
  ['an empty link', label({ for: '' })],
  ['a link that is no text', label({ for: 5 })],
  ['a text that has such a key', label({ for: 'phone' }, 'text')],
  ['a key nobody agreed on', label({ labels: 'phone' })],
])('%s says nothing', (_name, component) => {
  expect(issuesIn('label-dangling', doc([component]))).toEqual([])
})

test('an input inside a container is found', () => {
  expect(
    issuesIn('label-dangling', doc([label({ for: 'email' }), part('box', { children: [input] })])),
  ).toEqual([])
})

describe('after a change', () => {
  const form = doc([
    label({ for: 'email' }),
    part('box', { type: 'form', children: [input, part('x')] }),
    part('old', { type: 'label', for: 'gone' }),
  ])
  test.each<[string, Edit, string[]]>([
    ['the input is removed', (t, node) => t.remove(node('email')), ['error label-dangling tag']],
    ['its container is removed', (t, node) => t.remove(node('box')), ['error label-dangling tag']],
    [
      'both are removed',
      (t, node) => {
        t.remove(node('tag'))
        t.remove(node('email'))
      },
      [],
    ],
    ['the input moves', (t, node) => t.move(node('email'), null, 0), []],
    ['another component is removed', (t, node) => t.remove(node('x')), []],
    [
      'a label comes',
      (t) => void t.insert(part('new', { type: 'label', for: 'nothing' }), null, 0),
      ['error label-dangling new'],
    ],
    [
      'label and input come',
      (t) => {
        t.insert(part('new', { type: 'label', for: 'made' }), null, 0)
        t.insert(part('made', { type: 'input' }), null, 0)
      },
      [],
    ],
    ['the label’s text changes', (t, node) => t.write(node('old'), 'text', 'Old'), []],
  ])('%s', (_name, edit, expected) => {
    expect(brief(issuesAfter(form, edit))).toEqual(expected)
  })
})
