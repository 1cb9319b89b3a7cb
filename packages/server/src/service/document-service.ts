import { createHash, randomUUID } from 'node:crypto'
import type { Blueprint, Engine, Match, PlanAnswer, VerifyAnswer } from 'blueprint-command-engine'
import type { Command, DocumentFormat } from '../format/document-format.ts'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { DocumentPage, RevisionStore } from '../store/revision-store.ts'
import type { DocumentRecord, Revision } from '../store/revision.ts'
import type { BatchReport, CommandReport, HistoryReport, PreviewReport } from './answers.ts'
import { batchPreviewOf, batchWork, commandWork, previewOf } from './command-work.ts'
import type { Making } from './command-work.ts'
import { deleteWork, unlessDeleted } from './delete-work.ts'
import type { DeleteReport } from './delete-work.ts'
import { DocumentFeeds } from './document-feeds.ts'
import type { Watcher } from './document-feeds.ts'
import { Heads } from './heads.ts'
import { redoWork, rollbackWork, undoWork } from './history-work.ts'
import { createDocument, importWork } from './import-work.ts'
import type { ImportReport, ImportRequest, NewDocument } from './import-work.ts'
import { Lane } from './lane.ts'
import type { Job, Outcome } from './lane.ts'
import type { Problem } from './problem.ts'
import { unknownDocument } from './problem.ts'
import type { BatchRequest, CommandRequest, Expectation, RollbackRequest, Sender } from './requests.ts'

export interface DocumentServiceOptions {
  readonly store: RevisionStore
  readonly engine: Engine
  /** Kinds of documents, those that are tried first in front. */
  readonly formats: readonly DocumentFormat[]
  /** Version of the engine; every revision tells it. */
  readonly version: string
  /** Milliseconds since 1970 UTC. Default: the system's clock. */
  readonly now?: () => number
  /** Characters of document texts to keep in memory; default 64 million. */
  readonly cacheSize?: number
  /** Revisions between two snapshots of the whole text; default 50. */
  readonly snapshotEvery?: number
}

/** A document's text at a revision. */
export interface StoredText {
  readonly record: DocumentRecord
  readonly revision: number
  readonly mediaType: string
  readonly text: string
}

const DEFAULT_CACHE_SIZE = 64_000_000
const DEFAULT_SNAPSHOT_EVERY = 50

/**
 * Documents with revisions: opened, changed by commands, undone, watched. Every change builds on the last revision, is
 * answered when the store has it, and is done once for each idempotency key. Safe with other services on the same store.
 *
 * @example
 * const service = await DocumentService.create({ store, engine, formats, version })
 * await service.run('shop', { command: 'make the header navy', rebase: true }, { author: 'me' })
 */
export class DocumentService {
  readonly #options: DocumentServiceOptions
  readonly #secret: Uint8Array
  readonly #heads: Heads
  readonly #lanes = new Map<string, Lane>()
  readonly #feeds: DocumentFeeds
  readonly #now: () => number
  readonly #listeners: ((count: number) => void)[] = []

  private constructor(options: DocumentServiceOptions, secret: Uint8Array) {
    const { store, formats, now = Date.now } = options
    const { cacheSize = DEFAULT_CACHE_SIZE, snapshotEvery = DEFAULT_SNAPSHOT_EVERY } = options
    this.#options = options
    this.#secret = secret
    this.#heads = new Heads(store, formats, { cacheSize, snapshotEvery })
    this.#feeds = new DocumentFeeds(store)
    this.#now = now
  }

  static async create(options: DocumentServiceOptions): Promise<DocumentService> {
    return new DocumentService(options, await options.store.secret())
  }

  get formats(): readonly DocumentFormat[] {
    return this.#options.formats
  }

  /** Stores a new document as it came; an id is made where none is given. */
  async create(document: NewDocument, { author }: Sender): Promise<Result<ImportReport, Problem>> {
    const { store, formats } = this.#options
    const id = document.id ?? randomUUID()
    const made = await createDocument({ store, formats }, { ...document, id }, this.#making(author))
    if (made.ok) this.#heads.forget(id)
    return made
  }

  /** Replaces the whole text of a document, as one more revision. */
  async import(id: string, request: ImportRequest, sender: Sender): Promise<Outcome<ImportReport>> {
    return this.#change(id, 'import', request, sender, {
      work: unlessDeleted(id, (head) => importWork(id, head, request, this.#making(sender.author))),
    })
  }

  /** Deletes a document, by one more revision; undo brings it back, and its older revisions stay readable. */
  async delete(id: string, expectation: Expectation, sender: Sender): Promise<Outcome<DeleteReport>> {
    return this.#change(id, 'delete', expectation, sender, {
      work: unlessDeleted(id, (head) => deleteWork(id, head, expectation, this.#making(sender.author))),
    })
  }

  /** In the order of their ids. */
  async documents(page: DocumentPage): Promise<readonly DocumentRecord[]> {
    return this.#options.store.documents(page)
  }

  /** A document's text, by default that of the last revision. */
  async open(id: string, revision?: number): Promise<Result<StoredText, Problem>> {
    const opened = await this.#heads.open(id, revision)
    if (!opened.ok) return opened
    const { record, number, format, content } = opened.value
    return ok({ record, revision: number, mediaType: format.mediaTypes[0], text: format.write(content) })
  }

  /** A document as the engine sees it, whatever its format. */
  async blueprint(
    id: string,
    revision?: number,
  ): Promise<Result<{ readonly revision: number; readonly blueprint: Blueprint }, Problem>> {
    const opened = await this.#heads.open(id, revision)
    if (!opened.ok) return opened
    const { number, format, content } = opened.value
    return ok({ revision: number, blueprint: format.blueprint(content) })
  }

  async run(id: string, request: CommandRequest, sender: Sender): Promise<Outcome<CommandReport>> {
    const context = { id, secret: this.#secret }
    return this.#change(id, 'run', request, sender, {
      work: unlessDeleted(id, (head) => commandWork(context, head, request, this.#making(sender.author))),
    })
  }

  /** What a command would do; nothing is changed. The token in the answer does exactly that, sent back with the command. */
  async preview(id: string, request: CommandRequest): Promise<Result<PreviewReport, Problem>> {
    const head = await this.#heads.standing(id)
    return head.ok ? previewOf({ id, secret: this.#secret }, head.value, request) : head
  }

  async batch(id: string, request: BatchRequest, sender: Sender): Promise<Outcome<BatchReport>> {
    return this.#change(id, 'batch', request, sender, {
      work: unlessDeleted(id, (head) => batchWork(id, head, request, this.#making(sender.author))),
    })
  }

  /** What a batch would do; nothing is changed. */
  async previewBatch(id: string, request: BatchRequest): Promise<Result<BatchReport, Problem>> {
    const head = await this.#heads.standing(id)
    return head.ok ? batchPreviewOf(id, head.value, request) : head
  }

  async undo(id: string, expectation: Expectation, sender: Sender): Promise<Outcome<HistoryReport>> {
    const history = { id, store: this.#options.store, heads: this.#heads }
    return this.#change(id, 'undo', expectation, sender, {
      readsHistory: true,
      work: async (head) => undoWork(history, head, expectation, this.#making(sender.author)),
    })
  }

  async redo(id: string, expectation: Expectation, sender: Sender): Promise<Outcome<HistoryReport>> {
    const history = { id, store: this.#options.store, heads: this.#heads }
    return this.#change(id, 'redo', expectation, sender, {
      readsHistory: true,
      work: async (head) => redoWork(history, head, expectation, this.#making(sender.author)),
    })
  }

  async rollback(id: string, request: RollbackRequest, sender: Sender): Promise<Outcome<HistoryReport>> {
    const history = { id, store: this.#options.store, heads: this.#heads }
    return this.#change(id, 'rollback', request, sender, {
      readsHistory: true,
      work: async (head) => rollbackWork(history, head, request, this.#making(sender.author)),
    })
  }

  /** Revisions in descending order, from the last or from before one. */
  async latest(
    id: string,
    { before, limit }: { readonly before?: number; readonly limit: number },
  ): Promise<Result<{ readonly record: DocumentRecord; readonly revisions: readonly Revision[] }, Problem>> {
    const record = await this.#options.store.document(id)
    if (record === null) return fail(unknownDocument(id))
    const end = Math.min(before ?? Infinity, record.head + 1)
    const after = Math.max(0, end - 1 - limit)
    const revisions = await this.#options.store.revisions(id, { after, limit: end - 1 - after })
    return ok({ record, revisions: revisions.toReversed() })
  }

  /** Components that a phrase could mean, best first. */
  async find(
    id: string,
    phrase: string,
    revision?: number,
  ): Promise<Result<{ readonly revision: number; readonly found: readonly Match[] }, Problem>> {
    const opened = await this.#heads.open(id, revision)
    if (!opened.ok) return opened
    const { content, number } = opened.value
    return ok({ revision: number, found: this.#options.engine.find(content.value, phrase) })
  }

  /** Everything that is wrong with a document, under every rule. */
  async verify(
    id: string,
    revision?: number,
  ): Promise<Result<VerifyAnswer & { readonly revision: number }, Problem>> {
    const opened = await this.#heads.open(id, revision)
    if (!opened.ok) return opened
    const { content, number } = opened.value
    return ok({ revision: number, ...this.#options.engine.verify(content.value) })
  }

  /** How a command is read on the last revision, and what would stand in its way. */
  async explain(
    id: string,
    command: Command,
  ): Promise<Result<PlanAnswer & { readonly revision: number }, Problem>> {
    const opened = await this.#heads.open(id)
    if (!opened.ok) return opened
    const { content, number } = opened.value
    return ok({ revision: number, ...this.#options.engine.plan(content.value, command) })
  }

  /**
   * Tells a watcher of every revision after one, in order and without gaps, as long as it wants them, whichever server made
   * them. The value ends it.
   */
  async watch(id: string, after: number, watcher: Watcher): Promise<Result<() => void, Problem>> {
    const record = await this.#options.store.document(id)
    return record === null ? fail(unknownDocument(id)) : ok(this.#feeds.watch(id, after, watcher))
  }

  /** Watchers of all documents. */
  get watchers(): number {
    return this.#feeds.size
  }

  /** Calls back with the number of revisions that this service has added, each time it has. */
  onRevisions(listener: (count: number) => void): void {
    this.#listeners.push(listener)
  }

  /** Ends what watches. What is being worked on is finished by whoever waits for it. */
  close(): void {
    this.#feeds.close()
  }

  async #change<T>(
    id: string,
    operation: string,
    request: object,
    { author, key }: Sender,
    job: Job<T>,
  ): Promise<Outcome<T>> {
    if (key === undefined) return this.#lane(id).submit(job)
    const text = JSON.stringify([operation, author, request])
    const hash = createHash('sha256').update(text).digest('base64url')
    return this.#lane(id).submit({ ...job, key: { key, request: hash } })
  }

  #lane(id: string): Lane {
    const lane =
      this.#lanes.get(id) ??
      new Lane(id, {
        store: this.#options.store,
        heads: this.#heads,
        now: this.#now,
        onAppended: (count) => {
          for (const listener of this.#listeners) listener(count)
        },
        onIdle: () => this.#lanes.delete(id),
      })
    this.#lanes.set(id, lane)
    return lane
  }

  #making(author: string): Making {
    return { author, time: this.#now(), engine: this.#options.version }
  }
}
