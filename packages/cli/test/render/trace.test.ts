import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renderTrace } from '../../src/render/trace.ts'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint } from 'blueprint-command-engine'
import { shopPath } from '../../../../test/support/spawn-blueprint.ts'
import { plainView } from './plain-view.ts'

const shop = JSON.parse(readFileSync(shopPath, 'utf8')) as Blueprint

function linesOf(command: string, reader: 'phrases' | 'patterns' = 'phrases'): string[] {
  return renderTrace(plainView, createEngine({ reader }).run(shop, command).trace)
}

describe('the trace for people', () => {
  test('tells the reading, what lost, and why these components', () => {
    const lines = linesOf('make the hedaer red, hide the second card and remove the link of the first card')
    expect(lines).toEqual(
      expect.arrayContaining([
        'spelling: "hedaer" read as "header"',
        '"make the header red"',
        '  ✓ look: the likeliest reading, cost 2',
        '    ✓ 1.00 header  type header',
        '  "the second card" → product_card_2',
        '    · 0.50 product_card_1  is not number 2',
        '  ✗ delete: "the link of the first card" fits nothing: each of 9 is not inside',
        '  ✓ clear: the first reading that means something here',
      ]),
    )
  })

  test('families that lost for one reason share a line', () => {
    const lines = linesOf('make the header red', 'patterns').filter((line) => line.includes('cannot read'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^ {2}✗ theme, strip, delete, hide, show and \d+ more: cannot read these words/)
  })

  test('says what is not decided, and what is nowhere', () => {
    expect(linesOf('delete the badge')).toContain('  "the badge" → not decided')
    expect(linesOf('delete the flux capacitor')).toContain('  "the flux capacitor" → nothing')
  })

  test('rules stand by what their findings mean', () => {
    const lines = linesOf('make the header red')
    expect(lines.find((line) => line.startsWith('rules, errors: '))).toContain('overlap')
    expect(lines.find((line) => line.startsWith('rules, warnings: '))).toContain('contrast (1 found)')
  })

  test.each([
    'make all buttons except the cart button slightly bigger and move the promo text between the hero and the product list',
    'change the title of the first card to "Boots"',
    'in the footer, make the text bigger',
    'make the hero image bigger sparkly',
    'hide everything',
    'x '.repeat(4000),
    Array.from({ length: 150 }, (_, i) => `make the header ${i + 2}px taller`).join(', '),
  ])('is short, and no wider than the terminal: %.60s', (command) => {
    const lines = linesOf(command)
    expect(lines.length).toBeLessThan(400)
    for (const line of lines) expect([line, line.length <= plainView.columns]).toEqual([line, true])
  })

  test('what could command the terminal is shown as an escape', () => {
    const text = linesOf('hide \u001B[31m the \u202Eheader').join('\n')
    expect(text).not.toContain('\u001B')
    expect(text).not.toContain('\u202E')
  })
})
