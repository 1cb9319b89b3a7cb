import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { compile } from 'tailwindcss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import { chromiumPath, launchChromium } from '../../../test/browser/chromium.ts'
import { html, measure, seenHtml } from '../src/index.ts'

const THEME = readFileSync(createRequire(import.meta.url).resolve('tailwindcss/theme.css'), 'utf8')

/** Each target in a box of its own size, so that nothing else has to give way. */
const PAGE = `<!doctype html>
<html>
<head><title>Rendered</title></head>
<body class="m-0 bg-white text-gray-900 font-sans">
  <header class="h-32 overflow-hidden bg-slate-100 shadow-xs">
    <h1 class="text-3xl text-blue-900" id="head">Fresh bread, every day</h1>
    <p class="mt-2 text-base text-gray-600" id="intro">Baked in our own kitchen</p>
  </header>
  <main class="grid grid-cols-2 gap-4 p-4">
    <section class="h-48 w-80 overflow-hidden bg-amber-50 p-2">
      <h2 class="text-xl font-semibold" id="rye">Rye</h2>
      <p class="text-sm" id="note">Dark and heavy</p>
    </section>
    <section class="h-48 w-80 overflow-hidden bg-amber-50 p-2">
      <h2 class="text-xl font-semibold">Wheat</h2>
      <p class="text-sm">Light and airy</p>
    </section>
    <section class="h-32 w-80 overflow-hidden">
      <button class="rounded bg-blue-600 px-4 py-2 text-white hover:bg-blue-700" id="order">Order now</button>
    </section>
    <section class="h-32 w-80 overflow-hidden">
      <button class="rounded border border-gray-400 px-4 py-2" id="help">Ask us</button>
    </section>
    <section class="h-32 w-80 overflow-hidden">
      <a href="/terms" class="text-blue-700" id="terms">Terms</a>
    </section>
    <section class="h-32 w-80 overflow-hidden">
      <blockquote class="w-80 italic" id="quote">The best in town</blockquote>
    </section>
    <section class="h-32 w-80 overflow-hidden">
      <div class="md:flex" id="offer">Two for one</div>
    </section>
    <section class="h-32 w-80 overflow-hidden">
      <img src="data:," alt="Logo" class="size-12 bg-gray-300" id="logo" />
    </section>
  </main>
</body>
</html>
`

/** A command, what it is about, what of that shall change, and to what. */
const COMMANDS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['make the title bigger', '#head', { 'font-size': '36px' }],
  ['make the order now button red', '#order', { 'background-color': 'oklch(0.577 0.245 27.325)' }],
  ['make "Dark and heavy" bold', '#note', { 'font-weight': '700' }],
  ['set the font size of the intro to 21px', '#intro', { 'font-size': '21px' }],
  ['center the quote', '#quote', { 'text-align': 'center' }],
  ['hide "Two for one"', '#offer', { display: 'none' }],
  ['make the rye heading dark green', '#rye', { color: 'rgb(0, 100, 0)' }],
  ['make the ask us button rounder', '#help', { 'border-top-left-radius': '6px' }],
  ['set the opacity of the logo to 50%', '#logo', { opacity: '0.5' }],
  ['underline the terms link', '#terms', { 'text-decoration-line': 'underline' }],
]

type Looks = Readonly<Record<string, string>>

/** Every element's whole computed style and own text, by its place in the document. */
async function looksOf(
  page: Page,
  source: string,
): Promise<readonly { readonly id: string; readonly looks: Looks }[]> {
  const compiler = await compile(`${THEME}\n@tailwind utilities;`)
  const css = compiler.build(
    [...source.matchAll(/class="([^"]*)"/g)].flatMap(([, list]) => list!.split(/\s+/)),
  )
  await page.setContent(source.replace('</head>', `<style>${css}</style></head>`))
  return page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as BrowserGlobals
    return [...document.querySelectorAll('body, body *')].map((element) => {
      const style = getComputedStyle(element)
      const looks: Record<string, string> = {}
      // Variables are those that the compiled sheet needs, and no looks.
      for (const name of style) if (!name.startsWith('--')) looks[name] = style.getPropertyValue(name)
      looks['own text'] = [...element.childNodes]
        .map((node) => (node.nodeType === 3 ? node.nodeValue : ''))
        .join('')
      return { id: element.id, looks }
    })
  })
}

interface BrowserGlobals {
  readonly document: {
    querySelectorAll(selector: string): Iterable<{
      readonly id: string
      readonly childNodes: Iterable<{ readonly nodeType: number; readonly nodeValue: string | null }>
    }>
  }
  readonly getComputedStyle: (
    element: unknown,
  ) => Iterable<string> & { getPropertyValue(name: string): string }
}

describe.skipIf(chromiumPath === undefined)(
  `pages as Chromium shows them${chromiumPath === undefined ? ' (skipped: no Chromium is installed)' : ''}`,
  () => {
    let browser: Browser
    let page: Page
    beforeAll(async () => {
      browser = await launchChromium()
      page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
    }, 60_000)
    afterAll(async () => browser?.close())

    test(
      'ten commands change the looks of what they are about, and of nothing else',
      { timeout: 120_000 },
      async () => {
        const engine = createEngine({ dialects: [html] })
        let source = PAGE
        let before = await looksOf(page, source)
        for (const [command, selector, wanted] of COMMANDS) {
          const answer = engine.run(source, command)
          expect({ command, status: answer.status, issues: answer.issues }).toMatchObject({
            status: 'applied',
          })
          source = answer.blueprint
          const after = await looksOf(page, source)
          expect(after.length).toBe(before.length)
          for (const [i, { id, looks }] of after.entries()) {
            if (`#${id}` === selector) expect({ command, looks }).toMatchObject({ looks: wanted })
            else expect({ command, id, i, looks }).toEqual({ command, id, i, looks: before[i]!.looks })
          }
          before = after
        }
      },
    )

    test('words for places go by what is seen', { timeout: 60_000 }, async () => {
      const row = `<style>.row{display:flex;flex-direction:row-reverse;width:600px}</style>
<div class="row"><button id="a">One</button><button id="b">Two</button><button id="c">Three</button></div>
<table><tr><td><img id="small" alt="S" src="data:," width="20" height="20"></td><td><img id="big" alt="B" src="data:," width="200" height="90"></td></tr></table>
`
      await page.setContent(row)
      const engine = createEngine({ dialects: [seenHtml(await page.evaluate(measure))] })
      const target = (command: string): string | undefined => engine.run(row, command).changed[0]?.id
      expect(target('make the leftmost button red')).toBe('c')
      expect(target('make the rightmost button red')).toBe('a')
      expect(target('hide the biggest image')).toBe('big')
      expect(target('make the button left of "One" bold')).toBe('b')
    })
  },
)
