/** A table of text for the terminal: the first column to the left, the others to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd()
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Microseconds, about three digits. */
export function formatMicros(micros: number): string {
  if (micros >= 100) return Math.round(micros).toLocaleString('en')
  return micros >= 10 ? micros.toFixed(1) : micros.toFixed(2)
}
