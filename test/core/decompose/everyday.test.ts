import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/core/index.ts'
import type { Component } from '../../../src/core/index.ts'
import { allOf } from '../../support/documents.ts'
import { partyScreen } from '../../support/party-screen.ts'

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
    ['swap the silver and the gold plan', ['gold_plan', 'gold_name', 'gold_fee', 'gold_pick', 'silver_plan']],
  ])('%s', (command, ids) => {
    const all = order(command)
    expect(all.slice(all.indexOf('gold_plan')).slice(0, 5)).toEqual(ids)
  })

  test.each<[string, Record<string, unknown> | string]>([
    [
      'make the silver and the gold plan red',
      { 'silver_plan.bg_color': '#FF0000', 'gold_plan.bg_color': '#FF0000' },
    ],
    [
      'make the silver and the gold card red',
      { 'silver_plan.bg_color': '#FF0000', 'gold_plan.bg_color': '#FF0000' },
    ],
    // What has a noun of its own, or cannot have that of the other, keeps to its name.
    ['hide the cover and the silver plan', { 'cover.hidden': true, 'silver_plan.hidden': true }],
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
      { 'gold_plan.bg_color': '#FFFF00', 'silver_plan.bg_color': '#FFFFFF' },
    ],
    [
      'make the silver plan yellow and the rest white',
      { 'silver_plan.bg_color': '#FFFF00', 'gold_plan.bg_color': '#FFFFFF' },
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
