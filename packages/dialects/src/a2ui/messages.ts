import { isObject, ownOf } from '../json/pointer.ts'
import type { JsonObject } from '../json/pointer.ts'

/** The messages of a document, with the pointer of their list. */
export function messagesOf(
  source: unknown,
): { readonly list: readonly unknown[]; readonly base: string } | null {
  if (Array.isArray(source)) return { list: source, base: '' }
  const messages = isObject(source) ? ownOf(source, 'messages') : undefined
  return Array.isArray(messages) ? { list: messages, base: '/messages' } : null
}

const VERSIONS: ReadonlySet<unknown> = new Set(['v0.9', 'v0.9.1', 'v1.0'])
const ACTIONS = ['createSurface', 'updateComponents', 'updateDataModel', 'deleteSurface']

export function isMessage(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    VERSIONS.has(ownOf(value, 'version')) &&
    ACTIONS.some((name) => Object.hasOwn(value, name))
  )
}

/** The lists of definitions, in the order of the messages. */
export function* definitionLists(
  source: unknown,
): Iterable<{ readonly pointer: string; readonly list: readonly unknown[] }> {
  const messages = messagesOf(source)
  if (messages === null) return
  for (const [i, message] of messages.list.entries()) {
    if (!isObject(message)) continue
    for (const kind of ['createSurface', 'updateComponents']) {
      const body = ownOf(message, kind)
      const list = isObject(body) ? ownOf(body, 'components') : undefined
      if (Array.isArray(list)) yield { pointer: `${messages.base}/${i}/${kind}/components`, list }
    }
  }
}

/** Where the definition of an id stands that counts: the last one. O(definitions). */
export function locateDefinition(source: unknown, id: string): string | null {
  let found: string | null = null
  for (const { pointer, list } of definitionLists(source)) {
    const at = list.findIndex((value) => isObject(value) && value['id'] === id)
    if (at >= 0) found = `${pointer}/${at}`
  }
  return found
}

/** Ids that a component refers to, whatever for. */
export function referencesOf(component: JsonObject): readonly string[] {
  const ids: unknown[] = ['child', 'trigger', 'content'].map((key) => ownOf(component, key))
  const children = ownOf(component, 'children')
  if (Array.isArray(children)) ids.push(...(children as unknown[]))
  else if (isObject(children)) ids.push(ownOf(children, 'componentId'))
  const tabs = ownOf(component, 'tabs')
  if (Array.isArray(tabs))
    ids.push(...tabs.map((tab: unknown) => (isObject(tab) ? ownOf(tab, 'child') : undefined)))
  return ids.filter((id) => typeof id === 'string')
}

/** A value that comes from data: `{ path }` or `{ call, args }`, `@index`; null for a literal. */
export function boundTo(value: unknown): string | null {
  if (!isObject(value)) return null
  const path = ownOf(value, 'path')
  if (typeof path === 'string') return path
  const call = ownOf(value, 'call')
  if (typeof call === 'string') return `${call}(...)`
  return Object.hasOwn(value, '@index') ? '@index' : null
}
