import { setTimeout as delay } from 'node:timers/promises'
import type { Work } from '../pure/ports/attempt.ts'
import type { Failure, Schedule } from '../pure/schedule/schedule-state.ts'
import { git, mustGit } from './git/git.ts'
import type { Repository } from './git/git.ts'
import { changedFilesOf, itemCommits } from './git/history.ts'
import { isAncestor } from './git/land.ts'
import { joinCommit } from './git/work-copy.ts'

/** Work that could not be joined, kept under a name of its own. */
export interface Loser {
  readonly failure: Failure
  /** Null if there is no commit. */
  readonly ref: string | null
}

/**
 * The line of commits that the work of a batch is joined into: a reference of its own, which no checkout follows. Moving the
 * reference is what makes items done, at once or not at all.
 */
export class Joiner {
  readonly #repository: Repository
  readonly #ref: string
  /** Which item changed a file last, of those joined here. */
  readonly #before = new Map<string, string>()
  /** What the reference says, as this joiner knows; null while there is none. */
  #tip: string | null
  /** Items that are in the line. */
  readonly items: ReadonlySet<string>
  head: string

  private constructor(
    repository: Repository,
    ref: string,
    head: string,
    tip: string | null,
    items: ReadonlySet<string>,
  ) {
    this.#repository = repository
    this.#ref = ref
    this.#tip = tip
    this.head = head
    this.items = items
  }

  /**
   * @param base the commit from which the batch began
   * @param branch the commit to go on from where there is no line yet
   */
  static async open(repository: Repository, ref: string, base: string, branch: string): Promise<Joiner> {
    const found = await git(repository, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    const isInBranch = found.ok && (await isAncestor(repository, found.value, branch))
    const head = found.ok && !isInBranch ? found.value : branch
    const commits = await itemCommits(repository, `${base}..${head}`)
    return new Joiner(
      repository,
      ref,
      head,
      found.ok ? found.value : null,
      new Set(commits.map(({ item }) => item)),
    )
  }

  /**
   * Joins work in the order given. What cannot be joined is left out, with the reason, and kept.
   *
   * @param workOf its message is null for work of an earlier run, whose commit may be in the line already
   */
  async join(
    ids: readonly string[],
    workOf: (id: string) => Work & { readonly message: string | null },
    note: (id: string) => Promise<void>,
  ): Promise<ReadonlyMap<string, Loser>> {
    const losers = new Map<string, Loser>()
    const joined: string[] = []
    let head = this.head
    for (const id of ids) {
      const { commit, base, files, message } = workOf(id)
      if (commit !== null) {
        const put = await joinCommit(this.#repository, head, {
          commit,
          base,
          message: message ?? (await mustGit(this.#repository, ['log', '-1', '--format=%B', commit])),
          isOld: message === null,
        })
        if (!put.ok) {
          losers.set(id, await this.#loser(id, commit, put.error.files))
          continue
        }
        head = put.value
        const changed = files.length > 0 ? files : await changedFilesOf(this.#repository, commit)
        for (const file of changed) this.#before.set(file, id)
      }
      joined.push(id)
    }
    if (head !== this.head) await this.#move(head)
    for (const id of joined) await note(id)
    return losers
  }

  /** The line is part of the branch: it needs no name of its own. */
  async close(): Promise<void> {
    await git(this.#repository, ['update-ref', '-d', this.#ref])
  }

  /** From what this joiner knows: whoever took the batch over meanwhile is not overrun. */
  async #move(head: string): Promise<void> {
    const before = this.#tip ?? ''
    const args = ['update-ref', this.#ref, head, before === '' ? '0'.repeat(head.length) : before]
    let moved = await git(this.#repository, args)
    for (let tries = 0; tries < 5 && !moved.ok && /lock/i.test(moved.error.message); tries++) {
      await delay(50 * 2 ** tries)
      moved = await git(this.#repository, args)
    }
    if (!moved.ok)
      throw new Error(
        `${this.#ref} could not be moved, perhaps somebody else works on the batch: ${moved.error.message}`,
      )
    this.#tip = head
    this.head = head
  }

  async #loser(id: string, commit: string, files: readonly string[]): Promise<Loser> {
    const ref = `${this.#ref.replace(/^refs\/batches\//, 'refs/batches-kept/')}/${id}`
    const kept = await git(this.#repository, ['update-ref', ref, commit])
    const others = [
      ...new Set(files.map((file) => this.#before.get(file)).filter((other) => other !== undefined)),
    ]
    const whose = others.length === 0 ? 'other work' : others.join(', ')
    const failure: Failure = {
      code: 'conflict',
      conflict: { files, others },
      message:
        `its change to ${files.join(', ')} and that of ${whose} cannot be merged` +
        `${kept.ok ? `; it is kept in ${ref}` : ''}; it is done again from the joined work, and needs not be where both items declare the files`,
    }
    return { failure, ref: kept.ok ? ref : null }
  }
}

/** Removes what was kept of an item that is done after all. */
export async function forgetKept(
  repository: Repository,
  batchId: string,
  { items }: Pick<Schedule, 'items'>,
): Promise<void> {
  const listed = await mustGit(repository, [
    'for-each-ref',
    '--format=%(refname)',
    `refs/batches-kept/${batchId}/`,
  ])
  for (const ref of listed.split('\n').filter((line) => line !== ''))
    if (items.get(ref.slice(ref.lastIndexOf('/') + 1))?.status === 'done')
      await git(repository, ['update-ref', '-d', ref])
}
