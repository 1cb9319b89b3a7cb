import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { commandsIn } from '../src/apply/command-list.ts'
import { ProgressBar } from '../src/render/progress.ts'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint } from 'blueprint-command-engine'
import { callBlueprint } from './call-blueprint.ts'
import {
  finish,
  isBuilt,
  shopPath,
  spawnBlueprint,
  startBlueprint,
} from '../../../test/support/spawn-blueprint.ts'

vi.setConfig({ testTimeout: 120_000 })

const GOOD = 'make the header navy\nmake the hero title italic\n'
const BAD = `${GOOD}make it pop\n`

let folder = ''
let shop = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-apply-'))
  shop = await readFile(shopPath, 'utf8')
  await write('shop.json', shop)
  await write('good.txt', GOOD)
  await write('bad.txt', BAD)
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function at(...names: string[]): string {
  return join(folder, ...names)
}

async function write(name: string, text: string): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true })
  await writeFile(at(name), text)
}

/** What the engine makes of the shop. */
function expected(commands: readonly string[]): Blueprint {
  return createEngine().batch(JSON.parse(shop) as Blueprint, commands, { atomic: false }).blueprint
}

const GOOD_SHOP = ['make the header navy', 'make the hero title italic']

describe('a list of commands', () => {
  it('has one a line; blank lines and comments say nothing', () => {
    expect(commandsIn('# night\r\n\r\n  make the header navy  \n\t# no\nhide the banner')).toEqual([
      { text: 'make the header navy', line: 3 },
      { text: 'hide the banner', line: 5 },
    ])
    expect(commandsIn('')).toEqual([])
  })
})

describe('blueprint apply FILE', () => {
  test('shows what would change, and writes nothing', async () => {
    const { code, stdout } = await callBlueprint(['apply', at('shop.json'), at('good.txt')])
    expect(code).toBe(0)
    expect(stdout).toMatch(/✓ .*shop\.json {2}2 commands applied, 2 components changed/)
    expect(stdout).toContain('✓ 1: make the header navy')
    expect(stdout).toContain('Nothing was written')
    expect(await readFile(at('shop.json'), 'utf8')).toBe(shop)
  })

  test.each(['--in-place', '--write', '-i'])('%s changes the file and keeps its layout', async (flag) => {
    const { code } = await callBlueprint(['apply', at('shop.json'), at('good.txt'), flag])
    expect(code).toBe(0)
    const text = await readFile(at('shop.json'), 'utf8')
    expect(JSON.parse(text)).toEqual(expected(GOOD_SHOP))
    expect(text.split('\n')[1]).toBe(shop.split('\n')[1])
    expect((await readdir(folder)).toSorted()).toEqual(['bad.txt', 'good.txt', 'shop.json'])
  })

  test('is all or nothing', async () => {
    const { code, stdout } = await callBlueprint(['apply', at('shop.json'), at('bad.txt'), '--in-place'])
    expect(code).toBe(1)
    expect(stdout).toContain('nothing was changed: 1 of 3 commands failed')
    expect(stdout).toMatch(/✗ 3: make it pop[^]*unmeasurable/)
    expect(await readFile(at('shop.json'), 'utf8')).toBe(shop)
  })

  test('--no-atomic lets each stand alone', async () => {
    const { code, stdout } = await callBlueprint([
      'apply',
      at('shop.json'),
      at('bad.txt'),
      '--no-atomic',
      '--out',
      at('new', 'out.json'),
    ])
    expect(code).toBe(1)
    expect(stdout).toContain('2 of 3 commands applied')
    expect(JSON.parse(await readFile(at('new', 'out.json'), 'utf8'))).toEqual(expected(GOOD_SHOP))
  })

  test('--order safe spares what others speak of', async () => {
    await write('order.txt', 'delete #hero_title\nmake #hero_title italic\n')
    const given = await callBlueprint(['apply', at('shop.json'), at('order.txt')])
    const safe = await callBlueprint(['apply', at('shop.json'), at('order.txt'), '--order', 'safe'])
    expect([given.code, safe.code]).toEqual([1, 0])
  })

  test('--dry-run writes nothing, whatever else is said', async () => {
    const { code, stdout } = await callBlueprint(['apply', at('shop.json'), at('good.txt'), '-i', '-n'])
    expect(code).toBe(0)
    expect(stdout).toContain('Dry run')
    expect(await readFile(at('shop.json'), 'utf8')).toBe(shop)
  })

  test('--json tells all', async () => {
    const { stdout } = await callBlueprint(['apply', at('shop.json'), at('bad.txt'), '--json', '--no-atomic'])
    const report = JSON.parse(stdout) as Record<string, unknown>
    expect(report).toMatchObject({
      status: 'partial',
      problem: null,
      written: null,
      commands: [
        { command: 'make the header navy', line: 1, status: 'applied' },
        { command: 'make the hero title italic', line: 2, status: 'applied' },
        { command: 'make it pop', line: 3, status: 'rejected', issues: [{ code: 'unmeasurable' }] },
      ],
      plan: {
        groups: [
          { commands: [0, 1], mode: 'merged' },
          { commands: [2], mode: 'alone' },
        ],
      },
    })
  })

  test('works as a filter', async () => {
    const { code, stdout, stderr } = await callBlueprint(['apply', '-', at('good.txt'), '--out', '-'], {
      stdin: shop,
    })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(expected(GOOD_SHOP))
    expect(stdout.split('\n')[1]).toBe(shop.split('\n')[1])
    expect(stderr).toContain('2 commands applied')
    const list = await callBlueprint(['apply', at('shop.json'), '-'], { stdin: GOOD })
    expect(list.code).toBe(0)
  })

  test('ends with 2 where nothing but a question is left', async () => {
    await write('unclear.txt', 'delete the badge\n')
    expect(await callBlueprint(['apply', at('shop.json'), at('unclear.txt')])).toMatchObject({ code: 2 })
  })

  test.each([
    [['none.json', 'good.txt'], /none\.json does not exist/],
    [['shop.json', 'none.txt'], /none\.txt does not exist/],
    [['shop.json', 'empty.txt'], /contains no commands/],
    [['broken.json', 'good.txt'], /broken\.json:1:19: not valid JSON/],
    [['shop.json', 'good.txt', '--in-place', '--out', 'x.json'], /cannot be given together/],
    [['shop.json', 'good.txt', '--recursive'], /needs a folder/],
    [['shop.json', 'good.txt', '--order', 'any'], /Allowed choices are given, safe/],
    [['shop.json', 'good.txt', '--workers', '-1'], /whole number/],
    [['shop.json', 'good.txt', '--json', '--out', '-'], /standard output/],
    [['.', 'good.txt', '--out', '.'], /the folder itself/],
    [['.', 'good.txt', '--out', '-'], /give a folder/],
    [['empty', 'good.txt'], /contains no \.json or \.html files/],
  ])('refuses %j', async (args, message) => {
    await write('empty.txt', '# nothing\n\n')
    await write('broken.json', '{"components": [1 2]}')
    await mkdir(at('empty'))
    const real = args.map((arg) => (/^-|^(?:any|x\.json)$/.test(arg) && arg !== '.' ? arg : at(arg)))
    const { code, stdout, stderr } = await callBlueprint(['apply', ...real])
    expect(`${stdout}${stderr}`).toMatch(message)
    expect(code).toBe(64)
  })
})

describe('blueprint apply FOLDER', () => {
  beforeEach(async () => {
    await write('screens/a.json', shop)
    await write('screens/b.json', '{"components": []}')
    await write('screens/c.json', JSON.stringify(JSON.parse(shop)))
    await write('screens/notes.txt', 'no document')
    await write('screens/more/d.json', shop)
    await write('outside.json', shop)
    await symlink(at('outside.json'), at('screens', 'link.json'))
  })

  test('gives each document its own answer, in the order of their names', async () => {
    const { code, stdout } = await callBlueprint(['apply', at('screens'), at('good.txt'), '--in-place'])
    expect(code).toBe(1)
    expect(stdout.match(/^[✓✗] \w\.json/gmu)).toEqual(['✓ a.json', '✗ b.json', '✓ c.json'])
    expect(stdout).toMatch(
      /✗ b\.json {2}nothing was changed: 2 of 2 commands failed\n {4}line 1, make the header navy: /,
    )
    expect(stdout).toContain('2 of 3 documents as asked, 2 written')
    expect(JSON.parse(await readFile(at('screens/a.json'), 'utf8'))).toEqual(expected(GOOD_SHOP))
    // Each file keeps its own layout.
    expect(await readFile(at('screens/c.json'), 'utf8')).toBe(JSON.stringify(expected(GOOD_SHOP)))
    expect(await readFile(at('screens/b.json'), 'utf8')).toBe('{"components": []}')
    // Neither what a link points to nor another folder is touched.
    expect(await readFile(at('outside.json'), 'utf8')).toBe(shop)
    expect(await readFile(at('screens/more/d.json'), 'utf8')).toBe(shop)
  })

  test('--out writes into another folder, --recursive with its folders', async () => {
    const { stdout } = await callBlueprint([
      'apply',
      at('screens'),
      at('good.txt'),
      '--out',
      at('dark'),
      '--recursive',
      '--json',
    ])
    const { complete, total, documents } = JSON.parse(stdout) as {
      complete: boolean
      total: number
      documents: { file: string; status: string; written: string | null }[]
    }
    expect({ complete, total }).toEqual({ complete: true, total: 4 })
    expect(documents.map(({ file, status, written }) => [file, status, written])).toEqual([
      ['a.json', 'applied', at('dark/a.json')],
      ['b.json', 'rejected', null],
      ['c.json', 'applied', at('dark/c.json')],
      [join('more', 'd.json'), 'applied', at('dark/more/d.json')],
    ])
    expect((await readdir(at('dark'))).toSorted()).toEqual(['a.json', 'c.json', 'more'])
    expect(await readFile(at('screens/a.json'), 'utf8')).toBe(shop)
  })

  test('a file that is no document stops nobody', async () => {
    await write('screens/b.json', '{"components": [1 2]}')
    const { code, stdout } = await callBlueprint(['apply', at('screens'), at('good.txt'), '--workers', '0'])
    expect(code).toBe(64)
    expect(stdout).toMatch(/✗ b\.json {2}b\.json:1:19: not valid JSON/)
    expect(stdout).toContain('2 of 3 documents as asked, 0 written')
  })
})

describe('the bar', () => {
  function barOn(isTTY: boolean): { written: () => string; bar: ProgressBar } {
    let written = ''
    const stderr = {
      isTTY,
      columns: 80,
      write: (text: string): boolean => {
        written += text
        return true
      },
    }
    const host = { stderr, stdout: stderr, stdin: process.stdin, env: { NO_COLOR: '1' } }
    return { written: () => written, bar: new ProgressBar(host as never, 4) }
  }

  it('fills up on a terminal', () => {
    const { written, bar } = barOn(true)
    expect(written()).toContain(`${'░'.repeat(30)} 0 of 4 documents`)
    bar.advance(false)
    bar.advance(true)
    expect(written()).toContain(`${'█'.repeat(15)}${'░'.repeat(15)} 2 of 4 documents, 1 refused`)
    bar.clear()
    expect(written().endsWith('\r\u001B[K')).toBe(true)
  })

  it('is nowhere to be seen elsewhere', () => {
    const { written, bar } = barOn(false)
    bar.advance(false)
    bar.above(() => undefined)
    bar.clear()
    expect(written()).toBe('')
  })
})

describe.skipIf(!isBuilt)('the built program (needs dist/, which npm test builds)', () => {
  test.each([[['--workers', '0']], [['--workers', '2']]])(
    'applies a list to a folder with %j',
    async (flags) => {
      for (let i = 0; i < 12; i++) await write(`many/${String(i).padStart(2, '0')}.json`, shop)
      const { code, stdout, stderr } = await spawnBlueprint(['apply', 'many', 'good.txt', '-i', ...flags], {
        cwd: folder,
      })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('12 of 12 documents as asked, 12 written')
      for (const name of await readdir(at('many')))
        expect(JSON.parse(await readFile(at('many', name), 'utf8'))).toEqual(expected(GOOD_SHOP))
    },
  )

  test('Ctrl-C ends it with 130, and every file is whole', async () => {
    const count = 400
    for (let i = 0; i < count; i++) await write(`many/${String(i).padStart(3, '0')}.json`, shop)
    await write('long.txt', GOOD + 'make the header darker\nmake the header lighter\n'.repeat(30))
    const child = startBlueprint(['apply', 'many', 'long.txt', '--in-place'], { cwd: folder })
    child.stdout.once('data', () => child.kill('SIGINT'))
    const { code, signal, stderr } = await finish(child)
    expect({ code, signal }).toEqual({ code: 130, signal: null })
    expect(stderr).toMatch(/^interrupted after \d+ of 400 documents, \d+ written\n$/)
    const names = await readdir(at('many'))
    expect(names).toHaveLength(count)
    const after = expected((await readFile(at('long.txt'), 'utf8')).trim().split('\n'))
    let written = 0
    for (const name of names) {
      const text = await readFile(at('many', name), 'utf8')
      if (text === shop) continue
      written++
      expect(JSON.parse(text)).toEqual(after)
    }
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThan(count)
    expect(stderr).toContain(`, ${written} written`)
  })
})
