import { applyPatch, createEngine } from 'blueprint-command-engine'
import { describe, expect, test } from 'vitest'
import { dialects } from '../src/index.ts'
import { card, email, messages, page, spec } from './documents.ts'

const engine = createEngine({ dialects })

/** What a command does to a document, as patches; checked against the result and the way back. */
function patchesOf(document: object, command: string): readonly string[] {
  const before = structuredClone(document)
  const answer = engine.run(document, command)
  expect(answer.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(answer.status).toBe('applied')
  expect(document).toEqual(before)
  const source = document as Parameters<typeof applyPatch>[0]
  expect(applyPatch(source, answer.patches)).toEqual(answer.blueprint)
  expect(applyPatch(answer.blueprint as typeof source, answer.inverse)).toEqual(document)
  return answer.patches.map((patch) =>
    patch.op === 'move'
      ? `move ${patch.from} ${patch.path}`
      : `${patch.op} ${patch.path}${'value' in patch ? ` ${JSON.stringify(patch.value)}` : ''}`,
  )
}

function refusalOf(document: object, command: string): string {
  const answer = engine.run(document, command)
  expect(answer.blueprint).toBe(document)
  expect(answer).toMatchObject({ patches: [], inverse: [] })
  expect(answer.status).toMatch(/rejected|clarify/)
  return answer.issues[0]!.message
}

const two = '/messages/1/updateComponents/components'

describe.each<[string, object, readonly (readonly [string, readonly string[]])[]]>([
  [
    'Adaptive Cards',
    card,
    [
      ['change the title to "On time"', ['replace /body/0/text "On time"']],
      ['make the title bigger', ['add /body/0/size "extraLarge"']],
      ['make the image much bigger', ['replace /body/3/size "large"']],
      ['hide the image', ['add /body/3/isVisible false']],
      ['change "12C" to "Window"', ['replace /body/4/facts/0/value "Window"']],
      ['delete the fact "Row"', ['remove /body/4/facts/1']],
      ['make the rebook button positive', ['add /actions/0/style "positive"']],
      ['swap the rebook button and the help button', ['move /actions/1 /actions/0']],
      ['change the placeholder of the input to "John"', ['replace /body/5/placeholder "John"']],
    ],
  ],
  [
    'json-render with a catalogue',
    spec,
    [
      ['make the heading bigger', ['replace /elements/title/props/level "h1"']],
      ['make the new badge outline', ['replace /elements/badge/props/variant "outline"']],
      ['set the gap of #row to lg', ['replace /elements/row/props/gap "lg"']],
      ['hide the save button', ['add /elements/save/visible false']],
      ['delete the cancel button', ['remove /elements/row/children/1', 'remove /elements/cancel']],
      [
        'swap the save button and the cancel button',
        ['move /elements/row/children/1 /elements/row/children/0'],
      ],
      [
        'duplicate the new badge',
        [
          'add /elements/row/children/3 "badge_copy"',
          'add /elements/badge_copy {"type":"Badge","props":{"text":"New","variant":"default"}}',
        ],
      ],
    ],
  ],
  [
    'json-render without a catalogue',
    email,
    [
      ['make "Hello" bigger', ['replace /elements/hello/props/style/fontSize "19.2px"']],
      ['make "Hello" red', ['replace /elements/hello/props/style/color "#FF0000"']],
      ['make the button rounder', ['replace /elements/shop/props/style/borderRadius "8px"']],
      ['make the button bold', ['add /elements/shop/props/style/fontWeight "bold"']],
      ['change the link of the button to "/sale"', ['replace /elements/shop/props/href "/sale"']],
    ],
  ],
  [
    'A2UI 1.0',
    messages('v1.0'),
    [
      ['make the title bigger', [`replace ${two}/1/text "# Sign in"`]],
      ['change the title to "Log in"', [`replace ${two}/1/text "## Log in"`]],
      ['change the text of the continue button to "Next"', [`replace ${two}/6/text "Next"`]],
      ['make "Go back" borderless', [`add ${two}/7/variant "borderless"`]],
      ['make the image bigger', [`replace ${two}/3/variant "avatar"`]],
      ['delete the go back button', [`remove ${two}/4/children/1`, `remove ${two}/8`, `remove ${two}/7`]],
    ],
  ],
  [
    'A2UI 0.9',
    messages('v0.9'),
    [
      ['make the title much smaller', [`replace ${two}/1/variant "h4"`]],
      ['make the hint bigger', [`replace ${two}/2/variant "body"`]],
      [
        'set the primary color of the theme to navy',
        ['replace /messages/0/createSurface/theme/primaryColor "#000080"'],
      ],
    ],
  ],
  [
    'Puck',
    page,
    [
      ['make the heading smaller', ['replace /content/0/props/size "l"']],
      [
        'change "Rich words" to "Plain <words>"',
        ['replace /content/1/props/text "<p>Plain &lt;words&gt;</p>"'],
      ],
      ['center the heading', ['replace /content/0/props/align "center"']],
      ['delete the card "One"', ['remove /content/2/props/items/0']],
      ['change "Aside" to "Beside"', ['replace /zones/Columns-1:left/0/props/text "Beside"']],
      ['swap the two buttons', ['move /content/4/props/buttons/1 /content/4/props/buttons/0']],
      ['change "First" to "Primary"', ['replace /content/2/props/items/0/props/description "Primary"']],
      [
        'delete #Columns-1',
        ['remove /content/3', 'remove /zones/Columns-1:left', 'remove /zones/Columns-1:right'],
      ],
    ],
  ],
])('%s', (_, document, commands) => {
  test.each(commands)('%s', (command, patches) => {
    expect(patchesOf(document, command)).toEqual(patches)
  })
})

describe('what a format cannot hold is refused with what it can', () => {
  test.each<[string, object, RegExp]>([
    ['make the title red', card, /attention/],
    ['hide the rebook button', card, /cannot be hidden/],
    ['make the new badge red', spec, /destructive/],
    ['make the heading 20px', spec, /h1/],
    ['make the title underlined', messages('v1.0'), /no text decoration/],
    ['set the font size of the hint to 20px', messages('v0.9'), /caption, body/],
    ['hide the heading', page, /cannot be hidden/],
  ])('%s', (command, document, reason) => {
    expect(refusalOf(document, command)).toMatch(reason)
  })
})

describe('what comes from data is not overwritten', () => {
  test.each<[string, object, RegExp]>([
    ['change the text of #text_2 to "B4"', card, /\$\{gate\}/],
    ['change the text of #intro to "Hi"', spec, /\/intro/],
    ['change the text of #hint to "Hi"', messages('v1.0'), /\/hint/],
    ['change "Two" to "Three"', page, /read-only/],
  ])('%s', (command, document, reason) => {
    expect(refusalOf(document, command)).toMatch(reason)
  })
})
