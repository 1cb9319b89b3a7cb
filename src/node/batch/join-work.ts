import type { Failure } from '../../orchestrator/schedule/schedule-state.ts'
import { git, mustGit } from '../git/git.ts'
import type { Repository } from '../git/git.ts'
import { changedFilesOf, itemCommits } from '../git/history.ts'
import { joinCommit } from '../git/work-copy.ts'
import type { Work } from './execute-item.ts'

/**
 * The line of commits that the work of a batch is joined into: a reference of its own, which no checkout follows. Moving the
 * reference is what makes an item done, at once or not at all.
 */
export class Joiner {
  readonly #repository: Repository
  readonly #ref: string
  /** Items that are in the line. */
  readonly items: ReadonlySet<string>
  head: string

  private constructor(repository: Repository, ref: string, head: string, items: ReadonlySet<string>) {
    this.#repository = repository
    this.#ref = ref
    this.head = head
    this.items = items
  }

  /**
   * @param base the commit from which the batch began
   * @param branch the commit to go on from where there is no line yet
   */
  static async open(repository: Repository, ref: string, base: string, branch: string): Promise<Joiner> {
    const found = await git(repository, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    const isInBranch =
      found.ok && (await git(repository, ['merge-base', '--is-ancestor', found.value, branch])).ok
    const head = found.ok && !isInBranch ? found.value : branch
    const commits = await itemCommits(repository, `${base}..${head}`)
    return new Joiner(repository, ref, head, new Set(commits.map(({ item }) => item)))
  }

  /** Joins work in the order given. What cannot be joined is left out, with the reason. */
  async join(
    ids: readonly string[],
    workOf: (id: string) => Work,
    note: (id: string) => Promise<void>,
  ): Promise<ReadonlyMap<string, Failure>> {
    const failures = new Map<string, Failure>()
    const before = new Map<string, string>()
    for (const id of ids) {
      const { commit } = workOf(id)
      if (commit !== null) {
        const joined = await joinCommit(this.#repository, this.head, commit)
        if (!joined.ok) {
          failures.set(id, conflictOf(joined.error.files, before))
          continue
        }
        await mustGit(this.#repository, ['update-ref', this.#ref, joined.value])
        this.head = joined.value
        for (const file of await changedFilesOf(this.#repository, commit)) before.set(file, id)
      }
      await note(id)
    }
    return failures
  }

  /** The line is part of the branch: it needs no name of its own. */
  async close(): Promise<void> {
    await git(this.#repository, ['update-ref', '-d', this.#ref])
  }
}

function conflictOf(files: readonly string[], before: ReadonlyMap<string, string>): Failure {
  const others = [...new Set(files.map((file) => before.get(file)).filter((id) => id !== undefined))]
  const whose = others.length === 0 ? 'other work' : others.join(', ')
  return {
    code: 'conflict',
    conflict: { files, others },
    message:
      `its change to ${files.join(', ')} and that of ${whose} cannot be merged; ` +
      'declare the files in both items so that they run one after the other, and use --resume: it then begins from the joined work',
  }
}
