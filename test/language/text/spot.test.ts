import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Component } from '../../../src/document/blueprint.ts'
import { DocumentIndex } from '../../../src/document/document-index.ts'
import { nameWords } from '../../../src/document/name-words.ts'
import { ScreenNames } from '../../../src/document/screen-names.ts'
import { spotNames } from '../../../src/decompose/text/spot.ts'
import { readTokens } from '../../../src/decompose/text/read-tokens.ts'
import { bank, gym, museum } from './spotting-screens.ts'
import { runs } from '../../support/amounts.ts'

/** `said:how.field` of every spot; + several bear it, ^ written as a name, ? weak. */
function briefly(text: string, index: DocumentIndex): string {
  const tokens = readTokens(text)
  return spotNames(tokens, text, index)
    .map(({ from, to, how, field, many, capital, weak }) => {
      const said = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
      const where = field === 'text' ? '' : `.${field}`
      return `${said}:${how}${where}${many ? '+' : ''}${capital ? '^' : ''}${weak ? '?' : ''}`
    })
    .join(' | ')
}

describe('names of the museum', () => {
  const index = new DocumentIndex(museum)
  it.each([
    ['make the Book tickets buttons green', 'Book tickets:whole+^'],
    ['Exhibitions link bold', 'Exhibitions:whole'],
    ['swap Visit and Shop', 'Visit:whole^ | Shop:whole^'],
    ['put whats on this week in the middle', 'whats on this week:whole'],
    ['the "What\'s on this week?" title is too big', '"What\'s on this week?":whole^'],
    ['log in: ghost style', 'log in:whole'],
    ['move Log in before visit', 'Log in:whole^ | visit:whole'],
    ['light and shadow card red', 'light and shadow:whole'],
    ['Light & Shadow above Deep Sea', 'Light & Shadow:whole^ | Deep Sea:whole^'],
    ['light shadow card', 'shadow:part'],
    ['deep sea text italic', 'deep sea:whole'],
    ["the deep sea's title 22px", 'deep sea:whole'],
    ['clay, deep sea: same height', 'clay:whole | deep sea:whole'],
    ['the photographs text smaller', 'photographs:part'],
    ['ines okoro in bold', 'ines okoro:part'],
    ['text by Ines Okoro italic', 'Ines Okoro:part^'],
    ['stairs picture rounder', 'stairs:part.alt'],
    ['the main hall photo 20px lower', 'main hall:part.alt | hall photo:whole.id'],
    ['stairs in the main hall: hide it', 'stairs in the main hall:whole.alt'],
    ['tue-sun 10:00-18:00 bigger', 'tue-sun 10:00-18:00:whole'],
    ['Tue-Sun line grey', 'Tue-Sun:part^'],
    ['Tue – Sun 10:00 – 18:00 grey', 'Tue – Sun 10:00 – 18:00:whole^'],
    ['change €14.50 to €16', '€14.50:whole'],
    ['set the padding to 14', ''],
    ['phone number in bold', 'phone number:shape | phone:whole.id'],
    ['the price should be red', 'price:shape'],
    ['opening hours bold', 'opening hours:shape | hours:whole.id'],
    ['email field wider', 'email:part.placeholder | email:shape'],
    ['your email address placeholder grey', 'your email address:whole.placeholder | email address:shape'],
    ['copyright to the left', 'copyright:shape'],
    ['the year is wrong', 'year:shape'],
    ['change the rating', ''],
    ['hide hello@lantern.example', 'hello@lantern.example:whole'],
    ['sign up button 48px tall', 'sign up:whole'],
    ['SIGN UP BUTTON RED', 'SIGN UP:whole'],
    ['DELETE THE DEEP SEA CARD', 'DEEP SEA:whole'],
    ['show_1 and #show_2 get a border', 'show_1:whole.id^ | #show_2:whole.id^'],
    ['show 3 too', 'show 3:whole.id?'],
    [
      'giants of the ocean floor. not for the faint-hearted! in grey',
      'giants of the ocean floor. not for the faint-hearted:whole',
    ],
    ['hide the ocean text', 'ocean:part'],
    ['make the title red and the text blue', ''],
    ['open late on thursdays: hide', 'open late on thursdays:whole'],
    ['Open late on Thursday in italic', 'Open late on Thursday:whole^'],
    ['the lantern museum line smaller', 'lantern museum:part'],
    ['no exhibition without a picture', 'exhibition:whole'],
    ['exhibitions.⏎Visit is fine', 'exhibitions:whole | Visit:whole'],
    ['Deep.⏎Sea is blue', 'Deep:part | Sea:part'],
    ['the word for figures', 'figures:part'],
    ['pots tiles and figures centered', 'pots tiles and figures:whole'],
    ['Shop -> Museum shop', 'Shop:whole | Museum:part^ | shop:whole'],
  ])('%s', (text, spots) => {
    expect(briefly(text.replaceAll('⏎', '\n'), index)).toBe(spots)
  })
})

describe('names of the gym', () => {
  const index = new DocumentIndex(gym)
  it.each([
    ['make it bold', 'bold:whole?'],
    ['Make Bold bigger', 'Bold:whole^'],
    ['the bold chip wider', 'bold:whole'],
    ['show all links', 'show all:whole? | show all:whole.id?'],
    ['hide Show all', 'Show all:whole^ | Show all:whole.id?'],
    ['"Show all" in blue', '"Show all":whole^ | "Show all":whole.id'],
    ['add card below the header', 'add card:whole? | add card:whole.id? | card:part?'],
    ['the add card button green', 'add card:whole | add card:whole.id'],
    ['Add card button green', 'Add card:whole^ | Add card:whole.id?'],
    ['where next should be smaller', 'where next:whole? | where next:whole.id?'],
    ['"where next?" 24px', '"where next?":whole | "where next?":whole.id'],
    ['move it back', 'move:whole? | back:whole?'],
    ['the back button left', 'back button:whole.id? | back:whole'],
    ['Back left of Home', 'Back:whole? | Home:whole^'],
    ['drop in a divider', 'drop in:whole? | drop in:whole.id?'],
    ['the drop in button red', 'drop in:whole | drop in:whole.id'],
    ['move the tab', 'move:whole?'],
    ['Move tab red', 'Move tab:whole.id? | Move:whole?'],
    ['set width to 10', '10:whole?'],
    ['the "10" chip red', '"10":whole'],
    ['10 chip red', '10:whole'],
    ['kettlebell red', 'kettlebell:whole.id | kettlebell:part'],
    ['kettlebell 16kg bold', 'kettlebell 16kg:whole | kettlebell:whole.id | bold:whole?'],
    [
      'Kettlebell 16 kg and HIIT 30 swap',
      'Kettlebell 16 kg:whole^ | Kettlebell:whole.id | HIIT 30:whole^ | HIIT 30:whole.id',
    ],
    ['HIIT in red', 'HIIT:part^'],
    ['noor haddad bold', 'noor haddad:part | bold:whole?'],
    ['coach noor haddad bold', 'coach noor haddad:whole | coach:whole.id | bold:whole?'],
    ['Coach: Noor Haddad italic', 'Coach: Noor Haddad:whole^ | Coach:whole.id'],
    ["Noor's line smaller", 'Noor:part'],
    ['rating in gold', 'rating:shape'],
    [
      'cancel membership red, cancel grey',
      'cancel membership:whole | cancel membership:whole.id | cancel:whole | cancel:whole.id',
    ],
    ['Cancel should be grey', 'Cancel:whole | Cancel:whole.id'],
    ['Save buttons wider', 'Save:whole+'],
    ['save it', 'save:whole+'],
    ['homeTab left', 'homeTab:whole.id^'],
    ['the home tab left', 'home tab:whole.id | home:whole'],
    ['#moveTab bold', '#moveTab:whole.id^ | bold:whole?'],
    ['dropin button', 'dropin:whole.id'],
    ['large chip red', 'large:whole | large:whole.id'],
    ['make the large one red', 'large:whole? | large:whole.id?'],
  ])('%s', (text, spots) => {
    expect(briefly(text.replaceAll('⏎', '\n'), index)).toBe(spots)
  })
})

describe('names of the bank', () => {
  const index = new DocumentIndex(bank)
  it.each([
    ['current account in bold', 'current account:whole'],
    ['Current Account heading: 20px', 'Current Account:whole^'],
    ['7731 in grey', '7731:whole?'],
    ['the 4242 card', ''],
    ['£1,204.56 bold', '£1,204.56:whole'],
    ['the balance 32px', 'balance:whole.id'],
    ['send and request side by side', 'send:whole? | request:whole'],
    ['Send, Request, Scan: circles', 'Send:whole? | Request:whole^ | Scan:whole^'],
    ['holiday 2027 card blue', 'holiday 2027:whole'],
    ['Holiday 2026 card blue', 'Holiday:part+'],
    ['the holiday card taller', 'holiday:part+'],
    ['new bike in red', 'new bike:whole'],
    ['add a new bike card', 'new bike:whole'],
    ['the bike card below holiday', 'bike:part | holiday:part+'],
    ['last 30 days wider', 'last 30 days:whole'],
    ['12A Harbour Road italic', '12A Harbour Road:whole^'],
    ['12a harbour road italic', '12a harbour road:whole'],
    ['seat 12A', ''],
    ['harbour road smaller', 'harbour road:part'],
    ['rent and groceries: swap', 'rent:whole | groceries:whole'],
    ['mr adebayo bold', 'mr adebayo:whole'],
    ['Mr. Adebayo bold', 'Mr. Adebayo:whole^'],
    ['see all to the right', 'see all:whole'],
    ['payments field wider', 'payments:part.placeholder'],
    ['the spending chart taller', 'spending:part.alt | chart:whole.id?'],
    ['spending by week: 200px', 'spending by week:whole.alt'],
    [
      'we move your money on the day that you choose, and if that day is a holiday we move it on the next one instead. smaller',
      'we move your money on the day that you choose, and if that day is a holiday we move it on the next one instead:whole',
    ],
    ['we move your money text smaller', 'move your money:part'],
    ["'Rent' bold and “Groceries” italic", "'Rent':whole^ | “Groceries”:whole^"],
    ['the «Send» button', '«Send»:whole^'],
  ])('%s', (text, spots) => {
    expect(briefly(text.replaceAll('⏎', '\n'), index)).toBe(spots)
  })
})

describe('hostile input', () => {
  const filler = (n: number, text: string): Component => ({ id: `c${n}`, type: 'text', text })
  const repeated = 'go '.repeat(60)
  const index = new DocumentIndex({
    components: [
      ...Array.from({ length: 20 }, (_, n) => filler(n, `${repeated}${n}`)),
      ...Array.from({ length: 30 }, (_, n) => filler(20 + n, `pay 7 . pay ${n}`)),
      filler(50, '__proto__ constructor'),
      filler(51, `go. ${repeated}`),
    ],
  })

  it.each([
    'go ',
    'Go. ',
    'go, ',
    'go: go\n',
    'pay 7 ',
    'pay. ',
    '"go" ',
    "go's ",
    '__proto__ constructor ',
    '$7 ',
    'é',
    '\u0301',
    '😀 ',
    '\ud83d',
    '\0',
    'goGo',
    'go_',
    '#go ',
    '’',
  ])('%j, 10,000 characters of it, is walked through once', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000)
    const steps = vi.spyOn(ScreenNames.prototype, 'step')
    const looks = vi.spyOn(ScreenNames.prototype, 'around')
    const tokens = readTokens(text)
    const spots = spotNames(tokens, text, index)
    // A name has 12 words at most.
    expect(steps.mock.calls.length).toBeLessThanOrEqual(12 * 10_000)
    expect(looks.mock.calls.length).toBeLessThanOrEqual(10_000)
    for (const { from, to } of spots) expect(from < to && to <= tokens.length).toBe(true)
  })

  it('of any text and screen gives spots in order, each with those who bear it', () => {
    const words = fc.constantFrom(
      'Save',
      'save',
      'for',
      'later',
      'later.',
      'Bags',
      '12A',
      '$3',
      '&',
      "'s",
      'the',
      '"',
      '\n',
      'title',
      ',',
      '#c1',
      'é',
    )
    const texts = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 8 }), texts, (screen, text) => {
        const any = new DocumentIndex({ components: screen.map((name, n) => filler(n, name)) })
        const tokens = readTokens(text)
        let last = 0
        for (const spot of spotNames(tokens, text, any)) {
          expect(spot.from).toBeGreaterThanOrEqual(last)
          expect(spot.to).toBeGreaterThan(spot.from)
          expect(spot.to).toBeLessThanOrEqual(tokens.length)
          const bearers = any.bearers(spot)
          expect(bearers.length > 1).toBe(spot.many)
          expect(bearers.length).toBeGreaterThan(0)
          last = spot.from
        }
      }),
      { numRuns: runs(500) },
    )
  })

  it('of any text finds the whole text of a component said as it is', () => {
    const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => {
      const words = nameWords(name)
      return words.length > 0 && !/["“”„«»‘’'`\n\r]/.test(name)
    })
    fc.assert(
      fc.property(anyName, (name) => {
        const any = new DocumentIndex({ components: [filler(0, name)] })
        const text = `make "${name}" red`
        const spots = spotNames(readTokens(text), text, any)
        expect(spots.map(({ how, field }) => `${how} ${field}`)).toContain('whole text')
      }),
    )
  })
})
