import type { Finding } from '../finding.ts'
import { fieldsOf, MAX_SECTION_LENGTH, refusalOf } from '../markdown/fields.ts'
import type { Field } from '../markdown/fields.ts'
import type { Section } from '../markdown/sections.ts'
import { fieldNameOf } from './field-names.ts'

/** A heading called Phase with the fields below it; its title and number are still as written. */
export interface PhaseSection {
  readonly numberText: string
  readonly title: string
  readonly line: number
  readonly column: number
  readonly fields: readonly Field[]
  readonly source: string
}

const PHASE = /^phase\s{1,5}([\w.]{1,20})\s{0,5}(?:[:.–—-]\s{0,5}(.{0,999}))?$/i

/** The phases of a plan. A heading called Phase without fields is prose, and so is what stands below it. */
export function findPhases(sections: readonly Section[], findings: Finding[]): PhaseSection[] {
  const phases: PhaseSection[] = []
  for (let i = 0; i < sections.length; i++) {
    const head = sections[i]!
    const [, numberText, title = ''] = PHASE.exec(head.title) ?? []
    if (head.depth < 2 || numberText === undefined) continue
    let end = i + 1
    while (end < sections.length && isPartOf(sections[end]!, head)) end++
    const own = sections.slice(i, end)
    const fields = own.flatMap((section) => readFields(section, findings))
    if (!fields.some(({ label }) => fieldNameOf(label) !== null)) continue
    phases.push({
      numberText,
      title: title.trim(),
      line: head.line,
      column: head.column,
      fields,
      source: sourceOf(own),
    })
    i = end - 1
  }
  return phases
}

/** A deeper heading belongs to the phase, unless it begins a phase itself. */
function isPartOf(section: Section, head: Section): boolean {
  return section.depth > head.depth && !PHASE.test(section.title)
}

function readFields(section: Section, findings: Finding[]): readonly Field[] {
  const refusal = refusalOf(section)
  if (refusal === null) return fieldsOf(section, (text) => fieldNameOf(text) !== null)
  const { line, column, title } = section
  const message =
    refusal === 'too-large'
      ? `"${title.slice(0, 60)}" is longer than ${MAX_SECTION_LENGTH} characters`
      : `"${title.slice(0, 60)}" opens more than 32 lists or quotes in one another`
  findings.push({ code: refusal, severity: 'error', message, line, column })
  return []
}

function sourceOf(sections: readonly Section[]): string {
  return sections
    .map(({ depth, title, text }) => `${'#'.repeat(depth)} ${title}\n${text}`)
    .join('')
    .replace(/\s{0,1000}(?:-{3,99})?\s{0,1000}$/, '\n')
}
