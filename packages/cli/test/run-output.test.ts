import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyPatch } from 'blueprint-command-engine'
import type { Blueprint, Patch } from 'blueprint-command-engine'
import { callBlueprint as blueprint } from './call-blueprint.ts'
import { shopPath } from '../../../test/support/spawn-blueprint.ts'

const RED = 'make the header red'
const isRoot = process.getuid?.() === 0

let folder = ''
let shopText = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-run-'))
  shopText = await readFile(shopPath, 'utf8')
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

interface AnswerJson {
  readonly status: string
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly timings: { readonly total: number }
  readonly trace?: unknown
  readonly blueprint?: Blueprint
}

function parse(text: string): AnswerJson {
  return JSON.parse(text) as AnswerJson
}

describe('what blueprint run writes', () => {
  test('without --out nothing is written, and that is said', async () => {
    const path = await fileOf('shop.json', shopText)
    const { stdout } = await blueprint(['run', path, RED])
    expect(stdout).toContain('Nothing was written')
    expect(await readFile(path, 'utf8')).toBe(shopText)
    expect(await readdir(folder)).toEqual(['shop.json'])
  })

  test('--in-place changes one line of the file, and nothing beside it remains', async () => {
    const path = await fileOf('shop.json', shopText)
    const { code, stdout } = await blueprint(['run', path, RED, '--in-place'])
    expect(code).toBe(0)
    expect(stdout).toContain(`Written to ${path}`)
    const lines = (await readFile(path, 'utf8')).split('\n')
    const before = shopText.split('\n')
    expect(lines).toHaveLength(before.length)
    expect(lines.filter((line, i) => line !== before[i])).toEqual(['        "bg_color": "#FF0000",'])
    expect(await readdir(folder)).toEqual(['shop.json'])
  })

  test('--out writes the document that the patches make', async () => {
    const out = join(folder, 'out.json')
    const { stdout } = await blueprint(['run', shopPath, RED, '--out', out, '--json'])
    const written = JSON.parse(await readFile(out, 'utf8')) as Blueprint
    const { patches, inverse } = parse(stdout)
    expect(written).toEqual(applyPatch(JSON.parse(shopText) as Blueprint, patches))
    expect(applyPatch(written, inverse)).toEqual(JSON.parse(shopText))
  })

  test('--out - gives the document alone on standard output', async () => {
    const { code, stdout, stderr } = await blueprint(['run', '-', RED, '--out', '-'], { stdin: shopText })
    expect(code).toBe(0)
    expect(stdout).toBe(shopText.replace('"bg_color": "#FFFFFF"', '"bg_color": "#FF0000"'))
    expect(stderr).toContain('applied')
  })

  test('--dry-run writes nothing, whatever else is said', async () => {
    const path = await fileOf('shop.json', shopText)
    const { code, stdout } = await blueprint(['run', path, RED, '--in-place', '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain('Dry run')
    expect(await readFile(path, 'utf8')).toBe(shopText)
  })

  test('a refused command writes nothing', async () => {
    const out = join(folder, 'out.json')
    for (const command of ['make it pop', 'delete the badge']) {
      await blueprint(['run', shopPath, command, '--out', out])
      expect(await readdir(folder)).toEqual([])
    }
    const { stdout } = await blueprint(['run', shopPath, 'make it pop', '--out', '-'])
    expect(stdout).toBe('')
  })

  test('a place that cannot be written is an error, and the answer is shown all the same', async () => {
    for (const out of [folder, join(folder, 'no', 'such', 'folder.json')]) {
      const { code, stdout, stderr } = await blueprint(['run', shopPath, RED, '--out', out])
      expect(code).toBe(64)
      expect(stderr).toMatch(/^error: /)
      expect(stdout).toContain('applied')
      expect(stdout).not.toContain('Written')
    }
  })

  test.skipIf(isRoot)('a file that may not be written stays as it is', async () => {
    const path = await fileOf('shop.json', shopText)
    await chmod(path, 0o400)
    const { code, stderr } = await blueprint(['run', path, RED, '--in-place'])
    expect(code).toBe(64)
    expect(stderr).toContain('permission denied')
    expect(await readFile(path, 'utf8')).toBe(shopText)
  })

  test('--partial does what can be done, and still does not end well', async () => {
    const command = 'make the header red and make the flux capacitor blue'
    expect((await blueprint(['run', shopPath, command])).code).toBe(1)
    const { code, stdout } = await blueprint(['run', shopPath, command, '--partial', '--json'])
    expect(code).toBe(1)
    expect(parse(stdout)).toMatchObject({ status: 'partial', changed: [{ id: 'header' }] })
  })

  test('--json is JSON for every outcome, and holds the document only where it was asked for', async () => {
    for (const [command, status] of [
      [RED, 'applied'],
      ['delete the badge', 'clarify'],
      ['make it pop', 'rejected'],
    ] as const) {
      const { stdout, stderr } = await blueprint(['run', shopPath, command, '--json'])
      expect(stderr).toBe('')
      const answer = parse(stdout)
      expect(Object.keys(answer)).toEqual([
        'status',
        'confidence',
        'patches',
        'inverse',
        'changed',
        'steps',
        'issues',
        'timings',
      ])
      expect(answer.status).toBe(status)
      expect(answer.timings.total).toBeGreaterThan(0)
    }
    const { stdout } = await blueprint(['run', shopPath, RED, '--json', '--explain', '--out', '-'])
    const answer = parse(stdout)
    expect(answer.blueprint).toEqual(applyPatch(JSON.parse(shopText) as Blueprint, answer.patches))
    expect(answer.trace).toMatchObject({ command: RED })
  })

  test('colours only where they are asked for', async () => {
    const escape = '\u001B['
    expect((await blueprint(['run', shopPath, RED])).stdout).not.toContain(escape)
    expect((await blueprint(['run', shopPath, RED], { env: { FORCE_COLOR: '1' } })).stdout).toContain(escape)
    expect((await blueprint(['run', shopPath, RED], { env: { FORCE_COLOR: '0' } })).stdout).not.toContain(
      escape,
    )
    expect((await blueprint(['run', shopPath, RED], { env: { FORCE_COLOR: '3' } })).stdout).toContain(
      '48;2;255;0;0',
    )
    expect((await blueprint(['run', shopPath, RED], { env: { NO_COLOR: '1' } })).stdout).not.toContain(escape)
  })

  test('a corrected spelling stands with its step, once', async () => {
    const { stdout } = await blueprint(['run', shopPath, 'make the hedaer red'])
    expect(stdout.match(/hedaer/g)).toHaveLength(1)
    expect(stdout).toContain('spelling: "hedaer" read as "header"')
  })

  test('a change to everything is told in few lines', async () => {
    const { code, stdout } = await blueprint(['run', shopPath, 'make all components bigger'])
    expect(code).toBe(0)
    expect(stdout.split('\n').length).toBeLessThan(400)
    expect(stdout).toMatch(/… \d+ more notes; --json lists all/)
  })

  test('a refusal says once what is wrong, and where to find what can be said', async () => {
    const impossible = await blueprint(['run', shopPath, 'set the font size of the hero title to 0px'])
    expect(impossible.stdout.match(/expected a number from 1 to/g)).toHaveLength(1)
    expect(impossible.stdout).toContain('1. set the font size of the hero title to 100px')
    expect(impossible.stdout).not.toContain('blueprint grammar')
    const unread = await blueprint(['run', shopPath, 'make the header red sparkly'])
    expect(unread.stdout).toContain(
      'not-understood: "sparkly" was not understood after "make the header red"',
    )
    expect(unread.stdout).toContain(`\n      make the header red sparkly\n${' '.repeat(26)}^^^^^^^\n`)
    expect(unread.stdout).toContain('"blueprint grammar" lists what you can say.')
  })

  test('a long command is not repeated', async () => {
    for (const command of [
      'flux '.repeat(1_900),
      `hide the ${'flux '.repeat(1_900)}`,
      `hide #${'x'.repeat(9_000)}`,
    ]) {
      const { stdout } = await blueprint(['run', shopPath, command, '--explain'])
      expect(stdout.length).toBeLessThan(5_000)
    }
  })

  test('--explain tells what was weighed', async () => {
    const { stdout } = await blueprint(['run', shopPath, RED, '--explain'])
    expect(stdout).toContain('Trace')
    expect(stdout).toContain('✓ 1.00 header')
  })
})
