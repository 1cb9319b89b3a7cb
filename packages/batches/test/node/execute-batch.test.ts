import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_POLICY } from '../../src/pure/schedule/policy.ts'
import { parseAgentCommand } from '../../src/node/agent-command.ts'
import { executeBatch } from '../../src/node/execute-batch.ts'
import type { ExecuteOptions } from '../../src/node/execute-options.ts'
import type { OperationOutcome } from '../../src/node/finish-operation.ts'
import { modelLadders } from '../../src/node/model-ladders.ts'
import { saveBatchMetrics } from '../../../insight/src/node/save-metrics.ts'
import { trialsOfMetrics } from '../../../insight/src/pure/adaptive/trials.ts'
import { madeBatch } from '../../../insight/test/pure/metrics/made-batches.ts'
import { agentCommand, BatchProject } from './batch-project.ts'

// Real processes and real repositories: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 })

const policy = { ...DEFAULT_POLICY, pollMs: 2000, staleMs: 5000, timeoutMs: 60_000 }

function optionsOf(project: BatchProject, more: Partial<ExecuteOptions> = {}): ExecuteOptions {
  const agent = parseAgentCommand(agentCommand)
  if (!agent.ok) throw new Error(agent.error)
  process.env['AGENT_LOG'] = `${project.root}/.git/agent.log`
  return {
    folder: project.root,
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

function statesOf(outcome: OperationOutcome): Record<string, string> {
  return Object.fromEntries(
    [...outcome.schedule.items].map(([id, state]) => [
      id.slice(6),
      state.status === 'failed'
        ? state.failure.code
        : state.status === 'blocked'
          ? `blocked by ${state.by}`
          : state.status,
    ]),
  )
}

function agentLog(project: BatchProject): string[] {
  const path = `${project.root}/.git/agent.log`
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
}

/** Whether a process is there and not just waiting to be collected. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('items run in parallel and stage by stage; each is one commit, in order, and the branch has them', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'], behave: 'slow' },
    { id: 'PRP-7.1.2', files: ['b.txt'] },
    { id: 'PRP-7.2.1', files: ['a.txt', 'c.txt'], dependencies: ['PRP-7.1.1'] },
  ])
  const outcome = await execute(project)
  expect(outcome.isComplete).toBe(true)
  expect(statesOf(outcome)).toEqual({ '1.1': 'done', '1.2': 'done', '2.1': 'done' })
  expect(project.history()).toEqual([
    'PRP-7.1.1: Work of PRP-7.1.1',
    'PRP-7.1.2: Work of PRP-7.1.2',
    'PRP-7.2.1: Work of PRP-7.2.1',
  ])
  expect(project.read('a.txt')).toBe('PRP-7.1.1\nPRP-7.2.1\n')
  expect(project.git('log', '-1', '--format=%b')).toBe('Batch: 7\nWork-Item: PRP-7.2.1')
  expect(project.status('PRP-7.2.1')).toBe('completed')
  expect(project.git('status', '--porcelain')).toBe('?? completed-batches/\n?? work-items/')
  expect(project.git('worktree', 'list').split('\n')).toHaveLength(1)
  expect(project.git('for-each-ref', 'refs/batches')).toBe('')
  expect(project.list('.git/blueprint-leases')).toEqual(['7.fence'])
  expect(project.readJson('completed-batches/batch-7-execute.json')).toMatchObject({
    batch_id: '7',
    operation: 'execute',
    metrics: {
      total_items: 3,
      stages: 2,
      success_count: 3,
      failure_count: 0,
      token_usage: { total_tokens: 300 },
    },
    sources: { '/metrics/token_usage': 'claimed' },
  })
})

describe('an agent that', () => {
  test.each([
    ['is silent', 'silent', 'stale'],
    ['lies', 'lying', 'no-change'],
    ['crashes', 'crashing', 'crashed'],
    ['says it failed', 'failing', 'reported'],
    ['leaves half a result', 'half', 'no-result'],
    ['answers for another item', 'foreign', 'no-result'],
    ['answers with an old fence', 'old-fence', 'no-result'],
    ['leaves a huge result', 'huge', 'no-result'],
    ['changes other files', 'elsewhere', 'no-change'],
  ])('%s is found out, tried again, and its item done when it behaves', async (_name, behave, code) => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: `${behave} 1` }])
    const outcome = await execute(project)
    expect(outcome.isComplete).toBe(true)
    const attempts = outcome.schedule.records.get('PRP-7.1.1')!.attempts
    expect(attempts.map(({ failure }) => failure?.code ?? 'good')).toEqual([code, 'good'])
    expect(project.history()).toHaveLength(1)
    expect(project.read('a.txt')).toBe('PRP-7.1.1\n')
  })

  test('never gets it right fails; what depends on it is blocked, what does not goes on', async () => {
    const project = new BatchProject()
    project.addItems([
      { id: 'PRP-7.1.1', files: ['a.txt'], behave: 'lying' },
      { id: 'PRP-7.1.2', files: ['b.txt'] },
      { id: 'PRP-7.2.1', files: ['c.txt'], dependencies: ['PRP-7.1.1'] },
      { id: 'PRP-7.2.2', files: ['d.txt'], dependencies: ['PRP-7.1.2'] },
      { id: 'PRP-7.3.1', files: ['e.txt'], dependencies: ['PRP-7.2.1'] },
    ])
    const outcome = await execute(project)
    expect(outcome.isComplete).toBe(false)
    expect(statesOf(outcome)).toEqual({
      '1.1': 'no-change',
      '1.2': 'done',
      '2.1': 'blocked by PRP-7.1.1',
      '2.2': 'done',
      '3.1': 'blocked by PRP-7.1.1',
    })
    expect(project.history()).toEqual(['PRP-7.1.2: Work of PRP-7.1.2', 'PRP-7.2.2: Work of PRP-7.2.2'])
    expect(['PRP-7.1.1', 'PRP-7.3.1', 'PRP-7.2.2'].map((id) => project.status(id))).toEqual([
      'failed',
      'blocked',
      'completed',
    ])
    expect(project.read('completed-batches/batch-7-execute.md')).toContain('blocked by PRP-7.1.1')
  })

  test.skipIf(process.platform !== 'linux')(
    'hangs is ended with its grandchildren, also with one that left the group',
    async () => {
      const project = new BatchProject()
      project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'hanging 1' }])
      const outcome = await execute(project)
      expect(outcome.isComplete).toBe(true)
      const pids = agentLog(project).flatMap((line) =>
        line.startsWith('pids') ? line.split(' ').slice(1) : line.split(' ').slice(3),
      )
      expect(pids).toHaveLength(4)
      expect(pids.map(Number).filter(isAlive)).toEqual([])
    },
  )
})

test('a gate that fails fails the item, and is told with its output', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'], gates: ['grep -q nothing a.txt || { echo not there; exit 4; }'] },
  ])
  const outcome = await execute(project)
  expect(outcome.schedule.items.get('PRP-7.1.1')).toMatchObject({
    failure: { code: 'gate', message: expect.stringContaining('exit code 4 not there') as string },
  })
})

test('work that conflicts with what was joined is kept, done again from there, and told why', async () => {
  const project = new BatchProject({ 'shared.txt': 'one\n' })
  project.addItems([
    { id: 'PRP-8.1.1', files: ['shared.txt'] },
    { id: 'PRP-8.1.2', files: ['shared.txt'] },
  ])
  const seen: string[] = []
  const outcome = await execute(project, {
    shareStages: true,
    batchId: '8',
    onEvent: (event) => {
      if (event.kind === 'merged' && event.failures.size > 0)
        seen.push(project.git('for-each-ref', '--format=%(refname)', 'refs/batches-kept'))
    },
  })
  expect(outcome.isComplete).toBe(true)
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatch(/^refs\/batches-kept\/8\/PRP-8\.1\.[12]$/)
  const loser = seen[0]!.slice(-9)
  const attempts = outcome.schedule.records.get(loser)!.attempts
  expect(attempts.map(({ failure }) => failure?.code ?? 'good')).toEqual(['conflict', 'good'])
  const told = project.readJson(`.blueprint/batches/8/attempts/execute/${loser}/previous.json`)
  expect(told['reason']).toContain('cannot be merged')
  expect(told['diff']).toContain(`+${loser}`)
  const spec = project.readJson(`.blueprint/batches/8/attempts/execute/${loser}/3/spec.json`)
  expect(spec).toMatchObject({ attempt: 2, previous: { reason: told['reason'] } })
  expect(project.read('shared.txt').split('\n').sort()).toEqual(['', 'PRP-8.1.1', 'PRP-8.1.2', 'one'])
  expect(project.git('for-each-ref', 'refs/batches', 'refs/batches-kept')).toBe('')
})

test('blueprint work needs no agent; a refused command changes nothing', async () => {
  const shop = readFileSync(new URL('../../../../examples/shop.json', import.meta.url), 'utf8')
  const project = new BatchProject({ 'shop.json': shop })
  project.addItems([
    { id: 'PRP-7.1.1', blueprint: 'shop.json', files: ['shop.json'], commands: ['make the header darker'] },
    {
      id: 'PRP-7.2.1',
      blueprint: 'shop.json',
      files: ['shop.json'],
      commands: ['hide the promo text', 'make it pop'],
    },
  ])
  const outcome = await execute(project, { agent: null })
  expect(statesOf(outcome)).toEqual({ '1.1': 'done', '2.1': 'refused' })
  expect(project.history()).toEqual(['PRP-7.1.1: Work of PRP-7.1.1'])
  expect(project.git('diff', '--stat', 'HEAD~1', 'HEAD')).toMatch(/shop.json \| 2/)
})

describe('nothing is begun', () => {
  test('where files are not committed', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['README.md'] }])
    project.write({ 'README.md': 'changed\n' })
    expect(await executeBatch(optionsOf(project))).toMatchObject({
      ok: false,
      error: expect.stringContaining('not committed: README.md') as string,
    })
  })

  test('where items wait for one another', async () => {
    const project = new BatchProject()
    project.addItems([
      { id: 'PRP-7.1.1', files: ['a'], dependencies: ['PRP-7.1.2'] },
      { id: 'PRP-7.1.2', files: ['b'], dependencies: ['PRP-7.1.1'] },
    ])
    expect(await executeBatch(optionsOf(project))).toMatchObject({
      ok: false,
      error: expect.stringContaining('PRP-7.1.1 -> PRP-7.1.2 -> PRP-7.1.1') as string,
    })
  })

  test('while another session works on the batch', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'slow' }])
    let second: Promise<unknown> = Promise.resolve()
    const first = await execute(project, {
      onPlan: () => {
        second = executeBatch(optionsOf(project))
      },
    })
    expect(await second).toMatchObject({
      ok: false,
      error: expect.stringContaining('works on this batch (execute)') as string,
    })
    expect(first.isComplete).toBe(true)
  })
})

test('a cancelled batch is continued by --resume, and its finished items are not run again', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'] },
    { id: 'PRP-7.2.1', files: ['b.txt'], behave: 'slow', dependencies: ['PRP-7.1.1'] },
  ])
  const cancel = new AbortController()
  const outcome = await execute(project, {
    cancel: cancel.signal,
    onEvent: (_event, state) => {
      if (state.items.get('PRP-7.2.1')?.status === 'running') cancel.abort()
    },
  })
  expect(outcome.schedule.status).toBe('cancelled')
  expect(project.history()).toEqual([])
  expect(await executeBatch(optionsOf(project))).toMatchObject({
    ok: false,
    error: expect.stringContaining('--resume') as string,
  })
  const resumed = await execute(project, { resume: true })
  expect(resumed.isComplete).toBe(true)
  expect(project.history()).toHaveLength(2)
  expect(agentLog(project).filter((line) => line.startsWith('PRP-7.1.1'))).toHaveLength(1)
})

test('only the chosen items run; what waits for others is blocked', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'] },
    { id: 'PRP-7.1.2', files: ['b.txt'] },
    { id: 'PRP-7.2.1', files: ['c.txt'], dependencies: ['PRP-7.1.2'] },
  ])
  const outcome = await execute(project, { items: ['7.1.1', 'PRP-7.2.1'] })
  expect(statesOf(outcome)).toEqual({ '1.1': 'done', '2.1': 'blocked by PRP-7.1.2' })
  const rest = await execute(project)
  expect(rest.metrics.metrics.total_items).toBe(2)
  expect(project.history()).toHaveLength(3)
})

test('the same work on the same files is taken from an earlier run; other work is done', async () => {
  const project = new BatchProject()
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'] },
    { id: 'PRP-7.1.2', files: ['b.txt'] },
  ])
  const begin = project.git('rev-parse', 'HEAD')
  await execute(project)
  project.git('reset', '--hard', '--quiet', begin)
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'] },
    { id: 'PRP-7.1.2', files: ['b.txt'], behave: 'slow' },
  ])
  const again = await execute(project)
  expect(again.isComplete).toBe(true)
  // The agent says 100 for each; one of the two came from the cache.
  expect(again.metrics.optimization_metrics).toMatchObject({ token_savings: 100 })
  expect(project.history()).toHaveLength(2)
  expect([project.read('a.txt'), project.read('b.txt')]).toEqual(['PRP-7.1.1\n', 'PRP-7.1.2\n'])
  expect(
    agentLog(project)
      .map((line) => line.split(' ').slice(0, 3).join(' '))
      .sort(),
  ).toEqual(['PRP-7.1.1 1 well', 'PRP-7.1.2 1 slow', 'PRP-7.1.2 1 well'])
})

test('work that was gone back over is done again, from the cache', async () => {
  const project = new BatchProject({ 'a.txt': 'begin\n' })
  const items = [
    { id: 'PRP-7.1.1', files: ['a.txt'] },
    { id: 'PRP-7.1.2', files: ['b.txt'] },
  ]
  project.addItems(items)
  await execute(project)
  const done = project.read('a.txt')
  project.git('checkout', '--quiet', 'HEAD~2', '--', '.')
  project.git('rm', '--quiet', 'b.txt')
  project.git('commit', '--quiet', '--message', 'back')
  expect(project.read('a.txt')).toBe('begin\n')
  project.addItems(items)
  const again = await execute(project)
  expect(again.metrics.items).toMatchObject([
    { status: 'success', from_cache: true },
    { status: 'success', from_cache: true },
  ])
  expect([project.read('a.txt'), project.read('b.txt')]).toEqual([done, 'PRP-7.1.2\n'])
})

test('items start with the model that past batches support, and go up; what came of it is evidence again', async () => {
  const project = new BatchProject()
  const success = (id: string) => ({
    item_id: id,
    status: 'success' as const,
    model: 'haiku',
    complexity: 'low',
    tries: [{ model: 'haiku', outcome: 'success' }],
  })
  const items = Array.from({ length: 9 }, (_, i) => success(`PRP-6.1.${i + 1}`))
  await saveBatchMetrics(`${project.root}/completed-batches`, madeBatch({ id: '6', rest: { items } }))
  project.addItems([
    { id: 'PRP-7.1.1', files: ['a.txt'], behave: 'lying 2' },
    { id: 'PRP-7.1.2', files: ['b.txt'] },
  ])
  const { metrics } = await execute(project, { chooseModels: true })
  expect(metrics.items!.map(({ status, tries }) => [status, tries!.map(({ model }) => model)])).toEqual([
    ['success', ['haiku', 'haiku', 'sonnet']],
    ['success', ['haiku']],
  ])
  expect(trialsOfMetrics([metrics]).map(({ model, firstTry }) => [model, firstTry])).toEqual([
    ['haiku', false],
    ['sonnet', true],
    ['haiku', true],
  ])
})

test('without evidence the proven model is taken', async () => {
  const project = new BatchProject()
  project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
  const { metrics } = await execute(project, { chooseModels: true })
  expect(metrics.items![0]).toMatchObject({ model: 'sonnet', complexity: 'low' })
})

test('blueprint work has no model; an item that does not say how complex it is starts with the strongest', async () => {
  const items = [
    { id: 'a', executor: 'blueprint', complexity: 'low' },
    { id: 'b', executor: 'agent', complexity: null },
  ] as const
  expect([...(await modelLadders(items, null, '/nonexistent'))]).toEqual([
    ['a', []],
    ['b', ['opus']],
  ])
  expect([...(await modelLadders(items, ['mine'], '/nonexistent'))]).toEqual([
    ['a', []],
    ['b', ['mine']],
  ])
})
