import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import type { Host } from '../src/host.ts'
import { runCommandLine } from '../src/program.ts'
import { agentCommand, BatchProject } from '../../batches/test/node/batch-project.ts'
import { phaseText } from '../../batches/test/pure/plan/phase-text.ts'
import { hasSharedData } from '../../../test/support/shared-data.ts'
import { readMetricsFolder } from '../../insight/src/node/metrics-folder.ts'
import { sourceOf } from '../../insight/src/pure/metrics/batch-metrics.ts'
import { callBlueprint } from './call-blueprint.ts'
import { packageRoot } from '../../../test/support/spawn-blueprint.ts'

// Real processes and real repositories: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 })

const screens = Object.fromEntries(
  ['shop', 'dashboard', 'settings'].map((name) => [
    `screens/${name}.json`,
    readFileSync(`${packageRoot}examples/${name}.json`, 'utf8'),
  ]),
)

/** Six items over three screens: two stages by a dependency, three by files. */
const PLAN = [
  '# PRP-9 Plan',
  phaseText({ number: 1, blueprint: 'screens/shop.json', commands: ['make the header darker'] }),
  phaseText({
    number: 2,
    blueprint: 'screens/dashboard.json',
    commands: ['make all titles slightly larger'],
  }),
  phaseText({
    number: 3,
    blueprint: 'screens/settings.json',
    commands: ['change the primary color to #14532D'],
  }),
  phaseText({ number: 4, blueprint: 'screens/shop.json', commands: ['swap the first two product cards'] }),
  phaseText({
    number: 5,
    blueprint: 'screens/dashboard.json',
    commands: ['change the primary color to #14532D'],
    dependencies: 'Phase 1-2',
  }),
  phaseText({
    number: 6,
    blueprint: 'screens/shop.json',
    commands: ['hide the promo text'],
    dependencies: 'Phase 5',
  }),
].join('\n')

async function batch(project: BatchProject, ...args: readonly string[]): ReturnType<typeof callBlueprint> {
  return callBlueprint(['batch', ...args, '--root', project.root])
}

test('a batch of 6 blueprint items goes through all four operations; generate again changes nothing', async () => {
  const project = new BatchProject({ ...screens, 'PLAN.md': PLAN })
  const generated = await batch(project, 'generate', `${project.root}/PLAN.md`)
  expect(generated).toMatchObject({ code: 0, stderr: '' })
  const texts = project.list('work-items').map((file) => project.read(`work-items/${file}`))
  expect(texts).toHaveLength(6)
  expect(await batch(project, 'generate', `${project.root}/PLAN.md`)).toMatchObject({ code: 0 })
  expect(project.list('work-items').map((file) => project.read(`work-items/${file}`))).toEqual(texts)

  const review = await batch(project, 'review', '--batch', '9')
  expect(review.code).toBe(0)
  expect(review.stdout.match(/10\.0\/10/g)).toHaveLength(6)

  const executed = await batch(project, 'execute', '--batch', '9')
  expect(executed).toMatchObject({ code: 0, stderr: '' })
  expect(executed.stdout).toContain('6 done in ')
  expect(executed.stdout).toContain('The work is in the branch main.')
  expect(project.history()).toHaveLength(6)
  expect(project.readJson('completed-batches/batch-9-execute.json')).toMatchObject({
    metrics: { total_items: 6, success_count: 6, stages: 3 },
    optimization_metrics: { concurrency: expect.any(Number) as number, parallel_efficiency: null },
  })

  const status = await batch(project, 'status', '9', '--json')
  expect(JSON.parse(status.stdout)).toMatchObject({ execution: 'finished', worker: null })

  expect(await batch(project, 'update-context', '--batch', '9')).toMatchObject({ code: 0 })
  const item = project.read(`work-items/${project.list('work-items')[0]}`)
  expect(item).toMatch(/^status: completed$/m)
  expect(item).toMatch(/^git_commit: "?[0-9a-f]{12}"?$/m)
  expect(item).toMatch(/^drift_score: 0$/m)
  await batch(project, 'update-context', '--batch', '9')
  expect(project.read(`work-items/${project.list('work-items')[0]}`)).toBe(item)

  const again = await batch(project, 'review', '--batch', '9')
  expect(again.stdout.match(/10\.0\/10/g)).toHaveLength(6)
  expect(project.list('completed-batches').filter((name) => name.endsWith('.json'))).toEqual([
    'batch-9-execute.json',
    'batch-9-generate.json',
    'batch-9-review.json',
    'batch-9-update-context.json',
  ])
  const left = await readMetricsFolder(`${project.root}/completed-batches`)
  expect(left).toMatchObject({ ok: true, value: { broken: [], warnings: [] } })
  // Four operations, and the first ones of generate, review and update-context in the archive.
  const files = left.ok ? left.value.files.map(({ metrics }) => metrics) : []
  expect(files.map(({ operation }) => operation).sort()).toEqual([
    'execute',
    'generate',
    'generate',
    'review',
    'review',
    'update-context',
    'update-context',
  ])
  for (const metrics of files) {
    expect(sourceOf(metrics, '/duration_seconds')).toBe('measured')
    expect(metrics.items?.map(({ status }) => status)).toEqual(Array(6).fill('success'))
  }
  const execution = files.find(({ operation }) => operation === 'execute')
  expect(sourceOf(execution!, '/metrics/success_count')).toBe('git')
  expect(execution!.items![0]).toMatchObject({
    complexity: 'low',
    from_cache: false,
    input_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
})

test('the review sees a document that is not what its commands make of it', async () => {
  const project = new BatchProject({ ...screens, 'PLAN.md': PLAN })
  await batch(project, 'generate', `${project.root}/PLAN.md`)
  const shop = project.read('screens/shop.json')
  project.write({ 'screens/shop.json': shop.replace('Fern & Field', 'Fern') })
  project.git('commit', '--all', '--quiet', '--message', 'PRP-9.1.1: by hand')
  const { stdout } = await batch(project, 'review', '--batch', '9')
  expect(stdout).toContain('the document is not what the commands of the item make of the one before')
  expect(stdout).toMatch(/PRP-9\.1\.1 7\.0\/10/)
})

describe('generate after the plan has changed', () => {
  test('renews what nobody touched, keeps what was edited, tells what is left over', async () => {
    const project = new BatchProject()
    const write = (text: string): void => project.write({ 'PLAN.md': text })
    write([phaseText({ number: 1 }), phaseText({ number: 2 }), phaseText({ number: 3 })].join('\n'))
    const path = `${project.root}/PLAN.md`
    await batch(project, 'generate', path, '--batch', '5')
    const [first = '', second = ''] = project.list('work-items')
    project.write({ [`work-items/${second}`]: `${project.read(`work-items/${second}`)}\nBy hand.\n` })
    write(
      [phaseText({ number: 1, title: 'Renamed' }), phaseText({ number: 2, title: 'Renamed too' })].join('\n'),
    )
    const { stdout, code } = await batch(project, 'generate', path, '--batch', '5')
    expect(code).toBe(0)
    expect(stdout).toContain('PRP-5.1.1 renewed: the plan has changed')
    expect(stdout).toContain(
      `PRP-5.1.2 kept ${second} as it is: the plan has changed since, but the item was edited`,
    )
    expect(stdout).toContain('PRP-5.1.3-part-3.md is of a phase that the plan no longer has.')
    expect(project.list('work-items')).not.toContain(first)
    expect(project.list('work-items')).toContain('PRP-5.1.1-renamed.md')
    expect(project.read(`work-items/${second}`)).toContain('By hand.')
  })

  test('a plan with errors writes nothing, and every error has its line', async () => {
    const project = new BatchProject({
      'PLAN.md': '### Phase 1: One\n**Goal**: x\n**Files Modified**: ../x\n',
    })
    const { code, stderr } = await batch(project, 'generate', `${project.root}/PLAN.md`, '--batch', '5')
    expect(code).toBe(1)
    expect(stderr).toContain('PLAN.md:3: error: Phase 1: Files Modified "../x" leads upwards')
    expect(stderr.trim().split('\n')).toHaveLength(6)
    expect(existsSync(`${project.root}/work-items`)).toBe(false)
  })
})

describe('what an agent does', () => {
  test('is told as JSON events; a failed attempt leaves its task as the schema has it', async () => {
    const project = new BatchProject()
    project.addItems([
      { id: 'PRP-7.1.1', files: ['a.txt'], behave: 'lying' },
      { id: 'PRP-7.1.2', files: ['b.txt'] },
    ])
    const { code, stdout } = await batch(
      project,
      'execute',
      '--batch',
      '7',
      '--agent',
      agentCommand,
      '--json',
    )
    expect(code).toBe(1)
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(
      events
        .filter(({ event, id }) => event === 'item' && id === 'PRP-7.1.1')
        .map(({ status, attempt, code: failure }) => [status, attempt ?? failure]),
    ).toEqual([
      ['running', 1],
      ['running', 2],
      ['failed', 'no-change'],
    ])
    expect(events.at(-1)).toMatchObject({
      event: 'end',
      isComplete: false,
      metrics: { metrics: { success_count: 1, failure_count: 1 } },
    })
    const spec = project.readJson(`.blueprint/batches/7/attempts/execute/PRP-7.1.1/1/spec.json`)
    expect(spec).toMatchObject({
      operation: 'execute',
      batch_id: '7',
      work_item_id: 'PRP-7.1.1',
      attempt: 1,
      fence: 1,
      model: null,
    })
  })

  test('as a reviewer lowers the score', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'review' }])
    const { code, stdout } = await batch(
      project,
      'review',
      '--batch',
      '7',
      '--mode',
      'full',
      '--agent',
      agentCommand,
    )
    expect(code).toBe(0)
    expect(stdout).toContain('agent (7.5/10): vague goal')
    expect(project.git('worktree', 'list').split('\n')).toHaveLength(1)
  })

  test('with the events of claude: steps, tokens and cost are read from its stream', async () => {
    const project = new BatchProject()
    const events = [
      { type: 'system', subtype: 'init' },
      { type: 'assistant', message: { content: [{ type: 'tool_use', name: 'Write' }] } },
      {
        type: 'result',
        subtype: 'success',
        is_error: false,
        total_cost_usd: 0.25,
        usage: { input_tokens: 900, output_tokens: 100 },
      },
    ]
    const script = [
      '#!/bin/sh',
      'echo "$@" > args.log',
      'echo done > a.txt',
      ...events.map((event) => `echo '${JSON.stringify(event)}'`),
    ].join('\n')
    mkdirSync(`${project.root}/.git/bin`)
    writeFileSync(`${project.root}/.git/bin/claude`, `${script}\n`, { mode: 0o755 })
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt', 'args.log'] }])
    const { code } = await batch(
      project,
      'execute',
      '--batch',
      '7',
      '--agent',
      `${project.root}/.git/bin/claude`,
      '--models',
      'haiku,sonnet',
    )
    expect(code).toBe(0)
    expect(project.read('args.log')).toBe(
      '-p --output-format stream-json --verbose --permission-mode acceptEdits --model haiku\n',
    )
    expect(project.readJson('completed-batches/batch-7-execute.json')).toMatchObject({
      metrics: {
        token_usage: { input_tokens: 900, output_tokens: 100, total_tokens: 1000, estimated_cost: 0.25 },
      },
      sources: { '/metrics/token_usage': 'transcript' },
    })
  })
})

test('on a terminal the picture is redrawn', async () => {
  const project = new BatchProject({ ...screens, 'PLAN.md': PLAN })
  await batch(project, 'generate', `${project.root}/PLAN.md`)
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 30 })
  let text = ''
  stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const host: Host = { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: { NO_COLOR: '1' } }
  await runCommandLine(['batch', 'execute', '--batch', '9', '--root', project.root], host)
  expect(host.exitCode).toBe(0)
  expect(text).toContain('Stage 1 [1/3] ⧖ IN_PROGRESS')
  expect(text).toContain('Stage 3 [3/3] ⧗ PENDING')
  expect(text).toContain('Stage 3 [3/3] ✓ DONE')
  expect(text).toContain('PRP-9.2.1 [COMPLETE] Part 4')
  expect(text).toMatch(/Elapsed: \d/)
  expect(text).toContain('\u001B[')
})

test('an interrupt ends a batch in order, with 130', async () => {
  const project = new BatchProject()
  project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'], behave: 'silent' }])
  const stdout = new PassThrough()
  let interrupt = (): void => undefined
  stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes('started')) interrupt()
  })
  const host: Host = {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    env: {},
    onInterrupt: (listener) => {
      interrupt = listener
      return () => undefined
    },
  }
  await runCommandLine(
    ['batch', 'execute', '--batch', '7', '--agent', agentCommand, '--root', project.root],
    host,
  )
  expect(host.exitCode).toBe(130)
  expect((await batch(project, 'status', '7')).stdout).toContain('execution: cut off')
  expect((await batch(project, 'cancel', '7')).stdout).toContain('given up')
  expect((await batch(project, 'status', '7')).stdout).toContain('execution: finished')
})

test('the example plan: 8 items in 4 stages, one conflict of files, one refusal that blocks another', async () => {
  const project = new BatchProject({
    ...screens,
    'PLAN.md': readFileSync(`${packageRoot}examples/batch/PLAN.md`, 'utf8'),
  })
  const check = await callBlueprint(['plan', 'check', `${project.root}/PLAN.md`])
  expect(check.stdout).toContain('sound: 8 phases in 4 stages')
  expect(check.stdout).toContain('Phase 4 comes after Phase 1: both touch screens/shop.json')
  await batch(project, 'generate', `${project.root}/PLAN.md`)
  const { code, stdout } = await batch(project, 'execute', '--batch', '47')
  expect(code).toBe(1)
  expect(stdout).toContain('PRP-47.2.3 failed (refused): "make it pop"')
  expect(stdout).toContain('PRP-47.4.1 blocked by PRP-47.2.3')
  expect(stdout).toContain('6 done, 1 failed, 1 not run')
  expect(project.history()).toHaveLength(6)
})

describe('wrong use', () => {
  test.each([
    [['batch', 'execute'], '--batch'],
    [['batch', 'execute', '--batch', '../up'], 'expected letters'],
    [['batch', 'execute', '--batch', '7', '--workers', '0'], 'expected a whole number'],
    [['batch', 'execute', '--batch', '7', '--agent', '"open'], 'never closed'],
    [['batch', 'review', '--batch', '7', '--mode', 'deep'], 'structural or full'],
    [['batch', 'review', '--batch', '7', '--mode', 'full'], 'needs --agent'],
    [['batch', 'status', '7', '--root', '/nonexistent'], 'cannot be read'],
    [['plan', 'check', '/nonexistent/PLAN.md'], 'does not exist'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await callBlueprint(args)
    expect(code).toBe(64)
    expect(stderr).toContain(message)
  })
})

describe('init claude-code', () => {
  test('writes four commands and four agents, keeps what was changed, and replaces it when told to', async () => {
    const project = new BatchProject()
    const init = async (...more: readonly string[]): ReturnType<typeof callBlueprint> =>
      callBlueprint(['init', 'claude-code', '--root', project.root, ...more])
    expect(await init()).toMatchObject({ code: 0, stderr: '' })
    expect(project.list('.claude/commands')).toEqual([
      'batch-exe-prp.md',
      'batch-gen-prp.md',
      'batch-peer-review.md',
      'batch-update-context.md',
    ])
    expect(project.list('.claude/agents')).toEqual([
      'context-updater-subagent.md',
      'executor-subagent.md',
      'generator-subagent.md',
      'reviewer-subagent.md',
    ])
    expect((await init()).stdout).not.toContain('wrote')
    project.write({ '.claude/commands/batch-gen-prp.md': 'my own' })
    expect(await init()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('kept .claude/commands/batch-gen-prp.md') as string,
    })
    expect(project.read('.claude/commands/batch-gen-prp.md')).toBe('my own')
    expect(await init('--force')).toMatchObject({ code: 0 })
    expect(project.read('.claude/commands/batch-gen-prp.md')).toContain(
      'npx @blueprint-engine/cli batch generate $ARGUMENTS',
    )
  })
})

test.skipIf(!hasSharedData)(
  'plan check says of real plans that they are sound (needs ../shared)',
  async () => {
    const { code, stdout } = await callBlueprint([
      'plan',
      'check',
      `${packageRoot}../shared/data/plans/PRP-47-BATCH-PLAN.md`,
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('10 phases in 7 stages')
  },
)
