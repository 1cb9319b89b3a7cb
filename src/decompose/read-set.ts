import { propertySpec } from '../document/blueprint.ts'
import type { PropertyName } from '../document/native-table.ts'
import { splitWords, stem } from '../document/words.ts'
import type { Reading, Wish } from './clause.ts'
import type { Effect, PlaceWish } from './effect.ts'
import type { Filter, Reference, Relation } from './reference.ts'

/**
 * What a reading looks at in a document to find its components, told from its words alone and rather too much than too
 * little: a document that differs in nothing of this gives the same components. Which components there are, their types
 * and their order count always; ids, types and roles of a component never change.
 */
export interface ReadSet {
  /** Stems that are looked for in texts and other names. */
  readonly words: ReadonlySet<string>
  readonly properties: ReadonlySet<PropertyName>
  /** Where components stand and how large they are. */
  readonly boxes: boolean
  /** It may make, take away or move components, so that what comes after it finds others. */
  readonly restructures: boolean
  /** It may move or resize components where they are. */
  readonly moves: boolean
}

const known = new WeakMap<Reading, ReadSet>()

/** Remembered with the reading. O(what is said). */
export function readSetOf(reading: Reading): ReadSet {
  let readSet = known.get(reading)
  if (readSet === undefined) {
    const draft = new DraftReadSet()
    for (const { wish } of reading.clauses) draft.wish(wish)
    readSet = draft
    known.set(reading, readSet)
  }
  return readSet
}

/** Texts by which components are found. */
const NAMING: readonly PropertyName[] = ['text', 'alt', 'placeholder', 'price', 'icon']
const COLORS: readonly PropertyName[] = ['background', 'textColor', 'borderColor']

class DraftReadSet implements ReadSet {
  readonly words: Set<string> = new Set<string>()
  readonly properties: Set<PropertyName> = new Set<PropertyName>()
  boxes = false
  restructures = false
  moves = false

  wish(wish: Wish): void {
    if (RESTRUCTURING.has(wish.kind)) this.restructures = true
    if (wish.kind === 'shift' || wish.kind === 'place-at') this.moves = true
    // What follows a topic is looked for within its box.
    if (wish.kind === 'topic') this.boxes = true
    if ('target' in wish) this.#reference(wish.target)
    if ('place' in wish) this.#place(wish.place)
    if (wish.kind === 'style') for (const effect of wish.effects) this.#effect(effect)
    if (wish.kind === 'swap') {
      this.#reference(wish.a)
      if (wish.b !== null) this.#reference(wish.b)
    }
  }

  #effect(effect: Effect): void {
    if (MOVING.has(effect.kind)) this.moves = true
    if (effect.kind === 'set' || effect.kind === 'adjust')
      this.moves ||= propertySpec(effect.property).home === 'box'
    if (effect.kind === 'like') this.#reference(effect.of)
  }

  #place(place: PlaceWish | null): void {
    if (place === null || !('anchor' in place)) return
    this.#reference(place.anchor)
    if (place.kind === 'between') this.#reference(place.other)
  }

  #reference(reference: Reference): void {
    const { names, noun, quoted, relations, parts, except, filters } = reference
    for (const name of names) this.#name(name)
    if (noun !== null) this.#name(noun)
    if (reference.id !== null) this.#name(reference.id)
    if (quoted !== null) this.#quoted(quoted)
    // What looked like several parts, or like a place, may be one name after all.
    if (relations.length > 0 || parts.length > 0) this.#name(reference.phrase)
    if (
      reference.ordinals.length > 0 ||
      reference.take !== null ||
      reference.parity !== null ||
      reference.superlative ||
      relations.length > 0
    )
      this.boxes = true
    for (const filter of filters) this.#filter(filter)
    for (const relation of relations) this.#relation(relation)
    for (const part of parts) this.#reference(part)
    for (const part of except) this.#reference(part)
  }

  #name(name: string): void {
    const plain = name.startsWith('?') ? name.slice(1) : name
    this.words.add(stem(plain))
    for (const word of splitWords(plain)) this.words.add(stem(word))
  }

  #quoted(text: string): void {
    const words = splitWords(text)
    for (const word of words) this.words.add(stem(word))
    // Signs alone are compared letter for letter.
    if (words.length === 0) for (const property of NAMING) this.properties.add(property)
  }

  #relation(relation: Relation): void {
    if (relation.kind === 'side') {
      if (relation.within !== null) this.#reference(relation.within)
    } else if (relation.kind !== 'row') {
      this.#reference(relation.anchor)
      if (relation.kind === 'between') this.#reference(relation.other)
    }
  }

  #filter(filter: Filter): void {
    switch (filter.kind) {
      case 'color':
      case 'shade':
        for (const property of COLORS) this.properties.add(property)
        return
      case 'size':
        this.boxes = true
        return
      case 'state':
        if (filter.state === 'hidden' || filter.state === 'visible') this.properties.add('hidden')
        else if (filter.state === 'disabled') this.#name(filter.state)
        else if (filter.state === 'outlined') this.#lookFor('border')
        else this.properties.add('text')
        return
      case 'style':
        this.properties.add(filter.style.property)
        return
      case 'has':
        for (const word of filter.words) this.#name(word)
        if (filter.property !== null) this.#lookFor(filter.property)
        return
      case 'holds':
        this.#reference(filter.of)
    }
  }

  /** Aspects that people speak of, and the properties that show them. Having a place changes with the structure only. */
  #lookFor(aspect: Aspect): void {
    const properties = SHOWN_BY[aspect] ?? [aspect]
    for (const property of properties as readonly PropertyName[]) this.properties.add(property)
  }
}

type Aspect = NonNullable<Extract<Filter, { kind: 'has' }>['property']>

/** Aspects that are no properties. */
const SHOWN_BY: { readonly [Name in Exclude<Aspect, PropertyName>]: readonly PropertyName[] } & {
  readonly [Name in Aspect]?: readonly PropertyName[]
} = {
  between: ['gap'],
  border: ['borderWidth'],
  spacing: ['padding'],
  font: ['fontFamily'],
  color: ['background', 'textColor'],
  size: [],
  dimensions: [],
  position: [],
}

const RESTRUCTURING: ReadonlySet<Wish['kind']> = new Set([
  'move',
  'swap',
  'add',
  'duplicate',
  'delete',
  'wrap',
])
/** Effects that change sizes or places, of some components or of all. */
const MOVING: ReadonlySet<Effect['kind']> = new Set(['resize', 'size', 'weight', 'align', 'like'])
