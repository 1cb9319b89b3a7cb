import type { ChangedComponent } from '../document/change.ts'
import type { Patch } from '../document/patch.ts'
import { buildDeltaSerializer } from './delta-serializer.generated.ts'

/** What a command changed, as the engine hands it out by default. */
export interface Delta {
  readonly patches: readonly Patch[]
  readonly changed: readonly ChangedComponent[]
  readonly status: string
}

/** All but control characters, quotes, backslashes and surrogates stands in JSON as it is. */
const NEEDS_ESCAPES = /[^ !#-[\]-\uD7FF\uE000-\uFFFF]/

/** The JSON form of a text. Most need no escapes, and looking for one is quicker than `JSON.stringify`. */
function asString(text: string): string {
  return NEEDS_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`
}

/** The generated code takes its tools from here: the library's own would load more than is used, and need Node. */
const serialize = buildDeltaSerializer(null, {
  asString,
  asPlainStringArray: (texts: readonly string[]): string => JSON.stringify(texts),
  // There is not a number in the schema, but the code binds the function before it knows.
  asInteger: String,
})

/**
 * The JSON text of `{ patches, changed, status }`, equal to that of `JSON.stringify` for the patches that the engine makes:
 * keys in the order op, from, path, value, and no others. O(length of the text).
 */
export function deltaText(delta: Delta): string {
  return serialize(delta)
}
