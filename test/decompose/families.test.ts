import { describe, expect, it, test } from 'vitest'
import type { Reading } from '../../src/decompose/clause.ts'
import { Cursor } from '../../src/decompose/cursor.ts'
import type { Before } from '../../src/decompose/intents/family.ts'
import { families } from '../../src/decompose/intents/registry.ts'
import { lex } from '../../src/decompose/lexeme.ts'
import { readCommand } from '../../src/decompose/read-command.ts'
import { endsClause } from '../../src/decompose/read/ends-clause.ts'
import { tokenize } from '../../src/decompose/tokenize.ts'

function read(text: string): Reading {
  return readCommand(text, 200)
}

/** Names of the families that can read one of the clauses of a reading. */
function readersOf({ clauses }: Reading): string[] {
  return clauses.flatMap((clause) => [clause.family, ...clause.alternatives().map(({ family }) => family)])
}

/** Whether a family by itself reads a whole text as one clause, in the strict or the looser way. */
function readsAlone(name: string, text: string, before: Before | null): boolean {
  const family = families.find((one) => one.name === name)!
  const lexemes = lex(tokenize(text))
  return [false, true].some((lenient) => {
    const cursor = new Cursor(text, lexemes, 0, lenient)
    return family.read(cursor, before) !== null && endsClause(cursor) && cursor.atEnd
  })
}

/** What was said before, for the families that go on with it. */
const AFTER: Readonly<Record<string, Before>> = Object.fromEntries(
  [
    'make the title bigger',
    'make the title of the first card bigger',
    'move the title to the top',
    'set the width of the logo to 80px',
    'add a button',
    'the badge is not needed, remove',
  ].map((text) => {
    const [clause] = read(text).clauses
    if (clause === undefined) throw new Error(`expected a clause in ${text}`)
    return [text, { wish: clause.wish, family: clause.family }]
  }),
)

it('names are unique, and each family says what it does', () => {
  const names = families.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { about, examples } of families) {
    expect(about).toMatch(/^[A-Z].*\.$/)
    expect(examples.length).toBeGreaterThan(0)
  }
})

describe.each(families.map((family) => [family.name, family] as const))('%s', (name, { examples }) => {
  test.each(examples)('reads its example: %s', (example) => {
    const reading = read(example)
    expect(reading.unread).toEqual([])
    expect(readersOf(reading)).toContain(name)
  })

  test.each(examples)('reads it in capitals, politely and with a full stop: %s', (example) => {
    const isQuoted = /["“]/.test(example)
    const variants = [
      `${example}.`,
      `${example} please`,
      `please ${example}`,
      `can you ${example}?`,
      ...(isQuoted ? [] : [example.toUpperCase()]),
    ]
    for (const variant of variants)
      expect([variant, read(variant).unread, readersOf(read(variant)).includes(name)]).toEqual([
        variant,
        [],
        true,
      ])
  })
})

/** What a family must leave to others or to nobody; with what was said before where that matters. */
const NOT: Readonly<Record<string, readonly string[]>> = {
  theme: [
    'set the color of the title to navy',
    'make the header blue',
    'set the corner radius of the card to 12px',
    'primary button bigger',
    'set the primary color',
    'set the primary color to bigger',
    'more padding for the header',
    'increase the spacing of the cards',
  ],
  strip: [
    'remove the link',
    'delete the header',
    'remove both badges',
    'hide the text',
    'remove the blue button',
    'take the border',
    'make the border smaller',
  ],
  'strip-field': [
    'remove the link',
    'remove the border of the card',
    'make the image of the card bigger',
    'delete the header',
    'hide both images',
    'take the icon of the button',
  ],
  delete: [
    'delete',
    'remove the underline from the link to the map',
    'delete to the left',
    'the divider delete bigger',
    'make the divider gone',
    'hide the divider',
  ],
  hide: [
    'hide',
    'show the banner',
    'hide bigger',
    'make the banner hidden',
    'banner hide red',
    'hide the banner blue',
  ],
  show: [
    'show',
    'hide the banner',
    'show bigger',
    'unhide',
    'make the banner visible',
    'the banner shows a map',
  ],
  swap: [
    'swap',
    'swap the title',
    'swap the title and',
    'move the title and the subtitle',
    'the title and the subtitle',
    'swap red and blue to the left',
  ],
  duplicate: [
    'duplicate',
    'copy',
    'add a copy',
    'make the title copy',
    'the second copy',
    'duplicate bigger',
  ],
  wrap: [
    'wrap',
    'group',
    'wrap the title',
    'put the title in the container',
    'put the title below a container',
    'wrap the title in red',
    'move the title in a container',
  ],
  rename: [
    'rename',
    'rename the title',
    'rename to "Home"',
    'call the title',
    'name the title',
    'call the button that says "Home"',
    'call "Home"',
    'name the title Home',
    'change the title to "Home"',
  ],
  replace: [
    'replace',
    'replace the title',
    'replace with "Home"',
    'swap the title with the subtitle',
    'swap "Buy" and "Sell"',
    'set the text of the title with "Home"',
    'replace the title "Home"',
  ],
  write: [
    'write',
    'write the header',
    'write "Welcome"',
    'put the title in the header',
    'write bigger in the header',
    'write "Welcome" to',
  ],
  link: [
    'link',
    'link the logo',
    'link the logo to the footer',
    'link the logo and the footer',
    'the logo should lead to the footer',
    'make the logo open',
    'link "Contact" in the footer',
  ],
  align: [
    'align',
    'align the title',
    'center',
    'move the title left',
    'the title left',
    'align the title bigger',
    'justify',
  ],
  increase: [
    'increase',
    'increase the',
    'make the title bigger',
    'the font size of the title by 4px',
    'increase by 4px to the left',
    'double',
    'reduce red',
  ],
  effect: [
    'darken',
    'widen',
    'make the header darker',
    'underline',
    'darker header',
    'bold',
    'the header darken it',
  ],
  set: [
    'set',
    'set the title',
    'set the width of the logo',
    'set the width of the logo to',
    'set 112px',
    'set to 112px',
    'change red to',
    'move the title to 20px',
  ],
  use: [
    'use',
    'use Georgia',
    'use the title',
    'Georgia for the title',
    'use Georgia for',
    'make the title Georgia',
  ],
  give: [
    'give',
    'give the cards',
    'give a shadow',
    'add a button',
    'give the cards a button',
    'put the title above the map',
    'give the cards bigger than the',
  ],
  add: [
    'add',
    'add below the title',
    'add 8px padding to the header',
    'add bold',
    'insert the',
    'move a button below the title',
    'put the title below the map',
  ],
  move: [
    'move',
    'move the footer',
    'move to the top',
    'move the footer red',
    'put a heading above the map',
    'move 20px',
    'the footer to the top',
  ],
  make: [
    'make',
    'make the title',
    'make bigger',
    'bigger title',
    'make red',
    'make the title below the map',
    'set the title bigger',
  ],
  topic: [
    'in the footer',
    'for the title',
    'make the title bigger',
    'in the footer the text',
    'the footer: red',
    'below the map',
  ],
  complain: [
    'the title is big',
    'the title should be bigger',
    'too big',
    'make the title too big',
    'the title is too',
    'the title is too red',
    'the title is not enough',
  ],
  'move-again': [
    'and the footer',
    'the footer red',
    'bigger',
    'the footer 20px wider',
    'the footer should be bold',
    'the footer',
  ],
  'set-again': [
    'and the title',
    'the title to',
    'to 200px',
    'the title red',
    'the title to the top',
    'the title 200px to',
  ],
  'of-another': [
    'of the second card',
    'the second blue',
    'the second card blue',
    'blue of the second card',
    "the second's",
    "the footer's blue",
  ],
  'on-side': [
    'the logo on the right',
    'the logo should be at the top',
    'the logo should be on the card',
    'on the right',
    'the logo on the right red',
    'a logo should be on the right',
  ],
  describe: [
    'the title',
    'bigger',
    'the title to the top',
    'the title below the map',
    'delete the title',
    'the title should',
    'should be bigger',
  ],
  passive: [
    'the divider is deleted bigger',
    'the divider should be red',
    'the divider should',
    'should be deleted',
    'the divider',
    'the divider was there',
    'delete the divider',
  ],
  'verb-second': [
    'the title move',
    'the title set',
    'the title align',
    'the title the badge move',
    'move the title',
    'the title below the map',
    'the title',
  ],
  correct: [
    'the price of the tour must be $21',
    'the price of the tour is wrong',
    'the price of the tour is wrong, remove it',
    'the price of the tour is low, must be $21',
    'the title is wrong, hide it',
  ],
  reason: [
    'it is red',
    'it is blurple',
    'customers want it blue',
    'it should be old',
    'it is old, make it red',
    'customers see it',
    'the title is old',
    'because make it red',
    'it looks 20px',
  ],
  'from-to': [
    'the title from the footer',
    'the title from the footer to the header',
    'from "Hello" to "Welcome"',
    'move the title from "Hello" to "Welcome"',
    'price of the tour to $21',
    'the price from $19',
  ],
  'place-first': [
    'below the title',
    'below the title a button',
    'add a button below the title',
    'of the title add a button',
    'below the title add bold',
    'below the title delete a button',
    'below the title make a button',
  ],
  'bare-verb': ['remove the divider', 'change', 'change to red and', 'make', 'add', 'must be', 'move'],
  remark: [
    'the badge is annoying',
    'the badge is great, remove',
    'the badge is not needed',
    'the badge is not needed, add red',
    'we need the badge, remove',
    'the badge is annoying, hide the divider',
    'I need the divider, remove it',
    "I don't need the divider",
    'the badge, hide it',
  ],
  wish: [
    'more padding',
    'for the header',
    'no shadow',
    'the header more padding',
    'darker background for',
    'a shadow',
  ],
  also: ['the title', 'below the map', 'also', 'to the top', 'delete it'],
  need: [
    'a button',
    'a button "Contact"',
    'the button after the map',
    'button after',
    'after the map',
    'a button red',
    'add a button',
  ],
  attributive: ['buttons bigger', 'bigger', 'the title', 'red', 'bold', 'more padding', 'the title bigger'],
  again: ['bigger', 'same', 'the same for', 'make the footer', 'red', 'to the top', 'the footer to the top'],
}

it('every family has at least five sentences that it must not read', () => {
  expect(Object.keys(NOT).sort()).toEqual(families.map(({ name }) => name).sort())
  for (const sentences of Object.values(NOT)) expect(sentences.length).toBeGreaterThanOrEqual(5)
})

/** With this before them the elliptic families have something to go on with. */
const BEFORE: Readonly<Record<string, string>> = {
  'move-again': 'move the title to the top',
  'set-again': 'set the width of the logo to 80px',
  'of-another': 'make the title of the first card bigger',
  'bare-verb': 'the badge is not needed, remove',
  reason: 'make the title bigger',
  also: 'make the title bigger',
  again: 'make the title bigger',
}

describe.each(Object.entries(NOT))('%s does not read', (name, sentences) => {
  test.each(sentences)('%s', (sentence) => {
    expect(readsAlone(name, sentence, AFTER[BEFORE[name] ?? ''] ?? null)).toBe(false)
  })
})

describe('families that go on with something read nothing at the beginning', () => {
  test.each(
    ['also', 'again', 'move-again', 'set-again', 'bare-verb', 'reason'].flatMap((name) =>
      [
        'bold',
        'the footer too',
        'the footer to the bottom',
        'the title to 200px',
        'same for the banner',
        'and red',
      ].map((text) => [name, text] as const),
    ),
  )('%s: %s', (name, text) => {
    expect(readsAlone(name, text, null)).toBe(false)
  })
})
