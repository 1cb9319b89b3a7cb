import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { GitWorkspaces } from '../../src/node/attempt/git-workspaces.ts'
import { readExecution } from '../../src/node/execution-record.ts'
import { Journal, readJournal } from '../../src/node/journal.ts'
import { FileLeases } from '../../src/node/file-leases.ts'
import { openRepository } from '../../src/node/git/git.ts'
import { ResultCache } from '../../src/node/result-cache.ts'
import { journalContract } from '../contracts/journals.ts'
import { leaseContract } from '../contracts/leases.ts'
import { resultIndexContract } from '../contracts/result-indexes.ts'
import { workspaceContract } from '../contracts/workspaces.ts'
import { BatchProject } from './batch-project.ts'

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
      { type: 'started', item: 'c', fence: 3, base: 'b0', workspace: 'w1' },
      { type: 'joined', item: 'a' },
      { type: 'unheard of' },
      { type: 'landing', branch: 'refs/heads/main', from: 'c8', to: 'c9' },
    ])
    expect(record).toEqual({
      base: 'b0',
      branch: null,
      selected: ['a', 'b', 'c'],
      worked: new Map([['a', { commit: 'c1', notes: ['n'], files: [], base: 'b0' }]]),
      joined: new Set(['a']),
      started: new Map([
        ['a', { fence: 1, base: 'b0', workspace: '' }],
        ['c', { fence: 3, base: 'b0', workspace: 'w1' }],
      ]),
      failed: new Set(['b']),
      highestFence: 3,
      landing: { branch: 'refs/heads/main', from: 'c8', to: 'c9' },
      isFinished: false,
    })
    expect(readExecution([])).toBeNull()
    expect(readExecution([{ type: 'worked', item: 'a' }])).toBeNull()
  })
})

const elsewhere = { place: 'another container', beatMs: 20, patienceMs: 200 }

leaseContract('files', async () => {
  const folder = createFolder()
  return Promise.resolve({
    here: new FileLeases(folder, { beatMs: 20 }),
    elsewhere: new FileLeases(folder, elsewhere),
    die: async (batchId) => {
      const script = `
        import { FileLeases } from ${JSON.stringify(new URL('../../dist/node/index.js', import.meta.url).href)}
        const taken = await new FileLeases(${JSON.stringify(folder)}).take(${JSON.stringify(batchId)}, 'execute')
        console.log(taken.value.holder.token)
        process.kill(process.pid, 'SIGKILL')`
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      })
      return Promise.resolve(stdout.trim())
    },
  })
})

describe('a lease', () => {
  test('of another process that has got the same number since is taken over', async () => {
    const folder = createFolder()
    const first = await new FileLeases(folder).take('7', 'execute')
    expect(first.ok).toBe(true)
    const path = join(folder, '7.lease.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"start":"[^"]*"/, '"start":"another"'))
    expect(await new FileLeases(folder).take('7', 'execute')).toMatchObject({ ok: true })
  })

  test('of a holder in another container is its own as long as it gives a sign of life', async () => {
    const folder = createFolder()
    const there = await new FileLeases(folder, elsewhere).take('7', 'execute')
    if (!there.ok) throw new Error('not taken')
    // Its process number means nothing here.
    const path = join(folder, '7.lease.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"pid":\d+/, '"pid":999999999'))
    const here = new FileLeases(folder, { patienceMs: 200 })
    expect(await here.take('7', 'execute')).toMatchObject({ ok: false })
    await there.value.release()
    expect(await here.take('7', 'execute')).toMatchObject({ ok: true })
  })

  test.each(['', 'null', '{"pid":0}', '{"pid":-5,"start":"","token":"x"}'])('%j is none', async (text) => {
    const folder = createFolder()
    writeFileSync(join(folder, '7.lease.json'), text)
    expect(await new FileLeases(folder).take('7', 'execute')).toMatchObject({
      ok: true,
      value: { abandoned: [] },
    })
  })
})

journalContract('files', async () => {
  const folder = createFolder()
  const path = (name: string): string => join(folder, `${name}.jsonl`)
  return Promise.resolve({
    journals: {
      open: async (name) => Journal.open(path(name)),
      read: async (name) => readJournal(path(name)),
    },
    tear: async (name) => {
      appendFileSync(path(name), '{"n":9,"half')
      return Promise.resolve()
    },
  })
})

resultIndexContract('files', async () => {
  const folder = createFolder()
  return Promise.resolve({
    index: new ResultCache(folder),
    spoil: async (key) => {
      writeFileSync(join(folder, key.slice(0, 2), `${key.slice(2)}.json`), '{"commit":')
      return Promise.resolve()
    },
  })
})

workspaceContract('git worktrees', async () => {
  const project = new BatchProject({ 'a.txt': 'one', '.gitignore': '*.tmp\n' })
  const first = project.git('rev-parse', 'HEAD')
  project.write({ 'a.txt': 'two', 'b.txt': 'b' })
  project.git('add', '--all')
  project.git('commit', '--quiet', '--message', 'second')
  const opened = await openRepository(project.root, 'test')
  if (!opened.ok) throw new Error(opened.error)
  const repository = opened.value
  const options = { repository, folder: join(project.root, '.git/work'), setup: null }
  return {
    workspaces: new GitWorkspaces(options),
    later: (reserved) => new GitWorkspaces({ ...options, reserved: new Set(reserved) }),
    commits: [first, project.git('rev-parse', 'HEAD')] as const,
    count: async () => Promise.resolve(project.git('worktree', 'list').split('\n').length - 1),
  }
})

describe('the setup of a workspace', () => {
  test('is run in each new checkout and where what it installs has changed; files of .worktreeinclude are there', async () => {
    const project = new BatchProject({
      'package-lock.json': '1',
      '.gitignore': '.env*\n',
      '.worktreeinclude': '.env\n',
    })
    project.write({ '.env': 'SECRET=1', '.env.local': 'not asked for' })
    const first = project.git('rev-parse', 'HEAD')
    project.write({ 'package-lock.json': '2' })
    project.git('commit', '--quiet', '--all', '--message', 'second')
    const opened = await openRepository(project.root, 'test')
    if (!opened.ok) throw new Error(opened.error)
    const runs: string[] = []
    const workspaces = new GitWorkspaces({
      repository: opened.value,
      folder: join(project.root, '.git/work'),
      setup: async (path) => {
        runs.push(readFileSync(join(path, 'package-lock.json'), 'utf8'))
        return Promise.resolve(null)
      },
    })
    for (const base of [first, first, project.git('rev-parse', 'HEAD')]) {
      const workspace = await workspaces.open(base)
      if (!workspace.ok) throw new Error(workspace.error.message)
      expect(readFileSync(join(workspace.value.path, '.env'), 'utf8')).toBe('SECRET=1')
      expect(existsSync(join(workspace.value.path, '.env.local'))).toBe(false)
      await workspaces.close(workspace.value)
    }
    expect(runs).toEqual(['1', '2'])
    await workspaces.closeAll()
  })

  test('that fails is no fault of the item', async () => {
    const project = new BatchProject()
    const opened = await openRepository(project.root, 'test')
    if (!opened.ok) throw new Error(opened.error)
    const folder = join(project.root, '.git/work')
    const setup = async (): Promise<string> => Promise.resolve('"npm ci" failed: no network')
    const workspaces = new GitWorkspaces({ repository: opened.value, folder, setup })
    expect(await workspaces.open(project.git('rev-parse', 'HEAD'))).toEqual({
      ok: false,
      error: { code: 'executor', message: 'the checkout could not be set up: "npm ci" failed: no network' },
    })
    expect(project.git('worktree', 'list').split('\n')).toHaveLength(1)
  })
})
