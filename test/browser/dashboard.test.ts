import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/core/index.ts'
import { metricsFile } from '../../src/node/index.ts'
import { saveBatchMetrics } from '../../src/node/save-metrics.ts'
import { callBlueprint } from '../cli/call-blueprint.ts'
import { madeBatch } from '../orchestrator/metrics/made-batches.ts'
import { shopScreen } from '../support/shop-screen.ts'
import { chromiumPath, launchChromium } from './chromium.ts'

const HOSTILE = 'hide </script><script>window.broken = true</script> & "<b>"'

/** The change of durations of the ninth batch, and what comes before it. */
const BATCH_CELLS = ['execute', 'duration', '300 s', '600 s', 'B8', 'regression']

/** Two operations a day; from the ninth on executing takes twice as long. */
async function saveBatches(to: string, day: number): Promise<void> {
  const made = { id: `B${day}`, day, items: 8, successes: 7, failures: 1 }
  const seconds = (day < 8 ? 300 : 600) + (day % 2 === 0 ? 1 : -1)
  const rest = { optimization_metrics: { parallel_efficiency: 2 + day / 10 } }
  await saveBatchMetrics(to, madeBatch({ ...made, operation: 'generate', seconds: 60 + (day % 3) }))
  await saveBatchMetrics(to, madeBatch({ ...made, operation: 'execute', seconds, rest }))
}

// Chromium is a package of the system: `apt-get install chromium`.
describe.skipIf(chromiumPath === undefined)('the dashboard in Chromium', () => {
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
      expect(await page.locator('.plot[data-drawn] canvas').count()).toBe(5)
      expect(await page.locator('td').allTextContents()).toEqual(expect.arrayContaining(BATCH_CELLS))
      const series = await page.locator('#batch-duration .u-legend .u-label').allTextContents()
      expect(series).toEqual(['batch', 'generate', 'execute'])
      expect(await page.locator('td').allTextContents()).toContain(HOSTILE)
      expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await page.close()
    },
  )
})
