import { describe, expect, it } from 'vitest'
import type { Step, StyleValue } from '../../../src/command/step.ts'
import type { Blueprint } from '../../../src/document/blueprint.ts'
import type { PropertyName } from '../../../src/document/native-table.ts'
import { lightness, parseColor } from '../../../src/document/color.ts'
import { find, part, runSteps, screenOf } from '../../support/sound-change.ts'

const document: Blueprint = screenOf(
  part('title', [16, 16, 200, 40], {
    text: 'Hello',
    visual: { font_size: 20, font_weight: 'bold', opacity: 0.5, bg_color: '#336699' },
  }),
  part('card', [16, 72, 300, 100], {
    type: 'card',
    visual: {
      padding: 4,
      font_size: '16px',
      shadow: 'lg',
      hidden: true,
      gradient: { type: 'linear', angle: 90, stops: ['#808080', '#FFFFFF'] },
    },
  }),
  part('bare', [16, 188, 100, 30]),
)

function visualAfter(id: string, ...steps: Step[]): Record<string, unknown> {
  const { after, errors } = runSteps(document, steps)
  expect(errors).toEqual([])
  return { ...find(after, id).visual }
}

function set(id: string, property: PropertyName, value: StyleValue): Step {
  return { kind: 'set', targets: [id], property, value }
}

describe('set', () => {
  it.each<[PropertyName, StyleValue, string, unknown]>([
    ['textColor', 'red', 'text_color', '#FF0000'],
    ['background', 'rgb(0 0 0 / 50%)', 'bg_color', '#00000080'],
    ['fontSize', '2rem', 'font_size', 32],
    ['fontWeight', 'bold', 'font_weight', 'bold'],
    ['fontWeight', 600, 'font_weight', 600],
    ['opacity', 0, 'opacity', 0],
    ['hidden', true, 'hidden', true],
    ['textAlign', 'center', 'text_align', 'center'],
    ['borderStyle', 'dashed', 'border_style', 'dashed'],
    ['letterSpacing', -1, 'letter_spacing', -1],
    ['imageUrl', 'https://example.com/a.png', 'image_url', 'https://example.com/a.png'],
    [
      'gradient',
      { type: 'linear', angle: 180, stops: ['coral', 'gold'] },
      'gradient',
      { type: 'linear', angle: 180, stops: ['#FF7F50', '#FFD700'] },
    ],
  ])('%s to %j', (property, value, key, stored) => {
    expect(visualAfter('bare', set('bare', property, value))).toEqual({ [key]: stored })
  })

  it('keeps a length that was text as text', () => {
    expect(visualAfter('card', set('card', 'fontSize', 20))['font_size']).toBe('20px')
  })

  it('takes a property away with null', () => {
    expect(visualAfter('card', set('card', 'gradient', null))).not.toHaveProperty('gradient')
    const { after } = runSteps(document, [set('title', 'text', null)])
    expect(find(after, 'title').text).toBeNull()
  })

  it.each<[PropertyName, StyleValue]>([
    ['textColor', 'no color'],
    ['textColor', 12],
    ['fontSize', 0],
    ['fontSize', Number.NaN],
    ['fontSize', Number.POSITIVE_INFINITY],
    ['fontWeight', 1000],
    ['opacity', 1.5],
    ['padding', -1],
    ['hidden', 'yes'],
    ['text', 5],
    ['textAlign', 'middle'],
    ['shadow', 'huge'],
    ['gradient', 'red'],
    ['gradient', { type: 'linear', angle: 180, stops: ['red'] }],
    ['gradient', { type: 'linear', angle: Number.NaN, stops: ['red', 'blue'] }],
    ['width', -5],
  ])('refuses %s = %j and changes nothing', (property, value) => {
    const { after, errors } = runSteps(document, [set('title', property, value)])
    expect(errors[0]![0]).toMatchObject({ code: 'value-invalid', severity: 'error' })
    expect(after).toBe(document)
  })

  it('says so when the value is there already', () => {
    for (const step of [
      set('title', 'opacity', 0.5),
      set('title', 'hidden', false),
      set('bare', 'text', null),
    ]) {
      const { after, outcomes } = runSteps(document, [step])
      expect(after).toBe(document)
      expect(outcomes[0]!.issues).toMatchObject([{ code: 'no-effect', severity: 'note' }])
    }
  })

  it('resizes and places where a size or position is set', () => {
    const { after } = runSteps(document, [
      set('title', 'width', 320),
      set('title', 'height', '60px'),
      set('bare', 'x', 30),
    ])
    expect(find(after, 'title').bbox).toEqual([16, 16, 320, 60])
    expect(find(after, 'bare').bbox).toEqual([30, 208, 100, 30])
  })
})

describe('adjust', () => {
  it.each<[string, PropertyName, { factor?: number; by?: number }, string, unknown]>([
    ['card', 'padding', { by: 8 }, 'padding', 12],
    ['card', 'padding', { by: -8 }, 'padding', 0],
    ['bare', 'margin', { by: 8 }, 'margin', 8],
    ['card', 'fontSize', { factor: 1.5 }, 'font_size', '24px'],
    ['title', 'fontSize', { by: -100 }, 'font_size', 1],
    ['title', 'opacity', { factor: 1.2 }, 'opacity', 0.6],
    ['title', 'opacity', { factor: 3 }, 'opacity', 1],
    ['title', 'fontWeight', { by: 100 }, 'font_weight', 800],
    ['bare', 'fontWeight', { by: -400 }, 'font_weight', 100],
    ['bare', 'letterSpacing', { by: -2 }, 'letter_spacing', -2],
    ['bare', 'lineHeight', { factor: 1.5 }, 'line_height', 1.8],
    ['bare', 'borderRadius', { by: 4 }, 'border_radius', 4],
  ])('#%s %s %j', (id, property, change, key, stored) => {
    expect(visualAfter(id, { kind: 'adjust', targets: [id], property, ...change })[key]).toEqual(stored)
  })

  it('leaves unsaid what is at its limit by default', () => {
    const { after, outcomes } = runSteps(document, [
      { kind: 'adjust', targets: ['bare'], property: 'padding', by: -8 },
    ])
    expect(after).toBe(document)
    expect(outcomes[0]!.issues[0]!.code).toBe('clamped')
  })

  it('passes over those that lack the property while others have it', () => {
    const all: Step = { kind: 'adjust', targets: ['title', 'bare'], property: 'fontSize', by: 4 }
    const { after, outcomes } = runSteps(document, [all])
    expect(find(after, 'title').visual).toMatchObject({ font_size: 24 })
    expect(outcomes[0]!.issues).toMatchObject([{ code: 'not-applicable', severity: 'note', id: 'bare' }])
    expect(runSteps(document, [{ ...all, targets: ['bare'] }]).errors[0]).toMatchObject([
      { code: 'not-applicable', severity: 'error' },
    ])
  })

  it.each<[PropertyName, { factor?: number; by?: number }, string]>([
    ['padding', { by: Number.NaN }, 'value-invalid'],
    ['padding', { factor: Number.POSITIVE_INFINITY }, 'value-invalid'],
    ['textColor', { by: 1 }, 'not-applicable'],
    ['text', { factor: 2 }, 'not-applicable'],
  ])('refuses %s %j', (property, change, code) => {
    const { errors } = runSteps(document, [{ kind: 'adjust', targets: ['title'], property, ...change }])
    expect(errors[0]![0]!.code).toBe(code)
  })
})

describe('lightness', () => {
  it('changes colors, or the gradient where there is no color behind it', () => {
    const darker = visualAfter('title', {
      kind: 'lightness',
      targets: ['title'],
      property: 'background',
      factor: 0.8,
    })['bg_color'] as string
    expect(lightness(parseColor(darker)!) / lightness(parseColor('#336699')!)).toBeCloseTo(0.8, 1)
    const { gradient } = visualAfter('card', {
      kind: 'lightness',
      targets: ['card'],
      property: 'background',
      factor: 0.5,
    })
    expect(gradient).toMatchObject({
      angle: 90,
      stops: [expect.not.stringMatching('#808080'), expect.not.stringMatching('#FFFFFF')],
    })
  })

  it('names what is missing', () => {
    const { errors } = runSteps(document, [
      { kind: 'lightness', targets: ['bare'], property: 'textColor', factor: 0.8 },
    ])
    expect(errors[0]).toMatchObject([
      { code: 'not-applicable', id: 'bare', suggestions: [expect.stringContaining('text color')] },
    ])
  })
})

describe('shadow and pill', () => {
  it('takes the next shadow, and no further', () => {
    expect(visualAfter('bare', { kind: 'shadow', targets: ['bare'], by: 1 })).toEqual({ shadow: 'sm' })
    const { after, outcomes } = runSteps(document, [{ kind: 'shadow', targets: ['card'], by: 1 }])
    expect(after).toBe(document)
    expect(outcomes[0]!.issues[0]!.code).toBe('no-effect')
  })

  it('rounds to half the height, of a box or a stated one', () => {
    expect(visualAfter('title', { kind: 'pill', targets: ['title'] })['border_radius']).toBe(20)
    const { after } = runSteps(screenOf(part('a', null, { visual: { height: '30px' } }), part('b', null)), [
      { kind: 'pill', targets: ['a', 'b'] },
    ])
    expect(find(after, 'a').visual).toEqual({ height: '30px', border_radius: 15 })
    expect(find(after, 'b').visual).toEqual({ border_radius: 999 })
  })
})

describe('token', () => {
  it.each<[Step, string, unknown]>([
    [{ kind: 'token', token: 'baseSpacing', by: 8 }, 'base_spacing', 24],
    [{ kind: 'token', token: 'baseSpacing', by: -40 }, 'base_spacing', 0],
    [{ kind: 'token', token: 'baseSpacing', factor: 0.7 }, 'base_spacing', 11],
    [{ kind: 'token', token: 'cornerRadius', value: 6 }, 'border_radius', '6px'],
    [{ kind: 'token', token: 'cornerRadius', value: '1rem' }, 'border_radius', '16px'],
    [{ kind: 'token', token: 'primaryColor', value: 'teal' }, 'primary_color', '#008080'],
    [{ kind: 'token', token: 'primaryColor', lightness: 0 }, 'primary_color', '#000000'],
    [{ kind: 'token', token: 'ctaHeight', value: 52 }, 'cta_height', 52],
  ])('%j', (step, key, value) => {
    const { after, errors } = runSteps(document, [step])
    expect(errors).toEqual([])
    expect(after.tokens![key]).toEqual(value)
    expect(after.components).toBe(document.components)
  })

  it.each<Step>([
    { kind: 'token', token: 'primaryColor', value: 'no color' },
    { kind: 'token', token: 'baseSpacing', value: -1 },
    { kind: 'token', token: 'baseSpacing', by: Number.NaN },
    { kind: 'token', token: 'baseSpacing', value: 'wide' },
    { kind: 'token', token: 'primaryColor', by: 3 },
  ])('refuses %j', (step) => {
    expect(runSteps(document, [step]).errors[0]![0]!.code).toBe('value-invalid')
  })

  it('invents no theme', () => {
    const { tokens: _, ...without } = document
    expect(runSteps(without, [{ kind: 'token', token: 'baseSpacing', value: 8 }]).errors[0]![0]!.code).toBe(
      'not-applicable',
    )
    expect(runSteps(document, [{ kind: 'token', token: 'ctaHeight', by: 8 }]).errors[0]![0]!.code).toBe(
      'not-applicable',
    )
  })
})
