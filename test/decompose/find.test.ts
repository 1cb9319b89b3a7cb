import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Component } from '../../src/index.ts'

const engine = createEngine()

const readDocument = (path: string): Blueprint => JSON.parse(readFileSync(path, 'utf8')) as Blueprint

const ids = (blueprint: Blueprint, phrase: string): string[] =>
  engine.find(blueprint, phrase).map(({ id }) => id)

type Row = readonly [
  id: string,
  type: string,
  box: readonly [number, number, number, number],
  named?: { text?: string; alt?: string },
]

/** A flat capture of a screen of 400 x 800, as programs record it. */
function capture(...rows: readonly Row[]): Blueprint {
  const components = rows.map(([id, type, bbox, { text, alt } = {}]): Component => ({
    id,
    type,
    bbox,
    ...(text === undefined ? {} : { text }),
    ...(alt === undefined ? {} : { visual: { alt } }),
  }))
  return { components, meta: { screen: [400, 800] } }
}

const mail = capture(
  ['window_background', 'view', [0, 0, 400, 800]],
  ['toolbarNav', 'icon', [0, 20, 60, 60], { alt: 'open navigation drawer' }],
  ['toolbarTitle', 'text', [70, 20, 100, 60], { text: 'Inbox' }],
  ['actionFind', 'icon', [280, 20, 60, 60]],
  ['node_1', 'icon', [340, 20, 60, 60], { alt: 'more options' }],
  ['photo', 'image', [10, 100, 50, 50]],
  ['sender', 'text', [70, 100, 200, 25], { text: 'Ada Quist' }],
  ['starToggle', 'icon', [350, 110, 30, 30]],
  ['line_1', 'divider', [0, 160, 400, 1]],
  ['photo_2', 'image', [10, 170, 50, 50]],
  ['sender_2', 'text', [70, 170, 200, 25], { text: 'Log in to Birch' }],
  ['starToggle_2', 'icon', [350, 180, 30, 30]],
  ['photo_3', 'image', [10, 240, 50, 50]],
  ['sender_3', 'text', [70, 240, 200, 25], { text: 'Weekly digest' }],
  ['starToggle_3', 'icon', [350, 250, 30, 30]],
  ['agree', 'checkbox', [10, 320, 30, 30]],
  ['agreeText', 'text', [50, 320, 300, 30], { text: 'Remember me' }],
  ['replyField', 'input', [10, 400, 300, 50], { text: 'Write a reply' }],
  ['node_2', 'icon', [330, 400, 50, 50]],
  ['tabIcon', 'icon', [40, 730, 30, 30]],
  ['tabText', 'text', [30, 765, 50, 20], { text: 'Mail' }],
  ['tabIcon_2', 'icon', [180, 730, 30, 30]],
  ['tabText_2', 'text', [170, 765, 50, 20], { text: 'Chat' }],
  ['tabIcon_3', 'icon', [320, 730, 30, 30]],
  ['tabText_3', 'text', [310, 765, 50, 20], { text: 'Meet' }],
)

describe('a capture of a screen', () => {
  test.each([
    ['click on the hamburger menu', 'toolbarNav'],
    ['select the three lines icon', 'toolbarNav'],
    ['tap the magnifier', 'actionFind'],
    ['click on the search icon at the top right', 'actionFind'],
    ['three dots', 'node_1'],
    ['click on the icon at the top right corner of the page', 'node_1'],
    ['the icon at the top left', 'toolbarNav'],
    ['select the second image', 'photo_2'],
    ['the 1st picture from the bottom', 'photo_3'],
    ['the last star', 'starToggle_3'],
    ['star right to ada quist', 'starToggle'],
    ['the image to the left of weekly digest', 'photo_3'],
    ['click on the image beside log in to birch', 'photo_2'],
    ['the text below ada quist', 'sender_2'],
    ['the icon next to write a reply', 'node_2'],
    ['the text box', 'replyField'],
    ['select the check box', 'agree'],
    ['tick box left of remember me', 'agree'],
    ['click on the icon above chat', 'tabIcon_2'],
    ['the meet icon at the bottom', 'tabIcon_3'],
    ['select inbox', 'toolbarTitle'],
    ['the wekly digest', 'sender_3'],
    ['the divider', 'line_1'],
  ])('%s', (phrase, expected) => {
    expect(ids(mail, phrase)[0]).toBe(expected)
  })

  test.each([
    'flux capacitor',
    'purple elephants dancing',
    'the',
    '',
    '   ',
    '!?',
    'below the flux capacitor',
    'first zyzzyva',
  ])('%j fits nothing', (phrase) => {
    expect(engine.find(mail, phrase)).toEqual([])
  })

  test('a name that is nowhere leaves its kind, with a low score', () => {
    for (const { score } of engine.find(mail, 'the zyzzyva icon')) expect(score).toBeLessThan(0.3)
  })
})

describe('documents with a tree', () => {
  const shop = readDocument('examples/shop.json')
  const settings = readDocument('examples/settings.json')
  const player = readDocument('test/corpus/docs/music-player.json')

  test.each([
    [shop, 'the cta', 'shop_now_button'],
    [shop, 'cart button', 'cart_button'],
    [shop, "second card's price", 'product_price_2'],
    [shop, 'the badge in the third card', 'product_badge_3'],
    [shop, 'click on the magnifier', 'search_field'],
    [shop, 'the shopping cart icon', 'cart_button'],
    [shop, 'button below the email field', 'subscribe_button'],
    [shop, 'the 2nd image from the bottom', 'product_image_3'],
    [shop, '#logo', 'logo'],
    [shop, 'footer', 'footer'],
    [settings, 'tap on the email box', 'email_input'],
    [settings, 'toggle for security alerts', 'security_switch'],
    [settings, 'the second label', 'email_label'],
    [settings, 'the drop down next to time zone', 'time_zone_select'],
    [settings, 'the divider above notifications', 'region_divider'],
    [player, 'pause icon', 'play_button'],
    [player, 'second song', 'song_2'],
    [player, 'Señorita Sol', 'song_2_name'],
  ] as const)('%#: %s', (blueprint, phrase, expected) => {
    expect(ids(blueprint, phrase)[0]).toBe(expected)
  })

  test('a phrase that a command would take is certain, for each thing it means', () => {
    expect(
      engine
        .find(shop, 'product cards')
        .slice(0, 4)
        .map(({ id, score }) => [id, score]),
    ).toEqual([
      ['product_card_1', 1],
      ['product_card_2', 1],
      ['product_card_3', 1],
      ['product_card_4', 1],
    ])
  })

  test.each(['the flux capacitor', 'asdf qwer', 'purple elephant'])('%s fits nothing', (phrase) => {
    expect(ids(shop, phrase)).toEqual([])
  })
})

test('matches are best first, scored from 0 to 1, told why, and the same each time', () => {
  for (const phrase of ['icon', 'the second image below inbox', 'star', 'text at the bottom left']) {
    const matches = engine.find(mail, phrase)
    expect(matches.length).toBeGreaterThan(0)
    expect(matches.map(({ score }) => score)).toEqual(
      matches.map(({ score }) => score).toSorted((a, b) => b - a),
    )
    for (const { score, why } of matches) {
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(why).not.toBe('')
    }
    expect(engine.find(structuredClone(mail), phrase)).toEqual(matches)
  }
})

test('an empty document has nothing, and a long phrase is no trouble', () => {
  expect(engine.find({ components: [] }, 'the first icon at the top')).toEqual([])
  expect(engine.find(mail, 'the icon left of the star below '.repeat(100))).toBeInstanceOf(Array)
  expect(engine.find(mail, 'zyzzyva '.repeat(1000))).toEqual([])
})
