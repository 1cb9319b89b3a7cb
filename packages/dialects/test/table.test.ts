import { readFileSync, writeFileSync } from 'node:fs'
import { createEngine } from 'blueprint-command-engine'
import { expect, test } from 'vitest'
import { dialects } from '../src/index.ts'
import { card, email, messages, page, spec } from './documents.ts'

const DOCS = new URL('../../../docs/dialects.md', import.meta.url)

const HTML = `<section style="padding: 8px">
  <h1>Orders</h1>
  <p>Hello</p>
  <button style="background: #00f; border-radius: 4px">Save</button>
  <a href="/help">Help</a>
  <img src="a.png" alt="A cat" width="100">
</section>`

const TAILWIND = HTML.replaceAll(/ style="[^"]{0,80}"/g, '')
  .replace('<h1', '<h1 class="text-xl font-bold"')
  .replace('<button', '<button class="bg-blue-600 px-4 rounded"')
  .replace('<section', '<section class="p-4 flex"')
  .replace('<p', '<p class="text-gray-600"')

/** For each format a document, and what a heading, a button and a picture are called in it. */
const FORMATS: readonly {
  readonly name: string
  readonly document: unknown
  readonly heading: string
  readonly button: string
  readonly image: string | null
  readonly box: string
}[] = [
  { name: 'HTML', document: HTML, heading: 'heading', button: 'button', image: 'image', box: 'section' },
  {
    name: 'HTML, Tailwind',
    document: TAILWIND,
    heading: 'heading',
    button: 'button',
    image: 'image',
    box: 'section',
  },
  {
    name: 'json-render, shadcn',
    document: spec,
    heading: 'heading',
    button: 'save button',
    image: null,
    box: '#row',
  },
  {
    name: 'json-render, e-mail',
    document: email,
    heading: '"Hello"',
    button: 'button',
    image: null,
    box: '#body',
  },
  {
    name: 'A2UI 0.9',
    document: messages('v0.9'),
    heading: '#heading',
    button: 'continue button',
    image: 'image',
    box: '#buttons',
  },
  {
    name: 'A2UI 1.0',
    document: messages('v1.0'),
    heading: '#heading',
    button: 'continue button',
    image: 'image',
    box: '#buttons',
  },
  { name: 'Puck', document: page, heading: 'heading', button: '#button_1', image: null, box: 'grid' },
  {
    name: 'Adaptive Cards',
    document: card,
    heading: 'title',
    button: 'rebook button',
    image: 'image',
    box: '#column_set_1',
  },
]

type Format = (typeof FORMATS)[number]

const KINDS: readonly (readonly [kind: string, command: (format: Format) => string | null])[] = [
  ['change a text', ({ heading }) => `change the text of ${the(heading)} to "New"`],
  ['bigger', ({ heading }) => `make ${the(heading)} bigger`],
  ['exact size', ({ heading }) => `set the font size of ${the(heading)} to 20px`],
  ['text colour', ({ heading }) => `set the text color of ${the(heading)} to red`],
  ['background', ({ button }) => `set the background of ${the(button)} to red`],
  ['bold', ({ heading }) => `make ${the(heading)} bold`],
  ['italic', ({ heading }) => `make ${the(heading)} italic`],
  ['centre', ({ heading }) => `center ${the(heading)}`],
  ['padding', ({ box }) => `increase the padding of ${the(box)}`],
  ['rounder', ({ button }) => `make ${the(button)} rounder`],
  ['hide', ({ button }) => `hide ${the(button)}`],
  ['delete', ({ button }) => `delete ${the(button)}`],
  ['duplicate', ({ button }) => `duplicate ${the(button)}`],
  ['move up', ({ button }) => `move ${the(button)} up`],
  [
    'alternative text',
    ({ image }) => (image === null ? null : `change the alt text of ${the(image)} to "New"`),
  ],
]

function the(name: string): string {
  return name.startsWith('#') || name.startsWith('"') ? name : `the ${name}`
}

/** What each format can do, found out by doing it. */
function table(): string {
  const engine = createEngine({ dialects })
  const reasons = new Map<string, number>()
  const rows = KINDS.map(([kind, say]) => {
    const cells = FORMATS.map((format) => {
      const command = say(format)
      if (command === null) return '–'
      const answer = engine.run(structuredClone(format.document), command)
      if (answer.status === 'applied') return answer.changed.length > 0 ? 'yes' : 'yes, so already'
      const reason = `${format.name}, "${command}": ${answer.issues[0]!.message}`
      reasons.set(reason, reasons.size + 1)
      return `no (${reasons.size})`
    })
    return `| ${kind} | ${cells.join(' | ')} |`
  })
  const head = [
    `| | ${FORMATS.map(({ name }) => name).join(' | ')} |`,
    `|---|${FORMATS.map(() => '---').join('|')}|`,
  ]
  return [
    ...head,
    ...rows,
    '',
    ...[...reasons].map(([reason, n]) => `${n}. ${reason.replaceAll(/([<>|])/g, '\\$1')}`),
  ].join('\n')
}

const BEGIN = '<!-- table: made by packages/dialects/test/table.test.ts -->'
const END = '<!-- end of table -->'

test('the table in the docs is what the formats do', () => {
  const docs = readFileSync(DOCS, 'utf8')
  const [before, rest] = docs.split(BEGIN)
  const [kept, after] = rest!.split(END)
  const made = table()
  if (process.env['UPDATE_DOCS'] === '1')
    writeFileSync(DOCS, `${before}${BEGIN}\n\n${made}\n\n${END}${after}`)
  else
    expect(kept!.trim().replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---')).toBe(
      made.replaceAll(/ {2,}/g, ' '),
    )
})
