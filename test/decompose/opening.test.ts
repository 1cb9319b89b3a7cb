import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { endOfOpening } from '../../src/decompose/opening.ts'
import { lex } from '../../src/decompose/lexeme.ts'
import { tokenize } from '../../src/decompose/tokenize.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine()
const shop = shopScreen()

/** What a command changes: ids with their properties, or the code of its refusal. */
function changedBy(command: string): Record<string, readonly string[]> | string {
  const { status, changed, issues } = engine.run(shop, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return Object.fromEntries(changed.map(({ id, properties }) => [id, properties]))
}

/** The words behind an opening. */
function behind(text: string): string {
  const lexemes = lex(tokenize(text))
  const at = endOfOpening(lexemes, 0)
  return at < lexemes.length ? text.slice(lexemes[at]!.start) : ''
}

describe('words that only say that something would be liked', () => {
  test.each([
    'I would love it if the intro were red',
    'it would be great if the intro was red',
    "wouldn't it be nicer if the intro was red",
    'would it be possible that the intro is red?',
    'any chance the intro could be red?',
    'is there any chance that the intro could be red',
    'is there a way to make the intro red?',
    "it'd be cool if you could make the intro red",
    "I'd be happy if the intro was red",
    'would you be so kind to make the intro red',
    'would you be so kind as to make the intro red',
    'I was hoping to see the intro in red',
    'do you think you could make the intro red?',
    "don't you think the intro should be red?",
    'my idea is to make the intro red',
    "I'd rather have the intro red",
    'the intro could do with being red',
    'make the intro red, that would be great',
    'make the intro red. that would be nice, thanks',
  ])('%s', (command) => expect(changedBy(command)).toEqual({ intro: ['textColor'] }))

  test.each([
    ['it would be great', 'unmeasurable'],
    ['I like the intro', 'not-understood'],
    ['hide the promo. I like the rest', 'not-understood'],
    ['make the header red, I like the footer', 'not-understood'],
    ['would you delete', 'not-understood'],
    ['if the intro is red make it blue', 'not-understood'],
    ['it would be nicer', 'unmeasurable'],
  ])('that alone wishes nothing: %s', (command, code) => expect(changedBy(command)).toBe(code))

  test.each([
    ['it would be great if the logo was bigger', 'the logo was bigger'],
    ['is there a way to hide it', 'hide it'],
    ['I would like to hide it', 'I would like to hide it'],
    ['it is too big', 'it is too big'],
    ['the way to the top', 'the way to the top'],
    ['would the logo be nice if red', 'would the logo be nice if red'],
    ['make it if that', 'make it if that'],
  ])('%s', (text, rest) => expect(behind(text)).toBe(rest))
})
