import type { Issue, IssueCode } from 'blueprint-command-engine'

/** Why a format cannot do what a step says. */
export function refusal(code: IssueCode, message: string, id?: string): readonly Issue[] {
  return [{ code, severity: 'error', stage: 'execute', message, ...(id === undefined ? {} : { id }) }]
}

export function note(code: IssueCode, message: string, id: string): Issue {
  return { code, severity: 'note', stage: 'execute', message, id }
}

export function warning(code: IssueCode, message: string, id: string): Issue {
  return { code, severity: 'warning', stage: 'execute', message, id }
}
