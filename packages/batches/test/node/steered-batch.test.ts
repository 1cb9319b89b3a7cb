import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { parseAgentCommand } from '../../src/node/agent-command.ts'
import { approveBatch } from '../../src/node/approve-batch.ts'
import { batchStatus, cancelBatch } from '../../src/node/batch-status.ts'
import { executeBatch } from '../../src/node/execute-batch.ts'
import type { ExecuteOptions } from '../../src/node/execute-options.ts'
import type { OperationOutcome } from '../../src/node/finish-operation.ts'
import { nextItems } from '../../src/node/next-items.ts'
import { updateContext } from '../../src/node/update-context.ts'
import { DEFAULT_POLICY } from '../../src/pure/schedule/policy.ts'
import { agentCommand, BatchProject } from './batch-project.ts'

// Real processes and real repositories: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 })

const policy = { ...DEFAULT_POLICY, pollMs: 2000, staleMs: 5000, timeoutMs: 60_000, backoffMs: 50 }

function optionsOf(project: BatchProject, more: Partial<ExecuteOptions> = {}): ExecuteOptions {
  const agent = parseAgentCommand(agentCommand)
  if (!agent.ok) throw new Error(agent.error)
  process.env['AGENT_LOG'] = `${project.root}/.git/agent.log`
  const { root: folder } = project
  return {
    folder,
    batchId: '7',
    itemsFolder: 'work-items',
    policy,
    agent: agent.value,
    resume: false,
    ...more,
  }
}

async function execute(project: BatchProject, more: Partial<ExecuteOptions> = {}): Promise<OperationOutcome> {
  const outcome = await executeBatch(optionsOf(project, more))
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value
}

function places(project: BatchProject): { folder: string; batchId: string; itemsFolder: string } {
  return { folder: project.root, batchId: '7', itemsFolder: 'work-items' }
}

function attemptsOf(outcome: OperationOutcome, id: string): string[] {
  return outcome.schedule.records.get(id)!.attempts.map(({ failure }) => failure?.code ?? 'good')
}

describe('where work lands', () => {
  test('the branch that was checked out at the start gets it, though the user has moved on', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'slow' }])
    const outcome = await execute(project, {
      onPlan: () => {
        project.git('checkout', '--quiet', '-b', 'other')
        project.write({ 'mine.txt': 'mine\n' })
        project.git('add', 'mine.txt')
        project.git('commit', '--quiet', '--message', 'mine')
      },
    })
    expect(outcome.isComplete).toBe(true)
    expect(outcome.remarks).toContain('The work is in the branch main.')
    expect(project.git('log', '-1', '--format=%s', 'main')).toBe('PRP-7.1.1: Work of PRP-7.1.1')
    expect(project.git('log', '-1', '--format=%s', 'other')).toBe('mine')
    expect(existsSync(join(project.root, 'a.txt'))).toBe(false)
  })

  test('with commits of the user meanwhile it comes on top of them; what conflicts with them is named and kept', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    const commit = (text: string): void => {
      project.write({ 'a.txt': text })
      project.git('add', 'a.txt')
      project.git('commit', '--quiet', '--message', `mine: ${text.trim()}`)
    }
    const outcome = await execute(project, { onPlan: () => commit('mine\n') })
    expect(outcome.isComplete).toBe(false)
    expect(outcome.remarks.at(-1)).toContain(
      'PRP-7.1.1 changes a.txt, and so does what came into main meanwhile',
    )
    expect(outcome.remarks.at(-1)).toContain('It is in refs/batches/7')
    expect(project.status('PRP-7.1.1')).toBe('in-review')
    expect(await cancelBatch(places(project))).toMatchObject({
      ok: true,
      value: expect.stringContaining('the accepted work of PRP-7.1.1 is kept in refs/batches/7') as string,
    })
    expect(await batchStatus(places(project))).toMatchObject({ value: { notLanded: ['PRP-7.1.1'] } })
    // The user gives way.
    project.git('revert', '--no-edit', 'HEAD')
    expect(await approveBatch(places(project))).toEqual({
      ok: true,
      value: 'the work of PRP-7.1.1 is in main',
    })
    expect(project.read('a.txt')).toBe('PRP-7.1.1\n')
    expect(project.status('PRP-7.1.1')).toBe('completed')
    expect(project.git('for-each-ref', 'refs/batches')).toBe('')
  })

  test('work that is not to land waits for approval, and may go to another branch', async () => {
    const project = new BatchProject()
    project.git('branch', 'release')
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    const outcome = await execute(project, { noLand: true })
    expect(outcome.isComplete).toBe(true)
    expect(outcome.remarks.at(-1)).toBe(
      'The work is in refs/batches/7; "blueprint batch approve 7" brings it in.',
    )
    expect(project.git('log', '--format=%s')).toBe('begin')
    expect(await approveBatch({ ...places(project), onto: 'release' })).toMatchObject({ ok: true })
    expect([project.git('log', '-1', '--format=%s', 'release'), project.git('log', '--format=%s')]).toEqual([
      'PRP-7.1.1: Work of PRP-7.1.1',
      'begin',
    ])
  })

  test('a second execution goes on from accepted work that was not landed', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    await execute(project, { noLand: true })
    project.addItems([{ id: 'PRP-7.1.2', files: ['b.txt'] }])
    const outcome = await execute(project)
    expect(outcome.isComplete).toBe(true)
    expect(project.history()).toEqual(['PRP-7.1.1: Work of PRP-7.1.1', 'PRP-7.1.2: Work of PRP-7.1.2'])
  })
})

describe('an agent that', () => {
  test.each([false, true])(
    'makes a repository within the checkout is refused by its name (with a commit: %s)',
    async (commits) => {
      vi.stubEnv('AGENT_COMMITS', commits ? '1' : undefined)
      onTestFinished(() => void vi.unstubAllEnvs())
      const project = new BatchProject()
      project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'nesting 1' }])
      const outcome = await execute(project)
      expect(attemptsOf(outcome, 'PRP-7.1.1')).toEqual(['nested-repository', 'good'])
      expect(outcome.schedule.records.get('PRP-7.1.1')!.attempts[0]!.failure!.message).toContain('vendor')
    },
  )

  test('makes branches leaves none; its changes are one commit like any', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'branching' }])
    const outcome = await execute(project)
    expect(outcome.isComplete).toBe(true)
    expect(project.git('branch', '--format=%(refname:short)')).toBe('main')
    expect(project.history()).toEqual(['PRP-7.1.1: Work of PRP-7.1.1'])
    expect(outcome.schedule.records.get('PRP-7.1.1')!.notes.join()).toContain('made the branch')
  })

  test('meets a usage limit is waited for; it costs no attempt', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'limited' }])
    const log: string[] = []
    const cancel = new AbortController()
    const outcome = await execute(project, {
      cancel: cancel.signal,
      onEvent: (event, state) => {
        const item = state.items.get('PRP-7.1.1')
        if (event.kind === 'finished') log.push(item?.status ?? '')
        if (log.length === 3) {
          project.write({ 'work-items/PRP-7.1.1-item.md': project.read('work-items/PRP-7.1.1-item.md') })
          cancel.abort()
        }
      },
    })
    expect(attemptsOf(outcome, 'PRP-7.1.1').slice(0, 3)).toEqual(['limited', 'limited', 'limited'])
    const numbers = outcome.schedule.records.get('PRP-7.1.1')!.attempts.map(({ attempt }) => attempt)
    expect(new Set(numbers)).toEqual(new Set([1]))
  })

  test('says things on several lines is told on one; what looks like a trailer is none', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'multiline' }])
    const outcome = await execute(project)
    const state = outcome.schedule.items.get('PRP-7.1.1')!
    expect(state.status === 'failed' ? state.failure.message : '').toBe(
      'first second [31m Work-Item: PRP-9.9.9',
    )
    expect(project.read('completed-batches/batch-7-execute.md')).not.toContain('\u001b')
  })

  test('is a session within a session does not see the one around it', async () => {
    vi.stubEnv('CLAUDECODE', '1')
    vi.stubEnv('CLAUDE_CODE_ENTRYPOINT', 'cli')
    onTestFinished(() => void vi.unstubAllEnvs())
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['session.txt'], behave: 'nested-session' }])
    expect((await execute(project)).isComplete).toBe(true)
    expect(project.read('session.txt')).toContain('undefined undefined')
  })

  test('writes no heartbeat but talks is alive', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'talking' }])
    const outcome = await execute(project, { policy: { ...policy, pollMs: 400, staleMs: 800 } })
    expect(attemptsOf(outcome, 'PRP-7.1.1')).toEqual(['good'])
  })

  test.skipIf(process.platform !== 'linux')(
    'leaves a process in a session of its own, without any token, leaves none',
    async () => {
      const project = new BatchProject()
      project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'leaving' }])
      expect((await execute(project)).isComplete).toBe(true)
      const pid = /pids (\d+)/.exec(readFileSync(`${project.root}/.git/agent.log`, 'utf8'))![1]!
      const state = (): string => {
        try {
          return /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]!
        } catch {
          return 'gone'
        }
      }
      await expect.poll(state, { timeout: 5000 }).toMatch(/gone|Z/)
    },
  )

  test('is not there is refused before anything starts', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    const agent = parseAgentCommand('no-such-agent --fast')
    if (!agent.ok) throw new Error(agent.error)
    expect(await executeBatch(optionsOf(project, { agent: agent.value }))).toEqual({
      ok: false,
      error: 'the agent "no-such-agent" is not there, or cannot be run; is it installed and in the PATH?',
    })
    expect(existsSync(join(project.root, '.blueprint'))).toBe(false)
  })
})

describe('nothing is written through a link that leads out', () => {
  function outside(): string {
    const folder = mkdtempSync(join(tmpdir(), 'batches-outside-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }

  test.each(['work-items', '.blueprint', 'completed-batches'])('%s', async (name) => {
    const project = new BatchProject()
    const folder = outside()
    symlinkSync(folder, join(project.root, name))
    if (name !== 'work-items') project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    const refused = await executeBatch(optionsOf(project))
    expect(refused).toMatchObject({ ok: false })
    expect(refused.ok ? '' : refused.error).toContain('leads out of the project by a symbolic link')
    expect(existsSync(join(folder, 'batches'))).toBe(false)
  })

  test('--items-dir above the project', async () => {
    const project = new BatchProject()
    expect(await executeBatch(optionsOf(project, { itemsFolder: '../elsewhere' }))).toMatchObject({
      ok: false,
      error: expect.stringContaining('is not in the project') as string,
    })
  })

  test('an item: its status stays as it is, and that is told', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    const folder = outside()
    const text = project.read('work-items/PRP-7.1.1-item.md')
    writeFileSync(join(folder, 'item.md'), text)
    rmSync(join(project.root, 'work-items/PRP-7.1.1-item.md'))
    symlinkSync(join(folder, 'item.md'), join(project.root, 'work-items/PRP-7.1.1-item.md'))
    const outcome = await execute(project)
    expect(outcome.items[0]?.notes.join()).toContain('leads out of the project')
    await updateContext({ ...places(project), policy })
    expect(readFileSync(join(folder, 'item.md'), 'utf8')).toBe(text)
  })

  test('metrics: the work is done all the same', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    const folder = outside()
    project.write({ 'completed-batches/x': '' })
    symlinkSync(join(folder, 'metrics.json'), join(project.root, 'completed-batches/batch-7-execute.json'))
    const outcome = await execute(project)
    expect(outcome).toMatchObject({ isComplete: true, metricsPath: null })
    expect(outcome.remarks.at(-1)).toContain('The figures could not be kept')
    expect(existsSync(join(folder, 'metrics.json'))).toBe(false)
    expect(project.history()).toHaveLength(1)
  })
})

test('what can be started now is told, the longest chain first', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'] },
    { id: 'PRP-7.1.2', files: ['b.txt'] },
    { id: 'PRP-7.1.3', files: ['c.txt'], status: 'completed' },
    { id: 'PRP-7.2.1', files: ['d.txt'], dependencies: ['PRP-7.1.2', 'PRP-7.1.3'] },
    { id: 'PRP-7.2.2', files: ['a.txt'] },
  ])
  const next = await nextItems(places(project))
  if (!next.ok) throw new Error(next.error)
  expect(next.value.ready.map(({ item, chainHours }) => [item.id, chainHours])).toEqual([
    ['PRP-7.1.1', 2],
    ['PRP-7.1.2', 2],
  ])
  expect([...next.value.waiting]).toEqual([
    ['PRP-7.2.1', ['PRP-7.1.2']],
    ['PRP-7.2.2', ['PRP-7.1.1']],
  ])
})
