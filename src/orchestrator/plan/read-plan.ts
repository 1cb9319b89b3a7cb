import { findCycle } from '../dependencies/cycle.ts'
import type { Finding } from '../finding.ts'
import { sortFindings } from '../finding.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { splitSections } from '../markdown/sections.ts'
import { findPhases } from './phase-sections.ts'
import type { PhaseSection } from './phase-sections.ts'
import type { Phase, PlanReading } from './plan.ts'
import { readPhase } from './read-phase.ts'

/** Characters of a plan; longer ones are refused. */
const MAX_PLAN_LENGTH = 1_048_576
const MAX_PHASES = 1000

/**
 * Reads a plan: `### Phase N: Title` headings with their fields. Everything that is wrong is told at once, each with its
 * line. O(length) but for sections, whose parsing is bounded.
 *
 * @example
 * const { plan, findings } = readPlan(text)
 * for (const { line, message } of findings) console.error(`PLAN.md:${line}: ${message}`)
 */
export function readPlan(text: string): PlanReading {
  const findings: Finding[] = []
  if (text.length > MAX_PLAN_LENGTH)
    return refused('too-large', `has ${text.length} characters, more than ${MAX_PLAN_LENGTH}`)
  const matter = splitFrontMatter(text.replaceAll('\r\n', '\n'))
  const sections = splitSections(matter.body, matter.bodyLine)
  const found = findPhases(sections, findings)
  if (found.length > MAX_PHASES)
    return refused('too-large', `has ${found.length} phases, more than ${MAX_PHASES}`)
  if (found.length === 0 && findings.length === 0)
    return refused(
      'no-phases',
      'has no phase; expected headings like "### Phase 1: Title" with **Goal**: and other fields below',
    )

  const numbered = found.map((section) => ({ section, number: numberOf(section, findings) }))
  refuseDuplicates(numbered, findings)
  const all = numbered.map(({ number }) => number)
  const phases = numbered.map(({ section, number }) => readPhase(section, number, all, findings))
  findings.push(...cycleFindings(phases))
  const title = sections.find(({ depth }) => depth === 1)?.title ?? ''
  return {
    plan: { title, batchId: batchIdOf(matter.yaml ?? '', title), phases },
    findings: sortFindings(findings),
  }
}

function refused(code: 'too-large' | 'no-phases', problem: string): PlanReading {
  return {
    plan: { title: '', batchId: null, phases: [] },
    findings: [{ code, severity: 'error', message: `The plan ${problem}`, line: 1, column: 1 }],
  }
}

function numberOf({ numberText, title, line, column }: PhaseSection, findings: Finding[]): number {
  const number = /^\d{1,4}$/.test(numberText) ? Number(numberText) : 0
  const add = (message: string): unknown =>
    findings.push({ code: 'phase-number', severity: 'error', message, line, column })
  if (number === 0) add(`Phase ${numberText}: expected a whole number from 1, got "${numberText}"`)
  if (title === '') add(`Phase ${numberText}: has no title; expected "Phase ${numberText}: Title"`)
  return number
}

function refuseDuplicates(
  phases: readonly { readonly section: PhaseSection; readonly number: number }[],
  findings: Finding[],
): void {
  const lines = new Map<number, number>()
  for (const { section, number } of phases) {
    const first = lines.get(number)
    if (first === undefined) lines.set(number, section.line)
    else if (number > 0)
      findings.push({
        code: 'phase-duplicate',
        severity: 'error',
        message: `Phase ${number} is there a second time; the first is in line ${first}`,
        line: section.line,
        column: section.column,
        phase: number,
      })
  }
}

function cycleFindings(phases: readonly Phase[]): Finding[] {
  const byNumber = new Map(phases.map((phase) => [phase.number, phase]))
  const cycle = findCycle(
    phases.map(({ number }) => number),
    (number) => byNumber.get(number)!.dependencies.map(({ phase }) => phase),
  )
  if (cycle === null) return []
  const path = cycle.map((number) => `Phase ${number}`).join(' -> ')
  const first = byNumber.get(cycle[0]!)!
  return [
    {
      code: 'cycle',
      severity: 'error',
      message: `Phases wait for one another in a circle: ${path} (each waits for the next)`,
      line: first.line,
      column: 1,
      phase: first.number,
      field: 'Dependencies',
    },
  ]
}

function batchIdOf(yaml: string, title: string): string | null {
  const stated = /^batch(?:_id)?:[ \t]{0,9}["']?([A-Za-z0-9_-]{1,40})["']?[ \t]{0,9}$/m.exec(yaml)?.[1]
  return stated ?? /^(?:PRP|Batch)[- ](\d{1,9})\b/i.exec(title)?.[1] ?? null
}
