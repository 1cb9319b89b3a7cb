import { atLeast, exactly } from './range.ts'
import type { Range } from './range.ts'

/** A number as people write it. */
export interface Quantity {
  readonly value: number
  /** Said to be rounded (`~6000`), or rounded by its way of writing (`43k`, `15-20k`). */
  readonly approximate: boolean
  /** Ends of `15-20k`; else the value itself. */
  readonly low: number
  readonly high: number
  readonly unit: 'percent' | 'none'
}

/** Digits in groups of three by one kind of sign, or plainly; then a fraction and a power of ten. */
const NUMBER = String.raw`\d{1,3}(?:,\d{3}){1,5}|\d{1,3}(?:_\d{3}){1,5}|\d{1,3}(?:['’]\d{3}){1,5}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?![\d ])|\d{1,15}`
const MAGNITUDE = String.raw`(?:\s?(k|m|thousand|million)(?![a-zA-Z]))`
/** The parts: about, sign, number, power of ten, magnitude, the same of a range's end, percent. Every repetition is bounded. */
const QUANTITY = new RegExp(
  String.raw`^(~|≈|about |around |approx\.? |approximately |ca\.? |roughly )?([+-])?\$?(${NUMBER})(\.\d{1,9})?(e\+?\d{1,2})?${MAGNITUDE}?` +
    String.raw`(?:\s{0,3}(?:[-–]|to )\s{0,3}[~≈]?(${NUMBER})(\.\d{1,9})?${MAGNITUDE}?)?(\s?%)?`,
  'iu',
)
const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 1000,
  thousand: 1000,
  m: 1_000_000,
  million: 1_000_000,
}
const MAX_LENGTH = 500

/**
 * Reads the number at the start of a value: `86000`, `~6000`, `106k`, `1.2M`, `86,000`, `12 345`, `1.2e4`, `+83%`, `15-20k` and
 * `15k to 20k` (the middle), and `86000 (43k per ticket)`. Undefined if there is none, where the text goes on as another word
 * (`3rd`, `2026-02-07`), and where it could be two numbers (`1.234,5`, `1,5k`).
 *
 * @example
 * readQuantity('~150k for 5 tickets')?.value // 150000
 */
export function readQuantity(value: unknown): Quantity | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? { value, approximate: false, low: value, high: value, unit: 'none' }
      : undefined
  }
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined
  const text = value.trim()
  const match = QUANTITY.exec(text)
  if (match === null) return undefined
  const [
    whole,
    about,
    sign,
    digits,
    fraction,
    power,
    magnitude,
    endDigits,
    endFraction,
    endMagnitude,
    percent,
  ] = match
  // Another digit, letter or dash makes it a date, an ordinal or an id; a comma before a digit another way of writing.
  if (/^(?:[\w\-–:/]|[.,'’]\d)/u.test(text.slice(whole.length))) return undefined
  // Of `15-20k` both ends are thousands.
  const factor = MAGNITUDES[(magnitude ?? endMagnitude ?? '').toLowerCase()] ?? 1
  const endFactor = MAGNITUDES[(endMagnitude ?? magnitude ?? '').toLowerCase()] ?? 1
  const first = numberOf(digits!, fraction, power) * factor * (sign === '-' ? -1 : 1)
  const second =
    endDigits === undefined
      ? first
      : numberOf(endDigits, endFraction, undefined) * endFactor * (sign === '-' ? -1 : 1)
  return {
    value: (first + second) / 2,
    low: Math.min(first, second),
    high: Math.max(first, second),
    approximate: about !== undefined || magnitude !== undefined || endDigits !== undefined,
    unit: percent === undefined ? 'none' : 'percent',
  }
}

function numberOf(digits: string, fraction = '', power = ''): number {
  return Number(`${digits.replaceAll(/\D/g, '')}${fraction}${power}`)
}

const BELOW = /^(?:<=?|≤|under |below |less than |up to |at most |max\.? )\s{0,3}/iu
const ABOVE = /^(?:>=?|≥|over |above |more than |at least |min\.? )\s{0,3}/iu

/**
 * The limits within which a number is known: `15-20k` is 15,000 to 20,000, `<5k` at most 5,000, `2+` at least 2. Undefined
 * where there is no number, one with a percent sign, or one below zero.
 */
export function readAmount(value: unknown): Range | undefined {
  if (typeof value !== 'string') {
    const number = readQuantity(value)
    return number === undefined || number.value < 0 ? undefined : exactly(number.value)
  }
  const text = value.trim()
  const side = BELOW.exec(text) ?? ABOVE.exec(text)
  const quantity = readQuantity(side === null ? text : text.slice(side[0].length))
  if (quantity === undefined || quantity.unit === 'percent' || quantity.low < 0) return undefined
  if (side !== null) return BELOW.test(text) ? { low: 0, high: quantity.high } : atLeast(quantity.low)
  return /^[~≈]?[\d.,]{1,20}[kKmM]?\+/.test(text)
    ? atLeast(quantity.low)
    : { low: quantity.low, high: quantity.high }
}

/** Minutes a unit holds. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^d(?:ays?)?$/i, 24 * 60],
  [/^h(?:(?:ou)?rs?)?$/i, 60],
  [/^m(?:in(?:ute)?s?)?$/i, 1],
  [/^s(?:ec(?:ond)?s?)?$/i, 1 / 60],
  [/^ms$/i, 1 / 60_000],
]

/**
 * A length of time in minutes: `25 min`, `1h 20m`, `~90 seconds`, `PT25M`, `01:20:00`, or a number whose unit is known from
 * elsewhere. Undefined if no unit is said.
 */
export function readMinutes(value: unknown, unit?: string): number | undefined {
  if (typeof value === 'number') {
    const factor = unit === undefined ? undefined : minutesIn(unit)
    return factor === undefined || !Number.isFinite(value) ? undefined : value * factor
  }
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined
  const clock = /^\s{0,9}(\d{1,3}):(\d{2}):(\d{2})\s{0,9}$/.exec(value)
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3]) / 60
  const head = value
    .split(/[(;,]/, 1)[0]!
    .trim()
    .replace(/^(?:~|≈|about |around |approx\.? )/u, '')
  const parts = [...head.replace(/^PT?/, '').matchAll(/(\d{1,9}(?:\.\d{1,6})?)\s{0,3}([a-z]{1,8})/gi)]
  const known = parts.flatMap(([, number, name]) => {
    const factor = minutesIn(name!)
    return factor === undefined ? [] : [Number(number) * factor]
  })
  if (known.length > 0 && known.length === parts.length) return known.reduce((a, b) => a + b, 0)
  return /^\d{1,9}(?:\.\d{1,6})?$/.test(head) ? readMinutes(Number(head), unit) : undefined
}

function minutesIn(unit: string): number | undefined {
  return UNITS.find(([pattern]) => pattern.test(unit))?.[1]
}
