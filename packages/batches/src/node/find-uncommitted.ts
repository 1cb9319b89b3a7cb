import { mustGit, pathsOf } from './git/git.ts'
import type { Repository } from './git/git.ts'
import type { Selection } from './select-items.ts'

/** Work begins from commits: what is not committed would not be seen, and stand in the way at the end. Null if all is. */
export async function findUncommitted(
  repository: Repository,
  { items, selected }: Selection,
): Promise<string | null> {
  const own = new Set(selected)
  const files = items
    .filter(({ id }) => own.has(id))
    .flatMap((item) => item.files.filter(({ isGlob }) => !isGlob).map(({ text }) => text))
  if (files.length === 0) return null
  const status = await mustGit(repository, [
    '--literal-pathspecs',
    'status',
    '--porcelain',
    '--no-renames',
    '--untracked-files=all',
    '-z',
    '--',
    ...new Set(files),
  ])
  const dirty = pathsOf(status).map((line) => line.slice(3))
  return dirty.length === 0
    ? null
    : `not committed: ${dirty.slice(0, 5).join(', ')}${dirty.length > 5 ? ` and ${dirty.length - 5} more` : ''}; items of the batch would not see it. Commit or stash it first`
}
