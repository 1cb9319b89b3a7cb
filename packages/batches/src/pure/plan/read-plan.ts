import { findCycle } from '../dependencies/cycle.ts'
import type { Finding } from '../finding.ts'
import { sortFindings } from '../finding.ts'
import { splitFrontMatter } from '@blueprint-engine/files/formats'
import { splitSections } from '../markdown/sections.ts'
import type { Section } from '../markdown/sections.ts'
import { findPhases } from './phase-sections.ts'
import { numberPhases } from './phase-numbers.ts'
import type { NumberedPhase } from './phase-numbers.ts'
import type { PhaseSection } from './phase-sections.ts'
import type { Phase, PlanReading } from './plan.ts'
import { readPhase } from './read-phase.ts'

/** Characters of a plan; longer ones are rejected. */
const MAX_PLAN_LENGTH = 1_048_576
const MAX_PHASES = 1000

/**
 * Reads a plan: `### Phase N: Title` headings with their fields. Everything that is wrong is reported at once, each with its
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

  const names = numberPhases(found, findings)
  refuseDuplicates(names.phases, findings)
  findings.push(...proseFindings(sections, found))
  const phases = names.phases.map((phase) => readPhase(phase, names, findings))
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
    findings: [
      {
        code,
        severity: 'error',
        message: `The plan ${problem}`,
        line: 1,
        column: 1,
      },
    ],
  }
}

/** A heading like those of the phases, of a number that none of them has: prose, or a phase that says nothing. */
function proseFindings(sections: readonly Section[], phases: readonly PhaseSection[]): Finding[] {
  if (phases.length === 0) return []
  const known = new Set(phases.map(({ numberText }) => numberText))
  const lines = new Set(phases.map(({ line }) => line))
  return sections.flatMap(({ title, depth, line, column }) => {
    const number = /^phase\s{1,5}(\d{1,4})\s{0,3}[:.–—-]/i.exec(title)?.[1]
    if (number === undefined || depth < 2 || known.has(number) || lines.has(line)) return []
    const message = `Phase ${number} has no fields; read as prose`
    return [
      {
        code: 'field-missing' as const,
        severity: 'warning' as const,
        message,
        line,
        column,
      },
    ]
  })
}

function refuseDuplicates(phases: readonly NumberedPhase[], findings: Finding[]): void {
  const lines = new Map<number, number>()
  for (const { section, number } of phases) {
    const first = lines.get(number)
    if (first === undefined) lines.set(number, section.line)
    else if (number > 0 || section.numberText === '0')
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
