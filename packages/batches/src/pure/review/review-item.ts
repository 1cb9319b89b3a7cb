import { fieldsOf, refusalOf } from '../markdown/fields.ts'
import { splitSections } from '../markdown/sections.ts'
import { fieldNameOf, labelOf } from '../plan/field-names.ts'
import type { FieldName } from '../plan/field-names.ts'
import type { WorkItem } from '../work-item/work-item.ts'

/** Something that a review found, and how much it takes from the score of 10. */
export interface ReviewFinding {
  readonly weight: number
  readonly text: string
}

export interface Review {
  /** 0..10, with one decimal. */
  readonly score: number
  readonly findings: readonly ReviewFinding[]
}

/** What a review of one item needs to know of the others. */
export interface ReviewContext {
  readonly itemsById: ReadonlyMap<string, WorkItem>
  /** Warnings from reading the item's file. */
  readonly warnings: readonly string[]
  /** Files that another item of the same stage touches as well, with that item. */
  readonly conflicts: readonly { readonly other: string; readonly files: readonly string[] }[]
}

const SECTIONS: readonly FieldName[] = ['goal', 'gates']
const MEASURABLE =
  /\d|`[^`]{1,200}`|\b(?:pass(?:es|ed)?|fails?|exists?|created|compiles?|valid|without errors?|no errors?|exit code|returns?|all|every|none|no|not)\b/i

/** Looks at how an item is written: its sections, dependencies, files and gates. */
export function reviewStructure(item: WorkItem, context: ReviewContext): Review {
  const findings: ReviewFinding[] = []
  const add = (weight: number, text: string): unknown => findings.push({ weight, text })
  const sections = sectionsOf(item.body)
  for (const name of SECTIONS) if (!sections.has(name)) add(2, `there is no section "${labelOf(name)}"`)
  if (item.executor === 'blueprint' ? item.commands.length === 0 : !sections.has('steps'))
    add(
      2,
      `there are no ${item.executor === 'blueprint' ? 'commands' : 'steps'}: what is to be done is not said`,
    )
  const vague = item.gates.filter(({ text, command }) => command === null && !MEASURABLE.test(text))
  for (const { text } of vague.slice(0, 4))
    add(0.5, `the gate "${text.slice(0, 80)}" says nothing that could be measured`)
  if (item.executor === 'agent' && item.files.length === 0)
    add(1, 'no files are declared: conflicts cannot be foreseen')
  if (item.hours === null || item.hours.max === 0) add(0.5, 'there is no estimate')
  else if (item.hours.max > 16) add(0.5, `an estimate of ${item.hours.max} hours is that of several items`)
  for (const id of item.dependencies) {
    const before = context.itemsById.get(id)
    if (before === undefined) add(2, `depends on ${id}, which the batch does not have`)
    else if (item.stage !== null && before.stage !== null && before.stage >= item.stage)
      add(1, `depends on ${id}, which stands in stage ${before.stage}, not before stage ${item.stage}`)
  }
  for (const { other, files } of context.conflicts)
    add(1, `touches ${files.join(', ')} in the same stage as ${other}`)
  for (const warning of context.warnings.slice(0, 8)) add(0.25, warning)
  return scored(findings)
}

export function scored(findings: readonly ReviewFinding[]): Review {
  const lost = findings.reduce((sum, { weight }) => sum + weight, 0)
  return { score: Math.max(0, Math.round((10 - lost) * 10) / 10), findings }
}

/** The fields that a body has, whether under labels or headings. Real items use both. */
function sectionsOf(body: string): ReadonlySet<FieldName> {
  const found = new Set<FieldName>()
  const take = (label: string): void => {
    const plain = label.replace(/^[\d.\s]{0,10}/, '').trim()
    const name = fieldNameOf(plain) ?? SYNONYMS.get(plain.toLowerCase()) ?? null
    if (name !== null) found.add(name)
  }
  for (const section of splitSections(body, 1)) {
    take(section.title)
    if (refusalOf(section) === null)
      for (const { label } of fieldsOf(section, { isKnown: () => false })) take(label)
  }
  return found
}

const SYNONYMS: ReadonlyMap<string, FieldName> = new Map([
  ['problem', 'goal'],
  ['what', 'goal'],
  ['tl;dr', 'goal'],
  ['implementation', 'steps'],
  ['how', 'steps'],
  ['solution', 'steps'],
  ['success criteria', 'gates'],
  ['acceptance criteria', 'gates'],
  ['testing', 'gates'],
])
