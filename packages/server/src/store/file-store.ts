import { basename } from 'node:path'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import { MemoryStore } from './memory-store.ts'
import type { Append, AppendResult } from './revision-store.ts'
import type { DocumentRecord, NewRevision } from './revision.ts'
import { StoreError } from './store-error.ts'

interface Mirror {
  readonly path: string
  /** What the file held when it was last read or written here. */
  text: string
}

/**
 * Documents that are files: revisions live as long as the process, the last one is always what the file holds. What others
 * do to a file is found when the document is used next, and becomes a revision. It needs a snapshot with every revision.
 */
export class FileStore extends MemoryStore {
  readonly #mirrors = new Map<string, Mirror>()
  readonly #author: string
  readonly #now: () => number

  /** @param author who is said to have changed a file from outside */
  constructor(author: string, now: () => number = Date.now) {
    super()
    this.#author = author
    this.#now = now
  }

  /** Names a file by its last part, made fit for an address; the second of a name gets a number. */
  idFor(path: string): string {
    const name = basename(path)
      .replaceAll(/[^A-Za-z0-9._-]/g, '-')
      .replace(/^[^A-Za-z0-9]{1,200}/, '')
      .slice(0, 100)
    const plain = name === '' ? 'document' : name
    let id = plain
    for (let n = 2; this.#mirrors.has(id); n++) id = `${plain}-${n}`
    return id
  }

  /** Ties a document to the file that its text was read from. */
  mirror(id: string, path: string, text: string): void {
    this.#mirrors.set(id, { path, text })
  }

  override async append(id: string, parent: number, append: Append): Promise<AppendResult> {
    const mirror = this.#mirrors.get(id)
    if (mirror === undefined) return super.append(id, parent, append)
    await this.#takeIn(id, mirror)
    const head = (await super.document(id))?.head
    if (head !== parent) return 'conflict'
    const text = append.revisions.at(-1)?.snapshot
    if (typeof text === 'string' && text !== mirror.text) {
      const written = await writeTextFileAtomic(mirror.path, text)
      if (!written.ok) throw new StoreError(describeFileIssue(written.error))
      mirror.text = text
    }
    return super.append(id, parent, append)
  }

  override async document(id: string): Promise<DocumentRecord | null> {
    const mirror = this.#mirrors.get(id)
    if (mirror !== undefined) await this.#takeIn(id, mirror)
    return super.document(id)
  }

  /** Makes a revision of what somebody else wrote into the file. */
  async #takeIn(id: string, mirror: Mirror): Promise<void> {
    const record = await super.document(id)
    if (record === null) return
    const read = await readTextFile(mirror.path)
    if (!read.ok) throw new StoreError(describeFileIssue(read.error))
    if (read.value === mirror.text) return
    mirror.text = read.value
    const number = record.head + 1
    const revision: NewRevision = {
      number,
      kind: 'import',
      command: null,
      author: this.#author,
      time: this.#now(),
      change: { kind: 'text' },
      changed: [],
      state: number,
      redo: null,
      isDeleted: false,
      engine: '',
      snapshot: read.value,
    }
    await super.append(id, record.head, { revisions: [revision], answers: [] })
  }
}
