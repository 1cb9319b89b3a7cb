import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyPatch, createEngine } from '../src/index.ts'
import type { Blueprint } from '../src/index.ts'

/** The ten commands that the engine was founded to succeed at. */
const STANDARD = [
  'Make the first card red',
  'Increase the size of all buttons',
  "Change the text of the second text to 'Hello World'",
  'Move all cards to the right by 16px',
  'Make the third button blue and larger',
  'Add padding to all cards',
  'Change text color to white on all dark cards',
  'Align all buttons to center',
  "Make the header's background a gradient from blue to purple",
  'Increase font size for all text components',
] as const

function twentyComponents(): Blueprint {
  const row = (i: number): number => 80 + i * 100
  const cards = Array.from({ length: 6 }, (_, i) => ({
    id: `card_${i + 1}`,
    type: 'card',
    text: `Card ${i + 1}`,
    bbox: [16, row(i), 300, 80] as const,
    visual: {
      bg_color: i % 2 === 0 ? '#FFFFFF' : '#111827',
      text_color: i % 2 === 0 ? '#111827' : '#E5E7EB',
      font_size: 16,
      padding: 8,
    },
  }))
  const texts = Array.from({ length: 8 }, (_, i) => ({
    id: `text_${i + 1}`,
    type: 'text',
    text: `Text ${i + 1}`,
    bbox: [16, row(6 + i), 300, 24] as const,
    visual: { text_color: '#111827', font_size: 14 },
  }))
  const buttons = Array.from({ length: 5 }, (_, i) => ({
    id: `button_${i + 1}`,
    type: 'button',
    text: `Button ${i + 1}`,
    bbox: [16, row(14 + i), 120, 48] as const,
    visual: { bg_color: '#E5E7EB', text_color: '#111827', font_size: 15 },
  }))
  const header = {
    id: 'header',
    type: 'header',
    text: 'Standard',
    bbox: [0, 0, 390, 64] as const,
    visual: { bg_color: '#FFFFFF', text_color: '#111827', font_size: 20 },
  }
  return {
    screen_id: 'standard',
    tokens: { primary_color: '#2563EB' },
    components: [header, ...cards, ...texts, ...buttons],
  }
}

const documents: readonly (readonly [string, Blueprint])[] = [
  ['twenty components', twentyComponents()],
  ['the shop example', JSON.parse(readFileSync('examples/shop.json', 'utf8')) as Blueprint],
]

describe.each(documents)('the ten standard commands on %s', (_name, blueprint) => {
  it.each(STANDARD)('%s', (command) => {
    const answer = createEngine().run(blueprint, command)
    expect({
      status: answer.status,
      errors: answer.issues.filter(({ severity }) => severity === 'error'),
    }).toEqual({
      status: 'applied',
      errors: [],
    })
    expect(answer.patches.length).toBeGreaterThan(0)
    expect(applyPatch(blueprint, answer.patches)).toEqual(answer.blueprint)
    expect(JSON.stringify(applyPatch(answer.blueprint, answer.inverse))).toBe(JSON.stringify(blueprint))
  })
})

/** Ten commands that mean something on most phone screens. */
const SIMPLE = [
  'make the first text red',
  'make all icons bigger',
  'delete the first text',
  'hide the last icon',
  'duplicate the first button',
  'swap the first text and the last text',
  'add a button that says "Go" below the first text',
  'move the first icon to the top',
  'make everything smaller',
  'wrap the first text in a card',
] as const

const SCREENS = '../shared/data/screens/screens.jsonl'

describe('real screens', () => {
  it.skipIf(!existsSync(SCREENS))(
    'take ten simple commands, or refuse them with a reason, and every promise holds (needs ../shared/data/screens)',
    () => {
      const screens = readFileSync(SCREENS, 'utf8').split('\n').filter(Boolean)
      expect(screens).toHaveLength(400)
      for (const line of screens) {
        const blueprint = JSON.parse(line) as Blueprint
        const engine = createEngine()
        for (const command of SIMPLE) {
          const answer = engine.run(blueprint, command)
          if (answer.status === 'applied') {
            expect(applyPatch(blueprint, answer.patches), command).toEqual(answer.blueprint)
          } else {
            expect(answer.blueprint).toBe(blueprint)
            expect(
              answer.issues.some(({ severity, message }) => severity === 'error' && message !== ''),
            ).toBe(true)
          }
          expect(JSON.stringify(applyPatch(answer.blueprint, answer.inverse)), command).toBe(normalized(line))
          expect(answer.json).toBe(JSON.stringify(answer.blueprint))
        }
        expect(JSON.stringify(blueprint)).toBe(normalized(line))
      }
    },
    60_000,
  )
})

function normalized(line: string): string {
  return JSON.stringify(JSON.parse(line))
}
