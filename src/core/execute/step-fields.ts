import { isJsonObject, own } from '../base/json.ts'
import type { IssueCode } from '../command/issue.ts'
import type { StepKind } from '../command/step.ts'
import { properties, tokens } from '../document/native-table.ts'
import { MAX_PX } from './values.ts'

/** Where in the input something stands, and what goes with reading it. */
export interface Place {
  readonly path: string
  /** Position of the step. */
  readonly step: number
  readonly maxComponents: number
  readonly maxTextLength: number
  readonly report: (place: string, expected: string, got: unknown, code?: IssueCode) => void
}

/** How one key of a step is read. */
export interface Field {
  /** In words, for messages. */
  readonly expected: string
  readonly isOptional: boolean
  /** A clean copy of the value; undefined after a report. */
  readonly read: (value: unknown, place: Place) => unknown
}

type Fields = Readonly<Record<string, Field>>

/** A field that a condition decides. */
function plain(expected: string, holds: (value: unknown, place: Place) => boolean): Field {
  return {
    expected,
    isOptional: false,
    read(value, place) {
      if (holds(value, place)) return value
      place.report(place.path, expected, value)
      return undefined
    },
  }
}

function optional(field: Field): Field {
  return { ...field, isOptional: true }
}

function oneOf(...words: readonly unknown[]): Field {
  return plain(words.length === 1 ? JSON.stringify(words[0]) : `one of ${words.join(', ')}`, (value) =>
    words.includes(value),
  )
}

function nameIn(table: object, what: string): Field {
  return plain(what, (value) => typeof value === 'string' && Object.hasOwn(table, value))
}

const number = plain('a finite number', (value) => typeof value === 'number' && Number.isFinite(value))
const factor = plain(
  'a number from 0 on',
  (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
)
const pixels = plain(
  `a number of pixels between -${MAX_PX} and ${MAX_PX}`,
  (value) => typeof value === 'number' && Math.abs(value) <= MAX_PX,
)
const count = plain(
  'a whole number from 1 on',
  (value, { maxComponents }) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= maxComponents,
)
const flag = plain('true or false', (value) => typeof value === 'boolean')
const text: Field = {
  expected: 'a text',
  isOptional: false,
  read(value, place) {
    if (typeof value !== 'string') place.report(place.path, 'a text', value)
    else if (value.length > place.maxTextLength)
      place.report(place.path, `at most ${place.maxTextLength} characters`, value.length, 'text-too-long')
    else return value
    return undefined
  },
}
const word: Field = {
  expected: 'a name',
  isOptional: false,
  read(value, place) {
    if (value !== '') return text.read(value, place)
    place.report(place.path, 'a name', value)
    return undefined
  },
}
const property = nameIn(properties, 'the name of a property')

/** An object with known keys. */
function object(expected: string, known: Fields): Field {
  return {
    expected,
    isOptional: false,
    read(value, place) {
      if (!isJsonObject(value)) {
        place.report(place.path, expected, value)
        return undefined
      }
      return readKeys(value, known, place)
    },
  }
}

/** An object whose `kind` says which other keys it has. */
function variant(expected: string, kinds: Readonly<Record<string, Fields>>): Field {
  return {
    expected,
    isOptional: false,
    read(value, place) {
      const kind = isJsonObject(value) ? own(value, 'kind') : undefined
      if (!isJsonObject(value) || typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
        place.report(
          place.path,
          `${expected}: an object with a kind of ${Object.keys(kinds).join(', ')}`,
          isJsonObject(value) ? kind : value,
        )
        return undefined
      }
      return { kind, ...readKeys(value, kinds[kind]!, place, 'kind') }
    },
  }
}

/** Reads known keys, each by its field; a key that is not known is reported, and nothing is read. */
export function readKeys(
  value: { readonly [key: string]: unknown },
  known: Fields,
  place: Place,
  tag?: string,
): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    if (key === tag || Object.hasOwn(known, key)) continue
    const names = tag === undefined ? Object.keys(known) : [tag, ...Object.keys(known)]
    place.report(`${place.path}.${key.slice(0, 40)}`, `no other keys than ${names.join(', ')}`, value[key])
    return read
  }
  for (const key of Object.keys(known)) {
    const field = known[key]!
    const present = own(value, key)
    const path = `${place.path}.${key}`
    if (present === undefined) {
      if (!field.isOptional) place.report(path, field.expected, present)
      continue
    }
    const result = field.read(present, { ...place, path })
    if (result !== undefined) read[key] = result
  }
  return read
}

const target: Field = {
  expected: 'an id, or { madeBy: an earlier step }',
  isOptional: false,
  read(value, place) {
    if (typeof value === 'string' && value.length <= place.maxTextLength) return value
    const made = isJsonObject(value) && Object.keys(value).length === 1 ? own(value, 'madeBy') : undefined
    if (Number.isInteger(made) && (made as number) >= 0 && (made as number) < place.step)
      return { madeBy: made }
    place.report(place.path, target.expected, made ?? value)
    return undefined
  },
}

const targets: Field = {
  expected: 'targets: an array of ids',
  isOptional: false,
  read(value, place) {
    if (!Array.isArray(value) || value.length === 0 || value.length > place.maxComponents) {
      place.report(place.path, `1 to ${place.maxComponents} targets`, value)
      return undefined
    }
    const read: unknown[] = []
    for (let i = 0; i < value.length; i++) {
      const one = target.read(value[i], { ...place, path: `${place.path}[${i}]` })
      // One wrong target says enough about a list of thousands.
      if (one === undefined) return undefined
      read.push(one)
    }
    return read
  },
}

const gradient = object('a gradient', {
  type: oneOf('linear'),
  angle: number,
  stops: {
    expected: '2 to 16 colors',
    isOptional: false,
    read(value, place) {
      if (
        Array.isArray(value) &&
        value.length >= 2 &&
        value.length <= 16 &&
        value.every((stop) => typeof stop === 'string' && stop.length <= 100)
      )
        return [...(value as string[])]
      place.report(place.path, '2 to 16 colors', value)
      return undefined
    },
  },
})

const styleValue: Field = {
  expected: 'a text, a number, true, false, null or a gradient',
  isOptional: false,
  read(value, place) {
    if (value === null || typeof value === 'boolean') return value
    if (typeof value === 'string') return text.read(value, place)
    if (isJsonObject(value)) return gradient.read(value, place)
    if (typeof value === 'number') return number.read(value, place)
    place.report(place.path, styleValue.expected, value)
    return undefined
  },
}

const tokenValue: Field = {
  expected: 'a text or a number',
  isOptional: false,
  read: (value, place) => (typeof value === 'number' ? number : text).read(value, place),
}

const measure = variant('a measure', {
  to: { px: pixels },
  factor: { factor },
  by: { px: pixels },
  share: { share: factor },
})

const place = variant('a place', {
  before: { anchor: target },
  after: { anchor: target },
  inside: { anchor: target, at: oneOf('start', 'end') },
  first: {},
  last: {},
  up: {},
  down: {},
  screen: { at: oneOf('start', 'end', 'very-end') },
})

const newComponent = object('a new component', {
  type: word,
  text: optional(text),
  role: optional(word),
  properties: optional(
    object(
      'properties',
      Object.fromEntries(Object.keys(properties).map((name) => [name, optional(styleValue)])),
    ),
  ),
})

/** The keys of every kind of step. */
export const fields: { readonly [K in StepKind]: Fields } = {
  set: { targets, property, value: styleValue },
  adjust: { targets, property, factor: optional(number), by: optional(number) },
  resize: { targets, width: optional(measure), height: optional(measure), font: optional(measure) },
  lightness: { targets, property: oneOf('background', 'textColor', 'borderColor'), factor },
  shadow: { targets, by: oneOf(1, -1) },
  pill: { targets },
  move: { targets, place },
  shift: { targets, dx: pixels, dy: pixels },
  'place-at': { targets, x: optional(pixels), y: optional(pixels) },
  align: { targets, to: oneOf('left', 'center', 'right', 'top', 'middle', 'bottom') },
  swap: { a: target, b: target },
  add: { component: newComponent, place: optional(place), count: optional(count) },
  duplicate: { targets, place: optional(place), count: optional(count) },
  delete: { targets },
  wrap: { targets, container: newComponent, each: flag },
  token: {
    token: nameIn(tokens, 'the name of a token'),
    value: optional(tokenValue),
    by: optional(number),
    factor: optional(number),
    lightness: optional(factor),
  },
}
