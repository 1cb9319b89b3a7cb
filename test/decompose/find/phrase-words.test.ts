import { describe, expect, test } from 'vitest'
import { phraseWords, withoutAct } from '../../../src/decompose/find/phrase-words.ts'

describe('withoutAct', () => {
  test.each([
    ['click on the menu', 'the menu'],
    ['Tap on it', 'Tap on it'],
    ['go to settings', 'settings'],
    ['please select the second image', 'the second image'],
    ['select on the image', 'the image'],
    ['the select box', 'the select box'],
    ['open', 'open'],
    ['click on', 'click on'],
    ['"open" button', '"open" button'],
    ['', ''],
  ])('%j is about %j', (phrase, expected) => {
    expect(withoutAct(phrase)).toBe(expected)
  })

  test('takes a long phrase in its stride', () => {
    expect(withoutAct(`${'click on '.repeat(5000)}the menu`)).toBe('the menu')
  })
})

describe('phraseWords', () => {
  test.each([
    ["the Hero's 2nd Button!", ['the', 'heros', '2nd', 'button']],
    ['Señorita Łucja', ['senorita', 'łucja']],
    ['  ', []],
  ])('%j', (phrase, words) => {
    expect(phraseWords(phrase)).toEqual(words)
  })

  test('stops after as many words as a description can have', () => {
    expect(phraseWords('word '.repeat(10_000)).length).toBeLessThan(100)
  })
})
