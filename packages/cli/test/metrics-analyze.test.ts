import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BatchMetrics } from '../../insight/src/pure/metrics/batch-metrics.ts'
import { parseBatchMetrics } from '../../insight/src/pure/metrics/read-metrics.ts'
import { answerLine, usageOf } from '../../insight/test/pure/tokens/transcript-lines.ts'
import { callBlueprint } from './call-blueprint.ts'

let folder = ''
let repository = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-analyze-'))
  repository = join(folder, 'repository')
  await mkdir(repository)
  git('init', '--quiet', '--initial-branch=main')
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Minutes after ten o'clock. */
function git(...args: readonly (string | { readonly minute: number })[]): string {
  const at = args.find((arg) => typeof arg === 'object')
  const date = new Date(Date.parse('2026-03-01T10:00:00Z') + (at?.minute ?? 0) * 60_000).toISOString()
  return execFileSync(
    'git',
    ['-c', 'commit.gpgsign=false', ...args.filter((arg) => typeof arg === 'string')],
    {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.org',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.org',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    },
  )
}

async function item(id: string, status: string, rest = ''): Promise<void> {
  await mkdir(join(repository, 'PRPs'), { recursive: true })
  const [, stage] = id.split('.')
  await writeFile(
    join(repository, `PRPs/PRP-${id}-x.md`),
    `---\nprp_id: PRP-${id}\ntitle: X\nstatus: ${status}\nstage: ${stage}\ncomplexity: low\n${rest}---\n\n# X\n`,
  )
}

async function work(message: string, minute: number): Promise<void> {
  git('commit', '--quiet', '--allow-empty', '-m', message, { minute })
}

async function madeRepository(): Promise<void> {
  await item('47.1.1', 'completed')
  await item('47.2.1', 'completed')
  await item('47.2.2', 'failed')
  await item('47.3.1', 'pending')
  await item('147.1.1', 'completed')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Plan the work', { minute: 0 })
  await work('PRP-47.1.1: start', 10)
  await work('PRP-47.1.1: more', 40)
  await work('PRP-147.1.1: another batch', 41)
  git('checkout', '--quiet', '-b', 'side')
  await work('PRP-47.2.2: on a branch of its own', 100)
  git('checkout', '--quiet', 'main')
  git('cherry-pick', '-x', '--allow-empty', 'side', { minute: 500 })
  await work('Nothing of it', 501)
}

const analyze = async (...args: readonly string[]) =>
  callBlueprint([
    'metrics',
    'analyze',
    '--batch',
    '47',
    '--repository',
    repository,
    '--folder',
    join(folder, 'done'),
    ...args,
  ])

async function jsonOf(...args: readonly string[]): Promise<readonly BatchMetrics[]> {
  const { stdout } = await analyze('--json', ...args)
  // What the command itself prints.
  return JSON.parse(stdout) as readonly BatchMetrics[]
}

describe('a batch that was run elsewhere', () => {
  test('from all branches, exact ids, picked commits once, gaps left out', async () => {
    await madeRepository()
    const [execute] = await jsonOf('--operation', 'execute')
    expect(execute).toMatchObject({
      batch_id: '47',
      operation: 'execute',
      timestamp: '2026-03-01T10:10:00.000Z',
      // 10:10, 10:40, 11:40; the pick at 18:20 is a copy.
      duration_seconds: 90 * 60,
      metrics: {
        total_items: 3,
        stages: 2,
        success_count: 2,
        failure_count: 1,
        partial_count: 0,
        token_usage: null,
        stage_durations: [
          { stage: 1, duration_seconds: 1800, items: ['PRP-47.1.1'] },
          { stage: 2, duration_seconds: null, items: ['PRP-47.2.1', 'PRP-47.2.2'] },
        ],
      },
      conflicts: null,
      parallelism_achieved: null,
    })
    const [short] = await jsonOf('--operation', 'execute', '--max-gap', '45')
    expect(short!.duration_seconds).toBe(1800)
  })

  test('what is claimed and not shown by git is a disagreement', async () => {
    await madeRepository()
    const { stdout, stderr } = await analyze('--operation', 'execute')
    expect(stdout).toContain('succeeded: 2 (claimed)')
    expect(stdout).toContain('duration: 5,400 s (git)')
    expect(stdout).toContain('sources disagree about /metrics/success_count: claimed 2, git 1')
    expect(stderr).toContain('PRP-47.2.1 is said to be completed, and no commit names it')
    expect(stderr).toContain('1 items were not tried')
  })

  test('a commit that the front matter names is evidence, one that is not there is none', async () => {
    await madeRepository()
    const head = git('rev-parse', '--short', 'HEAD').trim()
    await item('47.2.1', 'completed', `git_commit: "${head}"\n`)
    expect((await jsonOf('--operation', 'execute'))[0]!.disagreements).toBeUndefined()
    await item('47.2.1', 'completed', 'git_commit: "deadbeef"\n')
    const { stderr } = await analyze('--operation', 'execute')
    expect(stderr).toContain('git has no such commit as PRP-47.2.1 names')
  })

  test('an unknown status leaves the counts unknown, and what no commit shows is not made up', async () => {
    await madeRepository()
    await item('47.2.2', 'somehow')
    const { stdout, stderr } = await analyze()
    expect(stdout).toContain('succeeded: unknown')
    expect(stderr).toContain('the status of PRP-47.2.2 is unknown, and so are the counts')
    expect(stderr).toContain('review of batch 47: no commit shows it, so nothing is known')
    expect(await readdir(join(folder, 'done'))).toEqual(['batch-47-execute.json', 'batch-47-generate.json'])
    const generate = parseBatchMetrics(await readFile(join(folder, 'done/batch-47-generate.json'), 'utf8'))
    expect(generate).toMatchObject({
      ok: true,
      value: {
        duration_seconds: null,
        metrics: { total_items: 4, stages: 3, success_count: 4, failure_count: null },
      },
    })
  })

  test('tokens come from transcripts', async () => {
    await madeRepository()
    const lines = [
      answerLine({ usage: usageOf({ input: 100, output: 10 }), extra: { gitBranch: 'prp-47-1-1-x' } }),
      answerLine({ id: 'm2', usage: usageOf({ input: 7 }), extra: { gitBranch: 'prp-147-1-1-x' } }),
    ]
    await writeFile(join(folder, 'a.jsonl'), lines.join('\n'))
    const [execute] = await jsonOf('--operation', 'execute', '--transcripts', join(folder, 'a.jsonl'))
    expect(execute!.metrics.token_usage).toMatchObject({
      input_tokens: 100,
      output_tokens: 10,
      total_tokens: 110,
    })
    expect(execute!.sources).toMatchObject({ '/metrics/token_usage': 'transcript' })
  })
})

describe('the archive', () => {
  test('the same again changes nothing; another measurement and a broken file are kept', async () => {
    await madeRepository()
    const run = async () => analyze('--operation', 'execute')
    await run()
    expect((await run()).stdout).not.toContain('the earlier one is now')
    await work('PRP-47.1.1: an earlier start is found', -30)
    expect((await run()).stdout).toContain('the earlier one is now')
    expect(await readdir(join(folder, 'done/archive'))).toEqual([
      'batch-47-execute.2026-03-01T10-10-00-000Z.json',
    ])
    await writeFile(join(folder, 'done/batch-47-execute.json'), '{ half')
    await run()
    expect(await readdir(join(folder, 'done/archive'))).toContain(
      'batch-47-execute.before-2026-03-01T09-30-00-000Z.broken',
    )
    const trend = await callBlueprint(['metrics', 'trend', '--folder', join(folder, 'done'), '--json'])
    expect(trend.code).toBe(0)
    expect(JSON.parse(trend.stdout)).toMatchObject({ operationCount: 2, broken: [] })
  })

  test('a dry run saves nothing', async () => {
    await madeRepository()
    await analyze('--dry-run')
    await expect(readdir(join(folder, 'done'))).rejects.toThrow('ENOENT')
  })
})

describe('what there is not', () => {
  test('no commit, no batch, no repository: said', async () => {
    const empty = await analyze()
    expect(empty).toMatchObject({ code: 1, stdout: '' })
    expect(empty.stderr).toContain('execute of batch 47: no commit shows it')
    const nowhere = await callBlueprint(['metrics', 'analyze', '--batch', '47', '--repository', '/'])
    expect(nowhere).toMatchObject({ code: 64 })
    expect(nowhere.stderr).toContain('not a git repository')
  })

  test('a batch that is no number is refused', async () => {
    expect((await callBlueprint(['metrics', 'analyze', '--batch', '47.*'])).code).toBe(64)
    expect((await analyze('--max-gap', 'long')).code).toBe(64)
  })

  test('messages and names cannot forge commits', async () => {
    await item('47.1.1', 'completed')
    git('add', '.')
    const forged = `PRP-47.1.1: x\u001E\u001F\n\n${'a'.repeat(40)}\n1\nPRP-47.1.1`
    git('commit', '--quiet', '-m', forged, { minute: 5 })
    const { stderr } = await analyze('--operation', 'generate')
    expect(stderr).toContain('one commit alone has no length')
  })
})
