import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { openRepository } from '../../../src/node/git/git.ts'
import type { Repository } from '../../../src/node/git/git.ts'
import { landLine, mendLanding } from '../../../src/node/git/land.ts'
import type { Landing } from '../../../src/node/git/land.ts'
import type { Result } from 'blueprint-command-engine/base'
import { BatchProject } from '../batch-project.ts'

// Real repositories: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 })

/** A project whose branch stands one commit before `to`, which changes, adds and removes files. */
async function createLanding(): Promise<{ project: BatchProject; repository: Repository; to: string }> {
  const project = new BatchProject({ 'a.txt': 'a\n', 'gone.txt': 'x\n' })
  project.write({ 'a.txt': 'A\n', 'new.txt': 'new\n' })
  project.git('rm', '--quiet', 'gone.txt')
  project.git('add', '--all')
  project.git('commit', '--quiet', '--message', 'to')
  const to = project.git('rev-parse', 'HEAD')
  project.git('reset', '--hard', '--quiet', 'HEAD~1')
  const repository = await openRepository(project.root, 'test')
  if (!repository.ok) throw new Error(repository.error)
  return { project, repository: repository.value, to }
}

const branch = 'refs/heads/main'

async function landOn(
  project: BatchProject,
  repository: Repository,
  head: string,
  order: readonly string[] = [],
): Promise<Result<string, string>> {
  const folder = `${project.root}/.git/landing`
  return landLine(repository, { branch, head, order, folder, note: async () => Promise.resolve() })
}

/** Commits a file as the work of an item on top of a commit; the branch and the checkout stay as they are. */
function workOn(
  project: BatchProject,
  parent: string,
  item: string,
  files: Readonly<Record<string, string>>,
): string {
  const branchName = project.git('symbolic-ref', '--short', 'HEAD')
  project.git('checkout', '--quiet', '--detach', parent)
  project.write(files)
  project.git('add', '--all')
  project.git('commit', '--quiet', '--message', `${item}: work\n\nBatch: 7\nWork-Item: ${item}`)
  const commit = project.git('rev-parse', 'HEAD')
  project.git('checkout', '--quiet', branchName)
  return commit
}

test('landing moves the branch and its files, and leaves other changes alone', async () => {
  const { project, repository, to } = await createLanding()
  project.write({ 'README.md': 'mine\n' })
  expect(await landOn(project, repository, to)).toEqual({ ok: true, value: to })
  expect(project.git('rev-parse', 'HEAD')).toBe(to)
  expect([project.read('a.txt'), project.read('README.md'), existsSync(`${project.root}/gone.txt`)]).toEqual([
    'A\n',
    'mine\n',
    false,
  ])
})

describe('a line of work lands', () => {
  test('on the branch it is for, not on what is checked out now', async () => {
    const { project, repository, to } = await createLanding()
    project.git('checkout', '--quiet', '-b', 'other')
    expect(await landOn(project, repository, to)).toMatchObject({ ok: true })
    expect(project.git('rev-parse', 'main')).toBe(to)
    expect(project.git('symbolic-ref', '--short', 'HEAD')).toBe('other')
    expect([project.read('a.txt'), project.git('status', '--porcelain')]).toEqual(['a\n', ''])
  })

  test('in the linked checkout that has the branch', async () => {
    const { project, repository, to } = await createLanding()
    project.git('checkout', '--quiet', '-b', 'other')
    project.git('worktree', 'add', '--quiet', `${project.root}/.git/linked`, 'main')
    expect(await landOn(project, repository, to)).toMatchObject({ ok: true })
    expect(project.read('.git/linked/a.txt')).toBe('A\n')
  })

  test('on top of what came meanwhile, one commit an item, with its message', async () => {
    const project = new BatchProject({ 'a.txt': 'a\n' })
    const base = project.git('rev-parse', 'HEAD')
    const first = workOn(project, base, 'PRP-7.1.1', { 'one.txt': '1' })
    const head = workOn(project, first, 'PRP-7.1.2', { 'two.txt': '2' })
    project.write({ 'a.txt': 'mine\n' })
    project.git('commit', '--quiet', '--all', '--message', 'mine')
    const opened = await openRepository(project.root, 'test')
    if (!opened.ok) throw new Error(opened.error)
    expect(await landOn(project, opened.value, head)).toMatchObject({ ok: true })
    expect(project.history()).toEqual(['mine', 'PRP-7.1.1: work', 'PRP-7.1.2: work'])
    expect(project.git('log', '-1', '--format=%(trailers:key=Work-Item,valueonly)').trim()).toBe('PRP-7.1.2')
    expect([project.read('a.txt'), project.read('two.txt')]).toEqual(['mine\n', '2'])
    expect(project.git('worktree', 'list').split('\n')).toHaveLength(1)
  })

  test('in the order of the plan; work that builds on other work stays as it was made', async () => {
    const project = new BatchProject({ 'a.txt': 'a\n' })
    const base = project.git('rev-parse', 'HEAD')
    const late = workOn(project, base, 'PRP-7.1.2', { 'two.txt': '2' })
    const head = workOn(project, late, 'PRP-7.1.1', { 'one.txt': '1' })
    const opened = await openRepository(project.root, 'test')
    if (!opened.ok) throw new Error(opened.error)
    const order = ['PRP-7.1.1', 'PRP-7.1.2', 'PRP-7.1.3']
    expect(await landOn(project, opened.value, head, order)).toMatchObject({ ok: true })
    expect(project.history()).toEqual(['PRP-7.1.1: work', 'PRP-7.1.2: work'])
    const tip = project.git('rev-parse', 'HEAD')
    const built = workOn(project, workOn(project, tip, 'PRP-7.1.2', { 'b.txt': '1\n' }), 'PRP-7.1.1', {
      'b.txt': '2\n',
    })
    expect(await landOn(project, opened.value, built, order)).toEqual({ ok: true, value: built })
  })

  test('not where it conflicts with what came meanwhile: that is named, and nothing is touched', async () => {
    const project = new BatchProject({ 'a.txt': 'a\n' })
    const head = workOn(project, project.git('rev-parse', 'HEAD'), 'PRP-7.1.1', { 'a.txt': 'work\n' })
    project.write({ 'a.txt': 'mine\n' })
    project.git('commit', '--quiet', '--all', '--message', 'mine')
    const opened = await openRepository(project.root, 'test')
    if (!opened.ok) throw new Error(opened.error)
    expect(await landOn(project, opened.value, head)).toEqual({
      ok: false,
      error: 'PRP-7.1.1 changes a.txt, and so does what came into main meanwhile',
    })
    expect([project.history(), project.read('a.txt')]).toEqual([['mine'], 'mine\n'])
    expect(project.git('status', '--porcelain')).toBe('')
  })

  test('not over files of the user that are not committed', async () => {
    const { project, repository, to } = await createLanding()
    project.write({ 'a.txt': 'mine\n' })
    expect(await landOn(project, repository, to)).toEqual({
      ok: false,
      error: 'a.txt in your checkout would be overwritten; commit or stash it',
    })
    project.git('checkout', '--quiet', 'a.txt')
    project.write({ 'new.txt': 'mine, not in git\n' })
    expect(await landOn(project, repository, to)).toMatchObject({ ok: false })
    expect(project.read('new.txt')).toBe('mine, not in git\n')
  })
})

describe('a landing that was cut off', () => {
  const landing = (project: BatchProject, to: string): Landing => ({
    branch,
    from: project.git('rev-parse', 'HEAD'),
    to,
  })

  test('half way is mended and done again', async () => {
    const { project, repository, to } = await createLanding()
    project.write({ 'a.txt': 'A\n', 'new.txt': 'new\n', 'README.md': 'mine\n' })
    writeFileSync(`${project.root}/.git/index.lock`, '')
    expect(await mendLanding(repository, landing(project, to))).toMatchObject({ ok: true })
    expect(await landOn(project, repository, to)).toMatchObject({ ok: true })
    expect(project.git('status', '--porcelain')).toBe(' M README.md')
    expect(project.git('rev-parse', 'HEAD')).toBe(to)
  })

  test('with the index written, but not the branch', async () => {
    const { project, repository, to } = await createLanding()
    project.git('read-tree', '-m', '-u', to)
    expect(await mendLanding(repository, landing(project, to))).toMatchObject({ ok: true })
    expect(await landOn(project, repository, to)).toMatchObject({ ok: true })
    expect(project.git('status', '--porcelain')).toBe('')
  })

  test('and then changed by hand is left alone', async () => {
    const { project, repository, to } = await createLanding()
    project.write({ 'a.txt': 'by hand\n' })
    expect(await mendLanding(repository, landing(project, to))).toEqual({
      ok: false,
      error: 'a.txt was changed by hand meanwhile',
    })
    expect(project.read('a.txt')).toBe('by hand\n')
  })
})
