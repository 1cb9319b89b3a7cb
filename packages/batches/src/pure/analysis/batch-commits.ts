import { parseItemId } from '../work-item/item-id.ts'
import type { BatchOperation } from '@blueprint-engine/insight'

/** A commit as git logs it. */
export interface Commit {
  readonly hash: string
  /** Milliseconds since 1970 UTC at which it was written; rebasing and picking keep it. */
  readonly authoredMs: number
  readonly author: string
  /** Subject, body and trailers. */
  readonly message: string
  /** Files that it adds. */
  readonly addedFiles: readonly string[]
}

/** A commit that names a batch, and what it was for. */
export interface BatchCommit extends Commit {
  readonly items: readonly string[]
  readonly operation: BatchOperation
}

const ITEM_ID = /(?<![\w.-])PRP-(\d{1,9}\.\d{1,4}\.\d{1,4})(?!\w|\.\d)/gi
const BATCH_ID = /(?<![\w.-])(?:PRP|batch(?:[-_]?id)?)(?:-|\s?[#:]?\s?)(\d{1,9})(?!\w|\.\d|-\d)/gi
const PICKED_FROM = /\(cherry picked from commit ([0-9a-f]{7,64})\)/gi
const ITEM_FILE = /(?:^|\/)PRP-(\d{1,9})\.\d{1,4}\.\d{1,4}[^/]{0,200}\.md$/i
const MAX_MESSAGE = 100_000

/**
 * The commits that name exactly this batch or one of its items, in the order of time, each piece of work once: what was
 * picked or rebased onto other branches has the same author, time and subject, or says where it was picked from.
 * O(length of the messages).
 */
export function commitsOfBatch(commits: readonly Commit[], batch: string): readonly BatchCommit[] {
  const named = commits.flatMap((commit): BatchCommit[] => {
    const message = commit.message.slice(0, MAX_MESSAGE)
    const ids = [...message.matchAll(ITEM_ID)].map(([, numbers]) => parseItemId(numbers!)!)
    const items = [...new Set(ids.filter((id) => id.batch === batch).map(({ text }) => text))]
    const addsItems = commit.addedFiles.some((file) => ITEM_FILE.exec(file)?.[1] === batch)
    const namesBatch = [...message.matchAll(BATCH_ID)].some(([, id]) => id === batch)
    if (items.length === 0 && !addsItems && !namesBatch) return []
    return [{ ...commit, items, operation: operationOf(message, addsItems) }]
  })
  return withoutCopies(named.sort((a, b) => a.authoredMs - b.authoredMs || (a.hash < b.hash ? -1 : 1)))
}

function withoutCopies(commits: readonly BatchCommit[]): readonly BatchCommit[] {
  const known = new Set(commits.map(({ hash }) => shortHash(hash)))
  const works = new Set<string>()
  return commits.filter(({ author, authoredMs, message }) => {
    const sources = [...message.matchAll(PICKED_FROM)].map(([, hash]) => shortHash(hash!))
    if (sources.some((hash) => known.has(hash))) return false
    const work = JSON.stringify([author, authoredMs, subjectOf(message)])
    const isRepeated = works.has(work)
    works.add(work)
    return !isRepeated
  })
}

/** As git abbreviates: full and short names of one commit meet here. */
function shortHash(hash: string): string {
  return hash.slice(0, 7).toLowerCase()
}

function subjectOf(message: string): string {
  return message.trimStart().split('\n', 1)[0]!.trim()
}

/** A trailer says it; else what the commit adds and the words of its subject. */
function operationOf(message: string, addsItems: boolean): BatchOperation {
  const trailer = /^(?:batch-)?operation:\s{0,5}(generate|execute|review|update-context)\s{0,5}$/im.exec(
    message,
  )?.[1]
  // The expression lets through only these.
  if (trailer !== undefined) return trailer.toLowerCase() as BatchOperation
  const subject = subjectOf(message).toLowerCase()
  if (/update[- ]context|context[- ](?:sync|update)|\bdrift\b/.test(subject)) return 'update-context'
  if (/\b(?:peer[- ])?review(?:s|ed)?\b/.test(subject)) return 'review'
  return addsItems || /\b(?:generate[sd]?|gen-prp)\b/.test(subject) ? 'generate' : 'execute'
}
