import type { Finding } from '../finding.ts'
import type { PhaseNames } from './phase-references.ts'
import type { PhaseSection } from './phase-sections.ts'

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
/** `1a`, `1.2`, `A`: labels that are no numbers; the phases are then counted through. */
const LABEL = /^(?:\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?|[a-z])$/i

export interface NumberedPhase {
  readonly section: PhaseSection
  readonly number: number
}

export interface PhaseNumbers extends PhaseNames {
  readonly phases: readonly NumberedPhase[]
}

/** Gives each phase its number; what is wrong or read with doubt is added to `findings`. */
export function numberPhases(sections: readonly PhaseSection[], findings: Finding[]): PhaseNumbers {
  const add = (severity: Finding['severity'], { line, column }: PhaseSection, message: string): unknown =>
    findings.push({ code: 'phase-number', severity, message, line, column })
  for (const section of sections)
    if (section.title === '')
      add(
        'error',
        section,
        `Phase ${section.numberText}: has no title; expected "Phase ${section.numberText}: Title"`,
      )
  const plain = sections.map(({ numberText }) => plainNumber(numberText))
  const isCounted =
    plain.includes(null) && sections.every(({ numberText }, i) => plain[i] !== null || LABEL.test(numberText))
  const labels = new Map<string, number[]>()
  const phases = sections.map((section, i) => {
    const { numberText } = section
    const number = isCounted ? i + 1 : (plain[i] ?? 0)
    if (isCounted) {
      addLabels(labels, numberText.toLowerCase(), number)
      if (numberText !== String(number))
        add('warning', section, `Phase ${numberText}: read as phase ${number}`)
    } else if (plain[i] === null)
      add('error', section, `Phase ${numberText}: expected a whole number, got "${numberText}"`)
    else if (numberText !== String(number)) {
      addLabels(labels, numberText.toLowerCase(), number)
      if (!/^0\d/.test(numberText)) add('warning', section, `Phase ${numberText}: read as phase ${number}`)
    }
    return { section, number }
  })
  const titles = new Map(phases.map(({ section, number }) => [section.title.toLowerCase(), number]))
  return { phases, all: phases.map(({ number }) => number), labels, titles }
}

function plainNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const word = text.toLowerCase()
  const at = Math.max(WORDS.indexOf(word), ROMAN.indexOf(word) + 1)
  return at > 0 || word === 'zero' ? at : null
}

/** A label, and the shorter ones that mean all that begin with it: `2` of `2.1` and `2.2`. */
function addLabels(labels: Map<string, number[]>, label: string, number: number): void {
  const parts = label.split('.')
  const letters = /^(\d{1,4})[a-z]$/.exec(label)?.[1]
  const names = [
    ...parts.map((_, i) => parts.slice(0, i + 1).join('.')),
    ...(letters === undefined ? [] : [letters]),
  ]
  for (const name of names) labels.set(name, [...(labels.get(name) ?? []), number])
}
