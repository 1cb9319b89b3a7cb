import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_POLICY } from '../../src/pure/schedule/policy.ts'
import { parseAgentCommand } from '../../src/node/agent-command.ts'
import { executeBatch } from '../../src/node/execute-batch.ts'
import type { ExecuteOptions } from '../../src/node/execute-options.ts'
import { reviewBatch } from '../../src/node/review-batch.ts'
import { BatchProject } from './batch-project.ts'

vi.setConfig({ testTimeout: 120_000 })

const program = fileURLToPath(new URL('streaming-agent.mjs', import.meta.url))

describe('the command line of', () => {
  const argsOf = (text: string, model: string | null): readonly string[] => {
    const agent = parseAgentCommand(text)
    if (!agent.ok) throw new Error(agent.error)
    return agent.value.args(model)
  }

  test.each([
    ['claude', null, '-p --output-format stream-json --verbose --permission-mode acceptEdits'],
    [
      'claude -p --output-format stream-json --allowedTools Bash',
      'haiku',
      '-p --output-format stream-json --verbose --permission-mode acceptEdits --allowedTools Bash --model haiku',
    ],
    [
      '/opt/claude --dangerously-skip-permissions',
      null,
      '-p --output-format stream-json --verbose --dangerously-skip-permissions',
    ],
    ['codex', 'o3', 'exec --json --sandbox workspace-write --model o3 -'],
    ['codex exec --json', null, 'exec --json --sandbox workspace-write -'],
    ['codex exec -s danger-full-access -c x=1', null, 'exec --json -s danger-full-access -c x=1 -'],
    ['codex --sandbox=read-only', null, 'exec --json --sandbox=read-only -'],
    ['node agent.mjs -p', 'haiku', 'agent.mjs -p'],
  ])('%s with the model %s', (text, model, expected) => {
    expect(argsOf(text, model).join(' ')).toBe(expected)
  })

  test('claude with an output that cannot be watched is refused', () => {
    expect(parseAgentCommand('claude --output-format json')).toMatchObject({ ok: false })
  })
})

describe.skipIf(process.platform === 'win32').each(['claude', 'codex'] as const)('%s', (name) => {
  function optionsOf(project: BatchProject): ExecuteOptions {
    const folder = join(project.root, '.git', 'bin')
    mkdirSync(folder)
    writeFileSync(join(folder, name), `#!/bin/sh\nexec '${process.execPath}' '${program}' ${name} "$@"\n`)
    chmodSync(join(folder, name), 0o755)
    process.env['AGENT_LOG'] = join(project.root, '.git', 'agent.log')
    const agent = parseAgentCommand(`'${join(folder, name)}'`)
    if (!agent.ok) throw new Error(agent.error)
    return {
      folder: project.root,
      batchId: '7',
      itemsFolder: 'work-items',
      policy: { ...DEFAULT_POLICY, models: [name === 'claude' ? 'haiku' : 'gpt-5-codex'] },
      agent: agent.value,
      resume: false,
    }
  }

  test('does items; its events tell tokens and cost, or why it failed', async () => {
    const project = new BatchProject()
    project.addItems([
      { id: 'PRP-7.1.1', files: ['a.txt'] },
      { id: 'PRP-7.1.2', files: ['b.txt'], behave: 'failing' },
      { id: 'PRP-7.1.3', files: ['c.txt'], behave: 'crashing' },
    ])
    const outcome = await executeBatch(optionsOf(project))
    if (!outcome.ok) throw new Error(outcome.error)
    const { metrics, schedule } = outcome.value
    expect(project.read('a.txt')).toBe(`by ${name}\n`)
    expect(schedule.items.get('PRP-7.1.2')).toMatchObject({
      failure: {
        code: 'reported',
        message: name === 'claude' ? 'Credit balance is too low' : 'the model is not available',
      },
    })
    expect(schedule.items.get('PRP-7.1.3')).toMatchObject({
      failure: {
        code: 'crashed',
        message: 'it ended with exit code 2; it said last: error: unknown option --json',
      },
    })
    expect(metrics.items?.[0]?.total_tokens).toBe(2000)
    // 500 new and 1000 cached tokens at $1.25 and $0.125 a million, 500 written ones at $10.
    expect(metrics.items?.[0]?.estimated_cost).toBeCloseTo(name === 'claude' ? 0.01 : 0.00575, 9)
    expect(metrics.sources?.['/metrics/token_usage']).toBe('transcript')
    const calls = readFileSync(join(project.root, '.git', 'agent.log'), 'utf8')
      .trim()
      .split('\n')
    expect(calls).toHaveLength(1 + 2 + 2)
    expect(calls[0]).toContain(name === 'claude' ? '"--model","haiku"' : '"--model","gpt-5-codex","-"')
  })

  test('reviews items; the last line of its answer is the verdict', async () => {
    const project = new BatchProject()
    project.addItems([{ id: 'PRP-7.1.1', files: ['a.txt'] }])
    const outcome = await reviewBatch(optionsOf(project))
    if (!outcome.ok) throw new Error(outcome.error)
    expect(outcome.value.schedule.records.get('PRP-7.1.1')?.notes).toContain(
      'agent (6.5/10): the goal is vague',
    )
    expect(outcome.value.metrics.metrics.token_usage).toMatchObject({ total_tokens: 2000 })
    const { shared_context_size: shared } = outcome.value.metrics.optimization_metrics
    expect(shared).toBe(Math.ceil(project.read('.blueprint/batches/7/shared-context.md').length / 4))
  })
})
