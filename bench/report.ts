import { STAGES } from './measure.ts'
import type { Measured } from './measure.ts'
import { HARD_LINE_US, judge, targetOf } from './targets.ts'

const NAME_WIDTH = 44
const CELL_WIDTH = 9

/** The heading of the table: microseconds, p50 of each stage, percentiles of the whole. */
export function heading(): string {
  const cells = ['p50', 'p95', 'p99', ...STAGES.map((stage) => stage.slice(0, 8)), 'samples', 'target']
  return `${'scenario (microseconds)'.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}`
}

export function row(measured: Measured): string {
  const { name, total, stages } = measured
  const numbers = [total.p50, total.p95, total.p99, ...STAGES.map((stage) => stages?.[stage].p50)]
  const cells = numbers
    .map((value) => (value === undefined ? '' : shown(value)).padStart(CELL_WIDTH))
    .join('')
  return `${name.padEnd(NAME_WIDTH)}${cells}${String(total.samples).padStart(CELL_WIDTH)}${verdictOf(measured)}`
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}

function verdictOf(measured: Measured): string {
  const verdict = judge(measured)
  const target = targetOf(measured.name)
  const line = measured.name.startsWith('total/standard-') ? `p95 <= ${HARD_LINE_US}` : ''
  const wanted = target === undefined ? line : `p50 <= ${target.p50}, p99 <= ${target.p99}`
  if (wanted === '') return ''
  return `  ${wanted}: ${verdict === 'none' ? 'met' : verdict}`
}
