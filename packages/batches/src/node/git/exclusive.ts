import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from 'blueprint-command-engine/base'
import { git } from './git.ts'
import type { GitIssue, Repository } from './git.ts'

/** What git says when another git is in its way. */
const RACED =
  /could not lock|cannot lock|unable to (?:create|write|lock)|file exists|\.lock|already (?:exists|locked)|failed to (?:read|lock)|gitdir file/i
/** What the next try would find again, though git names a lock. */
const FULL = /no space left|out of disk ?space|disk quota exceeded|read-only file system/i
const MAX_TRIES = 6

const queues = new Map<string, Promise<unknown>>()

/**
 * Runs git commands that change what all checkouts of a repository share one after the other, and again where a git of somebody
 * else's was in the way.
 */
export async function gitExclusive(
  repository: Repository,
  args: readonly string[],
): Promise<Result<string, GitIssue>> {
  const before = queues.get(repository.root) ?? Promise.resolve()
  const run = before.then(async () => retried(repository, args))
  queues.set(
    repository.root,
    run.catch(() => undefined),
  )
  return run
}

async function retried(repository: Repository, args: readonly string[]): Promise<Result<string, GitIssue>> {
  for (let tries = 1; ; tries++) {
    const done = await git(repository, args)
    if (done.ok || tries === MAX_TRIES) return done
    const { message } = done.error
    if (FULL.test(message) || !RACED.test(message)) return done
    await delay(25 * 2 ** tries)
  }
}
