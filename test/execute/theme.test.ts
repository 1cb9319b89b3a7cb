import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/command/step.ts'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'
import { hueDistance, isNeutral } from '../../src/document/color-class.ts'
import { chromaAndHue, lightness, parseColor } from '../../src/document/color.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { contrastOf, variantsAround } from '../../src/document/text-contrast.ts'
import { createEngine } from '../../src/index.ts'
import { PresentView } from '../../src/verify/view.ts'
import { find, part, runSteps, screenOf } from '../support/sound-change.ts'

interface Contrast {
  readonly ratio: number
  readonly limit: number
}

/** The contrast of every text whose colors are known, by id and look. */
function contrasts(document: Blueprint): Map<string, Contrast> {
  const index = new DocumentIndex(document)
  const view = new PresentView(index)
  const found = new Map<string, Contrast>()
  for (const node of index.all())
    for (const variant of [null, ...(variantsAround(view, node) ?? [])]) {
      const contrast = contrastOf(view, node, undefined, variant)
      if (contrast.kind === 'known') found.set(`${node.id} ${variant}`, contrast)
    }
  return found
}

/** No text has less contrast than it had, or than WCAG 2.2, 1.4.3 asks for; returns how many were looked at. */
function expectReadable(before: Blueprint, after: Blueprint): number {
  const was = contrasts(before)
  const is = contrasts(after)
  for (const [key, { ratio, limit }] of was) {
    const now = is.get(key)!
    expect([key, now.ratio >= Math.min(ratio, limit) - 1e-9]).toEqual([key, true])
  }
  return was.size
}

const color = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }))
  .map((channels) => `#${channels.map((n) => n.toString(16).padStart(2, '0')).join('')}`.toUpperCase())

const text = (id: string): fc.Arbitrary<Component> =>
  fc.record({
    id: fc.constant(id),
    type: fc.constant('text'),
    text: fc.constant('Hello'),
    visual: fc.record(
      {
        text_color: color,
        bg_color: color,
        font_size: fc.constantFrom(12, 30),
        states: fc.record({ hover: fc.record({ bg_color: color, text_color: color }, { requiredKeys: [] }) }),
      },
      { requiredKeys: ['text_color'] },
    ),
  })

const card = (id: string): fc.Arbitrary<Component> =>
  fc.record({
    id: fc.constant(id),
    type: fc.constant('card'),
    visual: fc.record(
      {
        bg_color: color,
        border_bottom: fc.record({ color }),
        at: fc.record({ mobile: fc.record({ bg_color: color }) }),
      },
      { requiredKeys: [] },
    ),
    children: fc.tuple(text(`${id}_a`), text(`${id}_b`)),
  })

/** Everything stands on a background that is opaque, so every contrast is known. */
const colored: fc.Arbitrary<Blueprint> = fc.record({
  tokens: fc.record({ primary_color: color, accent_color: color, colors: fc.record({ brand: color }) }),
  components: fc.tuple(
    fc.record({
      id: fc.constant('page'),
      type: fc.constant('container'),
      visual: fc.record({ bg_color: color }),
      children: fc.tuple(card('one'), card('two')),
    }),
  ),
})

function run(document: Blueprint, step: Step): Blueprint {
  const { status, blueprint } = createEngine().run(document, [step])
  expect(status).toBe('applied')
  return blueprint
}

describe('a theme', () => {
  it('keeps every text on opaque colors readable, in all its looks', () => {
    fc.assert(
      fc.property(colored, fc.constantFrom('dark' as const, 'light' as const), (document, mode) => {
        expectReadable(document, run(document, { kind: 'theme', mode }))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps hues, and neutrals neutral', () => {
    fc.assert(
      fc.property(color, (background) => {
        const document = { components: [{ id: 'a', type: 'card', visual: { bg_color: background } }] }
        for (const mode of ['dark', 'light'] as const) {
          const { components } = run(document, { kind: 'theme', mode })
          const [was, is] = [parseColor(background)!, parseColor(components[0]!.visual!.bg_color!)!]
          // Rounding to 8 bits gives and takes a little.
          if (isNeutral(was)) expect(chromaAndHue(is).chroma).toBeLessThan(0.04)
          // In nearly black and nearly white 8 bits a channel hold few hues, and none is seen.
          else if (chromaAndHue(is).chroma > 0.02 && lightness(is) > 0.15)
            expect(hueDistance(was, is)).toBeLessThan(2)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('turns components and tokens, literal colors alone, as one change that can be undone', () => {
    const document: Blueprint = {
      tokens: { primary_color: '#1D4ED8', accent_color: '$primary_color', colors: { ink: '#111111' } },
      components: [
        part('page', [0, 0, 100, 100], {
          visual: { bg_color: '#FFFFFF', border_color: '$primary_color' },
          children: [part('a', [0, 0, 10, 10], { text: 'A', visual: { text_color: '#000000' } })],
        }),
      ],
    }
    const { after, change } = runSteps(document, [{ kind: 'theme', mode: 'dark' }])
    expect(find(after, 'page').visual).toEqual({ bg_color: '#000000', border_color: '$primary_color' })
    expect(find(after, 'a').visual).toEqual({ text_color: '#FFFFFF' })
    expect(after.tokens!.accent_color).toBe('$primary_color')
    expect(after.tokens!['colors']).not.toEqual({ ink: '#111111' })
    expect(change.patches.map(({ path }) => path)).toContain('/tokens/colors/ink')
  })

  it('is refused where nothing states a color, and does nothing where it is so', () => {
    const bare: Blueprint = { components: [{ id: 'a', type: 'text', text: 'A' }] }
    expect(runSteps(bare, [{ kind: 'theme', mode: 'dark' }]).errors[0]![0]!.code).toBe('not-applicable')
    const white = screenOf(part('a', [0, 0, 10, 10], { visual: { bg_color: '#FFFFFF' } }))
    expect(runSteps(white, [{ kind: 'theme', mode: 'light' }]).after).toBe(white)
  })

  const screens = new URL('../../../shared/data/screens/screens.jsonl', import.meta.url)
  it.skipIf(!existsSync(screens))(
    'keeps the texts of 400 real screens readable (skipped: no screens here)',
    () => {
      const documents = readFileSync(screens, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => dressed(JSON.parse(line) as Blueprint))
      let texts = 0
      for (const document of documents)
        texts += expectReadable(document, run(document, { kind: 'theme', mode: 'dark' }))
      expect(documents).toHaveLength(400)
      expect(texts).toBeGreaterThan(2000)
    },
  )
})

const PALETTE = ['#FFFFFF', '#F3F4F6', '#2563EB', '#FDE68A', '#16A34A', '#111827', '#FEE2E2', '#7C3AED']

/** The real screens state no colors: they get some, always the same ones, by where things stand. */
function dressed(document: Blueprint): Blueprint {
  let count = 0
  const dress = (component: Component): Component => {
    const n = count++
    const isText = component.text !== undefined && component.text !== null
    const visual = {
      ...component.visual,
      ...(isText ? { text_color: PALETTE[(n * 5 + 5) % 8]! } : {}),
      ...(n % 3 === 0 || component.children !== undefined ? { bg_color: PALETTE[(n * 3) % 8]! } : {}),
    }
    const children = component.children?.map(dress)
    return { ...component, visual, ...(children === undefined ? {} : { children }) }
  }
  const page: Component = {
    id: 'page',
    type: 'container',
    visual: { bg_color: '#FFFFFF' },
    children: document.components.map(dress),
  }
  return { ...document, components: [page] }
}

describe('a scheme', () => {
  it('turns the hue of the theme’s colors wherever they are; neutrals stay', () => {
    const document = screenOf(
      part('page', [0, 0, 400, 800], {
        visual: { bg_color: '#F3F4F6' },
        children: [
          part('go', [0, 0, 100, 44], { text: 'Go', visual: { bg_color: '#1E40AF', text_color: '#FFFFFF' } }),
          part('stop', [0, 60, 100, 44], { visual: { bg_color: '#DC2626' } }),
        ],
      }),
    )
    const { after } = runSteps(document, [{ kind: 'scheme', color: 'green' }])
    const { bg_color: background } = find(after, 'go').visual!
    expect(hueDistance(parseColor(background!)!, parseColor('green')!)).toBeLessThan(2)
    expect(find(after, 'page').visual).toEqual(find(document, 'page').visual)
    expect(find(after, 'stop').visual).toEqual({ bg_color: '#DC2626' })
    expectReadable(document, after)
  })
})

describe('a color is replaced', () => {
  const document = screenOf(
    part('a', [0, 0, 10, 10], { visual: { bg_color: '#2563EB80', text_color: '#1D4ED8' } }),
    part('b', [0, 20, 10, 10], {
      visual: {
        gradient: { type: 'linear', angle: 90, stops: ['#2563EB', '#FFFFFF'] },
        states: { hover: { bg_color: '#2563EB' } },
      },
    }),
  )

  it('in all its shades and places, alpha as it was', () => {
    const { after } = runSteps(document, [{ kind: 'recolor', from: 'blue', to: 'red' }])
    expect(find(after, 'a').visual).toEqual({ bg_color: '#FF000080', text_color: '#FF0000' })
    expect(find(after, 'b').visual).toEqual({
      gradient: { type: 'linear', angle: 90, stops: ['#FF0000', '#FFFFFF'] },
      states: { hover: { bg_color: '#FF0000' } },
    })
    expect(after.tokens!.primary_color).toBe('#FF0000')
  })

  it('in some components only', () => {
    const { after } = runSteps(document, [{ kind: 'recolor', from: '#2563EB', to: 'red', targets: ['b'] }])
    expect(find(after, 'a')).toBe(find(document, 'a'))
    expect(after.tokens).toBe(document.tokens)
  })

  it('not where there are several clearly different ones: they are asked about', () => {
    const two = screenOf(
      part('a', [0, 0, 10, 10], { visual: { bg_color: '#0000FF' } }),
      part('b', [0, 20, 10, 10], { visual: { bg_color: '#93C5FD' } }),
    )
    const answer = createEngine().run(two, [{ kind: 'recolor', from: 'blue', to: 'navy' }])
    expect(answer.status).toBe('clarify')
    expect(answer.issues[0]!.candidates).toEqual(expect.arrayContaining(['#0000FF', '#93C5FD']))
    const every = createEngine().run(two, [{ kind: 'recolor', from: 'blue', to: 'navy', every: true }])
    expect(every.status).toBe('applied')
  })

  it('not where there is none, or it is none', () => {
    for (const from of ['yellow', 'flurbl'])
      expect(runSteps(document, [{ kind: 'recolor', from, to: 'red' }]).errors).toHaveLength(1)
  })
})
