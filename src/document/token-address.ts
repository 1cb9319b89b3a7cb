import { isJsonObject } from '../base/json.ts'
import type { Blueprint } from './blueprint.ts'
import { parseColor } from './color.ts'
import { tokens } from './native-table.ts'
import type { TokenName, ValueKind } from './native-table.ts'
import { escapeSegment, unescapeSegment } from './patch.ts'

/** A token: one of those that commands speak of by its name, any other by its path in the theme, as a JSON Pointer. */
export type TokenAddress = TokenName | `/${string}`

/** Where a token is, what it holds and what it is called. */
export interface TokenSpec {
  readonly path: readonly string[]
  readonly kind: ValueKind
  readonly label: string
}

export function tokenSpec(address: TokenAddress): TokenSpec {
  if (!isPointer(address)) {
    const { key, kind, label } = tokens[address]
    return { path: [key], kind, label }
  }
  const path = address.slice(1).split('/').map(unescapeSegment)
  // Only colors are written by their path.
  return { path, kind: 'color', label: path.join('.') }
}

function isPointer(address: TokenAddress): address is `/${string}` {
  return address.startsWith('/')
}

/** Deeper groups of tokens than this are left alone. */
const MAX_LEVELS = 8

const namesByKey = new Map<string, TokenName>(
  // The keys are those of the table.
  (Object.keys(tokens) as TokenName[]).map((name) => [tokens[name].key, name]),
)

/** The tokens that hold a color, in any group, with its text. References to other tokens are not among them. O(tokens). */
export function colorTokens(blueprint: Blueprint): readonly (readonly [TokenAddress, string])[] {
  const found: (readonly [TokenAddress, string])[] = []
  const walk = (group: object, prefix: string, levels: number): void => {
    for (const [key, value] of Object.entries(group) as [string, unknown][]) {
      const path = `${prefix}/${escapeSegment(key)}` as const
      if (typeof value === 'string' && parseColor(value) !== null)
        found.push([
          prefix === '' ? (namesByKey.get(key) ?? (path as `/${string}`)) : (path as `/${string}`),
          value,
        ])
      else if (isJsonObject(value) && levels > 0) walk(value, path, levels - 1)
    }
  }
  if (blueprint.tokens !== undefined) walk(blueprint.tokens, '', MAX_LEVELS)
  return found
}
