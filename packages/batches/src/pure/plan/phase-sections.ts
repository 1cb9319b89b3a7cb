import type { Finding } from '../finding.ts'
import type { Field } from '../markdown/fields.ts'
import type { Section } from '../markdown/sections.ts'
import { fieldNameOf } from './field-names.ts'
import { fieldsOfPhase } from './phase-fields.ts'

/** A heading called Phase with the fields below it; its title and number are still as written. */
export interface PhaseSection {
  readonly numberText: string
  readonly title: string
  readonly line: number
  readonly column: number
  readonly fields: readonly Field[]
  readonly source: string
}

/** What a heading of a phase looks like, and how many fields it needs to be one. */
interface Form {
  readonly pattern: RegExp
  readonly minFields: number
}

/** The forms of headings, best first: the first one that a plan has is that of all its phases. */
const FORMS: readonly Form[] = [
  { pattern: /^phase[\s#-]{1,5}#?([\w.]{1,20})(.{0,999})$/i, minFields: 1 },
  {
    pattern:
      /^(?:task|step|stage|milestone|part|work item|item|story|iteration|sprint|package)[\s#-]{1,5}#?(\d[\w.]{0,10})(.{0,999})$/i,
    minFields: 2,
  },
  { pattern: /^(\d{1,3}(?:\.\d{1,3})?)([.):\s].{1,999})$/, minFields: 2 },
]

/** The phases of a plan. A heading called Phase without fields is prose, and so is what stands below it. */
export function findPhases(sections: readonly Section[], findings: Finding[]): PhaseSection[] {
  for (const form of FORMS) {
    const found: Finding[] = []
    const phases = phasesOf(sections, form, found)
    if (phases.length === 0 && found.length === 0) continue
    findings.push(...found)
    if (form !== FORMS[0] && phases.length > 0) findings.push(otherForm(phases))
    return phases
  }
  return []
}

function otherForm(phases: readonly PhaseSection[]): Finding {
  const { line, column } = phases[0]!
  const message = `No heading is called Phase; the ${phases.length} like this one, with fields below, are read as phases`
  return { code: 'form', severity: 'warning', message, line, column }
}

function phasesOf(sections: readonly Section[], form: Form, findings: Finding[]): PhaseSection[] {
  const phases: PhaseSection[] = []
  for (let i = 0; i < sections.length; i++) {
    const head = sections[i]!
    const match = form.pattern.exec(plainTitle(head.title))
    if (head.depth < 2 || match === null) continue
    let end = i + 1
    while (end < sections.length && isPartOf(sections[end]!, head, form)) end++
    const own = sections.slice(i, end)
    const found: Finding[] = []
    const fields = fieldsOfPhase(own, found)
    const known = new Set(fields.map(({ label }) => fieldNameOf(label)).filter((name) => name !== null))
    // What could not be parsed at all is reported: it may have been a phase.
    findings.push(...found.filter(({ severity }) => known.size >= form.minFields || severity === 'error'))
    if (known.size < form.minFields) continue
    const { numberText, title } = headOf(match)
    phases.push({
      numberText,
      title,
      line: head.line,
      column: head.column,
      fields,
      source: sourceOf(own),
    })
    i = end - 1
  }
  return phases
}

/** `Phase 1 (Week 1): Title`, `Phase 1 - Title`, `Phase 1 Title`. */
function headOf([, numberText = '', rest = '']: RegExpExecArray): {
  numberText: string
  title: string
} {
  const range = /^\s{0,3}[-–]\s{0,3}\d{1,4}(?=\s{0,3}(?:[:.–—-]|$))/.exec(rest)
  if (range !== null)
    return {
      numberText: numberText + range[0],
      title: titleOf(rest.slice(range[0].length)),
    }
  return { numberText: numberText.replace(/\.$/, ''), title: titleOf(rest) }
}

function titleOf(rest: string): string {
  const title = rest.replace(/^[\s:.)–—-]{1,10}/, '').trim()
  const note = /^[([][^)\]]{0,200}[)\]]\s{0,3}(?:[:–—-]\s{0,3})(\S.{0,998})$/.exec(title)
  return note?.[1] ?? title
}

/** Without signs before the words, and without emphasis. */
function plainTitle(title: string): string {
  return title
    .replaceAll(/\*{1,3}|__|`/g, '')
    .replace(/^(?:\[[^\]]{0,20}\]|[^\p{L}\p{N}]){1,20}/u, '')
    .replace(/[\s\p{Extended_Pictographic}\uFE0F]{1,20}$/u, '')
}

/** A deeper heading belongs to the phase, unless it begins a phase itself. */
function isPartOf(section: Section, head: Section, { pattern }: Form): boolean {
  const isDeeper = section.depth > head.depth
  // Below a phase, numbered headings are its steps.
  return isDeeper && (pattern === FORMS[2]!.pattern || !pattern.test(plainTitle(section.title)))
}

function sourceOf(sections: readonly Section[]): string {
  return sections
    .map(({ depth, title, text }) => `${'#'.repeat(depth)} ${title}\n${text}`)
    .join('')
    .replace(/\s{0,1000}(?:-{3,99})?\s{0,1000}$/, '\n')
}
