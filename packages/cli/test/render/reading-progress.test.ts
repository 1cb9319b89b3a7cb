import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Host } from '../../src/host.ts'
import { showReadingProgress } from '../../src/render/reading-progress.ts'
import { sparkline } from '../../src/render/sparkline.ts'
import { dollars, renderTable } from '../../src/render/table.ts'
import { createPalette } from '../../src/render/palette.ts'

function watched(isTTY: boolean) {
  const written: string[] = []
  const stderr = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written.push(chunk.toString())
        done()
      },
    }),
    { isTTY },
  )
  const host: Host = { stdin: Readable.from([]), stdout: stderr, stderr, env: {} }
  let time = 0
  const progress = showReadingProgress(host, () => time)
  const at = (ms: number, readBytes: number) => {
    time = ms
    progress.update(readBytes, 100_000_000)
  }
  return { written, progress, at }
}

test('nothing in the first second', () => {
  const { written, progress, at } = watched(true)
  at(0, 1)
  at(999, 2)
  progress.end()
  expect(written).toEqual([])
})

test('one moving line on a terminal, gone at the end', () => {
  const { written, progress, at } = watched(true)
  at(1000, 12_300_000)
  at(1100, 12_400_000)
  at(1200, 100_000_000)
  progress.end()
  expect(written).toHaveLength(3)
  expect(written[0]).toContain('reading 12% (12.3 of 100.0 MB)')
  expect(written[1]).toContain('reading 100% (100.0 of 100.0 MB)')
  expect(written.every((text) => text.startsWith('\r\u001B[2K'))).toBe(true)
})

test('a plain line now and then elsewhere', () => {
  const { written, progress, at } = watched(false)
  for (const ms of [500, 1000, 2000, 6000]) at(ms, ms * 1000)
  progress.end()
  expect(written).toEqual(['reading 1% (1.0 of 100.0 MB)\n', 'reading 6% (6.0 of 100.0 MB)\n'])
})

test('bars from zero to the largest, dots for what is not known, the newest where there is no room', () => {
  expect(sparkline([0, 50, null, 100], 10)).toBe('▁▅·█')
  expect(sparkline([1, 2, 3], 2)).toBe('▆█')
  expect(sparkline([0, 0], 5)).toBe('▁▁')
  expect(sparkline([], 5)).toBe('')
})

test('a table keeps its columns, whatever the cells hold', () => {
  const view = { palette: createPalette('none'), columns: 80 }
  const columns = [
    { title: 'name', align: 'left' },
    { title: 'count', align: 'right' },
  ] as const
  expect(renderTable(view, columns, [['a\nb', '1'], ['long name', '1,234,567'], ['none']])).toEqual([
    'name           count',
    String.raw`a\nb               1`,
    'long name  1,234,567',
    'none',
  ])
})

test('dollars', () => {
  expect([0, 0.01234, 1, 18.9231].map(dollars)).toEqual(['$0.00', '$0.0123', '$1.00', '$18.92'])
})
