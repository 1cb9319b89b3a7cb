import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLines } from '../../src/node/lines.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-lines-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function linesOf(content: string | Uint8Array, maxLineBytes?: number) {
  const path = join(folder, 'a.jsonl')
  await writeFile(path, content)
  const lines: string[] = []
  let oversized = 0
  let sizeBytes = 0
  const read = await readLines(path, (line) => lines.push(line), {
    ...(maxLineBytes === undefined ? {} : { maxLineBytes }),
    onOversizedLine: () => (oversized += 1),
    onBytes: (bytes) => (sizeBytes += bytes),
  })
  expect(read.ok).toBe(true)
  expect(sizeBytes).toBe(Buffer.byteLength(content))
  return { lines, oversized }
}

test('lines of every length, also across parts and through characters of several bytes', async () => {
  const long = 'ü€😀'.repeat(100_000)
  expect((await linesOf(`a\n\n${long}\nend`)).lines).toEqual(['a', '', long, 'end'])
  expect((await linesOf('a\n')).lines).toEqual(['a'])
  expect((await linesOf('')).lines).toEqual([])
})

test('a line beyond the limit is passed over, wherever it stands', async () => {
  const long = 'x'.repeat(1_000_000)
  const limit = 300_000
  expect(await linesOf(`${long}\nb\n${long}`, limit)).toEqual({ lines: ['b'], oversized: 2 })
  expect(await linesOf(`a\n${'y'.repeat(limit)}\n${'z'.repeat(limit + 1)}\nc`, limit)).toEqual({
    lines: ['a', 'y'.repeat(limit), 'c'],
    oversized: 1,
  })
})

test('a file that is not there is an issue', async () => {
  expect(await readLines(join(folder, 'none'), () => undefined)).toMatchObject({
    ok: false,
    error: { code: 'file-not-found' },
  })
})
