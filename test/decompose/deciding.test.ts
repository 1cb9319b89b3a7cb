import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Component } from '../../src/index.ts'

const engine = createEngine()

function row(n: number, trainer: string, state: string): Component {
  return {
    id: `row_${n}`,
    type: 'list_item',
    children: [
      { id: `start_${n}`, type: 'text', text: `1${n}:00` },
      { id: `coach_${n}`, type: 'description', text: trainer },
      { id: `state_${n}`, type: 'badge', text: state },
    ],
  }
}

/** No boxes anywhere: order and what the document states are all there is. */
const screen: Blueprint = {
  screen_id: 'deciding',
  components: [
    {
      id: 'weekday_tabs',
      type: 'tabs',
      children: [
        { id: 'tab_a', type: 'tab', text: 'Mon' },
        { id: 'tab_b', type: 'tab', text: 'Tue' },
        { id: 'tab_c', type: 'tab', text: 'Wed' },
      ],
    },
    { id: 'wide_photo', type: 'image', visual: { width: 300, height: 100 } },
    { id: 'small_photo', type: 'image', visual: { width: 80, height: 120 } },
    { id: 'lead', type: 'heading', text: 'Last chance', visual: { font_size: 30 } },
    { id: 'sub_lead', type: 'heading', text: "Coach's corner", visual: { font_size: 20 } },
    { id: 'hall_x', type: 'badge', text: 'Main hall' },
    { id: 'hall_y', type: 'badge', text: 'Side hall' },
    { id: 'hall_z', type: 'badge', text: 'Main hall' },
    { id: 'in_time', type: 'label', text: 'In time' },
    row(1, 'Ann', 'Open'),
    row(2, 'Bo', 'Full'),
    row(3, 'Cy', 'Open'),
    row(4, 'Di', 'Full'),
    {
      id: 'plan_basic',
      type: 'card',
      children: [
        { id: 'plan_basic_name', type: 'label', text: 'Basic' },
        { id: 'plan_basic_fee', type: 'text', text: '$1' },
      ],
    },
    {
      id: 'plan_family',
      type: 'card',
      children: [
        { id: 'plan_family_name', type: 'label', text: 'Family' },
        { id: 'plan_family_fee', type: 'text', text: '$9' },
      ],
    },
    { id: 'first_door', type: 'button', text: 'Enter' },
    { id: 'other_door', type: 'button', text: 'Leave' },
  ],
}

/** The components of every step, or the code of the refusal. */
function meaning(command: string): readonly string[] | string {
  const { status, steps, issues } = engine.plan(screen, command)
  if (status === 'applied') return steps.flatMap(({ targets }) => targets.map(({ id }) => id))
  return issues.find(({ severity }) => severity === 'error')!.code
}

const ASKED = 'reference-ambiguous'

describe('what decides among several', () => {
  test.each<[string, readonly string[] | string]>([
    // Size: what the document states, and nothing else.
    ['hide the biggest image', ['wide_photo']],
    ['hide the smallest image', ['small_photo']],
    ['hide the tallest image', ['small_photo']],
    ['hide the narrowest image', ['small_photo']],
    ['hide the biggest heading', ['lead']],
    ['hide the biggest badge', ASKED],
    ['hide the smallest button', ASKED],
    ['hide the widest card', ASKED],
    ['hide the bottommost button', ['other_door']],
    // Text that several say.
    ['remove Main hall badge', ASKED],
    ['remove the main hall badge', ASKED],
    ['hide all Main hall badges', ['hall_x', 'hall_z']],
    ['Main hall badges bold', ['hall_x', 'hall_z']],
    ['hide the Side hall badge', ['hall_y']],
    ['hide the Last chance heading', ['lead']],
    // Texts that begin as other phrases do.
    ['hide In time label', ['in_time']],
    ['In time label red', ['in_time']],
    ["Coach's corner heading: 28/1.3", ['sub_lead']],
    ['hide the row with Ann', ['row_1']],
    ['hide the badge in the row with Cy', ['state_3']],
    ['hide the card with Family', ['plan_family']],
    ['hide the card with Zebra', 'reference-unknown'],
    // Beside what was named.
    ['Mon tab bold, the other tabs italic', ['tab_a', 'tab_b', 'tab_c']],
    ['hide the tabs', ['weekday_tabs']],
    ['hide the first two tabs', ['tab_a', 'tab_b']],
    ['delete the other tabs', ASKED],
    ['delete the other buttons', ASKED],
    // Rows without boxes.
    ['hide the badge in the second row', ['state_2']],
    ['hide the coach name in the last row', ['coach_4']],
    ['hide the badges in even rows', ['state_2', 'state_4']],
    ['hide the state label of the third row', ['state_3']],
    ['hide the badge in the ninth row', 'reference-unknown'],
    ['hide the state label', 'reference-unknown'],
    // Names that count, and a noun that two names share.
    ['hide the second plan', ['plan_family']],
    ['hide the basic and family plans', ['plan_basic', 'plan_family']],
    ['swap the basic and family plans', ['plan_basic', 'plan_family']],
    ['swap the basic and zebra plans', 'reference-unknown'],
  ])('%s', (command, expected) => {
    expect(meaning(command)).toEqual(expected)
  })
})

describe('a doubt is no wish', () => {
  test.each(['maybe delete the lead?', 'delete the lead, maybe?', 'what if we delete the lead?'])(
    '%s',
    (command) => {
      expect(engine.plan(screen, command).status).toBe('rejected')
    },
  )

  test.each(['can you delete #lead?', 'maybe make #lead red?', 'please delete #lead'])(
    'but this is: %s',
    (command) => {
      expect(meaning(command)).toEqual(['lead'])
    },
  )
})

describe('values', () => {
  test.each<[string, unknown]>([
    [
      '#lead 32/1.2',
      [
        { property: 'fontSize', value: 32 },
        { property: 'lineHeight', value: 1.2 },
      ],
    ],
    [
      '#lead font size 24px/1.35',
      [
        { property: 'fontSize', value: 24 },
        { property: 'lineHeight', value: 1.35 },
      ],
    ],
    ['set the font size of #lead to twenty eight', [{ property: 'fontSize', value: 28 }]],
    ['set the opacty of #lead to ninety percent', [{ property: 'opacity', value: 0.9 }]],
    [
      '#lead padding 20, raduis 16, shaddow md',
      [
        { property: 'padding', value: 20 },
        { property: 'borderRadius', value: 16 },
        { property: 'shadow', value: 'md' },
      ],
    ],
    ['make #wide_photo a third wider', [{ width: { kind: 'factor', factor: 4 / 3 } }]],
    ['make #wide_photo a quarter shorter', [{ height: { kind: 'factor', factor: 0.75 } }]],
    ['make #wide_photo twice wider', [{ width: { kind: 'factor', factor: 2 } }]],
    ['make #wide_photo half as wide', [{ width: { kind: 'factor', factor: 0.5 } }]],
    ['#wide_photo w 200 h 60', [{ width: { kind: 'to', px: 200 } }, { height: { kind: 'to', px: 60 } }]],
    ['#lead.text_align = center', [{ property: 'textAlign', value: 'center' }]],
    ['#lead.hidden = true', [{ property: 'hidden', value: true }]],
  ])('%s', (command, parameters) => {
    const { status, steps } = engine.plan(screen, command)
    expect([command, status]).toEqual([command, 'applied'])
    expect(steps.flatMap((step) => step.parameters)).toMatchObject(parameters as object[])
  })
})
