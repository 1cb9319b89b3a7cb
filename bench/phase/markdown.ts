/** A table in Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Microseconds, or milliseconds from 1 ms on. */
export function duration(micros: number): string {
  return micros < 1000 ? `${digits(micros)} us` : `${digits(micros / 1000)} ms`
}

/** About three digits. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(value >= 10 ? 1 : 2)
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(Math.abs(share) < 0.1 ? 1 : 0)}%`
}

export function count(value: number): string {
  return value.toLocaleString('en')
}
