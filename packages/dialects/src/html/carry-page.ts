import type { Change, Component, TextEdit } from 'blueprint-command-engine'
import { nounOf } from './nouns.ts'
import type { PageLens } from './page-lens.ts'
import { tidy } from './parse-page.ts'
import type { Page, PageElement, TextRun } from './parse-page.ts'
import { ATTRIBUTE_KEYS } from './project-page.ts'

/** What a step from one version of a page to another changes of one element. Undone by its inverse. */
export interface ElementChange {
  readonly element: PageElement
  /** The attributes it gets. */
  readonly attributes: ReadonlyMap<string, string>
  /** By how many characters its start tag grows. */
  readonly opens: number
  /** The text it gets; null where that stays. */
  readonly text: { readonly run: TextRun; readonly value: string; readonly grows: number } | null
}

/**
 * What edits that change attributes and texts alone come to, element by element; null where reading the page would say
 * something else of any other element, so that it must be read. O(changed elements).
 */
export function elementChanges(
  lens: PageLens,
  change: Change,
  edits: readonly TextEdit[],
): readonly ElementChange[] | null {
  const changes: ElementChange[] = []
  for (const { before, after, node } of change.touched) {
    if (before === null || after === null) return null
    const element = lens.elementOf({ component: before })
    if (element === null) return null
    const attributes = changedAttributes(element, before, after)
    if (!isCalledTheSame(lens, { ...element, attributes }, after)) return null
    const opens = growth(edits, element.start, element.openEnd)
    if (before.text === after.text) {
      changes.push({ element, attributes, opens, text: null })
      continue
    }
    const said = after.text ?? ''
    if (said === '' || tidy(said) !== said) return null
    const [run] = element.texts
    const speaks = node.parent !== null && hasTextAround(element, lens)
    if (run === undefined || element.texts.length > 1 || element.children.length > 0 || speaks) return null
    const text = { run, value: replaced(run.value, said), grows: growth(edits, run.start, run.end) }
    changes.push({ element, attributes, opens, text })
  }
  return changes
}

/** By how many characters the edits make a stretch of the text longer. */
function growth(edits: readonly TextEdit[], from: number, to: number): number {
  let sum = 0
  for (const { start, end, text } of edits)
    if (start >= from && end <= to && start < to) sum += text.length - (end - start)
  return sum
}

/** Brings the elements of a page to another version, in place. O(elements behind the change), a few numbers each. */
export function applyChanges(
  page: Page,
  elements: readonly PageElement[],
  changes: readonly ElementChange[],
): readonly ElementChange[] {
  return changes.map((change) => applyChange(page, elements, change)).toReversed()
}

function applyChange(page: Page, elements: readonly PageElement[], change: ElementChange): ElementChange {
  const { element, opens, text } = change
  const inverse: ElementChange = {
    element,
    attributes: element.attributes,
    opens: -opens,
    text: text === null ? null : { run: text.run, value: text.run.value, grows: -text.grows },
  }
  element.attributes = change.attributes
  element.openEnd += opens
  for (const run of element.texts) shiftRun(run, opens)
  if (text !== null) {
    text.run.value = text.value
    text.run.end += text.grows
  }
  const by = opens + (text?.grows ?? 0)
  if (by === 0) return inverse
  for (let i = element.index + 1; i < elements.length; i++) {
    const one = elements[i]!
    one.start += by
    one.openEnd += by
    one.closeStart += by
    one.end += by
    for (const run of one.texts) shiftRun(run, by)
  }
  element.closeStart += by
  element.end += by
  for (let outer = element.parent; outer !== null; outer = outer.parent) {
    for (const run of outer.texts) if (run.start > element.start) shiftRun(run, by)
    outer.closeStart += by
    outer.end += by
  }
  if (page.body !== null && page.body.start < element.start) {
    page.body.closeStart += by
    page.body.end += by
  }
  return inverse
}

function shiftRun(run: TextRun, by: number): void {
  run.start += by
  run.end += by
}

function changedAttributes(
  element: PageElement,
  before: Component,
  after: Component,
): ReadonlyMap<string, string> {
  const next = new Map(element.attributes)
  for (const [key, name] of Object.entries(ATTRIBUTE_KEYS)) {
    const value = after.visual?.[key]
    if (value === before.visual?.[key]) continue
    if (typeof value === 'string') next.set(name, value)
    else next.delete(name)
  }
  return next
}

/** A link with a background and padding is a button from then on: that is for reading to say. */
function isCalledTheSame(lens: PageLens, element: PageElement, { type }: Component): boolean {
  if (type === 'inner_text') return true
  return nounOf(element, (one) => lens.style.looksLikeButton(one)) === type
}

/** Something around it says its text too. */
function hasTextAround(element: PageElement, lens: PageLens): boolean {
  for (let outer = element.parent; outer !== null; outer = outer.parent)
    if (outer.tag === 'label' || lens.saysText(outer)) return true
  return element.tag === 'label'
}

function replaced(value: string, text: string): string {
  const head = value.length - value.trimStart().length
  const tail = value.trimEnd().length
  return value.slice(0, head) + text + value.slice(Math.max(head, tail))
}
