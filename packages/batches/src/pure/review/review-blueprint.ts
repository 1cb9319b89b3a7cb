import { createEngine } from 'blueprint-command-engine'
import type { Blueprint, Engine, Issue } from 'blueprint-command-engine'
import type { ReviewFinding } from './review-item.ts'

/** Points that one finding of a rule takes, and at most all of them together. */
const RULES: Readonly<Partial<Record<Issue['code'], readonly [each: number, most: number]>>> = {
  contrast: [1, 3],
  'target-size': [1, 3],
  overlap: [1, 3],
  'outside-parent': [1, 2],
}
const OTHER: readonly [number, number] = [0.5, 2]
const NONCONFORMING = 3

/** The document before and after an item's work; `before` is null if the work is still to be done. */
export interface BlueprintWork {
  readonly before: Blueprint | null
  readonly after: Blueprint
  readonly commands: readonly string[]
}

/**
 * Scores a document by the rules of the engine (contrast, target sizes, overlaps) and the work by conformity: running the
 * item's commands on what was there must give what is there. Work still to be done is tried on the document as it is.
 */
export function reviewBlueprint(work: BlueprintWork, engine: Engine = createEngine()): ReviewFinding[] {
  const findings = ruleFindings(engine.verify(work.after).issues)
  const run = engine.batch(work.before ?? work.after, work.commands)
  if (run.failedAt >= 0) {
    const [issue] = run.answers[run.failedAt]!.issues
    findings.push({
      weight: NONCONFORMING,
      text: `the command "${work.commands[run.failedAt]!}" cannot be run: ${issue?.message ?? 'it is refused'}`,
    })
  } else if (work.before !== null && run.json !== JSON.stringify(work.after)) {
    findings.push({
      weight: NONCONFORMING,
      text: 'the document is not what the commands of the item make of the one before',
    })
  }
  return findings
}

function ruleFindings(issues: readonly Issue[]): ReviewFinding[] {
  const spent = new Map<string, number>()
  return issues
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, message }) => {
      const [each, most] = RULES[code] ?? OTHER
      const before = spent.get(code) ?? 0
      const weight = Math.min(each, Math.max(0, most - before))
      spent.set(code, before + weight)
      return { weight, text: `${code}: ${message}` }
    })
}
