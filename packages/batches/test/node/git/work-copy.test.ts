import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openRepository } from '../../../src/node/git/git.ts'
import { addWorkCopy, forgetWorkCopies } from '../../../src/node/git/work-copy.ts'
import { BatchProject } from '../batch-project.ts'

/** A git that tells of two `worktree add` at the same time, and fails the first as git does when another one is in its way. */
const WATCHING = (git: string, folder: string): string => `#!/bin/sh
case " $* " in *" worktree add "*) ;; *) exec '${git}' "$@" ;; esac
mkdir '${folder}/busy' 2>/dev/null || touch '${folder}/overlap'
if mkdir '${folder}/raced' 2>/dev/null; then
  rmdir '${folder}/busy'
  echo "fatal: could not lock config file .git/config: File exists" >&2
  exit 128
fi
'${git}' "$@"
code=$?
rmdir '${folder}/busy' 2>/dev/null
exit $code
`

test.skipIf(process.platform === 'win32')(
  'checkouts that are wanted at once are made one after the other, and again where another git was in the way',
  { timeout: 60_000 },
  async () => {
    const project = new BatchProject()
    const folder = join(project.root, '.git', 'watched')
    mkdirSync(folder)
    const git = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    writeFileSync(join(folder, 'git'), WATCHING(git, folder))
    chmodSync(join(folder, 'git'), 0o755)
    const opened = await openRepository(project.root, '')
    if (!opened.ok) throw new Error(opened.error)
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
    onTestFinished(() => void vi.unstubAllEnvs())
    const paths = Array.from({ length: 8 }, (_, i) => join(project.root, '.git', `copy-${i}`))
    const added = await Promise.all(paths.map(async (path) => addWorkCopy(opened.value, path, 'HEAD')))
    expect(added.filter(({ ok }) => !ok)).toEqual([])
    expect(paths.every((path) => existsSync(join(path, 'README.md')))).toBe(true)
    expect(existsSync(join(folder, 'raced'))).toBe(true)
    expect(existsSync(join(folder, 'overlap'))).toBe(false)
  },
)

test('a checkout that was killed while it was made is forgotten, one that somebody locked elsewhere is not', async () => {
  const project = new BatchProject()
  const opened = await openRepository(project.root, '')
  if (!opened.ok) throw new Error(opened.error)
  const folder = join(project.root, '.git', 'work')
  const [half, own] = [join(folder, 'half'), join(project.root, '.git', 'own')]
  for (const path of [half, own]) {
    expect(await addWorkCopy(opened.value, path, 'HEAD')).toMatchObject({ ok: true })
    // As git does until a checkout is whole.
    project.git('worktree', 'lock', '--reason', 'initializing', path)
  }
  rmSync(folder, { recursive: true })
  await forgetWorkCopies(opened.value, folder)
  const listed = project.git('worktree', 'list', '--porcelain')
  expect(listed).not.toContain(half)
  expect(listed).toContain(own)
  expect(listed).toContain('locked initializing')
})
