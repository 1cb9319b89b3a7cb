import { evidenceText } from '@blueprint-engine/insight'
import type { AssessedCandidate, Decision } from '@blueprint-engine/insight'
import { printable } from './printable.ts'
import { renderTable } from './table.ts'
import type { Column } from './table.ts'
import type { View } from './view.ts'
import { hang, plural, section } from './view.ts'

const left = (title: string): Column => ({ title, align: 'left' })
const right = (title: string): Column => ({ title, align: 'right' })
const COLUMNS: readonly Column[] = [
  right('plan'),
  left('candidate'),
  left('impact'),
  ...['effort', 'hours', 'score'].map(right),
  left('band'),
  left('trigger'),
]
const SENSITIVITY: readonly Column[] = [
  left('candidate'),
  ...['best rank', 'worst rank', 'in the plan'].map(right),
]
const MAX_TITLE = 48

/** A decision for a terminal: aligned, coloured, with the evidence for every candidate. */
export function renderDecision(view: View, decision: Decision): string[] {
  const { palette } = view
  const { candidates, plan, planHours, options, batchCount, remarks, settingsTried } = decision
  const { high, medium, low } = options.weights
  const headline =
    plan.length === 0
      ? 'Nothing to do'
      : `${plural(plan.length, 'candidate')} in ${figure(planHours)} of ${figure(options.budgetHours)} hours`
  return [
    `${palette.title(headline)}, by evidence of ${plural(batchCount, 'batch', 'batches')}`,
    ...remarks.flatMap((remark) => hang(view, 'note: ', printable(remark), palette.warning)),
    '',
    ...renderTable(view, COLUMNS, candidates.map(candidateRow)),
    '',
    palette.faint(
      `score = impact × (6 − effort), high ${high}, medium ${medium}, low ${low}, ${options.impact} impact`,
    ),
    ...section(
      view,
      'Evidence',
      candidates.flatMap((one) => evidenceLines(view, one)),
    ),
    ...section(
      view,
      `Sensitivity over ${settingsTried} settings of the weights`,
      renderTable(view, SENSITIVITY, candidates.map(sensitivityRow)),
    ),
  ]
}

function candidateRow({ candidate, evidence, score, band, isQuickWin, place }: AssessedCandidate): string[] {
  return [
    place === null ? '' : String(place),
    titleOf(candidate.title),
    candidate.impact,
    String(candidate.effort),
    figure(candidate.effortHours),
    figure(score),
    isQuickWin ? `${band}, quick win` : band,
    evidence.status,
  ]
}

function evidenceLines(view: View, assessed: AssessedCandidate): string[] {
  const { palette } = view
  const { status } = assessed.evidence
  const paint = status === 'triggered' ? palette.good : status === 'unknown' ? palette.warning : palette.faint
  return hang(view, `${paint(titleOf(assessed.candidate.title))} `, printable(evidenceText(assessed)))
}

function sensitivityRow({ candidate, sensitivity }: AssessedCandidate): string[] {
  const { bestRank, worstRank, planShare } = sensitivity
  return [titleOf(candidate.title), String(bestRank), String(worstRank), `${Math.round(planShare * 100)}%`]
}

function titleOf(title: string): string {
  const text = printable(title)
  return text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1)}…` : text
}

function figure(value: number): string {
  return String(Number(value.toFixed(1)))
}
