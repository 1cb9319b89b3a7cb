import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerLine, usageOf } from '../../insight/test/pure/tokens/transcript-lines.ts'
import { callBlueprint } from './call-blueprint.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-tokens-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

interface Report {
  readonly counts: { readonly [name: string]: number }
  readonly total: { readonly [name: string]: number }
  readonly groups: { readonly [grouping: string]: readonly { readonly [name: string]: string | number }[] }
}

async function jsonOf(...args: readonly string[]): Promise<Report> {
  const { code, stdout, stderr } = await callBlueprint([...args, '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Report
}

test('tokens report --prometheus prints series by model', async () => {
  await writeFile(join(folder, 'a.jsonl'), answerLine({ usage: usageOf({ input: 10, output: 20 }) }))
  const { code, stdout } = await callBlueprint(['tokens', 'report', folder, '--prometheus'])
  expect(code).toBe(0)
  expect(stdout).toContain(
    'blueprint_agent_tokens_total{model="claude-opus-4-5-20251101",kind="output"} 20\n',
  )
})

describe('tokens extract', () => {
  test('folders are searched, links are not followed, repeated lines count once', async () => {
    await mkdir(join(folder, 'deep/er'), { recursive: true })
    await writeFile(join(folder, 'a.jsonl'), `${answerLine()}\n${answerLine()}\n{"broken`)
    await writeFile(join(folder, 'deep/er/b.jsonl'), `${answerLine({ id: 'm2' })}\n${answerLine()}\n`)
    await writeFile(join(folder, 'notes.txt'), answerLine({ id: 'm3' }))
    await symlink(folder, join(folder, 'loop'))
    const { counts, total } = await jsonOf('tokens', 'extract', folder, join(folder, 'a.jsonl'))
    expect(counts).toMatchObject({ lines: 5, usage_lines: 4, unique_responses: 2, broken_lines: 1 })
    expect(total['blueprint.usage.total_tokens']).toBe(60)
  })

  test('a person reads totals, faults and prices', async () => {
    await writeFile(
      join(folder, 'a.jsonl'),
      [
        answerLine({ usage: usageOf({ input: 1_000_000 }) }),
        answerLine({ id: 'm2', model: 'mystery', usage: usageOf({ output: 5 }) }),
        answerLine({ id: 'm3', model: '\u001B[31mred' }),
        '{',
      ].join('\n'),
    )
    const { stdout, code } = await callBlueprint(['tokens', 'extract', folder])
    expect(code).toBe(0)
    expect(stdout).toContain('1 file, 4 lines, 3 with usage, 3 unique responses')
    expect(stdout).toContain('lines not counted: 1 broken')
    expect(stdout).toContain('1,000,035 tokens, $5.00 and the unknown price of 2 responses')
    expect(stdout).toMatch(/mystery.*unknown/)
    expect(stdout).not.toContain('\u001B')
  })

  test('what is not there or holds no transcript is refused', async () => {
    const missing = await callBlueprint(['tokens', 'extract', join(folder, 'none')])
    expect(missing.code).toBe(64)
    expect(missing.stderr).toContain('does not exist')
    const empty = await callBlueprint(['tokens', 'extract', folder])
    expect(empty.code).toBe(64)
    expect(empty.stderr).toContain('no transcript (*.jsonl')
  })
})

describe('tokens report', () => {
  test('joins by the map, the spec of the attempt and ids in names', async () => {
    const attempt = join(folder, 'attempts/1')
    await mkdir(attempt, { recursive: true })
    await writeFile(
      join(attempt, 'spec.json'),
      JSON.stringify({ operation: 'review', batch_id: '47', work_item_id: 'PRP-47.1.1' }),
    )
    await writeFile(join(attempt, 'run.jsonl'), answerLine())
    await writeFile(
      join(folder, 'b.jsonl'),
      [
        answerLine({ id: 'm2', session: 'known' }),
        answerLine({ id: 'm3', extra: { gitBranch: 'prp-48-1-2-x' } }),
        answerLine({ id: 'm4' }),
      ].join('\n'),
    )
    await writeFile(
      join(folder, 'map.yaml'),
      'assignments:\n  - { session: known, batch: 49, phase: execute }\n',
    )
    const { groups } = await jsonOf('tokens', 'report', folder, '--map', join(folder, 'map.yaml'))
    const namesOf = (grouping: string, key: string) => groups[grouping]!.map((row) => String(row[key])).sort()
    expect(namesOf('batch', 'blueprint.batch.id')).toEqual(['47', '48', '49', 'null'])
    expect(namesOf('item', 'blueprint.item.id')).toEqual(['PRP-47.1.1', 'PRP-48.1.2', 'null'])
    expect(namesOf('phase', 'blueprint.phase')).toEqual(['execute', 'null', 'review'])
  })

  test('a broken map is refused with everything that is wrong', async () => {
    await writeFile(join(folder, 'a.jsonl'), answerLine())
    await writeFile(join(folder, 'map.yaml'), 'assignments:\n  - 1\n  - 2\n')
    const { code, stderr } = await callBlueprint([
      'tokens',
      'report',
      folder,
      '--map',
      join(folder, 'map.yaml'),
    ])
    expect(code).toBe(64)
    expect(stderr).toContain('rule 1: expected fields')
    expect(stderr).toContain('rule 2: expected fields')
  })
})

const SHARED = '../shared/data/transcripts'

test.skipIf(!existsSync(SHARED))(
  'real transcripts add up to what is known of them (needs ../shared/data/transcripts)',
  async () => {
    // The file is read-only test data of a known form.
    const expected = JSON.parse(readFileSync(`${SHARED}/expected.json`, 'utf8')) as {
      readonly usage_lines: number
      readonly unique_messages: number
      readonly broken_lines: number
      readonly naive_total: number
      readonly total: number
      readonly by_model: { readonly [model: string]: { readonly [name: string]: number } }
    }
    const { counts, total, groups } = await jsonOf('tokens', 'extract', SHARED)
    expect(counts).toMatchObject({
      usage_lines: expected.usage_lines,
      unique_responses: expected.unique_messages,
      broken_lines: expected.broken_lines,
      naive_total_tokens: expected.naive_total,
    })
    expect(total['blueprint.usage.total_tokens']).toBe(expected.total)
    const byModel = groups['model']!.map((row) => [
      row['gen_ai.response.model'],
      {
        input_tokens: row['blueprint.usage.uncached_input_tokens'],
        output_tokens: row['gen_ai.usage.output_tokens'],
        cache_creation_input_tokens: row['gen_ai.usage.cache_creation.input_tokens'],
        cache_read_input_tokens: row['gen_ai.usage.cache_read.input_tokens'],
        messages: row['blueprint.responses'],
      },
    ])
    expect(Object.fromEntries(byModel)).toEqual(expected.by_model)
  },
)

describe('whatever agents leave', () => {
  test('packed transcripts are read', async () => {
    await writeFile(join(folder, 'a.jsonl.gz'), gzipSync(`${answerLine()}\n`))
    // Packed as well, though its name does not say so.
    await writeFile(join(folder, 'b.jsonl'), gzipSync(`${answerLine({ id: 'm2' })}\n`))
    const { total } = await jsonOf('tokens', 'extract', folder)
    expect(total['blueprint.usage.total_tokens']).toBe(60)
  })

  test('what is no transcript ends with 65 and counts nothing; beside others it is named', async () => {
    await writeFile(join(folder, 'a.jsonl'), Buffer.from([0, 1, 2, 255, 10, 3]))
    const alone = await callBlueprint(['tokens', 'extract', folder])
    expect(alone).toMatchObject({ code: 65, stdout: '' })
    expect(alone.stderr).toContain('a.jsonl is not a transcript of Claude Code, Codex or Gemini CLI')
    await writeFile(join(folder, 'broken.jsonl.gz'), gzipSync(answerLine({ id: 'm9' })).subarray(0, 60))
    await writeFile(join(folder, 'b.jsonl'), answerLine())
    const beside = await callBlueprint(['tokens', 'extract', folder])
    expect(beside.code).toBe(1)
    expect(beside.stderr).toContain('broken.jsonl.gz')
    expect(beside.stdout).toContain('30 tokens')
  })

  test('a cost with an unknown price in it is null', async () => {
    await writeFile(join(folder, 'a.jsonl'), answerLine({ model: 'mystery' }))
    const { total } = await jsonOf('tokens', 'extract', folder)
    expect(total).toMatchObject({ 'blueprint.cost_usd': null, 'blueprint.unpriced_responses': 1 })
  })

  test('options take one value each, so that paths after them are paths', async () => {
    await writeFile(join(folder, 'a.jsonl'), answerLine())
    const args = ['tokens', 'report', '--by', 'day', '--by', 'model', '--timezone', 'UTC', '--csv', folder]
    const { code, stdout } = await callBlueprint(args)
    expect(code).toBe(0)
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'grouping,name,responses,input,output,cache_write,cache_read,total,cost_usd,unpriced_responses',
      'day,2026-03-01,1,10,20,0,0,30,0.00055,0',
      'model,claude-opus-4-5-20251101,1,10,20,0,0,30,0.00055,0',
      'total,,1,10,20,0,0,30,0.00055,0',
    ])
    const wrong = await callBlueprint([
      'tokens',
      'report',
      folder,
      '--since',
      'May',
      '--timezone',
      'Mars/Base',
    ])
    expect(wrong.code).toBe(64)
    expect(wrong.stderr).toMatch(/--since takes a day.*--timezone takes a name/)
    expect((await callBlueprint(['tokens', 'report', folder, '--by', 'moon'])).code).toBe(64)
  })

  test('one line for a prompt', async () => {
    await writeFile(join(folder, 'a.jsonl'), answerLine({ timestamp: new Date().toISOString() }))
    const { stdout } = await callBlueprint(['tokens', 'status', folder, '--timezone', 'UTC'])
    expect(stdout).toMatch(/^today 30 tokens \$0\.0\d+ \| block 30 tokens \$0\.0\d+, [0-4]h \d{1,2}m left\n$/)
    const { stdout: json } = await callBlueprint(['tokens', 'status', folder, '--json'])
    expect(JSON.parse(json)).toMatchObject({ today: { tokens: 30 }, block: { tokens: 30 } })
  })
})
