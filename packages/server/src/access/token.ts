import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** `read` looks and previews; `write` also changes. */
export const scopes = ['read', 'write'] as const
export type Scope = (typeof scopes)[number]

/** What is stored of a token: enough to know it again, too little to use it. */
export interface TokenRecord {
  readonly id: string
  readonly name: string
  /** SHA-256 of the secret, hexadecimal. The secret is 256 random bits, so that no slow hash is needed. */
  readonly hash: string
  readonly scope: Scope
  /** Ids of documents; an asterisk at the end stands for any rest. */
  readonly documents: readonly string[]
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  readonly expiresAt: number | null
}

export interface NewToken {
  readonly name: string
  readonly scope: Scope
  readonly documents: readonly string[]
  readonly expiresAt: number | null
}

const SHAPE = /^bpt_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/

/** A new token: what its owner gets to see once, and what is stored. */
export function createToken(
  token: NewToken,
  now: number,
): { readonly text: string; readonly record: TokenRecord } {
  const id = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { text: `bpt_${id}_${secret}`, record: { ...token, id, hash: hashOf(secret), createdAt: now } }
}

/** The parts of a token's text; null if it is none. */
export function parseToken(text: string): { readonly id: string; readonly secret: string } | null {
  const match = SHAPE.exec(text)
  return match === null ? null : { id: match[1]!, secret: match[2]! }
}

/** True if the secret is the token's and its time has not run out. Takes the same time whatever is wrong. */
export function isValid(record: TokenRecord | null, secret: string, now: number): boolean {
  const expected = Buffer.from(record?.hash ?? NO_HASH, 'hex')
  const isSame = timingSafeEqual(expected, Buffer.from(hashOf(secret), 'hex'))
  return isSame && record !== null && (record.expiresAt === null || now < record.expiresAt)
}

const NO_HASH = '0'.repeat(64)

/** True if the token is good for a document. */
export function covers(documents: readonly string[], id: string): boolean {
  return documents.some((pattern) =>
    pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern,
  )
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
