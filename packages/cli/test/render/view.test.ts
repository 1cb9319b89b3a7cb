import { describe, expect, test } from 'vitest'
import { createPalette } from '../../src/render/palette.ts'
import { firstLines, hang, plural, section, wrap } from '../../src/render/view.ts'
import { plainView } from './plain-view.ts'

describe('wrap', () => {
  test('breaks at spaces, and never inside a word', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc'])
    expect(wrap('aa bbbbbbbb cc', 5)).toEqual(['aa', 'bbbbbbbb', 'cc'])
    expect(wrap('', 5)).toEqual([''])
  })
})

describe('hang', () => {
  test('starts later lines under the text', () => {
    expect(hang({ ...plainView, columns: 25 }, '1. ', 'make the header blue and bold')).toEqual([
      '1. make the header blue',
      '   and bold',
    ])
  })

  test('does not count colours as width', () => {
    const view = { palette: createPalette('true'), columns: 25 }
    const [, second] = hang(view, view.palette.warning('! '), 'make the header blue and bold')
    expect(second).toBe('  and bold')
  })
})

test('section is nothing without lines', () => {
  expect(section(plainView, 'Title', [])).toEqual([])
  expect(section(plainView, 'Title', ['a', '', 'b'])).toEqual(['', 'Title', '  a', '', '  b'])
})

test('firstLines leaves out two lines or more, never a single one', () => {
  expect(firstLines(plainView, ['a', 'b', 'c'], 2, 'there')).toEqual(['a', 'b', 'c'])
  expect(firstLines(plainView, ['a', 'b', 'c', 'd'], 2, 'there')).toEqual(['a', 'b', '… 2 more; there'])
})

test('plural', () => {
  expect([plural(0, 'step'), plural(1, 'step'), plural(2, 'step')]).toEqual(['0 steps', '1 step', '2 steps'])
})
