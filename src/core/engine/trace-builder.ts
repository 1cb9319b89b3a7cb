import type { Issue } from '../command/issue.ts'
import type { Trace, TraceClause, TraceRule } from '../command/trace.ts'
import type { Reading } from '../decompose/clause.ts'
import type { RuleLevels } from '../verify/levels.ts'
import { rules } from '../verify/registry.ts'
import type { StepReport, Timings } from './answer.ts'

/** Puts together why an answer is what it is. Runs only when the trace is read. */
export function buildTrace(
  command: string,
  reading: Reading | null,
  steps: readonly StepReport[],
  issues: readonly Issue[],
  timings: Timings,
  levels: RuleLevels,
): Trace {
  return {
    command,
    clauses: reading === null ? [] : clausesOf(reading, steps),
    steps: steps.flatMap((report) =>
      report.parameters.map((step) => ({
        kind: step.kind,
        targets: report.targets.map(({ id }) => id),
        notes: [...report.notes],
      })),
    ),
    rules: steps.length === 0 ? [] : rulesOf(levels, issues),
    timings,
  }
}

function clausesOf(reading: Reading, steps: readonly StepReport[]): TraceClause[] {
  return reading.clauses.map((clause) => {
    const text = reading.text.slice(clause.start, clause.end)
    const report = steps.find((step) => step.span?.start === clause.start)
    const taken = report?.intent ?? clause.family
    const others = clause.alternatives()
    return {
      text,
      span: { start: clause.start, end: clause.end },
      readings: [
        {
          family: clause.family,
          accepted: clause.family === taken,
          reason:
            clause.family === taken
              ? 'first family in order that reads the clause to its end'
              : 'means nothing in this document',
        },
        ...others.map(({ family }) => ({
          family,
          accepted: family === taken && family !== clause.family,
          reason:
            family === taken && family !== clause.family
              ? 'the first reading that means something in this document'
              : 'later in the order of families',
        })),
      ],
      references:
        report === undefined
          ? []
          : [
              {
                phrase: text,
                candidates: report.targets.map(({ id, why }) => ({ id, score: 1, why })),
                chosen: report.targets.map(({ id }) => id),
              },
            ],
    }
  })
}

function rulesOf(levels: RuleLevels, issues: readonly Issue[]): TraceRule[] {
  const found = new Map<string, number>()
  for (const issue of issues)
    if (issue.stage === 'verify') found.set(issue.code, (found.get(issue.code) ?? 0) + 1)
  return rules
    .filter((rule) => levels[rule.name] !== 'off')
    .map((rule) => ({ rule: rule.name, level: levels[rule.name], found: found.get(rule.name) ?? 0 }))
}
