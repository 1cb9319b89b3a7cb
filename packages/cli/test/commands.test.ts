import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { blueprintSchema } from 'blueprint-command-engine'
import { callBlueprint as blueprint } from './call-blueprint.ts'
import { packageRoot, shopPath } from '../../../test/support/spawn-blueprint.ts'

describe('blueprint', () => {
  test('--help lists the commands, each of which has examples of its own', async () => {
    const { code, stdout, stderr } = await blueprint(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const name of ['run', 'find', 'verify', 'grammar', 'repl', 'schema']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
      const help = await blueprint([name, '--help'])
      expect(help.code).toBe(0)
      expect(help.stdout).toMatch(/^Examples?:\n {2}(?:blueprint|printf) /m)
      expect((await blueprint(['help', name])).stdout).toBe(help.stdout)
    }
  })

  test('no line of help is wider than a terminal', async () => {
    for (const args of [['--help'], ['run', '--help'], ['repl', '--help']]) {
      const { stdout } = await blueprint(args)
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
    }
  })

  test('--version prints that of the package', async () => {
    const { version } = JSON.parse(await readFile(`${packageRoot}package.json`, 'utf8')) as {
      version: string
    }
    expect(await blueprint(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })

  test('a mistyped command or option is answered with the nearest', async () => {
    expect(await blueprint(['rnu'])).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining('Did you mean run?') as string,
    })
    expect(await blueprint(['run', shopPath, 'x', '--dryrun'])).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining('Did you mean --dry-run?') as string,
    })
    expect(await blueprint([])).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining('Usage: blueprint') as string,
    })
  })

  describe('find', () => {
    test('shows what a phrase means, best first', async () => {
      const { code, stdout } = await blueprint(['find', shopPath, 'the', 'subscribe', 'button'])
      expect(code).toBe(0)
      expect(stdout.split('\n')[0]).toMatch(
        /^1\.00 {2}subscribe_button {2}button "Subscribe" {2}in newsletter/,
      )
    })

    test('prints JSON', async () => {
      const { stdout } = await blueprint(['find', shopPath, 'badges', '--json'])
      const ids = (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id)
      expect(ids.slice(0, 2).sort()).toEqual(['product_badge_1', 'product_badge_3'])
    })

    test('ends with 1 when nothing fits, or the document is none', async () => {
      const nothing = await blueprint(['find', shopPath, 'the flux capacitor'])
      expect(nothing).toMatchObject({ code: 1, stderr: '' })
      expect(nothing.stdout).toBe('nothing matches "the flux capacitor"\n')
      expect(await blueprint(['find', shopPath, 'the flux capacitor', '--json'])).toMatchObject({
        code: 1,
        stdout: '[]\n',
      })
      const none = await blueprint(['find', '-', 'header'], { stdin: '{"components":7}' })
      expect(none.code).toBe(1)
      expect(none.stdout).toContain('document-invalid')
    })

    test('64 for wrong use', async () => {
      expect((await blueprint(['find', shopPath])).code).toBe(64)
      expect((await blueprint(['find', 'none.json', 'header'])).code).toBe(64)
    })
  })

  describe('verify', () => {
    const box = (id: string, x: number) => ({ id, type: 'card', bbox: [x, 0, 100, 100] })

    test('0 for a sound document', async () => {
      const { code, stdout } = await blueprint(['verify', shopPath])
      expect(code).toBe(0)
      expect(stdout).toContain('55 components')
    })

    test('0 with warnings, which are listed', async () => {
      const stdin = JSON.stringify({
        components: [
          { ...box('a', 0), text: 'pale', visual: { bg_color: '#FFFFFF', text_color: '#EEEEEE' } },
        ],
      })
      const { code, stdout } = await blueprint(['verify', '-'], { stdin })
      expect(code).toBe(0)
      expect(stdout).toMatch(/^! 1 warning, 1 component\n/)
      expect(stdout).toContain('contrast')
    })

    test('1 with errors, as text and as JSON', async () => {
      const stdin = JSON.stringify({ components: [box('a', 0), box('a', 200)] })
      const text = await blueprint(['verify', '-'], { stdin })
      expect(text).toMatchObject({ code: 1, stderr: '' })
      expect(text.stdout).toContain('duplicate-id')
      const json = await blueprint(['verify', '-', '--json'], { stdin })
      expect(json.code).toBe(1)
      expect(JSON.parse(json.stdout)).toMatchObject({ issues: [{ code: 'duplicate-id', severity: 'error' }] })
    })
  })

  test('schema prints the JSON Schema', async () => {
    const { code, stdout } = await blueprint(['schema'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(blueprintSchema())
  })
})
