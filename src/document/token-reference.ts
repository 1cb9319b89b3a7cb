import { isJsonObject, own } from '../base/json.ts'
import type { JsonObject } from '../base/json.ts'
import type { Blueprint, Component } from './blueprint.ts'
import { tokenFields, tokenGroups, visualFields } from './native-table.ts'
import type { ValueKind } from './native-table.ts'

/** A value that stands for a token: `$primary_color`, `{tokens.colors.brand}`, `{colors.brand}` or `token:colors.brand`. */
export interface TokenReference {
  /** The key in `visual` that holds it. */
  readonly key: string
  /** As written. */
  readonly text: string
}

/** A reference as a whole, of at most 100 characters: anything else is a value of its own. */
const REFERENCE = /^(?:\$([\w.-]{1,100})|\{([\w.-]{1,100})\}|token:([\w.-]{1,100}))$/
const STARTS_LIKE_NUMBER = /^[\d.-]/
const MAX_LINKS = 8

/** The token that a text names, as segments of its path; null for a text that is no reference. O(1): the length is bounded. */
export function referencedToken(value: unknown): readonly string[] | null {
  if (typeof value !== 'string' || !mayBeReference(value)) return null
  const match = REFERENCE.exec(value)
  const path = match?.[1] ?? match?.[2] ?? match?.[3]
  // "$19.99" is a price.
  if (path === undefined || STARTS_LIKE_NUMBER.test(path)) return null
  const segments = path.split('.')
  return segments.length > 1 && segments[0] === 'tokens' ? segments.slice(1) : segments
}

function mayBeReference(value: string): boolean {
  const first = value.charCodeAt(0)
  // $ and {; the t of "token:" needs a closer look.
  return first === 36 || first === 123 || (first === 116 && value.startsWith('token:'))
}

/**
 * The value of the token that a text names: by its path, or a single word in the groups of colours and sizes. A token that
 * names another one is followed. Undefined where there is no such token.
 */
export function resolveToken(blueprint: Blueprint, path: readonly string[]): unknown {
  const tokens = blueprint.tokens
  if (tokens === undefined) return undefined
  let value = lookUp(tokens, path)
  for (let links = 0; links < MAX_LINKS; links++) {
    const next = referencedToken(value)
    if (next === null) return value
    value = lookUp(tokens, next)
  }
  return undefined
}

function lookUp(tokens: JsonObject, path: readonly string[]): unknown {
  const found = descend(tokens, path)
  if (found !== undefined || path.length > 1) return found
  for (const group of Object.keys(tokenGroups)) {
    const inGroup = descend(tokens, [group, path[0]!])
    if (inGroup !== undefined) return inGroup
  }
  return undefined
}

/** The value at a path; undefined where there is none. */
export function descend(tokens: JsonObject, path: readonly string[]): unknown {
  let value: unknown = tokens
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    value = own(value as JsonObject, segment)
  }
  return value ?? undefined
}

/** Keys that hold a style. Texts that people read, and keys the engine does not know, may say `{name}` with another meaning. */
const styleKeys: ReadonlySet<string> = new Set(
  Object.entries(visualFields)
    .filter(([, kind]) => kind !== 'text')
    .map(([key]) => key),
)

/** The references in a component's look, in all of its parts. Null when there is none. O(keys of the look + gradient stops). */
export function tokenReferencesOf(component: Component): readonly TokenReference[] | null {
  return component.visual === undefined ? null : referencesIn(component.visual, '')
}

function referencesIn(look: JsonObject, prefix: string): readonly TokenReference[] | null {
  let found: TokenReference[] | null = null
  for (const key in look) {
    const value = look[key]
    if (typeof value === 'string') {
      if (!mayBeReference(value) || !styleKeys.has(key) || referencedToken(value) === null) continue
      found ??= []
      found.push({ key: prefix + key, text: value })
    } else if (typeof value === 'object' && value !== null) {
      const inside = referencesInPart(prefix + key, partKinds[key], value as JsonObject)
      if (inside !== null && inside.length > 0) found = found === null ? [...inside] : [...found, ...inside]
    }
  }
  return found
}

/** Values that have parts of their own. Without a prototype, so that no key is there by inheritance. */
const partKinds: { readonly [key: string]: ValueKind | undefined } = Object.assign(
  Object.create(null) as { [key: string]: ValueKind },
  Object.fromEntries(
    Object.entries(visualFields).filter(([, kind]) => ['gradient', 'border', 'looks'].includes(kind)),
  ),
)

function referencesInPart(
  key: string,
  kind: ValueKind | undefined,
  value: JsonObject,
): readonly TokenReference[] | null {
  switch (kind) {
    case 'gradient':
      return referencesInStops(value, key)
    case 'border': {
      const { color } = value
      return referencedToken(color) === null ? null : [{ key, text: String(color) }]
    }
    case 'looks':
      return Object.entries(value).flatMap(([name, look]) =>
        isJsonObject(look) ? (referencesIn(look, `${key}.${name}.`) ?? []) : [],
      )
    default:
      return null
  }
}

function referencesInStops(gradient: JsonObject, key: string): TokenReference[] {
  const stops = gradient['stops']
  if (!Array.isArray(stops)) return []
  return [...new Set<unknown>(stops)]
    .filter((stop) => referencedToken(stop) !== null)
    .map((stop) => ({ key, text: String(stop) }))
}

/** Calls `visit` for each token whose kind is known: those of the table, and the members of the groups. O(tokens). */
export function forEachToken(
  blueprint: Blueprint,
  visit: (path: string, kind: ValueKind, value: unknown) => void,
): void {
  const tokens = blueprint.tokens
  if (tokens === undefined) return
  for (const key of Object.keys(tokens)) {
    const value = tokens[key]
    const kind = Object.hasOwn(tokenFields, key) ? tokenFields[key as keyof typeof tokenFields] : null
    if (kind !== null) visit(key, kind, value)
    else if (Object.hasOwn(tokenGroups, key) && typeof value === 'object' && value !== null) {
      const memberKind = tokenGroups[key as keyof typeof tokenGroups]
      for (const [name, member] of Object.entries(value)) visit(`${key}.${name}`, memberKind, member)
    }
  }
}
