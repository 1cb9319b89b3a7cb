import type { Issue } from '../../command/issue.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import { deletedIds, spokenIds } from '../../execute/step-access.ts'
import type { StepReport } from '../answer.ts'
import type { Outcome } from '../pipeline.ts'
import type { Conflict, ConflictingPart } from './conflict.ts'
import { takingParts, takingWords } from './risk.ts'
import { decisionsOf } from './decisions.ts'
import type { Decision } from './decisions.ts'

/** Fixes of one conflict. */
const MAX_FIXES = 3

/** Conflicts that are reported; more would help nobody. */
const MAX_CONFLICTS = 20

/** So many characters of fixes are tried for one command: each try reads and runs a whole command. */
const MOST_TRIED = 4000

/** What is known of a command that was gone through with every error left out. */
export interface Foreseen {
  /** In the order of the command. */
  readonly steps: readonly StepReport[]
  readonly issues: readonly Issue[]
  /** Stands at the document as it came. */
  readonly index: DocumentIndex
  /** The parts as they would be said; null for commands sent as steps. */
  readonly clauses: readonly string[] | null
  /** Goes through a command and nothing else. */
  readonly dryRun: (command: string) => Outcome
}

/** With what may still be tried, in characters. */
interface Weighed extends Foreseen {
  readonly budget: { left: number }
}

/**
 * The conflicts of a command, before it is run: from what its parts read and write, and from a dry run of all of them.
 * O(parts x targets + fixes that are tried).
 */
export function conflictsOf(known: Foreseen): readonly Conflict[] {
  const foreseen: Weighed = { ...known, budget: { left: MOST_TRIED } }
  const { steps, issues } = foreseen
  const found: Conflict[] = []
  /** The last part that decided something. */
  const decidedBy = new Map<string, number>()
  for (const [later, report] of steps.entries()) {
    if (found.length >= MAX_CONFLICTS) break
    if (report.status === 'failed') found.push(failureOf(foreseen, later))
    else found.push(...overriddenBy(foreseen, later, decidedBy))
  }
  for (const issue of issues)
    if (issue.severity === 'error' && issue.stage === 'verify') found.push(ruleBroken(foreseen, issue))
  return found.slice(0, MAX_CONFLICTS)
}

function failureOf(foreseen: Weighed, later: number): Conflict {
  const { steps, issues, clauses } = foreseen
  const report = steps[later]!
  const issue = issues.find(({ message, severity }) => severity === 'error' && report.notes.includes(message))
  const earlier = deleterOf(foreseen, later)
  const fixes = [...(issue?.suggestions ?? [])]
  if (clauses !== null && earlier !== null) {
    const swapped = [...clauses]
    swapped.splice(later + 1, 0, clauses[earlier]!)
    swapped.splice(earlier, 1)
    fixes.unshift(said(swapped))
  }
  if (clauses !== null && clauses.length > 1) {
    fixes.push(said(clauses.toSpliced(later, 1)))
    fixes.push(said(clauses.filter((_, i) => steps[i]!.status !== 'failed')))
    if (earlier !== null) fixes.push(said(clauses.toSpliced(earlier, 1)))
  }
  return {
    kind: earlier === null ? 'refused' : 'uses-deleted',
    severity: 'error',
    parts: partsOf(foreseen, earlier === null ? [later] : [earlier, later]),
    code: issue?.code ?? 'internal',
    message: issue?.message ?? report.notes.join(' '),
    fixes: working(foreseen, fixes),
  }
}

/** The earlier part that deletes what a part needs; null if none does. */
function deleterOf({ steps, index, clauses, dryRun }: Foreseen, later: number): number | null {
  const deleting = steps
    .slice(0, later)
    .some(({ parameters }) => parameters.some((step) => deletedIds(step).length > 0))
  if (!deleting) return null
  // What is gone by the time has no id there any more: said alone, the part tells what it means.
  const alone =
    steps[later]!.parameters.length === 0 && clauses !== null
      ? dryRun(clauses[later]!).steps
      : [steps[later]!]
  const needed = new Set(alone.flatMap(({ parameters }) => parameters.flatMap(spokenIds)))
  for (let earlier = later - 1; earlier >= 0; earlier--) {
    const deletes = steps[earlier]!.parameters.flatMap(deletedIds)
    if (deletes.some((id) => holdsAny(index, id, needed))) return earlier
  }
  return null
}

function holdsAny(index: DocumentIndex, id: string, wanted: ReadonlySet<string>): boolean {
  let holds = false
  index.node(id)?.walk((inner) => (holds ||= wanted.has(inner.id)))
  return holds
}

/** What earlier parts set and this one sets again: each pair of parts once, with the first thing that is set twice. */
function overriddenBy(foreseen: Weighed, later: number, decidedBy: Map<string, number>): Conflict[] {
  const { steps, clauses } = foreseen
  const twice = new Map<number, Decision>()
  for (const decision of steps[later]!.parameters.flatMap(decisionsOf)) {
    const key = `${decision.property} ${decision.id}`
    const earlier = decidedBy.get(key)
    if (earlier !== undefined && earlier !== later && !twice.has(earlier)) twice.set(earlier, decision)
    decidedBy.set(key, later)
  }
  return [...twice].map(([earlier, { id, property }]) => ({
    kind: 'overridden',
    severity: 'warning',
    parts: partsOf(foreseen, [earlier, later]),
    code: 'overridden',
    message: `Part ${later + 1} sets the ${property} of ${id === 'theme' ? 'the theme' : `#${id}`}, which part ${earlier + 1} sets too.`,
    fixes: clauses === null ? [] : working(foreseen, [said(clauses.toSpliced(earlier, 1))]),
  }))
}

function ruleBroken(foreseen: Weighed, issue: Issue): Conflict {
  return {
    kind: 'refused',
    severity: 'error',
    parts: [],
    code: issue.code,
    message: issue.message,
    fixes: working(foreseen, issue.suggestions ?? []),
  }
}

function partsOf({ steps }: Foreseen, positions: readonly number[]): ConflictingPart[] {
  return positions.map((position) => ({ position, clause: steps[position]!.clause }))
}

function said(clauses: readonly string[]): string {
  return clauses.join(', then ')
}

/** Those of some commands that go through and delete or hide no more than was spoken of, each once. */
function working({ dryRun, clauses, budget }: Weighed, commands: readonly string[]): string[] {
  const found: string[] = []
  const mayTake = takingWords(clauses?.join(' ') ?? '')
  for (const command of new Set(commands)) {
    if (found.length === MAX_FIXES) break
    if (command === '') continue
    budget.left -= command.length
    if (budget.left < 0) break
    const outcome = dryRun(command)
    if (outcome.failed === 0 && takingParts(outcome) <= mayTake) found.push(command)
  }
  return found
}
