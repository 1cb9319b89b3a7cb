import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { metricsFileName } from '../../insight/src/pure/metrics/batch-metrics.ts'
import { madeBatch } from '../../insight/test/pure/metrics/made-batches.ts'
import { callBlueprint } from './call-blueprint.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-decide-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const decide = async (...args: readonly string[]) => callBlueprint(['decide', '--folder', folder, ...args])

async function putTwelve(): Promise<void> {
  for (let day = 0; day < 12; day += 1) {
    const metrics = madeBatch({
      id: String(day),
      day,
      seconds: 100,
      items: 10,
      successes: 8,
      tokens: 150_000,
      usd: 2,
    })
    await writeFile(join(folder, metricsFileName(metrics)), JSON.stringify(metrics))
  }
}

test('a plan with its evidence, as text, file and JSON', async () => {
  await putTwelve()
  const out = join(folder, 'decision.md')
  const { code, stdout, stderr } = await decide('--out', out)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('1. LLM caching (score 16, 8 h, quick win)')
  expect(stdout).toContain('48 of 80 hours.')
  expect(await readFile(out, 'utf8')).toBe(stdout)
  const { stdout: json } = await decide('--json', '--budget', '30h')
  expect(JSON.parse(json)).toMatchObject({
    plan: ['llm-caching', 'error-recovery'],
    planHours: 24,
    batchCount: 12,
  })
})

test('a terminal gets an aligned table in colour, no Markdown', async () => {
  await putTwelve()
  const run = async (...args: readonly string[]) =>
    callBlueprint(['decide', '--folder', folder, ...args], { terminal: 100 })
  const { stdout } = await run()
  const [headline, ...lines] = stripVTControlCharacters(stdout).split('\n')
  expect(stdout).not.toBe(stripVTControlCharacters(stdout))
  expect(headline).toMatch(/^\d candidates in 48 of 80 hours, by evidence of 12 batches$/)
  const at = lines.findIndex((line) => line.includes('candidate  '))
  const column = lines[at]!.indexOf('impact')
  expect(lines[at + 1]).toMatch(/^ +1 {2}LLM caching/)
  for (const line of lines.slice(at + 1, at + 5)) expect(line.slice(column)).toMatch(/^(?:high|medium|low) /)
  expect(lines.join('\n')).not.toMatch(/^#|\| ---|\*\*/m)
  expect(lines.filter((line) => line.length > 100)).toEqual([])
  expect((await run('--markdown')).stdout).toContain('# Decision')
})

test('own candidates are added, replace by id, or stand alone', async () => {
  await putTwelve()
  const file = join(folder, 'own.yaml')
  await writeFile(
    file,
    `candidates:
  - { id: llm-caching, title: Other caching, impact: high, effort_hours: 2, trigger: always }
  - { id: extra, impact: high, effort_hours: 2, trigger: always }`,
  )
  const plan = async (...args: readonly string[]) => {
    const { stdout } = await decide('--json', '--candidates', file, ...args)
    // What the command itself prints.
    return (JSON.parse(stdout) as { readonly plan: readonly string[] }).plan
  }
  // The replaced one is for tokens no more: their bottleneck has a candidate of its own.
  expect(await plan()).toEqual([
    'extra',
    'llm-caching',
    'look-into-high-token-usage-of-execute',
    'error-recovery',
    'multi-model',
  ])
  expect(await plan('--only')).toEqual(['extra', 'llm-caching'])
})

test('without evidence there is nothing to plan', async () => {
  const { code, stdout } = await decide()
  expect(code).toBe(2)
  expect(stdout).toContain('nothing to plan: no trigger is met within the budget')
  const claimed = await decide('--claim', 'feedback requests=3', '--claim', 'success rate=0.5')
  expect(claimed.code).toBe(0)
  expect(claimed.stdout).toContain('found 50.0% (claimed 1)')
})

test('broken metrics files are named', async () => {
  await putTwelve()
  await writeFile(join(folder, 'batch-x-execute.json'), '[]')
  expect(await decide()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('batch-x-execute.json is skipped') as unknown,
  })
})

test('wrong settings are refused, all at once', async () => {
  const { code, stderr } = await decide(
    '--budget',
    'much',
    '--weights',
    '1,2,3',
    '--claim',
    'speed=1',
    '--only',
  )
  expect(code).toBe(64)
  for (const flag of ['--budget', '--weights', '--claim', '--only']) expect(stderr).toContain(flag)
})
