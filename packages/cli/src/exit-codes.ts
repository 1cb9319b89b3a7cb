import { unreachable } from 'blueprint-command-engine/base'
import type { Answer, Issue } from 'blueprint-command-engine'

/** What the process ends with. 64, 65 and 70 are those of sysexits.h, 130 is 128 + SIGINT. */
export const exitCodes = {
  applied: 0,
  rejected: 1,
  clarify: 2,
  usage: 64,
  /** What was given is not what the command reads. */
  data: 65,
  internal: 70,
  interrupted: 130,
} as const

/** A partial answer counts as rejected: something that was asked for was not done. */
export function exitCodeOf(answer: Pick<Answer, 'status' | 'issues'>): number {
  switch (answer.status) {
    case 'applied':
    case 'answered':
      return exitCodes.applied
    case 'clarify':
      return exitCodes.clarify
    case 'partial':
    case 'rejected':
      return exitCodeOfIssues(answer.issues) || exitCodes.rejected
    default:
      return unreachable(answer.status)
  }
}

/** 70 where the engine failed, 1 where there are errors, else 0. */
export function exitCodeOfIssues(issues: readonly Issue[]): number {
  if (issues.some(({ code }) => code === 'internal')) return exitCodes.internal
  return issues.some(({ severity }) => severity === 'error') ? exitCodes.rejected : 0
}
