import { parseColor } from 'blueprint-command-engine'
import type { Result } from 'blueprint-command-engine'
import { sizeNames, tShirtLadder } from './ladder.ts'
import type { Row } from './row.ts'
import { pixelsIn, readLength } from '../refining/lengths.ts'

type Scalar = string | number | boolean

const ok = <T>(value: T): Result<T, string> => ({ ok: true, value })
const fail = (error: string): Result<never, string> => ({ ok: false, error })

/**
 * A value as the row writes it, or what was expected.
 *
 * @param present what stands there now, whose spelling and unit are kept
 */
export function coerce(row: Row, said: Scalar, present: unknown): Result<Scalar, string> {
  const value =
    row.native !== undefined && Object.hasOwn(row.native, String(said)) ? row.native[String(said)]! : said
  const { holds } = row
  switch (holds.kind) {
    case 'enum':
      return word(row, holds, value, present)
    case 'number': {
      const number = numberIn(value)
      if (number === undefined || (holds.isInteger === true && !Number.isInteger(number)))
        return fail(holds.isInteger === true ? 'a whole number' : 'a number')
      return ok(typeof present === 'string' ? String(number) : number)
    }
    case 'length': {
      const named = holds.words?.find((one) => loosely(one) === loosely(String(value)))
      return named === undefined ? length(value, present, holds.written) : ok(named)
    }
    case 'color': {
      const color = typeof value === 'string' ? parseColor(value) : null
      return color === null ? fail('a color') : ok(color.hex)
    }
    case 'flag':
      if (typeof value === 'boolean') return ok(typeof present === 'string' ? String(value) : value)
      return value === 'true' || value === 'false'
        ? coerce(row, value === 'true', present)
        : fail('true or false')
    case 'text':
      return typeof value === 'boolean' ? fail('a text') : ok(String(value))
  }
}

/** Words are compared without case, blanks and marks: "extra large" is extraLarge. */
export function loosely(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]{1,16}/g, '')
}

function word(
  row: Row,
  holds: Extract<Row['holds'], { kind: 'enum' }>,
  value: Scalar,
  present: unknown,
): Result<Scalar, string> {
  const wanted = loosely(String(value))
  const all = [...holds.values, ...(holds.ladder ?? [])]
  const known =
    all.find((one) => loosely(one) === wanted) ??
    sizeNames(wanted).find((name) => (holds.ladder ?? holds.values).includes(name))
  const open =
    holds.isOpen === true && tShirtLadder([String(value)]) !== undefined ? String(value) : undefined
  const found = known ?? open
  if (found === undefined) return fail(`one of ${holds.values.join(', ')}`)
  return ok(inCaseOf(found, row.codec === undefined ? present : row.codec.read(present)))
}

/** Formats that read words in any case have them written in the case of the old value. */
export function inCaseOf(value: string, present: unknown): string {
  if (typeof present !== 'string' || present === '') return value
  const first = present[0]!
  if (first === first.toUpperCase() && first !== first.toLowerCase() && !/^[A-Z]/.test(value))
    return value[0]!.toUpperCase() + value.slice(1)
  return value
}

function length(value: Scalar, present: unknown, written: 'number' | 'px'): Result<Scalar, string> {
  if (typeof value === 'boolean') return fail('a length in px')
  const isNumber = typeof present === 'number' || (typeof present !== 'string' && written === 'number')
  if (typeof value === 'number') return ok(isNumber ? value : `${value}px`)
  const read = readLength(value)
  if (read === null) return fail('a length in px')
  if (!isNumber) return ok(read.unit === '' ? `${read.amount}px` : value)
  const px = pixelsIn(read)
  return px === undefined ? fail('a number of pixels') : ok(px)
}

export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const read = readLength(value)
  return read === null ? undefined : pixelsIn(read)
}
