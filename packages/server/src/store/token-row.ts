import type { Scope, TokenRecord } from '../access/token.ts'

/** A token as the databases hold it. */
export interface TokenRow {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly scope: string
  readonly documents: string
  readonly created_at: number
  readonly expires_at: number | null
}

export function tokenOf(row: TokenRow): TokenRecord {
  const { id, name, hash, scope, documents, created_at: createdAt, expires_at: expiresAt } = row
  // Only this package writes rows.
  const patterns = JSON.parse(documents) as readonly string[]
  return { id, name, hash, scope: scope as Scope, documents: patterns, createdAt, expiresAt }
}
