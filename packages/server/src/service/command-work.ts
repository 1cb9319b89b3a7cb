import type { BatchOutcome, Changed, CommandOutcome } from '../format/document-format.ts'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { batchParts, changeParts, commandParts } from './answers.ts'
import type { BatchReport, ChangeReport, CommandReport, PreviewReport } from './answers.ts'
import { meets } from './expectation.ts'
import { advance } from './head.ts'
import type { Draft, Head } from './head.ts'
import type { Work } from './lane.ts'
import { isPreviewOf, previewToken } from './preview-token.ts'
import type { Problem } from './problem.ts'
import type { BatchRequest, CommandRequest } from './requests.ts'

/** What every revision says of its making. */
export type Making = Pick<Draft, 'author' | 'time' | 'engine'>

interface Context {
  readonly id: string
  readonly secret: Uint8Array
}

export function commandWork(
  { id, secret }: Context,
  head: Head,
  request: CommandRequest,
  making: Making,
): Work<CommandReport> {
  const { command, preview } = request
  const met = preview === undefined ? meets(request, head.number) : ok({})
  if (!met.ok) return { result: met }
  const changed = runOn(head, request)
  const { answer, change } = changed
  if (preview !== undefined) {
    const shown = { document: id, revision: head.number, command, change }
    if (!isPreviewOf(secret, preview, shown)) return { result: fail(notShown(head.number)) }
  }
  const parts = commandParts(answer)
  if (!parts.ok) return { result: parts }
  const draft: Draft = { ...making, kind: 'command', command, change, changed: answer.changed }
  return made(id, head, changed, draft, { ...met.value, ...parts.value })
}

/** What a command would do, with the token that does it. */
export function previewOf(
  { id, secret }: Context,
  head: Head,
  request: CommandRequest,
): Result<PreviewReport, Problem> {
  const met = request.revision === undefined ? ok({}) : meets(request, head.number)
  if (!met.ok) return met
  const { answer, change } = runOn(head, request)
  const parts = commandParts(answer)
  if (!parts.ok) return parts
  const revision = head.number
  const preview = previewToken(secret, { document: id, revision, command: request.command, change })
  const { changed } = answer
  return ok({
    document: id,
    revision,
    ...met.value,
    changed,
    ...changeParts(change),
    ...parts.value,
    preview,
  })
}

export function batchWork(id: string, head: Head, request: BatchRequest, making: Making): Work<BatchReport> {
  const met = meets(request, head.number)
  if (!met.ok) return { result: met }
  const changed = runBatchOn(head, request)
  const parts = batchParts(changed.answer)
  if (!parts.ok) return { result: parts }
  const { answer, change } = changed
  const draft: Draft = {
    ...making,
    kind: 'batch',
    command: request.commands,
    change,
    changed: answer.changed,
  }
  return made(id, head, changed, draft, { ...met.value, ...parts.value })
}

/** What a batch would do. */
export function batchPreviewOf(id: string, head: Head, request: BatchRequest): Result<BatchReport, Problem> {
  const met = request.revision === undefined ? ok({}) : meets(request, head.number)
  if (!met.ok) return met
  const { answer, change } = runBatchOn(head, request)
  const parts = batchParts(answer)
  if (!parts.ok) return parts
  const { changed } = answer
  return ok({
    document: id,
    revision: head.number,
    ...met.value,
    changed,
    ...changeParts(change),
    ...parts.value,
  })
}

function runOn(head: Head, { command, partial = false, selection }: CommandRequest): Changed<CommandOutcome> {
  return head.format.run(head.content, command, { partial, ...(selection !== undefined && { selection }) })
}

function runBatchOn(head: Head, { commands, atomic, order }: BatchRequest): Changed<BatchOutcome> {
  return head.format.batch(head.content, commands, {
    ...(atomic !== undefined && { atomic }),
    ...(order !== undefined && { order }),
  })
}

/** A command that changes nothing makes no revision. */
function made<Parts extends object>(
  id: string,
  head: Head,
  { content, change }: Changed<unknown>,
  draft: Draft,
  parts: Parts,
): Work<ChangeReport & Parts> {
  const isChange = draft.changed.length > 0 || content.value !== head.content.value
  const advanced = isChange ? advance(head, draft, content) : undefined
  const revision = advanced?.head.number ?? head.number
  const report = { document: id, revision, changed: draft.changed, ...changeParts(change), ...parts }
  return { result: ok(report), ...(advanced !== undefined && { advanced }) }
}

function notShown(head: number): Problem {
  const detail = `the preview is not of this command on revision ${head}: the document has moved on, or the command is another; preview it again`
  return { kind: 'preview-stale', detail, revision: head }
}
