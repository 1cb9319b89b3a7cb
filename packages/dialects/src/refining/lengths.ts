/** A length of CSS: an amount and its unit, empty for a plain number. */
export interface Length {
  readonly amount: number
  readonly unit: string
}

/** One CSS length, or a plain number as text. */
export function readLength(text: string): Length | null {
  const match = /^\s{0,8}(-?\d{1,9}(?:\.\d{1,12})?|-?\.\d{1,12})([a-z%]{0,5})\s{0,8}$/i.exec(text)
  return match === null ? null : { amount: Number(match[1]), unit: match[2]!.toLowerCase() }
}

/** Pixels; rem is 16. Undefined for what depends on something else. */
export function pixelsIn({ amount, unit }: Length): number | undefined {
  if (unit === 'px' || unit === '' || amount === 0) return amount
  return unit === 'rem' ? amount * 16 : undefined
}

/** At most two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** Every length in a text such as "20px 0 48px" changed alike; null if one cannot be. */
export function changeLengths(text: string, change: (length: Length) => Length | null): string | null {
  const parts = text.trim().split(/\s+/)
  if (parts.length > 4) return null
  const changed: string[] = []
  for (const part of parts) {
    const read = readLength(part)
    const next = read === null ? null : change(read)
    if (next === null) return null
    changed.push(`${rounded(next.amount)}${next.unit}`)
  }
  return changed.join(' ')
}
