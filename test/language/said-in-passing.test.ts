import { describe, expect, test } from 'vitest'
import { did } from '../support/did.ts'
import { partyScreen } from '../support/party-screen.ts'
import { shopScreen } from '../support/shop-screen.ts'

const party = partyScreen()
const shop = shopScreen()

describe('a style that shall go behind the one that is wished', () => {
  test.each<[string, string]>([
    ['I want the title bold and not italic', 'set title fontWeight=bold; set title fontStyle=normal'],
    ['make the date bold but not underlined', 'set date fontWeight=bold; set date textDecoration=none'],
    ['the date italic, not bold', 'set date fontStyle=italic; set date fontWeight=normal'],
    ['make the title not bold', 'set title fontWeight=normal'],
    [
      'make the send button bold and uppercase and not italic',
      'set send fontWeight=bold; set send textTransform=uppercase; set send fontStyle=normal',
    ],
    ['make the title red, not green', 'set title textColor=#FF0000'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('a colour that something is changed on', () => {
  test.each<[string, string]>([
    ['change the background of the header on blue', 'set header background=#0000FF'],
    ['change the text color of the date on #FF0000', 'set date textColor=#FF0000'],
    ['set the border color of the name field on green', 'set name_field borderColor=#008000'],
    ['change the title on "Hello"', 'clarify'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('what would be liked if it was so', () => {
  test.each<[string, string]>([
    ['it would be lovely if the date was 20px', 'set date fontSize=20'],
    ['I would be happy if the cover were hidden', 'set cover hidden=true'],
    [
      "wouldn't it be great if the title was bold and red",
      'set title fontWeight=bold; set title textColor=#FF0000',
    ],
    ['it would be nice if the date was above the title', 'move date place=before title'],
    ['I would love it if the send button were on the right', 'align send to=right'],
    ["wouldn't it be better if the footer was at the top", 'move footer place=first'],
    ['the date was red', 'not-understood'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('one of several, or the only one', () => {
  test.each<[string, string]>([
    ['hide a list item', 'clarify'],
    ['hide a footer', 'set footer hidden=true'],
    ['delete a price', 'clarify'],
    ['make a price red', 'clarify'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('sized by a share of what it is', () => {
  test.each<[string, string]>([
    ['scale the title to 150%', 'resize title width=factor 1.5 height=factor 1.5 font=factor 1.5'],
    ['resize the cover by 2x', 'resize cover width=factor 2 height=factor 2 font=factor 2'],
    ['scale the font size of the date by 50%', 'adjust date fontSize factor=0.5'],
    [
      'scale all list items by 120%',
      'resize course_1 course_2 course_3 width=factor 1.2 height=factor 1.2 font=factor 1.2',
    ],
    ['scale the title', 'not-understood'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('a font by its name', () => {
  test.each<[string, string]>([
    ['use Verdana for the date', 'set date fontFamily=Verdana'],
    ['use Georgia on all buttons', 'set basic_pick gold_pick send fontFamily=Georgia'],
    ['apply the font "Inter" to the title', 'set title fontFamily=Inter'],
    ['use the Lato font for the title and the date', 'set title date fontFamily=Lato'],
    ['use red for the title', 'set title textColor=#FF0000'],
    ['use Georgia', 'not-understood'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('how many, said last', () => {
  test.each<[string, string]>([
    ['make list items bold all of them', 'set course_1 course_2 course_3 fontWeight=bold'],
    ['make the buttons red, all of them', 'set basic_pick gold_pick send background=#FF0000'],
    ['hide the prices, both of them', 'set basic_fee gold_fee hidden=true'],
    ['hide the list items, them all', 'set course_1 course_2 course_3 hidden=true'],
    ['make the title bold all of them', 'clarify'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('what can go', () => {
  test.each<[string, string]>([
    ['the title must go', 'delete title'],
    ['the cover can go', 'delete cover'],
    ['the decline link and the contact have to go', 'delete decline contact'],
    ['the contact needs to go away please', 'delete contact'],
    ['the footer can go below the title', 'move footer place=after title'],
    ['the send button must go to /sent', 'set send href=/sent'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('some of a space', () => {
  test.each<[string, string]>([
    ['give the menu some padding', 'adjust menu padding by=8'],
    ['some padding for the basic plan', 'adjust basic_plan padding by=8'],
    ['add some margin to the cover', 'adjust cover margin by=8'],
    [
      'give the menu some padding and the cover some margin',
      'adjust menu padding by=8; adjust cover margin by=8',
    ],
    ['give the menu a bit of padding', 'adjust menu padding by=8'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('what a copy is called', () => {
  test.each<[string, string]>([
    ['duplicate the date and name the copy "Soon"', 'duplicate date; set 0 text=Soon'],
    ['duplicate the date and call the copy "Soon"', 'duplicate date; set 0 text=Soon'],
    ['copy the decline link, call the copy "No"', 'duplicate decline; set 0 text=No'],
    ['name the contact "Ask Bo"', 'set contact text=Ask Bo'],
    ['make the name field red', 'set name_field background=#FF0000'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('what is wrong, and what it must be', () => {
  test.each<[string, string]>([
    ['the page title is outdated, rename to Winter sale', 'set page_title text=Winter sale'],
    ['the page title is wrong, should say "Sale"', 'set page_title text=Sale'],
    ['the intro is too long, replace with "Hi"', 'set intro text=Hi'],
    ['the page title: change to Winter sale', 'set page_title text=Winter sale'],
    ['the page title is wrong, change to 20px', 'set page_title fontSize=20'],
    ['change to Winter sale', 'clarify'],
    ['must be "Winter sale"', 'clarify'],
  ])('%s', (command, expected) => expect(did(shop, command)).toBe(expected))
})

describe('a reason without a subject', () => {
  test.each<[string, string]>([
    ['hide the intro, is not ready yet', 'set intro hidden=true'],
    ['delete the divider, is ugly', 'delete rule'],
    ['hide the cards, are outdated please', 'set card_1 card_2 card_3 hidden=true'],
    ['hide the intro, was wrong anyway', 'set intro hidden=true'],
    ['hide the intro, is blurple', 'not-understood'],
    ['is not ready', 'not-understood'],
  ])('%s', (command, expected) => expect(did(shop, command)).toBe(expected))
})
