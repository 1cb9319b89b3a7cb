import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Clock } from '../base/clock.ts'
import type { Issue } from '../command/issue.ts'
import { joinReplies } from '../command/question.ts'
import type { Reply } from '../command/question.ts'
import type { Step } from '../command/step.ts'
import { commit } from '../document/change.ts'
import type { Refined } from '../command/dialect.ts'
import type { Transaction } from '../document/transaction.ts'
import type { Clause, Reading } from '../decompose/clause.ts'
import { Planner } from '../decompose/plan.ts'
import type { PlanObserver, PlannedClause } from '../decompose/plan.ts'
import { failureIssue } from '../decompose/failure-issues.ts'
import { unreadIssue } from '../decompose/unread-issue.ts'
import { Execution } from '../execute/executor.ts'
import { exactSteps } from '../execute/step-access.ts'
import { verifyChange } from '../verify/verify.ts'
import { limitIssues } from './change-limits.ts'
import { lensView } from './lens-view.ts'
import { NO_RULES } from './options.ts'
import type { StepReport } from './answer.ts'
import { reportOfClause, reportOfStep } from './step-report.ts'
import type { Outcome, Part, Parts, PipelineInput } from './pipeline.ts'

/** What the steps of a clause have to say. */
interface Said {
  readonly notes: string[]
  readonly issues: Issue[]
  /** Ids of what was placed exactly where it was told. */
  readonly exact: string[]
  readonly replies: Reply[]
}

const NO_ISSUES: readonly Issue[] = []

/** Clauses up to each "then". */
function groupsOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  if (!clauses.some((clause, i) => i > 0 && clause.afterThen)) return clauses.length === 0 ? [] : [clauses]
  const groups: Clause[][] = []
  for (const clause of clauses) {
    if (groups.length === 0 || clause.afterThen) groups.push([clause])
    else groups[groups.length - 1]!.push(clause)
  }
  return groups
}

/** One command on its way through planning, execution and verification. */
export class PipelineRun implements Part {
  readonly transaction: Transaction
  readonly #input: PipelineInput
  readonly #clock: Clock
  readonly #execution: Execution
  readonly issues: Issue[] = []
  readonly steps: StepReport[] = []
  readonly exact: Set<string> = new Set<string>()
  readonly replies: Reply[] = []
  failed = 0
  /** A part has failed that may not be left out: going on would only report consequences. */
  isDoomed = false
  isFirstReading = true
  planMicros = 0
  executeMicros = 0

  constructor(input: PipelineInput, transaction: Transaction) {
    this.#input = input
    this.#clock = input.settings.clock
    this.transaction = transaction
    this.#execution = new Execution(transaction, {
      maxComponents: input.settings.limits.maxComponents,
      clamps: input.clamps,
      templates: input.settings.templates,
    })
  }

  executeReading(reading: Reading, observe: PlanObserver | null, parts: Parts | null): void {
    for (const unread of reading.unread)
      this.fail(
        unreadIssue(unread, reading.text, this.#input.index, reading.unread.length === 1),
        reading.text.slice(unread.start, unread.end),
      )
    const clauses = parts === null ? reading.clauses : this.#chosen(reading, parts)
    const planner = new Planner(this.transaction, observe, this.#input.selection)
    for (const group of groupsOf(clauses)) {
      if (this.isDoomed) break
      const planned = this.plan(() => group.map((clause) => planner.plan(clause)))
      this.execute(planned, reading.text)
    }
  }

  #chosen({ clauses, text }: Reading, { first, leftOut }: Parts): readonly Clause[] {
    return clauses.slice(0, first).filter(({ start, end }, i) => {
      const issue = leftOut.get(i)
      if (issue !== undefined) this.fail({ ...issue, span: { start, end } }, text.slice(start, end))
      return issue === undefined
    })
  }

  #failWith(errors: readonly Issue[]): void {
    this.failed++
    this.isDoomed ||= errors.some(({ code }) => !this.#input.skipped.has(code))
  }

  fail(issue: Issue, clause: string): void {
    this.#failWith([issue])
    this.issues.push(issue)
    this.steps.push({
      clause,
      ...(issue.span === undefined ? {} : { span: issue.span }),
      intent: 'none',
      targets: [],
      parameters: [],
      corrections: [],
      notes: [issue.message],
      status: 'failed',
    })
  }

  plan(make: () => readonly PlannedClause[]): readonly PlannedClause[] {
    const start = this.#clock.now()
    const planned = make()
    this.planMicros += this.#clock.now() - start
    if (this.isFirstReading) this.isFirstReading = planned.every((entry) => entry.isFirstReading)
    return planned
  }

  execute(planned: readonly PlannedClause[], text: string): void {
    const failures = planned.filter(({ failure }) => failure !== null)
    for (const { clause, failure } of failures)
      this.fail(failureIssue(failure!, clause, text, this.#input.index), text.slice(clause.start, clause.end))
    if (this.isDoomed) {
      for (const entry of planned) if (entry.lowered !== null) this.#report(entry, text, [], 'skipped')
      return
    }
    const start = this.#clock.now()
    for (const entry of planned) if (entry.lowered !== null) this.#executeClause(entry, text)
    this.executeMicros += this.#clock.now() - start
  }

  /** A clause is done whole or not at all: what came before the step that failed is taken back. */
  #executeClause(entry: PlannedClause, text: string): void {
    const { steps } = entry.lowered!
    const said: Said = { notes: [], issues: [], exact: [], replies: [] }
    const maySkip = this.#input.skipped.size > 0
    const words = text.slice(entry.clause.start, entry.clause.end)
    if (maySkip && steps.length > 1) this.#execution.mark()
    const before = this.transaction.savepoint()
    const failedAt = steps.findIndex((step, i) => !this.#executeStep(step, entry.firstStep + i, said, words))
    if (failedAt < 0) {
      if (steps.length > 1) keepTrueOfAll(said, this.transaction.savepoint() > before)
      this.#tell(said, entry.clause)
      return this.#report(entry, text, said.notes, 'applied')
    }
    const errors = said.issues.filter(({ severity }) => severity === 'error')
    this.#failWith(errors)
    const notes = errors.map(({ message }) => message)
    if (maySkip && failedAt > 0) {
      this.#execution.rollback()
      notes.push(
        'The earlier changes of this part were rolled back: a part is applied as a whole or not at all.',
      )
    }
    this.#tell({ notes, issues: errors, exact: [], replies: [] }, entry.clause)
    this.#report(entry, text, notes, 'failed')
  }

  #report(entry: PlannedClause, text: string, notes: readonly string[], status: StepReport['status']): void {
    this.steps.push(reportOfClause(entry, text, notes, status))
  }

  executeSteps(steps: readonly Step[], parts: Parts | null): void {
    const start = this.#clock.now()
    steps.forEach((step, position) => {
      if (this.isDoomed || (parts !== null && position >= parts.first)) return
      const said: Said = { notes: [], issues: [], exact: [], replies: [] }
      const refused = parts?.leftOut.get(position)
      if (refused !== undefined) {
        said.issues.push(refused)
        said.notes.push(refused.message)
      }
      const applied = refused === undefined && this.#executeStep(step, position, said, '')
      this.#tell(said, null)
      if (!applied) this.#failWith(said.issues.filter(({ severity }) => severity === 'error'))
      this.steps.push(reportOfStep(step, said.notes, applied ? 'applied' : 'failed'))
    })
    this.executeMicros += this.#clock.now() - start
  }

  #executeStep(step: Step, position: number, said: Said, words: string): boolean {
    const refined = this.#refined(step, position, words)
    if (!refined.ok) {
      for (const issue of refined.error) {
        said.issues.push(issue)
        said.notes.push(issue.message)
      }
      return false
    }
    for (const issue of refined.value.issues) {
      said.issues.push(issue)
      said.notes.push(issue.message)
    }
    return refined.value.steps.every((one) => this.#executeRefined(one, position, said))
  }

  /** What a step comes to in the dialect of the document, checked before anything changes. */
  #refined(step: Step, position: number, words: string): Result<Refined, readonly Issue[]> {
    const { lens } = this.#input
    if (lens !== null) return lens.refine(step, lensView(this.transaction, this.#execution, position, words))
    if (step.kind !== 'own') return ok({ steps: [step], issues: NO_ISSUES })
    const message = `A native blueprint has no property ${JSON.stringify(step.key)} of its own; use "set" for the properties that it has.`
    return fail([{ code: 'not-applicable', severity: 'error', stage: 'execute', message }])
  }

  #executeRefined(step: Step, position: number, said: Said): boolean {
    const done = this.#execution.run(step, position)
    if (!done.ok) {
      for (const issue of done.error) {
        said.issues.push(issue)
        said.notes.push(issue.message)
      }
      return false
    }
    said.notes.push(...done.value.notes)
    said.issues.push(...done.value.issues)
    if (done.value.reply !== null) said.replies.push(done.value.reply)
    if (exactSteps.has(step.kind)) said.exact.push(...done.value.targets)
    return true
  }

  #tell({ issues, exact, replies }: Said, clause: Clause | null): void {
    for (const issue of issues)
      this.issues.push(
        clause === null || issue.span !== undefined
          ? issue
          : // The new key first: behind a spread it costs five times as much (bench: total/50-steps-delta, 5 to 14%).
            { span: { start: clause.start, end: clause.end }, ...issue },
      )
    for (const id of exact) this.exact.add(id)
    this.replies.push(...replies)
  }

  finish(): Outcome {
    const { index, settings } = this.#input
    const nothing = this.isDoomed
    const start = this.#clock.now()
    if (nothing) this.transaction.rollback()
    let change = commit(this.transaction)
    const committed = this.#clock.now()
    this.executeMicros += committed - start
    const found = verifyChange(change, index, this.#input.lens === null ? settings.rules : NO_RULES, {
      exactlyPlaced: this.exact,
    })
    for (const issue of limitIssues(change, settings.limits)) found.push(issue)
    for (const issue of found) this.issues.push(issue)
    const isInvalid = found.some((issue) => issue.severity === 'error')
    if (isInvalid) this.failed = Math.max(1, this.failed)
    const isRefused = (isInvalid || change.patches.length === 0) && this.failed > 0
    // A dry run goes all the way, so that it says what running would say, and then back.
    if (isInvalid || this.#input.dryRun) {
      index.moveTo(change.before)
      change = {
        ...change,
        after: change.before,
        patches: [],
        inverse: [],
        changed: isInvalid ? [] : change.changed,
        touched: [],
        touchedTokens: [],
      }
    }
    return {
      change,
      issues: this.issues,
      steps: isRefused
        ? this.steps.map((step) => (step.status === 'applied' ? { ...step, status: 'skipped' } : step))
        : this.steps,
      failed: this.failed,
      reply: joinReplies(this.replies),
      planMicros: this.planMicros,
      executeMicros: this.executeMicros,
      verifyMicros: this.#clock.now() - committed,
    }
  }
}

/** "Nothing changes" is said of a part of several steps once, and only where all of them change nothing. */
function keepTrueOfAll(said: Said, hasChanged: boolean): void {
  const general = said.issues.filter(({ code, id }) => code === 'no-effect' && id === undefined)
  for (const issue of hasChanged ? general : general.slice(1)) {
    said.issues.splice(said.issues.indexOf(issue), 1)
    said.notes.splice(said.notes.indexOf(issue.message), 1)
  }
}
