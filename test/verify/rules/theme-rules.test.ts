import { describe, expect, test } from 'vitest'
import type { Blueprint, Tokens, Visual } from '../../../src/document/blueprint.ts'
import { brief, doc, issuesAfter, issuesIn, part } from '../edited.ts'

const tokens: Tokens = {
  primary_color: '#FFFFFF',
  base_spacing: 8,
  colors: { brand: '#112233', link: '$brand', loop: '$loop' },
  font_scale: { lg: '20px' },
  brand: { deep: { er: '#000' } },
}
const styled = (visual: Visual, theme: Tokens = tokens): Blueprint =>
  doc([part('it', { visual })], { tokens: theme })

describe('token-reference: a style names a token that there is', () => {
  test.each<[string, Visual]>([
    ['$name', { bg_color: '$primary_color' }],
    ['{tokens.name}', { bg_color: '{tokens.primary_color}' }],
    ['{group.name}', { bg_color: '{colors.brand}' }],
    ['token:group.name', { bg_color: 'token:colors.brand' }],
    ['a word in the group of colors', { bg_color: '$link' }],
    ['a word in the group of sizes', { font_size: '$lg' }],
    ['a deeper path', { bg_color: '{brand.deep.er}' }],
    ['a price', { price: '$19' }],
    ['a number with a dollar sign', { font_size: '$19' }],
    ['a text people read', { alt: '{name}', placeholder: '$name' }],
    ['a key the engine does not know', { binding: '{user.name}' }],
    ['a function of CSS', { bg_color: 'var(--x)' }],
    ['a reference inside a longer text', { border_style: '1px $nothing' }],
    ['a very long text', { border_style: `$${'a'.repeat(200)}` }],
  ])('fine: %s', (_name, visual) => {
    expect(issuesIn('token-reference', styled(visual)).filter(({ id }) => id === 'it')).toEqual([])
  })

  test.each<[string, Visual, string]>([
    [
      '$name',
      { bg_color: '$secondary' },
      '#it (bg_color) refers to "$secondary", which is not a token of the theme',
    ],
    ['{tokens.name}', { text_color: '{tokens.secondary}' }, '"{tokens.secondary}"'],
    ['token:name', { font_size: 'token:huge' }, '"token:huge"'],
    ['a group is no path for a path', { bg_color: '{link.brand}' }, '"{link.brand}"'],
    ['an inherited name', { bg_color: '$constructor' }, '"$constructor"'],
    ['__proto__', { bg_color: '$__proto__' }, '"$__proto__"'],
    ['a token that names itself', { bg_color: '$loop' }, '"$loop"'],
  ])('missing: %s', (_name, visual, message) => {
    const issues = issuesIn('token-reference', styled(visual)).filter(({ id }) => id === 'it')
    expect(brief(issues)).toEqual(['warning token-reference it'])
    expect(issues[0]!.message).toContain(message)
  })

  test('without a theme every reference is missing', () => {
    expect(issuesIn('token-reference', doc([part('it', { visual: { bg_color: '$a' } })]))).toHaveLength(1)
  })

  test('tokens may refer to tokens', () => {
    const theme = {
      primary_color: '$nothing',
      colors: { a: '{colors.b}', b: '{colors.c}' },
      other: '$free text',
    }
    expect(issuesIn('token-reference', styled({}, theme)).map(({ message, id }) => [id, message])).toEqual([
      [undefined, 'the token primary_color refers to "$nothing", which is not a token of the theme'],
      [undefined, 'the token colors.a refers to "{colors.b}", which is not a token of the theme'],
      [undefined, 'the token colors.b refers to "{colors.c}", which is not a token of the theme'],
    ])
  })

  test('after a change only new ones count', () => {
    const before = styled({ bg_color: '$missing', text_color: '$primary_color' })
    expect(issuesAfter(before, (t, node) => t.write(node('it'), 'padding', 4))).toEqual([])
    expect(brief(issuesAfter(before, (t, node) => t.write(node('it'), 'borderColor', '$none')))).toEqual([
      'warning token-reference it',
    ])
    expect(brief(issuesAfter(before, (t) => t.writeToken('primaryColor', '$none')))).toEqual([
      'warning token-reference theme',
      'warning token-reference it',
    ])
  })
})

describe('color-syntax: every color can be read', () => {
  test.each<[string, Visual]>([
    ['hex', { bg_color: '#fff', text_color: '#FFFFFF80' }],
    ['a name', { bg_color: 'RebeccaPurple' }],
    [
      'functions',
      {
        bg_color: 'rgb(1 2 3 / 50%)',
        text_color: 'hsl(120deg, 50%, 50%)',
        border_color: 'oklch(0.7 0.1 200)',
      },
    ],
    ['blanks around it', { bg_color: ' red ' }],
    ['transparent', { bg_color: 'transparent' }],
    ['keywords', { bg_color: 'inherit', text_color: 'currentColor' }],
    ['references, also missing ones', { bg_color: '$anything' }],
    ['null', { bg_color: null }],
    ['stops', { gradient: { type: 'linear', angle: 0, stops: ['#fff', 'navy', '$brand'] } }],
  ])('fine: %s', (_name, visual) => {
    expect(issuesIn('color-syntax', styled(visual))).toEqual([])
  })

  test.each<[string, Visual, string]>([
    ['a misspelt name', { bg_color: 'bleu' }, 'the background of #it is not a color: "bleu"'],
    ['a short hex', { text_color: '#12' }, 'the textColor of #it is not a color: "#12"'],
    ['an empty text', { border_color: '' }, 'the borderColor of #it is not a color: ""'],
    [
      'a stop',
      { gradient: { type: 'linear', angle: 0, stops: ['#fff', 'nope', 'nope'] } },
      'the gradient of #it is not a color: "nope"',
    ],
    ['a very long text', { bg_color: 'a'.repeat(5000) }, 'is not a color'],
  ])('wrong: %s', (_name, visual, message) => {
    const issues = issuesIn('color-syntax', styled(visual))
    expect(brief(issues)).toEqual(['warning color-syntax it'])
    expect(issues[0]!.message).toContain(message)
  })

  test('tokens are read as well', () => {
    const theme = { primary_color: 'nope', colors: { a: 'nope', b: '#FFF', c: 5 }, other: 'nope' }
    expect(issuesIn('color-syntax', styled({}, theme as Tokens)).map(({ message }) => message)).toEqual([
      'the token primary_color is not a color: "nope"',
      'the token colors.a is not a color: "nope"',
    ])
  })

  test('after a change only new ones count', () => {
    const before = styled({ bg_color: 'bleu' }, { primary_color: 'nope' })
    expect(issuesAfter(before, (t, node) => t.write(node('it'), 'padding', 4))).toEqual([])
    expect(issuesAfter(before, (t) => t.writeToken('accentColor', 'red'))).toEqual([])
    expect(brief(issuesAfter(before, (t, node) => t.write(node('it'), 'textColor', 'rot')))).toEqual([
      'warning color-syntax it',
    ])
    expect(brief(issuesAfter(before, (t) => t.writeToken('accentColor', 'rot')))).toEqual([
      'warning color-syntax theme',
    ])
  })
})
