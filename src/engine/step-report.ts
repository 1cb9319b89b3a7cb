import type { Step, Target } from '../command/step.ts'
import type { PlannedClause } from '../decompose/plan.ts'
import { targetsOf } from '../execute/step-access.ts'
import type { StepReport } from './answer.ts'

/** What became of a part of a sentence. */
export function reportOfClause(
  { clause, family, lowered }: PlannedClause,
  text: string,
  notes: readonly string[],
  status: StepReport['status'],
): StepReport {
  return {
    clause: text.slice(clause.start, clause.end),
    span: { start: clause.start, end: clause.end },
    intent: family,
    targets: named(lowered!.targets, lowered!.why),
    parameters: lowered!.steps,
    corrections: [],
    notes,
    status,
  }
}

/** What became of a step that came as data. */
export function reportOfStep(step: Step, notes: readonly string[], status: StepReport['status']): StepReport {
  return {
    clause: '',
    intent: step.kind,
    targets: named(targetsOf(step), 'named in the step'),
    parameters: [step],
    corrections: [],
    notes,
    status,
  }
}

function named(targets: readonly Target[], why: string): StepReport['targets'] {
  return targets.map((target) => ({
    id: typeof target === 'string' ? target : `made by step ${target.madeBy + 1}`,
    why,
  }))
}
