import { describe, isJsonObject } from '../../base/json.ts'
import { properties } from '../../document/native-table.ts'

const PART_KEYS: ReadonlySet<string> = new Set([
  'type',
  'role',
  'text',
  'properties',
  'children',
  'each',
  'layout',
  'columns',
])
const MAX_DEPTH = 16

/**
 * Looks at templates that a program hands in.
 *
 * @throws TypeError for what is no template, with the place.
 */
export function areTemplates(value: unknown, name: string): void {
  if (!Array.isArray(value))
    throw new TypeError(`expected ${name} to be an array of templates, got ${describe(value)}`)
  value.forEach((template: unknown, i) => checkTemplate(template, `${name}[${i}]`))
}

function checkTemplate(value: unknown, path: string): void {
  if (!isJsonObject(value)) throw new TypeError(`expected ${path} to be a template, got ${describe(value)}`)
  const { name, slots, part, place } = value
  if (typeof name !== 'string' || name === '') refuse(`${path}.name`, 'a name', name)
  if (place !== undefined && !['start', 'end', 'very-end'].some((one) => one === place))
    refuse(`${path}.place`, 'start, end or very-end', place)
  if (!isJsonObject(slots)) return refuse(`${path}.slots`, 'an object of slots', slots)
  for (const [key, slot] of Object.entries(slots)) checkSlot(slot, `${path}.slots.${key}`)
  checkPart(part, `${path}.part`, slots, MAX_DEPTH)
}

function checkSlot(slot: unknown, path: string): void {
  if (typeof slot === 'string') return
  const of = isJsonObject(slot) ? slot['of'] : null
  const isRepeated =
    isJsonObject(slot) &&
    Number.isInteger(slot['count']) &&
    isJsonObject(of) &&
    Object.keys(of).length > 0 &&
    Object.values(of).every((text) => typeof text === 'string')
  if (!isRepeated) refuse(path, 'a text, or { count, of: { name: text } }', slot)
}

function checkPart(part: unknown, path: string, slots: object, levels: number): void {
  if (!isJsonObject(part) || levels === 0) return refuse(path, 'a part { type, text, children ... }', part)
  for (const key of Object.keys(part))
    if (!PART_KEYS.has(key)) refuse(`${path}.${key}`, `only the keys ${[...PART_KEYS].join(', ')}`, part[key])
  const { type, text, children, each, properties: given, layout, columns } = part
  if (typeof type !== 'string' || type === '') refuse(`${path}.type`, 'a type', type)
  if (text !== undefined && typeof text !== 'string') refuse(`${path}.text`, 'a string', text)
  if (each !== undefined && !(typeof each === 'string' && Object.hasOwn(slots, each)))
    refuse(`${path}.each`, 'the name of a slot', each)
  if (layout !== undefined && !['row', 'column', 'grid'].some((one) => one === layout))
    refuse(`${path}.layout`, 'row, column or grid', layout)
  if (columns !== undefined && !(Number.isInteger(columns) && (columns as number) > 0))
    refuse(`${path}.columns`, 'a whole number above 0', columns)
  if (given !== undefined) checkProperties(given, `${path}.properties`)
  if (children === undefined) return
  if (!Array.isArray(children)) return refuse(`${path}.children`, 'an array of parts', children)
  children.forEach((child, i) => checkPart(child, `${path}.children[${i}]`, slots, levels - 1))
}

function checkProperties(given: unknown, path: string): void {
  if (!isJsonObject(given)) return refuse(path, 'an object of properties', given)
  for (const key of Object.keys(given))
    if (!Object.hasOwn(properties, key)) refuse(`${path}.${key}`, 'the name of a property', given[key])
}

function refuse(path: string, expected: string, got: unknown): never {
  throw new TypeError(`expected ${path} to be ${expected}, got ${describe(got)}`)
}
