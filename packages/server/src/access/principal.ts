import { covers } from './token.ts'
import type { Scope, TokenRecord } from './token.ts'

/** Who asks, and what they may do. */
export interface Principal {
  /** Goes into the revisions that they make. */
  readonly name: string
  readonly scope: Scope
  readonly documents: readonly string[]
}

/** Whoever can reach a server on its own machine. */
export const local: Principal = { name: 'local', scope: 'write', documents: ['*'] }

export function principalOf({ name, scope, documents }: TokenRecord): Principal {
  return { name, scope, documents }
}

export function mayRead({ documents }: Principal, id: string): boolean {
  return covers(documents, id)
}

export function mayWrite(principal: Principal, id: string): boolean {
  return principal.scope === 'write' && mayRead(principal, id)
}
