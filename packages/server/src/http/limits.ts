/** What one server puts up with. */
export interface HttpLimits {
  /** Bytes of a document sent to be stored; default 16 MiB. */
  readonly maxDocumentBytes: number
  /** Bytes of any other body; default 1 MiB. */
  readonly maxBodyBytes: number
  /** Levels of lists and objects in a body; default 200. */
  readonly maxBodyDepth: number
  /** Bytes of the header lines of a request; default 16 KiB. */
  readonly maxHeaderBytes: number
  /** Milliseconds until the header lines have come; default 10 s. */
  readonly headersTimeoutMs: number
  /** Milliseconds until the whole request has come; default 30 s. */
  readonly requestTimeoutMs: number
  /** Requests a second from one address; default 2,000. */
  readonly requestsPerSecond: number
  /** Connections at a time; default 5,000. */
  readonly maxConnections: number
  /** Event streams at a time; default 1,000. */
  readonly maxStreams: number
  /** Milliseconds that an event stream may leave what was sent unread; default 30 s. */
  readonly streamStallMs: number
}

export const defaultLimits: HttpLimits = {
  maxDocumentBytes: 16 * 1024 * 1024,
  maxBodyBytes: 1024 * 1024,
  maxBodyDepth: 200,
  maxHeaderBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  requestsPerSecond: 2000,
  maxConnections: 5000,
  maxStreams: 1000,
  streamStallMs: 30_000,
}
