/** A number as people write it. */
export interface Quantity {
  readonly value: number
  /** Said to be rounded (`~6000`), or rounded by its way of writing (`43k`, `15-20k`). */
  readonly approximate: boolean
  readonly unit: 'percent' | 'none'
}

/** The parts: about, sign, number, end of a range, magnitude, percent. Every repetition is bounded. */
const QUANTITY =
  /^(~|≈|about |ca\.? )?([+-])?\$?(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,9})?(?:\s{0,3}[-–]\s{0,3}(\d{1,15}(?:\.\d{1,9})?))?(?:\s?([kKmM])(?![a-zA-Z]))?(\s?%)?/u
const MAGNITUDES: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000 }
const MAX_LENGTH = 500

/**
 * Reads the number at the start of a value: `86000`, `~6000`, `106k`, `1.2M`, `86,000`, `+83%`, `15-20k` (its middle)
 * and `86000 (43k per ticket)`. Undefined where there is none, or where the text goes on as another word (`3rd`, `2026-02-07`).
 *
 * @example
 * readQuantity('~150k for 5 tickets')?.value // 150000
 */
export function readQuantity(value: unknown): Quantity | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { value, approximate: false, unit: 'none' } : undefined
  }
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined
  const text = value.trim()
  const match = QUANTITY.exec(text)
  if (match === null) return undefined
  const [whole, about, sign, digits, fraction, rangeEnd, magnitude, percent] = match
  // Another digit, letter or dash makes it a date, an ordinal or an id.
  if (/^[\w\-–:/]/u.test(text.slice(whole.length))) return undefined
  const factor = magnitude === undefined ? 1 : MAGNITUDES[magnitude.toLowerCase()]!
  const first = Number(`${digits!.replaceAll(',', '')}${fraction ?? ''}`)
  const middle = rangeEnd === undefined ? first : (first + Number(rangeEnd)) / 2
  return {
    value: middle * factor * (sign === '-' ? -1 : 1),
    approximate: about !== undefined || magnitude !== undefined || rangeEnd !== undefined,
    unit: percent === undefined ? 'none' : 'percent',
  }
}
