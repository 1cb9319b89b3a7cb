import { setOwn } from '../base/json.ts'
import type { Blueprint } from './blueprint.ts'
import type { DocumentIndex } from './document-index.ts'
import { tokens } from './native-table.ts'
import type { TokenName } from './native-table.ts'
import { escapeSegment, sameJson } from './patch.ts'
import type { Patch } from './patch.ts'
import type { Transaction } from './transaction.ts'

/**
 * The `id` under which a change of theme tokens is reported in `changed`. Where a component has this very id, the theme's
 * entry gets as many more `$` in front as it takes to differ: an entry always means one thing.
 */
export const TOKENS_ID = '$tokens'

/** The id of the theme's entry among these. */
export function themeId(index: DocumentIndex, changed: readonly { readonly id: string }[]): string {
  let id = TOKENS_ID
  const isTaken = (): boolean => index.has(id) || changed.some((entry) => entry.id === id)
  while (isTaken()) id = `$${id}`
  return id
}

/** Gives the theme its new tokens, with patches, and names those that changed. */
export function editTokens(
  transaction: Transaction,
  patches: Patch[],
  inverse: Patch[],
  names: TokenName[],
): Blueprint['tokens'] {
  const before = transaction.index.root.tokens
  if (transaction.tokenEdits.size === 0 || before === undefined) return before
  const after: Record<string, unknown> = { ...before }
  for (const [name, value] of transaction.tokenEdits) {
    const key = tokens[name].key
    const had = Object.hasOwn(before, key)
    if (had && sameJson(before[key], value)) continue
    setOwn(after, key, value)
    names.push(name)
    patches.push({ op: had ? 'replace' : 'add', path: `/tokens/${escapeSegment(key)}`, value })
    inverse.push(
      had
        ? { op: 'replace', path: `/tokens/${escapeSegment(key)}`, value: before[key] }
        : { op: 'remove', path: `/tokens/${escapeSegment(key)}` },
    )
  }
  return names.length === 0 ? before : after
}
