import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyPatch } from '../../src/core/index.ts'
import type { Blueprint, Patch } from '../../src/core/index.ts'
import { callBlueprint as blueprint } from './call-blueprint.ts'
import { shopPath } from './spawn-blueprint.ts'

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
  readonly changed: readonly { readonly id: string }[]
  readonly issues: readonly { readonly code: string; readonly suggestions?: readonly string[] }[]
  readonly timings: { readonly total: number }
  readonly trace?: unknown
  readonly blueprint?: Blueprint
}

function parse(text: string): AnswerJson {
  return JSON.parse(text) as AnswerJson
}

describe('blueprint run', () => {
  describe('exit codes', () => {
    test('0 when applied, and nothing on standard error', async () => {
      const { code, stdout, stderr } = await blueprint(['run', shopPath, RED])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('applied')
      expect(stdout).toContain('#FFFFFF → #FF0000')
    })

    test('1 when rejected, with the words that are meant', async () => {
      const { code, stdout } = await blueprint(['run', shopPath, 'make the flux capacitor red'])
      expect(code).toBe(1)
      expect(stdout).toContain('rejected')
      expect(stdout).toContain('nothing was changed')
    })

    test('2 when a phrase fits several, with candidates and commands that work', async () => {
      const { code, stdout } = await blueprint(['run', shopPath, 'delete the badge'])
      expect(code).toBe(2)
      expect(stdout).toContain('product_badge_1')
      expect(stdout).toContain('in product_card_3')
      expect(stdout).toMatch(/1\. .*#product_badge_1/)
    })

    test('a suggestion works', async () => {
      const { stdout } = await blueprint(['run', shopPath, 'delete the badge', '--json'])
      const [suggestion = ''] = parse(stdout).issues.flatMap(({ suggestions }) => suggestions ?? [])
      expect((await blueprint(['run', shopPath, suggestion])).code).toBe(0)
    })

    test.each([
      [['run']],
      [['run', 'examples/shop.json']],
      [['run', 'examples/shop.json', RED, '--colour']],
      [['run', 'examples/shop.json', RED, '--in-place', '--out', 'x.json']],
      [['run', '-', RED, '--in-place']],
      [['run', 'examples/shop.json', RED, '--steps', 'x.json']],
      [['run', '-', '--steps', '-']],
      [['run', 'examples/shop.json', RED, '--out']],
    ])('64 for wrong use: %j', async (args) => {
      const { code, stdout, stderr } = await blueprint(args)
      expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
      expect(stderr).toMatch(/^error: /)
    })

    test('an empty command is refused by the engine', async () => {
      expect((await blueprint(['run', shopPath, ''])).code).toBe(1)
    })
  })

  describe('input', () => {
    test('a command may come as several words', async () => {
      expect((await blueprint(['run', shopPath, ...RED.split(' ')])).code).toBe(0)
    })

    test('- reads standard input', async () => {
      expect((await blueprint(['run', '-', RED], { stdin: shopText })).code).toBe(0)
    })

    test('structured steps are taken instead of a command', async () => {
      const steps = [{ kind: 'set', targets: ['header'], property: 'background', value: '#FF0000' }]
      const { code, stdout } = await blueprint(['run', shopPath, '--steps', '-', '--json'], {
        stdin: JSON.stringify(steps),
      })
      expect(code).toBe(0)
      expect(parse(stdout).changed.map(({ id }) => id)).toEqual(['header'])
    })

    test.each([
      ['{"kind":"set"}', 64],
      ['[{"kind":"fly"}]', 1],
      ['[{"kind":"set","targets":["nobody"],"property":"text","value":"x"}]', 1],
      ['[{"kind":"set","targets":["header"],"property":"__proto__","value":"x"}]', 1],
      ['[null]', 1],
      ['[', 64],
    ])('steps %s end with %i', async (stdin, expected) => {
      const { code, stdout, stderr } = await blueprint(['run', shopPath, '--steps', '-'], { stdin })
      expect(code).toBe(expected)
      expect(stdout + stderr).not.toContain('internal')
    })

    test('a missing file, a directory and a text that is no JSON are told apart', async () => {
      const missing = await blueprint(['run', join(folder, 'none.json'), RED])
      expect(missing).toMatchObject({ code: 64, stdout: '' })
      expect(missing.stderr).toContain('does not exist')
      const directory = await blueprint(['run', folder, RED])
      expect(directory).toMatchObject({ code: 64, stdout: '' })
      expect(directory.stderr).toContain('is a directory')
      const path = await fileOf('broken.json', '{\n  "components": [\n    {"id": "a",}\n  ]\n}\n')
      const broken = await blueprint(['run', path, RED])
      expect(broken).toMatchObject({ code: 64, stdout: '' })
      expect(broken.stderr).toBe(
        `error: ${path}:3:16: not valid JSON: expected a key in quotes, but there is "}"\n`,
      )
      const empty = await blueprint(['run', '-', RED], { stdin: ' \n' })
      expect(empty.stderr).toContain('is empty')
    })

    test('bytes that are no UTF-8 are refused', async () => {
      const path = join(folder, 'latin.json')
      await writeFile(path, Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]))
      const { code, stderr } = await blueprint(['run', path, RED])
      expect(code).toBe(64)
      expect(stderr).toContain('not valid UTF-8')
    })

    test.each([
      '[]',
      'null',
      '7',
      '"text"',
      '{}',
      '{"components":{}}',
      '{"components":[null]}',
      '{"components":[{"id":"a"}]}',
    ])('JSON that is no document is rejected: %s', async (stdin) => {
      const { code, stdout, stderr } = await blueprint(['run', '-', RED], { stdin })
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      expect(stdout).toContain('rejected')
      expect(stdout).not.toContain('internal')
    })

    test('texts cannot command the terminal', async () => {
      const document = {
        components: [{ id: 'a\u001B[2J', type: 'button', text: '\u001B]0;owned\u0007 \u202E' }],
      }
      const evil = JSON.stringify(document)
      for (const args of [
        ['delete the button'],
        ['make the \u001B[31m thing red'],
        ['make the button red'],
      ]) {
        const { stdout, stderr } = await blueprint(['run', '-', ...args, '--explain'], { stdin: evil })
        for (const mark of ['\u001B', '\u0007', '\u202E', '\u009B'])
          expect(stdout + stderr).not.toContain(mark)
        expect(stdout).not.toBe('')
      }
    })
  })

  describe('output', () => {
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
      expect(stdout).toContain('dry run')
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
      expect((await blueprint(['run', shopPath, RED], { env: { FORCE_COLOR: '1' } })).stdout).toContain(
        escape,
      )
      expect((await blueprint(['run', shopPath, RED], { env: { FORCE_COLOR: '0' } })).stdout).not.toContain(
        escape,
      )
      expect((await blueprint(['run', shopPath, RED], { env: { FORCE_COLOR: '3' } })).stdout).toContain(
        '48;2;255;0;0',
      )
      expect((await blueprint(['run', shopPath, RED], { env: { NO_COLOR: '1' } })).stdout).not.toContain(
        escape,
      )
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

    test('--explain tells what was weighed', async () => {
      const { stdout } = await blueprint(['run', shopPath, RED, '--explain'])
      expect(stdout).toContain('Trace')
      expect(stdout).toContain('✓ 1.00 header')
    })
  })
})
