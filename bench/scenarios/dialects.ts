// Documents of other formats: one property changed on a document that is known, and a page at first sight.
import { dialects } from '@blueprint-engine/dialects'
import type { Answer } from '../../src/index.ts'
import type { Core } from '../core.ts'
import { expectThat, readThrough } from '../scenario.ts'
import type { Prepared, Scenario } from '../scenario.ts'

const SECTION = (i: number): string => `  <section class="py-8 px-4 bg-white" id="s${i}">
    <h2 class="text-2xl font-bold text-gray-900">Section number ${i}</h2>
    <p class="mt-2 text-base text-gray-600">Some text about thing ${i} that goes on.</p>
    <a href="/p/${i}" class="inline-block mt-4 px-4 py-2 rounded bg-blue-600 text-white">Open ${i}</a>
  </section>
`

function page(kilobytes: number, mark = 0): string {
  const parts = [
    `<!doctype html>\n<html>\n<head><title>${mark}</title></head>\n<body class="bg-white p-4">\n`,
  ]
  for (let i = 1, length = 0; length < kilobytes * 1024; i++) {
    parts.push(SECTION(i))
    length += parts.at(-1)!.length
  }
  return `${parts.join('')}</body>\n</html>\n`
}

const COUNT = 100
const ids = Array.from({ length: COUNT }, (_, i) => `item${i}`)

const cards = {
  root: 'root',
  elements: Object.fromEntries<unknown>([
    ['root', { type: 'Stack', props: { gap: 'md' }, children: ids }],
    ...ids.map((id) => [id, { type: 'Button', props: { label: `Go ${id}`, variant: 'primary' } }] as const),
  ]),
}

const surface = {
  messages: [
    { version: 'v1.0', createSurface: { surfaceId: 'main', catalogId: 'basic' } },
    {
      version: 'v1.0',
      updateComponents: {
        surfaceId: 'main',
        components: [
          { id: 'root', component: 'Column', children: ids },
          ...ids.flatMap((id) => [
            {
              id,
              component: 'Button',
              child: `${id}_text`,
              variant: 'default',
              action: { event: { name: id } },
            },
            { id: `${id}_text`, component: 'Text', text: `Go ${id}` },
          ]),
        ],
      },
    },
  ],
}

const data = {
  root: { props: { title: 'Shop' } },
  content: ids.map((id, i) => ({
    type: 'Button',
    props: { id, label: `Go ${id}`, variant: i % 2 === 0 ? 'primary' : 'secondary' },
  })),
}

const adaptive = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: ids.map((id) => ({ type: 'TextBlock', id, text: `Line ${id}`, color: 'default' })),
}

/** Two commands in turn, each on the result of the one before: every run changes one value. */
function inTurn(source: unknown, commands: readonly [string, string]): (core: Core) => Prepared {
  return (core) => {
    const engine = core.createEngine({ dialects })
    let document = source
    let turn = 0
    const run = (): Answer => {
      const answer = engine.run(document, commands[turn % 2]!)
      turn++
      document = answer.blueprint
      // Its figures are read alone: they are those of any answer.
      return answer as unknown as Answer
    }
    for (let i = 0; i < 4; i++) {
      const answer = run()
      expectThat(
        answer.status === 'applied' && answer.changed.length === 1,
        `one change by ${commands[0]}, got ${answer.status}`,
      )
    }
    return { run }
  }
}

const firstSight =
  (kilobytes: number) =>
  (core: Core): Prepared => {
    const engine = core.createEngine({ dialects })
    let mark = 0
    let text = ''
    const run = (): Answer => engine.run(text, 'make #s7 blue') as unknown as Answer
    const before = (): void => {
      text = page(kilobytes, ++mark)
      // The text is there in one piece, as one that was read from a file.
      readThrough(text)
    }
    before()
    expectThat(run().status === 'applied', 'a page to be changed at first sight')
    return { before, run }
  }

export const dialectScenarios: readonly Scenario[] = [
  { name: 'total/html-edit@60', prepare: inTurn(page(60), ['make #s7 red', 'make #s7 green']) },
  { name: 'total/html-edit@1000', prepare: inTurn(page(1000), ['make #s7 red', 'make #s7 green']) },
  {
    name: 'total/json-render-edit@100',
    prepare: inTurn(cards, ['make #item7 secondary', 'make #item7 danger']),
  },
  {
    name: 'total/a2ui-edit@100',
    prepare: inTurn(surface, ['make #item7 primary', 'make #item7 borderless']),
  },
  { name: 'total/puck-edit@100', prepare: inTurn(data, ['make #item7 primary', 'make #item7 secondary']) },
  {
    name: 'total/adaptive-cards-edit@100',
    prepare: inTurn(adaptive, ['make #item7 accent', 'make #item7 warning']),
  },
  { name: 'total/html-first-sight@60', prepare: firstSight(60) },
  { name: 'total/html-first-sight@1000', timeMs: 3000, prepare: firstSight(1000) },
]
