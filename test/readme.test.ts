import { readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../src/index.ts'
import type { Blueprint } from '../src/index.ts'
import { isBuilt, packageRoot, spawnBlueprint, spawnNode } from './support/spawn-blueprint.ts'

const readme = readFileSync(`${packageRoot}README.md`, 'utf8')
const shop = JSON.parse(readFileSync(`${packageRoot}examples/shop.json`, 'utf8')) as Blueprint
const engine = createEngine()

/** The text between a heading and the next. */
function sectionOf(heading: string): string {
  const start = readme.indexOf(`## ${heading}\n`)
  expect(start).toBeGreaterThan(-1)
  const end = readme.indexOf('\n## ', start + 1)
  return readme.slice(start, end === -1 ? undefined : end)
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]{1,200})`/g)].map(([, code]) => code!)
}

describe('README', () => {
  test('opens with the two commands', () => {
    expect(readme.slice(0, 300)).toMatch(/npm start .*\n.*npm test/)
  })

  const talk = sectionOf('What you can say')
  const table = talk.slice(0, talk.indexOf('Refer to components by'))
  test.each(codeIn(table))('%s', (command) => {
    const answer = engine.run(shop, command)
    expect(answer.status).toBe('applied')
    expect(answer.changed).not.toEqual([])
  })

  test.each(
    codeIn(talk.slice(talk.indexOf('Refer to components by'), talk.indexOf('Several at once'))).slice(1),
  )('%s means something', (phrase) => {
    expect(engine.find(shop, phrase)).not.toEqual([])
  })

  test('a command of several parts', () => {
    const [command = ''] = codeIn(talk.slice(talk.indexOf('Several at once')))
    expect(engine.run(shop, command).steps).toHaveLength(3)
  })

  test('its limits are those of the engine', () => {
    const limits = sectionOf('Limits')
    expect(limits).toContain('10,000 characters of command, 200 steps, 100,000 components or 64 levels')
    expect(engine.run(shop, 'x'.repeat(10_001)).issues[0]?.code).toBe('command-too-long')
    expect(engine.run(shop, 'x '.repeat(5000)).issues[0]?.code).not.toBe('command-too-long')
    expect(engine.run(shop, 'make it pop').status).toBe('rejected')
  })

  test.skipIf(!isBuilt)('its program runs as it stands (needs dist/, which npm test builds)', async () => {
    const program = [...sectionOf('As a library').matchAll(/```js\n([\s\S]{1,5000}?)```/g)]
      .map(([, part]) => part!)
      .join('')
    const { code, stdout, stderr } = await spawnNode(['--input-type=module', '--eval', program])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('applied')
    expect(stdout).toContain("id: 'hero_title'")
    expect(stdout).toMatch(/^subscribe_button /m)
    expect(lines.at(-2)).toBe('applied 1')
  })

  test.skipIf(!isBuilt)(
    'its lists of commands can be applied (needs dist/, which npm test builds)',
    async () => {
      const lines = [...sectionOf('Command line').matchAll(/^npx blueprint (apply [^#\n]{1,200})#/gm)]
      expect(lines).toHaveLength(2)
      const folder = await mkdtemp(join(tmpdir(), 'blueprint-readme-'))
      try {
        await mkdir(join(folder, 'screens'))
        await copyFile(`${packageRoot}examples/night.txt`, join(folder, 'night.txt'))
        for (const name of ['shop.json', 'screens/one.json', 'screens/two.json'])
          await copyFile(`${packageRoot}examples/shop.json`, join(folder, name))
        for (const [, command = ''] of lines) {
          const { code, stderr } = await spawnBlueprint(command.trim().split(/\s+/), { cwd: folder })
          expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' })
        }
        const made = JSON.parse(await readFile(join(folder, 'shop.json'), 'utf8')) as Blueprint
        const list = await readFile(join(folder, 'night.txt'), 'utf8')
        expect(made).toEqual(
          engine.batch(
            shop,
            list.split('\n').filter((line) => /^[^#]/.test(line)),
          ).blueprint,
        )
        expect(await readdir(join(folder, 'dark'))).toEqual(['one.json', 'two.json'])
      } finally {
        await rm(folder, { recursive: true })
      }
    },
  )
})
