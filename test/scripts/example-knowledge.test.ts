import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readMetricsFolder } from '@blueprint-engine/insight/node'
import { isBuilt, packageRoot, spawnNode } from '../support/spawn-blueprint.ts'

test.skipIf(!isBuilt)(
  'npm run example:knowledge, with three runs of twelve: what it says is what is left (needs dist/, which npm test builds)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knowledge-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
    const { code, stdout } = await spawnNode([
      `${packageRoot}scripts/example-knowledge.mjs`,
      '--workers',
      '2',
      folder,
    ])
    expect(code).toBe(0)
    const read = await readMetricsFolder(join(folder, 'completed-batches'))
    expect(read).toMatchObject({ ok: true, value: { broken: [], warnings: [] } })
    const files = read.ok ? read.value.files.map(({ metrics }) => metrics) : []
    // Three runs of four operations; the first ones of batch 102 are in the archive.
    expect(files).toHaveLength(12)
    const executions = files
      .filter(({ operation }) => operation === 'execute')
      .sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp))
    expect(executions.map(({ batch_id: id }) => id)).toEqual(['102', '202', '102'])
    expect(
      executions.map(({ metrics }) => [metrics.success_count, metrics.failure_count, metrics.blocked_count]),
    ).toEqual([
      [8, 0, 0],
      [5, 2, 1],
      [8, 0, 0],
    ])
    const cached = executions.map(
      ({ items = [] }) => items.filter(({ from_cache: isCached }) => isCached).length,
    )
    expect(cached.slice(0, 2)).toEqual([0, 0])
    // An item starts when what it needs is done; what it builds on, and so its key, may hold more or less of the others.
    expect(cached[2]).toBeGreaterThanOrEqual(3)
    expect(executions[1]!.items![1]!.tries).toMatchObject([
      { model: null, outcome: 'gate' },
      { model: null, outcome: 'success' },
    ])
    expect(executions.map(({ parallelism_achieved: most }) => most)).toEqual([2, 2, 2])
    expect(stdout).toContain('found 87.5% of execute (git 3)')
    expect(stdout).toContain('12 operation(s) of 2 batch(es)')
    for (const name of ['trend-report.md', 'decision.md', 'dashboard.html']) {
      expect(stdout).toContain(join(folder, name))
      expect(existsSync(join(folder, name))).toBe(true)
    }
    expect(readFileSync(join(folder, 'trend-report.md'), 'utf8')).toContain(
      '| execute | 87.5% | 24 | 21 | 2 | 3 |',
    )
  },
  240_000,
)
