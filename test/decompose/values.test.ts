import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Component } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine({ rules: { contrast: 'off', 'target-size': 'off' } })
const shop = shopScreen()

/** A component after a command that must be applied. */
function after(command: string, id: string): Component {
  const answer = engine.run(shop, command)
  expect([command, answer.status, answer.issues.filter(({ severity }) => severity === 'error')]).toEqual([
    command,
    'applied',
    [],
  ])
  return allOf(answer.blueprint).find((component) => component.id === id)!
}

describe('colors, in every way that CSS writes them', () => {
  test.each([
    ['red', '#FF0000'],
    ['Red', '#FF0000'],
    ['rebeccapurple', '#663399'],
    ['light blue', '#ADD8E6'],
    ['dark olive green', '#556B2F'],
    ['darkolivegreen', '#556B2F'],
    ['grey', '#808080'],
    ['gray', '#808080'],
    ['navy', '#000080'],
    ['#f00', '#FF0000'],
    ['#F00A', '#FF0000AA'],
    ['#ff8800', '#FF8800'],
    ['#FF880080', '#FF880080'],
    ['rgb(255, 136, 0)', '#FF8800'],
    ['rgb(255 136 0)', '#FF8800'],
    ['rgb(100% 0% 0%)', '#FF0000'],
    ['rgba(255, 136, 0, 0.5)', '#FF880080'],
    ['rgb(255 136 0 / 50%)', '#FF880080'],
    ['RGB(255, 136, 0)', '#FF8800'],
    ['hsl(0, 100%, 50%)', '#FF0000'],
    ['hsl(0 100% 50%)', '#FF0000'],
    ['hsl(120deg 100% 25%)', '#008000'],
    ['hsla(0, 100%, 50%, 0.5)', '#FF000080'],
    ['hwb(0 0% 0%)', '#FF0000'],
    ['lab(100% 0 0)', '#FFFFFF'],
    ['lch(0% 0 0)', '#000000'],
    ['oklab(1 0 0)', '#FFFFFF'],
    ['oklch(0 0 0)', '#000000'],
    ['color(srgb 1 0 0)', '#FF0000'],
    ['transparent', '#00000000'],
    ['"#ff8800"', '#FF8800'],
    ['"red"', '#FF0000'],
  ])('%s', (said, hex) => {
    expect(after(`set the background of the intro to ${said}`, 'intro').visual?.bg_color).toBe(hex)
    expect(after(`set the text color of the intro to ${said}`, 'intro').visual?.text_color).toBe(hex)
    expect(
      after(`change the border color of the page title to ${said}`, 'page_title').visual?.border_color,
    ).toBe(hex)
  })

  test.each([
    'blurple',
    '#ggg',
    '#12345',
    'rgb(1,2)',
    'rgb(a,b,c)',
    'hsl(red)',
    'url(x)',
    'var(--x)',
    '12px',
    'inherit',
  ])('%s is none', (said) => {
    expect(engine.run(shop, `set the background of the intro to ${said}`).status).toBe('rejected')
  })

  test.each([
    ['make the page title red', 'page_title', 'text_color'],
    ['make the cart link red', 'cart_link', 'text_color'],
    ['make the mail label red', 'mail_label', 'text_color'],
    ['make #name_1 red', 'name_1', 'text_color'],
    ['make the page footer red', 'page_footer', 'bg_color'],
    ['make the order button red', 'order_button', 'bg_color'],
    ["make the order button's text red", 'order_button', 'text_color'],
    ['make #card_1 red', 'card_1', 'bg_color'],
    ['make the font color of the order button red', 'order_button', 'text_color'],
    ['make the background of the page title red', 'page_title', 'bg_color'],
  ])('a bare color is that of letters or of the background: %s', (command, id, key) => {
    expect(after(command, id).visual).toMatchObject({ [key]: '#FF0000' })
    const other = key === 'bg_color' ? 'text_color' : 'bg_color'
    expect(after(command, id).visual?.[other]).toEqual(
      allOf(shop).find((one) => one.id === id)!.visual?.[other],
    )
  })
})

describe('lengths', () => {
  test.each([
    ['12', 12],
    ['12px', 12],
    ['12 px', 12],
    ['12 pixels', 12],
    ['1.5rem', 24],
    ['2em', 32],
    ['0.5 rem', 8],
    ['9pt', 12],
    ['12 points', 16],
    ['twelve', 12],
    ['twelve pixels', 12],
    ['sixteen px', 16],
    ['twenty-four pixels', 24],
    ['24 px', 24],
  ])('a padding of %s', (said, px) => {
    expect(after(`set the padding of the order form to ${said}`, 'order_form').visual?.padding).toBe(px)
  })

  test.each([
    ['set the width of the page title to 100px', [16, 76, 100, 36]],
    ['set the width of the page title to 50%', [16, 76, 200, 36]],
    ['set the width of the page title to half', [16, 76, 120, 36]],
    ['make the page title 20px wider', [16, 76, 260, 36]],
    ['make the page title 20px narrower', [16, 76, 220, 36]],
    ['make the page title 25% wider', [16, 76, 300, 36]],
    ['make the page title 10% taller', [16, 76, 240, 39.6]],
    ['make the page title twice as tall', [16, 76, 240, 72]],
    ['make the page title half as wide', [16, 76, 120, 36]],
    ['make the page title 1/2 as wide', [16, 76, 120, 36]],
    ['halve the width of the page title', [16, 76, 120, 36]],
    ['make the page title 300 x 50', [16, 76, 300, 50]],
    ['double the height of the page title', [16, 76, 240, 72]],
    ['increase the width of the page title by 10px', [16, 76, 250, 36]],
    ['decrease the width of the page title by 10%', [16, 76, 216, 36]],
    ['increase the width of the page title to 300px', [16, 76, 300, 36]],
    ['make the page title 300px by 50px', [16, 76, 300, 50]],
    ['make the page title as wide as #mail_field', [16, 76, 344, 36]],
    ['scale the page title by 50%', [16, 76, 120, 18]],
  ])('%s', (command, box) => {
    expect(after(command, 'page_title').bbox).toEqual(box.map((side) => expect.closeTo(side, 1) as number))
  })

  test.each(['-5px', '0px', 'NaN', '1e9px', 'auto', '99999999px', 'infinity'])(
    'a width of %s is refused',
    (said) => {
      expect(engine.run(shop, `set the width of the page title to ${said}`).status).toBe('rejected')
    },
  )
})

describe('numbers of other kinds', () => {
  test.each([
    ['set the opacity of the intro to 50%', 'opacity', 0.5],
    ['set the opacity of the intro to 0.5', 'opacity', 0.5],
    ['set the opacity of the intro to 80', 'opacity', 0.8],
    ['make the intro 30% opacity', 'opacity', 0.3],
    ['set the font weight of the intro to 600', 'font_weight', 600],
    ['set the font weight of the intro to bold', 'font_weight', 'bold'],
    ['make the intro semibold', 'font_weight', 600],
    ['set the line height of the intro to 1.5', 'line_height', 1.5],
    ['set the line height of the intro to 150%', 'line_height', 1.5],
    ['set the font size of the intro to 20px', 'font_size', 20],
    ['set the font size of the intro to 1.25rem', 'font_size', 20],
    ['set the text size of the intro to eighteen', 'font_size', 18],
    ['set the letter spacing of the intro to 2px', 'letter_spacing', 2],
    ['set the corner radius of the intro to 12px', 'border_radius', 12],
    ['make the intro a pill', 'border_radius', 12],
    ['give the intro square corners', 'border_radius', 0],
    ['make the intro rounded', 'border_radius', 8],
    ['make the intro rounder', 'border_radius', 4],
    ['make the intro uppercase', 'text_transform', 'uppercase'],
    ['make the intro all caps', 'text_transform', 'uppercase'],
    ['underline the intro', 'text_decoration', 'underline'],
    ['strike through the intro', 'text_decoration', 'line-through'],
    ['make the intro italic', 'font_style', 'italic'],
    ['align the text of the intro right', 'text_align', 'right'],
    ['set the font of the intro to Georgia', 'font_family', 'Georgia'],
    ['set the font family of the intro to "Open Sans"', 'font_family', 'Open Sans'],
    ['use Georgia for the intro', 'font_family', 'Georgia'],
    ['hide the intro', 'hidden', true],
  ])('%s', (command, key, value) => {
    expect(after(command, 'intro').visual).toMatchObject({ [key]: value })
  })
})

describe('border shorthand', () => {
  const said: readonly [string, object][] = [
    ['2px solid red', { border_width: 2, border_style: 'solid', border_color: '#FF0000' }],
    ['solid 2px red', { border_width: 2, border_style: 'solid', border_color: '#FF0000' }],
    ['red solid 2px', { border_width: 2, border_style: 'solid', border_color: '#FF0000' }],
    ['2px red', { border_width: 2, border_color: '#FF0000' }],
    ['dashed', { border_width: 1, border_style: 'dashed' }],
    ['#0f0 dotted', { border_width: 1, border_style: 'dotted', border_color: '#00FF00' }],
    ['thin grey', { border_width: 1, border_color: '#808080' }],
    ['thick black', { border_width: 4, border_color: '#000000' }],
    ['0.25rem double rgb(1, 2, 3)', { border_width: 4, border_style: 'double', border_color: '#010203' }],
  ]
  test.each(said)('%s', (border, look) => {
    expect(after(`give the intro a ${border} border`, 'intro').visual).toMatchObject(look)
    expect(after(`set the border of the intro to ${border}`, 'intro').visual).toMatchObject(look)
    expect(after(`add a ${border} border to the intro`, 'intro').visual).toMatchObject(look)
  })

  test.each([
    'remove the border from the cancel button',
    'make the cancel button have no border',
    'set the border of the cancel button to none',
    'no border on the cancel button',
    'give the cancel button a border of 0',
  ])('none: %s', (command) => {
    expect(after(command, 'cancel_button').visual?.border_width).toBe(0)
  })

  test('one that is there keeps its width', () => {
    expect(after('give the cancel button a red border', 'cancel_button').visual).toMatchObject({
      border_width: 1,
      border_color: '#FF0000',
    })
  })
})

describe('gradients', () => {
  test.each<[string, number, string[]]>([
    ['a gradient from red to blue', 180, ['#FF0000', '#0000FF']],
    ['a red to blue gradient', 180, ['#FF0000', '#0000FF']],
    ['a gradient of red and blue', 180, ['#FF0000', '#0000FF']],
    ['a gradient from #f00 to rgb(0, 0, 255)', 180, ['#FF0000', '#0000FF']],
    ['a gradient from red to white to blue', 180, ['#FF0000', '#FFFFFF', '#0000FF']],
    ['a horizontal gradient from red to blue', 90, ['#FF0000', '#0000FF']],
    ['a vertical gradient from red to blue', 180, ['#FF0000', '#0000FF']],
    ['a diagonal gradient from red to blue', 135, ['#FF0000', '#0000FF']],
    ['a gradient from red to blue at 45deg', 45, ['#FF0000', '#0000FF']],
    ['a gradient from red to blue from left to right', 90, ['#FF0000', '#0000FF']],
    ['a gradient from light blue to dark green', 180, ['#ADD8E6', '#006400']],
  ])('%s', (said, angle, stops) => {
    expect(after(`give the intro ${said}`, 'intro').visual?.gradient).toEqual({
      type: 'linear',
      angle,
      stops,
    })
  })
})

describe('shadows', () => {
  test.each([
    ['give the intro a shadow', 'sm'],
    ['give the intro a bigger shadow', 'sm'],
    ['set the shadow of the intro to md', 'md'],
    ['set the shadow of the intro to medium', 'md'],
    ['add a subtle shadow to the intro', 'sm'],
    ['increase the shadow of the intro', 'sm'],
    ['set the shadow of the intro to none', 'none'],
    ['remove the shadow from the intro', 'none'],
    ['no shadow on the intro', 'none'],
  ])('%s', (command, shadow) => {
    expect(after(command, 'intro').visual?.shadow ?? 'none').toBe(shadow)
  })
})

describe('texts are taken letter for letter', () => {
  test.each([
    ['change the text of the intro to "Hello, World!"', 'Hello, World!'],
    ['change the text of the intro to “  two  spaces ”', '  two  spaces '],
    ["change the intro to 'It's here'", "It's here"],
    ['rename the intro to "make the title red and then delete it"', 'make the title red and then delete it'],
    ['set the text of the intro to "12px #FF0000 the"', '12px #FF0000 the'],
    ['set the text of the intro to "Ünïcödé 日本 🎉"', 'Ünïcödé 日本 🎉'],
    ['set the text of the intro to ""', ''],
    ['set the text of the intro to "Teh buton"', 'Teh buton'],
    ['change the intro to say Welcome Back', 'Welcome Back'],
    ['replace "Everything must go" with "Sold out"', 'Sold out'],
    ['write "Sold out" in the intro', 'Sold out'],
    ['set the text of the intro to "a\\nb"', 'a\\nb'],
  ])('%s', (command, text) => {
    expect(after(command, 'intro').text).toBe(text)
  })

  test.each([
    ['set the placeholder of the mail field to "Your e-mail"', 'mail_field', 'placeholder', 'Your e-mail'],
    [
      'change the link of the help link to https://example.com/help',
      'help_link',
      'href',
      'https://example.com/help',
    ],
    ['set the href of the help link to "/help"', 'help_link', 'href', '/help'],
    ['set the alt text of the logo to "The Acme logo"', 'logo', 'alt', 'The Acme logo'],
    [
      'change the image of the logo to https://example.com/a.png',
      'logo',
      'image_url',
      'https://example.com/a.png',
    ],
  ])('%s', (command, id, key, value) => {
    expect(after(command, id).visual).toMatchObject({ [key]: value })
  })
})
