import type { Component } from 'blueprint-command-engine'
import type { JsonLens } from './json-lens.ts'
import { isObject, valueAt } from './pointer.ts'
import { provenanceOf } from './projection.ts'
import type { Row } from './row.ts'
import type { SourceEditor } from './source-editor.ts'

/** Writes what differs between two states of a component to the place of each property. */
export function writeLooks(
  lens: JsonLens,
  editor: SourceEditor,
  pointer: string,
  before: Pick<Component, 'text' | 'visual' | 'type'>,
  after: Component,
): void {
  const own = provenanceOf(after).own ?? lens.ownFor(after.type)
  for (const row of lens.reading.rows(own)) {
    const value = lookOf(after, row)
    if (value !== lookOf(before, row)) writeRow(lens, editor, pointer, row, value)
  }
}

function lookOf({ text, visual }: Pick<Component, 'text' | 'visual'>, { key }: Row): unknown {
  return key === 'text' ? (text ?? undefined) : visual?.[key]
}

function writeRow(lens: JsonLens, editor: SourceEditor, pointer: string, row: Row, value: unknown): void {
  const base = row.inside === undefined ? pointer : inside(lens, editor, pointer, row)
  if (row.compound !== undefined) {
    for (const [path, part] of row.compound.puts(value, valueAt(editor.root, base)))
      put(editor, base + path, part, false)
    return
  }
  const place = base + row.path
  const raw = valueAt(editor.root, place)
  const next = row.codec === undefined ? value : row.codec.write(value, raw)
  if (next !== undefined) openParents(editor, base, row.path)
  put(editor, place, next, row.isNullable === true)
}

function put(editor: SourceEditor, place: string, value: unknown, isNullable: boolean): void {
  if (value === undefined && valueAt(editor.root, place) === undefined) return
  if (value !== undefined || isNullable) editor.set(place, value ?? null)
  else editor.remove(place)
}

function inside(lens: JsonLens, editor: SourceEditor, pointer: string, row: Row): string {
  const id = row.inside!(valueAt(editor.root, pointer), editor.root)
  const found = id === null ? null : (lens.format.locate?.(editor.root, id) ?? null)
  return found ?? pointer
}

/** Makes the objects on the way to a property that are not there, or null. */
function openParents(editor: SourceEditor, base: string, path: string): void {
  const segments = path.split('/').slice(1, -1)
  let place = base
  for (const segment of segments) {
    place += `/${segment}`
    if (!isObject(valueAt(editor.root, place)) && !Array.isArray(valueAt(editor.root, place)))
      editor.set(place, {})
  }
}
