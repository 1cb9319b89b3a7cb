import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import type { Corrected } from '../decompose/spelling.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { deltaText } from '../serialize/delta-text.ts'
import type { Answer, PlanAnswer, Status, StepReport, Timings } from './answer.ts'
import { CommandAnswer, refusedAnswer } from './command-answer.ts'
import type { Processed } from './processed.ts'
import type { Settings } from './options.ts'
import { statusOf } from './outcome.ts'
import type { Conflict } from './recovery/conflict.ts'
import type { RecoveryPolicies } from './recovery/policies.ts'
import type { Statistics } from './statistics.ts'
import { buildTrace, emptyTrace } from './trace-builder.ts'

type Command = string | readonly Step[]

/** Makes answers of what the stages did, and counts them. */
export class AnswerMaker {
  readonly #settings: Settings
  readonly #statistics: Statistics | null

  /** @param statistics where answers are counted, null for none */
  constructor(settings: Settings, statistics: Statistics | null) {
    this.#settings = settings
    this.#statistics = statistics
  }

  count(status: Status, timings: Timings): void {
    this.#statistics?.count(status, timings)
  }

  countRetry(): void {
    this.#statistics?.recovery.retried()
  }

  /**
   * @param start when the command came in, by the engine's clock
   * @param isPart of a batch, which writes the delta of all its commands at once
   */
  answer(
    blueprint: Blueprint,
    command: Command,
    processed: Processed,
    start: number,
    isPart = false,
  ): Answer {
    const { clock } = this.#settings
    const { outcome, reading, cache, corrected } = processed
    const { change } = outcome
    const status = statusOf(outcome, this.#settings.policies)
    const beforeText = clock.now()
    const delta = isPart ? null : deltaText({ patches: change.patches, changed: change.changed, status })
    const end = clock.now()
    const timings: Timings = {
      decompose: processed.decomposeMicros + outcome.planMicros,
      execute: outcome.executeMicros,
      verify: outcome.verifyMicros,
      serialize: end - beforeText,
      total: end - start,
    }
    this.count(status, timings)
    this.#statistics?.recovery.count(status, processed)
    const issues = issuesOf(processed)
    const steps = withCorrections(outcome.steps, corrected)
    return new CommandAnswer(
      {
        status,
        blueprint: status === 'applied' || status === 'partial' ? change.after : blueprint,
        delta,
        patches: change.patches,
        inverse: change.inverse,
        steps,
        changed: change.changed,
        issues,
        confidence: confidenceOf(processed),
        timings,
        cache,
        reply: status === 'rejected' || status === 'clarify' ? null : outcome.reply,
      },
      true,
      () =>
        buildTrace({
          command: typeof command === 'string' ? command : '',
          reading,
          before: change.before,
          corrections: corrected?.corrections ?? [],
          steps,
          issues,
          timings,
          settings: this.#settings,
        }),
    )
  }

  /** What is wrong with the command or the document before any stage ran. */
  refuse(blueprint: Blueprint, command: unknown, issues: readonly Issue[], start: number): Answer {
    const total = this.#settings.clock.now() - start
    const timings: Timings = { decompose: total, execute: 0, verify: 0, serialize: 0, total }
    this.count('rejected', timings)
    return refusedAnswer(blueprint, issues, timings, () => emptyTrace(command, timings))
  }
}

/** The answer to a question; nothing is counted. */
export function planAnswer(
  processed: Processed,
  policies: RecoveryPolicies,
  conflicts: readonly Conflict[],
): PlanAnswer {
  const { outcome, corrected } = processed
  return {
    status: statusOf(outcome, policies),
    steps: withCorrections(outcome.steps, corrected),
    issues: issuesOf(processed),
    confidence: confidenceOf(processed),
    conflicts,
  }
}

export function refusedPlan(issues: readonly Issue[]): PlanAnswer {
  return { status: 'rejected', steps: [], issues, confidence: 0, conflicts: [] }
}

/** How sure it is that a number beyond its range means the end of it. */
const CLAMPED_CONFIDENCE = 0.7

/** A reading is as sure as the least sure of its corrections. */
function confidenceOf({ corrected, isClamped }: Processed): number {
  let confidence = isClamped ? CLAMPED_CONFIDENCE : 1
  for (const correction of corrected?.corrections ?? [])
    confidence = Math.min(confidence, correction.confidence)
  return confidence
}

function issuesOf({ outcome, corrected }: Processed): readonly Issue[] {
  return corrected === null ? outcome.issues : [...corrected.issues, ...outcome.issues]
}

/** The reports with what was read as other words. */
function withCorrections(steps: readonly StepReport[], corrected: Corrected | null): readonly StepReport[] {
  return corrected === null ? steps : steps.map((step) => ({ ...step, corrections: corrected.corrections }))
}
