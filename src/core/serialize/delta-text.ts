import buildSerializer from 'fast-json-stringify'
import type { ChangedComponent } from '../document/change.ts'
import type { Patch } from '../document/patch.ts'

/** What a command changed, as the engine hands it out by default. */
export interface Delta {
  readonly patches: readonly Patch[]
  readonly changed: readonly ChangedComponent[]
  readonly status: string
}

const text = { type: 'string' } as const

const schema = {
  type: 'object',
  properties: {
    patches: {
      type: 'array',
      // The order of the keys is the one in which the engine writes them; a value may be anything.
      items: { type: 'object', properties: { op: text, from: text, path: text, value: {} } },
    },
    changed: {
      type: 'array',
      items: { type: 'object', properties: { id: text, properties: { type: 'array', items: text } } },
    },
    status: text,
  },
} as const

const serialize = compile()

/** Compiling makes a function of text, which a page with a strict content security policy forbids. */
function compile(): (delta: Delta) => string {
  try {
    return buildSerializer(schema)
  } catch {
    return JSON.stringify
  }
}

/**
 * The JSON text of `{ patches, changed, status }`, equal to that of `JSON.stringify` for the patches that the engine makes:
 * keys in the order op, from, path, value, and no others. O(length of the text).
 */
export function deltaText(delta: Delta): string {
  return serialize(delta)
}
