import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, Blueprint, Issue, IssueCode } from '../../src/index.ts'
import { ownCorpus } from '../support/corpus-case.ts'

const shop = JSON.parse(
  readFileSync(new URL('../../examples/shop.json', import.meta.url), 'utf8'),
) as Blueprint
const engine = createEngine()

function errorsOf({ issues }: Answer): readonly Issue[] {
  return issues.filter(({ severity }) => severity === 'error')
}

/** What every refusal promises, whatever was said. */
function expectHelpful(document: Blueprint, command: string, answer: Answer): void {
  for (const { message, suggestions = [] } of errorsOf(answer)) {
    expect([command, message.length < 400]).toEqual([command, true])
    expect(suggestions.length).toBeLessThanOrEqual(3)
    expect(new Set(suggestions).size).toBe(suggestions.length)
    for (const suggestion of suggestions)
      expect([command, suggestion, engine.run(document, suggestion).status]).toEqual([
        command,
        suggestion,
        'applied',
      ])
  }
}

/** A wrong command; the code and the message; the words that are marked; the commands that are given. */
type Wrong = readonly [string, IssueCode, string | RegExp, string | null, readonly string[]]

const ANYTHING = ['make the header bigger', 'make the search red', 'move the search down']

const WRONG: readonly Wrong[] = [
  ['asdf qwer', 'not-understood', '"asdf", "qwer" are not known', 'asdf qwer', ANYTHING],
  ['undo', 'session-needed', /"undo" works in a session/, 'undo', []],
  ['please undo that', 'session-needed', /"undo" works in a session/, 'undo that', []],
  ['redo', 'session-needed', /"redo" works in a session/, 'redo', []],
  ['1234', 'reference-ambiguous', /^"it" refers to something said before/, '1234', []],
  [
    'I would love the logo sparkly',
    'not-understood',
    '"sparkly" is not known',
    'sparkly',
    ['make the logo bigger', 'make the logo red', 'make the logo bold'],
  ],
  [
    'hide the promo text, I would love the logo sparkly',
    'not-understood',
    '"sparkly" is not known',
    'sparkly',
    [
      'hide the promo text, make the logo bigger',
      'hide the promo text, make the logo red',
      'hide the promo text, make the logo bold',
    ],
  ],
  [
    'strike through the old price',
    'reference-unknown',
    '"the old price" fits nothing: each of 4 is not called "old"',
    'the old price',
    ['strike through #product_price_1', 'strike through #product_price_2', 'strike through #product_price_3'],
  ],
  [
    'make the header sparkly',
    'not-understood',
    '"sparkly" is not known',
    'sparkly',
    ['make the header bigger', 'make the header red', 'make the header bold'],
  ],
  [
    'make the header red sparkly',
    'not-understood',
    '"sparkly" was not understood after "make the header red"',
    'sparkly',
    ['make the header red'],
  ],
  [
    'make the header blurple',
    'not-understood',
    '"blurple" is not known',
    'blurple',
    ['make the header purple', 'make the header bigger', 'make the header red'],
  ],
  [
    'make everythng rd',
    'not-understood',
    '"everythng", "rd" are not known',
    'everythng rd',
    ['make everything red'],
  ],
  [
    'animate the subscribe button',
    'out-of-scope',
    /animations and transitions/,
    'animate the subscribe button',
    [],
  ],
  [
    'set the width of the logo to banana',
    'not-understood',
    '"banana" is not known',
    'banana',
    ['set the width of the logo to 24px', 'set the width of the logo to 50%', 'make the logo bigger'],
  ],
  [
    'add a wobbler to the hero',
    'not-understood',
    '"wobbler" is not known',
    'wobbler',
    ['add a button to the hero', 'add a text to the hero', 'add a badge to the hero'],
  ],
  [
    'rename the header',
    'not-understood',
    /^"rename the header" is not finished/,
    'rename the header',
    ['rename the header to "Hello"'],
  ],
  [
    'move the header',
    'not-understood',
    /is not finished/,
    'move the header',
    ['move the header to the top', 'move the header down'],
  ],
  [
    'set the font size of the header to',
    'not-understood',
    /is not finished/,
    'set the font size of the header to',
    ['set the font size of the header to 24px', 'make the header bigger', 'make the header red'],
  ],
  [
    'add',
    'not-understood',
    /is not finished/,
    'add',
    ['add a button', 'add a text "Hello"', 'add the header'],
  ],
  [
    '#hero_title',
    'not-understood',
    /is not finished/,
    '#hero_title',
    ['make #hero_title bigger', 'make #hero_title red', 'make #hero_title bold'],
  ],
  ['mach den Header rot', 'out-of-scope', /other languages than English/, 'mach den Header rot', []],
  ['haz el encabezado rojo', 'out-of-scope', /other languages than English/, 'haz el encabezado rojo', []],
  [
    'ヘッダーを赤くして',
    'not-understood',
    /is not known: commands are English$/,
    'ヘッダーを赤くして',
    ANYTHING,
  ],
  [
    'сделай шапку красной',
    'not-understood',
    /are not known: commands are English$/,
    'сделай шапку красной',
    ANYTHING,
  ],
  ['make it pop', 'unmeasurable', /^"pop" cannot be measured/, 'make it pop', []],
  [
    'make the hero nicer',
    'unmeasurable',
    /^"nicer" cannot be measured/,
    'make the hero nicer',
    ['make the hero bigger', 'make the hero bold', 'make the hero darker'],
  ],
  ['🎉🎉🎉', 'command-empty', /no words that say what to do/, null, ANYTHING],
  ['please', 'command-empty', /no words that say what to do/, null, ANYTHING],
  ['   ', 'command-empty', /got an empty text/, null, []],
  [
    'delete the flux capacitor',
    'reference-unknown',
    'nothing in the document fits "the flux capacitor"; there is, for example, the header, the search, the nav',
    'the flux capacitor',
    [],
  ],
  [
    'move the header below the flux capacitor',
    'reference-unknown',
    /"the flux capacitor"/,
    'the flux capacitor',
    [],
  ],
  [
    'make it bigger',
    'reference-ambiguous',
    /^"it" refers to something said before, but nothing was/,
    'it',
    ['make #header bigger', 'make #search_field bigger', 'make #category_nav bigger'],
  ],
  [
    'hide #hero_titel',
    'reference-unknown',
    'there is no component with the id "hero_titel"',
    '#hero_titel',
    ['hide #hero_title', 'hide #hero_subtitle', 'hide #hero_image'],
  ],
  [
    'delete the seventh card',
    'reference-unknown',
    '"the seventh card" asks for number 7, but there are only 4',
    'the seventh card',
    ['delete #product_card_1', 'delete #product_card_2', 'delete #product_card_3'],
  ],
  [
    'delete the badge',
    'reference-ambiguous',
    '"the badge" fits 2 components',
    'the badge',
    ['delete #product_badge_1', 'delete #product_badge_3'],
  ],
  [
    'set the font size of the hero title to 0px',
    'value-invalid',
    /expected a number from 1 to 1000000, got the number 0/,
    'set the font size of the hero title to 0px',
    [
      'set the font size of the hero title to 100px',
      'set the font size of the hero title to 50px',
      'set the font size of the hero title to 10px',
    ],
  ],
  [
    'make the logo bigger than the hero',
    'not-understood',
    '"than the hero" was not understood after "make the logo bigger"',
    'than the hero',
    ['make the logo bigger'],
  ],
  [
    'change the hero title text to',
    'not-understood',
    /is not finished/,
    'change the hero title text to',
    [
      'change the hero title to text',
      'change the hero title text to "Hello"',
      'change the hero title text to 24px',
    ],
  ],
  [
    'hide everything except the unicorn',
    'reference-unknown',
    /^nothing in the document fits "unicorn"/,
    'unicorn',
    [],
  ],
  [
    'make the logo -50px wide',
    'value-invalid',
    /A size cannot become -50px/,
    'make the logo -50px wide',
    ['make the logo 50px wide', 'make the logo 100px wide', 'make the logo 10px wide'],
  ],
]

test.each(WRONG)(
  '%s: what is wrong with it, where, and what would do',
  (command, code, message, marked, suggestions) => {
    const answer = engine.run(shop, command)
    expect(['rejected', 'clarify']).toContain(answer.status)
    expect(answer.blueprint).toBe(shop)
    const [issue, ...others] = errorsOf(answer)
    expect(others).toEqual([])
    expect(issue!.code).toBe(code)
    if (typeof message === 'string') expect(issue!.message).toBe(message)
    else expect(issue!.message).toMatch(message)
    const { span } = issue!
    expect(span === undefined ? null : command.slice(span.start, span.end)).toBe(marked)
    expect(issue!.suggestions ?? []).toEqual(suggestions)
    expectHelpful(shop, command, answer)
  },
)

it('gives whole commands where only one part was not understood', () => {
  const { issues } = engine.run(shop, 'hide the promo text, make the header blurple and center the logo')
  expect(issues.flatMap(({ suggestions }) => suggestions ?? [])[0]).toBe(
    'hide the promo text, make the header purple and center the logo',
  )
})

it('gives commands for each part where several were not understood', () => {
  const answer = engine.run(shop, 'make the header blurple, wibble the logo')
  const issues = errorsOf(answer)
  expect(issues.map(({ message }) => message)).toEqual(['"blurple" is not known', '"wibble" is not known'])
  expect(issues.map(({ suggestions }) => suggestions![0])).toEqual([
    'make the header purple',
    'make the logo bigger',
  ])
  expectHelpful(shop, 'two parts', answer)
})

it('does not count what it tries', () => {
  const fresh = createEngine()
  fresh.run(shop, 'make the header blurple')
  const { size } = fresh.stats().cache
  expect(size).toBeLessThanOrEqual(7)
  expect(fresh.run(shop, 'make the header purple').cache).toBe('miss')
})

/** As long as a command may be, in many ways. */
const LONG = [
  'x'.repeat(9_999),
  'x '.repeat(4_999),
  `make the ${'very '.repeat(1_900)}red`,
  `delete the ${'flux '.repeat(1_900)}`,
  `replace "${'a'.repeat(9_000)}" with`,
  `rename "${'a b '.repeat(2_000)}" to "x"`,
  `hide #${'a'.repeat(200)}`,
  `hide #${'a'.repeat(9_000)}`,
  `make the header ${'blurple'.repeat(1_300)}`,
  `make the header ${'blurple '.repeat(1_100)}`,
  `make the badge ${'bigger and '.repeat(900)}red`,
  'please '.repeat(1_300),
  '🎉'.repeat(4_000),
  'ヘッダー'.repeat(2_000),
  `set the opacity of the hero to ${'9'.repeat(5_000)}`,
  `set the width of the logo to ${'-5px '.repeat(1_000)}`,
  `make it ${'pop '.repeat(2_000)}`,
  'why is '.repeat(1_200),
  `set the text of the badge to "${'é'.repeat(9_000)}"`,
  'the header, '.repeat(800),
  'y'.repeat(10_001),
]

test.each(LONG)('a long command is never repeated: %.40s', (command) => {
  const answer = engine.run(shop, command)
  expect(['rejected', 'clarify']).toContain(answer.status)
  for (const { message } of answer.issues) expect(message.length).toBeLessThan(400)
  for (const { readings } of answer.trace.clauses)
    for (const { reason } of readings) expect(reason.length).toBeLessThan(400)
  expectHelpful(shop, command.slice(0, 40), answer)
})

describe('what the corpus refuses is refused with help', () => {
  test.each(ownCorpus().map((file) => [file.name, file] as const))('%s', (_, { cases, document }) => {
    const refused = cases.filter(({ expect: status }) => status !== 'applied')
    expect(refused.length).toBeGreaterThan(0)
    for (const kase of refused)
      expectHelpful(document(kase), kase.command, engine.run(document(kase), kase.command))
  })
})
