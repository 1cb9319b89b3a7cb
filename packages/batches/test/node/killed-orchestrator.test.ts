import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { isHeavy } from '../../../../test/support/amounts.ts'
import { finish, isBuilt, startBlueprint } from '../../../../test/support/spawn-blueprint.ts'
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

const shop = readFileSync(new URL('../../../../examples/shop.json', import.meta.url), 'utf8')

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

/** What a run that nothing disturbed leaves, and how long it took. */
let measured: Promise<{ expected: unknown; tookMs: number }> | null = null
async function undisturbed(): Promise<{ expected: unknown; tookMs: number }> {
  measured ??= measure()
  return measured
}

async function measure(): Promise<{ expected: unknown; tookMs: number }> {
  const project = createProject()
  const began = performance.now()
  expect(await finish(start(project))).toMatchObject({ code: 0 })
  return { expected: remains(project), tookMs: performance.now() - began }
}

/** Ends a run at a moment in some way, then resumes it: all must be as if nothing had happened. True where it was cut off. */
async function disturb(
  expected: unknown,
  afterMs: number,
  signal: NodeJS.Signals,
  isAll: boolean,
): Promise<boolean> {
  const project = createProject()
  const child = start(project)
  const finished = finish(child)
  await delay(afterMs)
  child.kill(signal)
  // With all that it had started, git in the middle of things too.
  if (isAll) for (const pid of processesOf(project)) killProcess(Number(pid))
  const first = await finished
  // Nobody has to come back for what it left running.
  await expect.poll(() => processesOf(project), { timeout: 30_000 }).toEqual([])
  const resumed = await finish(start(project, ...(hasJournal(project) ? ['--resume'] : [])))
  const { code, stderr } = resumed
  expect({ afterMs, signal, code, stderr }).toEqual({ afterMs, signal, code: 0, stderr: '' })
  expect(remains(project)).toEqual(expected)
  await expect.poll(() => processesOf(project), { timeout: 30_000 }).toEqual([])
  project.remove()
  return first.code !== 0
}

const KILLS = Number(process.env['KILLS'] ?? (isHeavy ? 40 : 2))
const SIGNALS = Number(process.env['SIGNALS'] ?? (isHeavy ? 6 : 1))
const SIGNAL_NAMES = ['SIGHUP', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGABRT'] as const
const AT_ONCE = 3
const needs = '(Linux, and dist/, which npm test builds; KILLS=300 SIGNALS=100 makes it long)'

describe.skipIf(!isBuilt || process.platform !== 'linux')(`an execution that is cut off ${needs}`, () => {
  test(
    `by kill -9 at ${KILLS} random moments, every other time with all it had started, goes on as if nothing had happened`,
    {
      timeout: 7_200_000,
    },
    async () => {
      const { expected, tookMs } = await undisturbed()
      const random = createRandom(20_260_101)
      const moments = Array.from({ length: KILLS }, () => random() * tookMs)
      let cutOff = 0
      for (let first = 0; first < moments.length; first += AT_ONCE) {
        const some = moments.slice(first, first + AT_ONCE)
        const rounds = await Promise.all(
          some.map(async (ms, i) => disturb(expected, ms, 'SIGKILL', (first + i) % 2 === 1)),
        )
        cutOff += rounds.filter(Boolean).length
      }
      // Most of the moments must have been before the end.
      expect(cutOff).toBeGreaterThanOrEqual(KILLS / 2)
    },
  )

  test.each(isHeavy ? SIGNAL_NAMES : SIGNAL_NAMES.slice(0, 2))(
    `by %s, ${SIGNALS} times, goes on as if nothing had happened`,
    { timeout: 7_200_000 },
    async (signal) => {
      const { expected, tookMs } = await undisturbed()
      const random = createRandom(signal.length)
      const moments = Array.from({ length: SIGNALS }, () => random() * tookMs)
      for (let first = 0; first < moments.length; first += AT_ONCE)
        await Promise.all(
          moments.slice(first, first + AT_ONCE).map(async (ms) => disturb(expected, ms, signal, false)),
        )
    },
  )
})

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
