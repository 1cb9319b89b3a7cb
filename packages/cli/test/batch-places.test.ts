import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { BatchProject } from '../../batches/test/node/batch-project.ts'
import { phaseText } from '../../batches/test/pure/plan/phase-text.ts'
import { callBlueprint } from './call-blueprint.ts'

vi.setConfig({ testTimeout: 60_000 })

const PLAN = ['# PRP-9 Plan', phaseText({ number: 1, files: '`a.txt`' })].join('\n')

test('from a folder within the project, all commands find the same work items', async () => {
  const project = new BatchProject({ 'PLAN.md': PLAN })
  const below = join(project.root, 'docs', 'plans')
  mkdirSync(below, { recursive: true })
  const generated = await callBlueprint(['batch', 'generate', `${project.root}/PLAN.md`, '--root', below])
  expect(generated).toMatchObject({ code: 0, stderr: '' })
  expect(project.list('work-items')).toHaveLength(1)
  expect(existsSync(join(below, 'work-items'))).toBe(false)
  for (const args of [
    ['status', '9'],
    ['review', '--batch', '9'],
    ['execute', '--batch', '9', '--dry-run'],
  ])
    expect(await callBlueprint(['batch', ...args, '--root', below])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('PRP-9.1.1') as string,
    })
})

test('of two files with the same id both are told, and nothing is done', async () => {
  const project = new BatchProject()
  project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
  const text = project.read('work-items/PRP-7.1.1-item.md')
  project.write({ 'work-items/PRP-7.1.2-copy.md': text, 'work-items/README.md': 'These are work items.\n' })
  const why =
    'PRP-7.1.1 is the id of 2 files: PRP-7.1.1-item.md, PRP-7.1.2-copy.md; each item needs an id of its own'
  const dry = await callBlueprint(['batch', 'execute', '-b', '7', '--dry-run', '--root', project.root])
  expect(dry.stdout).toContain(`PRP-7.1.2-copy.md:1: error: ${why}`)
  expect(dry.stdout).not.toContain('README.md')
  expect(dry.code).toBe(1)
  const { code, stderr } = await callBlueprint(['batch', 'execute', '-b', '7', '--root', project.root])
  expect(code).toBe(64)
  expect(stderr).toContain(why)
})

test('the batches of a folder are listed, and the files that are in none, with the reason', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', status: 'done' },
    { id: 'PRP-7.2', files: ['a.txt'] },
    { id: 'PRP-8', files: ['b.txt'] },
  ])
  project.write({ 'work-items/notes.md': 'Words.\n', 'work-items/broken.md': '\0'.repeat(5_000_000) })
  const { code, stdout } = await callBlueprint(['batch', 'list', '--json', '--root', project.root])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    batches: [
      { batchId: '7', counts: { completed: 1, pending: 1 }, items: ['PRP-7.1.1', 'PRP-7.2'] },
      { batchId: '8', items: ['PRP-8'] },
    ],
    refused: [
      { file: 'notes.md', reason: 'there is no prp_id, and neither the file name nor the heading tells one' },
      { file: 'broken.md' },
    ],
  })
  const text = await callBlueprint(['batch', 'list', '--root', project.root])
  expect(text.stdout).toContain('7 2 items: 1 completed, 1 pending')
  const dry = await callBlueprint(['batch', 'execute', '-b', '8', '--dry-run', '--root', project.root])
  expect(dry.stdout).toContain('PRP-8 Work of PRP-8: agent')
})

test('where nothing was accepted, nothing is said to be in the branch', async () => {
  const project = new BatchProject()
  project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
  const { code, stdout } = await callBlueprint(['batch', 'execute', '-b', '7', '--root', project.root])
  expect(code).toBe(1)
  expect(stdout).toContain('No work was accepted; the branch is as it was.')
})

test('a folder that cannot be written is an error of the call, not of the program', async () => {
  const project = new BatchProject({ 'PLAN.md': PLAN })
  for (const args of [
    ['batch', 'status', '9'],
    ['batch', 'generate', `${project.root}/PLAN.md`],
    ['init', 'claude-code'],
  ]) {
    const done = await callBlueprint([...args, '--root', `${project.root}/PLAN.md`])
    expect(done.code).toBe(64)
    expect(done.stderr).toMatch(/^error: [^\n]{1,300}\n$/)
  }
})

describe('the help of', () => {
  const groups = ['plan', 'batch', 'metrics', 'tokens', 'adaptive', 'init']
  const commands = [
    'plan check',
    ...['generate', 'execute', 'review', 'update-context', 'status', 'cancel'].map((name) => `batch ${name}`),
    'metrics trend',
    'metrics analyze',
    'tokens extract',
    'tokens report',
    'decide',
    'dashboard',
    ...['evaluate', 'compare', 'breakeven', 'choose'].map((name) => `adaptive ${name}`),
    'init claude-code',
  ]
  test.each(groups)('%s has examples', async (group) => {
    expect((await callBlueprint([group, '--help'])).stdout).toMatch(/\nExamples?:\n {2}blueprint /)
  })
  test.each(commands)('%s has examples and exit codes', async (command) => {
    const { code, stdout } = await callBlueprint([...command.split(' '), '--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/\nExamples?:\n {2}blueprint /)
    expect(stdout).toMatch(/\nExit codes: 0 /)
  })
})
