import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isBuilt, packageRoot, spawnBlueprint, spawnNode } from './cli/spawn-blueprint.ts'

const pages = readdirSync(`${packageRoot}docs`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !name.startsWith('api/'))
  .map((name) => [name, readFileSync(join(packageRoot, 'docs', name), 'utf8')] as const)

function blocksOf(text: string, language: string): string[] {
  return text
    .split('```')
    .filter((_, i) => i % 2 === 1)
    .filter((block) => block.startsWith(`${language}\n`))
    .map((block) => block.slice(language.length + 1))
}

/** The words of a line of shell, with quoted ones whole; comments are dropped. */
function wordsOf(line: string): string[] {
  return [...line.replace(/\s#\s.*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare!,
  )
}

describe.each(pages)('docs/%s', (name, text) => {
  test('points at files that are there', () => {
    const paths = [...text.matchAll(/`((?:src|test|examples|docs|scripts|bench|profiles)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    )
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, path]) =>
      join('docs', dirname(name), path!),
    )
    const missing = [...paths, ...links].filter((path) => !existsSync(join(packageRoot, path)))
    expect(missing).toEqual([])
  })

  const programs = blocksOf(text, 'js')
  test.skipIf(!isBuilt || programs.length === 0)(
    'its programs run as they stand (needs dist/, which npm test builds)',
    async () => {
      for (const program of programs) {
        const { code, stderr } = await spawnNode(['--input-type=module', '--eval', program])
        expect({ program, code, stderr }).toEqual({ program, code: 0, stderr: '' })
      }
    },
  )

  const lines = blocksOf(text, 'sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => /^(?:blueprint|cp|git) /.test(line))
  test.skipIf(!isBuilt || lines.length === 0)(
    'its commands end well, in order (needs dist/, which npm test builds)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'blueprint-docs-'))
      try {
        cpSync(`${packageRoot}examples`, join(folder, 'examples'), { recursive: true })
        if (text.includes('bench/results'))
          cpSync(`${packageRoot}bench/results`, join(folder, 'bench/results'), { recursive: true })
        for (const line of lines) {
          const [program = '', ...args] = wordsOf(line)
          const { code, stdout } =
            program === 'blueprint'
              ? await spawnBlueprint(args, { cwd: folder })
              : { code: spawnSync(program, args, { cwd: folder }).status, stdout: '' }
          expect({ line, code, stdout: code === 0 ? '' : stdout }).toEqual({ line, code: 0, stdout: '' })
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    120_000,
  )
})
