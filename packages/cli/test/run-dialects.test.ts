import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callBlueprint as blueprint } from './call-blueprint.ts'

const PAGE = '<h1>Orders</h1>\r\n<p style="color: #222">One &amp; two</p>\r\n'
const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Hi', style: 'heading' }],
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-dialects-'))
  await writeFile(join(folder, 'page.html'), PAGE)
  await writeFile(join(folder, 'card.json'), JSON.stringify(CARD, null, 2))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('documents of other formats', () => {
  test('a page is changed in place, and every other byte stays', async () => {
    const file = join(folder, 'page.html')
    const { code, stdout } = await blueprint(['run', file, 'make "One & two" red', '--in-place'])
    expect(code).toBe(0)
    expect(stdout).toContain('→ FF0000')
    expect(await readFile(file, 'utf8')).toBe(PAGE.replace('#222', '#FF0000'))
  })

  test('what a format cannot hold is refused, with what it can', async () => {
    const { code, stdout } = await blueprint(['run', join(folder, 'card.json'), 'make the title red'])
    expect(code).toBe(1)
    expect(stdout).toContain('attention')
  })

  test('the answer for programs has the edits', async () => {
    const { stdout } = await blueprint(['run', join(folder, 'page.html'), 'hide the heading', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ status: 'applied', edits: [{ start: 3, end: 3 }] })
  })

  test('convert shows the native blueprint', async () => {
    const { code, stdout } = await blueprint(['convert', join(folder, 'card.json')])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      components: [{ type: 'heading', text: 'Hi' }, { type: 'actions' }],
    })
  })

  test('apply goes over a folder of pages and cards', async () => {
    const list = join(folder, 'list.txt')
    await writeFile(list, 'change the text of the heading to "Bye"\nmake the heading bigger\n')
    const { code, stdout } = await blueprint(['apply', folder, list, '--in-place', '--no-atomic'])
    expect({ code, stdout }).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'page.html'), 'utf8')).toBe(
      PAGE.replace('<h1>Orders', '<h1 style="font-size: 38.4px">Bye'),
    )
    expect(JSON.parse(await readFile(join(folder, 'card.json'), 'utf8'))).toMatchObject({
      body: [{ text: 'Bye', size: 'extraLarge' }],
    })
  })

  test('convert refuses what no format is', async () => {
    await writeFile(join(folder, 'odd.json'), '[1]')
    const { code, stderr } = await blueprint(['convert', join(folder, 'odd.json')])
    expect(code).toBe(64)
    expect(stderr).toContain('no known format')
  })
})
