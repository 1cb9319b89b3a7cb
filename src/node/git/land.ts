import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { git, mustGit, pathsOf } from './git.ts'
import type { Repository } from './git.ts'

/** Moves the user's branch and checkout on to a commit. Files with changes of the user's own are left alone, and nothing is done. */
export async function land(repository: Repository, commit: string): Promise<Result<void, string>> {
  const merged = await git(repository, ['merge', '--ff-only', '--quiet', commit])
  return merged.ok ? ok(undefined) : fail(merged.error.message)
}

/**
 * Mends a landing that was cut off (kill -9 of git as well): where each file is as it was before or as it was to become, they
 * are set back to before, so that it can be done again. A file that is neither was changed by someone: then nothing is done.
 */
export async function mendLanding(repository: Repository, to: string): Promise<Result<void, string>> {
  const from = await mustGit(repository, ['rev-parse', 'HEAD'])
  if (from === to) return ok(undefined)
  const folder = await mustGit(repository, ['rev-parse', '--absolute-git-dir'])
  const files = pathsOf(await mustGit(repository, ['diff', '--name-only', '--no-renames', '-z', from, to]))
  const before: string[] = []
  const added: string[] = []
  for (const file of files) {
    const [old, wanted, present] = await Promise.all([
      blobAt(repository, from, file),
      blobAt(repository, to, file),
      blobOf(repository, file),
    ])
    if (present !== old && present !== wanted) return fail(`${file} was changed by hand meanwhile`)
    if (old === null) added.push(file)
    else before.push(file)
  }
  // Whoever held these locks is dead: the batch's lock is ours, and all of its processes were ended.
  await rm(join(folder, 'index.lock'), { force: true })
  await rm(join(folder, 'HEAD.lock'), { force: true })
  await mustGit(repository, ['reset', '--quiet', from, '--', ...files])
  if (before.length > 0) await mustGit(repository, ['checkout-index', '--force', '--', ...before])
  for (const file of added) await rm(join(repository.root, file), { force: true })
  return ok(undefined)
}

async function blobAt(repository: Repository, commit: string, file: string): Promise<string | null> {
  const blob = await git(repository, ['rev-parse', '--verify', '--quiet', `${commit}:${file}`])
  return blob.ok ? blob.value : null
}

async function blobOf(repository: Repository, file: string): Promise<string | null> {
  const isThere = await readFile(join(repository.root, file)).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  const blob = await git(repository, ['hash-object', '--', file])
  return blob.ok ? blob.value : null
}
