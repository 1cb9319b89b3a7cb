import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import { metricsFile } from '@blueprint-engine/telemetry'
import type { BatchMetrics } from '../../../insight/src/pure/metrics/batch-metrics.ts'
import { saveBatchMetrics } from '../../../insight/src/node/save-metrics.ts'
import { callBlueprint } from '../call-blueprint.ts'
import { madeBatch } from '../../../insight/test/pure/metrics/made-batches.ts'
import { shopScreen } from '../../../../test/support/shop-screen.ts'
import { chromiumPath, launchChromium } from '../../../../test/browser/chromium.ts'

const HOSTILE = 'hide </script><script>window.broken = true</script> & "<b>"'

/** The change of durations of the ninth batch, and what comes before it. */
const BATCH_CELLS = [
  'execute',
  'duration (runs of which some failed)',
  '300 s',
  '600 s (+100%)',
  'B8',
  '8 and 8',
  '▲ regression',
]

/** What the last run tells of its items: the second waited for the first, and failed. */
const LATEST: Partial<BatchMetrics> = {
  metrics: {
    total_items: 8,
    success_count: 7,
    failure_count: 1,
    token_usage: { total_tokens: 5000, estimated_cost: 0.025 },
    errors: [{ item_id: 'I-2', error_type: 'gate-failed', error_message: 'two tests failed' }],
  },
  items: [
    {
      item_id: 'I-1',
      status: 'success',
      tries: [{ model: 'haiku', outcome: 'success', start_seconds: 0, end_seconds: 200 }],
      total_tokens: 3000,
      estimated_cost: 0.015,
    },
    {
      item_id: 'I-2',
      status: 'failure',
      depends_on: ['I-1'],
      tries: [{ model: 'haiku', outcome: 'gate-failed', start_seconds: 200, end_seconds: 300 }],
      total_tokens: 1000,
      estimated_cost: 0.005,
    },
  ],
}

/** Two operations a day; from the ninth on executing takes twice as long. */
async function saveBatches(to: string, day: number): Promise<void> {
  const made = { id: `B${day}`, day, items: 8, successes: 7, failures: 1 }
  const seconds = (day < 8 ? 300 : 600) + (day % 2 === 0 ? 1 : -1)
  const rest = { optimization_metrics: { concurrency: 2 + day / 10 }, ...(day === 15 ? LATEST : {}) }
  await saveBatchMetrics(to, madeBatch({ ...made, operation: 'generate', seconds: 60 + (day % 3) }))
  await saveBatchMetrics(to, madeBatch({ ...made, operation: 'execute', seconds, rest }))
}

// Chromium is a package of the system: `apt-get install chromium`.
const REASON = chromiumPath === undefined ? ' (skipped: no Chromium is installed)' : ''
describe.skipIf(chromiumPath === undefined)(`the dashboard in Chromium${REASON}`, () => {
  let folder = ''
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'blueprint-dashboard-'))
    const file = metricsFile(join(folder, 'metrics.jsonl'))
    const engine = createEngine({ observers: [file.observer] })
    for (const command of ['hide the logo', 'hide the logo', 'zork', HOSTILE])
      engine.run(shopScreen(), command)
    await file.close()
    for (let day = 0; day < 16; day += 1) await saveBatches(join(folder, 'completed-batches'), day)
    const { code } = await callBlueprint([
      'dashboard',
      '--in',
      join(folder, 'metrics.jsonl'),
      '--batches',
      join(folder, 'completed-batches'),
      '--bench',
      'bench/results/reference.json',
      '--out',
      join(folder, 'report.html'),
    ])
    expect(code).toBe(0)
    browser = await launchChromium()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['light', 1100],
    ['dark', 1100],
    ['light', 360],
  ] as const)(
    'in %s at %d px renders without errors, asks no network and shows the numbers',
    async (scheme, width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme })
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
      })
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) problems.push(`asked for ${request.url()}`)
      })
      await page.goto(pathToFileURL(join(folder, 'report.html')).href)
      await page.waitForSelector('html[data-ready]', { state: 'attached' })
      expect(problems).toEqual([])
      const figures = await page.locator('.figures li').allTextContents()
      expect(figures[0]).toBe('4commands')
      expect(figures[1]).toBe('50.0%applied')
      expect(figures[5]).toBe('25.0%cache hits')
      expect(await page.locator('.plot[data-drawn] canvas').count()).toBe(6)
      expect(await page.locator('td, tbody th').allTextContents()).toEqual(
        expect.arrayContaining(BATCH_CELLS),
      )
      const series = await page.locator('#batch-duration .u-legend .u-label').allTextContents()
      expect(series).toEqual(['batch', 'generate', 'execute'])
      expect(await page.locator('td, tbody th').allTextContents()).toContain(HOSTILE)
      expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await page.close()
    },
  )

  test('filters, level and drill-down work by what a reader sees', async () => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 800 } })
    await page.goto(pathToFileURL(join(folder, 'report.html')).href)
    await page.waitForSelector('html[data-ready]', { state: 'attached' })
    const runs = page.locator('.run:visible')
    expect(await runs.count()).toBe(32)
    await page.getByRole('combobox', { name: /^Operation/ }).selectOption('execute')
    expect(await runs.count()).toBe(16)
    expect(await page.locator('#run-count').textContent()).toBe('16 of 32 runs')
    await page.getByRole('combobox', { name: /^Model/ }).selectOption('haiku')
    expect(await runs.count()).toBe(1)
    await page.getByRole('combobox', { name: /^Model/ }).selectOption('')
    await page.getByRole('combobox', { name: /^Outcome/ }).selectOption('clean')
    expect(await runs.count()).toBe(0)
    expect(
      await page.locator('table:has(caption:text-is("Failures, the latest first")) tbody tr:visible').count(),
    ).toBe(0)
    await page.getByRole('combobox', { name: /^Outcome/ }).selectOption('')
    await page.getByRole('searchbox').fill('B15')
    expect(await runs.count()).toBe(1)

    const shown = page.locator('[data-level]:visible')
    expect(await shown.getAttribute('data-level')).toBe('0.05')
    await page.getByRole('combobox', { name: /^Level/ }).selectOption('0.01')
    expect(await shown.getAttribute('data-level')).toBe('0.01')
    expect(await shown.locator('caption').textContent()).toBe('Changes at level 0.01')

    await page.getByRole('link', { name: 'I-2' }).first().click()
    const item = page.locator('.item:target')
    expect(await item.getAttribute('open')).not.toBeNull()
    expect(await item.textContent()).toContain('gate-failed: two tests failed')
    expect(await item.locator('tbody td').allTextContents()).toEqual([
      'haiku',
      'gate-failed',
      '200.0 s',
      '100.0 s',
    ])
    await page.close()
  })

  test('tokens and costs stand by model and day, as columns and as a table', async () => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 800 } })
    await page.goto(pathToFileURL(join(folder, 'report.html')).href)
    const table = page.locator('table:has(caption:text-is("Tokens and cost by day and model"))')
    expect(await table.locator('tbody th, tbody td').allTextContents()).toEqual([
      '2026-01-16',
      'haiku',
      '4,000',
      '$0.0200',
      '2026-01-16',
      'model not named',
      '1,000',
      '$0.0050',
    ])
    expect(await page.locator('.legend li').allTextContents()).toEqual(['haiku', 'model not named'])
    await page.close()
  })

  test.each([
    ['light', 1100],
    ['dark', 1100],
    ['light', 360],
  ] as const)('axe finds nothing in %s at %d px', async (scheme, width) => {
    // The page lets no other script run; for this look the browser does.
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: scheme,
      bypassCSP: true,
    })
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(folder, 'report.html')).href)
    await page.waitForSelector('html[data-ready]', { state: 'attached' })
    await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    // What axe returns, by its documentation.
    const found = await page.evaluate<readonly string[]>(
      'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))',
    )
    expect(found).toEqual([])
    await context.close()
  })
})
