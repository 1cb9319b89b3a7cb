import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Step } from '../../src/index.ts'

const screen: Blueprint = {
  screen_id: 'dotted',
  components: [
    { id: 'hero', type: 'card', visual: { bg_color: '#FFFFFF' } },
    { id: 'hero_title', type: 'title', text: 'Hello', visual: { font_size: 20 } },
    { id: 'form.text', type: 'text', text: 'Dotted id' },
    { id: 'form', type: 'form', visual: { bg_color: '#EEEEEE' } },
  ],
}

function stepsOf(command: string): readonly Step[] {
  const answer = createEngine().run(screen, command)
  expect([command, answer.status]).toEqual([command, 'applied'])
  return answer.steps.flatMap(({ parameters }) => parameters)
}

describe('a component and its property as programs write them', () => {
  test.each([
    ['Set #hero.bg_color to #003366', 'hero', 'background', '#003366'],
    ['#hero.visual.bg_color: #003366', 'hero', 'background', '#003366'],
    ['hero_title.font_size = 22', 'hero_title', 'fontSize', 22],
    ['hero_title.fontSize = 22px', 'hero_title', 'fontSize', 22],
    ['#hero_title.text: "Welcome"', 'hero_title', 'text', 'Welcome'],
    ['set #hero_title.letter_spacing to 2', 'hero_title', 'letterSpacing', 2],
  ])('%s', (command, target, property, value) => {
    expect(stepsOf(command)).toEqual([{ kind: 'set', targets: [target], property, value }])
  })

  test('several, one a line', () => {
    const steps = stepsOf('#hero.bg_color: navy\n#hero_title.text: "Hi"\n#hero_title.text_color: white')
    expect(steps.map((step) => 'property' in step && step.property)).toEqual([
      'background',
      'text',
      'textColor',
    ])
  })

  test('an id with a dot is that component where the document has it', () => {
    expect(stepsOf('delete #form.text')).toEqual([{ kind: 'delete', targets: ['form.text'] }])
    expect(stepsOf('set the text of #form.text to "New"')[0]).toMatchObject({
      targets: ['form.text'],
      value: 'New',
    })
  })

  test.each([
    'set #hero.nothing to 3',
    'set #hero.text.color.size to 3',
    'set #nobody.text to "x"',
    'delete #hero.',
  ])('%s is refused, or as it was', (command) => {
    const answer = createEngine().run(screen, command)
    if (command !== 'delete #hero.') expect(answer.status).toBe('rejected')
    else expect(answer.status).toBe('applied')
  })
})
