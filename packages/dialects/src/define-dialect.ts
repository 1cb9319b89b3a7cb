import type { Dialect } from 'blueprint-command-engine'
import { jsonDialect } from './json/dialect.ts'
import { Misshapen } from './json/format.ts'
import type { Created, Item, JsonFormat, JsonReading, NewItem } from './json/format.ts'
import { isObject, valueAt } from './json/pointer.ts'
import type { JsonObject } from './json/pointer.ts'
import type { Meaning, Row, RowKind } from './json/row.ts'
import { vocabularyOf } from './json/vocabulary.ts'

/** What a property of a type can hold, and which words of the language mean it. */
export interface PropertyDefinition {
  /**
   * `text` is what a component says. A list of words is an enumeration; with `ladder` they stand from little to much, so that
   * "bigger" and "more" are a step.
   */
  readonly holds: 'text' | 'number' | 'length' | 'color' | 'flag' | readonly string[]
  readonly ladder?: boolean
  /** What the words of the language mean here: `textColor`, `size`, `hidden`, `text` ... */
  readonly means?: readonly Meaning[]
  /** What counts where the property is absent. */
  readonly initial?: string
}

/** A type of element: its noun, its list of children, its properties by their keys. */
export interface TypeDefinition {
  /** What people call it, as in a native blueprint: heading, button, card. */
  readonly noun: string
  /** The key of its children, where it has any. */
  readonly children?: string
  readonly properties: { readonly [key: string]: PropertyDefinition }
}

/** A JSON format in which elements stand in lists, each with its type in one key. */
export interface DialectDefinition {
  readonly name: string
  /** Whether a value is a document of the format, by its shape. */
  readonly recognise: (source: unknown) => boolean
  /** Pointer of the list of elements at top level: `/slides`. */
  readonly list: string
  /** The key of an element that says its type, and the one that holds its id. */
  readonly typeKey: string
  readonly idKey?: string
  readonly types: { readonly [type: string]: TypeDefinition }
  /** The expression that a value comes from; null for a literal. Default: nothing is bound. */
  readonly binding?: (value: unknown) => string | null
}

/**
 * A dialect for a JSON format of your own: what its types are called and can hold. Reading, writing, refusals, structure and
 * undoing follow from that.
 *
 * @example
 * const slides = defineDialect({
 *   name: 'slides',
 *   recognise: (source) => typeof source === 'object' && source !== null && 'slides' in source,
 *   list: '/slides',
 *   typeKey: 'kind',
 *   types: { title: { noun: 'heading', properties: { words: { holds: 'text' } } } },
 * })
 */
export function defineDialect(definition: DialectDefinition): Dialect {
  const { name, list, types } = definition
  const rows = new Map(Object.entries(types).map(([type, { properties }]) => [type, rowsOf(properties)]))
  const vocabulary = vocabularyOf(rows.values())
  const format: JsonFormat = {
    name,
    title: name,
    recognise: definition.recognise,
    locate: null,
    flat: null,
    binding: (value) => definition.binding?.(value) ?? null,
    copy: (value, fresh) => withIds(value, definition, fresh),
    create: (request) => create(request, definition),
    read(source): JsonReading {
      const top = valueAt(source, list)
      if (!Array.isArray(top)) throw new Misshapen(`expected a list at ${list}`)
      return {
        items: top.map((value: unknown) => itemOf(value, definition)),
        topList: list,
        topTakes: 'element',
        vocabulary,
        rows: (own) => rows.get(own) ?? [],
      }
    },
  }
  return jsonDialect(format)
}

function rowsOf(properties: TypeDefinition['properties']): readonly Row[] {
  return Object.entries(properties).map(([key, { holds, ladder, means, initial }]): Row => {
    const isMain = means?.includes('text') === true || (holds === 'text' && means === undefined)
    return {
      key: isMain ? 'text' : `own_${key}`,
      name: key,
      path: `/${key}`,
      holds: kindOf(holds, ladder === true, initial),
      means: isMain ? ['text'] : (means ?? []),
      ...(holds === 'text' ? { isContent: true } : {}),
    }
  })
}

function kindOf(holds: PropertyDefinition['holds'], isLadder: boolean, initial: string | undefined): RowKind {
  if (holds === 'length') return { kind: 'length', written: 'number' }
  if (typeof holds === 'string') return { kind: holds }
  return {
    kind: 'enum',
    values: holds,
    ...(isLadder ? { ladder: holds } : {}),
    ...(initial === undefined ? {} : { initial }),
  }
}

function itemOf(value: unknown, definition: DialectDefinition): Item {
  if (!isObject(value)) throw new Misshapen('expected elements to be objects')
  const own = String(value[definition.typeKey])
  const type = Object.hasOwn(definition.types, own) ? definition.types[own] : undefined
  const id = definition.idKey === undefined ? undefined : value[definition.idKey]
  const children = type?.children === undefined ? undefined : value[type.children]
  return {
    id: typeof id === 'string' && id !== '' ? id : null,
    type: type?.noun ?? 'unknown',
    own,
    value,
    kind: 'element',
    ...(Array.isArray(children) ? { list: `/${type!.children!}`, takes: 'element' } : {}),
    children: Array.isArray(children) ? children.map((child: unknown) => itemOf(child, definition)) : [],
  }
}

function create({ noun, text, id }: NewItem, { types, typeKey, idKey }: DialectDefinition): Created | string {
  const found = Object.entries(types).find(([, { noun: known }]) => known === noun)
  if (found === undefined)
    return `There is no ${noun} here; there can be ${Object.values(types)
      .map((type) => type.noun)
      .join(', ')}.`
  const [own, { children, properties }] = found
  const main = rowsOf(properties).find(({ key }) => key === 'text')
  const value: JsonObject = {
    [typeKey]: own,
    ...(idKey === undefined ? {} : { [idKey]: id }),
    ...(main === undefined ? {} : { [main.name]: text ?? '' }),
    ...(children === undefined ? {} : { [children]: [] }),
  }
  return { own, value, kind: 'element' }
}

function withIds(
  value: JsonObject,
  definition: DialectDefinition,
  fresh: (old: string) => string,
): JsonObject {
  const { idKey, types, typeKey } = definition
  const children = types[String(value[typeKey])]?.children
  const copy: Record<string, unknown> = { ...value }
  const id = idKey === undefined ? undefined : value[idKey]
  if (idKey !== undefined && typeof id === 'string') copy[idKey] = fresh(id)
  const list = children === undefined ? undefined : value[children]
  if (children !== undefined && Array.isArray(list))
    copy[children] = list.map((child: unknown) =>
      isObject(child) ? withIds(child, definition, fresh) : child,
    )
  return copy
}
