import { Client } from 'pg'
import type { Pool } from 'pg'
import { statement } from './statements.ts'

/** How long to wait before a lost connection is opened again, in milliseconds. */
const RECONNECT_MS = 1000
/** How often watchers look without having been told: a server may die between its commit and its notice. */
const SAFETY_MS = 2000

/**
 * Tells servers on one database of one another's appends. Notices go out after the commit, in a transaction of their own:
 * inside it they would make all commits wait for one another.
 */
export class Notifications {
  readonly #pool: Pool
  readonly #url: string
  readonly #channel: string
  readonly #listeners = new Set<(id: string | null) => void>()
  #client: Client | null = null
  #timers: NodeJS.Timeout[] = []
  readonly #outgoing = new Set<string>()
  #sending: Promise<void> | null = null
  #isClosed = false

  constructor(pool: Pool, url: string, channel: string) {
    this.#pool = pool
    this.#url = url
    this.#channel = channel
  }

  /** Reports that a document has been written to: here at once, elsewhere soon. */
  announce(id: string): void {
    for (const listener of this.#listeners) listener(id)
    this.#outgoing.add(id)
    this.#sending ??= this.#send()
  }

  watch(listener: (id: string | null) => void): () => void {
    this.#listeners.add(listener)
    if (this.#listeners.size === 1) this.#start()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) void this.#stop()
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#listeners.clear()
    await this.#sending
    await this.#stop()
  }

  async #send(): Promise<void> {
    while (this.#outgoing.size > 0) {
      const ids = [...this.#outgoing]
      this.#outgoing.clear()
      try {
        await this.#pool.query(statement('notify', [this.#channel, ids]))
      } catch {
        // A notice that is lost costs watchers elsewhere up to SAFETY_MS.
      }
    }
    this.#sending = null
  }

  #start(): void {
    void this.#connect()
    this.#timers.push(setInterval(() => this.#tell(null), SAFETY_MS).unref())
  }

  async #connect(): Promise<void> {
    if (this.#isClosed || this.#listeners.size === 0 || this.#client !== null) return
    const client = new Client({ connectionString: this.#url, application_name: 'blueprint-events' })
    this.#client = client
    client.on('notification', ({ payload }) => this.#tell(payload ?? null))
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    try {
      await client.connect()
      await client.query(`LISTEN ${client.escapeIdentifier(this.#channel)}`)
      // Whatever happened while nobody listened.
      this.#tell(null)
    } catch {
      this.#lost(client)
    }
  }

  #lost(client: Client): void {
    if (this.#client !== client) return
    this.#client = null
    void client.end().catch(() => undefined)
    this.#timers.push(setTimeout(() => void this.#connect(), RECONNECT_MS).unref())
  }

  async #stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers = []
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => undefined)
  }

  #tell(id: string | null): void {
    for (const listener of this.#listeners) listener(id)
  }
}
