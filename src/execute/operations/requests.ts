import { outOfScopeKinds } from '../../command/request.ts'
import type { HistoryRequest, OutOfScopeStep } from '../../command/request.ts'
import type { StepRun } from '../step-run.ts'

/** A single command has no history: a session has. */
export function refuseHistory(run: StepRun, step: HistoryRequest): void {
  run.fail(
    'session-needed',
    `A command by itself knows nothing of earlier ones: "${step.action}" works in a session (engine.session, blueprint repl).`,
  )
}

/** Names what no command can do, and what can be done instead. */
export function refuseOutOfScope(run: StepRun, { about }: OutOfScopeStep): void {
  const { what, instead } = outOfScopeKinds[about]
  run.fail('out-of-scope', `This engine does not do that (${what}); ${instead}.`)
}
