import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { describeBranch, findTarget } from './batch-target.ts'
import { projectFolders } from './batch-folders.ts'
import { openSession } from './batch-session.ts'
import { notLandedOf } from './batch-status.ts'
import type { StatusOptions } from './batch-status.ts'
import { readExecution } from './execution-record.ts'
import { git, openRepository } from './git/git.ts'
import { landLine, mendLanding } from './git/land.ts'
import { Journal, readJournal } from './journal.ts'
import { loadItems, writeItemKeys } from './load-items.ts'
import { selectItems } from './select-items.ts'

export interface ApproveOptions extends StatusOptions {
  /** The branch that gets the work; default: the one that the batch began on. */
  readonly onto?: string
}

/** Brings work that was accepted and left in `refs/batches/ID` into its branch. The value says what was done. */
export async function approveBatch(options: ApproveOptions): Promise<Result<string, string>> {
  const { folder, batchId, itemsFolder } = options
  const found = await openRepository(folder, '')
  if (!found.ok) return found
  const repository = found.value
  const folders = await projectFolders(folder, batchId, itemsFolder)
  const opened = await openSession(folders, batchId, 'execute')
  if (!opened.ok) return opened
  try {
    const record = readExecution(await readJournal(folders.journal('execute')))
    const onBranch = record === null || record.branch === null ? null : record
    const target = await findTarget(repository, options, onBranch)
    if (!target.ok) return target
    const { branch } = target.value
    if (branch === null) return fail('no branch is checked out; name the one that gets the work with --onto')
    if (record !== null && record.landing !== null) {
      const mended = await mendLanding(repository, record.landing)
      if (!mended.ok) return fail(`the checkout cannot be mended: ${mended.error}`)
    }
    const ref = `refs/batches/${batchId}`
    const head = await git(repository, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    const items = await notLandedOf(repository, batchId, branch)
    if (!head.ok || items.length === 0)
      return ok(`batch ${batchId} has no work that is not in ${describeBranch(branch)}`)
    const loaded = await loadItems(folders.items, batchId)
    const selection = loaded.ok ? selectItems(loaded.value.items, { done: new Set() }) : null
    const journal = await Journal.open(folders.journal('execute'))
    try {
      const landed = await landLine(repository, {
        branch,
        head: head.value,
        folder: `${folders.work}/land`,
        ...(selection?.ok === true && { order: selection.value.analysis.order }),
        note: async (landing) => journal.add({ type: 'landing', ...landing }),
      })
      if (!landed.ok) return fail(`nothing was landed: ${landed.error}. The work stays in ${ref}`)
      await journal.add({ type: 'landed', to: landed.value })
      if (record?.isFinished === true) await git(repository, ['update-ref', '-d', ref])
    } finally {
      await journal.close()
    }
    const files = new Map(loaded.ok ? loaded.value.items.map(({ id, file }) => [id, file]) : [])
    for (const id of items)
      if (files.has(id)) await writeItemKeys(folders.items, files.get(id)!, { status: 'completed' })
    return ok(`the work of ${items.join(', ')} is in ${describeBranch(branch)}`)
  } finally {
    await opened.value.close()
  }
}
