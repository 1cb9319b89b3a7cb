import type { ChangedComponent } from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Content } from '../format/document-format.ts'
import type { RevisionStore } from '../store/revision-store.ts'
import type { Change, Redo, Revision } from '../store/revision.ts'
import { changeParts } from './answers.ts'
import type { HistoryReport } from './answers.ts'
import type { Making } from './command-work.ts'
import { meets } from './expectation.ts'
import { advance } from './head.ts'
import type { Draft, Head } from './head.ts'
import type { Heads } from './heads.ts'
import type { Work } from './lane.ts'
import { unknownRevision } from './problem.ts'
import type { Expectation, RollbackRequest } from './requests.ts'

interface History {
  readonly id: string
  readonly store: RevisionStore
  readonly heads: Heads
}

/** A rollback over more revisions than these is stored as the whole text. */
const MAX_COMPOSED = 100

/** Undoes the change that made the current state; what it undoes can be redone until something else is done. */
export async function undoWork(
  history: History,
  head: Head,
  expectation: Expectation,
  making: Making,
): Promise<Work<HistoryReport>> {
  const met = meets(expectation, head.number)
  if (!met.ok) return { result: met }
  const of = head.state
  const [before, undone] = of === 1 ? [] : await range(history, of - 1, of)
  if (before === undefined || undone === undefined) {
    const detail = `revision ${head.number} shows the document as it was first stored; there is nothing to undo`
    return { result: fail({ kind: 'nothing-to-undo', detail, revision: head.number }) }
  }
  const travel = await travelTo(history, head, invert(undone.change), before.number)
  const redo: Redo = { state: of, rest: head.number }
  const draft = { ...making, kind: 'undo', command: of, changed: swapped(undone.changed) } as const
  const { state, isDeleted } = before
  return arrive(history.id, head, travel, { ...draft, state, redo, isDeleted }, { of, ...met.value })
}

/** Does again what was undone last. */
export async function redoWork(
  history: History,
  head: Head,
  expectation: Expectation,
  making: Making,
): Promise<Work<HistoryReport>> {
  const met = meets(expectation, head.number)
  if (!met.ok) return { result: met }
  if (head.redo === null) {
    const detail = `nothing was undone just before revision ${head.number}; there is nothing to redo`
    return { result: fail({ kind: 'nothing-to-redo', detail, revision: head.number }) }
  }
  const { state: of, rest } = head.redo
  const again = await revisionAt(history, of)
  const { redo } = await revisionAt(history, rest)
  const travel = await travelTo(history, head, again.change, of)
  const { changed, isDeleted } = again
  const draft = { ...making, kind: 'redo', command: of, changed, isDeleted } as const
  return arrive(history.id, head, travel, { ...draft, state: of, redo }, { of, ...met.value })
}

/** Makes the text of an older revision the newest. That is a change of its own, which can be undone. */
export async function rollbackWork(
  history: History,
  head: Head,
  { to, ...expectation }: RollbackRequest,
  making: Making,
): Promise<Work<HistoryReport>> {
  const met = meets(expectation, head.number)
  if (!met.ok) return { result: met }
  if (to < 1 || to > head.number) return { result: fail(unknownRevision(to, head.number)) }
  const back = head.number - to <= MAX_COMPOSED ? await range(history, to + 1, head.number) : null
  const travel = await travelTo(history, head, back === null ? { kind: 'text' } : composeBack(back), to)
  const changed = back === null ? [] : united(back)
  return arrive(
    history.id,
    head,
    travel,
    { ...making, kind: 'rollback', command: to, changed },
    { of: to, ...met.value },
  )
}

interface Travel {
  readonly change: Change
  readonly content: Content
}

async function travelTo(
  { id, heads }: History,
  { format, content }: Head,
  change: Change,
  number: number,
): Promise<Travel> {
  if (change.kind !== 'text') return { change, content: format.apply(content, change, 'forward') }
  const opened = await heads.open(id, number)
  if (!opened.ok) throw new Error(opened.error.detail)
  return { change, content: opened.value.content }
}

function arrive(
  id: string,
  head: Head,
  { change, content }: Travel,
  draft: Omit<Draft, 'change'> & { readonly kind: HistoryReport['kind'] },
  parts: { readonly of: number; readonly rebasedFrom?: number },
): Work<HistoryReport> {
  const advanced = advance(head, { ...draft, change }, content)
  const { kind, changed } = draft
  const revision = advanced.head.number
  return { result: ok({ document: id, revision, kind, changed, ...changeParts(change), ...parts }), advanced }
}

async function range({ id, store }: History, from: number, to: number): Promise<readonly Revision[]> {
  return store.revisions(id, { after: from - 1, limit: to - from + 1 })
}

async function revisionAt(history: History, number: number): Promise<Revision> {
  const [revision] = await range(history, number, number)
  if (revision === undefined) throw new Error(`document ${history.id} has lost revision ${number}`)
  return revision
}

function invert(change: Change): Change {
  switch (change.kind) {
    case 'patches':
      return { kind: 'patches', patches: change.inverse, inverse: change.patches }
    case 'edits':
      return { kind: 'edits', edits: change.inverse, inverse: change.edits }
    case 'text':
      return change
    default:
      return change satisfies never
  }
}

/** One change for the way back over several revisions. Positions of edits hold for one text only, so those are not joined. */
function composeBack(revisions: readonly Revision[]): Change {
  const changes = revisions.map(({ change }) => change)
  const isPatched = changes.every((change) => change.kind === 'patches')
  if (!isPatched) return { kind: 'text' }
  return {
    kind: 'patches',
    patches: changes.toReversed().flatMap(({ inverse }) => inverse),
    inverse: changes.flatMap(({ patches }) => patches),
  }
}

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['created', 'removed'],
  ['removed', 'created'],
])

/** What was created is removed on the way back, and the other way round. */
function swapped(changed: readonly ChangedComponent[]): readonly ChangedComponent[] {
  return changed.map(({ id, properties }) => ({
    id,
    properties: properties.map((name) => OPPOSITES.get(name) ?? name),
  }))
}

/** Each component once, with everything that any of the revisions changed of it. */
function united(revisions: readonly Revision[]): readonly ChangedComponent[] {
  const byId = new Map<string, Set<string>>()
  for (const { id, properties } of revisions.flatMap(({ changed }) => changed)) {
    const names = byId.get(id) ?? new Set()
    for (const name of properties) names.add(name)
    byId.set(id, names)
  }
  return [...byId].map(([id, names]) => ({ id, properties: [...names] }))
}
