import type { Finding, FindingCode } from '../finding.ts'
import type { Field } from '../markdown/fields.ts'
import { fieldNameOf, labelOf, labelRank } from './field-names.ts'
import type { FieldName } from './field-names.ts'

/** Fields that may stand under several labels, and count together. */
const LISTS: ReadonlySet<FieldName> = new Set(['files', 'dependencies', 'steps', 'gates'])

/** Told of what a phase says more than once. */
export type TellField = (
  code: FindingCode,
  severity: Finding['severity'],
  name: FieldName,
  field: Field,
  problem: string,
) => void

/**
 * One field for each name: lists under several labels are put together (Files Created beside Files Modified), of other fields
 * the best label counts. The same label twice with different words leaves the meaning in doubt.
 */
export function collectFields(fields: readonly Field[], tell: TellField): ReadonlyMap<FieldName, Field> {
  const found = new Map<FieldName, Field>()
  for (const field of fields) {
    const name = fieldNameOf(field.label)
    if (name === null) continue
    const first = found.get(name)
    if (first === undefined) found.set(name, field)
    else if (LISTS.has(name)) found.set(name, together(first, field))
    else found.set(name, better(name, first, field, tell))
  }
  return found
}

function together(a: Field, b: Field): Field {
  const texts = [a.text, b.text].filter((text) => text !== '')
  // A text and a list: both are entries.
  const isMixed = a.items.length > 0 !== b.items.length > 0 && texts.length > 0
  const asItems = ({ text, line, column, items }: Field): Field['items'] =>
    text === '' || items.length > 0 ? items : [{ text, line, column }]
  return {
    ...a,
    text: isMixed ? '' : texts.join('\n'),
    items: isMixed ? [...asItems(a), ...asItems(b)] : [...a.items, ...b.items],
    code: [...a.code, ...b.code],
  }
}

function better(name: FieldName, first: Field, second: Field, tell: TellField): Field {
  const [a, b] = [labelRank(name, first.label), labelRank(name, second.label)]
  const isSame = first.text === second.text && first.items.length === 0 && second.items.length === 0
  if (a === b && !isSame) {
    tell(
      'field-duplicate',
      'error',
      name,
      second,
      `is given a second time; the first is in line ${first.line}`,
    )
    return first
  }
  const [kept, left] = b < a ? [second, first] : [first, second]
  if (!isSame)
    tell(
      'field-duplicate',
      'warning',
      name,
      left,
      `is also given as "${left.label.slice(0, 60)}"; the one in line ${kept.line} (${labelOf(name)}) counts`,
    )
  return kept
}
