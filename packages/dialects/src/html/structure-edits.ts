import type { Change, Component, TextEdit } from 'blueprint-command-engine'
import type { PageLens } from './page-lens.ts'
import type { PageElement } from './parse-page.ts'
import { NEW_TAGS } from './new-tags.ts'
import { attributesIn, escapeText } from './start-tag.ts'
import { attributeEdits } from './attribute-edits.ts'

interface Slot {
  readonly parent: string | null
  readonly index: number
  readonly component: Component
}

/** What a change of the tree comes to in the text: elements taken out, put in, exchanged. */
export function structureEdits(
  lens: PageLens,
  change: Change,
  looks: readonly TextEdit[],
): readonly TextEdit[] {
  return new StructureWriter(lens, change, looks).edits()
}

class StructureWriter {
  readonly #lens: PageLens
  readonly #change: Change
  readonly #looks: readonly TextEdit[]
  readonly #before: ReadonlyMap<string, Slot>
  readonly #after: ReadonlyMap<string, Slot>
  readonly #moved: ReadonlySet<string>
  readonly #ids = new Set<string>()

  constructor(lens: PageLens, change: Change, looks: readonly TextEdit[]) {
    this.#lens = lens
    this.#change = change
    this.#looks = looks
    this.#before = slotsOf(change.before.components)
    this.#after = slotsOf(change.after.components)
    this.#moved = new Set([...this.#after.keys()].filter((id) => this.#before.has(id) && this.#isMoved(id)))
    for (const { attributes } of lens.elements) this.#ids.add(attributes.get('id') ?? '')
  }

  #isMoved(id: string): boolean {
    return this.#change.changed.some(
      (entry) => entry.id === id && entry.properties.some((name) => name === 'order' || name === 'parent'),
    )
  }

  edits(): readonly TextEdit[] {
    const exchange = this.#exchange()
    if (exchange !== null) return exchange
    const edits: TextEdit[] = []
    const gone: (readonly [number, number])[] = []
    for (const [id, { component, parent }] of this.#before) {
      const isRemoved = !this.#after.has(id) && (parent === null || this.#after.has(parent))
      if (!isRemoved && !this.#moved.has(id)) continue
      const range = this.#rangeOf(component)
      if (range === null) continue
      gone.push(range)
      edits.push({ start: range[0], end: range[1], text: '' })
    }
    for (const [id, slot] of this.#after) {
      const isNew = !this.#before.has(id) && (slot.parent === null || this.#before.has(slot.parent))
      if (isNew || this.#moved.has(id)) edits.push(this.#insertion(slot))
    }
    return [
      ...edits,
      ...this.#looks.filter(({ start, end }) => !gone.some(([from, to]) => start >= from && end <= to)),
    ]
  }

  /** Two elements in each other's places: each is written where the other stood. */
  #exchange(): readonly TextEdit[] | null {
    const ids = [...this.#before.keys()]
    if (ids.length !== this.#after.size || !ids.every((id) => this.#after.has(id))) return null
    const differing = ids.filter((id) => {
      const [a, b] = [this.#before.get(id)!, this.#after.get(id)!]
      return a.parent !== b.parent || a.index !== b.index
    })
    const [first, second] = differing
    if (differing.length !== 2 || first === undefined || second === undefined) return null
    const takesPlaceOf = (id: string, other: string): boolean => {
      const [is, was] = [this.#after.get(id)!, this.#before.get(other)!]
      return is.parent === was.parent && is.index === was.index
    }
    if (!takesPlaceOf(first, second) || !takesPlaceOf(second, first)) return null
    const a = this.#elementOf(first)
    const b = this.#elementOf(second)
    if (a === null || b === null) return null
    const rest = this.#looks.filter(({ start, end }) => !isIn(start, end, a) && !isIn(start, end, b))
    return [
      { start: a.start, end: a.end, text: this.#slice(b) },
      { start: b.start, end: b.end, text: this.#slice(a) },
      ...rest,
    ]
  }

  #elementOf(id: string): PageElement | null {
    const slot = this.#before.get(id)
    return slot === undefined ? null : this.#lens.elementOf(slot)
  }

  /** The text of an element as the command leaves it. */
  #slice({ start, end }: Pick<PageElement, 'start' | 'end'>): string {
    let text = ''
    let at = start
    const inside = this.#looks
      .filter((edit) => edit.start >= start && edit.end <= end)
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
    for (const edit of inside) {
      text += this.#lens.source.slice(at, edit.start) + edit.text
      at = edit.end
    }
    return text + this.#lens.source.slice(at, end)
  }

  /** The element, with its whole line if it has one to itself. */
  #rangeOf(component: Component): readonly [number, number] | null {
    const element = this.#lens.elementOf({ component })
    if (element === null) return null
    const { source } = this.#lens
    let { start, end } = element
    while (start > 0 && (source[start - 1] === ' ' || source[start - 1] === '\t')) start--
    const isLineStart = start === 0 || source[start - 1] === '\n'
    if (!isLineStart) return [element.start, element.end]
    while (end < source.length && (source[end] === ' ' || source[end] === '\t')) end++
    if (source[end] === '\r') end++
    if (source[end] === '\n') return [start, end + 1]
    return end === source.length ? [start, end] : [element.start, element.end]
  }

  #insertion(slot: Slot): TextEdit {
    const { at, indent, isBefore } = this.#anchor(slot)
    const text = this.#textOf(slot)
    if (indent === null) return { start: at, end: at, text }
    const newline = this.#lens.source.includes('\r\n') ? '\r\n' : '\n'
    return {
      start: at,
      end: at,
      text: isBefore ? `${text}${newline}${indent}` : `${newline}${indent}${text}`,
    }
  }

  /** Where something is put: behind what stands before it, else in front of what stands behind it, else in its empty parent. */
  #anchor({ parent, index }: Slot): {
    readonly at: number
    readonly indent: string | null
    readonly isBefore: boolean
  } {
    const siblings =
      parent === null ? this.#change.after.components : (this.#after.get(parent)?.component.children ?? [])
    for (let i = index - 1; i >= 0; i--) {
      const element = this.#standing(siblings[i]!)
      if (element !== null) return { at: element.end, indent: this.#indentOf(element), isBefore: false }
    }
    for (let i = index + 1; i < siblings.length; i++) {
      const element = this.#standing(siblings[i]!)
      if (element !== null) return { at: element.start, indent: this.#indentOf(element), isBefore: true }
    }
    const around = parent === null ? null : this.#elementOf(parent)
    if (around === null) {
      const body = this.#lens.page.body
      return {
        at: body === null || body.closeStart === 0 ? this.#lens.source.length : body.closeStart,
        indent: null,
        isBefore: false,
      }
    }
    return { at: around.closeStart, indent: null, isBefore: false }
  }

  #standing(component: Component): PageElement | null {
    if (this.#moved.has(component.id) || !this.#before.has(component.id)) return null
    return this.#elementOf(component.id)
  }

  /** The blank in front of an element that begins its line; null if something stands there. */
  #indentOf({ start }: PageElement): string | null {
    const { source } = this.#lens
    let at = start
    while (at > 0 && (source[at - 1] === ' ' || source[at - 1] === '\t')) at--
    return at === 0 || source[at - 1] === '\n' ? source.slice(at, start) : null
  }

  #textOf({ component, parent }: Slot): string {
    if (this.#moved.has(component.id)) return this.#slice(this.#elementOf(component.id)!)
    const original = this.#change.copies.get(component.id)
    return original === undefined ? this.#newElement(component, parent) : this.#copy(component, original)
  }

  /** A copy as the original stands in the text, with what the command changed of it and ids of its own. */
  #copy(component: Component, original: string): string {
    const element = this.#elementOf(original)
    if (element === null) return ''
    const edits: TextEdit[] = []
    const walk = (copy: Component): void => {
      const slot = this.#before.get(this.#change.copies.get(copy.id) ?? '')
      const inner = slot === undefined ? null : this.#lens.elementOf(slot)
      if (slot !== undefined && inner !== null) edits.push(...this.#copyEdits(slot.component, copy, inner))
      copy.children?.forEach(walk)
    }
    walk(component)
    let text = ''
    let at = element.start
    for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      if (edit.start < at) continue
      text += this.#lens.source.slice(at, edit.start) + edit.text
      at = edit.end
    }
    return text + this.#lens.source.slice(at, element.end)
  }

  #copyEdits(before: Component, copy: Component, element: PageElement): TextEdit[] {
    const { source } = this.#lens
    const edits = attributeEdits(source, element, before, copy)
    if (copy.text !== before.text && element.texts.length === 1) {
      const [run] = element.texts
      edits.push({ start: run!.start, end: run!.end, text: escapeText(copy.text ?? '') })
    }
    for (const place of attributesIn(source.slice(element.start, element.openEnd))) {
      if (
        !/^(?:id|for|aria-(?:labelledby|describedby|controls|owns))$/.test(place.name) ||
        place.value === null
      )
        continue
      const value = source.slice(element.start + place.value.start, element.start + place.value.end)
      const isOwn = place.name === 'id' || this.#isInside(value, element)
      if (isOwn && value !== '')
        edits.push({
          start: element.start + place.value.start,
          end: element.start + place.value.end,
          text: this.#freshId(value, place.name === 'id'),
        })
    }
    return edits
  }

  readonly #renamed = new Map<string, string>()

  #freshId(id: string, isDefinition: boolean): string {
    const known = this.#renamed.get(id)
    if (known !== undefined && !isDefinition) return known
    let fresh = `${id}_copy`
    for (let n = 2; this.#ids.has(fresh); n++) fresh = `${id}_copy_${n}`
    this.#ids.add(fresh)
    this.#renamed.set(id, fresh)
    return fresh
  }

  /** Whether an id belongs to what is copied, so that the copy gets its own. */
  #isInside(id: string, element: PageElement): boolean {
    if (this.#renamed.has(id)) return true
    for (let outer: PageElement | null = element; outer !== null; outer = outer.parent)
      if (outer.children.some((child) => child.attributes.get('id') === id)) return true
    return false
  }

  /** A new element; it has the classes that all its siblings of the tag have. */
  #newElement(component: Component, parent: string | null): string {
    const tag = NEW_TAGS[component.type] ?? 'p'
    const siblings =
      parent === null ? this.#change.before.components : (this.#before.get(parent)?.component.children ?? [])
    const like = siblings.filter((one) => one['tag'] === tag).map((one) => one.visual?.['@class'])
    const shared = like.length > 0 && like.every((value) => value === like[0]) ? like[0] : undefined
    const visual: Record<string, unknown> = {
      ...(typeof shared === 'string' ? { '@class': shared } : {}),
      ...component.visual,
    }
    if (tag === 'a' && visual['href'] === undefined) visual['href'] = '#'
    if (tag === 'img' && visual['image_url'] === undefined) visual['image_url'] = ''
    if (tag === 'img' && visual['alt'] === undefined) visual['alt'] = component.text ?? ''
    const open = `<${tag}>`
    let text = open
    for (const edit of attributeEdits(open, { start: 0, openEnd: open.length }, null, {
      visual,
    }).toReversed())
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    return tag === 'img' || tag === 'hr' ? text : `${text}${escapeText(component.text ?? '')}</${tag}>`
  }
}

function isIn(start: number, end: number, element: PageElement): boolean {
  return start >= element.start && end <= element.end
}

function slotsOf(components: readonly Component[]): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  const walk = (list: readonly Component[], parent: string | null): void => {
    list.forEach((component, index) => {
      slots.set(component.id, { parent, index, component })
      walk(component.children ?? [], component.id)
    })
  }
  walk(components, null)
  return slots
}
