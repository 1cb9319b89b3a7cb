import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { Publisher, Task, Verdict, Work, Workspace } from '../../pure/ports/attempt.ts'
import type { Failure } from '../../pure/schedule/schedule-state.ts'
import type { WorkItem } from '../../pure/work-item/work-item.ts'
import { git } from '../git/git.ts'
import type { Repository } from '../git/git.ts'
import { commitMessage } from '../git/history.ts'
import { commitStaged } from '../git/work-copy.ts'

/** Characters of a diff that the next attempt is shown. */
const MAX_DIFF = 20_000

/** Makes the commit of an item in the repository that the workspaces are checkouts of. */
export class CommitPublisher implements Publisher {
  readonly #repository: Repository
  readonly #batchId: string

  constructor(repository: Repository, batchId: string) {
    this.#repository = repository
    this.#batchId = batchId
  }

  async publish(
    _task: Task,
    item: WorkItem,
    { path, base }: Workspace,
    { changedFiles, notes }: Verdict,
  ): Promise<Result<Work, Failure>> {
    if (changedFiles.length === 0) return ok({ commit: null, base, files: [], notes })
    const message = commitMessage(item, this.#batchId, notes)
    const made = await commitStaged(this.#repository, path, base, message)
    return made.ok
      ? ok({ commit: made.value, base, files: changedFiles, notes })
      : fail({ code: 'executor', message: `the commit could not be made: ${made.error.message}` })
  }

  async diff({ path, base }: Workspace): Promise<string> {
    await git(this.#repository, ['add', '--all'], { cwd: path })
    const shown = await git(this.#repository, ['diff', '--cached', '--no-color', '--no-ext-diff', base], {
      cwd: path,
    })
    if (!shown.ok) return ''
    return shown.value.length <= MAX_DIFF
      ? shown.value
      : `${shown.value.slice(0, MAX_DIFF)}\n... ${shown.value.length - MAX_DIFF} more characters`
  }
}
