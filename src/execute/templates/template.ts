import type { PropertyName } from '../../document/native-table.ts'
import type { StyleValue } from '../../command/step.ts'

/** What a template holds at one place; texts name slots in braces: "{title}", "{n}" the number of an item. */
export interface TemplatePart {
  readonly type: string
  readonly role?: string
  readonly text?: string
  /** Texts that are no `text`, and looks for screens that have none of the kind. */
  readonly properties?: Readonly<Partial<Record<PropertyName, StyleValue>>>
  readonly children?: readonly TemplatePart[]
  /** Once for each item of this slot. */
  readonly each?: string
  /** How its children stand; default: below one another. */
  readonly layout?: 'row' | 'column' | 'grid'
  /** At most so many beside one another in a row or grid; default 3. */
  readonly columns?: number
}

/** A text that stands where nothing is said, or the texts of items and how many there are. */
export type TemplateSlot = string | { readonly count: number; readonly of: Readonly<Record<string, string>> }

/**
 * A section that a command can add, as data.
 *
 * @example
 * const templates = [{
 *   name: 'opening_hours',
 *   slots: { title: 'Title', items: { count: 2, of: { day: 'Day {n}' } } },
 *   part: { type: 'section', children: [{ type: 'heading', text: '{title}' }, { type: 'text', each: 'items', text: '{day}' }] },
 * }]
 * const engine = createEngine({ templates })
 */
export interface Template {
  readonly name: string
  /** Slots in the order in which what is said fills them. */
  readonly slots: Readonly<Record<string, TemplateSlot>>
  readonly part: TemplatePart
  /** Where it goes when no place is said; default: the end, before a closing footer. */
  readonly place?: 'start' | 'end' | 'very-end'
}
