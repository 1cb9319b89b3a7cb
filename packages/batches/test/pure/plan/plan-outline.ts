import type { PlanReading } from '../../../src/pure/plan/plan.ts'

/** What a plan was read as: a line for each phase, then one for each finding. */
export function outline({ plan, findings }: PlanReading): string[] {
  const phases = plan.phases.map(
    ({ number, title, hours, complexity, dependencies, files, steps, gates }) =>
      `${number} ${title}; ${hours.min}-${hours.max} h, ${complexity}; after [${dependencies
        .map(({ phase }) => phase)
        .join(' ')}]; [${files
        .map(({ text, isNew }) => (isNew ? `+${text}` : text))
        .join(' ')}]; ${steps.length} steps, ${gates.length} gates`,
  )
  return [...phases, ...findings.map(({ line, severity, message }) => `${line} ${severity}: ${message}`)]
}
