import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeDocument } from '../../bench/documents.ts'
import { slopeOf } from '../../bench/memory/heap.ts'
import type { SessionMemory } from '../../bench/memory/session.ts'
import { createEngine } from '../../src/index.ts'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 120_000 })

let folder = ''
let script = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'session-heap-'))
  script = join(folder, 'session-heap.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('session-heap.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function measure(...more: string[]): SessionMemory {
  const { warmUp, commands, step } = heavy.memory
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', script, JSON.stringify({ warmUp, commands, step }), ...more],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as SessionMemory
}

it('the heap of a long session with a bounded history stays as it is', () => {
  const { commands, bytesPerCommand } = measure()
  expect(commands).toBe(heavy.memory.commands)
  expect(bytesPerCommand).toBeLessThan(heavy.memory.allowed)
})

it('a leak of one text a command is found by the same measurement', () => {
  expect(measure('leak').bytesPerCommand).toBeGreaterThan(3 * heavy.memory.allowed)
})

it('the slope is that of the growth, whatever doubles once in between', () => {
  const points = Array.from({ length: 21 }, (_, x) => ({ x, y: 1000 + 50 * x + (x > 10 ? 4096 : 0) }))
  expect(slopeOf(points.map(({ x }) => ({ x, y: 1000 + (x > 17 ? 4096 : 0) })))).toBe(0)
  expect(slopeOf(points)).toBeGreaterThanOrEqual(50)
})

it('a bounded history holds no more than its bounds, however long the session is', () => {
  const maxEntries = 20
  const maxBytes = 8000
  const session = createEngine().session(makeDocument(20, 'nested'), { history: { maxEntries, maxBytes } })
  for (let i = 0; i < 500; i++) {
    session.run(`change the text of #text_2 to 'Number ${i} ${'x'.repeat(i % 50)}'`)
    if (i % 7 === 0) session.checkpoint(`name ${i}`)
    if (i % 60 === 59 && session.branches.length < 5) session.branch(`branch ${i}`)
    const { entries, bytes } = session.size
    expect(entries).toBeLessThanOrEqual(maxEntries)
    expect(bytes).toBeLessThanOrEqual(maxBytes)
    expect(session.history.length).toBeLessThanOrEqual(maxEntries)
  }
  expect(session.size.dropped).toBeGreaterThan(400)
})
