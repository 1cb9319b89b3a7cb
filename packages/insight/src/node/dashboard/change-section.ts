import { measureText } from '../../pure/metrics/measure-text.ts'
import { relativeText, runsText } from '../../pure/metrics/trend-markdown.ts'
import type { BatchTrends, ChangeMark, LevelChanges } from './batch-trends.ts'
import { escapeHtml, section, table } from './page-parts.ts'

/** What changed, at the level that the reader chooses, with the numbers that show it. */
export function changeSection({ levels, report }: BatchTrends): string {
  const chosen = report.options.level
  const options = levels.map(
    ({ level }) => `<option value="${level}"${level === chosen ? ' selected' : ''}>${level}</option>`,
  )
  const choice = `<p class="choice" data-scripted hidden><label>Level <select id="level">${options.join('')}</select></label> <span class="faint">The share of chance findings among all reported changes.</span></p>`
  const parts = levels.map(
    (one) =>
      `<div data-level="${one.level}"${one.level === chosen ? '' : ' hidden'}>${changeTable(one)}<p class="faint">${escapeHtml(noteOf(one, report.options.leastEffect))}</p></div>`,
  )
  return section(
    'Changes',
    `${choice}${parts.join('')}`,
    'The marks of durations and success rates stand in the charts. “Perhaps” is a change that would be significant alone, but not among so many series.',
  )
}

function changeTable({ level, marks }: LevelChanges): string {
  return table(
    ['mark', 'operation', 'measure', 'before', 'after', 'from batch', 'runs', 'p', 'verdict'],
    marks.map((mark) => [
      String(mark.number),
      mark.operation,
      `${mark.measure}${runsText(mark)}`,
      measureText(mark.measure, mark.before),
      `${measureText(mark.measure, mark.after)}${relativeText(mark)}`,
      mark.batchId,
      `${mark.runsBefore} and ${mark.runsAfter}`,
      mark.pValue.toPrecision(2),
      verdictOf(mark),
    ]),
    `Changes at level ${level}`,
  )
}

function verdictOf({ status, isRegression }: ChangeMark): string {
  return `${status === 'change' ? '' : 'perhaps '}${isRegression ? 'regression' : 'improvement'}`
}

function noteOf({ level, changes }: LevelChanges, leastEffect: number): string {
  const open = changes.filter(({ status }) => status === 'insufficient data').length
  const series = new Set(
    changes
      .filter(({ status }) => status !== 'insufficient data')
      .map(({ operation, measure, runs }) => `${operation} ${measure} ${runs ?? ''}`),
  )
  const rest = open === 0 ? '' : ` ${open} more have too few comparable runs.`
  return `Permutation test of ranks over ${series.size} series at level ${level}, steps of at least ${leastEffect * 100}%. Before and after are medians.${rest}`
}
