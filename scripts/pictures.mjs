// `npm run docs:pictures [-- FOLDER]`: the pages of the dashboard as they stand in docs/pictures, in light, in dark and on a phone.
// The data is made up with a fixed seed; the pages and the pictures are made by the built command line and an installed Chromium.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { writeBatches, writeCommands } from './picture-data.mjs'

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
/** As much of each page as shows every kind of part. */
const HEIGHTS = /** @type {const} */ ({ commands: 1900, batches: 3600 })
const SCALE = 0.8
/** @type {readonly { name: string, width: number, colorScheme: 'light' | 'dark' }[]} */
const VIEWS = [
  { name: 'light', width: 1000, colorScheme: 'light' },
  { name: 'dark', width: 1000, colorScheme: 'dark' },
  { name: 'phone', width: 390, colorScheme: 'light' },
]

const executablePath = PLACES.find((path) => path !== undefined && existsSync(path))
if (executablePath === undefined) throw new Error('no Chromium is installed: name one in CHROMIUM')
const target = process.argv[2] ?? 'docs/pictures'
const folder = mkdtempSync(join(tmpdir(), 'blueprint-pictures-'))
try {
  mkdirSync(target, { recursive: true })
  writeCommands(join(folder, 'metrics.jsonl'))
  writeBatches(join(folder, 'completed-batches'))
  makePage(['--in', 'metrics.jsonl', '--title', 'A day of commands'], 'commands')
  makePage(['--batches', 'completed-batches', '--title', 'Thirty batches'], 'batches')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const page of /** @type {const} */ (['commands', 'batches']))
    for (const view of VIEWS) await takePicture(browser, page, view)
  await browser.close()
} finally {
  rmSync(folder, { recursive: true })
}

/**
 * @param {readonly string[]} options
 * @param {string} name
 */
function makePage(options, name) {
  const main = join(import.meta.dirname, '../packages/cli/dist/main.js')
  const call = [main, 'dashboard', ...options, '--out', `${name}.html`]
  const { status } = spawnSync(process.execPath, call, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Error(`the page ${name} could not be made`)
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {keyof typeof HEIGHTS} name
 * @param {(typeof VIEWS)[number]} look
 */
async function takePicture(browser, name, { name: view, width, colorScheme }) {
  const page = await browser.newPage({
    viewport: { width, height: HEIGHTS[name] },
    deviceScaleFactor: SCALE,
    colorScheme,
    timezoneId: 'UTC',
    locale: 'en-US',
  })
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  const path = join(target, `${name}-${view}.png`)
  await page.screenshot({ path, fullPage: process.argv.includes('--full') })
  process.stdout.write(`${path}\n`)
  await page.close()
}
