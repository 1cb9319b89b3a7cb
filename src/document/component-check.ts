import { describe } from '../base/json.ts'
import { findJsonProblem, isJsonScalar, isPlainArray, isPlainObject } from './json-value.ts'
import type { JsonProblem, ValueBudget } from './json-value.ts'
import { innerVisualFields } from './look-table.ts'
import { tokenFields, visualFields } from './native-table.ts'
import type { ValueKind } from './native-table.ts'
import { escapeSegment } from './patch.ts'
import { typesOfKind } from './schema.ts'

export type FaultCode =
  | 'document-invalid'
  | 'document-too-large'
  | 'document-too-deep'
  | 'document-cycle'
  | 'duplicate-id'
  | 'text-too-long'
  | 'box-invalid'

/** Takes what is wrong: `path` is relative to the object that is looked at. */
export type FaultSink = (code: FaultCode, path: string, expected: string, got: string) => void

/** What bounds the looking, and who hears of faults. */
export interface CheckContext {
  readonly maxDepth: number
  readonly maxTextLength: number
  readonly budget: ValueBudget
  /** Whether what stands under unknown keys is looked at as well. */
  readonly unknownKeys: 'check' | 'trust'
  readonly report: FaultSink
}

const STRING = 1
const NUMBER = 2
const BOOLEAN = 4
const NULL = 8
const GRADIENT = 16
/** Texts by which people name components: they are read word by word, so their length is bounded. */
const NAMING = 32
const BORDER = 64
const LOOKS = 128

const TYPE_BITS = {
  string: STRING,
  number: NUMBER,
  boolean: BOOLEAN,
  null: NULL,
  gradient: GRADIENT,
  border: BORDER,
  looks: LOOKS,
} as const
const NAMING_FIELDS: ReadonlySet<string> = new Set(['alt', 'placeholder', 'price', 'icon'])

/** Without a prototype, so that no key is there by inheritance. */
type FieldTable = { readonly [key: string]: number | undefined }

/** What `visual` may hold, as bits a look-up away. */
const visualTable: FieldTable = tableOf(visualFields)
const innerTable: FieldTable = tableOf(innerVisualFields)
const tokenTable: FieldTable = tableOf(tokenFields)

function tableOf(fields: { readonly [key: string]: ValueKind }): FieldTable {
  const table = Object.create(null) as Record<string, number>
  for (const [key, kind] of Object.entries(fields)) {
    let bits = NAMING_FIELDS.has(key) ? NAMING : 0
    for (const type of typesOfKind(kind)) bits |= TYPE_BITS[type]
    table[key] = bits
  }
  return table
}

const HAS_ID = 1
const HAS_TYPE = 2

/**
 * Looks at one component's own keys; at the components in it only whether they are a list. Unknown keys must hold JSON.
 * O(keys + values under unknown keys).
 *
 * @returns whether it has an id that can be compared with others
 */
export function checkComponent(
  component: { readonly [key: string]: unknown },
  context: CheckContext,
): boolean {
  const { report } = context
  let seen = 0
  // A loop over the keys in place costs a quarter of one over `Object.keys`. It sees inherited keys too, which a plain object
  // has only where somebody extended Object.prototype: whatever is found wrong is reported for own keys only.
  for (const key in component) {
    const value = component[key]
    switch (key) {
      case 'id':
      case 'type':
        if (typeof value !== 'string' || value === '')
          report('document-invalid', `/${key}`, 'a non-empty string', describe(value))
        else checkLength(value, `/${key}`, context)
        if (typeof value === 'string' && value !== '') seen |= key === 'id' ? HAS_ID : HAS_TYPE
        break
      case 'text':
      case 'role':
        if (typeof value === 'string') checkLength(value, `/${key}`, context)
        else if (value !== null) report('document-invalid', `/${key}`, 'a string or null', describe(value))
        break
      case 'bbox': {
        const expected = boxProblem(value)
        if (expected !== null) report('box-invalid', '/bbox', expected, describeBox(value))
        break
      }
      case 'visual':
        if (isPlainObject(value)) checkFields(value, visualTable, '/visual', context)
        else report('document-invalid', '/visual', 'an object, if present', describe(value))
        break
      case 'children':
        if (!isPlainArray(value))
          report('document-invalid', '/children', 'an array of components, if present', describe(value))
        break
      case 'confidence':
        if (value !== null && !Number.isFinite(value))
          report('document-invalid', '/confidence', 'a number or null', describe(value))
        break
      default:
        if (!isJsonScalar(value) && Object.hasOwn(component, key)) checkUnknown(value, '', key, context)
    }
  }
  if (seen === (HAS_ID | HAS_TYPE)) return true
  if ((seen & HAS_ID) === 0 && !isWritten(component, 'id'))
    report('document-invalid', '/id', 'a non-empty string', 'nothing')
  if ((seen & HAS_TYPE) === 0 && !isWritten(component, 'type'))
    report('document-invalid', '/type', 'a non-empty string', 'nothing')
  return (seen & HAS_ID) !== 0
}

/** Whether a key would be written into JSON text: a hidden one is not there. */
export function isWritten(object: object, key: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(object, key)
}

/** Looks at the theme tokens: the known ones by their kinds, the others must hold JSON. */
export function checkTokens(tokens: unknown, context: CheckContext): void {
  if (isPlainObject(tokens)) checkFields(tokens, tokenTable, '', context)
  else context.report('document-invalid', '', 'an object, if present', describe(tokens))
}

/** Looks at a key that the engine does not know: any JSON may stand there. */
export function checkUnknown(value: unknown, prefix: string, key: string, context: CheckContext): void {
  if (isJsonScalar(value) || context.unknownKeys === 'trust') return
  const problem = findJsonProblem(value, context.maxDepth, context.budget)
  if (problem !== null) reportProblem(problem, `${prefix}/${escapeSegment(key)}`, context)
}

function reportProblem(problem: JsonProblem, path: string, context: CheckContext): void {
  const at = path + problem.path
  switch (problem.kind) {
    case 'not-json':
      return context.report('document-invalid', at, 'a JSON value', describe(problem.value))
    case 'cycle':
      return context.report('document-cycle', at, 'no circular references', 'a circular reference')
    case 'too-deep':
      return context.report('document-too-deep', at, `at most ${context.maxDepth} levels`, 'more')
    case 'too-large':
      return context.report('document-too-large', at, 'fewer values', 'more')
  }
}

function checkFields(
  object: { readonly [key: string]: unknown },
  table: FieldTable,
  prefix: string,
  context: CheckContext,
): void {
  for (const key in object) {
    const value = object[key]
    const bits = table[key]
    if (bits === undefined) {
      if (!isJsonScalar(value) && Object.hasOwn(object, key)) checkUnknown(value, prefix, key, context)
    } else if (!isOf(bits, value))
      context.report('document-invalid', `${prefix}/${key}`, expectedOf(bits), describe(value))
    else if ((bits & NAMING) !== 0 && typeof value === 'string')
      checkLength(value, `${prefix}/${key}`, context)
    else if (bits & LOOKS && value !== null) checkLooks(value as object, `${prefix}/${key}`, context)
  }
}

/** The looks for states or devices: each is a look without further ones in it. */
function checkLooks(looks: object, prefix: string, context: CheckContext): void {
  for (const [name, look] of Object.entries(looks) as [string, unknown][]) {
    const path = `${prefix}/${escapeSegment(name)}`
    if (isPlainObject(look)) checkFields(look, innerTable, path, context)
    else context.report('document-invalid', path, 'an object with the keys of a look', describe(look))
  }
}

function isOf(bits: number, value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return (bits & STRING) !== 0
    case 'number':
      return (bits & NUMBER) !== 0 && Number.isFinite(value)
    case 'boolean':
      return (bits & BOOLEAN) !== 0
    case 'object':
      if (value === null) return (bits & NULL) !== 0
      if ((bits & LOOKS) !== 0) return isPlainObject(value)
      return (bits & BORDER) !== 0 ? isBorder(value) : (bits & GRADIENT) !== 0 && isGradient(value)
    default:
      return false
  }
}

function isGradient(value: object): boolean {
  if (!isPlainObject(value)) return false
  const { type, angle, stops } = value
  if (typeof type !== 'string' || !Number.isFinite(angle) || !isPlainArray(stops)) return false
  for (const stop of stops) if (typeof stop !== 'string') return false
  // Further keys are kept as they are, so they must hold JSON like any unknown key.
  return Object.keys(value).length === 3 || findJsonProblem(value, MAX_VALUE_DEPTH, { left: 10_000 }) === null
}

function isBorder(value: object): boolean {
  if (!isPlainObject(value)) return false
  const { width = null, style = null, color = null } = value
  if (width !== null && typeof width !== 'string' && !Number.isFinite(width)) return false
  if ((style !== null && typeof style !== 'string') || (color !== null && typeof color !== 'string'))
    return false
  // Further keys are kept as they are, so they must hold JSON like any unknown key.
  return findJsonProblem(value, MAX_VALUE_DEPTH, { left: 10_000 }) === null
}

/** Levels inside a value that a key of the look holds. */
const MAX_VALUE_DEPTH = 64

function expectedOf(bits: number): string {
  const words: string[] = []
  if (bits & NUMBER) words.push('a finite number')
  if (bits & STRING) words.push('a string')
  if (bits & BOOLEAN) words.push('true or false')
  if (bits & GRADIENT) words.push('a gradient { type, angle, stops: [colors] }')
  if (bits & BORDER) words.push('a border { width, style, color }')
  if (bits & LOOKS) words.push('an object of looks')
  if (bits & NULL) words.push('null')
  return words.join(' or ')
}

function checkLength(text: string, path: string, context: CheckContext): void {
  if (text.length > context.maxTextLength) {
    context.report(
      'text-too-long',
      path,
      `at most ${context.maxTextLength} characters`,
      `${text.length} characters`,
    )
  }
}

/** What a box should be and this value is not; null when it is a box. */
export function boxProblem(value: unknown): string | null {
  if (!isPlainArray(value) || value.length !== 4) return 'four numbers [x, y, width, height], if present'
  // Number.isFinite does not convert, so it is false for anything but a number.
  if (
    !Number.isFinite(value[0]) ||
    !Number.isFinite(value[1]) ||
    !Number.isFinite(value[2]) ||
    !Number.isFinite(value[3])
  ) {
    return 'four finite numbers'
  }
  return (value[2] as number) > 0 && (value[3] as number) > 0 ? null : 'a width and a height above 0'
}

function describeBox(value: unknown): string {
  if (!Array.isArray(value) || value.length > 8) return describe(value)
  return `[${value.map((side) => (typeof side === 'number' ? String(side) : describe(side))).join(', ')}]`
}
