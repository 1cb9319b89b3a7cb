import { describe, expect, test } from 'vitest'
import { colorDepthOf, createPalette } from '../../src/render/palette.ts'

describe('colorDepthOf', () => {
  const terminal = { isTTY: true }
  test.each([
    [terminal, {}, 'basic'],
    [terminal, { COLORTERM: 'truecolor' }, 'true'],
    [terminal, { COLORTERM: '24bit' }, 'true'],
    [terminal, { TERM: 'dumb' }, 'none'],
    [terminal, { NO_COLOR: '1', COLORTERM: 'truecolor' }, 'none'],
    [terminal, { NO_COLOR: '' }, 'basic'],
    [{}, {}, 'none'],
    [{}, { COLORTERM: 'truecolor' }, 'none'],
    [{}, { FORCE_COLOR: '1' }, 'basic'],
    [{}, { FORCE_COLOR: '3' }, 'true'],
    [{}, { FORCE_COLOR: '' }, 'basic'],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, 'basic'],
    [terminal, { FORCE_COLOR: '0' }, 'none'],
  ])('%j with %j: %s', (stream, environment, depth) => {
    expect(colorDepthOf(stream, environment)).toBe(depth)
  })
})

describe('createPalette', () => {
  test('without colour every text stays as it is', () => {
    const { swatch, ...paints } = createPalette('none')
    for (const paint of Object.values(paints)) expect(paint('text')).toBe('text')
    expect(swatch('#FF0000')).toBe('')
  })

  test('a swatch needs true colour and a colour', () => {
    expect(createPalette('basic').swatch('#FF0000')).toBe('')
    expect(createPalette('true').swatch('#FF8000')).toBe('\u001B[48;2;255;128;0m  \u001B[49m')
    expect(createPalette('true').swatch('#FF800080')).toContain('255;128;0')
    expect(createPalette('true').swatch('red')).toBe('')
  })
})
