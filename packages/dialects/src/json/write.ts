import type { Change, Component, Issue, Patch, Result, WrittenChange } from 'blueprint-command-engine'
import type { JsonLens } from './json-lens.ts'
import { pointerOf, provenanceOf } from './projection.ts'
import { segmentsOf } from './pointer.ts'
import { SourceEditor } from './source-editor.ts'
import { WorkTree } from './work-tree.ts'
import { writeLooks } from './write-looks.ts'
import { writeStructure } from './write-structure.ts'
import { refusal } from '../refining/refusal.ts'

const LIST = /\/(?:children|components)\/\d{1,9}$/

/** Puts a change of the blueprint into the source: structure first, in the order in which it was done, then properties. */
export function writeChange(lens: JsonLens, change: Change): Result<WrittenChange, readonly Issue[]> {
  const editor = new SourceEditor(lens.source)
  const structure = change.patches.filter(({ op, path }) => op !== 'replace' && LIST.test(path))
  if (structure.length > 0) {
    const tree = new WorkTree(change.before)
    for (const patch of structure) {
      const problem = writeStructure(lens, editor, tree, patch, change)
      if (problem !== null) return { ok: false, error: refusal('not-applicable', problem) }
    }
  }
  const problem = writeProperties(lens, editor, change) ?? writeTheme(lens, editor, change)
  if (problem !== null) return { ok: false, error: refusal('not-applicable', problem) }
  const isCarried = structure.length === 0 && !tellsMore(lens, change)
  const source = editor.root
  const reading = isCarried && !changesWords(lens, change) ? lens.reading : lens.format.read(source)
  // New elements get the ids that reading gives them, so that a document means the same however it came about.
  const next = lens.next(source, reading, isCarried ? change.after : null)
  return {
    ok: true,
    value: { lens: next, patches: editor.patches, inverse: editor.inverse, edits: [], inverseEdits: [] },
  }
}

/** Whether a property was written on which more depends than itself. */
function tellsMore(lens: JsonLens, { touched }: Change): boolean {
  return touched.some(({ before, after }) => {
    if (after === null || before === null) return false
    const rows = lens.reading.rows(provenanceOf(after).own ?? '')
    return rows.some(({ isSilent, isTelling, key }) => {
      if (isSilent !== true && isTelling !== true) return false
      if (key !== 'text') return after.visual?.[key] !== before.visual?.[key]
      return (
        after.text !== before.text &&
        (isSilent === true || before.text === undefined || isMarked(before.text) || isMarked(after.text))
      )
    })
  })
}

/** A text that may be read otherwise than it was written: with marks of Markdown or HTML in it, or blanks at its ends. */
function isMarked(text: unknown): boolean {
  return typeof text === 'string' && (text.trim() !== text || /[#*_<>&\n]|\s\s/.test(text))
}

/** What the document's own words are may depend on the values of its enumerations. */
function changesWords(lens: JsonLens, { touched }: Change): boolean {
  return touched.some(({ before, after }) => {
    if (after === null || before === null) return false
    const rows = lens.reading.rows(provenanceOf(after).own ?? '')
    return rows.some(
      ({ holds, key }) => holds.kind === 'enum' && after.visual?.[key] !== before.visual?.[key],
    )
  })
}

/** The components whose look or text the patches change, once each. */
function editedPaths(patches: readonly Patch[]): readonly string[] {
  const paths = new Set<string>()
  for (const { path } of patches) {
    const match = /^((?:\/(?:components|children)\/\d{1,9}){1,64})\/(?:visual|text)/.exec(path)
    if (match !== null) paths.add(match[1]!)
  }
  return [...paths]
}

function writeProperties(lens: JsonLens, editor: SourceEditor, change: Change): string | null {
  const before = new Map(change.touched.map((entry) => [entry.node.id, entry.before]))
  for (const path of editedPaths(change.patches)) {
    const way = wayTo(change.after.components, path)
    const component = way.at(-1)?.component
    const was = component === undefined ? undefined : before.get(component.id)
    if (component === undefined || was === undefined || was === null) continue
    const pointer = pointerOf(way, lens.reading, lens.format, editor.root)
    if (pointer === null) return `#${component.id} has no place in the document.`
    writeLooks(lens, editor, pointer, was, component)
  }
  return null
}

function wayTo(components: readonly Component[], path: string): Parameters<typeof pointerOf>[0] {
  const way: { component: Component; position: number; siblings: readonly Component[] }[] = []
  let siblings = components
  for (const segment of segmentsOf(path)) {
    if (!/^\d/.test(segment)) continue
    const position = Number(segment)
    const component = siblings[position]!
    way.push({ component, position, siblings })
    siblings = component.children ?? []
  }
  return way
}

function writeTheme(lens: JsonLens, editor: SourceEditor, change: Change): string | null {
  for (const name of change.touchedTokens) {
    const pointer = lens.format.token?.(name, editor.root) ?? null
    if (pointer === null) return `This document has no ${name}.`
    editor.set(pointer, change.after.tokens?.['primary_color'])
  }
  return null
}
