import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { benchHistory } from '../../insight/src/pure/bench-history.ts'
import type { BenchRun } from '../../insight/src/pure/bench-history.ts'
import { callBlueprint } from './call-blueprint.ts'

/** Five runs of a commit around a median, with the same small noise each time. */
function runsOf(commit: string, date: string, micros: number, count = 5): BenchRun[] {
  return Array.from({ length: count }, (_, i) => ({
    file: `${commit}-${i}.json`,
    commit,
    date,
    medians: { 'total/standard@20': micros * (1 + (i - 2) / 100), 'total/steady@20': 50 + i },
  }))
}

describe('benchHistory', () => {
  test('finds what became slower, and not what only wavers', () => {
    const history = benchHistory([...runsOf('b', '2026-02-02', 26), ...runsOf('a', '2026-01-01', 20)])
    expect(history.commits.map(({ commit }) => commit)).toEqual(['a', 'b'])
    expect(history.regressions).toEqual(['total/standard@20'])
    expect(history.scenarios[0]).toMatchObject({ before: 20, latest: 26, ratio: 1.3, verdict: 'slower' })
    expect(history.scenarios[1]!.verdict).toBe('unchanged')
  })

  test('tells a gain, and leaves a certain but small change alone', () => {
    const faster = benchHistory([...runsOf('a', '2026-01-01', 20), ...runsOf('b', '2026-01-02', 10)])
    expect(faster.scenarios[0]!.verdict).toBe('faster')
    const small = benchHistory([...runsOf('a', '2026-01-01', 20), ...runsOf('b', '2026-01-02', 20.8)], {
      minRatio: 1.1,
    })
    expect(small.scenarios[0]!.verdict).toBe('unchanged')
  })

  test('says where there are too few runs to tell', () => {
    const history = benchHistory([...runsOf('a', '2026-01-01', 20, 4), ...runsOf('b', '2026-01-02', 40)])
    expect(history.scenarios[0]).toMatchObject({ verdict: 'insufficient data', probability: null })
    expect(history.regressions).toEqual([])
  })

  test('one commit alone is new, none is empty', () => {
    expect(benchHistory(runsOf('a', '2026-01-01', 20)).scenarios[0]!.verdict).toBe('new')
    expect(benchHistory([])).toEqual({ commits: [], scenarios: [], regressions: [] })
  })
})

describe('blueprint bench-history', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'blueprint-history-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function write(name: string, { commit, date, medians }: BenchRun): void {
    const scenarios = Object.entries(medians).map(([scenario, p50]) => ({ name: scenario, total: { p50 } }))
    writeFileSync(join(folder, name), JSON.stringify({ environment: { commit, date }, scenarios }))
  }

  test('reads a folder of results, names what it left out, and ends with 1 on a regression', async () => {
    for (const run of [...runsOf('a', '2026-01-01', 20), ...runsOf('b', '2026-01-02', 30)])
      write(run.file, run)
    writeFileSync(join(folder, 'other.json'), '{"environment":{}}')
    const ended = await callBlueprint(['bench-history', folder])
    expect(ended.code).toBe(1)
    expect(ended.stdout).toContain('Slower: total/standard@20.')
    expect(ended.stdout).toContain('| total/standard@20 | 20.00 | 30.00 | 1.500 | 0.0079 | slower |')
    expect(ended.stderr).toContain('other.json holds no results of the bench')
  })

  test('a terminal gets an aligned table in colour and bars with units, no Markdown', async () => {
    for (const [i, micros] of [20, 21, 30].entries())
      for (const run of runsOf('abc'.charAt(i), `2026-01-0${i + 1}`, micros)) write(run.file, run)
    const { stdout } = await callBlueprint(['bench-history', folder], { terminal: 100 })
    const lines = stripVTControlCharacters(stdout).split('\n')
    expect(stdout).not.toBe(stripVTControlCharacters(stdout))
    expect(lines.slice(0, 5)).toEqual([
      'c (5 runs) against b (5 runs)',
      '1 scenario became slower',
      '',
      'scenario             before    latest  ratio       p  verdict',
      'total/standard@20  21.00 us  30.00 us   1.43  0.0079  slower',
    ])
    expect(lines.join('\n')).toContain('▆▆█ min 20.00 us, max 30.00 us, last 30.00 us')
    expect(lines.join('\n')).not.toMatch(/^#|\|/m)
    const markdown = await callBlueprint(['bench-history', folder, '--markdown'], { terminal: 100 })
    expect(markdown.stdout).toContain('# Bench history')
  })

  test('--json is the comparison', async () => {
    for (const run of runsOf('a', '2026-01-01', 20)) write(run.file, run)
    const ended = await callBlueprint(['bench-history', folder, '--json'])
    expect(ended.code).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ regressions: [], commits: [{ commit: 'a', runs: 5 }] })
  })

  test.each([
    [['bench-history'], /missing required argument 'path'/],
    [['bench-history', '/nowhere/at/all'], /cannot read/],
    [['bench-history', '.', '--level', '2'], /Expected a number from 0 to 1/],
  ])('%j is refused', async (args, problem) => {
    const ended = await callBlueprint(args)
    expect(ended.code).toBe(64)
    expect(ended.stderr).toMatch(problem)
  })
})
