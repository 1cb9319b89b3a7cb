import type { Finding } from '../finding.ts'
import { fieldsOf, MAX_SECTION_LENGTH, refusalOf } from '../markdown/fields.ts'
import type { Field, FieldItem } from '../markdown/fields.ts'
import type { Section } from '../markdown/sections.ts'
import { fieldNameOf, labelOf } from './field-names.ts'
import type { FieldName } from './field-names.ts'

/** Labels that begin something of their own, whatever field stands before them. */
const OTHER =
  /^(?:notes?|remarks?|risks?|rationale|background|context|why|how|owner|assignee|status|priority|deliverables?|outputs?|inputs?|rollback.{0,20}|out of scope|scope|references?|related.{0,20}|parallel.{0,20}|agent|model|tokens?|budget|timeline|expected.{0,30}|examples?|code.{0,20}|worktree.{0,20}|branch.{0,20}|type|tags?|links?|estimated.{0,20}|impact|assumptions?|constraints?|questions?|open questions?|linear.{0,20}|what|who|when|testing strategy|success metrics?|mitigation.{0,20}|stage|order|batch)$/i
const READ_ONLY = /\b(?:read|reference|unchanged|not|only|review)\b/i
const STEP = /^(?:sub-?)?(?:step|task|part|action|week|day|milestone)s?\b|^\d{1,3}(?:\.\d{1,3})?[.):]?\s/i

/** The fields of a phase, from its heading and the headings below it; what is read with doubt is added to `findings`. */
export function fieldsOfPhase(sections: readonly Section[], findings: Finding[]): Field[] {
  const fields: Field[] = []
  let open: { at: number; name: FieldName } | null = null
  for (const [i, section] of sections.entries())
    for (const [j, field] of readFields(section, i > 0, findings).entries()) {
      const name = fieldNameOf(field.label)
      const isHeading = i > 0 && j === 0
      if (name === null && open !== null && continues(open.name, field, isHeading)) {
        fields[open.at] = joined(fields[open.at]!, field, open.name)
        if (!isEmpty(field)) findings.push(continued(field, open.name))
        continue
      }
      fields.push(field)
      open = name === null ? (isHeading ? null : open) : { at: fields.length - 1, name }
    }
  return fields
}

function readFields(section: Section, isBelow: boolean, findings: Finding[]): readonly Field[] {
  const refusal = refusalOf(section)
  const isKnown = (text: string): boolean => fieldNameOf(text) !== null
  if (refusal === null)
    return fieldsOf(section, {
      isKnown,
      ...(isBelow && { isHeadingLabel: true }),
    })
  const { line, column, title } = section
  const message =
    refusal === 'too-large'
      ? `"${title.slice(0, 60)}" is longer than ${MAX_SECTION_LENGTH} characters`
      : `"${title.slice(0, 60)}" opens more than 32 lists or quotes in one another`
  findings.push({ code: refusal, severity: 'error', message, line, column })
  return []
}

/** Whether what stands under a label that is no field's goes on with the field before it. */
function continues(open: FieldName, { label, items }: Field, isHeading: boolean): boolean {
  const plain = label.replaceAll(/[*_`:]{1,3}/g, '').trim()
  if (OTHER.test(plain)) return false
  switch (open) {
    case 'steps':
      return isHeading || STEP.test(plain) || !/\bfiles?\b/i.test(plain)
    case 'files':
      return !READ_ONLY.test(plain) && !STEP.test(plain)
    case 'gates':
      return !/\bfiles?\b/i.test(plain) && (isHeading || items.length > 0)
    case 'goal':
      return isHeading && !STEP.test(plain)
    default:
      return false
  }
}

/** A field with what stands under a label within it: a step of its own, else more entries. */
function joined(field: Field, part: Field, name: FieldName): Field {
  const { line, column } = part
  const own: FieldItem[] =
    field.text === '' || field.items.length > 0 || field.text.endsWith(':')
      ? []
      : [{ text: field.text, line: field.line, column: field.column }]
  const text = part.text === '' ? [] : [{ text: part.text, line, column }]
  if (name === 'goal')
    return {
      ...field,
      text: [field.text, part.text].filter((each) => each !== '').join('\n'),
    }
  if (name !== 'steps')
    return {
      ...field,
      items: [...field.items, ...own, ...text, ...part.items],
      code: [...field.code, ...part.code],
    }
  const lines = [
    [part.label.replace(/:$/, ''), part.text].filter((each) => each !== '').join(': '),
    ...part.items.map((item) => `- ${item.text.replaceAll('\n', '\n  ')}`),
    ...part.code.map((code) => code.text),
  ]
  return {
    ...field,
    items: [...field.items, ...own, { text: lines.join('\n'), line, column }],
  }
}

function isEmpty({ text, items, code }: Field): boolean {
  return text === '' && items.length === 0 && code.length === 0
}

function continued({ label, line, column }: Field, name: FieldName): Finding {
  const message = `"${label.slice(0, 60)}" is no field; read as a part of ${labelOf(name)}`
  return {
    code: 'form',
    severity: 'warning',
    message,
    line,
    column,
    field: labelOf(name),
  }
}
