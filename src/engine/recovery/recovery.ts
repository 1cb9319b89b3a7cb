import type { IssueCode } from '../../command/issue.ts'
import type { Reading } from '../../decompose/clause.ts'
import { spellings } from '../../decompose/spelling.ts'
import type { Corrected } from '../../decompose/spelling.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { Processed } from '../processed.ts'
import { effectOf, isBetter } from '../outcome.ts'
import type { Outcome } from '../pipeline.ts'
import type { RecoveryPolicies } from './policies.ts'
import { deletingLater, isRescue } from './rescue.ts'
import { isRisky } from './risk.ts'
import type { Tried } from './risk.ts'
import { withUnits } from './units.ts'

/** Errors that other words could mend. */
const SPELLED: readonly IssueCode[] = [
  'not-understood',
  'reference-unknown',
  'value-missing',
  'command-empty',
]

/** What a correction is tried with. */
export interface Trial {
  /** Reads and runs a command on the document as it came; `clamps` takes the nearest number that is in range. */
  run(text: string, clamps: boolean): Run
  readonly index: DocumentIndex
}

interface Run {
  readonly reading: Reading
  readonly outcome: Outcome
}

export interface Recovered {
  /** The best of the first attempt and those with what was clearly meant. */
  readonly best: Processed
  /** Commands that work and may have been meant, but too doubtful to be done unasked. */
  readonly doubtful: readonly string[]
}

/** Other readings that a corrected one is reported with. */
const MAX_OTHERS = 2

/** Tries a command that failed with what was clearly meant, as far as the policies say so. */
export function withCorrections(
  command: string,
  first: Processed,
  trial: Trial,
  policies: RecoveryPolicies,
): Recovered {
  const search = new Search(command, first, trial, policies)
  const isToCorrect = (code: IssueCode): boolean =>
    policies[code] === 'correct' && fails(search.best.outcome, code)
  const words = SPELLED.filter((code) => fails(first.outcome, code))
  if (words.length > 0 && words.every((code) => policies[code] === 'correct')) search.words()
  if (isToCorrect('value-invalid')) search.attempt(search.best.corrected, { clamps: true })
  if (isToCorrect('conflict-deleted') || isToCorrect('reference-unknown')) {
    const { corrected, outcome } = search.best
    const later = deletingLater(corrected?.text ?? command, outcome)
    if (later !== null) search.attempt(joined(corrected, later), { accepts: isRescue })
  }
  return search
}

/** Tries readings of one command and keeps the best. */
class Search implements Recovered {
  best: Processed
  readonly doubtful: string[] = []
  readonly #command: string
  readonly #first: Processed
  readonly #trial: Trial
  readonly #policies: RecoveryPolicies

  constructor(command: string, first: Processed, trial: Trial, policies: RecoveryPolicies) {
    this.best = first
    this.#command = command
    this.#first = first
    this.#trial = trial
    this.#policies = policies
  }

  attempt(
    text: Corrected | null,
    { clamps = false, accepts }: { clamps?: boolean; accepts?: (outcome: Outcome) => boolean },
  ): void {
    const run = this.#trial.run(text?.text ?? this.#command, clamps)
    if (this.#isBetter(run) && accepts?.(run.outcome) !== false) this.#take(text, run, clamps)
  }

  /** Tries other words, then bare numbers with a unit. */
  words(): void {
    const { index } = this.#trial
    const spelled = spellings(this.#command, index)
    if (this.#oneOf(spelled)) return
    const [likeliest] = spelled
    if (this.#oneOf(withUnits(this.#command, index)) || likeliest === undefined) return
    this.#oneOf(withUnits(likeliest.text, index).map((text) => joined(likeliest, text)!))
  }

  #isBetter({ outcome }: Run): boolean {
    return isBetter(outcome, this.best.outcome, this.#policies)
  }

  #take(text: Corrected | null, { reading, outcome }: Run, clamps: boolean): void {
    const corrected = joined(this.#first.corrected, text)
    this.best = { ...this.best, reading, outcome, corrected, isClamped: clamps }
  }

  /**
   * Takes the first of those readings that come furthest, with the others that come as far told beside it; none where that
   * would be a risk. Whether nothing else needs to be tried.
   */
  #oneOf(texts: readonly Corrected[]): boolean {
    let furthest = new Map<
      string,
      { readonly text: Corrected; readonly run: Run; readonly outcome: Outcome }
    >()
    let least = Infinity
    const asking: Tried[] = []
    for (const text of texts) {
      const run = this.#trial.run(text.text, false)
      const { outcome } = run
      if (fails(outcome, 'reference-ambiguous')) asking.push({ text, outcome })
      if (!this.#isBetter(run) || outcome.failed > least) continue
      if (outcome.failed < least) furthest = new Map()
      least = outcome.failed
      const effect = effectOf(outcome)
      if (!furthest.has(effect)) furthest.set(effect, { text, run, outcome })
    }
    const [taken, ...others] = furthest.values()
    if (taken === undefined) return false
    const isDone = least === 0
    const readings: readonly Tried[] = [taken, ...others]
    // What would have to be asked about may have been meant as well.
    const isDoubtful = isRisky(readings) || isRisky([...readings, ...asking])
    if (isDoubtful && isDone) this.doubtful.push(...readings.map(({ text }) => text.text))
    if (isDoubtful) return isDone
    const told = isDone ? others.slice(0, MAX_OTHERS).map(({ text }) => text.text) : []
    this.#take(told.length === 0 ? taken.text : withOthers(taken.text, told), taken.run, false)
    return isDone
  }
}

/** A correction with the commands that could have been meant as well. */
function withOthers(corrected: Corrected, suggestions: readonly string[]): Corrected {
  const [first, ...rest] = corrected.issues
  return { ...corrected, issues: [{ ...first!, suggestions }, ...rest] }
}

/** One correction after the other. */
function joined(a: Corrected | null, b: Corrected | null): Corrected | null {
  if (a === null || b === null || a === b) return b ?? a
  return {
    text: b.text,
    corrections: [...a.corrections, ...b.corrections],
    issues: [...a.issues, ...b.issues],
  }
}

function fails({ issues }: Outcome, code: IssueCode): boolean {
  return issues.some((issue) => issue.severity === 'error' && issue.code === code)
}
