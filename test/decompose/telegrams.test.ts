import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { partyScreen } from '../support/party-screen.ts'

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
    // No wish at all.
    ['the text "Friday at six"', 'date', 'reference-ambiguous'],
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
    ['contact before title, cover after date', 'contact', 'reference-unknown'],
    ['make the header red, contact before title', 'contact', 'cover'],
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
    expect(engine.run(party, command).status).toMatch(/^(?:rejected|clarify)$/)
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
    ['need one more button "Map" under the date', 'reference-ambiguous'],
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

describe('inside of what is said first', () => {
  test.each<[string, string, string, unknown]>([
    ['in the form change the button to "Reply" and make it bold', 'send', 'text', 'Reply'],
    ['in the gold plan make the button red', 'gold_pick', 'bg_color', '#FF0000'],
    ['in the form the button red', 'send', 'bg_color', '#FF0000'],
    ["make the footer's text centered", 'footer', 'text_align', 'center'],
    ['footer text right aligned', 'footer', 'text_align', 'right'],
    ['make the footer centered', 'footer', 'text_align', undefined],
    ['make the middle list item bold', 'course_2', 'font_weight', 'bold'],
  ])('%s', (command, id, property, value) => {
    expect(after(command, id, property)).toBe(value)
  })

  test.each<[string, string]>([
    ['add a text "Map" inside the first list', 'course_3'],
    ['put the contact at the last place', 'footer'],
  ])('an ordinal before a noun is no edge: %s', (command, neighbour) => {
    const all = allOf(engine.run(party, command).blueprint)
    const at = all.findIndex(
      ({ id, text }) => text === 'Map' || (id === 'contact' && command.includes('contact')),
    )
    expect(all[at - 1]?.id).toBe(neighbour)
  })
})

describe('the side of what holds something is its own', () => {
  const boxed = {
    screen_id: 'boxed',
    components: [
      {
        id: 'hero',
        type: 'hero',
        bbox: [0, 0, 400, 200] as const,
        children: [
          { id: 'art', type: 'image', bbox: [200, 20, 100, 100] as const },
          { id: 'claim', type: 'title', text: 'Claim', bbox: [20, 140, 200, 40] as const },
        ],
      },
      { id: 'below', type: 'card', text: 'Below', bbox: [0, 220, 400, 80] as const },
    ],
  }
  test.each<[string, string]>([
    ['move the image to the left side of the hero', 'align'],
    ['put the image on the right side of the hero', 'align'],
    ['move the image to the left side of the card', 'move'],
    ['move the image after the hero', 'move'],
  ])('%s', (command, kind) => {
    const { steps } = engine.plan(boxed, command)
    expect(steps.flatMap(({ parameters }) => parameters.map((parameter) => parameter.kind))).toEqual([kind])
  })
})

describe('old values and looks of others', () => {
  test.each<[string, string, string, unknown]>([
    ['increase the font size of the title from 32 to 40 px', 'title', 'font_size', 40],
    ["reduce the title's font size from 32 to 24", 'title', 'font_size', 24],
    ['the same background for the footer as the header', 'footer', 'bg_color', '#222222'],
    ['same color for the footer as the basic plan', 'footer', 'bg_color', '#D8E8FF'],
    ['the same background for the footer', 'footer', 'bg_color', 'not-understood'],
  ])('%s', (command, id, property, value) => {
    expect(after(command, id, property)).toBe(value)
  })
})

describe('rough amounts, ends of several', () => {
  test.each<[string, string, string, unknown]>([
    ['make the date about 50% bigger', 'date', 'font_size', 27],
    ['make the date roughly 20px', 'date', 'font_size', 20],
    ['make the about section red', 'date', 'font_size', 'reference-unknown'],
  ])('%s', (command, id, property, value) => {
    expect(after(command, id, property)).toBe(value)
  })

  test.each<[string, string, string | undefined]>([
    ['move the basic plan to the end of the cards', 'basic_plan', 'gold_pick'],
    ['move the gold plan to the beginning of the cards', 'gold_plan', 'course_3'],
    ['move the contact to the end of the form', 'contact', 'send'],
  ])('%s', (command, id, expected) => {
    expect(behind(command, id)).toBe(expected)
  })
})
