const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const
const UNKNOWN = '·'

/**
 * A series as one line of bars, from zero to its largest number; a dot is a number that is not known. Of a series that is
 * longer than `width` the newest numbers are shown.
 */
export function sparkline(series: readonly (number | null)[], width: number): string {
  const shown = series.slice(-width)
  const largest = shown.reduce<number>((max, value) => Math.max(max, value ?? 0), 0)
  return shown
    .map((value) => {
      if (value === null) return UNKNOWN
      const share = largest === 0 ? 0 : Math.max(0, value) / largest
      return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))]!
    })
    .join('')
}
