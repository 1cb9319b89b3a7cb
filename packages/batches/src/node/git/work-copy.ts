import { readFile, realpath, rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { gitExclusive } from './exclusive.ts'
import { git, pathsOf } from './git.ts'
import type { GitIssue, Repository } from './git.ts'

/** Makes a checkout of a commit in a folder of its own, without a branch; what stood there is removed. */
export async function addWorkCopy(
  repository: Repository,
  path: string,
  commit: string,
): Promise<Result<void, GitIssue>> {
  await rm(path, { recursive: true, force: true })
  // Twice forced: what was registered there and killed while it was made is locked.
  const args = ['worktree', 'add', '--detach', '--force', '--force', '--quiet', path, commit]
  const added = await gitExclusive(repository, args)
  return added.ok ? ok(undefined) : added
}

/** Removes a checkout, whole or half made. */
export async function removeWorkCopy(repository: Repository, path: string): Promise<void> {
  await gitExclusive(repository, ['worktree', 'remove', '--force', '--force', path])
  await rm(path, { recursive: true, force: true })
}

/** Forgets the checkouts below a folder that is gone: git keeps those that were being made when it was killed, as locked. */
export async function forgetWorkCopies(repository: Repository, folder: string): Promise<void> {
  const parent = await realpath(dirname(folder)).catch(() => dirname(folder))
  const real = join(parent, basename(folder))
  const listed = await git(repository, ['worktree', 'list', '--porcelain', '-z'])
  let path = ''
  for (const line of listed.ok ? pathsOf(listed.value) : []) {
    if (line.startsWith('worktree ')) path = line.slice('worktree '.length)
    else if (/^locked(?: |$)/.test(line) && isWithin(real, path))
      await git(repository, ['worktree', 'unlock', path])
  }
  await gitExclusive(repository, ['worktree', 'prune'])
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

/** Brings a checkout to another commit; `tidy` also removes what is not in git. */
export async function moveWorkCopy(
  repository: Repository,
  path: string,
  commit: string,
  tidy: 'nothing' | 'untracked' | 'ignored too',
): Promise<Result<void, GitIssue>> {
  const moved = await git(repository, ['checkout', '--quiet', '--detach', '--force', commit], { cwd: path })
  if (!moved.ok) return moved
  if (tidy === 'nothing') return ok(undefined)
  const flags = tidy === 'untracked' ? '-ffdq' : '-ffdxq'
  const cleaned = await git(repository, ['clean', flags], { cwd: path })
  return cleaned.ok ? ok(undefined) : cleaned
}

/** What stands in a checkout's `.git`, and where it is; null if that is gone or another. */
export async function linkOf(path: string): Promise<string | null> {
  const text = await readFile(join(path, '.git'), 'utf8').catch(() => '')
  return /^gitdir: (.{1,4000})\n?$/.exec(text)?.[1] ?? null
}

/** The commit that a checkout is at, or the branch that somebody put it on. */
export async function headOf(
  path: string,
): Promise<{ readonly commit: string } | { readonly branch: string } | null> {
  const folder = await linkOf(path)
  if (folder === null) return null
  const head = (await readFile(join(folder, 'HEAD'), 'utf8').catch(() => '')).trim()
  if (/^[0-9a-f]{40,64}$/.test(head)) return { commit: head }
  const branch = /^ref: (refs\/heads\/.{1,1000})$/.exec(head)?.[1]
  return branch === undefined ? null : { branch }
}

/** Branches that a checkout was put on, since it was made. */
export async function branchesVisited(path: string): Promise<readonly string[]> {
  const folder = await linkOf(path)
  if (folder === null) return []
  const log = await readFile(join(folder, 'logs', 'HEAD'), 'utf8').catch(() => '')
  const visited = [...log.matchAll(/\tcheckout: moving from \S{1,1000} to (\S{1,1000})\n/g)].map(
    ([, name]) => name!,
  )
  return [...new Set(visited)].filter((name) => !/^[0-9a-f]{7,64}$/.test(name))
}

export interface StagedFile {
  readonly path: string
  /** A repository of its own, which the base does not have as a submodule. */
  readonly isNestedRepository: boolean
}

/** Files that differ from a commit in a checkout, new ones included, ignored ones not. */
export async function stageAll(
  repository: Repository,
  path: string,
  base: string,
): Promise<Result<readonly StagedFile[], GitIssue>> {
  const added = await git(repository, ['add', '--all'], { cwd: path })
  if (!added.ok) return added
  const changed = await git(repository, ['diff', '--cached', '--raw', '--no-renames', '-z', base], {
    cwd: path,
  })
  return changed.ok ? ok(stagedFilesOf(changed.value)) : changed
}

/** `:100644 160000 abc def M`, then the path: modes before and after. */
function stagedFilesOf(raw: string): StagedFile[] {
  const parts = pathsOf(raw)
  const files: StagedFile[] = []
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [before = '', after] = parts[i]!.slice(1).split(' ')
    files.push({ path: parts[i + 1]!, isNestedRepository: after === '160000' && before !== '160000' })
  }
  return files
}

/** The folder of a repository that is none of the base's, where git refuses to take it in at all. */
export function nestedRepositoryIn(message: string): string | null {
  return /'(.{1,1000}?)\/?' does not have a commit checked out/.exec(message)?.[1] ?? null
}

/** One commit of what is staged, on the base, however many commits were made on the way. */
export async function commitStaged(
  repository: Repository,
  path: string,
  base: string,
  message: string,
): Promise<Result<string, GitIssue>> {
  const head = await headOf(path)
  if (head !== null && 'commit' in head && head.commit === base) {
    const made = await git(repository, ['commit', '--quiet', '--no-verify', '--all', '--file', '-'], {
      cwd: path,
      input: message,
    })
    const now = made.ok ? await headOf(path) : null
    if (now !== null && 'commit' in now && now.commit !== base) return ok(now.commit)
    if (!made.ok) return made
  }
  const tree = await git(repository, ['write-tree'], { cwd: path })
  if (!tree.ok) return tree
  return git(repository, ['commit-tree', tree.value, '-p', base, '-F', '-'], { input: message })
}

export interface JoinConflict {
  readonly files: readonly string[]
}

/** A commit to be put on top of another. */
export interface Joinable {
  readonly commit: string
  readonly base: string
  readonly message: string
  /** It may be in the history of what it is put on, and gone back over since. */
  readonly isOld: boolean
}

/**
 * Puts a commit's change on top of another commit: a three-way merge in the object database, no checkout is touched. The
 * result has one parent and the message of the change, so that history stays a line of one commit an item.
 */
export async function joinCommit(
  repository: Repository,
  head: string,
  { commit, base, message, isOld }: Joinable,
): Promise<Result<string, JoinConflict>> {
  if (base === head) return ok(commit)
  const sides = isOld ? await sidesOf(repository, head, commit, base) : [head, commit]
  const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ...sides]
  const merged = await git(repository, args)
  if (!merged.ok && merged.error.exitCode === 1) return fail({ files: pathsOf(merged.error.stdout).slice(1) })
  if (!merged.ok) throw new Error(`git merge-tree failed: ${merged.error.message}`)
  const [tree = ''] = pathsOf(merged.value)
  const made = await git(repository, ['commit-tree', tree.trim(), '-p', head, '-F', '-'], {
    input: `${message.trim()}\n`,
  })
  if (!made.ok) throw new Error(`git commit-tree failed: ${made.error.message}`)
  return ok(made.value)
}

/**
 * What is to be merged: head and commit, which differ from the commit's parent. A commit that is in the history of head, and was
 * gone back over since, would count as merged: there both are set on a root that holds what the parent holds.
 */
async function sidesOf(
  repository: Repository,
  head: string,
  commit: string,
  parent: string,
): Promise<readonly [string, string]> {
  const isInHistory = await git(repository, ['merge-base', '--is-ancestor', commit, head])
  if (!isInHistory.ok) return [head, commit]
  const childOf = async (tree: string, ...parents: readonly string[]): Promise<string> => {
    const made = await git(repository, ['commit-tree', `${tree}^{tree}`, ...parents, '-m', 'side of a merge'])
    if (!made.ok) throw new Error(`git commit-tree failed: ${made.error.message}`)
    return made.value
  }
  const base = await childOf(parent)
  return [await childOf(head, '-p', base), await childOf(commit, '-p', base)]
}
