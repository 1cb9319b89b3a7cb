import { describe, expect, test } from 'vitest'
import { renderEntries, renderOverview } from '../src/render/grammar.ts'
import { describeGrammar } from 'blueprint-command-engine'
import type { Grammar } from 'blueprint-command-engine'
import { callBlueprint as blueprint } from './call-blueprint.ts'
import { plainView } from './render/plain-view.ts'
import { shopPath } from '../../../test/support/spawn-blueprint.ts'

const { sections } = describeGrammar()

function namesIn(text: string): string[] {
  return (JSON.parse(text) as Grammar).sections.flatMap(({ entries }) => entries.map(({ name }) => name))
}

describe('blueprint grammar', () => {
  test('shows all there is, a line or two each', async () => {
    const { code, stdout, stderr } = await blueprint(['grammar'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const { entries } of sections)
      for (const { name } of entries) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(stdout).toMatch(/^Commands: what can be asked for$/m)
    expect(stdout).toMatch(/^ {2}delete {2,}delete the footer$/m)
  })

  test('an example it shows runs as it stands', async () => {
    const { stdout } = await blueprint(['grammar', 'delete'])
    const command = /say\s+(.{1,80}) \(shop\)/.exec(stdout)![1]!
    expect(await blueprint(['run', shopPath, command])).toMatchObject({ code: 0 })
  })

  test.each([
    ['delete', 'Commands: delete', 'words  delete, remove, erase, get rid of'],
    ['get rid of', 'Commands: delete', 'say    delete the footer'],
    ['Colour', 'Values: color', '310 more; --json lists all'],
    ['colour', 'Properties: text color', 'takes  color'],
    ['ordinal', 'Selectors: ordinal', 'the second card → product_card_2 (shop)'],
    ['selectors', 'Selectors: without', 'cards without a badge'],
    ['selector', 'Selectors: id', '#hero_title → hero_title'],
    ['darker', 'Changes: darker', 'lightness × 0.8'],
    ['corner radius', 'Properties: theme corner radius', 'takes  amount'],
    ['px', 'Values: amount', '1rem = 16 px'],
    ['limits', 'Limits: taste', 'nicer'],
  ])('%s is told of', async (topic, title, text) => {
    const { code, stdout, stderr } = await blueprint(['grammar', ...topic.split(' ')])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toContain(title)
    expect(stdout).toContain(text)
  })

  test('a topic leaves the rest out', async () => {
    const { stdout } = await blueprint(['grammar', 'swap', '--json'])
    expect(namesIn(stdout)).toEqual(['swap', 'replace'])
    expect(namesIn((await blueprint(['grammar', 'bold', '--json'])).stdout)).toEqual([
      'effect',
      'style',
      'style',
    ])
  })

  test('a wrong topic is answered with the nearest', async () => {
    expect(await blueprint(['grammar', 'colr'])).toEqual({
      code: 64,
      stdout: '',
      stderr: 'error: nothing that can be said is called "colr"\n(Did you mean color?)\n',
    })
    expect(await blueprint(['grammar', 'delte', '--json'])).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining('Did you mean delete?') as string,
    })
    for (const topic of ['qqqqqqqq', 'x'.repeat(9_999), '\u001B[31m', ''])
      expect(await blueprint(['grammar', topic])).toMatchObject({
        code: 64,
        stdout: '',
        stderr: expect.stringMatching(
          /^\P{Cc}{1,120}\n\("blueprint grammar" lists all there is\)\n$/u,
        ) as string,
      })
  })

  test('--json prints the structure', async () => {
    const { code, stdout } = await blueprint(['grammar', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ sections })
  })

  test.each([100, 80, 60])('no line is wider than a terminal of %i columns', (columns) => {
    const view = { ...plainView, columns }
    for (const lines of [renderOverview(view, sections), renderEntries(view, sections)])
      for (const line of lines) expect([line, line.length <= columns]).toEqual([line, true])
  })

  test('colours come only where they are asked for', async () => {
    expect((await blueprint(['grammar', 'delete'])).stdout).not.toContain('\u001B[')
    const { stdout } = await blueprint(['grammar', 'delete'], { env: { FORCE_COLOR: '1' } })
    expect(stdout).toContain('\u001B[')
  })
})
