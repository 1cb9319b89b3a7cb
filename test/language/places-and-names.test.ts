import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, Blueprint } from '../../src/index.ts'

const screen: Blueprint = {
  screen_id: 'orders',
  components: [
    { id: 'welcome', type: 'text', text: 'Welcome', bbox: [0, 0, 200, 20] },
    { id: 'hours', type: 'text', text: 'Mon-Fri 7:00 - 19:00', bbox: [0, 24, 200, 20] },
    { id: 'three', type: 'button', text: 'Three', bbox: [0, 50, 200, 40] },
    { id: 'two', type: 'button', text: 'Two', bbox: [220, 50, 200, 40] },
    { id: 'one', type: 'button', text: 'One', bbox: [440, 50, 200, 40] },
    { id: 'four', type: 'button', text: 'Four', bbox: [0, 100, 200, 40] },
    {
      id: 'seats',
      type: 'card',
      bbox: [0, 160, 640, 120],
      children: [
        { id: 'seat_14c', type: 'badge', text: '14C', bbox: [10, 170, 60, 20] },
        { id: 'seat_note', type: 'text', text: 'Window', bbox: [10, 200, 100, 20] },
      ],
    },
    { id: 'lesson_1', type: 'card', bbox: [0, 300, 200, 80] },
    { id: 'lesson_2', type: 'card', bbox: [220, 300, 200, 80] },
    { id: 'delete_link', type: 'link', text: 'Remove account', bbox: [0, 400, 200, 20] },
  ],
}

const engine = createEngine()
const targetsOf = ({ steps }: Answer): string[] => steps.flatMap(({ targets }) => targets.map(({ id }) => id))

describe('a place beside a thing says which thing, whatever way that is named', () => {
  test.each([
    ['make the button left of "One" red', 'two'],
    ['make the button left of One red', 'two'],
    ['make the button below "Three" red', 'four'],
    ['make the button above "Four" bold', 'three'],
    ['hide the button to the right of "Three"', 'two'],
    ['delete the text above "Three"', 'hours'],
    ['make the lesson 1 wider', 'lesson_1'],
    ['make the hours bold', 'hours'],
  ])('%s', (command, id) => {
    const answer = engine.run(screen, command)
    expect([answer.status, targetsOf(answer)]).toEqual(['applied', [id]])
  })
})

describe('no word is lost, and none stands for two things', () => {
  test.each([
    // A place and a look: one of them would have been dropped.
    'make the badge under "Window" center aligned',
    // A verb is no name because an id has it.
    'delete the subtitle called #seats',
    // The number is part of a name, and no size.
    'the one button above the lesson 1',
    // Of a thing that has no such part.
    'remove the text from "Four"',
    // What comes next is in there, or nowhere.
    'in lesson 2, make the badge bigger',
  ])('%s', (command) => {
    const answer = engine.run(screen, command)
    expect(answer.status).not.toBe('applied')
    expect(answer.patches).toEqual([])
    expect(answer.issues[0]?.message).not.toBe('')
  })

  test('three characters of a seat are no color', () => {
    const answer = engine.run(screen, 'make the button in "14C" twice as wide')
    expect(JSON.stringify(answer.patches)).not.toContain('1144CC')
  })
})

describe('what closes a command is no part of a text in it', () => {
  test.each([' please', ', please', ', thanks!', '. Thank you'])('%s', (closing) => {
    const said = 'add a nav with Home, Recipes and About'
    expect(engine.run(screen, said + closing).json).toBe(engine.run(screen, said).json)
  })

  test('but it may be the text', () => {
    expect(engine.run(screen, 'change the text of One to "thanks"').json).toContain('"text":"thanks"')
    expect(engine.run(screen, 'make the welcome text say please').json).toContain('"text":"please"')
  })
})

test('"changes nothing" is said of a part only where all of it changes nothing', () => {
  const bordered: Blueprint = {
    screen_id: 'one',
    components: [{ id: 'a', type: 'button', text: 'One', visual: { border_width: 2 } }],
  }
  const codes = (command: string): string[] => engine.run(bordered, command).issues.map(({ code }) => code)
  expect(codes('give the button a 2px solid navy border')).not.toContain('no-effect')
  expect(codes('give the button a 2px border')).toContain('no-effect')
})

describe('a command of two wishes does what they do one after the other', () => {
  test.each<[string, readonly string[]]>([
    [
      'no border on One, Welcome 50% opacity',
      ['remove the border of #one', 'set the opacity of #welcome to 50%'],
    ],
    ['put One on the right and Two on the left', ['put One on the right', 'put Two on the left']],
    ['make "One" red, not "Two"', ['make "One" red']],
    ['hide the welcome text, not the four button', ['hide the welcome text']],
    ['switch "One" with "Two"', ['swap "One" and "Two"']],
    ['remove the border of One, and center Window', ['remove the border of One', 'center Window']],
    ['hide the seats and the seat note', ['hide the seats', 'hide the seat note']],
    ['make One red, Two navy and Three bold', ['make One red', 'make Two navy', 'make Three bold']],
  ])('%s', (command, parts) => {
    const told = parts.reduce<Blueprint>((blueprint, part) => {
      const answer = engine.run(blueprint, part)
      expect({ part, status: answer.status }).toEqual({ part, status: 'applied' })
      return answer.blueprint
    }, screen)
    const answer = engine.run(screen, command)
    expect(answer.status).toBe('applied')
    expect(answer.blueprint).toEqual(told)
  })
})
