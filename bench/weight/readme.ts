import type { Environment } from '../environment.ts'

/** One measured value, as text, and how it stands to its limit. */
export interface Figure {
  readonly what: string
  readonly text: string
  readonly limitText: string
  readonly isWithin: boolean
}

const START = '<!-- weights: written by `npm run bench:weight -- --write` -->'
const END = '<!-- /weights -->'

export function markdownTable(figures: readonly Figure[], { cpu, cores, node, date }: Environment): string {
  const rows = figures.map(({ what, text, limitText }) => `| ${what} | ${text} | ${limitText} |`)
  return [
    '| | measured | limit |',
    '|---|---:|---:|',
    ...rows,
    '',
    `Measured on ${date}: ${cpu}, ${cores} cores, Node ${node}; of times, the shortest of several starts.`,
  ].join('\n')
}

/** @throws Error when the page has lost its marks. */
export function insertTable(page: string, table: string): string {
  const start = page.indexOf(START)
  const end = page.indexOf(END)
  if (start < 0 || end < start) throw new Error(`expected ${START} and ${END} in the README`)
  return `${page.slice(0, start + START.length)}\n${table}\n${page.slice(end)}`
}
