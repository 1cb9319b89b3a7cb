import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { openRepository } from '../../../src/node/git/git.ts'
import type { Repository } from '../../../src/node/git/git.ts'
import { land, mendLanding } from '../../../src/node/git/land.ts'
import { BatchProject } from '../batch/batch-project.ts'

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

test('landing moves the branch and its files, and leaves other changes alone', async () => {
  const { project, repository, to } = await createLanding()
  project.write({ 'README.md': 'mine\n' })
  expect(await land(repository, to)).toEqual({ ok: true, value: undefined })
  expect(project.git('rev-parse', 'HEAD')).toBe(to)
  expect([project.read('a.txt'), project.read('README.md'), existsSync(`${project.root}/gone.txt`)]).toEqual([
    'A\n',
    'mine\n',
    false,
  ])
})

describe('a landing that was cut off', () => {
  test('half way is mended and done again', async () => {
    const { project, repository, to } = await createLanding()
    project.write({ 'a.txt': 'A\n', 'new.txt': 'new\n', 'README.md': 'mine\n' })
    writeFileSync(`${project.root}/.git/index.lock`, '')
    expect(await mendLanding(repository, to)).toMatchObject({ ok: true })
    expect(await land(repository, to)).toMatchObject({ ok: true })
    expect(project.git('status', '--porcelain')).toBe(' M README.md')
    expect(project.git('rev-parse', 'HEAD')).toBe(to)
  })

  test('with the index written, but not the branch', async () => {
    const { project, repository, to } = await createLanding()
    project.git('read-tree', '-m', '-u', to)
    expect(await mendLanding(repository, to)).toMatchObject({ ok: true })
    expect(await land(repository, to)).toMatchObject({ ok: true })
    expect(project.git('status', '--porcelain')).toBe('')
  })

  test('and then changed by hand is left alone', async () => {
    const { project, repository, to } = await createLanding()
    project.write({ 'a.txt': 'by hand\n' })
    expect(await mendLanding(repository, to)).toEqual({
      ok: false,
      error: 'a.txt was changed by hand meanwhile',
    })
    expect(project.read('a.txt')).toBe('by hand\n')
  })
})
