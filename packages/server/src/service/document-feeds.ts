import type { RevisionStore } from '../store/revision-store.ts'
import type { Revision } from '../store/revision.ts'

export interface Watcher {
  /** Returns once it is ready for the next. */
  readonly revision: (revision: Revision) => void | Promise<void>
  /** No more will come: the service ends, or the store failed. */
  readonly end: () => void
}

/** Revisions read at once. */
const PAGE = 100

/** Brings revisions to whoever watches a document. A notice of the store is a hint; what is reported is read from the chain. */
export class DocumentFeeds {
  readonly #store: RevisionStore
  readonly #feeds = new Map<string, Set<Feed>>()
  #unwatch: (() => void) | null = null

  constructor(store: RevisionStore) {
    this.#store = store
  }

  watch(id: string, after: number, watcher: Watcher): () => void {
    this.#unwatch ??= this.#store.watch((changed) => this.#pump(changed))
    const feed = new Feed(this.#store, id, after, watcher, () => this.#remove(id, feed))
    const feeds = this.#feeds.get(id) ?? new Set()
    feeds.add(feed)
    this.#feeds.set(id, feeds)
    feed.pump()
    return () => feed.stop()
  }

  get size(): number {
    let size = 0
    for (const feeds of this.#feeds.values()) size += feeds.size
    return size
  }

  close(): void {
    for (const feeds of this.#feeds.values()) for (const feed of feeds) feed.end()
  }

  #pump(id: string | null): void {
    const changed = id === null ? [...this.#feeds.values()] : [this.#feeds.get(id) ?? []]
    for (const feeds of changed) for (const feed of feeds) feed.pump()
  }

  #remove(id: string, feed: Feed): void {
    const feeds = this.#feeds.get(id)
    feeds?.delete(feed)
    if (feeds?.size === 0) this.#feeds.delete(id)
    if (this.#feeds.size > 0) return
    this.#unwatch?.()
    this.#unwatch = null
  }
}

/** One watcher and how far it has come. */
class Feed {
  readonly #store: RevisionStore
  readonly #id: string
  readonly #watcher: Watcher
  readonly #onStop: () => void
  #after: number
  #isPumping = false
  #hasMore = false
  #isStopped = false

  constructor(store: RevisionStore, id: string, after: number, watcher: Watcher, onStop: () => void) {
    this.#store = store
    this.#id = id
    this.#after = after
    this.#watcher = watcher
    this.#onStop = onStop
  }

  /** Reads on; hints that come meanwhile make it read once more. */
  pump(): void {
    this.#hasMore = true
    if (!this.#isPumping) void this.#run()
  }

  stop(): void {
    if (this.#isStopped) return
    this.#isStopped = true
    this.#onStop()
  }

  end(): void {
    if (this.#isStopped) return
    this.stop()
    this.#watcher.end()
  }

  async #run(): Promise<void> {
    this.#isPumping = true
    try {
      while (this.#hasMore && !this.#isStopped) {
        this.#hasMore = false
        await this.#readOn()
      }
    } catch {
      // The watcher comes back with the last revision that it has seen.
      this.end()
    }
    this.#isPumping = false
  }

  async #readOn(): Promise<void> {
    const revisions = await this.#store.revisions(this.#id, { after: this.#after, limit: PAGE })
    for (const revision of revisions) {
      if (this.#isStopped) return
      await this.#watcher.revision(revision)
      this.#after = revision.number
    }
    if (revisions.length === PAGE) this.#hasMore = true
  }
}
