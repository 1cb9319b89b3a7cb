import { describe, expect, it } from 'vitest'
import { isEnglishWord } from '../../../src/decompose/lexicon/english-words.ts'
import { readTokens } from '../../../src/decompose/text/read-tokens.ts'
import { slipSpots } from '../../../src/decompose/text/spot-slips.ts'
import { DocumentIndex } from '../../../src/document/document-index.ts'
import type { Blueprint } from '../../../src/document/blueprint.ts'
import { bank, gym, museum } from './spotting-screens.ts'

/** `said>meant:how.field` of every name with a slip. */
function briefly(text: string, screen: Blueprint): string {
  const tokens = readTokens(text)
  return slipSpots(tokens, text, new DocumentIndex(screen))
    .map(({ from, to, how, field, slip }) => {
      const said = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
      return `${said}:${how}${field === 'text' ? '' : `.${field}`} ${slip?.from}>${slip?.to}`
    })
    .join(' | ')
}

describe('a slip in a name', () => {
  it.each<[string, Blueprint, string]>([
    // A letter less, more, other, two that changed places.
    ['make the exibitions link bold', museum, 'exibitions:whole exibitions>exhibition'],
    ['exhibbitions in red', museum, 'exhibbitions:whole exhibbitions>exhibition'],
    ['hraddad in red', gym, 'hraddad:part hraddad>haddad'],
    [
      'kettlebwll red',
      gym,
      'kettlebwll:whole.id kettlebwll>kettlebell | kettlebwll:part kettlebwll>kettlebell',
    ],
    ['photogrpahs text grey', museum, 'photogrpahs:part photogrpahs>photograph'],
    ["the exhibitoin's color", museum, 'exhibitoin:whole exhibitoin>exhibition'],
    // Two, from eight letters.
    ['exibtions bold', museum, 'exibtions:whole exibtions>exhibition'],
    ['harbuor raod smaller', bank, 'harbuor raod:part harbuor raod>harbour road'],
    [
      'canel membreship red',
      gym,
      'canel membreship:whole canel membreship>cancel membership | canel membreship:whole.id canel membreship>cancel membership',
    ],
    ['holidya 2027 card', bank, 'holidya 2027:whole holidya>holiday'],
    // Too far, too short, another first letter, quoted, in an id or with digits.
    ['exbtns bold', museum, ''],
    ['the rnt row', bank, ''],
    ['vroceries in red', bank, ''],
    ['"groceris" in red', bank, ''],
    ['#groceris in red', bank, ''],
    ['groceris2 in red', bank, ''],
    // Words that English, the vocabulary or the document knows.
    ['clap is red', museum, ''],
    ['the house is bold', museum, ''],
    ['make the deer red', museum, ''],
    ['the shadows bigger', museum, ''],
    ['move the shape', museum, ''],
    ['closed, too, max, sit, actual, ghost', museum, ''],
    ['renting a new biker', bank, ''],
  ])('%s', (text, screen, spots) => {
    expect(briefly(text, screen)).toBe(spots)
  })

  it('in a text of strange words is not looked for', () => {
    const strange = 'lorem ipsom dolor sitt amett consectetuer adipiscing elitt sedd diamm groceris'
    expect(briefly(strange, bank)).toBe('')
    expect(briefly(strange.repeat(100), bank)).toBe('')
  })
})

describe('isEnglishWord', () => {
  it.each([
    'closed',
    'cutting',
    'stopped',
    'bigger',
    'happiest',
    'tries',
    'tried',
    'boxes',
    'making',
    'buildings',
    'possibly',
    'darkness',
    'usefully',
    'careless',
    'went',
  ])('%s', (word) => {
    expect(isEnglishWord(word)).toBe(true)
  })

  it.each(['croisant', 'subscirbe', 'buton', 'xing', 's', 'ing', '', '__proto__', 'constructor', 'Closed'])(
    'not %s',
    (word) => {
      expect(isEnglishWord(word)).toBe(false)
    },
  )
})
