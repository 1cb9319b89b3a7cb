import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renderChanges } from '../../src/render/changes.ts'
import { createPalette } from '../../src/render/palette.ts'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint, Step } from 'blueprint-command-engine'
import { plainView } from './plain-view.ts'

const shop = JSON.parse(
  readFileSync(new URL('../../../../examples/shop.json', import.meta.url), 'utf8'),
) as Blueprint
const engine = createEngine()

function changes(command: string | readonly Step[], document = shop, view = plainView): string[] {
  const answer = engine.run(document, command)
  expect(answer.status).toBe('applied')
  return renderChanges(view, document, answer)
}

describe('renderChanges', () => {
  test('shows a property before and after', () => {
    expect(changes('make the header red')).toEqual([
      '~ header  header with "Fern & Field"',
      '    background  #FFFFFF → #FF0000',
    ])
  })

  test('shows what is new, absent or taken away in words', () => {
    expect(changes('hide the promo text').at(-1)).toBe('    visibility  shown → hidden')
    expect(changes('make the logo italic').at(-1)).toBe('    font style  not set → italic')
    expect(changes('change the logo to "Fern"').at(-1)).toBe('    text  "Fern & Field" → "Fern"')
  })

  test('shows a gradient, with patches of its colours where they can be shown', () => {
    const [, row] = changes('give the hero a gradient from red to blue')
    expect(row).toBe('    gradient  not set → linear 180° #FF0000 to #0000FF')
    const view = { palette: createPalette('true'), columns: 80 }
    expect(changes('give the hero a gradient from red to blue', shop, view)[1]).toContain('48;2;0;0;255')
  })

  test('components that changed alike share their rows', () => {
    expect(changes('make all badges pink')).toEqual([
      '~ product_badge_1  badge "New"',
      '~ product_badge_3  badge "-20%"',
      '    background  #FEF3C7 → #FFC0CB',
    ])
  })

  test('names the place before and after, and gathers who only followed', () => {
    const lines = changes('move the newsletter above the hero')
    expect(lines.slice(0, 2)).toEqual([
      '~ newsletter  section with "10% off your first order"',
      '    place       7 of 8 → 4 of 8 at top level',
    ])
    expect(lines.filter((line) => line.startsWith('↕'))).not.toEqual([])
    expect(lines.length).toBeLessThan(10)
    const [, place] = changes('move the logo into the hero')
    expect(place).toMatch(/^ {4}place {2,}1 of 2 in header → \d of \d in hero$/)
  })

  test('counts what is inside new and deleted components', () => {
    expect(changes('delete the second card')[0]).toBe(
      '- product_card_2  product_card with "Canvas tote"  deleted with 5 components inside',
    )
    expect(changes('duplicate the second card')[0]).toMatch(
      /^\+ \S+ {2}product_card with "Canvas tote" {2}new with 5 components inside, 4 of 6 in product_list$/,
    )
  })

  test('shows the theme', () => {
    expect(changes('change the primary color to teal')).toEqual([
      '~ theme',
      '    primary color  #14532D → #008080',
    ])
  })

  test('is short for thousands of changes', () => {
    const many: Blueprint = {
      components: Array.from({ length: 3000 }, (_, i) => ({
        id: `item_${i}`,
        type: 'button',
        text: `${i}`,
        visual: { padding: i },
      })),
    }
    const lines = changes('more padding on all buttons', many)
    expect(lines.length).toBeLessThan(100)
    expect(lines.at(-1)).toBe('… 2970 more components; --json lists all')
  })
})
