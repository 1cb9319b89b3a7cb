import { isJsonObject, own, setOwn } from '../base/json.ts'
import type { JsonObject } from '../base/json.ts'
import type { IssueCode } from '../command/issue.ts'
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

export type Fields = Readonly<Record<string, Field>>

/** A field that a condition decides. */
export function plain(expected: string, holds: (value: unknown, place: Place) => boolean): Field {
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

export function optional(field: Field): Field {
  return { ...field, isOptional: true }
}

export function oneOf(...words: readonly unknown[]): Field {
  return plain(words.length === 1 ? JSON.stringify(words[0]) : `one of ${words.join(', ')}`, (value) =>
    words.includes(value),
  )
}

export function nameIn(table: object, what: string): Field {
  return plain(what, (value) => typeof value === 'string' && Object.hasOwn(table, value))
}

export const number: Field = plain(
  'a finite number',
  (value) => typeof value === 'number' && Number.isFinite(value),
)
export const factor: Field = plain(
  'a number of at least 0',
  (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
)
export const pixels: Field = plain(
  `a number of pixels between -${MAX_PX} and ${MAX_PX}`,
  (value) => typeof value === 'number' && Math.abs(value) <= MAX_PX,
)
export const count: Field = plain(
  'a whole number of at least 1',
  (value, { maxComponents }) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= maxComponents,
)
export const flag: Field = plain('true or false', (value) => typeof value === 'boolean')
export const text: Field = {
  expected: 'a string',
  isOptional: false,
  read(value, place) {
    if (typeof value !== 'string') place.report(place.path, 'a string', value)
    else if (value.length > place.maxTextLength)
      place.report(place.path, `at most ${place.maxTextLength} characters`, value.length, 'text-too-long')
    else return value
    return undefined
  },
}
export const word: Field = {
  expected: 'a name',
  isOptional: false,
  read(value, place) {
    if (value !== '') return text.read(value, place)
    place.report(place.path, 'a name', value)
    return undefined
  },
}
/** An object with known keys. */
export function object(expected: string, known: Fields): Field {
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
export function variant(expected: string, kinds: Readonly<Record<string, Fields>>): Field {
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
    place.report(`${place.path}.${key.slice(0, 40)}`, `only the keys ${names.join(', ')}`, value[key])
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

/** A list of values that are read alike. */
export function list(expected: string, item: Field, most: number): Field {
  return {
    expected,
    isOptional: false,
    read(value, place) {
      if (!Array.isArray(value) || value.length > most) {
        place.report(place.path, `${expected}: at most ${most}`, value)
        return undefined
      }
      const read: unknown[] = []
      for (let i = 0; i < value.length; i++) {
        const one = item.read(value[i], { ...place, path: `${place.path}[${i}]` })
        // One that is wrong says enough about a long list.
        if (one === undefined) return undefined
        read.push(one)
      }
      return read
    },
  }
}

/** An object with any keys, whose values are read alike. */
export function record(expected: string, item: Field, most: number): Field {
  return {
    expected,
    isOptional: false,
    read(value, place) {
      const keys = isJsonObject(value) ? Object.keys(value) : null
      if (keys === null || keys.length > most) {
        place.report(place.path, `${expected}: an object of at most ${most} keys`, value)
        return undefined
      }
      const read: Record<string, unknown> = {}
      for (const key of keys) {
        const path = `${place.path}.${key.slice(0, 40)}`
        const one = item.read(own(value as JsonObject, key), { ...place, path })
        if (one === undefined) return undefined
        setOwn(read, key, one)
      }
      return read
    },
  }
}
