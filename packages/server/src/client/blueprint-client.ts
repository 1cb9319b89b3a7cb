import { readEvents } from './event-stream.ts'
import type { components } from './openapi.generated.ts'

type Schemas = components['schemas']
export type CommandAnswer = Schemas['CommandAnswer']
export type BatchAnswer = Schemas['BatchAnswer']
export type HistoryAnswer = Schemas['HistoryAnswer']
export type RevisionView = Schemas['Revision']
export type Problem = Schemas['Problem']

export interface ClientOptions {
  /** Where the server is, e.g. http://127.0.0.1:4800. */
  readonly url: string
  readonly token?: string
  /** How often a request is sent again that got no answer, or a 429 or 503; default 5. */
  readonly retries?: number
  /** Default: the platform's. */
  readonly fetch?: typeof fetch
}

export interface ChangeOptions {
  /** The last revision that you have seen. */
  readonly revision?: number
  /** Work the change out on the newest revision. */
  readonly rebase?: boolean
  /** The same key does a change once; default: a new one for each call, kept over its retries. */
  readonly key?: string
}

export interface NewDocument {
  /** Default: a random one. */
  readonly id?: string
  /** Media type; default JSON. */
  readonly type?: string
}

export type CommandOptions = ChangeOptions &
  Pick<Schemas['CommandRequest'], 'partial' | 'preview' | 'selection'>
export type Steps = NonNullable<Schemas['CommandRequest']['steps']>

/** What the server has against a request. */
export class BlueprintError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'BlueprintError'
    this.problem = problem
  }
}

interface Send {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: object | string
  readonly type?: string
  readonly change?: ChangeOptions
  readonly signal?: AbortSignal
  readonly headers?: { readonly [name: string]: string }
}

const FIRST_WAIT_MS = 100

/**
 * A client of the service: needs nothing but fetch. Changes are sent again until they are answered and yet done once.
 *
 * @example
 * const client = new BlueprintClient({ url: 'http://127.0.0.1:4800' })
 * await client.run('shop', 'make the header navy', { rebase: true })
 */
export class BlueprintClient {
  readonly #options: ClientOptions

  constructor(options: ClientOptions) {
    this.#options = options
  }

  /** Stores a new document. */
  async create(
    text: string,
    { id = crypto.randomUUID(), type = 'application/json' }: NewDocument = {},
  ): Promise<Schemas['ImportAnswer']> {
    return this.#json({ method: 'POST', path: `?id=${encodeURIComponent(id)}`, body: text, type })
  }

  async open(id: string, revision?: number): Promise<{ readonly text: string; readonly revision: number }> {
    const response = await this.#send({ method: 'GET', path: `${at(id)}${query({ revision })}` })
    return { text: await response.text(), revision: Number(response.headers.get('etag')?.slice(1, -1)) }
  }

  async run(id: string, command: string | Steps, options: CommandOptions = {}): Promise<CommandAnswer> {
    return this.#command(id, command, options, {})
  }

  /** What a command would do; `preview` of the answer goes into the options of `run` to do exactly this. */
  async preview(
    id: string,
    command: string | Steps,
    options: Pick<CommandOptions, 'partial' | 'selection'> = {},
  ): Promise<CommandAnswer> {
    return this.#command(id, command, options, { dryRun: true })
  }

  async batch(
    id: string,
    commands: Schemas['BatchRequest']['commands'],
    { atomic, order, ...change }: ChangeOptions & Pick<Schemas['BatchRequest'], 'atomic' | 'order'> = {},
  ): Promise<BatchAnswer> {
    const { rebase } = change
    return this.#json({
      method: 'POST',
      path: `${at(id)}/batch`,
      body: { commands, atomic, order, rebase },
      change,
    })
  }

  async undo(id: string, change: ChangeOptions = {}): Promise<HistoryAnswer> {
    return this.#json({ method: 'POST', path: `${at(id)}/undo`, body: { rebase: change.rebase }, change })
  }

  /** Deletes a document; undo brings it back. */
  async delete(id: string, change: ChangeOptions = {}): Promise<Schemas['DeleteAnswer']> {
    const { rebase } = change
    return this.#json({ method: 'DELETE', path: `${at(id)}${query({ rebase })}`, change })
  }

  async redo(id: string, change: ChangeOptions = {}): Promise<HistoryAnswer> {
    return this.#json({ method: 'POST', path: `${at(id)}/redo`, body: { rebase: change.rebase }, change })
  }

  async rollback(id: string, to: number, change: ChangeOptions = {}): Promise<HistoryAnswer> {
    return this.#json({
      method: 'POST',
      path: `${at(id)}/rollback`,
      body: { to, rebase: change.rebase },
      change,
    })
  }

  async find(id: string, phrase: string): Promise<Schemas['FindAnswer']> {
    return this.#json({ method: 'POST', path: `${at(id)}/find`, body: { phrase } })
  }

  async verify(id: string): Promise<Schemas['VerifyAnswer']> {
    return this.#json({ method: 'POST', path: `${at(id)}/verify`, body: {} })
  }

  async revisions(
    id: string,
    page: { readonly before?: number; readonly limit?: number; readonly patches?: boolean } = {},
  ): Promise<Schemas['RevisionList']> {
    return this.#json({ method: 'GET', path: `${at(id)}/revisions${query(page)}` })
  }

  /** Every revision after one (default: from now on), across lost connections, until the signal aborts. */
  async *watch(
    id: string,
    { after, signal }: { readonly after?: number; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<RevisionView> {
    let seen = after
    const headers = (): Send['headers'] => (seen === undefined ? {} : { 'last-event-id': String(seen) })
    seen ??= (await this.open(id)).revision
    const isOver = (): boolean => signal?.aborted === true
    while (!isOver()) {
      try {
        const path = `${at(id)}/events`
        const response = await this.#send({
          method: 'GET',
          path,
          headers: headers()!,
          ...(signal && { signal }),
        })
        for await (const data of readEvents(response.body!)) {
          // The server's own type.
          const revision = JSON.parse(data) as RevisionView
          seen = revision.number
          yield revision
        }
      } catch (error) {
        if (isOver()) return
        if (error instanceof BlueprintError) throw error
      }
      await pause(FIRST_WAIT_MS)
    }
  }

  async #command(
    id: string,
    command: string | Steps,
    { partial, preview, selection, ...change }: CommandOptions,
    more: object,
  ): Promise<CommandAnswer> {
    const said = typeof command === 'string' ? { command } : { steps: command }
    const body = { ...said, partial, preview, selection, rebase: change.rebase, ...more }
    return this.#json({ method: 'POST', path: `${at(id)}/commands`, body, change })
  }

  async #json<T>(send: Send): Promise<T> {
    // The server answers what its description says.
    return (await (await this.#send(send)).json()) as T
  }

  async #send({
    method,
    path,
    body,
    type = 'application/json',
    change,
    signal,
    headers,
  }: Send): Promise<Response> {
    const { url, token, retries = 5 } = this.#options
    const key = change?.key ?? crypto.randomUUID()
    const init: RequestInit = {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': type }),
        ...(change !== undefined && { 'idempotency-key': key }),
        ...(change?.revision !== undefined && { 'if-match': `"${change.revision}"` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    }
    for (let attempt = 0; ; attempt++) {
      const response = await this.#try(`${url}/v1/documents${path}`, init, attempt >= retries)
      if (response?.ok === true) return response
      const isBusy = response === null || response.status === 429 || response.status === 503
      if (!isBusy || attempt >= retries) throw new BlueprintError(await problemOf(response!))
      await pause(FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random()))
    }
  }

  /** Null where the server could not be reached and there is another try. */
  async #try(url: string, init: RequestInit, isLast: boolean): Promise<Response | null> {
    try {
      return await (this.#options.fetch ?? fetch)(url, init)
    } catch (error) {
      if (isLast || init.signal?.aborted === true) throw error
      return null
    }
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    return JSON.parse(text) as Problem
  } catch {
    // Not from the service: a proxy, say.
    const { status, statusText } = response
    return { type: 'about:blank', title: statusText, status, kind: 'foreign', detail: text.slice(0, 200) }
  }
}

function at(id: string): string {
  return `/${encodeURIComponent(id)}`
}

function query(values: { readonly [name: string]: string | number | boolean | undefined }): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) said.set(name, String(value))
  return said.size === 0 ? '' : `?${said.toString()}`
}

async function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
