import { randomBytes } from 'node:crypto'
import type { TokenRecord } from '../access/token.ts'
import type { DocumentRecord, KeptAnswer, NewRevision, Revision, Snapshot } from './revision.ts'
import type { Append, AppendResult, Awaitable, DocumentPage, Page, RevisionStore } from './revision-store.ts'

interface Chain {
  record: DocumentRecord
  readonly revisions: Revision[]
  readonly snapshots: Snapshot[]
  readonly answers: Map<string, KeptAnswer>
}

/** Keeps everything in the process and nothing beyond it: for tests, and for documents that live elsewhere. */
export class MemoryStore implements RevisionStore {
  readonly #chains = new Map<string, Chain>()
  readonly #tokens = new Map<string, TokenRecord>()
  readonly #listeners = new Set<(id: string | null) => void>()
  readonly #secret = randomBytes(32)

  create(document: Pick<DocumentRecord, 'id' | 'dialect'>, first: NewRevision): boolean {
    if (this.#chains.has(document.id)) return false
    const record = {
      ...document,
      head: first.number,
      createdAt: first.time,
      updatedAt: first.time,
      isDeleted: first.isDeleted,
    }
    const chain: Chain = { record, revisions: [], snapshots: [], answers: new Map() }
    add(chain, first)
    this.#chains.set(document.id, chain)
    this.#tell(document.id)
    return true
  }

  append(id: string, parent: number, { revisions, answers }: Append): Awaitable<AppendResult> {
    const chain = this.#chains.get(id)
    if (chain === undefined) return 'unknown'
    if (chain.record.head !== parent || answers.some(({ key }) => chain.answers.has(key))) return 'conflict'
    for (const answer of answers) chain.answers.set(answer.key, answer)
    for (const revision of revisions) add(chain, revision)
    if (revisions.length > 0) this.#tell(id)
    return 'appended'
  }

  document(id: string): Awaitable<DocumentRecord | null> {
    return this.#chains.get(id)?.record ?? null
  }

  documents({ after, limit, withDeleted = false }: DocumentPage): readonly DocumentRecord[] {
    return [...this.#chains.values()]
      .map(({ record }) => record)
      .filter(({ id, isDeleted }) => id > after && (withDeleted || !isDeleted))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
  }

  revisions(id: string, { after, limit }: Page<number>): readonly Revision[] {
    return this.#chains.get(id)?.revisions.slice(after, after + limit) ?? []
  }

  snapshot(id: string, atMost: number): Snapshot | null {
    return this.#chains.get(id)?.snapshots.findLast(({ number }) => number <= atMost) ?? null
  }

  answer(id: string, key: string): KeptAnswer | null {
    return this.#chains.get(id)?.answers.get(key) ?? null
  }

  forgetAnswers(before: number): number {
    let forgotten = 0
    for (const { answers } of this.#chains.values())
      for (const { key, time } of answers.values()) if (time < before && answers.delete(key)) forgotten += 1
    return forgotten
  }

  secret(): Uint8Array {
    return this.#secret
  }

  watch(listener: (id: string | null) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  addToken(token: TokenRecord): void {
    this.#tokens.set(token.id, token)
  }

  token(id: string): TokenRecord | null {
    return this.#tokens.get(id) ?? null
  }

  tokens(): readonly TokenRecord[] {
    return [...this.#tokens.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  removeToken(id: string): boolean {
    return this.#tokens.delete(id)
  }

  close(): void {
    this.#listeners.clear()
  }

  #tell(id: string): void {
    for (const listener of this.#listeners) listener(id)
  }
}

function add(chain: Chain, { snapshot, ...revision }: NewRevision): void {
  chain.revisions.push(revision)
  if (snapshot !== null) chain.snapshots.push({ number: revision.number, text: snapshot })
  const { number, time, isDeleted } = revision
  chain.record = { ...chain.record, head: number, updatedAt: time, isDeleted }
}
