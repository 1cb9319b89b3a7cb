import { oneLine } from '../../pure/report.ts'
import { itemIdsIn } from '../../pure/work-item/item-id.ts'
import { git, mustGit, pathsOf } from './git.ts'
import type { Repository } from './git.ts'

/** The line by which a commit says which work item it is of. */
const TRAILER = 'Work-Item'

export interface ItemCommit {
  readonly commit: string
  readonly item: string
  /** ISO 8601. */
  readonly date: string
}

export function commitMessage(
  item: { readonly id: string; readonly title: string },
  batchId: string,
  notes: readonly string[],
): string {
  // What an agent says stays on its line: it could look like a trailer else.
  const body = notes.length === 0 ? '' : `${notes.map((note) => `- ${oneLine(note)}`).join('\n')}\n\n`
  return `${item.id}: ${oneLine(item.title).slice(0, 200)}\n\n${body}Batch: ${batchId}\n${TRAILER}: ${item.id}\n`
}

/**
 * Commits of work items, newest first: those with the trailer, exactly.
 *
 * @param range like `base..head`, or a commit with all before it
 */
export async function itemCommits(repository: Repository, range: string): Promise<ItemCommit[]> {
  const format = `%H%x1f%cI%x1f%(trailers:key=${TRAILER},valueonly,separator=%x1e)`
  const log = await git(repository, ['log', `--format=${format}%x00`, '--grep', `^${TRAILER}: `, range])
  if (!log.ok) return []
  return log.value.split('\0').flatMap((entry) => {
    const [commit = '', date = '', items = ''] = entry.trim().split('\u001f')
    return items
      .split('\u001e')
      .filter((item) => item !== '')
      .map((item) => ({ commit, item, date }))
  })
}

/** A commit of a line of work, with all that is needed to put it elsewhere. */
export interface LineCommit {
  readonly commit: string
  readonly parent: string
  readonly item: string
  readonly message: string
}

/** The commits from a line's beginning to its end, oldest first. */
export async function itemLine(repository: Repository, from: string, head: string): Promise<LineCommit[]> {
  const format = `%H%x1f%P%x1f%(trailers:key=${TRAILER},valueonly,separator=%x2c)%x1f%B`
  const log = await mustGit(repository, [
    'log',
    '--reverse',
    '--topo-order',
    `--format=${format}%x00`,
    `${from}..${head}`,
  ])
  return log
    .split('\0')
    .map((entry) => entry.replace(/^\n/, ''))
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [commit = '', parents = '', item = '', message = ''] = entry.split('\u001f')
      return { commit, parent: parents.split(' ')[0] ?? '', item: item.trim(), message }
    })
}

export async function changedFilesOf(repository: Repository, commit: string): Promise<string[]> {
  return pathsOf(
    await mustGit(repository, [
      'diff-tree',
      '-r',
      '--root',
      '--no-commit-id',
      '--name-only',
      '--no-renames',
      '-z',
      commit,
    ]),
  )
}

/** The text of a file in a commit; null if it has none. */
export async function fileAt(repository: Repository, commit: string, path: string): Promise<string | null> {
  const shown = await git(repository, ['show', `${commit}:${path}`])
  return shown.ok ? shown.value : null
}

/** Newest commits that are looked through for work items. */
const MAX_COMMITS = 50_000

/** Commits of work items in the history of the branch, newest first, by item: those that name it in a trailer or their subject. */
export async function commitsByItem(
  repository: Repository,
): Promise<ReadonlyMap<string, readonly ItemCommit[]>> {
  const format = `%H%x1f%cI%x1f%s%x1f%(trailers:key=${TRAILER},valueonly,separator=%x2c)`
  const log = await mustGit(repository, [
    'log',
    `--format=${format}%x00`,
    `--max-count=${MAX_COMMITS}`,
    'HEAD',
  ])
  const found = new Map<string, ItemCommit[]>()
  for (const entry of log.split('\0')) {
    const [commit = '', date = '', subject = '', trailers = ''] = entry.trim().split('\u001f')
    const named = itemIdsIn(trailers === '' ? subject : trailers).ids
    for (const item of named) found.set(item, [...(found.get(item) ?? []), { commit, item, date }])
  }
  return found
}
