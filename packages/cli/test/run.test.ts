import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Issue } from 'blueprint-command-engine'
import { callBlueprint as blueprint } from './call-blueprint.ts'
import { shopPath } from '../../../test/support/spawn-blueprint.ts'

const RED = 'make the header red'

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
  readonly changed: readonly { readonly id: string }[]
  readonly issues: readonly Issue[]
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
})
