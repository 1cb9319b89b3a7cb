import { describe, expect, test } from 'vitest'
import { did } from '../support/did.ts'
import { partyScreen } from '../support/party-screen.ts'
import { shopScreen } from '../support/shop-screen.ts'

const party = partyScreen()
const shop = shopScreen()

describe('a wish for a thing and a place moves it', () => {
  test.each<[string, string]>([
    ['I would like to see the date above the title', 'move date place=before title'],
    ['we want the menu below the reply form', 'move menu place=after reply'],
    ["I'd love the footer at the top", 'move footer place=first'],
    ['I need the decline link before the contact', 'move decline place=before contact'],
    ['how about the cover after the date', 'move cover place=after date'],
    ['I want the decline link in the footer', 'move decline place=inside footer end'],
    ['i want the send button on the left', 'align send to=left'],
    ['I want the title and the date above the cover', 'move title date place=before cover'],
    ['I want the cover', 'not-understood'],
    ['I want a button below the title', 'add component=button place=after title'],
    ['I want the cover red', 'set cover background=#FF0000'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('where something leads', () => {
  test.each<[string, string]>([
    ['the decline link should lead to /sorry', 'set decline href=/sorry'],
    ['make the send button link to https://a.example/ok', 'set send href=https://a.example/ok'],
    ['send button opens /thanks', 'set send href=/thanks'],
    ['the decline link goes to "https://a.example/no"', 'set decline href=https://a.example/no'],
    ['the cover must open /big', 'set cover href=/big'],
    ['let the decline link point to /sorry', 'set decline href=/sorry'],
    ['the send button should open', 'not-understood'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('the same as another, with what gets it in between', () => {
  test.each<[string, string]>([
    ['use the same background for the footer as for the header', 'set footer background=#222222'],
    ['same font size on the date as the title', 'set date fontSize=32'],
    ['set the same background for the header as the footer has', 'set header background=#111111'],
    ['the same text color for the contact as the date', 'set contact textColor=#333333'],
    ['give the same font size to the contact as the date', 'set contact fontSize=18'],
    ['the same background for the footer', 'not-understood'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('copies that are counted', () => {
  test.each<[string, string]>([
    ['three copies of the contact', 'duplicate contact count=3'],
    ['I need two more copies of the date below the title', 'duplicate date place=after title count=2'],
    ['add another copy of the basic plan', 'duplicate basic_plan'],
    ['create 2 duplicates of the decline link', 'duplicate decline count=2'],
    ['a copy of the contact after the footer', 'duplicate contact place=after footer'],
    ['two copies', 'not-understood'],
  ])('%s', (command, expected) => expect(did(party, command)).toBe(expected))
})

describe('what is taken off or away', () => {
  test.each<[string, string]>([
    ['take the border off of the cancel button', 'set cancel_button borderWidth=0'],
    ['take the background away from the cards', 'set card_1 card_2 card_3 background=null'],
    ['take the second card away', 'delete card_2'],
    ['take the prices off the cards', 'delete price_1 price_2 price_3'],
    ['get the divider off the page', 'delete rule'],
    ['pull the intro off the screen', 'delete intro'],
    ['take the logo away from the footer', 'reference-unknown'],
    ['take 20px off the cancel button', 'not-understood'],
    ['take the intro', 'not-understood'],
  ])('%s', (command, expected) => expect(did(shop, command)).toBe(expected))
})

describe('a corner of what holds it', () => {
  test.each<[string, string]>([
    ['put the logo in the bottom right corner of the header', 'align logo to=bottom; align logo to=right'],
    ['move the logo to the top right of the header', 'align logo to=top; align logo to=right'],
    ['I want the logo in the upper left corner of the header', 'align logo to=top; align logo to=left'],
    ['put the logo into the top right corner of the footer', 'reference-unknown'],
    [
      'move the cancel button to the lower right corner of the form',
      'align cancel_button to=bottom; align cancel_button to=right',
    ],
  ])('%s', (command, expected) => expect(did(shop, command)).toBe(expected))
})

describe('the same part of another thing', () => {
  test.each<[string, string]>([
    [
      'the price of the first card bold, of the second card italic',
      'set price_1 fontWeight=bold; set price_2 fontStyle=italic',
    ],
    [
      'make the price of the first card red and that of the second card blue',
      'set price_1 textColor=#FF0000; set price_2 textColor=#0000FF',
    ],
    [
      'set the font size of the heading of the first card to 20px, of the second one to 24px',
      'set name_1 fontSize=20; set name_2 fontSize=24',
    ],
    [
      'the heading in the second card red, of the third blue',
      'set name_2 textColor=#FF0000; set name_3 textColor=#0000FF',
    ],
    [
      "make the first card's price red, the second's blue and the last one's green",
      'set price_1 textColor=#FF0000; set price_2 textColor=#0000FF; set price_3 textColor=#008000',
    ],
  ])('%s', (command, expected) => expect(did(shop, command)).toBe(expected))
})

describe('what is told of a thing says what the next wish is about', () => {
  test.each<[string, string]>([
    ['I do not need the divider, delete it', 'delete rule'],
    ["we don't use the intro, hide it please", 'set intro hidden=true'],
    ['no need for the divider, remove', 'delete rule'],
    ["the intro we don't need, so hide it", 'set intro hidden=true'],
    ['nobody needs the divider, delete it', 'delete rule'],
    ['the intro is ugly, make it blue', 'set intro textColor=#0000FF'],
    ['the page title is outdated, hide it', 'set page_title hidden=true'],
    ['the cards are boring, make them red', 'set card_1 card_2 card_3 background=#FF0000'],
    ['the intro is too wordy, hide it', 'set intro hidden=true'],
    ["I don't need the divider", 'not-understood'],
    ['the page title is outdated', 'not-understood'],
  ])('%s', (command, expected) => expect(did(shop, command)).toBe(expected))
})

describe('said in passing between a thing and what to do with it', () => {
  test.each<[string, string]>([
    ['intro um please make it red', 'set intro textColor=#FF0000'],
    ['the cart link hmm make it bold please', 'set cart_link fontWeight=bold'],
    ['the cart link and the logo uh hide them', 'set cart_link logo hidden=true'],
    ['all cards okay so make them grey', 'set card_1 card_2 card_3 background=#808080'],
    ['the logo, well, hide it', 'set logo hidden=true'],
  ])('%s', (command, expected) => expect(did(shop, command)).toBe(expected))
})
