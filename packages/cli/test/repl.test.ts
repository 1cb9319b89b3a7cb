import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Blueprint } from 'blueprint-command-engine'
import { callBlueprint as blueprint } from './call-blueprint.ts'
import { shopPath } from '../../../test/support/spawn-blueprint.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-repl-'))
  path = join(folder, 'shop.json')
  await writeFile(path, await readFile(shopPath))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function repl(...lines: string[]): Promise<{ code: number | null; stdout: string }> {
  const { code, stdout, stderr } = await blueprint(['repl', path], {
    stdin: lines.map((line) => `${line}\n`).join(''),
  })
  expect(stderr).toBe('')
  return { code, stdout }
}

async function headerColor(file = path): Promise<unknown> {
  const { components } = JSON.parse(await readFile(file, 'utf8')) as Blueprint
  return components.find(({ id }) => id === 'header')?.visual?.bg_color
}

describe('blueprint repl without a terminal', () => {
  test('answers each line, and saves when it is told to', async () => {
    const { code, stdout } = await repl('make the header red', ':save')
    expect(code).toBe(0)
    expect(stdout).toContain('shop.json> make the header red\n')
    expect(stdout).toContain('#FFFFFF → #FF0000')
    expect(await headerColor()).toBe('#FF0000')
  })

  test('undo and redo', async () => {
    const { code } = await repl(
      'make the header red',
      ':undo',
      ':save',
      'make the header blue',
      ':undo',
      ':redo',
      `:save ${folder}/b.json`,
    )
    expect(code).toBe(0)
    expect(await headerColor()).toBe('#FFFFFF')
    expect(await headerColor(join(folder, 'b.json'))).toBe('#0000FF')
  })

  test('checkpoints, by name and by step', async () => {
    const { code, stdout } = await repl(
      'make the header red',
      ':checkpoint warm',
      'make the header blue',
      'make the header green',
      ':rollback 2',
      `:save ${folder}/two.json`,
      ':rollback warm',
      ':history',
      ':save',
    )
    expect(code).toBe(0)
    expect(await headerColor(join(folder, 'two.json'))).toBe('#0000FF')
    expect(await headerColor()).toBe('#FF0000')
    expect(stdout).toMatch(/1 {2}make the header red {2}warm\n2 {2}make the header blue {2}\(undone\)/)
  })

  test('branches, and steps made one', async () => {
    const { code, stdout } = await repl(
      'make the header red',
      'make the header blue',
      ':rollback 1',
      ':branch warm',
      'make the header orange',
      'make the header pink',
      ':squash 2 3',
      ':history',
      ':branch main',
      ':redo',
      ':branch',
      `:save ${folder}/blue.json`,
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/1 {2}make the header red\n2 {2}make the header orange; make the header pink/)
    expect(stdout).toContain('* main  2 steps\n  warm  2 steps')
    expect(await headerColor(join(folder, 'blue.json'))).toBe('#0000FF')
  })

  test('a session goes on another day', async () => {
    const session = join(folder, 'session.json')
    await repl('make the header red', ':checkpoint warm', 'make the header blue', `:save-session ${session}`)
    expect(await headerColor()).toBe('#FFFFFF')
    const { code, stdout } = await repl(
      'make the header green',
      `:load-session ${session}`,
      ':history',
      ':rollback warm',
      ':save',
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/session of .*session\.json, 2 steps/)
    expect(stdout).toMatch(/1 {2}make the header red {2}warm\n2 {2}make the header blue/)
    expect(await headerColor()).toBe('#FF0000')
  })

  test('a file that holds no session is refused, and the present one goes on', async () => {
    const { code, stdout } = await repl('make the header red', `:load ${path}`, ':undo')
    expect(code).toBe(1)
    expect(stdout).toContain('expected version 1, got nothing')
    expect(stdout).toContain('undone')
  })

  test('a number takes a suggestion', async () => {
    const { stdout } = await repl('delete the badge', '1', ':history')
    expect(stdout).toMatch(/- product_badge_1 .*deleted/)
    expect(stdout).toContain('1  delete ')
  })

  test('what was corrected is said, though the steps are not shown', async () => {
    const { stdout } = await repl('make the hedaer red')
    expect(stdout).toContain('corrected: "hedaer" was read as "header"')
    expect(stdout).not.toContain('Why')
  })

  test(':why, :patches and :find tell about the last command and the document', async () => {
    const { code, stdout } = await repl(
      'make the header red',
      ':why',
      ':patches',
      ':find the cart button',
      ':help',
    )
    expect(code).toBe(0)
    expect(stdout).toContain('set background to #FF0000')
    expect(stdout).toContain('replace /components/0/visual/bg_color  "#FF0000"')
    expect(stdout).toContain('1.00  cart_button')
    expect(stdout).toContain(':rollback NAME|STEP')
  })

  test.each([
    ['make it pop', 1, 'rejected'],
    ['delete the badge', 2, 'ambiguous'],
    [':undo', 1, 'nothing to undo'],
    [':redo', 1, 'nothing to redo'],
    [':why', 1, 'no command yet'],
    [':history', 0, 'no steps yet'],
    [':rollback nowhere', 1, 'nowhere'],
    [':rollback 99', 1, '99'],
    [':rollback', 1, 'expected a name'],
    [':checkpoint', 1, 'needs a name'],
    [':branch ' + 'x'.repeat(201), 1, '1 to 200 characters'],
    [':squash', 1, 'as in :squash 2 4'],
    [':squash 1 two', 1, 'as in :squash 2 4'],
    [':squash 1 1', 1, 'expected a checkpoint or a step'],
    [':save-session', 1, 'expected a file'],
    [':save-session /no/such/folder/x.json', 64, 'does not exist'],
    [':load-session', 1, 'expected a file'],
    [':load-session -', 1, 'expected a file'],
    [':load-session /no/such/file.json', 64, 'does not exist'],
    [':find flux capacitor', 1, 'nothing matches'],
    [':dance', 1, ':help'],
    [':', 1, ':undo'],
    [':save /no/such/folder/x.json', 64, 'does not exist'],
  ])('%s ends with %i', async (line, expected, words) => {
    const { code, stdout } = await repl(line, 'make the header red')
    expect(code).toBe(expected)
    expect(stdout).toContain(words)
    // A line that fails does not end the session.
    expect(stdout).toContain('#FFFFFF → #FF0000')
  })

  test('the beginning of a name will do, and :quit ends', async () => {
    const { code, stdout } = await repl('make the header red', ':un', ':q', 'make the header blue')
    expect(code).toBe(0)
    expect(stdout).toContain('undone')
    expect(stdout).not.toContain('blue')
  })

  test('nothing at all is a session too', async () => {
    expect(await repl()).toEqual({ code: 0, stdout: '' })
    expect(await repl('', '   ')).toEqual({ code: 0, stdout: '' })
  })

  test('needs a document', async () => {
    expect((await blueprint(['repl', '-'])).code).toBe(64)
    expect((await blueprint(['repl', join(folder, 'none.json')])).code).toBe(64)
    await writeFile(path, '{"components":[{"id":7}]}')
    const { code, stdout } = await blueprint(['repl', path], { stdin: 'make the header red\n' })
    expect(code).toBe(1)
    expect(stdout).toContain('document-invalid')
  })
})
