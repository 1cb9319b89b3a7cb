import type { Issue } from '../command/issue.ts'

/** Suggestions that an issue keeps. */
const MOST = 3

/** Issues whose suggested commands have been tried: those that would fail are left out. Runs only for refused commands. */
export function withWorkingSuggestions(
  issues: readonly Issue[],
  works: (command: string) => boolean,
): readonly Issue[] {
  return issues.map((issue) => {
    if (issue.severity !== 'error' || issue.suggestions === undefined) return issue
    const { suggestions, ...rest } = issue
    const working: string[] = []
    for (const command of suggestions) {
      if (working.length === MOST) break
      if (works(command)) working.push(command)
    }
    return working.length === 0 ? rest : { ...rest, suggestions: working }
  })
}
