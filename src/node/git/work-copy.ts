import { rm } from 'node:fs/promises'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { git, mustGit, pathsOf } from './git.ts'
import type { GitIssue, Repository } from './git.ts'

/** Makes a checkout of a commit in a folder of its own, without a branch; what stood there is removed. */
export async function addWorkCopy(
  repository: Repository,
  path: string,
  commit: string,
): Promise<Result<void, GitIssue>> {
  await removeWorkCopy(repository, path)
  const added = await git(repository, [
    'worktree',
    'add',
    '--detach',
    '--force',
    '--force',
    '--quiet',
    path,
    commit,
  ])
  return added.ok ? ok(undefined) : added
}

/** Removes a checkout, whole or half made. */
export async function removeWorkCopy(repository: Repository, path: string): Promise<void> {
  // One that was killed while it was made is locked, which takes two.
  await git(repository, ['worktree', 'remove', '--force', '--force', path])
  await rm(path, { recursive: true, force: true })
}

export interface WorkSnapshot {
  /** Null where nothing differs from the base. */
  readonly commit: string | null
  readonly changedFiles: readonly string[]
}

/** Files that differ from a commit in a checkout, new ones included, ignored ones not. */
export async function stageAll(
  repository: Repository,
  path: string,
  base: string,
): Promise<Result<readonly string[], GitIssue>> {
  const added = await git(repository, ['add', '--all'], { cwd: path })
  if (!added.ok) return added
  const changed = await git(repository, ['diff', '--cached', '--name-only', '--no-renames', '-z', base], {
    cwd: path,
  })
  return changed.ok ? ok(pathsOf(changed.value)) : changed
}

/** One commit of everything that differs from the base, however many commits were made on the way. */
export async function commitWorkCopy(
  repository: Repository,
  path: string,
  base: string,
  message: string,
): Promise<Result<WorkSnapshot, GitIssue>> {
  const changed = await stageAll(repository, path, base)
  if (!changed.ok) return changed
  if (changed.value.length === 0) return ok({ commit: null, changedFiles: [] })
  const tree = await git(repository, ['write-tree'], { cwd: path })
  if (!tree.ok) return tree
  const commit = await git(repository, ['commit-tree', tree.value, '-p', base, '-F', '-'], { input: message })
  return commit.ok ? ok({ commit: commit.value, changedFiles: changed.value }) : commit
}

export interface JoinConflict {
  readonly files: readonly string[]
}

/**
 * Puts a commit's change on top of another commit: a three-way merge in the object database, no checkout is touched. The
 * result has one parent and the message of the change, so that history stays a line of one commit an item.
 */
export async function joinCommit(
  repository: Repository,
  head: string,
  commit: string,
): Promise<Result<string, JoinConflict>> {
  const parent = await mustGit(repository, ['rev-parse', `${commit}^`])
  if (parent === head) return ok(commit)
  const merged = await git(repository, [
    'merge-tree',
    '--write-tree',
    '--name-only',
    '--no-messages',
    '-z',
    ...(await sidesOf(repository, head, commit, parent)),
  ])
  if (!merged.ok && merged.error.exitCode === 1) return fail({ files: pathsOf(merged.error.stdout).slice(1) })
  if (!merged.ok) throw new Error(`git merge-tree failed: ${merged.error.message}`)
  const [tree = ''] = pathsOf(merged.value)
  const message = await mustGit(repository, ['log', '-1', '--format=%B', commit])
  return ok(
    await mustGit(repository, ['commit-tree', tree.trim(), '-p', head, '-F', '-'], {
      input: `${message.trim()}\n`,
    }),
  )
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
  const childOf = async (tree: string, ...parents: readonly string[]): Promise<string> =>
    mustGit(repository, ['commit-tree', `${tree}^{tree}`, ...parents, '-m', 'side of a merge'])
  const base = await childOf(parent)
  return [await childOf(head, '-p', base), await childOf(commit, '-p', base)]
}
