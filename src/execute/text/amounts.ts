import type { AmountChange } from '../../command/content-steps.ts'
import { fail, ok } from '../../base/result.ts'
import type { Result } from '../../base/result.ts'

/** A number in a text, with how it is written. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly value: number
  /** The sign before each group of three digits; empty where there are no groups. */
  readonly grouping: '' | ',' | '.' | ' ' | '\u00A0' | '\u202F' | "'"
  readonly point: '.' | ','
  readonly decimals: number
  readonly hasCurrency: boolean
}

/** Digits with anything between them that groups or parts them; bounded, as no amount is longer. */
const NUMBER = /\d(?:[\d.,' \u00A0\u202F]{0,24}\d)?/g
const CURRENCY_BEFORE = /(?:[$\u00A2-\u00A5\u20A0-\u20CF]|\b(?:USD|EUR|GBP|CHF|JPY|AUD|CAD|Rs\.?|kr\.?))\s?$/i
const CURRENCY_AFTER = /^\s?(?:[$\u00A2-\u00A5\u20A0-\u20CF]|(?:USD|EUR|GBP|CHF|JPY|AUD|CAD|kr)\b)/i
const GROUPED = /^\d{1,3}(?:([,.' \u00A0\u202F])\d{3})(?:\1\d{3}){0,6}$/

/** The numbers in a text, in their order. O(length). */
export function amountsIn(text: string): readonly Amount[] {
  const found: Amount[] = []
  for (const match of text.matchAll(NUMBER)) {
    // Two numbers with a blank between them are no groups: each is read by itself.
    for (const { at, digits } of parted(match[0], match.index)) {
      const amount = readAmount(text, at, digits)
      if (amount !== null) found.push(amount)
    }
  }
  return found
}

function parted(digits: string, at: number): { readonly at: number; readonly digits: string }[] {
  if (!/[ \u00A0\u202F]/.test(digits) || GROUPED.test(digits.replace(/[.,]\d{1,2}$/, '')))
    return [{ at, digits }]
  const parts: { at: number; digits: string }[] = []
  let from = 0
  for (const part of digits.split(/[ \u00A0\u202F]/)) {
    if (part !== '') parts.push({ at: at + from, digits: part })
    from += part.length + 1
  }
  return parts
}

function readAmount(text: string, start: number, digits: string): Amount | null {
  const end = start + digits.length
  const written = writingOf(digits)
  if (written === null) return null
  const before = text.slice(Math.max(0, start - 8), start)
  const after = text.slice(end, end + 8)
  const isNegative = /(?:^|[\s($])[-\u2212]\s?[$\u00A2-\u00A5\u20A0-\u20CF]?$/.test(before)
  const { value, ...rest } = written
  return {
    start,
    end,
    value: isNegative ? -value : value,
    ...rest,
    hasCurrency: CURRENCY_BEFORE.test(before.replace(/[-\u2212]\s?$/, '')) || CURRENCY_AFTER.test(after),
  }
}

/** Which sign groups and which one parts decimals; null where that cannot be told, as in a date or a version. */
function writingOf(digits: string): Pick<Amount, 'value' | 'grouping' | 'point' | 'decimals'> | null {
  const tail = /([.,])(\d{1,2}|\d{4,9})$/.exec(digits)
  const whole = tail === null ? digits : digits.slice(0, tail.index)
  const point = (tail?.[1] ?? '.') as '.' | ','
  const decimals = tail?.[2] ?? ''
  const group = GROUPED.exec(whole)
  if (group === null && !/^\d{1,30}$/.test(whole)) return null
  const grouping = (group?.[1] ?? '') as Amount['grouping']
  if (grouping !== '' && grouping === point && decimals !== '') return null
  const plain = whole.replaceAll(/\D/g, '')
  const value = Number(decimals === '' ? plain : `${plain}.${decimals}`)
  return Number.isFinite(value)
    ? { value, grouping, point: grouping === '.' ? ',' : point, decimals: decimals.length }
    : null
}

/**
 * The one amount that a text is about: the only one with a currency, else the only number there is. The error says why it cannot be
 * told.
 */
function amountOf(text: string): Result<Amount, string> {
  const all = amountsIn(text)
  const priced = all.filter(({ hasCurrency }) => hasCurrency)
  const candidates = priced.length > 0 ? priced : all
  if (candidates.length === 1) return ok(candidates[0]!)
  return fail(candidates.length === 0 ? 'it holds no number' : `it holds ${candidates.length} numbers`)
}

/** A text with its amount changed, written as it was: currency, grouping, decimals. The error says why it cannot be. */
export function changeAmount(text: string, change: AmountChange): Result<string, string> {
  const found = amountOf(text)
  if (!found.ok) return found
  const amount = found.value
  const { factor = 1, by = 0, to, roundTo } = change
  let value = to ?? amount.value * factor + by
  if (roundTo !== undefined && roundTo > 0) value = Math.round(value / roundTo + NOISE) * roundTo
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return fail('the result is no number')
  if (value < 0 && amount.value >= 0) return fail('it would fall below 0')
  const written = write(Math.abs(value), amount, roundTo ?? null)
  return ok(text.slice(0, amount.start) + written + text.slice(amount.end))
}

/** Products such as 1.005 x 100 fall short of their half by less than this. */
const NOISE = 1e-9

function write(value: number, { decimals, grouping, point }: Amount, roundTo: number | null): string {
  // A whole price that gets a fraction shows it as prices do; rounded to whole ones it shows none that is not there.
  const isWhole = Math.abs(value - Math.round(value)) < 0.005
  const rounded = roundTo !== null && Number.isInteger(roundTo) && isWhole
  const shown = rounded ? 0 : decimals > 0 || isWhole ? decimals : 2
  const [whole, fraction] = (value + NOISE * Math.max(1, value)).toFixed(shown).split('.') as [
    string,
    string?,
  ]
  const grouped = grouping === '' ? whole : whole.replaceAll(/\B(?=(?:\d{3}){1,9}$)/g, grouping)
  return fraction === undefined ? grouped : grouped + point + fraction
}
