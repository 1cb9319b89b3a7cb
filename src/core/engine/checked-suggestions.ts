import type { Issue } from '../command/issue.ts'
import { firstCommands } from '../decompose/name-things.ts'
import { suggestNumbers } from '../decompose/suggest-numbers.ts'
import type { DocumentIndex } from '../document/document-index.ts'

/** Suggestions that an issue keeps. */
const MOST = 3
/** Nobody reads, or sends, a longer one. */
const MAX_LENGTH = 400

/**
 * Issues whose suggested commands have been tried: those that would fail are left out. Runs only for refused commands.
 *
 * @param others commands for an issue of whose suggestions none works
 */
export function withWorkingSuggestions(
  issues: readonly Issue[],
  works: (command: string) => boolean,
  others: (issue: Issue) => readonly string[],
): readonly Issue[] {
  const firstWorking = (commands: readonly string[]): string[] => {
    const working: string[] = []
    for (const command of commands) {
      if (working.length === MOST) break
      if (command.length <= MAX_LENGTH && !working.includes(command) && works(command)) working.push(command)
    }
    return working
  }
  return issues.map((issue) => {
    if (issue.severity !== 'error') return issue
    const { suggestions = [], ...rest } = issue
    const working = firstWorking(suggestions)
    const found = working.length > 0 ? working : firstWorking(others(issue))
    return found.length === 0 ? rest : { ...rest, suggestions: found }
  })
}

/** What can be said where nothing near the words works: another number, or anything at all. */
export function otherCommands({ code, span }: Issue, text: string, index: DocumentIndex): string[] {
  switch (code) {
    case 'value-invalid':
      return span === undefined ? [] : suggestNumbers(text, span)
    case 'not-understood':
    case 'unmeasurable':
    case 'command-empty':
      return firstCommands(index)
    default:
      return []
  }
}
