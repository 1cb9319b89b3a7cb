import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { takeLock } from '../../../src/node/batch/batch-lock.ts'
import { readExecution } from '../../../src/node/batch/execution-record.ts'
import { Journal, readJournal } from '../../../src/node/batch/journal.ts'
import { startOfProcess } from '../../../src/node/processes/process-token.ts'

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'batch-unit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('a journal', () => {
  test('keeps what was added, in order; a last line that is half written is cut off', async () => {
    const path = join(createFolder(), 'journal.jsonl')
    const journal = await Journal.open(path)
    await Promise.all([1, 2, 3].map(async (n) => journal.add({ n })))
    await journal.close()
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"n":4,"half`)
    expect(await readJournal(path)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    const again = await Journal.open(path)
    await again.add({ n: 5 })
    await again.close()
    expect((await readJournal(path)).map((entry) => entry['n'])).toEqual([1, 2, 3, 5])
  })

  test('tells how far an execution came, from its last beginning on', () => {
    const record = readExecution([
      { type: 'begin', base: 'old', selected: ['x'] },
      { type: 'end' },
      { type: 'begin', base: 'b0', selected: ['a', 'b', 'c', 7] },
      { type: 'started', item: 'a', fence: 1, base: 'b0' },
      { type: 'worked', item: 'a', fence: 1, base: 'b0', commit: 'c1', notes: ['n'] },
      { type: 'started', item: 'b', fence: 2, base: 'b0' },
      { type: 'failed', item: 'b', fence: 2 },
      { type: 'started', item: 'stopped', fence: 2, base: 'x' },
      {
        type: 'failed',
        item: 'stopped',
        fence: 2,
        failure: { code: 'cancelled', message: 'it was stopped' },
      },
      { type: 'started', item: 'c', fence: 3, base: 'b0' },
      { type: 'joined', item: 'a' },
      { type: 'unheard of' },
      { type: 'landing', to: 'c9' },
    ])
    expect(record).toEqual({
      base: 'b0',
      selected: ['a', 'b', 'c'],
      worked: new Map([['a', { commit: 'c1', notes: ['n'], base: 'b0' }]]),
      joined: new Set(['a']),
      started: new Map([
        ['a', { fence: 1, base: 'b0' }],
        ['c', { fence: 3, base: 'b0' }],
      ]),
      failed: new Set(['b']),
      highestFence: 3,
      landing: 'c9',
      isFinished: false,
    })
    expect(readExecution([])).toBeNull()
    expect(readExecution([{ type: 'worked', item: 'a' }])).toBeNull()
  })
})

describe('a lock', () => {
  test('is had by one, given back, and had by the next', async () => {
    const path = join(createFolder(), 'lock.json')
    const first = await takeLock(path, 'execute')
    expect(await takeLock(path, 'review')).toMatchObject({
      ok: false,
      error: { pid: process.pid, operation: 'execute' },
    })
    if (first.ok) await first.value.release()
    expect(await takeLock(path, 'review')).toMatchObject({ ok: true, value: { predecessor: null } })
  })

  test('of ten that want it at once, one gets it', async () => {
    const path = join(createFolder(), 'lock.json')
    const taken = await Promise.all(Array.from({ length: 10 }, async () => takeLock(path, 'execute')))
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('of a process that died is taken over, with its token', async () => {
    const path = join(createFolder(), 'lock.json')
    const child = spawn(process.execPath, ['-e', ''])
    const dead = {
      pid: child.pid!,
      start: startOfProcess(child.pid!),
      token: 'a'.repeat(24),
      operation: 'execute',
    }
    await new Promise((resolve) => child.once('close', resolve))
    writeFileSync(path, JSON.stringify(dead))
    expect(await takeLock(path, 'execute')).toMatchObject({
      ok: true,
      value: { predecessor: { token: dead.token } },
    })
  })

  test('of another process that has got the same number since is taken over', async () => {
    const path = join(createFolder(), 'lock.json')
    writeFileSync(
      path,
      JSON.stringify({ pid: process.pid, start: 'another', token: 'b'.repeat(24), operation: 'execute' }),
    )
    expect(await takeLock(path, 'execute')).toMatchObject({ ok: true })
  })

  test.each(['', 'null', '{"pid":1}', '{"pid":-5,"start":"","token":"x"}'])('%j is none', async (text) => {
    const path = join(createFolder(), 'lock.json')
    writeFileSync(path, text)
    expect(await takeLock(path, 'execute')).toMatchObject({ ok: true, value: { predecessor: null } })
  })
})
