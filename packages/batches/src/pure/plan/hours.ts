/** An estimate in hours; both ends are equal where one figure was given. */
export interface Hours {
  readonly min: number
  readonly max: number
}

/** An estimate, and how it was read where that is not certain. */
export interface HoursReading extends Hours {
  readonly reading: string | null
}

const HOURS =
  /^(?:~|about |ca\. ?)?(\d{1,4}(?:\.\d{1,3})?)(?: {0,3}(?:-|–|to) {0,3}(\d{1,4}(?:\.\d{1,3})?))? {0,3}(?:\+ {0,3})?(?:h|hr|hrs|hour|hours)?\.?$/i

/** `8`, `3-4`, `6h`, `2.5 hours`, `4h (increased from 3h)`; null for anything else, and where the end comes first. */
export function readHours(text: string): Hours | null {
  const [, first, last] = HOURS.exec(withoutNote(text)) ?? []
  if (first === undefined) return null
  const min = Number(first)
  const max = last === undefined ? min : Number(last)
  return max < min ? null : { min, max }
}

/** Hours of a working day and week; a minute is a sixtieth. */
const HOURS_PER_UNIT: Readonly<Record<string, number>> = {
  m: 1 / 60,
  h: 1,
  d: 8,
  w: 40,
}
const QUANTITY =
  /(?<![\w.])(\d{1,4}(?:[.,]\d{1,3})?)\s{0,3}(?:(?:h|hours?)?\s{0,3}(?:-|–|to)\s{0,3}(\d{1,4}(?:[.,]\d{1,3})?)\s{0,3})?(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)?(?![A-Za-z0-9.%])/i

/**
 * Reads an estimate in whatever words it has: `30 minutes`, `2 days`, `1.5-2h per screen`. What is more than a plain number
 * of hours comes with how it was read. Null if there is not a number.
 */
export function findHours(text: string): HoursReading | null {
  const plain = readHours(text)
  if (plain !== null) return { ...plain, reading: null }
  const [, first, last, unit = 'h'] = QUANTITY.exec(text.slice(0, 500)) ?? []
  if (first === undefined) return null
  const scale = HOURS_PER_UNIT[unit[0]!.toLowerCase()] ?? 1
  const [a, b] = [first, last ?? first].map((figure) => rounded(Number(figure.replace(',', '.')) * scale))
  const hours = { min: Math.min(a!, b!), max: Math.max(a!, b!) }
  // Minutes are plain; how long a day or a week is, is a convention.
  const isPlain =
    scale < 1 &&
    b! >= a! &&
    /^[~\s\d.,–-]{1,30}(?:to\s\d{1,4}\s)?m(?:in(?:ute)?s?)?\.?$/i.test(withoutNote(text))
  return {
    ...hours,
    reading: isPlain ? null : `read as ${hoursText(hours)} hours`,
  }
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100
}

export function hoursText({ min, max }: Hours): string {
  return min === max ? String(min) : `${min}-${max}`
}

/** The text without what stands in brackets at its end. */
export function withoutNote(text: string): string {
  const trimmed = text.trim()
  const open = trimmed.endsWith(')') ? trimmed.indexOf('(') : -1
  return open > 0 ? trimmed.slice(0, open).trim() : trimmed
}
