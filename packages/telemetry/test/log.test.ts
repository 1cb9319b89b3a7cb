import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import { logObserver } from '../src/log.ts'
import type { LogOptions } from '../src/log.ts'
import { metricsFile } from '../src/metrics-file.ts'
import { shopScreen } from '../../../test/support/shop-screen.ts'

function linesOf(commands: readonly string[], options: LogOptions = {}): Record<string, unknown>[] {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const engine = createEngine({ observers: [logObserver({ ...options, destination })] })
  for (const command of commands) engine.run(shopScreen(), command)
  expect(engine.stats().observerErrors).toBe(0)
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a command is one line with number, outcome, timings and issues', () => {
  const [applied, refused] = linesOf(['hide the logo', 'zork'])
  expect(applied).toMatchObject({
    level: 30,
    sequence: 1,
    outcome: 'applied',
    command: 'hide the logo',
    issues: [],
  })
  expect(refused).toMatchObject({ level: 40, sequence: 2, outcome: 'rejected', issues: ['not-understood'] })
  expect(Object.keys(applied!['timings'] as object)).toEqual([
    'decompose',
    'execute',
    'verify',
    'serialize',
    'total',
  ])
})

test('the level decides what is written', () => {
  expect(linesOf(['hide the logo', 'zork'], { level: 'warn' })).toHaveLength(1)
  expect(linesOf(['hide the logo', 'zork'], { level: 'silent' })).toHaveLength(0)
  expect(linesOf(['hide the logo'], { level: 'debug' })[0]!['changes']).toHaveLength(1)
})

test('nothing of a text is left where texts are to be left out', () => {
  const lines = JSON.stringify(
    linesOf(['set the title to "Secret"', 'zork secret'], { level: 'debug', redact: true }),
  )
  expect(lines.toLowerCase()).not.toContain('secret')
  expect(lines).toContain('not-understood')
})

test('a metrics file gets a line for each command, after those it has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-metrics-'))
  try {
    const path = join(folder, 'metrics.jsonl')
    for (const command of ['hide the logo', 'zork']) {
      const file = metricsFile(path)
      createEngine({ observers: [file.observer] }).run(shopScreen(), command)
      await file.close()
    }
    const outcomes = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { outcome: string }).outcome)
    expect(outcomes).toEqual(['applied', 'rejected'])
    await expect(metricsFile(join(folder, 'missing', 'metrics.jsonl')).close()).rejects.toThrow(/ENOENT/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
