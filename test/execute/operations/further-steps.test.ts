import { describe, expect, it } from 'vitest'
import type { Step } from '../../../src/command/step.ts'
import type { Blueprint, Component } from '../../../src/document/blueprint.ts'
import { boxes, find, part, runSteps, screenOf } from '../../support/sound-change.ts'

const card = (n: number, y: number, rest: Partial<Component> = {}): Component =>
  part(`card_${n}`, [16, y, 368, 100], {
    type: 'card',
    text: `Plan ${n}`,
    visual: { bg_color: '#FFFFFF', border_radius: n === 3 ? 12 : 8 },
    children: [
      part(`price_${n}`, [32, y + 40, 100, 24], { role: 'price', text: `$${n},000.50` }),
      part(`buy_${n}`, [32, y + 70, 100, 24], { type: 'link', text: 'Buy' }),
    ],
    ...rest,
  })

const screen: Blueprint = screenOf(
  part('header', [0, 0, 400, 64], {
    type: 'header',
    visual: { bg_color: '#FFFFFF' },
    children: [
      part('logo', [16, 20, 80, 24], { text: 'Shop of Bags', visual: { text_color: '#111827' } }),
      part('cart', [300, 10, 84, 44], {
        type: 'button',
        text: 'Cart',
        visual: { bg_color: '#2563EB', text_color: '#FFFFFF', border_width: 2, shadow: 'md' },
      }),
    ],
  }),
  part('plans', [0, 80, 400, 376], {
    type: 'section',
    visual: { bg_color: '#F3F4F6', padding: 16 },
    children: [card(1, 96), card(2, 216), card(3, 336)],
  }),
  part('footer', [0, 472, 400, 64], {
    type: 'footer',
    visual: { bg_color: '#1E3A8A', border_radius: 4 },
    children: [
      part('note', [16, 490, 200, 24], { text: 'bags, BAGS and Bagsy', visual: { text_color: '#FFFFFF' } }),
    ],
  }),
)

const bare: Blueprint = {
  components: [
    {
      id: 'list',
      type: 'list',
      visual: { gap: 8 },
      children: [1, 2, 3].map((n) => ({ id: `item_${n}`, type: 'list_item', text: `Item ${n}` })),
    },
  ],
}

function done(...steps: Step[]): Blueprint {
  const { after, errors } = runSteps(screen, steps)
  expect(errors).toEqual([])
  return after
}

function refused(step: Step, document = screen): string {
  const { errors, after } = runSteps(document, [step])
  expect(after).toBe(document)
  expect(errors).toHaveLength(1)
  return errors[0]![0]!.code
}

const look = (document: Blueprint, id: string): Record<string, unknown> => ({ ...find(document, id).visual })
const CARDS = ['card_1', 'card_2', 'card_3']

describe('layout', () => {
  it('puts siblings into equal columns of the inner width; what follows moves with them', () => {
    const after = done({ kind: 'layout', targets: CARDS, as: 'grid', columns: 2 })
    const at = boxes(after)
    expect([at['card_1'], at['card_2'], at['card_3']]).toEqual([
      [16, 96, 174, 100],
      [210, 96, 174, 100],
      [16, 216, 174, 100],
    ])
    expect(look(after, 'plans')).toMatchObject({ layout: 'grid', columns: 2 })
  })

  it('stacks what stands side by side; the parent grows and pushes', () => {
    const row = done({ kind: 'layout', targets: ['logo', 'cart'], as: 'column', gap: 8 })
    expect(boxes(row)['cart']![1]).toBe(boxes(row)['logo']![1] + 24 + 8)
    expect(boxes(row)['header']![3]).toBeGreaterThan(64)
    expect(boxes(row)['plans']![1]).toBe(boxes(row)['header']![3] + 16)
  })

  it('is only said where there are no boxes, or for a device', () => {
    const { after } = runSteps(bare, [{ kind: 'layout', targets: ['list'], as: 'row' }])
    expect(look(after, 'list')).toEqual({ gap: 8, layout: 'row' })
    const tablet = done({ kind: 'layout', targets: ['plans'], as: 'column', variant: 'tablet' })
    expect(look(tablet, 'plans')['at']).toEqual({ tablet: { layout: 'column' } })
    expect(boxes(tablet)).toEqual(boxes(screen))
  })

  it('refuses what stands in different containers', () => {
    expect(refused({ kind: 'layout', targets: ['logo', 'card_1'], as: 'row' })).toBe('not-applicable')
  })
})

describe('places', () => {
  it.each([
    ['top right', [304, 96]],
    ['bottom left', [16, 172]],
    ['center', [160, 134]],
  ] as const)('the %s of a container', (at, [x, y]) => {
    const after = done({ kind: 'place-in', targets: ['logo'], at, container: 'card_1' })
    expect(boxes(after)['logo']).toEqual([x, y, 80, 24])
    expect(find(after, 'card_1').children!.map(({ id }) => id)).toContain('logo')
  })

  it('pinned things float at a spot of the screen', () => {
    const after = done({ kind: 'pin', targets: ['cart'], at: 'bottom right' })
    expect(look(after, 'cart')).toMatchObject({ position: 'fixed', pin: 'bottom right' })
    expect(boxes(after)['cart']).toEqual([316, 756, 84, 44])
  })

  it.each([
    ['left', 'right', 220],
    ['center', 'center', 302],
  ] as const)('%s to %s of another', (edge, to, x) => {
    const after = done({ kind: 'align-with', targets: ['logo'], with: 'cart', edge, to })
    expect(boxes(after)['logo']![0]).toBe(edge === 'left' ? 384 : x)
  })

  it('refuses a left edge at a top one', () => {
    expect(refused({ kind: 'align-with', targets: ['logo'], with: 'cart', edge: 'left', to: 'top' })).toBe(
      'value-invalid',
    )
  })
})

describe('distances', () => {
  it('are kept by shifting what comes later', () => {
    const at = boxes(done({ kind: 'distance', targets: CARDS, px: 30 }))
    expect(CARDS.map((id) => at[id]![1])).toEqual([96, 226, 356])
    // The free 4 px below the padding are used first.
    expect(at['plans']![3]).toBe(376 + 16)
    expect(at['footer']![1]).toBe(472 + 16)
  })

  it('to the neighbour on a side, in another container', () => {
    const at = boxes(done({ kind: 'distance', targets: ['header', 'card_1'], px: 50 }))
    expect(at['card_1']![1] - 64).toBe(50)
  })

  it.each([
    [{ px: 40 }, 40],
    [{ by: 4 }, 20],
  ])('above: %j', (amount, expected) => {
    const at = boxes(done({ kind: 'distance', targets: ['plans'], side: 'top', ...amount }))
    expect(at['plans']![1] - 64).toBe(expected)
    expect(at['footer']![1] - (at['plans']![1] + at['plans']![3])).toBe(16)
  })

  it('are the gap of the parent, or margins, where there are no boxes', () => {
    const all = runSteps(bare, [{ kind: 'distance', targets: ['item_1', 'item_2', 'item_3'], px: 20 }])
    expect(look(all.after, 'list')['gap']).toBe(20)
    const two = runSteps(bare, [{ kind: 'distance', targets: ['item_1', 'item_2'], px: 20 }])
    expect(look(two.after, 'item_2')).toEqual({ margin_top: 20 })
  })

  it('are even where first and last stay', () => {
    const uneven = done({ kind: 'shift', targets: ['card_2'], dx: 0, dy: 12 })
    const { after } = runSteps(uneven, [{ kind: 'distribute', targets: CARDS }])
    expect(boxes(after)['card_2']).toEqual(boxes(screen)['card_2'])
  })

  it('need a number', () => {
    expect(refused({ kind: 'distance', targets: CARDS })).toBe('value-invalid')
    expect(refused({ kind: 'distance', targets: CARDS, px: -1 })).toBe('value-invalid')
  })
})

describe('widths and shapes', () => {
  it('as wide as the parent, as the screen, as the text', () => {
    expect(boxes(done({ kind: 'span', targets: ['note'], of: 'parent' }))['note']).toEqual([0, 490, 400, 24])
    expect(boxes(done({ kind: 'span', targets: ['card_1'], of: 'screen' }))['card_1']!.slice(0, 3)).toEqual([
      0, 96, 400,
    ])
    expect(boxes(done({ kind: 'fit', targets: ['note'] }))['note']![2]).toBeLessThan(250)
  })

  it('a circle has equal sides and half of one as radius', () => {
    const after = done({ kind: 'shape', targets: ['cart'], shape: 'circle', px: 56 })
    expect(boxes(after)['cart']!.slice(2)).toEqual([56, 56])
    expect(look(after, 'cart')['border_radius']).toBe(28)
    const small = done({ kind: 'shape', targets: ['cart'], shape: 'square' })
    expect(boxes(small)['cart']!.slice(2)).toEqual([44, 44])
    expect(look(small, 'cart')['border_radius']).toBeUndefined()
  })
})

describe('looks', () => {
  it('outline: nothing inside, line and letters in the former color', () => {
    expect(look(done({ kind: 'look', targets: ['cart'], look: 'outline' }), 'cart')).toEqual({
      bg_color: '#00000000',
      text_color: '#2563EB',
      border_width: 1,
      border_style: 'solid',
      border_color: '#2563EB',
      shadow: 'md',
    })
  })

  it('text only: letters that were seen on the filling alone get its color', () => {
    expect(look(done({ kind: 'look', targets: ['cart'], look: 'text' }), 'cart')).toEqual({
      bg_color: '#00000000',
      text_color: '#2563EB',
      shadow: 'none',
    })
  })

  it.each([
    [undefined, '#3366FF', '#FFFFFF'],
    ['yellow', '#FFFF00', '#000000'],
  ])('filled with %s', (color, filling, letters) => {
    const step: Step = {
      kind: 'look',
      targets: ['cart'],
      look: 'filled',
      ...(color === undefined ? {} : { color }),
    }
    expect(look(done(step), 'cart')).toMatchObject({ bg_color: filling, text_color: letters })
  })

  it('that of another, without its size', () => {
    const after = done({ kind: 'match', targets: ['header'], model: 'footer' })
    expect(look(after, 'header')).toEqual({ bg_color: '#1E3A8A', border_radius: 4 })
    expect(boxes(after)).toEqual(boxes(screen))
  })

  it('alike: what most of them have, and the answer says what', () => {
    const { after, outcomes } = runSteps(screen, [
      { kind: 'match', targets: CARDS, properties: ['borderRadius'] },
    ])
    expect(look(after, 'card_3')['border_radius']).toBe(8)
    expect(outcomes[0]!.notes).toEqual(['The corner radius that most of them have (2 of 3) was taken: 8.'])
  })

  it('more vivid and more muted change chroma', () => {
    const muted = done({ kind: 'saturation', targets: ['cart'], property: 'background', factor: 0 })
    expect(look(muted, 'cart')['bg_color']).toMatch(/^#(..)\1\1$/)
  })
})

describe('states, devices and sides', () => {
  it('have a look of their own; the base look stays', () => {
    const after = done(
      { kind: 'lightness', targets: ['cart'], property: 'background', factor: 0.8, variant: 'hover' },
      { kind: 'set', targets: ['cart'], property: 'hidden', value: true, variant: 'mobile' },
      { kind: 'resize', targets: ['cart'], width: { kind: 'factor', factor: 2 }, variant: 'desktop' },
    )
    const { bg_color: base, states, at } = look(after, 'cart')
    expect(base).toBe('#2563EB')
    expect(states).toEqual({ hover: { bg_color: expect.stringMatching(/^#/) as unknown } })
    expect(at).toEqual({ mobile: { hidden: true }, desktop: { width: 168 } })
    expect(boxes(after)).toEqual(boxes(screen))
  })

  it('lose a look with its last property', () => {
    const hover = { targets: ['cart'], property: 'opacity', variant: 'hover' } as const
    const after = done({ kind: 'set', ...hover, value: 0.5 }, { kind: 'set', ...hover, value: null })
    expect(look(after, 'cart')['states']).toBeUndefined()
  })

  it('say nothing of texts and places', () => {
    expect(refused({ kind: 'set', targets: ['cart'], property: 'text', value: 'x', variant: 'hover' })).toBe(
      'not-applicable',
    )
    expect(refused({ kind: 'adjust', targets: ['cart'], property: 'x', by: 8, variant: 'hover' })).toBe(
      'not-applicable',
    )
  })

  it('one side of a border keeps what is not said of it', () => {
    const first = done({ kind: 'set', targets: ['cart'], property: 'borderBottom', value: { color: 'red' } })
    expect(look(first, 'cart')['border_bottom']).toEqual({ width: 2, style: 'solid', color: '#FF0000' })
    const wider = runSteps(first, [{ kind: 'adjust', targets: ['cart'], property: 'borderBottom', by: 1 }])
    expect(look(wider.after, 'cart')['border_bottom']).toEqual({ width: 3, style: 'solid', color: '#FF0000' })
    const whole = runSteps(first, [{ kind: 'set', targets: ['cart'], property: 'borderWidth', value: 1 }])
    expect(look(whole.after, 'cart')).not.toHaveProperty('border_bottom')
  })

  it('one side of the padding starts from that of all sides', () => {
    const after = done({ kind: 'adjust', targets: ['plans'], property: 'paddingLeft', by: 8 })
    expect(look(after, 'plans')).toMatchObject({ padding: 16, padding_left: 24 })
    const both = runSteps(after, [{ kind: 'adjust', targets: ['plans'], property: 'padding', by: -8 }])
    expect(look(both.after, 'plans')).toMatchObject({ padding: 8, padding_left: 16 })
    const whole = runSteps(after, [{ kind: 'set', targets: ['plans'], property: 'padding', value: 4 }])
    expect(look(whole.after, 'plans')).toEqual({ bg_color: '#F3F4F6', padding: 4 })
  })

  it.each([
    ['letterSpacing', '-2%', 'letter_spacing', -0.32],
    ['lineHeight', '150%', 'line_height', 1.5],
    ['shadow', '0 4px 12px #0000001A', 'shadow', '0 4px 12px #0000001A'],
  ] as const)('%s %s', (property, value, key, stored) => {
    expect(look(done({ kind: 'set', targets: ['note'], property, value }), 'note')[key]).toBe(stored)
  })

  it.each(['0 4px', '4px', '0 4px red blue', 'url(x) 0 0', '0 0 -4px red', '1 2 3 4 5'])(
    'no shadow: %s',
    (value) => {
      const { errors } = runSteps(screen, [{ kind: 'set', targets: ['note'], property: 'shadow', value }])
      expect(errors.length).toBe(value === '0 4px' ? 0 : 1)
    },
  )
})

describe('kinds', () => {
  it('change among those that hold the same', () => {
    const { change, after } = runSteps(screen, [{ kind: 'retype', targets: ['buy_1'], type: 'button' }])
    expect(find(after, 'buy_1')).toEqual({ ...find(screen, 'buy_1'), type: 'button' })
    expect(change.changed).toEqual([{ id: 'buy_1', properties: ['type'] }])
  })

  it.each(['image', 'card', 'input'])('a link becomes no %s', (type) => {
    expect(refused({ kind: 'retype', targets: ['buy_1'], type })).toBe('not-applicable')
  })
})
