import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { git, mustGit, pathsOf } from './git.ts'
import type { Repository } from './git.ts'
import { itemLine } from './history.ts'
import { addWorkCopy, removeWorkCopy } from './work-copy.ts'

/** A move of a branch from one commit to another. */
export interface Landing {
  /** `refs/heads/main`. */
  readonly branch: string
  readonly from: string
  readonly to: string
}

export interface LandOptions {
  readonly branch: string
  /** The end of the line of work. */
  readonly head: string
  /** The order of the items in the plan: the commits are put into it. */
  readonly order?: readonly string[]
  /** Where a checkout can be made, should the commits have to be made anew. */
  readonly folder: string
  /** Told before anything of the user's is touched. */
  readonly note: (landing: Landing) => Promise<void>
}

/** Tries while the branch is moved by others. */
const MAX_TRIES = 5

/** The branch that a checkout is on; null where it is on none. */
export async function currentBranch(repository: Repository): Promise<string | null> {
  const branch = await git(repository, ['symbolic-ref', '--quiet', 'HEAD'])
  return branch.ok ? branch.value : null
}

/**
 * Puts a line of work onto a branch. Where the branch has moved on meanwhile, the work is put on top of what came, commit by
 * commit; what cannot be merged is named, and nothing is done. The branch moves only from the commit that was looked at. The
 * value is the commit that it is at.
 */
export async function landLine(
  repository: Repository,
  options: LandOptions,
): Promise<Result<string, string>> {
  const name = options.branch.replace(/^refs\/heads\//, '')
  for (let tries = 1; ; tries++) {
    const tip = await git(repository, ['rev-parse', '--verify', '--quiet', `${options.branch}^{commit}`])
    if (!tip.ok) return fail(`the branch ${name} is not there any more`)
    const from = tip.value
    if (from === options.head || (await isAncestor(repository, options.head, from))) return ok(from)
    const line = await lineOnto(repository, from, options)
    if (!line.ok) return line
    const landing = { branch: options.branch, from, to: line.value }
    await options.note(landing)
    const moved = await moveBranch(repository, landing)
    if (moved.ok) return ok(landing.to)
    if (moved.error !== 'moved') return fail(moved.error)
    if (tries === MAX_TRIES) return fail(`${name} was moved by others ${MAX_TRIES} times meanwhile`)
  }
}

export async function isAncestor(repository: Repository, older: string, newer: string): Promise<boolean> {
  return (await git(repository, ['merge-base', '--is-ancestor', older, newer])).ok
}

/** The commits of the line in the order of the plan on top of the branch. Where they are already, nothing is made anew. */
async function lineOnto(
  repository: Repository,
  from: string,
  { head, order = [], branch, folder }: LandOptions,
): Promise<Result<string, string>> {
  const line = await itemLine(repository, from, head)
  const places = new Map(order.map((item, i) => [item, i]))
  const place = (item: string): number => places.get(item) ?? -1
  const isOnTop = await isAncestor(repository, from, head)
  const isInOrder = line.every(({ item }, i) => i === 0 || place(line[i - 1]!.item) <= place(item))
  if (isOnTop && isInOrder) return ok(head)
  const sorted = line.toSorted((a, b) => place(a.item) - place(b.item))
  const inOrder = await replay(repository, folder, from, sorted)
  // Work that builds on other work may not go into another order; as it was made it may.
  const replayed =
    inOrder.ok || isInOrder ? inOrder : isOnTop ? ok(head) : await replay(repository, folder, from, line)
  if (replayed.ok) return replayed
  const { item, files } = replayed.error
  return fail(
    `${item} changes ${files.join(', ')}, and so does what came into ${branch.replace(/^refs\/heads\//, '')} meanwhile`,
  )
}

type Line = Awaited<ReturnType<typeof itemLine>>

/** Makes the commits of a line anew on top of another commit, in a checkout that nobody else uses: git picks all of them at once. */
async function replay(
  repository: Repository,
  folder: string,
  from: string,
  line: Line,
): Promise<Result<string, { readonly item: string; readonly files: readonly string[] }>> {
  const added = await addWorkCopy(repository, folder, from)
  if (!added.ok)
    throw new Error(`no checkout could be made to put the work on its branch: ${added.error.message}`)
  try {
    const cwd = folder
    const flags = ['--allow-empty', '--keep-redundant-commits']
    const picked = await git(repository, ['cherry-pick', ...flags, ...line.map(({ commit }) => commit)], {
      cwd,
    })
    if (picked.ok) return ok(await mustGit(repository, ['rev-parse', 'HEAD'], { cwd }))
    const at = await git(repository, ['rev-parse', '--verify', '--quiet', 'CHERRY_PICK_HEAD'], { cwd })
    if (!at.ok) throw new Error(`git cherry-pick failed: ${picked.error.message}`)
    const files = await mustGit(repository, ['diff', '--name-only', '--diff-filter=U', '-z'], { cwd })
    const item = line.find(({ commit }) => commit === at.value)?.item ?? 'an item'
    return fail({ item, files: pathsOf(files) })
  } finally {
    await removeWorkCopy(repository, folder)
  }
}

/**
 * Moves a branch, and the checkout that is on it, if any. `moved`: the branch is not where it was. Files with changes of the
 * user's own are left alone, and then nothing is done.
 */
async function moveBranch(
  repository: Repository,
  { branch, from, to }: Landing,
): Promise<Result<void, string>> {
  const checkout = await checkoutOf(repository, branch)
  if (checkout !== null) {
    // What only looks changed, by its times, is none.
    await git(repository, ['update-index', '-q', '--refresh'], { cwd: checkout })
    const read = await git(repository, ['read-tree', '-m', '-u', from, to], { cwd: checkout })
    if (!read.ok)
      return fail((await isAt(repository, branch, from)) ? untouched(read.error.message) : 'moved')
  }
  const set = await git(repository, ['update-ref', '-m', 'batch: work landed', branch, to, from])
  if (set.ok) return ok(undefined)
  // Somebody was faster: the checkout goes back to what the branch said when it was looked at.
  if (checkout !== null) await git(repository, ['read-tree', '-m', '-u', to, from], { cwd: checkout })
  return fail((await isAt(repository, branch, from)) ? set.error.message : 'moved')
}

/** Git's words, without the part that is about commands that nobody gave. */
function untouched(message: string): string {
  const files = [...message.matchAll(/(?:Entry|file) '([^']{1,500})'/gi)].map(([, file]) => file!)
  return files.length === 0
    ? message
    : `${files.join(', ')} in your checkout would be overwritten; commit or stash it`
}

async function isAt(repository: Repository, branch: string, commit: string): Promise<boolean> {
  const tip = await git(repository, ['rev-parse', '--verify', '--quiet', branch])
  return tip.ok && tip.value === commit
}

/** The folder that has a branch checked out; null where none has. */
async function checkoutOf(repository: Repository, branch: string): Promise<string | null> {
  const listed = await mustGit(repository, ['worktree', 'list', '--porcelain', '-z'])
  for (const entry of listed.split('\0\0')) {
    const lines = entry.split('\0')
    if (lines.includes(`branch ${branch}`))
      return lines.find((line) => line.startsWith('worktree '))!.slice(9)
  }
  return null
}

/**
 * Mends a landing that was cut off (kill -9 of git as well): where each file is as it was before or as it was to become, they
 * are set to what the branch says now. A file that is neither was changed by someone: then nothing is done.
 */
export async function mendLanding(
  repository: Repository,
  { branch, from, to }: Landing,
): Promise<Result<void, string>> {
  const root = await checkoutOf(repository, branch)
  if (root === null) return ok(undefined)
  const now = await mustGit(repository, ['rev-parse', branch])
  const folder = await mustGit(repository, ['rev-parse', '--absolute-git-dir'], { cwd: root })
  const files = pathsOf(await mustGit(repository, ['diff', '--name-only', '--no-renames', '-z', from, to]))
  const before: string[] = []
  const added: string[] = []
  for (const file of files) {
    const [old, wanted, current, present] = await Promise.all([
      blobAt(repository, from, file),
      blobAt(repository, to, file),
      blobAt(repository, now, file),
      blobOf(repository, root, file),
    ])
    if (present !== old && present !== wanted && present !== current)
      return fail(`${file} was changed by hand meanwhile`)
    if (current === null) added.push(file)
    else before.push(file)
  }
  // Whoever held these locks is dead: the batch is ours, and all of its processes were ended.
  await rm(join(folder, 'index.lock'), { force: true })
  await rm(join(folder, 'HEAD.lock'), { force: true })
  await rm(join(repository.commonFolder, `${branch}.lock`), { force: true })
  await mustGit(repository, ['reset', '--quiet', now, '--', ...files], { cwd: root })
  if (before.length > 0)
    await mustGit(repository, ['checkout-index', '--force', '--', ...before], { cwd: root })
  for (const file of added) await rm(join(root, file), { force: true })
  return ok(undefined)
}

async function blobAt(repository: Repository, commit: string, file: string): Promise<string | null> {
  const blob = await git(repository, ['rev-parse', '--verify', '--quiet', `${commit}:${file}`])
  return blob.ok ? blob.value : null
}

async function blobOf(repository: Repository, root: string, file: string): Promise<string | null> {
  const isThere = await readFile(join(root, file)).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  const blob = await git(repository, ['hash-object', '--', file], { cwd: root })
  return blob.ok ? blob.value : null
}
