import { own } from '../../base/json.ts'
import type { SlotValue } from '../../command/content-steps.ts'
import type { StyleValue } from '../../command/step.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { Template, TemplatePart, TemplateSlot } from './template.ts'

/** A part of a section with its texts in place; what repeats stands as often as it has items. */
export interface FilledPart {
  readonly type: string
  readonly role?: string
  readonly text?: string
  readonly properties: Readonly<Partial<Record<PropertyName, StyleValue>>>
  readonly children: readonly FilledPart[]
  readonly layout: 'row' | 'column' | 'grid'
  readonly columns: number
}

type Said = Readonly<Record<string, SlotValue>>
type Texts = Readonly<Record<string, string>>

const DEFAULT_COLUMNS = 3

/** A template with what was said in its slots; the rest gets texts that name what belongs there. */
export function fillTemplate({ slots, part }: Template, said: Said = {}): FilledPart {
  const texts: Record<string, string> = {}
  const items: Record<string, readonly Texts[]> = {}
  for (const [name, slot] of Object.entries(slots)) {
    const value = own(said, name) as SlotValue | undefined
    if (typeof slot === 'string') texts[name] = textFor(value, slot)
    else items[name] = itemsFor(value, slot)
  }
  return fillPart(part, texts, items)!
}

/** Slots that were said and that the template does not have. */
export function unknownSlots({ slots }: Template, said: Said = {}): string[] {
  return Object.keys(said).filter((name) => !Object.hasOwn(slots, name))
}

function textFor(value: SlotValue | undefined, instead: string): string {
  if (typeof value === 'string') return value
  const [first] = value ?? []
  return typeof first === 'string' ? first : instead
}

function itemsFor(value: SlotValue | undefined, slot: Exclude<TemplateSlot, string>): readonly Texts[] {
  const names = Object.keys(slot.of)
  const said = typeof value === 'string' ? [value] : (value ?? Array.from({ length: slot.count }, () => ''))
  return said.map((item, i) => {
    const own: Texts = typeof item === 'string' ? { [names[0]!]: item } : item
    return Object.fromEntries(
      names.map((name) => {
        const text = Object.hasOwn(own, name) ? own[name]! : ''
        return [name, text === '' ? slot.of[name]!.replaceAll('{n}', String(i + 1)) : text]
      }),
    )
  })
}

/** Null for a text part of which nothing is to be shown. */
function fillPart(
  part: TemplatePart,
  texts: Texts,
  items: Readonly<Record<string, readonly Texts[]>>,
): FilledPart | null {
  const text = part.text === undefined ? undefined : filled(part.text, texts)
  if (text === '' && part.children === undefined) return null
  const properties = Object.fromEntries(
    Object.entries(part.properties ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? filled(value, texts) : value,
    ]),
  )
  const children = (part.children ?? []).flatMap((child) => {
    const each = child.each === undefined ? [{}] : (items[child.each] ?? [])
    return each.flatMap((item) => fillPart(child, { ...texts, ...item }, items) ?? [])
  })
  return {
    type: part.type,
    ...(part.role === undefined ? {} : { role: part.role }),
    ...(text === undefined ? {} : { text }),
    properties,
    children,
    layout: part.layout ?? 'column',
    columns: part.columns ?? DEFAULT_COLUMNS,
  }
}

/** A text with what stands for its slots. Only names of slots are looked up, so a text that was said is never read as one. */
function filled(text: string, texts: Texts): string {
  return text.replaceAll(/\{(\w{1,40})\}/g, (whole, name: string) =>
    Object.hasOwn(texts, name) ? texts[name]! : whole,
  )
}
