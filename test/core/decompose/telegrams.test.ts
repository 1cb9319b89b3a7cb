import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/core/index.ts'
import { allOf } from '../../support/documents.ts'
import { partyScreen } from '../../support/party-screen.ts'

const engine = createEngine()
const party = partyScreen()

/** A property of a component after a command, or the code of the refusal. */
function after(command: string, id: string, property: string): unknown {
  const { status, blueprint, issues } = engine.run(party, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  const component = allOf(blueprint).find((one) => one.id === id)!
  return property === 'text' ? component.text : component.visual?.[property]
}

/** What stands before a component after a command, or the code of the refusal. */
function behind(command: string, id: string): string | undefined {
  const { status, blueprint, issues } = engine.run(party, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  const ids = allOf(blueprint).map((one) => one.id)
  return ids[ids.indexOf(id) - 1]
}

describe('a text behind what says it', () => {
  test.each<[string, string, unknown]>([
    ['header text "Hello"', 'header', 'Hello'],
    ['contact text change "Ask us"', 'contact', 'Ask us'],
    ['send button label "Go"', 'send', 'Go'],
    ['send button label "Go" and bold', 'send', 'Go'],
    // Which one is meant, or no wish at all.
    ['the text "Friday at six"', 'date', 'reference-unknown'],
    ['the text that says "Friday at six" bold', 'date', 'Friday at six'],
    ['change the date "Friday at six"', 'date', 'not-understood'],
    ['make the button with the label "Send reply" red', 'send', 'Send reply'],
  ])('%s', (command, id, text) => {
    expect(after(command, id, 'text')).toBe(text)
  })
})

describe('a whole command of a thing and its place', () => {
  test.each<[string, string, string | undefined]>([
    ['contact before title', 'contact', 'cover'],
    ['decline link under cover please', 'decline', 'cover'],
    ['cover after date', 'cover', 'date'],
    ['the contact before the title', 'contact', 'not-understood'],
    ['contact before title, cover after date', 'contact', 'not-understood'],
    ['make the header red, contact before title', 'contact', 'reference-unknown'],
  ])('%s', (command, id, expected) => {
    expect(behind(command, id)).toBe(expected)
  })
})

describe('what a copy is called', () => {
  test.each<[string, string]>([
    ['copy the contact and call it "Ask Bo"', 'Ask Bo'],
    ['copy the contact and call it Ask Bo', 'Ask Bo'],
    ['duplicate the contact and name the copy "Ask Bo"', 'Ask Bo'],
  ])('%s', (command, text) => {
    const { blueprint } = engine.run(party, command)
    expect(allOf(blueprint).filter((one) => one.text === text)).toHaveLength(1)
    expect(allOf(blueprint).filter((one) => one.text === 'Questions? Call Ann')).toHaveLength(1)
  })

  test.each(['call it "Ask Bo"', 'call the contact'])('nothing: %s', (command) => {
    expect(engine.run(party, command).status).toBe('rejected')
  })
})

describe('fonts by name, complaints with a short "is", fields of fields', () => {
  test.each<[string, string, string, unknown]>([
    ['can we have the title in Georgia', 'title', 'font_family', 'Georgia'],
    ['set the title in Courier New', 'title', 'font_family', 'Courier New'],
    ['make the title in Times bold', 'title', 'font_weight', 'bold'],
    ["the header's too dark", 'header', 'bg_color', '#2E2E2E'],
    ["the header's text white", 'header', 'text_color', '#FFFFFF'],
    ['change the placeholder of name to "Full name"', 'name_field', 'placeholder', 'Full name'],
  ])('%s', (command, id, property, value) => {
    expect(after(command, id, property)).toBe(value)
  })
})

describe('new things without an article', () => {
  test.each<[string, string | undefined]>([
    ['put new button "Map" after contact', 'contact'],
    ['need one more button "Map" under the date', 'date'],
    ['need the button under the date', 'not-understood'],
    ['put button "Map" after contact', 'reference-unknown'],
  ])('%s', (command, expected) => {
    const { status, blueprint, issues } = engine.run(party, command)
    const all = allOf(blueprint)
    const at = all.findIndex(({ text }) => text === 'Map')
    expect(
      status === 'applied' ? all[at - 1]?.id : issues.find(({ severity }) => severity === 'error')!.code,
    ).toBe(expected)
  })
})

test('no other picture is the logo', () => {
  expect(after('delete the logo', 'cover', 'hidden')).toBe('reference-unknown')
})
