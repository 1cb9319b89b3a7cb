import { git, pathsOf } from './git/git.ts'
import type { Repository } from './git/git.ts'

/** What of the user's own could be changed by an agent that leaves its checkout. */
export interface Looks {
  readonly branches: ReadonlySet<string>
  /** Files of the user's checkout that differ from its commit, with how. */
  readonly files: ReadonlySet<string>
}

export async function looksOf(repository: Repository): Promise<Looks> {
  const [branches, status] = await Promise.all([
    git(repository, ['for-each-ref', '--format=%(refname:short)', 'refs/heads/']),
    git(repository, ['status', '--porcelain', '--no-renames', '-z']),
  ])
  return {
    branches: new Set(branches.ok ? branches.value.split('\n').filter((name) => name !== '') : []),
    files: new Set(status.ok ? pathsOf(status.value) : []),
  }
}

const TOLD = 5

/** What came up beside the work. Whose doing it was nobody can tell: the user may have been at work as well. */
export function changesOutside(before: Looks, after: Looks): string[] {
  const branches = [...after.branches].filter((name) => !before.branches.has(name))
  const files = [...after.files].filter((file) => !before.files.has(file)).map((file) => file.slice(3))
  return [
    ...(branches.length === 0
      ? []
      : [`While it ran the branches ${listOf(branches)} came up; they are left as they are.`]),
    ...(files.length === 0
      ? []
      : [
          `While it ran these changed in your checkout, outside of the work: ${listOf(files)}; they are left as they are.`,
        ]),
  ]
}

function listOf(names: readonly string[]): string {
  return `${names.slice(0, TOLD).join(', ')}${names.length > TOLD ? ` and ${names.length - TOLD} more` : ''}`
}
