/** An estimate in hours; both ends are equal where one figure was given. */
export interface Hours {
  readonly min: number
  readonly max: number
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

export function hoursText({ min, max }: Hours): string {
  return min === max ? String(min) : `${min}-${max}`
}

/** The text without what stands in brackets at its end. */
export function withoutNote(text: string): string {
  const trimmed = text.trim()
  const open = trimmed.endsWith(')') ? trimmed.indexOf('(') : -1
  return open > 0 ? trimmed.slice(0, open).trim() : trimmed
}
