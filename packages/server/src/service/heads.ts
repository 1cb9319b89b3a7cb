import { LRUCache } from 'lru-cache'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { Content, DocumentFormat } from '../format/document-format.ts'
import type { RevisionStore } from '../store/revision-store.ts'
import type { DocumentRecord } from '../store/revision.ts'
import type { Head } from './head.ts'
import { deletedDocument, unknownDocument, unknownRevision } from './problem.ts'
import type { Problem } from './problem.ts'

/** A document at some revision. */
export interface Opened {
  readonly record: DocumentRecord
  readonly number: number
  readonly format: DocumentFormat
  readonly content: Content
}

interface HeadsOptions {
  /** Characters of document texts to keep. */
  readonly cacheSize: number
  readonly snapshotEvery: number
}

/** Last revisions of documents: kept in memory while they are used, built from snapshot and changes otherwise. */
export class Heads {
  readonly #store: RevisionStore
  readonly #formats: ReadonlyMap<string, DocumentFormat>
  readonly #snapshotEvery: number
  readonly #heads: LRUCache<string, Head>

  constructor(
    store: RevisionStore,
    formats: readonly DocumentFormat[],
    { cacheSize, snapshotEvery }: HeadsOptions,
  ) {
    this.#store = store
    this.#snapshotEvery = snapshotEvery
    this.#formats = new Map(formats.map((format) => [format.name, format]))
    this.#heads = new LRUCache({ maxSize: cacheSize, sizeCalculation: ({ size }) => Math.max(1, size) })
  }

  /** The head as far as this process knows, which is cheap; others may have moved on. */
  async known(id: string): Promise<Result<Head, Problem>> {
    const head = this.#heads.get(id)
    return head === undefined ? this.current(id) : ok(head)
  }

  /** The head as the store has it now. */
  async current(id: string): Promise<Result<Head, Problem>> {
    const record = await this.#store.document(id)
    if (record === null) return fail(unknownDocument(id))
    const known = this.#heads.get(id)
    if (known?.number === record.head) return ok(known)
    const head = await this.#load(record)
    this.#heads.set(id, head)
    return ok(head)
  }

  /** The head as the store has it now, of a document that has not been deleted. */
  async standing(id: string): Promise<Result<Head, Problem>> {
    const head = await this.current(id)
    return head.ok && head.value.isDeleted ? fail(deletedDocument(id, head.value.number)) : head
  }

  async isCurrent(id: string, head: Head): Promise<boolean> {
    return (await this.#store.document(id))?.head === head.number
  }

  put(id: string, head: Head): void {
    this.#heads.set(id, head)
  }

  forget(id: string): void {
    this.#heads.delete(id)
  }

  /** A document at a revision, by default the last. Of one that has been deleted only what was before can be opened. */
  async open(id: string, number?: number): Promise<Result<Opened, Problem>> {
    const record = await this.#store.document(id)
    if (record === null) return fail(unknownDocument(id))
    if (number !== undefined && (number < 1 || number > record.head))
      return fail(unknownRevision(number, record.head))
    if (number !== undefined && number !== record.head) {
      const { format, content } = await this.#restore(record, number)
      return ok({ record, number, format, content })
    }
    const head = await this.standing(id)
    if (!head.ok) return head
    const { format, content } = head.value
    return ok({ record: { ...record, head: head.value.number }, number: head.value.number, format, content })
  }

  async #load(record: DocumentRecord): Promise<Head> {
    const { format, content, snapshot, size } = await this.#restore(record, record.head)
    const [last] = await this.#store.revisions(record.id, { after: record.head - 1, limit: 1 })
    if (last === undefined) throw new Error(`document ${record.id} has lost revision ${record.head}`)
    const { number, state, redo, isDeleted } = last
    const snapshotEvery = this.#snapshotEvery
    return { number, state, redo, isDeleted, snapshot, snapshotEvery, format, content, size }
  }

  /** The last snapshot before a revision with the changes since: the stored text, to the byte. */
  async #restore(
    record: DocumentRecord,
    number: number,
  ): Promise<Pick<Head, 'format' | 'content' | 'snapshot' | 'size'>> {
    const { id, dialect } = record
    const format = this.#formats.get(dialect)
    if (format === undefined) throw new Error(`document ${id} is in the unknown format ${dialect}`)
    const snapshot = await this.#store.snapshot(id, number)
    if (snapshot === null) throw new Error(`document ${id} has no snapshot up to revision ${number}`)
    const read = format.read(snapshot.text)
    if (!read.ok)
      throw new Error(
        `revision ${snapshot.number} of document ${id} is not valid: ${read.error[0]?.message ?? dialect}`,
      )
    const revisions = await this.#store.revisions(id, {
      after: snapshot.number,
      limit: number - snapshot.number,
    })
    let content = read.value
    for (const { change } of revisions) content = format.apply(content, change, 'forward')
    return { format, content, snapshot: snapshot.number, size: snapshot.text.length }
  }
}
