import type { Change, Component, Patch } from 'blueprint-command-engine'
import type { FlatStructure } from './format.ts'
import type { JsonLens } from './json-lens.ts'
import { isObject, valueAt } from './pointer.ts'
import { pointerOf, provenanceOf } from './projection.ts'
import type { SourceEditor } from './source-editor.ts'
import { originalOf } from './search.ts'
import type { WorkTree } from './work-tree.ts'
import { writeLooks } from './write-looks.ts'

interface Run {
  readonly lens: JsonLens
  readonly editor: SourceEditor
  readonly tree: WorkTree
  readonly change: Change
}

/** A place in a list of the source. */
interface Place {
  readonly list: string
  readonly index: number
}

/** One structural patch; a sentence where the source cannot take it. */
export function writeStructure(
  lens: JsonLens,
  editor: SourceEditor,
  tree: WorkTree,
  patch: Patch,
  change: Change,
): string | null {
  const run: Run = { lens, editor, tree, change }
  switch (patch.op) {
    case 'move':
      return writeMove(run, patch.from, patch.path)
    case 'remove':
      return writeRemoval(run, patch.path)
    case 'add':
      return writeAddition(run, patch.path, patch.value as Component)
    default:
      return `A blueprint is not changed by ${patch.op}.`
  }
}

/** The list of a parent, and the index there of what stands at a position among the parent's components. */
function placeIn(
  { lens, editor, tree }: Run,
  path: string,
): (Place & { readonly parent: Component | null; readonly position: number }) | null {
  const { way, parent, position } = tree.way(path)
  const { list } = parent === null ? { list: lens.reading.topList } : provenanceOf(parent)
  const base = parent === null ? '' : pointerOf(way, lens.reading, lens.format, editor.root)
  if (list === null || list === undefined || base === null) return null
  const index = tree
    .siblings(parent)
    .slice(0, position)
    .filter((one) => provenanceOf(one).at === undefined).length
  return { list: base + list, index, parent, position }
}

function writeMove(run: Run, from: string, path: string): string | null {
  const { editor, tree } = run
  const old = placeIn(run, from)
  if (old === null) return NO_LIST
  const component = tree.remove(old.parent, old.position)
  const target = placeIn(run, path)
  if (target === null) return NO_LIST
  tree.insert(target.parent, target.position, component)
  editor.move(`${old.list}/${old.index}`, target.list, target.index, run.lens.format.flat !== null)
  return null
}

const NO_LIST = 'There is no list to put this in.'

function openList(editor: SourceEditor, list: string): void {
  const present = valueAt(editor.root, list)
  if (present === undefined || present === null) editor.set(list, [])
}

function writeRemoval(run: Run, path: string): string | null {
  const { lens, editor, tree } = run
  const place = placeIn(run, path)
  if (place === null) return NO_LIST
  const component = tree.remove(place.parent, place.position)
  editor.remove(`${place.list}/${place.index}`)
  lens.format.flat?.undefine(editor, idsIn(component, tree))
  lens.format.removed?.(editor, idsIn(component, tree))
  return null
}

function idsIn(component: Component, tree: WorkTree): string[] {
  return [component.id, ...tree.childrenOf(component).flatMap((child) => idsIn(child, tree))]
}

function writeAddition(run: Run, path: string, component: Component): string | null {
  const { editor, tree } = run
  const place = placeIn(run, path)
  if (place === null) return NO_LIST
  const original = originalOf(component.id, run.change)
  openList(editor, place.list)
  const problem = original === null ? putNew(run, place, component) : putCopy(run, place, component)
  if (problem !== null) return problem
  tree.insert(place.parent, place.position, component)
  // What the command has changed of it since it was made.
  if (original === null) finish(run, path, component, { type: component.type, text: component.text ?? null })
  else finishCopy(run, path, component)
  return null
}

function putNew(
  { lens, editor }: Run,
  place: Place & { readonly parent: Component | null },
  component: Component,
): string | null {
  const takes = place.parent === null ? lens.reading.topTakes : (provenanceOf(place.parent).takes ?? null)
  const request = {
    noun: component.type,
    text: component.text ?? null,
    takes: takes ?? 'element',
    id: component.id,
  }
  const created = lens.format.create(request, lens.reading, editor.root)
  if (typeof created === 'string') return created
  const { flat } = lens.format
  for (const [id, value] of created.more ?? []) flat?.define(editor, id, value, place.parent?.id ?? null)
  if (flat !== null && created.kind === 'element') {
    flat.define(editor, component.id, created.value, place.parent?.id ?? null)
    editor.insert(place.list, place.index, component.id)
  } else editor.insert(place.list, place.index, created.value)
  return null
}

/** The element as it stands now, with ids of its own everywhere inside. */
function putCopy(run: Run, place: Place, component: Component): string | null {
  const { lens, editor, change } = run
  const ids = newIds(component, change)
  const fresh = (old: string): string => ids.get(old) ?? old
  const { flat } = lens.format
  if (flat === null || provenanceOf(component).kind !== 'element') {
    const value = sourceOf(run, component)
    if (value === undefined) return `The original of #${component.id} is gone.`
    editor.insert(place.list, place.index, isObject(value) ? lens.format.copy(value, fresh) : value)
  } else editor.insert(place.list, place.index, component.id)
  if (flat !== null) defineCopies(run, flat, ids, fresh)
  lens.format.copied?.(editor, ids)
  return null
}

function defineCopies(
  { lens, editor }: Run,
  flat: FlatStructure,
  ids: ReadonlyMap<string, string>,
  fresh: (old: string) => string,
): void {
  for (const [old, id] of ids) {
    const pointer = lens.format.locate?.(editor.root, old) ?? null
    const value = pointer === null ? undefined : valueAt(editor.root, pointer)
    if (isObject(value)) flat.define(editor, id, lens.format.copy(value, fresh), old)
  }
}

function newIds(component: Component, change: Change): Map<string, string> {
  const ids = new Map<string, string>()
  const walk = (one: Component): void => {
    const original = change.copies.get(one.id)
    if (original !== undefined) ids.set(original, one.id)
    one.children?.forEach(walk)
  }
  walk(component)
  return ids
}

/** What the source had for the original of a copy. */
function sourceOf({ lens, change }: Run, component: Component): unknown {
  const original = originalOf(component.id, change)
  const pointer = original === null ? null : pointerOf(original.way, lens.reading, lens.format, lens.source)
  return pointer === null ? undefined : valueAt(lens.source, pointer)
}

function finish(
  { lens, editor, tree }: Run,
  path: string,
  component: Component,
  before: Pick<Component, 'text' | 'visual' | 'type'>,
): void {
  const { way, position, parent } = tree.way(path)
  const siblings = tree.siblings(parent)
  const kind = provenanceOf(component).kind ?? lens.kindFor(component.type)
  const placed = { component: { ...component, kind }, position, siblings }
  const pointer = pointerOf([...way, placed], lens.reading, lens.format, editor.root)
  if (pointer !== null) writeLooks(lens, editor, pointer, before, component)
}

function finishCopy(run: Run, path: string, component: Component): void {
  const original = originalOf(component.id, run.change)
  if (original !== null) finish(run, path, component, original.component)
  component.children?.forEach((child, i) => finishCopy(run, `${path}/children/${i}`, child))
}
