import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import type { ExecutionRecord } from './execution-record.ts'
import { git, mustGit } from './git/git.ts'
import type { Repository } from './git/git.ts'
import { currentBranch } from './git/land.ts'

/** Where the work of a batch begins, and where it goes. */
export interface BatchTarget {
  /** `refs/heads/main`; null if the work is to stay in its own reference. */
  readonly branch: string | null
  /** The commit that the branch is at. */
  readonly tip: string
}

/** The branch that was named, else the one that the execution began on, else the one that is checked out now. */
export async function findTarget(
  repository: Repository,
  { onto, noLand }: { readonly onto?: string; readonly noLand?: boolean },
  resumed: Pick<ExecutionRecord, 'branch'> | null,
): Promise<Result<BatchTarget, string>> {
  const named = onto === undefined ? null : `refs/heads/${onto.replace(/^refs\/heads\//, '')}`
  if (named === null && resumed !== null && resumed.branch === null)
    return ok({ branch: null, tip: await mustGit(repository, ['rev-parse', 'HEAD']) })
  const branch = named ?? resumed?.branch ?? (await currentBranch(repository))
  if (branch === null) {
    if (noLand !== true)
      return fail('no branch is checked out; name the one that gets the work with --onto, or use --no-land')
    return ok({ branch: null, tip: await mustGit(repository, ['rev-parse', 'HEAD']) })
  }
  const tip = await git(repository, ['rev-parse', '--verify', '--quiet', `${branch}^{commit}`])
  if (!tip.ok) return fail(`there is no branch ${describeBranch(branch)}`)
  return ok({ branch: noLand === true ? null : branch, tip: tip.value })
}

export function describeBranch(branch: string): string {
  return branch.replace(/^refs\/heads\//, '')
}
