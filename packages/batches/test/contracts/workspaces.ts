import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Workspace, Workspaces } from '../../src/pure/ports/attempt.ts'

export interface WorkspaceSetup {
  readonly workspaces: Workspaces
  /** Another one over the same places, as a later session would have. */
  readonly later: (reserved: readonly string[]) => Workspaces
  /** Two commits: in the first `a.txt` is `one`, in the second it is `two` and there is `b.txt`; `*.tmp` is ignored. */
  readonly commits: readonly [string, string]
  /** How many checkouts the repository knows, its own aside. */
  readonly count: () => Promise<number>
}

/** What every way of giving out workspaces promises. */
export function workspaceContract(name: string, setup: () => Promise<WorkspaceSetup>): void {
  const read = ({ path }: Workspace, file: string): string => readFileSync(join(path, file), 'utf8')
  const open = async (workspaces: Workspaces, base: string): Promise<Workspace> => {
    const opened = await workspaces.open(base)
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value
  }
  describe(`workspaces: ${name}`, () => {
    test('each is at its commit and apart from the others', async () => {
      const { workspaces, commits } = await setup()
      const [a, b] = await Promise.all(commits.map(async (commit) => open(workspaces, commit)))
      expect([read(a!, 'a.txt'), read(b!, 'a.txt')]).toEqual(['one', 'two'])
      writeFileSync(join(a!.path, 'a.txt'), 'mine')
      expect(read(b!, 'a.txt')).toBe('two')
      await workspaces.closeAll()
    })

    test('one that was used is as new: changes, new files, ignored ones and commits are gone', async () => {
      const { workspaces, commits } = await setup()
      const first = await open(workspaces, commits[1])
      writeFileSync(join(first.path, 'a.txt'), 'mine')
      writeFileSync(join(first.path, 'left.tmp'), 'ignored')
      mkdirSync(join(first.path, 'folder'))
      writeFileSync(join(first.path, 'folder/new.txt'), 'new')
      await workspaces.close(first)
      const second = await open(workspaces, commits[0])
      expect(read(second, 'a.txt')).toBe('one')
      for (const file of ['b.txt', 'left.tmp', 'folder'])
        expect(existsSync(join(second.path, file))).toBe(false)
      await workspaces.closeAll()
    })

    test('one whose link to the repository is gone is not given out again', async () => {
      const { workspaces, commits } = await setup()
      const first = await open(workspaces, commits[0])
      rmSync(join(first.path, '.git'))
      await workspaces.close(first)
      expect(read(await open(workspaces, commits[1]), 'b.txt')).toBe('b')
      await workspaces.closeAll()
    })

    test('one that a session before left is opened again as it was, once, and given to nobody else', async () => {
      const { workspaces, later, commits } = await setup()
      const left = await open(workspaces, commits[0])
      writeFileSync(join(left.path, 'a.txt'), 'half done')
      const next = later([left.name])
      const other = await open(next, commits[0])
      expect(other.name).not.toBe(left.name)
      const again = await next.reopen(left.name, commits[0])
      expect(again === null ? null : read(again, 'a.txt')).toBe('half done')
      expect(await next.reopen('never', commits[0])).toBeNull()
      expect(await next.reopen('../..', commits[0])).toBeNull()
      await next.closeAll()
    })

    test('nothing is left of all', async () => {
      const { workspaces, commits, count } = await setup()
      const [a] = await Promise.all([...commits, ...commits].map(async (commit) => open(workspaces, commit)))
      await workspaces.close(a!)
      await workspaces.closeAll()
      expect(await count()).toBe(0)
      expect(existsSync(a!.path)).toBe(false)
    })
  })
}
