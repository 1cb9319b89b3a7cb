import { LRUCache } from 'lru-cache'
import type { RevisionStore } from '../store/revision-store.ts'
import { principalOf } from './principal.ts'
import type { Principal } from './principal.ts'
import { isValid, parseToken } from './token.ts'
import type { TokenRecord } from './token.ts'

/** How long a token is known without asking the store again: as long as a removed one may still work. */
const KNOWN_MS = 5000
const MAX_KNOWN = 1000

/** Tells who carries a token; null if nobody does. */
export class Authenticator {
  readonly #store: Pick<RevisionStore, 'token'>
  readonly #now: () => number
  readonly #known = new LRUCache<string, TokenRecord>({ max: MAX_KNOWN, ttl: KNOWN_MS })

  constructor(store: Pick<RevisionStore, 'token'>, now: () => number) {
    this.#store = store
    this.#now = now
  }

  async authenticate(text: string): Promise<Principal | null> {
    const token = parseToken(text)
    if (token === null) return null
    const record = this.#known.get(token.id) ?? (await this.#store.token(token.id))
    if (record !== null && !this.#known.has(token.id)) this.#known.set(token.id, record)
    return isValid(record, token.secret, this.#now()) && record !== null ? principalOf(record) : null
  }
}
