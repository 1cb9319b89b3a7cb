import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, Blueprint, Target } from '../../src/index.ts'

const engine = createEngine()

function plan(n: number): NonNullable<Blueprint['components']>[number] {
  const y = 100 + n * 100
  return {
    id: `plan_${n}`,
    type: 'card',
    bbox: [16, y, 300, 88],
    children: [
      { id: `mark_${n}`, type: 'badge', text: n === 2 ? 'On trial' : 'Free', bbox: [28, y + 8, 80, 24] },
      { id: `more_${n}`, type: 'icon', bbox: [260, y + 8, 24, 24], visual: { alt: 'plus sign' } },
    ],
  }
}

const screen: Blueprint = {
  screen_id: 'plans',
  tokens: { primary_color: '#2563EB', accent_color: '#F59E0B', base_spacing: 8, border_radius: '8px' },
  components: [
    { id: 'top', type: 'header', bbox: [0, 0, 390, 56] },
    { id: 'intro', type: 'text', text: 'Cancel any day', bbox: [16, 64, 300, 24], visual: { font_size: 14 } },
    plan(1),
    plan(2),
    plan(3),
    plan(4),
    { id: 'join', type: 'button', text: 'Join us', bbox: [16, 600, 140, 48] },
    { id: 'ask', type: 'button', text: 'Ask first', bbox: [16, 660, 140, 48] },
  ],
}

function idsOf(targets: readonly Target[]): string {
  return targets.map((target) => (typeof target === 'string' ? target : 'made')).join(' ')
}

/** What a command wrote and where, without what layout moved. */
function written(answer: Answer): string {
  return answer.steps
    .flatMap(({ parameters }) => parameters)
    .filter((step) => step.kind === 'set')
    .map(
      ({ targets, property, value }) =>
        `${idsOf(targets)} ${property}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join('; ')
}

describe('ranges of ordinals', () => {
  test.each([
    ['hide the second to fourth cards', 'plan_2 plan_3 plan_4 hidden=true'],
    ['hide the 1st through the 3rd card', 'plan_1 plan_2 plan_3 hidden=true'],
    ['hide the first till third badge', 'mark_1 mark_2 mark_3 hidden=true'],
  ])('%s', (command, expected) => {
    const answer = engine.run(screen, command)
    expect([answer.status, written(answer)]).toEqual(['applied', expected])
  })

  test.each([
    'hide the fourth to second cards',
    'move the first to second place',
    'hide the second to #join',
  ])('none in: %s', (command) => {
    expect(engine.run(screen, command).status).toBe('rejected')
  })
})

describe('looks one after the other, without commas', () => {
  test.each([
    [
      'make the intro bold italic underlined',
      'fontWeight=bold',
      'fontStyle=italic',
      'textDecoration=underline',
    ],
    ['intro 18px bold', 'fontSize=18', 'fontWeight=bold'],
    [
      'intro italic 20px red uppercase',
      'fontStyle=italic',
      'fontSize=20',
      'textColor=#FF0000',
      'textTransform=uppercase',
    ],
    ['every button text 18px bold', 'fontSize=18', 'fontWeight=bold'],
    ['make the join button 2px solid red', 'borderWidth=2', 'borderStyle=solid', 'borderColor=#FF0000'],
  ])('%s', (command, ...looks) => {
    const answer = engine.run(screen, command)
    expect([answer.status, written(answer).match(/\w+=[^ ;]+/g)]).toEqual(['applied', looks])
  })

  test('a width in pixels is no opacity', () => {
    expect(engine.run(screen, 'make the join button 2px solid').status).toBe('rejected')
  })
})

describe('how many, said last', () => {
  test.each([
    ['make buttons red all', 'join ask background=#FF0000'],
    ['make badges bold all of them', 'mark_1 mark_2 mark_3 mark_4 fontWeight=bold'],
  ])('%s', (command, expected) => {
    const answer = engine.run(screen, command)
    expect([answer.status, written(answer)]).toEqual(['applied', expected])
  })

  test('not of one thing', () => {
    expect(engine.run(screen, 'make the join button red all').status).toBe('rejected')
  })
})

describe('what a thing is called', () => {
  test.each([
    ['hide the card with the On trial badge', 'plan_2 hidden=true'],
    ['the button with join make red', 'join background=#FF0000'],
    ['hide every plus icon', 'more_1 more_2 more_3 more_4 hidden=true'],
    ['hide the intro plus the join button', 'intro join hidden=true'],
  ])('%s', (command, expected) => {
    const answer = engine.run(screen, command)
    expect([answer.status, written(answer)]).toEqual(['applied', expected])
  })

  test('several plus icons are asked about', () => {
    expect(engine.run(screen, 'hide the plus icon').status).toBe('clarify')
  })
})
