import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine({ rules: { contrast: 'off', 'target-size': 'off' } })
const shop = shopScreen()

describe('a slip is read as the word it stands for, and the answer says so', () => {
  test.each([
    ['mkae the page title red', 'mkae', 'make'],
    ['maek the page title red', 'maek', 'make'],
    ['make the page titel red', 'titel', 'title'],
    ['make the page tilte red', 'tilte', 'title'],
    ['make the page titlee red', 'titlee', 'title'],
    ['make the pgae title red', 'pgae', 'page'],
    ['make the page title gren', 'gren', 'green'],
    ['make the page title yelow', 'yelow', 'yellow'],
    ['make the page title purpel', 'purpel', 'purple'],
    ['make the page title bigegr', 'bigegr', 'bigger'],
    ['make the page title biger', 'biger', 'bigger'],
    ['make the page title smaler', 'smaler', 'smaller'],
    ['make the page title widder', 'widder', 'wider'],
    ['make the page title talller', 'talller', 'taller'],
    ['make the page title boldd', 'boldd', 'bold'],
    ['make the page title itallic', 'itallic', 'italic'],
    ['make the page title undelined', 'undelined', 'underlined'],
    ['make the page title upercase', 'upercase', 'uppercase'],
    ['chnage the background of the intro to red', 'chnage', 'change'],
    ['change the backgroud of the intro to red', 'backgroud', 'background'],
    ['change the bakground of the intro to red', 'bakground', 'background'],
    ['incrase the font size of the page title by 2px', 'incrase', 'increase'],
    ['increase the fotn size of the page title by 2px', 'fotn', 'font'],
    ['set the widht of the page title to 200px', 'widht', 'width'],
    ['set the heigth of the page title to 50px', 'heigth', 'height'],
    ['set the paddng of the order form to 20px', 'paddng', 'padding'],
    ['set the opactiy of the intro to 50%', 'opactiy', 'opacity'],
    ['remvoe the rule', 'remvoe', 'remove'],
    ['delte the rule', 'delte', 'delete'],
    ['deelte the rule', 'deelte', 'delete'],
    ['hdie the intro', 'hdie', 'hide'],
    ['duplciate the rule', 'duplciate', 'duplicate'],
    ['dupliacte the rule', 'dupliacte', 'duplicate'],
    ['mvoe the intro to the top', 'mvoe', 'move'],
    ['move the intro blow the rule', 'blow', 'below'],
    ['move the intro belwo the rule', 'belwo', 'below'],
    ['move the intro abvoe the page title', 'abvoe', 'above'],
    ['move the intro to the bottm', 'bottm', 'bottom'],
    ['swpa the intro and the rule', 'swpa', 'swap'],
    ['make the order buton red', 'buton', 'button'],
    ['make the order buttn red', 'buttn', 'button'],
    ['make the order buttton red', 'buttton', 'button'],
    ['make the page footr blue', 'footr', 'footer'],
    ['make the secnd product card blue', 'secnd', 'second'],
    ['make the secodn product card blue', 'secodn', 'second'],
    ['make all prodct cards blue', 'prodct', 'product'],
    ['make evrey link bold', 'evrey', 'every'],
    ['give the intro a shadwo', 'shadwo', 'shadow'],
    ['give the intro a red bordr', 'bordr', 'border'],
    ['add a headng "Hi" below the intro', 'headng', 'heading'],
    ['ceter the logo', 'ceter', 'center'],
    ['underlien the intro', 'underlien', 'underline'],
  ])('%s', (command, from, to) => {
    const answer = engine.run(shop, command)
    expect(answer.status).toBe('applied')
    expect(answer.steps[0]!.corrections).toMatchObject([{ from, to }])
    const at = command.indexOf(from)
    expect(answer.issues[0]).toMatchObject({
      code: 'corrected',
      severity: 'note',
      span: { start: at, end: at + from.length },
    })
    expect(answer.confidence).toBeLessThan(1)
    const right = engine.run(shop, command.replace(from, to))
    expect(right.status).toBe('applied')
    expect(answer.json).toBe(right.json)
  })

  it('several in one command', () => {
    const answer = engine.run(shop, 'mkae the page titel gren and delte the rule')
    expect(answer.status).toBe('applied')
    expect(answer.steps[0]!.corrections.map(({ to }) => to)).toEqual(['make', 'title', 'green', 'delete'])
  })
})

describe('quoted text is never changed', () => {
  test.each([
    ['chnage the text of the intro to "chnage the buton"', 'chnage the buton'],
    ['rename the intr to "Teh titel"', 'Teh titel'],
    ['set the txet of the intro to “recieve”', 'recieve'],
    ["change the intor to 'wierd'", 'wierd'],
  ])('%s', (command, text) => {
    const answer = engine.run(shop, command)
    expect(answer.status).toBe('applied')
    expect(answer.blueprint.components[2]!.text).toBe(text)
    expect(answer.steps[0]!.corrections).toHaveLength(1)
  })
})

describe('words that are right are left alone', () => {
  const odd = {
    components: [
      { id: 'tile_1', type: 'text', text: 'Tilte' },
      { id: 'buton', type: 'button', text: 'Maek' },
      { id: 'x', type: 'heading', text: 'Colour lable' },
      { id: 'fnord', type: 'gizmo', text: 'Zork' },
    ],
  }
  test.each([
    'make "Tilte" red',
    'make the tilte red',
    'make the maek button red',
    'make #buton red',
    'make buton red',
    'make the gizmo red',
    'make the fnord bigger',
    'make fnord bold',
    'make the zork gizmo bold',
    'make the colour lable heading red',
    'make the lable heading bold',
    'hide the Zork',
    'delete the zork',
    'make everything grey',
    'make everything gray',
    'set the colour of #x to teal',
    'center #x',
    'centre #x',
    'make #x capitalised',
    'make all the buttons bold pls',
    'rename #x to Blorp',
    'set the font of #x to Helvetica Neue',
  ])('%s', (command) => {
    const answer = engine.run(odd, command)
    expect(answer.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(answer.status).toBe('applied')
    expect(answer.steps.flatMap(({ corrections }) => corrections)).toEqual([])
    expect(answer.confidence).toBe(1)
  })

  test.each([
    'make the wibble red',
    'hide the unicorn',
    'make the title zorkish',
    'florble the intro',
    'make the intro xyzzy',
    'delete the qwerty',
  ])('what is near nothing stays unread: %s', (command) => {
    expect(engine.run(shop, command).status).toBe('rejected')
  })
})
