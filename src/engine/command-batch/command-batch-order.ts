import type { DocumentIndex } from '../../document/document-index.ts'
import { Transaction } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { deletedIds, spokenIds } from '../../execute/step-access.ts'
import type { ReadCommand } from '../command-reader.ts'
import type { Settings } from '../options.ts'
import { runPart } from '../pipeline.ts'
import { NO_CODES } from '../recovery/policies.ts'

/** Ids that a command speaks of in the document as it came, and those that it deletes there. */
interface Mentions {
  readonly spoken: ReadonlySet<string>
  readonly deleted: ReadonlySet<string>
}

/**
 * The order in which no command deletes what another one still speaks of: what deletes a component comes after all others
 * whose words mean that component, or something in it, in the document as it came. Everything else stays in its place; so
 * do commands that would have to wait for each other. O(what the commands cost + commands squared in the worst case, of
 * moving numbers about).
 *
 * @param commands as they were read; null for what cannot be
 * @returns positions of the commands
 */
export function safeOrder(
  index: DocumentIndex,
  commands: readonly (ReadCommand | null)[],
  settings: Settings,
): readonly number[] {
  const mentions = commands.map((command) => mentionsOf(command, index, settings))
  const deleters = new Map<string, number>()
  mentions.forEach(({ deleted }, position) => {
    for (const id of deleted) if (!deleters.has(id)) deleters.set(id, position)
  })
  const waiting = commands.map(() => 0)
  const followers = commands.map((): number[] => [])
  mentions.forEach(({ spoken, deleted }, position) => {
    const awaited = new Set<number>()
    for (const id of spoken) {
      if (deleted.has(id)) continue
      for (let at: TreeNode | null = index.node(id) ?? null; at !== null; at = at.parent) {
        const deleter = deleters.get(at.id)
        if (deleter !== undefined && deleter !== position) awaited.add(deleter)
      }
    }
    for (const deleter of awaited) {
      waiting[deleter]!++
      followers[position]!.push(deleter)
    }
  })
  return sorted(waiting, followers)
}

/** The first in the given order that waits for nobody; where all wait, the first. */
function sorted(waiting: number[], followers: readonly (readonly number[])[]): number[] {
  const order: number[] = []
  const ready = waiting.flatMap((count, position) => (count === 0 ? [position] : []))
  const isDone = waiting.map(() => false)
  let first = 0
  while (order.length < waiting.length) {
    while (isDone[first] === true) first++
    const position = ready.shift() ?? first
    if (isDone[position] === true) continue
    isDone[position] = true
    order.push(position)
    for (const follower of followers[position]!) {
      if (--waiting[follower]! > 0 || isDone[follower] === true) continue
      const at = ready.findIndex((other) => other > follower)
      ready.splice(at < 0 ? ready.length : at, 0, follower)
    }
  }
  return order
}

/** Runs the command on the document as it came, and takes it back. */
function mentionsOf(command: ReadCommand | null, index: DocumentIndex, settings: Settings): Mentions {
  const spoken = new Set<string>()
  const deleted = new Set<string>()
  if (command === null) return { spoken, deleted }
  const transaction = new Transaction(index)
  const input = {
    index,
    settings,
    skipped: NO_CODES,
    dryRun: false,
    clamps: false,
    lens: null,
    selection: [],
  }
  const part = runPart(command.content, input, transaction)
  transaction.rollback()
  for (const { parameters } of part.steps) {
    for (const step of parameters) {
      for (const id of spokenIds(step)) spoken.add(id)
      for (const id of deletedIds(step)) deleted.add(id)
    }
  }
  return { spoken, deleted }
}
