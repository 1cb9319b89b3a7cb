import type { Content, DocumentFormat } from '../format/document-format.ts'
import type { NewRevision, Redo } from '../store/revision.ts'

/** The last revision of a document, in memory. */
export interface Head {
  readonly number: number
  readonly state: number
  readonly redo: Redo | null
  readonly isDeleted: boolean
  /** Number of the last snapshot. */
  readonly snapshot: number
  readonly format: DocumentFormat
  readonly content: Content
  /** Revisions between two snapshots. */
  readonly snapshotEvery: number
  /** About how much it takes, in characters of its text. */
  readonly size: number
}

/** What is new about a revision; its number and place in the chain follow from the head. */
export type Draft = Omit<NewRevision, 'number' | 'snapshot' | Settled> & Partial<Pick<NewRevision, Settled>>
type Settled = 'state' | 'redo' | 'isDeleted'

export interface Advanced {
  readonly head: Head
  readonly revision: NewRevision
}

/** The head after a revision, and the revision as it is stored: with its text where a snapshot is due. */
export function advance(head: Head, draft: Draft, content: Content): Advanced {
  const number = head.number + 1
  const isDue = draft.change.kind === 'text' || number - head.snapshot >= head.snapshotEvery
  const snapshot = isDue ? head.format.write(content) : null
  const { state = number, redo = null, isDeleted = false } = draft
  return {
    revision: { ...draft, number, snapshot, state, redo, isDeleted },
    head: {
      ...head,
      number,
      state,
      redo,
      isDeleted,
      content,
      snapshot: isDue ? number : head.snapshot,
      size: snapshot?.length ?? head.size,
    },
  }
}
