import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgentCommand } from '../../src/node/agent-command.ts'
import { executeBatch } from '../../src/node/execute-batch.ts'
import type { ExecuteOptions } from '../../src/node/execute-options.ts'
import { DEFAULT_POLICY } from '../../src/pure/schedule/policy.ts'
import { agentCommand, BatchProject } from './batch-project.ts'

const JOURNAL = '.blueprint/batches/7/execute.journal.jsonl'

test(
  'work that was accepted, and not yet joined when the orchestrator died, is joined and not done again',
  { timeout: 120_000 },
  async () => {
    const project = new BatchProject()
    const ids = ['PRP-7.1.1', 'PRP-7.1.2', 'PRP-7.1.3']
    project.addItems(ids.map((id, i) => ({ id, files: [`${i}.txt`] })))
    const agent = parseAgentCommand(agentCommand)
    if (!agent.ok) throw new Error(agent.error)
    const log = join(project.root, '.git', 'agent.log')
    process.env['AGENT_LOG'] = log
    const options: ExecuteOptions = {
      folder: project.root,
      batchId: '7',
      itemsFolder: 'work-items',
      policy: { ...DEFAULT_POLICY, workers: 3, pollMs: 2000, staleMs: 5000, timeoutMs: 60_000 },
      agent: agent.value,
      resume: false,
    }
    expect(await executeBatch({ ...options, noLand: true })).toMatchObject({
      ok: true,
      value: { isComplete: true },
    })

    // As a kill would have left it: everything accepted, only the first of it joined.
    const lines = project.read(JOURNAL).trimEnd().split('\n')
    const isBefore = (line: string): boolean => /"type":"(?:begin|started|worked)"/.test(line)
    const joined = lines.find((line) => line.includes('"type":"joined"'))!
    project.write({ [JOURNAL]: `${[...lines.filter(isBefore), joined].join('\n')}\n` })
    project.git('update-ref', 'refs/batches/7', 'refs/batches/7~2')
    rmSync(join(project.root, '.blueprint', 'cache'), { recursive: true })
    for (const id of ids) {
      const path = `work-items/${id}-item.md`
      project.write({ [path]: project.read(path).replace(/^status: .*$/m, 'status: pending') })
    }

    const resumed = await executeBatch({ ...options, resume: true, onto: 'main' })
    expect(resumed).toMatchObject({ ok: true, value: { isComplete: true } })
    expect(readFileSync(log, 'utf8').trimEnd().split('\n')).toHaveLength(ids.length)
    expect(project.history().sort()).toEqual(ids.map((id) => `${id}: Work of ${id}`))
  },
)
