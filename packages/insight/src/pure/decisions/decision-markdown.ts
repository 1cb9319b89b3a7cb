import { escapeMarkdown } from '@blueprint-engine/files/formats'
import type { Trigger, TriggerMeasure } from './candidate.ts'
import type { AssessedCandidate, Decision } from './decide.ts'

/** The decision as a report that shows its evidence. */
export function decisionMarkdown(decision: Decision): string {
  const { weights, budgetHours, impact } = decision.options
  const byId = new Map(decision.candidates.map((one) => [one.candidate.id, one]))
  const planned = decision.plan.map((id) => byId.get(id)!)
  return `${[
    '# Decision',
    `Evidence from ${decision.batchCount} batch(es). Score = impact × (6 − effort), high ${weights.high}, medium ${weights.medium}, low ${weights.low} (${impact} impact). Bands: high from 10, medium from 5.`,
    `## Plan\n\n${planText(planned, decision.planHours, budgetHours)}`,
    ...(decision.remarks.length === 0
      ? []
      : [decision.remarks.map((remark) => `- Note: ${remark}.`).join('\n')]),
    `## Candidates\n\n${table(decision.candidates)}`,
    `## Evidence\n\n${decision.candidates.map(evidenceLine).join('\n')}`,
    `## Sensitivity\n\nRank and place in the plan over ${decision.settingsTried} settings of the weights (high 2 to 5, medium and low below it).\n\n${sensitivityTable(decision.candidates)}`,
  ].join('\n\n')}\n`
}

function planText(planned: readonly AssessedCandidate[], hours: number, budget: number): string {
  if (planned.length === 0) return 'Nothing.'
  const lines = planned.map(
    ({ candidate, score, isQuickWin }, i) =>
      `${i + 1}. ${escapeMarkdown(candidate.title)} (score ${figure(score)}, ${figure(candidate.effortHours)} h${isQuickWin ? ', quick win' : ''})`,
  )
  return `${lines.join('\n')}\n\n${figure(hours)} of ${figure(budget)} hours.`
}

function table(candidates: readonly AssessedCandidate[]): string {
  return [
    '| Candidate | Impact | Effort | Hours | Score | Band | Trigger | Plan |',
    '| --- | --- | ---: | ---: | ---: | --- | --- | ---: |',
    ...candidates.map(
      ({ candidate, evidence, score, band, place }) =>
        `| ${escapeMarkdown(candidate.title)} | ${candidate.impact} | ${candidate.effort} | ${figure(candidate.effortHours)} | ${figure(score)} | ${band} | ${evidence.status} | ${place ?? ''} |`,
    ),
  ].join('\n')
}

function evidenceLine(assessed: AssessedCandidate): string {
  return `- ${escapeMarkdown(assessed.candidate.title)}: ${evidenceText(assessed)}.`
}

/** What a candidate asks for and what the metrics say, as one sentence without its full stop. */
export function evidenceText({ candidate, evidence }: AssessedCandidate): string {
  const { trigger } = candidate
  if (trigger.kind === 'always') return 'needs no trigger'
  const asked = describeTrigger(trigger)
  if (evidence.value === null) return `${asked}; unknown, no metrics file contains it`
  const sources = Object.entries(evidence.sources).map(([source, count]) => `${source} ${count}`)
  const where = evidence.operation === null ? '' : ` of ${evidence.operation}`
  const potential =
    evidence.potential === null
      ? ''
      : `; possible gain up to ${Math.round(evidence.potential * 100)}%${evidence.waste === null || evidence.waste === 0 ? '' : `, ${Math.round(evidence.waste * 100)}% was spent on failed or repeated work`}, ${evidence.measuredImpact} measured impact`
  const differs =
    evidence.measuredImpact !== null && evidence.measuredImpact !== candidate.impact
      ? `, stated as ${candidate.impact}`
      : ''
  return `${asked}; found ${withUnit(trigger.measure, evidence.value)}${where} (${sources.join(', ')})${potential}${differs}`
}

function describeTrigger({
  measure,
  comparison,
  threshold,
  operation,
}: Extract<Trigger, { kind: 'measure' }>): string {
  return `${measure}${operation === undefined ? '' : ` of ${operation}`} ${comparison} ${withUnit(measure, threshold)}`
}

function withUnit(measure: TriggerMeasure, value: number): string {
  switch (measure) {
    case 'duration':
    case 'duration per item':
      return `${figure(value)} s`
    case 'cost':
      return `$${value.toFixed(2)}`
    case 'success rate':
      return `${(value * 100).toFixed(1)}%`
    default:
      return value.toLocaleString('en-US', { maximumFractionDigits: 0 })
  }
}

function sensitivityTable(candidates: readonly AssessedCandidate[]): string {
  return [
    '| Candidate | Best rank | Worst rank | In the plan |',
    '| --- | ---: | ---: | ---: |',
    ...candidates.map(
      ({ candidate, sensitivity }) =>
        `| ${escapeMarkdown(candidate.title)} | ${sensitivity.bestRank} | ${sensitivity.worstRank} | ${Math.round(sensitivity.planShare * 100)}% |`,
    ),
  ].join('\n')
}

function figure(value: number): string {
  return String(Number(value.toFixed(1)))
}
