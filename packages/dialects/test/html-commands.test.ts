import { createEngine } from 'blueprint-command-engine'
import { describe, expect, test } from 'vitest'
import { dialects } from '../src/index.ts'
import { applyEdits } from '../src/html/write-page.ts'

const engine = createEngine({ dialects })

const PLAIN = `<!doctype html>
<html>
<head><style>.lead { color: #333333; font-size: 20px } h1 { color: navy !important }</style></head>
<body>
  <!-- kept -->
  <h1>News &amp; more</h1>
  <p class="lead">First words</p>
  <p style="font-size: 16px; color:#222; padding: 4px 8px">Second <b>bold</b> words</p>
  <a href="/go" style="background: #00f url(a.png); padding: 8px">Go now</a>
  <ul>
    <li>One</li>
    <li>Two</li>
  </ul>
  <p>{{ name }}</p>
  <img src="a.png" alt="A cat" width="100" height="50">
</body>
</html>
`

const TAILWIND = `<div class="flex flex-col gap-4 p-4">
  <h2 class="text-lg font-bold md:text-xl text-gray-900">Plans</h2>
  <button class="bg-blue-600 hover:bg-blue-700 text-white px-4 py-2 rounded inline-block">Buy</button>
  <p class="text-gray-600">Short text</p>
</div>
`

function run(source: string, command: string): string {
  const answer = engine.run(source, command)
  expect(answer.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(applyEdits(source, answer.edits)).toBe(answer.blueprint)
  expect(applyEdits(answer.blueprint, answer.inverseEdits)).toBe(source)
  expect(answer.patches).toEqual([])
  return answer.blueprint
}

describe('a page with styles of its own', () => {
  test.each([
    ['change "First words" to "Now <this>"', '>First words<', '>Now &lt;this&gt;<'],
    ['make "First words" bigger', '<p class="lead">', '<p class="lead" style="font-size: 24px">'],
    ['make the button red', '#00f url', '#FF0000 url'],
    ['change the link of the button to "/sale"', 'href="/go"', 'href="/sale"'],
    ['hide "First words"', '<p class="lead">', '<p class="lead" style="display: none">'],
    ['change the alt of the image to "A dog"', 'alt="A cat"', 'alt="A dog"'],
    ['delete "Two"', '    <li>Two</li>\n', ''],
    ['swap "One" and "Two"', '<li>One</li>\n    <li>Two</li>', '<li>Two</li>\n    <li>One</li>'],
    ['duplicate "Two"', '    <li>Two</li>\n', '    <li>Two</li>\n    <li>Two</li>\n'],
    ['add a text "Bye" after "First words"', 'words</p>\n', 'words</p>\n  <p>Bye</p>\n'],
    ['make the image wider', 'width="100"', 'width="120"'],
  ])('%s', (command, before, after) => {
    expect(run(PLAIN, command)).toBe(PLAIN.replace(before, after))
  })

  test.each([
    ['make the heading red', /!important/],
    ['change the text of #p_3 to "Ann"', /\{\{ name \}\}/],
    ['change the text of #p_2 to "All new"', /several texts: "Second", "bold", "words"/],
    ['move "One" above the heading', /cannot leave <ul>/],
  ])('%s is refused', (command, reason) => {
    const answer = engine.run(PLAIN, command)
    expect(answer).toMatchObject({ status: 'rejected', edits: [], inverseEdits: [] })
    expect(answer.blueprint).toBe(PLAIN)
    expect(answer.issues[0]!.message).toMatch(reason)
  })
})

describe('a page of Tailwind', () => {
  test.each([
    ['make the button red', 'bg-blue-600', 'bg-red-600'],
    ['make the button darker', 'bg-blue-600', 'bg-blue-700'],
    ['make the button rounder', ' rounded ', ' rounded-md '],
    ['make the heading bigger', 'text-lg font-bold md:text-xl', 'text-xl font-bold md:text-2xl'],
    ['make the heading 40px', 'text-lg font-bold md:text-xl', 'text-[40px] font-bold'],
    ['set the text color of "Short text" to #ff8800', 'text-gray-600">', 'text-[#ff8800]">'],
    ['hide the button', ' inline-block"', ' inline-block !hidden"'],
    ['make "Short text" italic', 'text-gray-600">', 'text-gray-600 italic">'],
    ['more padding on the button', 'px-4 py-2', 'px-6 py-4'],
  ])('%s', (command, before, after) => {
    expect(run(TAILWIND, command)).toBe(TAILWIND.replace(before, after))
  })
})

test('line ends, a byte order mark and what stands elsewhere stay as they are', () => {
  const source =
    '\uFEFF<p>One</p>\r\n<p>Two &copy;</p>\r\n<svg><title>One</title></svg><script>"<p>One</p>"</script>'
  expect(run(source, 'change "One" to "1"')).toBe(source.replace('>One<', '>1<'))
})

test('a link that a rule of the page makes a button is one', () => {
  const rule = '.cta a { background: #0000ff; padding: 8px 16px; border-radius: 4px }'
  const source = `<style>${rule}</style>\n<p class="cta"><a href="/buy">Buy</a></p>\n<button type="submit">Send</button>\n`
  expect(run(source, 'make "Buy" rounder')).toBe(
    source.replace('"/buy"', '"/buy" style="border-radius: 8px"'),
  )
  expect(run(source, 'make the submit button bold')).toBe(
    source.replace('type="submit"', 'type="submit" style="font-weight: bold"'),
  )
})
