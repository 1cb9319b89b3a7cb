import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { finish, isBuilt, mainPath, packageRoot, spawnNode } from './support/spawn-blueprint.ts'

const guides = readdirSync(`${packageRoot}docs`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !name.startsWith('api/'))
  .map((name) => `docs/${name}`)
const readmes = readdirSync(`${packageRoot}packages`).map((name) => `packages/${name}/README.md`)
const pages = [...guides, ...readmes].map(
  (path) => [path, readFileSync(join(packageRoot, path), 'utf8')] as const,
)

function blocksOf(text: string, language: string): string[] {
  return text
    .split('```')
    .filter((_, i) => i % 2 === 1)
    .filter((block) => block.startsWith(`${language}\n`))
    .map((block) => block.slice(language.length + 1))
}

/** The blocks that a page tells its reader to save, by the name of the file. */
function filesOf(text: string): ReadonlyMap<string, string> {
  const saved = text.matchAll(
    /\bSave this as `([\w.]{1,40})`(?:(?!\n\n)[^]){0,400}\n\n```\w{1,20}\n([^]{1,10000}?)^```$/gm,
  )
  return new Map([...saved].map(([, file, block]) => [file!, block!]))
}

const batches = `${packageRoot}packages/batches/test/node/`

/** What a reader has before the first line: the examples, a repository with a commit, and the programs the page speaks of. */
function readersFolder(text: string): { readonly folder: string; readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-docs-'))
  const project = join(folder, 'project')
  const bin = join(folder, 'bin')
  cpSync(`${packageRoot}examples`, join(project, 'examples'), { recursive: true })
  if (text.includes('bench/results'))
    cpSync(`${packageRoot}bench/results`, join(project, 'bench/results'), { recursive: true })
  for (const [file, content] of filesOf(text)) writeFileSync(join(project, file), content)
  mkdirSync(bin)
  const program = (name: string, path: string): void =>
    writeFileSync(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${path}' "$@"\n`, { mode: 0o755 })
  program('blueprint', mainPath)
  program('claude', `${batches}streaming-agent.mjs' 'claude`)
  const git = (...args: readonly string[]): void =>
    expect(spawnSync('git', args, { cwd: project }).status, `git ${args.join(' ')}`).toBe(0)
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Reader')
  git('config', 'user.email', 'reader@example.org')
  git('commit', '--quiet', '--allow-empty', '--message', 'begin')
  git('branch', 'release')
  return { folder, path: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
}

describe.each(pages)('%s', (name, text) => {
  test('points at files that are there', () => {
    const paths = [
      ...text.matchAll(/`((?:src|test|packages|examples|docs|scripts|bench|profiles)\/[\w./-]+)`/g),
    ].map(([, path]) => path!)
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, path]) =>
      join(dirname(name), path!),
    )
    const missing = [...paths, ...links].filter((path) => !existsSync(join(packageRoot, path)))
    expect(missing).toEqual([])
  })

  const saved = new Set(filesOf(text).values())
  const programs = blocksOf(text, 'js').filter((block) => !saved.has(block))
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
      const { folder, path } = readersFolder(text)
      try {
        for (const line of lines) {
          const child = spawn('sh', ['-c', line], {
            cwd: join(folder, 'project'),
            env: { ...process.env, PATH: path, AGENT_LOG: join(folder, 'agent.log') },
            stdio: 'pipe',
          })
          child.stdin.end()
          const { code, stdout, stderr } = await finish(child)
          const output = code === 0 ? '' : stdout + stderr
          expect({ line, code, output }).toEqual({ line, code: 0, output: '' })
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    120_000,
  )
})
