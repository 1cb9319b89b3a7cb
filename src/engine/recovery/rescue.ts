import type { Step } from '../../command/step.ts'
import { correctedIssue } from '../../decompose/spelling.ts'
import type { Corrected } from '../../decompose/spelling.ts'
import { confidenceOfKind } from '../../command/correction.ts'
import { spokenIds } from '../../execute/step-access.ts'
import type { Outcome } from '../pipeline.ts'

/** Parts of a command whose order is turned round, at most. */
const MAX_PARTS = 12

/**
 * A command that deletes something and then goes on with what was in it, with the deletion put after that. Null if nothing
 * is deleted before the part that failed.
 */
export function deletingLater(command: string, { steps }: Outcome): Corrected | null {
  const failed = steps.findIndex(({ status }) => status === 'failed')
  const deleting = steps.findIndex(({ parameters }, i) => i < failed && parameters.some(isDeletion))
  if (deleting < 0 || steps.length > MAX_PARTS || steps.some(({ clause }) => clause === '')) return null
  const order = steps.map(({ clause }) => clause)
  order.splice(failed + 1, 0, order[deleting]!)
  order.splice(deleting, 1)
  const text = order.join(', then ')
  const span = { start: 0, end: command.length }
  const correction = { from: command, to: text, kind: 'order', confidence: confidenceOfKind.order } as const
  return { text, corrections: [correction], issues: [correctedIssue(command, text, span)] }
}

/** Whether nothing was in vain: every part was done, and all that those beside the deletion named is still there. */
export function isRescue({ steps, change, failed }: Outcome): boolean {
  if (failed > 0) return false
  const gone = new Set(
    change.changed.filter(({ properties }) => properties.includes('removed')).map(({ id }) => id),
  )
  return steps
    .filter(({ parameters }) => !parameters.some(isDeletion))
    .every(({ parameters }) => !parameters.flatMap(spokenIds).some((id) => gone.has(id)))
}

function isDeletion({ kind }: Step): boolean {
  return kind === 'delete'
}
