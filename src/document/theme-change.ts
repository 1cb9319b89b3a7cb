import { isJsonObject, own, setOwn } from '../base/json.ts'
import type { JsonObject } from '../base/json.ts'
import type { Blueprint } from './blueprint.ts'
import type { DocumentIndex } from './document-index.ts'
import { tokenSpec } from './token-address.ts'
import type { TokenAddress } from './token-address.ts'
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
  names: TokenAddress[],
): Blueprint['tokens'] {
  const before = transaction.index.root.tokens
  if (transaction.tokenEdits.size === 0 || before === undefined) return before
  const after: Record<string, unknown> = { ...before }
  for (const [name, value] of transaction.tokenEdits) {
    const { path } = tokenSpec(name)
    const holder = holderIn(after, before, path)
    const key = path.at(-1)!
    if (holder === null) continue
    const had = Object.hasOwn(holder.before, key)
    const present = holder.before[key]
    if (had && sameJson(present, value)) continue
    setOwn(holder.after(), key, value)
    names.push(name)
    const at = `/tokens/${path.map(escapeSegment).join('/')}`
    patches.push({ op: had ? 'replace' : 'add', path: at, value })
    inverse.push(had ? { op: 'replace', path: at, value: present } : { op: 'remove', path: at })
  }
  return names.length === 0 ? before : after
}

/** The group of tokens that holds a path's last key, as it was; `after` makes the new one, with those around it copied. */
function holderIn(
  tokens: Record<string, unknown>,
  before: JsonObject,
  path: readonly string[],
): { readonly before: JsonObject; readonly after: () => Record<string, unknown> } | null {
  let group: JsonObject = before
  for (const key of path.slice(0, -1)) {
    const inner = own(group, key)
    if (!isJsonObject(inner)) return null
    group = inner
  }
  const after = (): Record<string, unknown> => {
    let copied = tokens
    let original: JsonObject = before
    for (const key of path.slice(0, -1)) {
      original = own(original, key) as JsonObject
      // One that was copied for an earlier token is not the original any more.
      if (copied[key] === original) setOwn(copied, key, { ...original })
      copied = own(copied, key) as Record<string, unknown>
    }
    return copied
  }
  return { before: group, after }
}
