import type { Engine } from 'blueprint-command-engine'
import type { DocumentFormat } from './format/document-format.ts'
import { createApp } from './http/create-app.ts'
import type { HttpLimits } from './http/limits.ts'
import { mcpRoute } from './mcp/mcp-route.ts'
import { DocumentService } from './service/document-service.ts'
import { openStore } from './store/open-store.ts'
import type { RevisionStore } from './store/revision-store.ts'

export interface ServeOptions {
  /** See {@link openStore}. */
  readonly store: string
  readonly engine: Engine
  readonly formats: readonly DocumentFormat[]
  readonly version: string
  /** Default 127.0.0.1. */
  readonly host?: string
  /** 0 takes one that is free. */
  readonly port: number
  /** Ask for a token on the server's own machine too; on any other address one is always needed. Default false. */
  readonly needsToken?: boolean
  /** More names by which the server may be called. */
  readonly hostNames?: readonly string[]
  /** Origins of pages that may call. */
  readonly origins?: readonly string[]
  readonly trustProxy?: boolean
  readonly limits?: Partial<HttpLimits>
  /** Where a line of JSON goes for each request; default: nowhere. Texts of documents and commands are never logged. */
  readonly log?: NodeJS.WritableStream
}

export interface RunningServer {
  /** Where it listens, e.g. http://127.0.0.1:4800. */
  readonly url: string
  readonly needsToken: boolean
  /** Finishes what was accepted, then closes everything. */
  close(): Promise<void>
}

/** A server that must not be started as it was asked for: why, and what to do. */
export class ServeError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ServeError'
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '::1', '[::1]']
/** Answers to requests with idempotency keys are kept for seven days. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
const FORGET_EVERY_MS = 60 * 60 * 1000

/**
 * Starts a server on a store.
 *
 * @throws StoreError where the store cannot be opened, ServeError where the server would be open to others without a token.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const store = await openStore(options.store)
  try {
    return await start(options, store)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function start(options: ServeOptions, store: RevisionStore): Promise<RunningServer> {
  const { engine, formats, version, host = '127.0.0.1', port, hostNames = [] } = options
  const isLocal = LOOPBACK.includes(host)
  const needsToken = options.needsToken === true || !isLocal
  if (needsToken && (await store.tokens()).length === 0)
    throw new ServeError(
      `${host}:${port} asks for tokens and there are none: make one with "blueprint token create", or serve on 127.0.0.1`,
    )
  const service = await DocumentService.create({ store, engine, formats, version })
  const app = await createApp({
    service,
    store,
    version,
    needsToken,
    // A name that somebody else has pointed here is never one of this machine's own, so those may always be used.
    hosts: isLocal || hostNames.length > 0 ? [...LOOPBACK, ...hostNames] : [],
    origins: options.origins ?? [],
    mcp: mcpRoute(service, version),
    ...(options.limits !== undefined && { limits: options.limits }),
    ...(options.log !== undefined && { log: options.log }),
    ...(options.trustProxy !== undefined && { trustProxy: options.trustProxy }),
  })
  const url = await app.listen({ host, port })
  const forgetting = await forgetOldAnswers(store)
  return {
    url,
    needsToken,
    close: async () => {
      clearInterval(forgetting)
      await app.close()
      await store.close()
    },
  }
}

async function forgetOldAnswers(store: RevisionStore): Promise<NodeJS.Timeout> {
  const forget = async (): Promise<void> => {
    try {
      await store.forgetAnswers(Date.now() - KEPT_MS)
    } catch {
      // What is not forgotten now is forgotten the next time.
    }
  }
  await forget()
  return setInterval(() => void forget(), FORGET_EVERY_MS).unref()
}
