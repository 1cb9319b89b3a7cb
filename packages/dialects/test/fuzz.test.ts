import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import { applyEdits } from '../src/html/write-page.ts'
import { dialects, html } from '../src/index.ts'
import { page } from './documents.ts'

const COMMANDS = [
  'make the button red',
  'make #s2 blue',
  'make the title bigger',
  'change the text of the title to "New & <b>bold</b>"',
  'hide the image',
  'delete the first paragraph',
  'move the button to the top',
  'duplicate the link',
  'add a text "Hello" below the title',
  'more padding in the first section',
  'change the link of "More" to "/x?a=1&b=2"',
] as const

const SOURCE = `<!doctype html>
<html lang="en"><head><title>T</title><style>h1{color:#123}</style></head>
<body class="bg-white p-4">
  <section class="p-4" id="s1"><h1 class="text-2xl">Title</h1><p>One <b>two</b></p><img src="a.png" alt="A"></section>
  <section style="padding: 4px" id="s2"><p>Three</p><button class="bg-blue-600 px-4 py-2">Go</button>
    <ul><li><a href="/a">More</a></li><li>Last</li></ul></section>
</body></html>
`

/** What breaks pages: cut tags, stray ends, text that looks like tags, odd characters. */
const SCRAP = fc.constantFrom(
  '<',
  '>',
  '"',
  "'",
  '</',
  '</p>',
  '</section>',
  '<p',
  '<p class="',
  '<!--',
  '-->',
  '<!',
  '<?php',
  '&',
  '&amp',
  '&#x0;',
  '\u0000',
  '\r',
  '\r\n',
  '\uFEFF',
  '\u{1F600}',
  '<svg><g>',
  '</svg>',
  '<script>"</p>"',
  '</script>',
  '<style>',
  '<table><b>',
  '<template><p>',
  '<textarea>',
  '<select><option>',
  '<form><form>',
  '<a><a>',
  ' id="s1"',
  ' style=',
  '{{ x }}',
  '{% if %}',
  '<b><i></b></i>',
  '<math><mi>',
  '<frameset>',
  '<plaintext>',
  '=',
  '/',
  '\t\f',
)

const broken = fc
  .array(fc.record({ at: fc.nat({ max: SOURCE.length }), cut: fc.nat({ max: 12 }), put: SCRAP }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((hits) =>
    hits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), SOURCE),
  )

const extreme: readonly (readonly [string, string])[] = [
  ['a huge attribute', SOURCE.replace('class="p-4"', `class="${'p-4 '.repeat(50_000)}"`)],
  ['a huge style', SOURCE.replace('padding: 4px', `padding: 4px; ${'--x: 1; '.repeat(20_000)}`)],
  ['deep nesting', `<h1>Title</h1>${'<div>'.repeat(3000)}<button>Go</button>${'</div>'.repeat(3000)}`],
  ['deep nesting without ends', `<h1>Title</h1>${'<div><p>'.repeat(2000)}<button>Go</button>`],
  ['windows line ends', SOURCE.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${SOURCE}`],
  ['one id everywhere', SOURCE.replaceAll(/<(p|li|b)>/g, '<$1 id="s1">')],
  ['no element at all', '<!-- only a comment -->'],
  ['an open comment', `${SOURCE}<!-- ${'x'.repeat(10_000)}`],
  ['only entities', `<h1>${'&lt;&amp;&nbsp;&#128512;'.repeat(8)}</h1><button>&copy;</button>`],
  [
    'svg with text',
    `<h1>Title</h1><svg><title>Title</title><text>Go</text><a href="/x">More</a></svg><button>Go</button>`,
  ],
  [
    'script with pages in it',
    `<h1>Title</h1><script>const x = "<button>Go</button>"</script><button>Go</button>`,
  ],
]

/** Nothing throws; what is refused says why; what is edited leads there and back. */
function expectSound(source: string, commands: readonly string[]): void {
  const engine = createEngine({ dialects, reader: 'phrases' })
  let text = source
  for (const command of commands) {
    const answer = engine.run(text, command, { dialect: 'html' })
    expect(answer.issues.filter(({ code }) => code === 'internal')).toEqual([])
    if (answer.status === 'applied' || answer.status === 'partial') {
      expect(applyEdits(text, answer.edits)).toBe(answer.blueprint)
      expect(applyEdits(answer.blueprint, answer.inverseEdits)).toBe(text)
      const touched = answer.edits.reduce((sum, { start, end }) => sum + end - start, 0)
      if (/^(?:make|change)/.test(command)) expect(touched).toBeLessThan(200 * (answer.changed.length + 1))
    } else {
      expect(answer.blueprint).toBe(text)
      expect(answer.edits).toEqual([])
      expect(answer.issues[0]?.message ?? '').not.toBe('')
    }
    text = answer.blueprint
  }
}

/** More with FUZZ_RUNS=2000. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60)

describe('broken pages', () => {
  test('nothing throws, and nothing else is touched', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(broken, fc.shuffledSubarray([...COMMANDS], { minLength: 3, maxLength: 5 }), expectSound),
      { numRuns: RUNS, seed: 29 },
    )
  })

  test.each(extreme)('%s', { timeout: 60_000 }, (_, source) => expectSound(source, COMMANDS))
})

describe('versions of a page', () => {
  const commands = [
    'make the save button red',
    'make the save button blue',
    'hide the image',
    'make the title bigger',
    'change the text of the title to "Other words here"',
  ]

  test('an old version answers as if nobody had gone on from it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: fc.nat({ max: 99 }), command: fc.constantFrom(...commands) }), {
          minLength: 4,
          maxLength: 12,
        }),
        (moves) => {
          const engine = createEngine({ dialects: [html] })
          const versions = [page]
          for (const { from, command } of moves) {
            const source = versions[from % versions.length]!
            const answer = engine.run(source, command)
            const fresh = createEngine({ dialects: [html] }).run(source, command)
            expect([answer.status, answer.blueprint, answer.edits]).toEqual([
              fresh.status,
              fresh.blueprint,
              fresh.edits,
            ])
            versions.push(answer.blueprint)
          }
        },
      ),
      { numRuns: 40, seed: 31 },
    )
  })
})
