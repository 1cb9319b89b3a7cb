import { SECOND_TEXTS } from './infer.ts'
import type { Item } from './format.ts'
import { escapeKey, isObject } from './pointer.ts'
import type { JsonObject } from './pointer.ts'
import type { Row } from './row.ts'

/** What a part says: the first of these that it has. */
export const PART_TEXTS: readonly string[] = ['label', 'title', 'text', 'name', 'trigger']

/** "buttons" are made of a button. */
export function singular(key: string): string {
  const name = nounOf(key)
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(name)) return name.slice(0, -2)
  return name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name
}

const SYNONYMS: { readonly [name: string]: string } = {
  hr: 'divider',
  separator: 'divider',
  img: 'image',
  picture: 'image',
  text_area: 'textarea',
  text_input: 'input',
  text_field: 'input',
  text_content: 'text',
  paragraph: 'text',
  button_group: 'button_group',
  anchor: 'link',
  dropdown: 'select',
  title: 'heading',
}

/** The noun of a type or key: GridContainer is a grid_container, TextBlock a text. */
export function nounOf(name: string): string {
  const snake = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]{1,16}/g, '_')
    .toLowerCase()
    .replace(/_(?:block|component|element|widget)$/, '')
    .replaceAll(/^_|_$/g, '')
  return Object.hasOwn(SYNONYMS, snake) ? SYNONYMS[snake]! : snake === '' ? 'unknown' : snake
}

/** Whether an array holds parts: plain objects, no components. */
export function isParts(
  value: unknown,
  isComponent: (item: JsonObject) => boolean,
): value is readonly JsonObject[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item) && !isComponent(item))
  )
}

/** The items of an array inside a component, under a list of their own. */
export function partsItem(
  own: string,
  key: string,
  at: string,
  parts: readonly JsonObject[],
  second: (value: JsonObject, rows: string) => readonly Item[],
): Item {
  const partOwn = `${own} ${singular(key)}`
  return {
    id: null,
    type: 'part_list',
    own: `${own} ${key}`,
    // The array itself: its rows are none.
    value: parts as unknown as JsonObject,
    kind: 'list',
    at,
    list: '',
    takes: `part:${key}`,
    fixed: `it is the ${key} of its ${own}`,
    children: parts.map((value) => ({
      id: null,
      type: singular(key),
      own: partOwn,
      value,
      kind: `part:${key}`,
      children: second(value, partOwn),
    })),
  }
}

/** Further texts of an element, each as a component that says it and nothing else. */
export function secondTexts(
  props: JsonObject,
  rows: readonly Row[],
  base: string,
  isForeign: (value: unknown) => boolean,
): Item[] {
  const items: Item[] = []
  for (const name of SECOND_TEXTS) {
    const row = rows.find((one) => one.name === name && one.isSilent === true)
    const value = row === undefined ? undefined : props[name]
    if (typeof value !== 'string' || isForeign(value)) continue
    items.push({
      id: null,
      type: nounOf(name) === 'heading' ? name : nounOf(name),
      own: 'text of its own',
      value: value as unknown as JsonObject,
      kind: 'field',
      at: `${base}/${escapeKey(name)}`,
      fixed: 'it is a text of what holds it',
      children: [],
    })
  }
  return items
}

/** The rows of a text that stands by itself. */
export const FIELD_ROWS: readonly Row[] = [
  {
    key: 'text',
    name: 'text',
    path: '',
    holds: { kind: 'text' },
    means: ['text'],
    isContent: true,
    isRequired: true,
  },
]
