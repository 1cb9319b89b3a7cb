import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as engineModule from '../src/index.ts'
import { packageRoot } from './support/spawn-blueprint.ts'

interface Block {
  readonly language: string
  readonly path: string
  readonly lines: readonly string[]
}

/** The blocks of a page that name a file, without the indentation of the list that they stand in. */
function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^( {0,8})```(ts|diff) (\S{1,200})\n([\s\S]{1,5000}?)^\1```$/gm)].map(
    ([, indent, language, path, text]) => ({
      language: language!,
      path: path!,
      lines: text!
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(indent!.length)),
    }),
  )
}

/** Adds the lines with `+` after the line above them. Lines are found by their content, from the last one found on. */
function applyDiff(text: string, diff: readonly string[]): string {
  const lines = text.split('\n')
  let at = -1
  for (const line of diff) {
    if (line.startsWith('+')) lines.splice((at += 1), 0, line.slice(1).trim())
    else {
      at = lines.findIndex((other, i) => i > at && other.trim() === line.trim())
      expect({ line, isFound: at >= 0 }).toEqual({ line, isFound: true })
    }
  }
  return lines.join('\n')
}

const blocks = blocksOf(readFileSync(`${packageRoot}docs/extending.md`, 'utf8'))

describe('docs/extending.md, followed', () => {
  const copy = mkdtempSync(join(tmpdir(), 'blueprint-extending-'))
  let engine: typeof engineModule

  beforeAll(async () => {
    cpSync(`${packageRoot}src`, join(copy, 'src'), { recursive: true })
    for (const name of ['package.json', 'tsconfig.base.json'])
      cpSync(`${packageRoot}${name}`, join(copy, name))
    symlinkSync(`${packageRoot}node_modules`, join(copy, 'node_modules'))
    for (const { language, path, lines } of blocks) {
      const file = join(copy, path)
      if (language === 'ts') writeFileSync(file, `${lines.join('\n')}\n`)
      else writeFileSync(file, applyDiff(readFileSync(file, 'utf8'), lines))
    }
    const outfile = join(copy, 'engine.mjs')
    await build({
      entryPoints: [join(copy, 'src/index.ts')],
      outfile,
      bundle: true,
      platform: 'neutral',
      external: ['immer', 'lru-cache'],
      target: 'es2022',
      logLevel: 'silent',
    })
    engine = (await import(pathToFileURL(outfile).href)) as typeof engineModule
  }, 30_000)

  afterAll(() => {
    rmSync(copy, { recursive: true })
  })

  test('has a block for every file that it speaks of', () => {
    expect(blocks.map(({ path }) => path)).toContain('src/verify/rules/label-empty.ts')
    expect(blocks.map(({ path }) => path)).toContain('src/execute/operations/capitalize.ts')
    expect(blocks.length).toBeGreaterThanOrEqual(10)
  })

  test('it compiles', { timeout: 120_000 }, () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        `${packageRoot}node_modules/typescript/bin/tsc`,
        '-p',
        'src',
        '--outDir',
        'out',
        '--tsBuildInfoFile',
        'out/info',
      ],
      { cwd: copy, encoding: 'utf8' },
    )
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })

  const screen = {
    screen_id: 'one',
    components: [
      { id: 'name_label', type: 'label', text: '', bbox: [0, 0, 100, 20] as const },
      { id: 'title', type: 'text', text: 'Hello', bbox: [0, 40, 100, 20] as const },
    ],
  }

  test('the rule finds what it looks for', () => {
    const { issues } = engine.createEngine().verify(screen)
    expect(issues).toMatchObject([{ code: 'label-empty', severity: 'warning', id: 'name_label' }])
  })

  test('the operation changes a document, and the change can be undone', () => {
    const steps = [{ kind: 'capitalize', targets: ['title'] }] as unknown as readonly engineModule.Step[]
    const { status, patches, inverse, blueprint } = engine.createEngine().run(screen, steps)
    expect(status).toBe('applied')
    expect(patches).toEqual([{ op: 'replace', path: '/components/1/text', value: 'HELLO' }])
    expect(engine.applyPatch(blueprint, inverse)).toEqual(screen)
  })
})
