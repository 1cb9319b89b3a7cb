import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chromaAndHue,
  composite,
  contrastRatio,
  lightness,
  luminance,
  parseColor,
  scaleLightness,
} from '../../src/document/color.ts'
import { runs } from '../support/amounts.ts'

const read = (text: string) => parseColor(text)!

describe('parseColor', () => {
  test.each([
    ['#fff', '#FFFFFF'],
    ['#FFFF', '#FFFFFF'],
    ['#ffffff80', '#FFFFFF80'],
    ['#0f08', '#00FF0088'],
    ['RED', '#FF0000'],
    [' navy ', '#000080'],
    ['RebeccaPurple', '#663399'],
    ['transparent', '#00000000'],
    ['rgb(255, 0, 0)', '#FF0000'],
    ['rgb(255 0 0 / 50%)', '#FF000080'],
    ['rgba(255, 0, 0, 0.5)', '#FF000080'],
    ['rgb(100% 0% 0%)', '#FF0000'],
    ['hsl(120, 100%, 50%)', '#00FF00'],
    ['hsl(120deg 100% 50%)', '#00FF00'],
    ['hwb(240 0% 0%)', '#0000FF'],
    ['lab(100 0 0)', '#FFFFFF'],
    ['oklch(1 0 0)', '#FFFFFF'],
    ['oklab(0 0 0)', '#000000'],
    ['color(srgb 1 0 0)', '#FF0000'],
    ['rgb(none 255 0)', '#00FF00'],
    // Outside sRGB: clamped.
    ['color(display-p3 1 0 0)', '#FF0000'],
  ])('%s is %s', (text, hex) => {
    expect(parseColor(text)?.hex).toBe(hex)
  })

  test.each([
    '',
    ' ',
    'bleu',
    '#12',
    '#12345',
    '#GGG',
    'rgb(',
    'rgb()',
    'rgb(0A)',
    'rgb(0 0 0 / /)',
    'hsl(%)',
    'hsl(a b c)',
    'none',
    'inherit',
    'constructor',
    '__proto__',
    'var(--x)',
    'ff0000ff00',
  ])('%j is none', (text) => {
    expect(parseColor(text)).toBeNull()
  })

  test('long texts are none, and take no time', () => {
    for (const text of [
      '#'.repeat(1e6),
      `rgb(${' '.repeat(1e6)}0 0 0)`,
      'a'.repeat(1e6),
      '0'.repeat(1e6),
      `rgb(${'1'.repeat(90)}`,
    ]) {
      expect(parseColor(text)).toBeNull()
    }
  })

  test('any text has an answer, and what is read is read again from its hex', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `rgb(${text})`),
          fc.string().map((text) => `#${text}`),
        ),
        (text) => {
          const color = parseColor(text)
          if (color === null) return
          expect(color.hex).toMatch(/^#[0-9A-F]{6}(?:[0-9A-F]{2})?$/)
          expect(parseColor(color.hex)?.hex).toBe(color.hex)
          for (const channel of [color.r, color.g, color.b, color.alpha])
            expect(channel >= 0 && channel <= 1).toBe(true)
        },
      ),
      { numRuns: runs(1000) },
    )
  })

  test('the same text gives the same color, also after many others', () => {
    const first = parseColor('#123456')
    for (let i = 0; i < 10_000; i++) parseColor(`#${i.toString(16).padStart(6, '0')}`)
    expect(parseColor('#123456')).toEqual(first)
  })
})

describe('WCAG 2.2 relative luminance and contrast ratio', () => {
  test.each([
    ['#000', 0],
    ['#FFF', 1],
    ['#F00', 0.2126],
    ['#0F0', 0.7152],
    ['#00F', 0.0722],
  ])('luminance of %s', (text, expected) => {
    expect(luminance(read(text))).toBeCloseTo(expected, 10)
    expect(read(text).luminance).toBeCloseTo(expected, 10)
  })

  // Known pairs: the greys next to the limits 4.5 and 3 on white, and the extremes.
  test.each([
    ['#000', '#FFF', 21],
    ['#FFF', '#FFF', 1],
    ['#767676', '#FFF', 4.54],
    ['#777777', '#FFF', 4.48],
    ['#949494', '#FFF', 3.03],
    ['#959595', '#FFF', 3],
    ['#F00', '#FFF', 4],
    ['#00F', '#FFF', 8.59],
  ])('%s on %s', (a, b, expected) => {
    expect(contrastRatio(read(a), read(b))).toBeCloseTo(expected, 2)
    expect(contrastRatio(read(b), read(a))).toBe(contrastRatio(read(a), read(b)))
  })

  test('between 1 and 21 for any two', () => {
    const byte = fc.integer({ min: 0, max: 255 }).map((value) => value / 255)
    const color = fc.record({ r: byte, g: byte, b: byte })
    fc.assert(
      fc.property(color, color, (a, b) => {
        const ratio = contrastRatio(a, b)
        expect(ratio >= 1 && ratio <= 21).toBe(true)
      }),
    )
  })
})

describe('composite', () => {
  test.each([
    ['an opaque color hides the base', '#F00', '#00F', 1, [1, 0, 0]],
    ['a transparent one shows it', 'transparent', '#00F', 1, [0, 0, 1]],
    ['half of each', 'rgb(255 0 0 / 50%)', '#00F', 1, [0.5, 0, 0.5]],
    ['opacity counts like alpha', '#F00', '#00F', 0.5, [0.5, 0, 0.5]],
    ['and multiplies with it', 'rgb(255 0 0 / 50%)', '#00F', 0.5, [0.25, 0, 0.75]],
  ])('%s', (_name, top, base, opacity, [r, g, b]) => {
    const mixed = composite(read(top), read(base), opacity)
    expect([mixed.r, mixed.g, mixed.b].map((channel) => Number(channel.toFixed(10)))).toEqual([r, g, b])
  })
})

describe('OKLCH lightness', () => {
  test.each([
    ['#000', 0],
    ['#FFF', 1],
    // B. Ottosson's own figures for sRGB red, green and blue.
    ['#F00', 0.628],
    ['#0F0', 0.866],
    ['#00F', 0.452],
  ])('of %s', (text, expected) => {
    expect(lightness(read(text))).toBeCloseTo(expected, 3)
  })

  test.each([
    ['#3B82F6', 0.8],
    ['#3B82F6', 1.2],
    ['#808080', 0.8],
    ['#F59E0B80', 0.8],
  ])('%s times %d', (text, factor) => {
    const color = read(text)
    const scaled = scaleLightness(color, factor)
    expect(lightness(scaled)).toBeCloseTo(lightness(color) * factor, 1)
    expect(scaled.alpha).toBe(color.alpha)
    const before = chromaAndHue(color)
    const after = chromaAndHue(scaled)
    if (before.hue !== undefined && before.chroma > 0.01)
      expect(Math.abs(before.hue - after.hue!)).toBeLessThan(6)
  })

  test('stays between black and white', () => {
    expect(scaleLightness(read('#FFF'), 1.2).hex).toBe('#FFFFFF')
    expect(scaleLightness(read('#000'), 0.8).hex).toBe('#000000')
    expect(scaleLightness(read('#777'), 0).hex).toBe('#000000')
    expect(scaleLightness(read('#777'), 100).hex).toBe('#FFFFFF')
  })

  test('greys have no hue', () => {
    expect(chromaAndHue(read('#808080')).chroma).toBeLessThan(0.001)
  })
})
