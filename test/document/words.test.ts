import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitWords, stem } from '../../src/document/words.ts'
import { runs } from '../support/amounts.ts'

describe('splitWords', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['   ', []],
    ['hero', ['hero']],
    ['hero_title', ['hero', 'title']],
    ['hero-title', ['hero', 'title']],
    ['heroTitle', ['hero', 'title']],
    ['HeroTitle', ['hero', 'title']],
    ['HERO', ['hero']],
    ['heroTitle_2', ['hero', 'title', '2']],
    ['card12', ['card', '12']],
    ['2nd', ['2', 'nd']],
    ['a.b/c:d', ['a', 'b', 'c', 'd']],
    ['$49.99', ['49', '99']],
    ["Don't miss", ['dont', 'miss']],
    ['Don\u2019t', ['dont']],
    ['Łódź', ['łodz']],
    ['Crème Brûlée', ['creme', 'brulee']],
    ['e\u0301te\u0301', ['ete']],
    ['Straße', ['straße']],
    ['ÜBER uns', ['uber', 'uns']],
    ['ﬁne', ['fine']],
    ['购物车 Cart', ['购物车', 'cart']],
    ['Привет', ['привет']],
    ['buy 🛒 now', ['buy', 'now']],
    ['a\uD83Db', ['a', 'b']],
    ['__proto__', ['proto']],
    ['--', []],
  ])('splits %j into %j', (text, expected) => {
    expect(splitWords(text)).toEqual(expected)
  })

  it('gives lower-case words without separators, at most 64', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const words = splitWords(text)
        expect(words.length).toBeLessThanOrEqual(64)
        for (const word of words) {
          expect(word).not.toBe('')
          expect(word).toBe(word.toLowerCase())
          expect(word).not.toMatch(/[\s_\-./]/)
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  it('finds the words of an id again, however it is spelled', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const capital = (each: string): string => each[0]!.toUpperCase() + each.slice(1)
        for (const text of [
          words.join('_'),
          words.join('-'),
          words.join(' '),
          words.join(' ').toUpperCase(),
          words.map(capital).join(' '),
        ]) {
          expect(splitWords(text)).toEqual(words)
        }
        if (words.every((each) => each.length > 1))
          expect(splitWords(words.map(capital).join(''))).toEqual(words)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('reads long texts in linear time', () => {
    expect(splitWords('word '.repeat(200_000))).toHaveLength(64)
    expect(splitWords('é'.repeat(200_000))).toHaveLength(1)
    expect(splitWords('_'.repeat(1_000_000))).toEqual([])
    expect(splitWords('aB'.repeat(500_000))).toHaveLength(64)
  })
})

describe('stem', () => {
  it.each([
    ['cards', 'card'],
    ['images', 'image'],
    ['entries', 'entry'],
    ['categories', 'category'],
    ['boxes', 'box'],
    ['switches', 'switch'],
    ['dishes', 'dish'],
    ['addresses', 'address'],
    ['prices', 'price'],
    ['links', 'link'],
    ['card', 'card'],
    ['address', 'address'],
    ['status', 'status'],
    ['this', 'this'],
    ['bus', 'bus'],
    ['gas', 'gas'],
    ['ties', 'tie'],
    ['as', 'as'],
    ['s', 's'],
    ['', ''],
    ['2', '2'],
  ])('folds %j to %j', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })

  it.each([
    'button',
    'title',
    'header',
    'footer',
    'icon',
    'image',
    'text',
    'badge',
    'tab',
    'field',
    'story',
    'box',
    'class',
    'search',
  ])('folds the plural of %s to the same as the word', (word) => {
    const plural = word.endsWith('y')
      ? `${word.slice(0, -1)}ies`
      : /(?:x|ss|ch|sh)$/.test(word)
        ? `${word}es`
        : `${word}s`
    expect(stem(plural)).toBe(stem(word))
  })
})
