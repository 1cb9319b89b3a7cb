import { describe, expect, test } from 'vitest'
import { phraseWords } from '../../../src/decompose/find/phrase-words.ts'
import type { Query } from '../../../src/decompose/find/query.ts'
import { readQuery } from '../../../src/decompose/find/read-query.ts'

/** A query in one line: order, words, <kind>, sides, relations. */
function told(query: Query): string {
  const words = query.units.map((unit) => (unit.isSaid ? `"${unit.words.join(' ')}"` : unit.words.join(' ')))
  return [
    query.ordinal === null ? '' : `#${query.ordinal}`,
    query.from.length === 0 ? '' : `from ${query.from.join(' ')}`,
    query.row === null ? '' : `row ${query.row}`,
    query.column === null ? '' : `column ${query.column}`,
    ...words,
    query.kind === null ? '' : `<${query.kind}>`,
    query.sides.length === 0 ? '' : `at ${query.sides.join(' ')}`,
    ...query.relations.map(
      ({ name, anchor, other }) => `${name} (${told(anchor)}${other === null ? '' : ` and ${told(other)}`})`,
    ),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const read = (phrase: string): string => told(readQuery(phraseWords(phrase), []))

describe('names and kinds', () => {
  test.each([
    ['the search icon', 'search <icon>'],
    ['the text box', '<input>'],
    ['check boxes', '<checkbox>'],
    ['option icon', '<icon>'],
    ['the star', 'star <icon>'],
    ['three dots', 'three dot'],
    ['the icon with three horizontal lines', 'three horizontal line <icon>'],
    ['the text that says welcome home', 'welcome home <text>'],
    ['the image on the page', '<image>'],
    ['image of a cat on the web page', 'cat <image>'],
  ])('%s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected)
  })
})

describe('places', () => {
  test.each([
    ['icon at the top right corner of the page', '<icon> at top right'],
    ['icon at the top right of the page', '<icon> at top right'],
    ['bottom left button', '<button> at bottom left'],
    ['the 3rd image from the bottom', '#3 from bottom <image>'],
    ['the last but one image', '#-2 <image>'],
    ['second image in the third row', '#2 row 3 <image>'],
    ['icon in the top row', 'row 1 <icon>'],
    ['icon in the second row third column', 'row 2 column 3 <icon>'],
    ['the below option', '<option> at bottom'],
  ])('%s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected)
  })
})

describe('relations', () => {
  test.each([
    ['the button below the email field', '<button> below (email <input>)'],
    ['icon to the left of planner', '<icon> left (planner)'],
    ['icon left planner', '<icon> left (planner)'],
    ['button on the right side of the title', '<button> right (title <text>)'],
    ['icon on the right next to the title', '<icon> right (title <text>)'],
    ['the right option of wave', '<option> right (wave)'],
    ['image between apples and pears', '<image> between (apple and pear)'],
    ['dot left to the dot above the name', 'dot <icon> left (dot <icon> above (name <text>))'],
    ['star on the third image', 'star <icon> inside (#3 <image>)'],
    ['icon above me', '<icon> above (me)'],
    ['icon beside jobs at the bottom', '<icon> at bottom next (job at bottom)'],
  ])('%s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected)
  })
})

test('words that a component says are a name, whatever they mean as grammar', () => {
  const words = phraseWords('icon left to left to do')
  expect(told(readQuery(words, [{ start: 3, end: 6 }]))).toBe('<icon> left ("left to do")')
})

test('chains of relations end, and any words are read', () => {
  expect(read('icon below '.repeat(20))).toContain('below (<icon> below (')
  expect(read('of of in at the of')).toBe('')
})
