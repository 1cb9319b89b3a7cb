import { printable } from './printable.ts'
import type { View } from './view.ts'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

const GAP = '  '

/** Rows under their titles, every column as wide as its widest cell. Cells are shown as text of one line. */
export function renderTable(
  view: View,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] {
  const cells = rows.map((row) => columns.map((_, i) => printable(row[i] ?? '')))
  const widths = columns.map(({ title }, i) =>
    cells.reduce((widest, row) => Math.max(widest, row[i]!.length), title.length),
  )
  const layOut = (row: readonly string[]): string =>
    row
      .map((cell, i) => (columns[i]!.align === 'right' ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join(GAP)
      .trimEnd()
  return [view.palette.faint(layOut(columns.map(({ title }) => title))), ...cells.map(layOut)]
}

/** `12,345`. */
export function withCommas(count: number): string {
  return count.toLocaleString('en-US')
}

/** `$1.23`; four digits below a dollar, where cents would say little. */
export function dollars(usd: number): string {
  return `$${usd.toFixed(usd !== 0 && Math.abs(usd) < 1 ? 4 : 2)}`
}
