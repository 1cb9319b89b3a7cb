import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Component } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { partyScreen } from '../support/party-screen.ts'

const engine = createEngine()
const party = partyScreen()
const before = new Map(allOf(party).map((component) => [component.id, component]))

function valueOf(component: Component, property: string): unknown {
  return property === 'text' ? component.text : component.visual?.[property]
}

/** What is otherwise after a command, as `id.property`, or the code of its refusal. */
function changes(command: string): Record<string, unknown> | string {
  const { status, blueprint, issues } = engine.run(party, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  const result: Record<string, unknown> = {}
  for (const component of allOf(blueprint)) {
    const old = before.get(component.id) ?? { id: component.id, type: component.type }
    const keys = Object.keys({ text: '', ...old.visual, ...component.visual })
    for (const key of keys) {
      const value = valueOf(component, key)
      if (JSON.stringify(value) !== JSON.stringify(valueOf(old, key)))
        result[`${component.id}.${key}`] = value
    }
  }
  return result
}

/** All ids in document order after a command, or the code of its refusal. */
function order(command: string): string | readonly string[] {
  const { status, blueprint, issues } = engine.run(party, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return allOf(blueprint).map(({ id }) => id)
}

/** The ids around one after a command. */
function around(command: string, id: string): string | readonly (string | undefined)[] {
  const ids = order(command)
  if (typeof ids === 'string') return ids
  const at = ids.indexOf(id)
  return [ids[at - 1], ids[at + 1]]
}

describe('names that share the noun of the last', () => {
  test.each([
    ['swap the basic and the gold plan', ['gold_plan', 'gold_name', 'gold_fee', 'gold_pick', 'basic_plan']],
  ])('%s', (command, ids) => {
    const all = order(command)
    expect(all.slice(all.indexOf('gold_plan')).slice(0, 5)).toEqual(ids)
  })

  test.each<[string, Record<string, unknown> | string]>([
    [
      'make the basic and the gold plan red',
      { 'basic_plan.bg_color': '#FF0000', 'gold_plan.bg_color': '#FF0000' },
    ],
    [
      'make the basic and the gold card red',
      { 'basic_plan.bg_color': '#FF0000', 'gold_plan.bg_color': '#FF0000' },
    ],
    // What has a noun of its own, or cannot have that of the other, keeps to its name.
    ['hide the cover and the basic plan', { 'cover.hidden': true, 'basic_plan.hidden': true }],
    ['hide the contact and the send button', { 'contact.hidden': true, 'send.hidden': true }],
    ['hide the platinum and the gold plan', 'reference-unknown'],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('a wish that names a place moves', () => {
  test.each([
    ['I want the cover below the title', 'cover', ['title', 'date']],
    ["I'd like the contact above the cover", 'contact', ['header', 'cover']],
    ['we need the title above the cover', 'title', ['header', 'cover']],
  ])('%s', (command, id, neighbours) => {
    expect(around(command, id)).toEqual(neighbours)
  })

  test.each<[string, Record<string, unknown> | string]>([
    // The place says which one is meant.
    ['I want the text below the title red', { 'date.text_color': '#FF0000' }],
    ['I want the text below the title to be bold', { 'date.font_weight': 'bold' }],
    ['I want the title and the cover', 'not-understood'],
    ['the cover below the title', 'not-understood'],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })

  test('what is new is added', () => {
    expect(engine.run(party, 'I want a button below the cover').blueprint.components).toHaveLength(
      party.components.length + 1,
    )
  })
})

describe('a width behind the border', () => {
  test.each<[string, Record<string, unknown>]>([
    ['NAME FIELD RED BORDER 2PX', { 'name_field.border_color': '#FF0000', 'name_field.border_width': 2 }],
    [
      'red border 3px dashed on the cover',
      { 'cover.border_color': '#FF0000', 'cover.border_width': 3, 'cover.border_style': 'dashed' },
    ],
    ['give the cover a red border of 3px', { 'cover.border_color': '#FF0000', 'cover.border_width': 3 }],
    // The measure of what follows.
    [
      'name field red border 8px radius',
      { 'name_field.border_color': '#FF0000', 'name_field.border_radius': 8 },
    ],
    [
      'name field: red border, 8px padding',
      { 'name_field.border_color': '#FF0000', 'name_field.padding': 8 },
    ],
    [
      'cover: red border, 80px tall',
      { 'cover.border_color': '#FF0000', 'cover.border_width': 1, 'cover.height': 80 },
    ],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('what a component says is emptied, not the component deleted', () => {
  test.each<[string, Record<string, unknown> | string]>([
    ['clear the text of the contact', { 'contact.text': '' }],
    ["clear the header's text", { 'header.text': '' }],
    ["empty the name field's placeholder", { 'name_field.placeholder': undefined }],
    ['clear the shadow of the cover', { 'cover.shadow': 'none' }],
    ['empty the cover', 'not-understood'],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })

  test('clear a component', () => {
    expect(order('clear the contact')).not.toContain('contact')
  })
})

describe('others than a name without a noun', () => {
  test.each<[string, Record<string, unknown> | string]>([
    [
      'make gold plan yellow and the others white',
      { 'gold_plan.bg_color': '#FFFF00', 'basic_plan.bg_color': '#FFFFFF' },
    ],
    [
      'make the basic plan yellow and the rest white',
      { 'basic_plan.bg_color': '#FFFF00', 'gold_plan.bg_color': '#FFFFFF' },
    ],
    ['hide the pick and make the others red', 'reference-ambiguous'],
    ['make the others white', 'reference-ambiguous'],
    ['the rest of the cards white', 'reference-ambiguous'],
    ['hide the cover and make the others red', 'reference-unknown'],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('pale colours keep their hue, purple reaches from violet to magenta', () => {
  test.each<[string, Record<string, unknown> | string]>([
    ['make the footer pale pink', { 'footer.bg_color': '#FFE0E5' }],
    ['make the footer pale blue', { 'footer.bg_color': '#1C58FF' }],
    ['make the purple button orange', { 'send.bg_color': '#FFA500' }],
    ['make the green button orange', 'reference-unknown'],
    ['make the pink button orange', 'reference-unknown'],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('gradients as CSS writes them', () => {
  const gradient = (angle: number, ...stops: readonly string[]): unknown => ({ type: 'linear', angle, stops })
  test.each<[string, Record<string, unknown> | string]>([
    [
      'make the background of the header linear-gradient(90deg, #fff, #0A2540)',
      { 'header.gradient': gradient(90, '#FFFFFF', '#0A2540') },
    ],
    [
      'set the header background to linear-gradient(to bottom left, red 0%, rgb(0, 0, 255) 100%)',
      { 'header.gradient': gradient(225, '#FF0000', '#0000FF') },
    ],
    // The document knows linear gradients only; one colour is none.
    ['header background: radial-gradient(circle, red, blue)', 'not-understood'],
    ['header background: linear-gradient(90deg, red)', 'not-understood'],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('the look of another', () => {
  const look = { 'send.bg_color': '#404040' }
  test.each<[string, Record<string, unknown> | string]>([
    ['make the send button look like the gold pick button', look],
    ['the send button should look the same as the gold pick button', look],
    ['give the send button the same style as the gold pick button', look],
    ['make the send button look like a card', 'not-understood'],
    ['make the send button look better', 'unmeasurable'],
    ['the footer should look darker', { 'footer.bg_color': '#090909' }],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('where something leads', () => {
  test.each<[string, Record<string, unknown> | string]>([
    ['link the cover to https://a.example/x', { 'cover.href': 'https://a.example/x' }],
    ['point the decline link to /bye', { 'decline.href': '/bye' }],
    ['the send button should go to https://a.example/sent', { 'send.href': 'https://a.example/sent' }],
    ['make the send button open /sent', { 'send.href': '/sent' }],
    ['link the send button and the footer', 'not-understood'],
    ['link the send reply button', 'not-understood'],
    ['the decline link should be red', { 'decline.text_color': '#FF0000' }],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('parts of what has a name', () => {
  test.each<[string, Record<string, unknown> | string]>([
    ['hide the price of Basic', { 'basic_fee.hidden': true }],
    ["change Basic's price to $30", { 'basic_fee.text': '$30' }],
    ['raise the price of the gold plan to $30', { 'gold_fee.text': '$30' }],
    ['raise the price of the gold plan by 5', { 'gold_fee.text': '$30' }],
    ['make the Basic button red', { 'basic_pick.bg_color': '#FF0000' }],
    ['make the Basic image red', 'reference-unknown'],
    ['hide the Bronze button', 'reference-unknown'],
    ['make the prices bold', { 'basic_fee.font_weight': 'bold', 'gold_fee.font_weight': 'bold' }],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('outlined, shades, names of things', () => {
  test.each<[string, Record<string, unknown> | string]>([
    ['the cover should be outlined in red', { 'cover.border_width': 1, 'cover.border_color': '#FF0000' }],
    ['make the cover outlined', { 'cover.border_width': 1 }],
    ['make the outlined field red', { 'name_field.bg_color': '#FF0000' }],
    ['make the outlined button red', 'reference-unknown'],
    ['rename the send button "Reply"', { 'send.text': 'Reply' }],
    ['rename the button that says "Send reply"', 'not-understood'],
    ['rename "Pasta"', 'reference-ambiguous'],
    ['rename the button "Send reply" to "Reply"', { 'send.text': 'Reply' }],
  ])('%s', (command, expected) => {
    expect(changes(command)).toEqual(expected)
  })
})

describe('only a text is said of what is new', () => {
  test.each<[string, string, string]>([
    ['add "Cheese" to the menu', 'list_item', 'course_3'],
    ['insert "Salad" after Soup', 'list_item', 'course_1'],
    ['add "Hello" below the title', 'text', 'title'],
    ['add "Maybe" after the decline link', 'link', 'decline'],
  ])('%s', (command, type, neighbour) => {
    const all = allOf(engine.run(party, command).blueprint)
    const added = all.findIndex(({ id }) => !before.has(id))
    expect([all[added]?.type, all[added - 1]?.id]).toEqual([type, neighbour])
  })

  test.each(['add "Cheese"', 'add "Cheese" to the cheese board'])('nothing: %s', (command) => {
    expect(engine.run(party, command).status).toBe('rejected')
  })

  test('the address of an image is its source', () => {
    const { blueprint } = engine.run(
      party,
      'add an image above the title with the url https://a.example/b.png',
    )
    expect(blueprint.components[2]).toMatchObject({
      type: 'image',
      visual: { image_url: 'https://a.example/b.png' },
    })
  })
})

describe('out of what holds it', () => {
  test.each([
    ['take the send button out of the form', 'send', ['name_field', 'decline']],
    ['move the name field out of the form', 'name_field', ['send', 'decline']],
    ['take the contact out', 'contact', 'not-understood'],
  ])('%s', (command, id, expected) => {
    expect(around(command, id)).toEqual(expected)
  })
})
