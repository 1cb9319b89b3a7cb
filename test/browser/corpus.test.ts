import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { ownCorpus } from '../support/corpus-case.ts'
import { chromiumPath, launchChromium } from './chromium.ts'

interface Told {
  readonly status: string
  readonly delta: string
  readonly json: string
  readonly issues: readonly string[]
}

/** The engine as a page would bundle it. */
async function bundle(): Promise<string> {
  const built = await build({
    stdin: {
      contents: "import { createEngine } from './index.ts'; globalThis.createEngine = createEngine",
      resolveDir: fileURLToPath(new URL('../../src', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  })
  return built.outputFiles[0]!.text
}

// Chromium is a package of the system: `apt-get install chromium`.
test.skipIf(chromiumPath === undefined)(
  'the corpus gives the same answers in Chromium as in Node, byte for byte',
  { timeout: 120_000 },
  async () => {
    const jobs = ownCorpus().flatMap(({ cases, document }) =>
      cases.map((kase) => ({ blueprint: document(kase), command: kase.command })),
    )
    const engine = createEngine()
    const here = jobs.map(({ blueprint, command }): Told => {
      const { status, delta, json, issues } = engine.run(blueprint, command)
      return { status, delta, json, issues: issues.map(({ message }) => message) }
    })
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await page.addScriptTag({ content: await bundle() })
      expect(errors).toEqual([])
      const there = await page.evaluate((sent) => {
        // Defined by the bundle; the page knows nothing of this file's types.
        const make = (globalThis as unknown as { createEngine: typeof createEngine }).createEngine
        const inPage = make()
        return sent.map(({ blueprint, command }) => {
          const { status, delta, json, issues } = inPage.run(blueprint, command)
          return { status, delta, json, issues: issues.map(({ message }) => message) }
        })
      }, jobs)
      expect(there.length).toBeGreaterThan(400)
      expect(digestsOf(there)).toEqual(digestsOf(here))
    } finally {
      await browser.close()
    }
  },
)

/** One short line a case, so that a difference shows which. */
function digestsOf(told: readonly Told[]): readonly string[] {
  return told.map(
    (entry, i) => `${i} ${entry.status} ${createHash('sha256').update(JSON.stringify(entry)).digest('hex')}`,
  )
}
