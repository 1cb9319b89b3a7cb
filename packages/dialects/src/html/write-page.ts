import type {
  Change,
  Component,
  Issue,
  Patch,
  Result,
  TextEdit,
  WrittenChange,
} from 'blueprint-command-engine'
import type { PageLens } from './page-lens.ts'
import type { PageElement } from './parse-page.ts'
import { attributeEdits } from './attribute-edits.ts'
import { editAttribute, escapeText } from './start-tag.ts'
import { structureEdits } from './structure-edits.ts'
import { textPlace } from './text-place.ts'
import { refusal } from '../refining/refusal.ts'

const LIST = /\/(?:children|components)\/\d{1,9}$/

/** Puts a change of the blueprint into the text of the page. */
export function writePage(
  lens: PageLens,
  change: Change,
  read: (text: string) => PageLens,
): Result<WrittenChange, readonly Issue[]> {
  const looks = lookEdits(lens, change)
  if (typeof looks === 'string') return { ok: false, error: refusal('not-applicable', looks) }
  const isRestructured = change.patches.some(({ op, path }: Patch) => op !== 'replace' && LIST.test(path))
  const edits = tidied(isRestructured ? structureEdits(lens, change, looks) : looks)
  const source = applyEdits(lens.source, edits)
  const next = (isRestructured ? null : lens.carried(change, source, edits)) ?? read(source)
  const problem = isRestructured ? differsFrom(next.blueprint.components, change.after.components) : null
  if (problem !== null) return { ok: false, error: refusal('not-applicable', problem) }
  return {
    ok: true,
    value: { lens: next, patches: [], inverse: [], edits, inverseEdits: inverseOf(lens.source, edits) },
  }
}

/** Edits of attributes and texts of elements that stay. */
function lookEdits(lens: PageLens, change: Change): readonly TextEdit[] | string {
  const edits: TextEdit[] = []
  for (const { before, after } of change.touched) {
    if (before === null || after === null) continue
    const element = lens.elementOf({ component: before })
    if (element === null) continue
    edits.push(...attributeEdits(lens.source, element, before, after))
    if (before.text === after.text) continue
    const edit = textEdit(lens.source, element, after.text ?? '')
    if (typeof edit === 'string') return edit
    edits.push(edit)
  }
  return edits
}

function textEdit(source: string, element: PageElement, text: string): TextEdit | string {
  if (element.tag === 'input') {
    const edit = editAttribute(source.slice(element.start, element.openEnd), 'value', text)!
    return { start: element.start + edit.start, end: element.start + edit.end, text: edit.text }
  }
  const place = textPlace(element)
  if (typeof place === 'string') return place
  const raw = source.slice(place.start, place.end)
  const head = raw.length - raw.trimStart().length
  const tail = raw.trimEnd().length
  return { start: place.start + head, end: place.start + Math.max(head, tail), text: escapeText(text) }
}

/** In order, and with those at one place made one. */
function tidied(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits
    .filter(({ start, end, text }) => end > start || text !== '')
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  const out: TextEdit[] = []
  for (const edit of sorted) {
    const last = out.at(-1)
    if (last !== undefined && last.end === edit.start && (last.start === last.end || edit.start === edit.end))
      out[out.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text }
    else out.push(edit)
  }
  return out
}

export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = ''
  let at = 0
  for (const { start, end, text: next } of edits) {
    text += source.slice(at, start) + next
    at = end
  }
  return text + source.slice(at)
}

function inverseOf(source: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0
  return edits.map(({ start, end, text }) => {
    const edit = { start: start + shift, end: start + shift + text.length, text: source.slice(start, end) }
    shift += text.length - (end - start)
    return edit
  })
}

/** A page is read as its rules say, not as it was meant: elements that would end up elsewhere are refused. */
function differsFrom(read: readonly Component[], wanted: readonly Component[]): string | null {
  const shape = (components: readonly Component[]): string =>
    components.map(({ type, children }) => `${OFTEN[type] ?? type}(${shape(children ?? [])})`).join()
  return shape(read) === shape(wanted)
    ? null
    : 'The page would be read otherwise than it is written: elements cannot stand there.'
}

/** New elements are called by what was asked for. */
const OFTEN: { readonly [type: string]: string } = {
  title: 'heading',
  subtitle: 'heading',
  paragraph: 'text',
  description: 'text',
  cta: 'button',
  item: 'list_item',
}
