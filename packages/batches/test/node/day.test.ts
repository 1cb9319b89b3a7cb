import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { finish, isBuilt, spawnBlueprint, startBlueprint } from '../../../../test/support/spawn-blueprint.ts'
import { BatchProject } from './batch-project.ts'

const agent = `'${process.execPath}' '${fileURLToPath(new URL('day-agent.mjs', import.meta.url))}'`
const clock = new URL('clock-jump.mjs', import.meta.url).href

interface Piece {
  readonly title: string
  readonly goal?: string
  readonly files: string
  readonly after?: string
  readonly adds: readonly string[]
  readonly gate?: string
}

/** A small shop, and a day's work on it. */
const CODE = {
  'package.json': '{ "name": "shop", "type": "module", "private": true }\n',
  'src/price.js': 'export const price = (net) => net * 1.2\n',
  'src/index.js': "export { price } from './price.js'\n",
  'test/price.test.js':
    "import { test } from 'node:test'\nimport assert from 'node:assert'\nimport { price } from '../src/price.js'\ntest('price', () => assert.equal(price(10), 12))\n",
}

const PIECES: readonly Piece[] = [
  {
    title: 'Rates',
    files: 'src/rates.js (new)',
    adds: ['In src/rates.js add: export const rates = { de: 0.19, at: 0.2 }'],
  },
  {
    title: 'Net price',
    files: 'src/price.js',
    after: 'Phase 1',
    adds: ['In src/price.js add: export const net = (gross, rate) => gross / (1 + rate)'],
    gate: 'node --test',
  },
  {
    title: 'Format',
    goal: 'Print money (fails twice)',
    files: 'src/format.js (new)',
    adds: ['In src/format.js add: export const format = (n) => n.toFixed(2)'],
  },
  {
    title: 'Currency',
    files: 'src/currency.js (new)',
    adds: [
      'In src/currency.js add: export const currency = "EUR"',
      'In src/index.js add: export { currency } from "./currency.js"',
    ],
  },
  {
    title: 'Discount',
    files: 'src/discount.js (new)',
    adds: [
      'In src/discount.js add: export const discount = (n) => n * 0.9',
      'In src/index.js add: export { discount } from "./discount.js"',
    ],
  },
  {
    title: 'Stock',
    goal: 'Count what is there (meets a limit)',
    files: 'src/stock.js (new)',
    adds: ['In src/stock.js add: export const stock = new Map()'],
  },
  {
    title: 'Order',
    files: 'src/order.js (new)',
    after: 'Phase 3, Phase 6',
    adds: [
      'In src/order.js add: export { format } from "./format.js"',
      'In src/order.js add: export { stock } from "./stock.js"',
    ],
  },
  { title: 'Docs', files: 'docs/shop.md (new)', adds: ['In docs/shop.md add: # Shop'] },
  {
    title: 'More docs',
    files: 'docs/shop.md',
    after: 'Phase 8',
    adds: ['In docs/shop.md add: Prices are net.'],
  },
  {
    title: 'All of it',
    files: 'src/all.js (new)',
    after: 'Phase 2, Phase 7',
    adds: ['In src/all.js add: export * from "./order.js"'],
    gate: 'node --check src/all.js',
  },
]

const plan = [
  '# Batch 12: A day of work',
  ...PIECES.map(({ title, goal, files, after, adds, gate }, i) =>
    [
      `\n### Phase ${i + 1}: ${title}\n`,
      `**Goal**: ${goal ?? title}`,
      '**Estimated Hours**: 1',
      '**Complexity**: low',
      `**Files Modified**: ${files}`,
      `**Dependencies**: ${after ?? 'None'}`,
      '**Implementation Steps**:',
      ...adds.map((step, n) => `${n + 1}. ${step}`),
      '',
      '**Validation Gates**:',
      `- [ ] ${gate === undefined ? 'it is there' : `\`$ ${gate}\``}`,
    ].join('\n'),
  ),
].join('\n')

test.skipIf(!isBuilt || process.platform !== 'linux')(
  'a day as a user: ten items, one fails twice, two conflict, one meets a limit, the branch moves on, the machine sleeps (Linux, and dist/, which npm test builds)',
  { timeout: 300_000 },
  async () => {
    const project = new BatchProject({ ...CODE, 'PLAN.md': plan })
    const folder = mkdtempSync(join(tmpdir(), 'batches-day-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { root: cwd } = project
    expect(await spawnBlueprint(['batch', 'generate', 'PLAN.md'], { cwd })).toMatchObject({ code: 0 })
    const args = ['--agent', agent, '--models', 'small,large', '--timeout', '5']
    const env = { DAY_FOLDER: folder, NODE_OPTIONS: `--import ${clock}` }
    const child = startBlueprint(['batch', 'execute', '--batch', '12', ...args], { cwd, env })
    child.stdin.end()
    const running = finish(child)
    await expect.poll(() => project.git('for-each-ref', 'refs/batches/12'), { timeout: 60_000 }).not.toBe('')
    project.write({ 'README.md': '# Shop, by hand\n' })
    project.git('commit', '--quiet', 'README.md', '--message', 'by hand')
    const { code, stdout, stderr } = await running
    expect({ code, stderr, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stderr: '', stdout: '' })

    expect(project.history()).toEqual([
      'by hand',
      ...items(project).map((item) => expect.stringMatching(new RegExp(`^${item}: `)) as string),
    ])
    expect(items(project).map((id) => /^status: (.*)$/m.exec(itemText(project, id))?.[1])).toEqual(
      PIECES.map(() => 'completed'),
    )
    expect(project.read('src/index.js')).toContain('currency')
    expect(project.read('src/index.js')).toContain('discount')
    expect(project.read('docs/shop.md')).toBe('# Shop\nPrices are net.\n')
    expect(project.git('for-each-ref', 'refs/batches', 'refs/batches-kept')).toBe('')
    expect(project.git('worktree', 'list').split('\n')).toHaveLength(1)
    const metrics = project.readJson('completed-batches/batch-12-execute.json')
    const tries = (metrics['items'] as { tries: { outcome: string }[] }[]).flatMap((item) =>
      item.tries.map(({ outcome }) => outcome),
    )
    for (const outcome of ['reported', 'limited', 'conflict']) expect(tries).toContain(outcome)
    // Six hours passed on the wall, not for the batch.
    for (const outcome of ['timeout', 'stale']) expect(tries).not.toContain(outcome)
    expect(metrics['duration_seconds']).toBeLessThan(1000)
  },
)

/** The ids of the items, in the order of the plan's stages. */
function items(project: BatchProject): string[] {
  return readdirSync(join(project.root, 'work-items'))
    .map((name) => /^PRP-12\.\d+\.\d+/.exec(name)![0])
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

function itemText(project: BatchProject, id: string): string {
  const name = readdirSync(join(project.root, 'work-items')).find((each) => each.startsWith(`${id}-`))!
  return readFileSync(join(project.root, 'work-items', name), 'utf8')
}
