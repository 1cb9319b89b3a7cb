import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { finish, isBuilt, startBlueprint } from '../../cli/spawn-blueprint.ts'
import { agentCommand, BatchProject } from './batch-project.ts'
import type { ItemOptions } from './batch-project.ts'

const ITEMS: readonly ItemOptions[] = [
  { id: 'PRP-7.1.1', files: ['a.txt'], behave: 'slow' },
  { id: 'PRP-7.1.2', files: ['b.txt'], behave: 'slow' },
  { id: 'PRP-7.1.3', files: ['c.txt'], gates: ['grep -q 7.1.3 c.txt'] },
  { id: 'PRP-7.2.1', files: ['a.txt', 'd.txt'], dependencies: ['PRP-7.1.1'], behave: 'slow' },
  {
    id: 'PRP-7.2.2',
    blueprint: 'shop.json',
    files: ['shop.json'],
    commands: ['make the header darker'],
    dependencies: ['PRP-7.1.2'],
  },
  { id: 'PRP-7.3.1', files: ['a.txt', 'b.txt'], dependencies: ['PRP-7.2.1', 'PRP-7.2.2'] },
]

const shop = readFileSync(new URL('../../../examples/shop.json', import.meta.url), 'utf8')

function createProject(): BatchProject {
  const project = new BatchProject({ 'shop.json': shop })
  project.addItems(ITEMS)
  return project
}

function start(project: BatchProject, ...more: readonly string[]): ReturnType<typeof startBlueprint> {
  const child = startBlueprint(['batch', 'execute', '--batch', '7', '--agent', agentCommand, ...more], {
    cwd: project.root,
    env: { AGENT_LOG: `${project.root}/.git/agent.log`, AGENT_SLOW_MS: '200', BATCH_TEST: project.root },
  })
  child.stdin.end()
  return child
}

/** Processes that were started for a project, this one's own children aside. */
function processesOf(project: BatchProject): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        if (/^State:\s+Z/m.test(readFileSync(`/proc/${name}/status`, 'utf8'))) return false
        return readFileSync(`/proc/${name}/environ`, 'utf8')
          .split('\0')
          .includes(`BATCH_TEST=${project.root}`)
      } catch {
        return false
      }
    })
}

/** What a batch leaves behind that must not depend on what happened on the way. */
function remains(project: BatchProject): unknown {
  return {
    history: project.git('log', '--format=%s%n%b%n%T'),
    isLine: project.git('rev-list', '--merges', 'HEAD'),
    status: project.git('status', '--porcelain'),
    files: ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'shop.json'].map((file) => project.read(file)),
    statuses: ITEMS.map(({ id }) => project.status(id)),
    worktrees: project.git('worktree', 'list').split('\n').length,
    refs: project.git('for-each-ref', '--format=%(refname)'),
  }
}

/** Random numbers of 0..1 that are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test.skipIf(!isBuilt || process.platform !== 'linux')(
  'kill -9 at 20 random moments, then --resume: as if nothing had happened (needs dist/, which npm test builds)',
  { timeout: 600_000 },
  async () => {
    const undisturbed = createProject()
    const began = Date.now()
    expect(await finish(start(undisturbed))).toMatchObject({ code: 0 })
    const tookMs = Date.now() - began
    const expected = remains(undisturbed)
    const random = createRandom(20_260_101)
    const moments = Array.from({ length: 20 }, () => random() * tookMs)
    let cutOff = 0
    const round = async (afterMs: number, isAll: boolean): Promise<void> => {
      const project = createProject()
      const child = start(project)
      const finished = finish(child)
      await delay(afterMs)
      child.kill('SIGKILL')
      // Every other time all that it had started is killed as well, git in the middle of things too.
      if (isAll) for (const pid of processesOf(project)) killProcess(Number(pid))
      if ((await finished).signal === 'SIGKILL') cutOff++
      // Nobody has to come back for what it left running.
      await expect.poll(() => processesOf(project), { timeout: 15_000 }).toEqual([])
      const resumed = await finish(start(project, ...(hasJournal(project) ? ['--resume'] : [])))
      expect({ afterMs, code: resumed.code, stderr: resumed.stderr }).toEqual({
        afterMs,
        code: 0,
        stderr: '',
      })
      expect(remains(project)).toEqual(expected)
      await expect.poll(() => processesOf(project), { timeout: 15_000 }).toEqual([])
    }
    for (let first = 0; first < moments.length; first += 4)
      await Promise.all(moments.slice(first, first + 4).map(async (ms, i) => round(ms, i % 2 === 1)))
    // Most of the moments must have been before the end.
    expect(cutOff).toBeGreaterThan(10)
  },
)

function hasJournal(project: BatchProject): boolean {
  try {
    return project.read('.blueprint/batches/7/execute.journal.jsonl').includes('"begin"')
  } catch {
    return false
  }
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}
