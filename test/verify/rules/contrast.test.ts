import { describe, expect, test } from 'vitest'
import type { Component, Visual } from '../../../src/document/blueprint.ts'
import { brief, doc, issuesAfter, issuesIn, part } from '../edited.ts'

const words = (look: Visual, rest: Partial<Component> = {}): Component =>
  part('words', { text: 'Read me', visual: look, ...rest })

function within(backgrounds: readonly Visual[], inner: Component): Component {
  return backgrounds.reduceRight(
    (content, visual, i) => part(`box_${i}`, { type: 'container', visual, children: [content] }),
    inner,
  )
}

describe('WCAG 2.2, 1.4.3: what is enough', () => {
  // The greys next to the limits on white: #767676 has 4.54, #777777 4.47; #949494 has 3.03, #959595 2.99.
  test.each<[string, Visual]>([
    ['4.54 for normal text', { text_color: '#767676', bg_color: '#FFFFFF' }],
    ['21 for black on white', { text_color: 'black', bg_color: 'white' }],
    ['3.03 at 24 px', { text_color: '#949494', bg_color: '#FFF', font_size: 24 }],
    ['3.03 at 18 pt', { text_color: '#949494', bg_color: '#FFF', font_size: '18pt' }],
    [
      '3.03 at 18.66 px bold',
      { text_color: '#949494', bg_color: '#FFF', font_size: 18.66, font_weight: 'bold' },
    ],
    [
      '3.03 at 19 px and weight 700',
      { text_color: '#949494', bg_color: '#FFF', font_size: 19, font_weight: 700 },
    ],
    [
      '3.03 at 14 pt and weight "800"',
      { text_color: '#949494', bg_color: '#FFF', font_size: '14pt', font_weight: '800' },
    ],
    ['an alpha that leaves enough', { text_color: 'rgb(0 0 0 / 60%)', bg_color: 'white' }],
    ['no background anywhere: unknown', { text_color: '#777777' }],
    ['no text color: unknown', { bg_color: '#777777' }],
    ['a background that nobody can read: unknown', { text_color: '#777777', bg_color: 'nonsense' }],
    ['a see-through background over nothing: unknown', { text_color: '#777777', bg_color: '#FFFFFF80' }],
    [
      'a see-through component over nothing: unknown',
      { text_color: '#777777', bg_color: '#FFFFFF', opacity: 0.5 },
    ],
    ['hidden', { text_color: '#777777', bg_color: '#FFFFFF', hidden: true }],
    ['opacity 0', { text_color: '#777777', bg_color: '#FFFFFF', opacity: 0 }],
    ['a transparent text color', { text_color: 'transparent', bg_color: '#FFFFFF' }],
    ['a keyword for a color', { text_color: 'inherit', bg_color: '#FFFFFF' }],
    ['null counts as absent', { text_color: null, bg_color: '#FFFFFF' }],
  ])('%s', (_name, look) => {
    expect(issuesIn('contrast', doc([words(look)]))).toEqual([])
  })

  test.each<[string, Visual, string]>([
    ['4.47 for normal text', { text_color: '#777777', bg_color: '#FFFFFF' }, '4.47'],
    ['2.99 at 24 px', { text_color: '#959595', bg_color: '#FFF', font_size: 24 }, '2.99'],
    ['3.03 at 23.99 px', { text_color: '#949494', bg_color: '#FFF', font_size: 23.99 }, '3.03'],
    [
      '3.03 at 18.65 px bold',
      { text_color: '#949494', bg_color: '#FFF', font_size: 18.65, font_weight: 'bold' },
      '3.03',
    ],
    [
      '3.03 at 19 px and weight 600',
      { text_color: '#949494', bg_color: '#FFF', font_size: 19, font_weight: 600 },
      '3.03',
    ],
    [
      '3.03 where no size is stated',
      { text_color: '#949494', bg_color: '#FFF', font_weight: 'bold' },
      '3.03',
    ],
    ['the same color twice', { text_color: '#FFF', bg_color: 'white' }, '1 '],
    ['an alpha that leaves too little', { text_color: 'rgb(0 0 0 / 50%)', bg_color: 'white' }, '3.97'],
    [
      'the worst stop of a gradient',
      { text_color: '#000', gradient: { type: 'linear', angle: 0, stops: ['#FFF', '#333'] } },
      '1.66',
    ],
    [
      'a gradient hides the background below it',
      { text_color: '#000', bg_color: '#FFF', gradient: { type: 'linear', angle: 0, stops: ['#333'] } },
      '1.66',
    ],
  ])('not enough: %s', (_name, look, ratio) => {
    const issues = issuesIn('contrast', doc([words(look)]))
    expect(brief(issues)).toEqual(['warning contrast words'])
    expect(issues[0]!.message).toContain(`contrast of ${ratio}`)
  })
})

describe('what is behind the text', () => {
  test.each<[string, readonly Visual[], Visual, string | null]>([
    ['the parent', [{ bg_color: '#FFF' }], { text_color: '#777' }, '4.47'],
    [
      'the nearest ancestor that has one',
      [{ bg_color: '#000' }, { bg_color: '#FFF' }, {}],
      { text_color: '#777' },
      '4.47',
    ],
    ['its own before the parent’s', [{ bg_color: '#FFF' }], { text_color: '#777', bg_color: '#000' }, null],
    [
      'the worst stop of the parent’s gradient',
      [{ gradient: { type: 'linear', angle: 90, stops: ['#000', '#FFF'] } }],
      { text_color: '#777' },
      '4.47',
    ],
    [
      'half white over black is #808080, 5.31 for black',
      [{ bg_color: '#000' }, { bg_color: '#FFFFFF80' }],
      { text_color: '#000' },
      null,
    ],
    [
      'half white over black, seen by white',
      [{ bg_color: '#000' }, { bg_color: '#FFFFFF80' }],
      { text_color: '#FFF' },
      '3.94',
    ],
    // A group at half opacity: white on black becomes (white + behind) / 2 on (black + behind) / 2.
    [
      'a group that lets white through',
      [{ bg_color: '#FFF' }, { bg_color: '#000', opacity: 0.5 }],
      { text_color: '#FFF' },
      '3.97',
    ],
    ['the text alone is see-through', [{ bg_color: '#FFF' }], { text_color: '#000', opacity: 0.5 }, '3.97'],
    ['opacity as a percentage', [{ bg_color: '#FFF' }], { text_color: '#000', opacity: '50%' }, '3.97'],
    ['hidden with the container', [{ hidden: true }, { bg_color: '#FFF' }], { text_color: '#FFF' }, null],
    [
      'a gradient under a see-through background',
      [{ gradient: { type: 'linear', angle: 0, stops: ['#000', '#FFF'] } }, { bg_color: '#FFFFFF80' }],
      { text_color: '#000' },
      null,
    ],
    [
      'a layer nobody can read, covered',
      [{ bg_color: 'nonsense' }, { bg_color: '#FFF' }],
      { text_color: '#777' },
      '4.47',
    ],
    [
      'a layer nobody can read, showing through',
      [{ bg_color: 'nonsense' }, { bg_color: '#FFFFFF80' }],
      { text_color: '#777' },
      null,
    ],
    [
      'a gradient without stops shows what is below',
      [{ bg_color: '#FFF' }, { gradient: { type: 'linear', angle: 0, stops: [] } }],
      { text_color: '#777' },
      '4.47',
    ],
  ])('%s', (_name, backgrounds, look, ratio) => {
    const messages = issuesIn('contrast', doc([within(backgrounds, words(look))])).map(
      ({ message }) => message,
    )
    expect(messages).toHaveLength(ratio === null ? 0 : 1)
    if (ratio !== null) expect(messages[0]).toContain(`contrast of ${ratio}`)
  })

  test('many gradients over one another are not known, and cost little', () => {
    const stops = Array.from({ length: 200 }, (_, i) => `rgb(${i} ${i} ${i} / 10%)`)
    const gradient = { type: 'linear', angle: 0, stops }
    const deep = within(
      [{ bg_color: '#FFF' }, { gradient }, { gradient }, { gradient }],
      words({ text_color: '#FFF' }),
    )
    expect(issuesIn('contrast', doc([deep]))).toEqual([])
    expect(brief(issuesIn('contrast-unknown', doc([deep])))).toEqual(['warning contrast-unknown words'])
  })

  test('a color may be a token', () => {
    const tokens = { primary_color: '#FFF', colors: { ink: '{colors.grey}', grey: '#777' } }
    const issues = issuesIn(
      'contrast',
      doc([words({ text_color: '$ink', bg_color: 'token:primary_color' })], { tokens }),
    )
    expect(issues[0]?.message).toContain('contrast of 4.47')
    expect(
      issuesIn('contrast', doc([words({ text_color: '$ink', bg_color: '$missing' })], { tokens })),
    ).toEqual([])
  })
})

describe('what has text', () => {
  const look = { text_color: '#FFF', bg_color: '#FFF' }
  test.each<[string, Component, boolean]>([
    ['a text', part('a', { text: 'x', visual: look }), true],
    ['a price', part('a', { visual: { ...look, price: '$5' } }), true],
    ['a price as a number', part('a', { visual: { ...look, price: 5 } }), true],
    ['no text', part('a', { visual: look }), false],
    ['a null text', part('a', { text: null, visual: look }), false],
    ['blanks', part('a', { text: ' \n', visual: look }), false],
    ['an icon', part('a', { visual: { ...look, icon: 'star' } }), false],
  ])('%s', (_name, component, isFound) => {
    expect(issuesIn('contrast', doc([component]))).toHaveLength(isFound ? 1 : 0)
  })
})

describe('the command that would mend it', () => {
  test.each<[string, Visual, readonly string[] | undefined]>([
    ['black on light', { text_color: '#EEE', bg_color: '#FFF' }, ["make #words's text black"]],
    ['white on dark', { text_color: '#222', bg_color: '#14213D' }, ["make #words's text white"]],
    [
      'black on what is nearer to white',
      { text_color: '#757575', bg_color: '#767676' },
      ["make #words's text black"],
    ],
    [
      'white where black has less',
      { text_color: '#757575', bg_color: '#757575' },
      ["make #words's text white"],
    ],
    [
      'none where no single color is enough',
      { text_color: '#777', gradient: { type: 'linear', angle: 0, stops: ['#000', '#FFF'] } },
      undefined,
    ],
  ])('%s', (_name, look, suggestions) => {
    expect(issuesIn('contrast', doc([words(look)]))[0]!.suggestions).toEqual(suggestions)
  })

  test('it mends', () => {
    const before = doc([words({ text_color: '#777', bg_color: '#8A8A8A' })])
    const suggestion = issuesIn('contrast', before)[0]!.suggestions![0]!
    const color = suggestion.endsWith('black') ? '#000000' : '#FFFFFF'
    expect(issuesIn('contrast', doc([words({ text_color: color, bg_color: '#8A8A8A' })]))).toEqual([])
  })
})

describe('only what a change makes worse counts', () => {
  const low = doc([
    part('card', {
      type: 'card',
      visual: { bg_color: '#FFF' },
      children: [words({ text_color: '#999', font_size: 16 })],
    }),
  ])

  test.each<[string, Parameters<typeof issuesAfter>[1], string[]]>([
    ['another property of it', (t, node) => t.write(node('words'), 'text', 'Other words'), []],
    ['a better color that is not enough', (t, node) => t.write(node('words'), 'textColor', '#888888'), []],
    [
      'a worse color',
      (t, node) => t.write(node('words'), 'textColor', '#AAAAAA'),
      ['warning contrast words'],
    ],
    [
      'a background that makes it worse',
      (t, node) => t.write(node('card'), 'background', '#DDDDDD'),
      ['warning contrast words'],
    ],
    ['a background that makes it better', (t, node) => t.write(node('card'), 'background', '#000000'), []],
    ['a stricter limit for the same ratio', (t, node) => t.write(node('words'), 'fontSize', 12), []],
    ['opacity', (t, node) => t.write(node('words'), 'opacity', 0.8), ['warning contrast words']],
  ])('%s', (_name, edit, expected) => {
    expect(brief(issuesAfter(low, edit))).toEqual(expected)
  })

  test('a smaller font can bring the stricter limit', () => {
    const large = doc([words({ text_color: '#949494', bg_color: '#FFF', font_size: 24 })])
    expect(brief(issuesAfter(large, (t, node) => t.write(node('words'), 'fontSize', 20)))).toEqual([
      'warning contrast words',
    ])
  })

  test('so can a lighter font', () => {
    const bold = doc([words({ text_color: '#949494', bg_color: '#FFF', font_size: 20, font_weight: 'bold' })])
    const edit = (weight: unknown) =>
      brief(issuesAfter(bold, (t, node) => t.write(node('words'), 'fontWeight', weight)))
    expect(edit(400)).toEqual(['warning contrast words'])
    expect(edit(900)).toEqual([])
  })

  test('moving into a container changes the background', () => {
    const two = doc([
      part('dark', { type: 'card', visual: { bg_color: '#000' } }),
      words({ text_color: '#222' }),
      part('end'),
    ])
    expect(brief(issuesAfter(two, (t, node) => t.move(node('words'), node('dark'), 0)))).toEqual([
      'warning contrast words',
    ])
  })

  test('a token changes what refers to it, and all that is in there', () => {
    const themed = doc(
      [
        part('card', {
          type: 'card',
          visual: { bg_color: '$primary_color' },
          children: [words({ text_color: '#222' })],
        }),
        part('other'),
      ],
      {
        tokens: { primary_color: '#FFF' },
      },
    )
    expect(brief(issuesAfter(themed, (t) => t.writeToken('primaryColor', '#333333')))).toEqual([
      'warning contrast words',
    ])
    expect(brief(issuesAfter(themed, (t) => t.writeToken('accentColor', '#333333')))).toEqual([])
  })
})

describe('contrast that is not known', () => {
  test('is no issue by default, and can be asked for', () => {
    const plain = doc([words({ bg_color: '#FFF' })])
    const edit = (
      t: Parameters<Parameters<typeof issuesAfter>[1]>[0],
      node: Parameters<Parameters<typeof issuesAfter>[1]>[1],
    ): boolean => t.write(node('words'), 'background', undefined)
    expect(issuesAfter(plain, edit)).toEqual([])
    const bare = doc([words({ text_color: '#000', bg_color: '#FFF' })])
    expect(brief(issuesAfter(bare, edit, {}, { 'contrast-unknown': 'warning' }))).toEqual([
      'warning contrast-unknown words',
    ])
    expect(brief(issuesAfter(plain, edit, {}, { 'contrast-unknown': 'warning' }))).toEqual([])
  })

  test.each<[string, Visual, string | null]>([
    ['no color', { bg_color: '#FFF' }, 'text color'],
    ['no background', { text_color: '#FFF' }, 'background'],
    ['neither, and hidden', { hidden: true }, null],
    ['neither, and invisible', { opacity: 0 }, null],
  ])('%s', (_name, look, missing) => {
    const messages = issuesIn('contrast-unknown', doc([words(look)])).map(({ message }) => message)
    expect(messages).toEqual(
      missing === null ? [] : [`the contrast of #words is unknown: it has no ${missing}`],
    )
  })
})
