import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callBlueprint } from './call-blueprint.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-adaptive-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, text)
  return path
}

test('evaluate puts the files of a folder together and says PASS or FAIL with figures', async () => {
  await put(
    'a1/metadata.yaml',
    'phase: A1\ntickets: [R1]\nsuccess_criteria: { cost: "< 40k total", time: "< 5 minutes" }',
  )
  await put('a1/execution-log.yaml', 'R1: { status: done }\ntotals: { plan: ~6000, work: 36k, total: 41k }')
  const { code, stdout } = await callBlueprint(['adaptive', 'evaluate', join(folder, 'a1')])
  expect(code).toBe(1)
  expect(stdout).toContain('a1 (A1): 1 ticket done, 1 named')
  expect(stdout).toContain('FAIL    cost: total tokens 42,000, asked for < 40,000')
  expect(stdout).toContain('UNKNOWN time: minutes not in the logs, asked for < 5')
  expect(stdout).toContain('totals.total is stated as 41,000; its parts make 42,000')
})

test('evaluate ends with 0 where everything passes and with 2 where something cannot be judged', async () => {
  const passing = await put(
    'p.yaml',
    'completed_tickets: [R1]\nsuccess_criteria: { cost: "< 40k total" }\ntotals: { total: 3k }',
  )
  expect((await callBlueprint(['adaptive', 'evaluate', passing])).code).toBe(0)
  const open = await put('o.yaml', 'success_criteria: { cost: "< 40k total" }')
  expect((await callBlueprint(['adaptive', 'evaluate', open])).code).toBe(2)
})

test('compare prints one column a run, and JSON', async () => {
  const first = await put('x__results.yaml', 'tickets: [R1]\ntotals: { total: 3k }')
  const second = await put('y.yaml', 'phase: A2')
  const { stdout } = await callBlueprint(['adaptive', 'compare', first, second])
  expect(stdout).toMatch(/^ +x +y$/m)
  expect(stdout).toMatch(/^Total tokens +3,000 +-$/m)
  const { stdout: json } = await callBlueprint(['adaptive', 'compare', first, second, '--json'])
  expect(JSON.parse(json)).toMatchObject({ runs: ['x', 'y'], wrongSums: [] })
})

test('breakeven says from how many tickets, never, or that it cannot say', async () => {
  const run = async (...args: readonly string[]) => callBlueprint(['adaptive', 'breakeven', ...args])
  const pays = await run('--point', '1=34k', '--point', '2=56k', '--point', '3=81k', '--single-agent', '30k')
  expect(pays).toMatchObject({ code: 0 })
  expect(pays.stdout).toContain('Orchestration pays off from 2 tickets.')
  const never = await run('--point', '1=56k', '--point', '2=157k')
  expect(never).toMatchObject({ code: 1 })
  expect(never.stdout).toContain('Orchestration never pays off')
  expect(await run('--point', '1=56k')).toMatchObject({ code: 2 })
  expect(await run('--point', 'one=56k')).toMatchObject({ code: 64 })
  expect(await run('--single-agent', 'cheap')).toMatchObject({ code: 64 })
})

test('choose takes the item’s complexity and the evidence of metrics files', async () => {
  const item = await put('PRP-1.1.1-x.md', '---\nprp_id: PRP-1.1.1\ncomplexity: low\n---\n# X\n')
  const items = Array.from({ length: 9 }, (_, i) => ({
    item_id: `i${i}`,
    status: 'success',
    attempts: 1,
    model: 'haiku',
    complexity: 'low',
  }))
  const metrics = {
    batch_id: '1',
    operation: 'execute',
    timestamp: '2026-03-01T10:00:00Z',
    metrics: {},
    items,
  }
  await put('done/batch-1-execute.json', JSON.stringify(metrics))
  await put('done/batch-2-execute.json', '{')
  const without = await callBlueprint(['adaptive', 'choose', item])
  expect(without.stdout).toContain('sonnet, review T1 (mechanical), on failure opus')
  const { stdout, stderr } = await callBlueprint([
    'adaptive',
    'choose',
    item,
    '--metrics',
    join(folder, 'done'),
  ])
  expect(stdout).toContain('haiku, review T1 (mechanical), on failure sonnet, then opus')
  expect(stderr).toContain('batch-2-execute.json is skipped: no JSON')
})

test('wrong use is refused', async () => {
  const item = await put('bare.md', '# no front matter')
  const choose = async (...args: readonly string[]) =>
    (await callBlueprint(['adaptive', 'choose', ...args])).stderr
  expect(await choose(item)).toContain('has no complexity')
  expect(await choose()).toContain('expected a work item')
  expect(await choose('--complexity', 'odd')).toContain('"odd" is unknown')
  const broken = await put('broken.yaml', 'a: [')
  const { code, stderr } = await callBlueprint(['adaptive', 'evaluate', broken, join(folder, 'none')])
  expect(code).toBe(64)
  expect(stderr).toContain('broken.yaml: line')
  expect(stderr).toContain('does not exist')
})
