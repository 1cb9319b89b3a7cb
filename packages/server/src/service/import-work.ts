import type { Issue } from 'blueprint-command-engine'
import type { Content, DocumentFormat } from '../format/document-format.ts'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { RevisionStore } from '../store/revision-store.ts'
import type { Making } from './command-work.ts'
import { meets } from './expectation.ts'
import { advance } from './head.ts'
import type { Head } from './head.ts'
import type { Work } from './lane.ts'
import type { Problem } from './problem.ts'
import type { Expectation } from './requests.ts'

export interface NewDocument {
  readonly id?: string
  readonly text: string
  /** Name of its format; default: the first that means the media type and reads the text. */
  readonly dialect?: string
  readonly mediaType?: string
}

export interface ImportRequest extends Expectation {
  readonly text: string
}

export interface ImportReport {
  readonly document: string
  readonly revision: number
  readonly dialect: string
  readonly rebasedFrom?: number
}

interface Shelf {
  readonly store: RevisionStore
  readonly formats: readonly DocumentFormat[]
}

export async function createDocument(
  { store, formats }: Shelf,
  document: NewDocument & { readonly id: string },
  making: Making,
): Promise<Result<ImportReport, Problem>> {
  const { id, text } = document
  const read = readAs(candidates(formats, document), text)
  if (!read.ok) return read
  const dialect = read.value.format.name
  const first = {
    ...making,
    number: 1,
    kind: 'import',
    command: null,
    change: { kind: 'text' },
    changed: [],
    state: 1,
    redo: null,
    isDeleted: false,
    snapshot: text,
  } as const
  if (await store.create({ id, dialect }, first)) return ok({ document: id, revision: 1, dialect })
  const isDeleted = (await store.document(id))?.isDeleted === true
  const detail = isDeleted
    ? `there was a document ${JSON.stringify(id)} that was deleted; undo brings it back, or take another id`
    : `there is a document ${JSON.stringify(id)} already; import a new text into it, or take another id`
  return fail({ kind: 'document-exists', detail })
}

export function importWork(
  id: string,
  head: Head,
  request: ImportRequest,
  making: Making,
): Work<ImportReport> {
  const met = meets(request, head.number)
  if (!met.ok) return { result: met }
  const read = readAs([head.format], request.text)
  if (!read.ok) return { result: read }
  const draft = { ...making, kind: 'import', command: null, change: { kind: 'text' }, changed: [] } as const
  const advanced = advance(head, draft, read.value.content)
  const report = { document: id, revision: advanced.head.number, dialect: head.format.name, ...met.value }
  return { result: ok(report), advanced }
}

function candidates(
  formats: readonly DocumentFormat[],
  { dialect, mediaType }: Pick<NewDocument, 'dialect' | 'mediaType'>,
): readonly DocumentFormat[] {
  if (dialect !== undefined) return formats.filter(({ name }) => name === dialect)
  return mediaType === undefined
    ? formats
    : formats.filter(({ mediaTypes }) => mediaTypes.includes(mediaType))
}

/** The first format that reads the text; else what the last one, the plainest, has against it. */
function readAs(
  formats: readonly DocumentFormat[],
  text: string,
): Result<{ readonly format: DocumentFormat; readonly content: Content }, Problem> {
  let refusal: readonly Issue[] | null = null
  for (const format of formats) {
    const read = format.read(text)
    if (read.ok) return ok({ format, content: read.value })
    refusal = read.error
  }
  if (refusal === null)
    return fail({
      kind: 'dialect-unknown',
      detail: 'no format of this server fits the dialect or media type',
    })
  const detail = refusal[0]?.message ?? 'the text is no document'
  return fail({ kind: 'document-invalid', detail, issues: refusal })
}
