import { access, cp, lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Workspace, Workspaces } from '../../pure/ports/attempt.ts'
import type { Failure } from '../../pure/schedule/schedule-state.ts'
import { git, pathsOf } from '../git/git.ts'
import type { Repository } from '../git/git.ts'
import { addWorkCopy, linkOf, moveWorkCopy, removeWorkCopy } from '../git/work-copy.ts'

export interface WorkspaceOptions {
  readonly repository: Repository
  /** Holds the checkouts. */
  readonly folder: string
  /** Run in a checkout before work begins there: installs what the work needs. The error tells why it failed. */
  readonly setup: ((path: string) => Promise<string | null>) | null
  /**
   * Begins the names of all that are made here. Each session has its own: what a git of a session that died still does, it does
   * to a folder that nobody uses any more.
   */
  readonly prefix?: string
  /** Names that are kept for `reopen`: what a session before was at. */
  readonly reserved?: ReadonlySet<string>
}

/** Says which files that git does not have a checkout needs all the same, in the form of `.gitignore`. */
const INCLUDE = '.worktreeinclude'
/** When one of these is another, what was installed may not fit any more. */
const LOCK_FILES =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|Cargo\.lock|go\.sum|poetry\.lock|uv\.lock|Pipfile\.lock|requirements[^/]{0,60}\.txt|Gemfile\.lock|composer\.lock)$/

interface Slot {
  readonly name: string
  readonly path: string
  /** What its `.git` says: a checkout that somebody has meddled with is not used again. */
  readonly link: string
  base: string
  /** Nothing is to be cleaned away. */
  isTidy: boolean
}

/**
 * Git worktrees that are used again: bringing one from commit to commit costs what differs, making one costs the whole tree.
 * What an item leaves that is not in git is removed before the next one; what is ignored too, unless a setup has put it there.
 */
export class GitWorkspaces implements Workspaces {
  readonly #options: WorkspaceOptions
  readonly #free: Slot[] = []
  readonly #used = new Map<string, Slot>()
  readonly #reserved: Set<string>
  #made = 0
  #included: readonly string[] | null = null

  constructor(options: WorkspaceOptions) {
    this.#options = options
    this.#reserved = new Set(options.reserved)
  }

  async open(base: string): Promise<Result<Workspace, Failure>> {
    const slot = await this.#slotAt(base)
    if (!slot.ok) return slot
    const { name, path } = slot.value
    return ok({ name, path, base })
  }

  async reopen(name: string, base: string): Promise<Workspace | null> {
    this.#reserved.delete(name)
    const path = join(this.#options.folder, name)
    const link = await linkOf(path)
    if (!/^[\w-]{1,40}$/.test(name) || link === null || !(await isThere(link))) return null
    this.#used.set(name, { name, path, link, base, isTidy: false })
    return { name, path, base }
  }

  async close({ name }: Workspace, isTidy = false): Promise<void> {
    const slot = this.#used.get(name)
    this.#used.delete(name)
    if (slot === undefined) return
    slot.isTidy = isTidy
    if ((await linkOf(slot.path)) === slot.link && (await isThere(slot.link))) this.#free.push(slot)
    else await removeWorkCopy(this.#options.repository, slot.path)
  }

  async closeAll(): Promise<void> {
    const { repository, folder } = this.#options
    for (const { path } of [...this.#free, ...this.#used.values()]) await removeWorkCopy(repository, path)
    for (const name of this.#reserved) await removeWorkCopy(repository, join(folder, name))
    this.#free.length = 0
    this.#used.clear()
  }

  async #slotAt(base: string): Promise<Result<Slot, Failure>> {
    for (let slot = this.#free.pop(); slot !== undefined; slot = this.#free.pop()) {
      const from = slot.base
      if (await this.#move(slot, base)) {
        this.#used.set(slot.name, slot)
        const problem = (await this.#needsSetup(from, base))
          ? await this.#setUp(slot.path)
          : await this.#include(slot.path)
        return problem === null ? ok(slot) : this.#unusable(slot, problem)
      }
      await removeWorkCopy(this.#options.repository, slot.path)
    }
    return this.#make(base)
  }

  async #make(base: string): Promise<Result<Slot, Failure>> {
    const { repository, folder } = this.#options
    const { prefix = 'w' } = this.#options
    let name = `${prefix}${++this.#made}`
    while (this.#reserved.has(name) || this.#used.has(name)) name = `${prefix}${++this.#made}`
    const path = join(folder, name)
    await mkdir(folder, { recursive: true })
    const added = await addWorkCopy(repository, path, base)
    if (!added.ok)
      return fail({ code: 'executor', message: `no checkout could be made: ${added.error.message}` })
    const link = await linkOf(path)
    if (link === null) return fail({ code: 'executor', message: 'the checkout that was made has no .git' })
    const slot = { name, path, link, base, isTidy: true }
    this.#used.set(name, slot)
    const problem = await this.#setUp(path)
    return problem === null ? ok(slot) : this.#unusable(slot, problem)
  }

  async #unusable(slot: Slot, problem: string): Promise<Result<never, Failure>> {
    this.#used.delete(slot.name)
    await removeWorkCopy(this.#options.repository, slot.path)
    return fail({ code: 'executor', message: `the checkout could not be set up: ${problem}` })
  }

  async #move(slot: Slot, base: string): Promise<boolean> {
    const keepsIgnored = this.#options.setup !== null || (await this.#includedFiles()).length > 0
    const tidy = slot.isTidy ? 'nothing' : keepsIgnored ? 'untracked' : 'ignored too'
    const moved = await moveWorkCopy(this.#options.repository, slot.path, base, tidy)
    slot.base = base
    return moved.ok
  }

  async #needsSetup(from: string, to: string): Promise<boolean> {
    if (this.#options.setup === null || from === to) return false
    const changed = await git(this.#options.repository, [
      'diff',
      '--name-only',
      '--no-renames',
      '-z',
      from,
      to,
    ])
    return !changed.ok || pathsOf(changed.value).some((path) => LOCK_FILES.test(path))
  }

  async #setUp(path: string): Promise<string | null> {
    const problem = await this.#include(path)
    return problem ?? (await this.#options.setup?.(path)) ?? null
  }

  async #include(path: string): Promise<string | null> {
    try {
      for (const file of await this.#includedFiles()) {
        const source = join(this.#options.repository.root, file)
        // A link could lead anywhere: what is copied are files.
        if (!(await lstat(source)).isFile()) continue
        await mkdir(dirname(join(path, file)), { recursive: true })
        await cp(source, join(path, file), { force: true })
      }
      return null
    } catch (error) {
      return `a file of ${INCLUDE} could not be copied: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  async #includedFiles(): Promise<readonly string[]> {
    if (this.#included !== null) return this.#included
    const { repository } = this.#options
    if (!(await isThere(join(repository.root, INCLUDE)))) return (this.#included = [])
    const listed = await git(repository, [
      'ls-files',
      '--others',
      '--ignored',
      '-z',
      `--exclude-from=${INCLUDE}`,
    ])
    this.#included = listed.ok ? pathsOf(listed.value).filter((file) => !file.startsWith('.blueprint/')) : []
    return this.#included
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
