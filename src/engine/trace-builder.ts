import type { Correction } from '../command/correction.ts'
import type { Issue } from '../command/issue.ts'
import type { Trace, TraceClause, TraceRule } from '../command/trace.ts'
import type { Reading } from '../decompose/clause.ts'
import { explainClause, explainUnread } from '../decompose/explain-clause.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { DocumentIndex } from '../document/document-index.ts'
import type { RuleLevels } from '../verify/levels.ts'
import { rules } from '../verify/registry.ts'
import type { StepReport, Timings } from './answer.ts'
import type { Settings } from './options.ts'
import { runReading } from './pipeline.ts'
import { everyCode } from './recovery/policies.ts'

/** What an answer was made of, as far as its trace tells of it. */
export interface Told {
  readonly command: string
  /** Null where nothing was read: steps that came as data, and what was refused before. */
  readonly reading: Reading | null
  /** The document as it came. */
  readonly before: Blueprint
  readonly corrections: readonly Correction[]
  readonly steps: readonly StepReport[]
  readonly issues: readonly Issue[]
  readonly timings: Timings
  readonly settings: Settings
}

/**
 * Puts together why an answer is what it is. Runs only when the trace is read: the command is planned once more on an
 * index of its own, with every reading tried and every phrase explained.
 */
export function buildTrace({
  command,
  reading,
  before,
  corrections,
  steps,
  issues,
  timings,
  settings,
}: Told): Trace {
  return {
    command,
    corrections: corrections.map(({ from, to, kind }) => ({ from, to, kind })),
    clauses: reading === null ? [] : explainReading(reading, before, settings),
    steps: steps.flatMap((report) =>
      report.parameters.map((step) => ({
        kind: step.kind,
        targets: report.targets.map(({ id }) => id),
        notes: [...report.notes],
      })),
    ),
    rules: hasRun(steps, issues) ? rulesOf(settings.rules, issues) : [],
    timings,
  }
}

/** The trace of what was refused before any of it was read. */
export function emptyTrace(command: unknown, timings: Timings): Trace {
  const text = typeof command === 'string' ? command : ''
  return { command: text, corrections: [], clauses: [], steps: [], rules: [], timings }
}

/** Whether there was a change to verify: what fails before is not looked at by any rule. */
function hasRun(steps: readonly StepReport[], issues: readonly Issue[]): boolean {
  return steps.some(({ status }) => status === 'applied') || issues.some(({ stage }) => stage === 'verify')
}

/** Every clause, whether or not another has failed, in the order of the words. */
function explainReading(reading: Reading, before: Blueprint, settings: Settings): TraceClause[] {
  const clauses = reading.unread.map((unread) => explainUnread(unread, reading.text))
  const input = {
    index: new DocumentIndex(before),
    settings,
    skipped: everyCode,
    dryRun: true,
    clamps: false,
    lens: null,
    selection: [],
  }
  runReading(reading, input, (clause, scope, context) => {
    clauses.push(explainClause(clause, scope, context, reading.text))
  })
  return clauses.sort((a, b) => a.span.start - b.span.start)
}

function rulesOf(levels: RuleLevels, issues: readonly Issue[]): TraceRule[] {
  const found = new Map<string, number>()
  for (const issue of issues)
    if (issue.stage === 'verify') found.set(issue.code, (found.get(issue.code) ?? 0) + 1)
  return rules
    .filter((rule) => levels[rule.name] !== 'off')
    .map((rule) => ({ rule: rule.name, level: levels[rule.name], found: found.get(rule.name) ?? 0 }))
}
