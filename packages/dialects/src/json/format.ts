import type { Issue, Vocabulary } from 'blueprint-command-engine'
import type { Row } from './row.ts'
import type { JsonObject } from './pointer.ts'
import type { SourceEditor } from './source-editor.ts'

/** An element of a document: what becomes a component. */
export interface Item {
  /** As the document calls it; null if it does not. */
  readonly id: string | null
  /** Its noun: heading, button, card. */
  readonly type: string
  readonly role?: string
  /** Its type in the format; rows go by it. */
  readonly own: string
  readonly value: JsonObject
  /** What it is among lists: a list takes things of one kind alone. */
  readonly kind: string
  /**
   * Where it stands in its parent; with `!` in front, in the document. Absent: in the parent's list, by its position. Flat
   * formats locate by id.
   */
  readonly at?: string
  /** From the element to the list of its children; absent if it has none. */
  readonly list?: string
  /** Kind of what its list takes. */
  readonly takes?: string
  /** Why it cannot leave its list; absent where it can. */
  readonly stays?: string
  /** Why it can be neither moved nor deleted; absent where it can. */
  readonly fixed?: string
  readonly children: readonly Item[]
}

/** A new element. */
export interface Created {
  /** Flat formats: further elements that it needs, by id. */
  readonly more?: readonly (readonly [string, JsonObject])[]
  readonly own: string
  readonly value: JsonObject
  readonly kind: string
}

/** A document that was read: its elements, and what they can hold. */
export interface JsonReading {
  readonly items: readonly Item[]
  /** Where the items at top level are listed, as a pointer; null if they are not. */
  readonly topList: string | null
  readonly topTakes: string | null
  /** Theme tokens. */
  readonly tokens?: { readonly [key: string]: unknown }
  readonly vocabulary: Vocabulary
  /** The properties of a type, in the order in which they are named. */
  rows(own: string): readonly Row[]
}

/** What tells one JSON format from another. */
export interface JsonFormat {
  readonly name: string
  /** As refusals call it. */
  readonly title: string
  recognise(source: unknown): boolean
  /** Throws a {@link Misshapen} for a document that is not what it seems. */
  read(source: unknown): JsonReading
  /** Where an element stands; null in formats in which its place in the tree tells it. */
  readonly locate: ((source: unknown, id: string) => string | null) | null
  /** The expression that a value comes from, as people see it; null for a literal. */
  binding(value: unknown, path: string): string | null
  /** Why a property must not be changed although its value is a literal; null if it may. */
  locked?(element: unknown, path: string): string | null
  /** A new element for a noun; a sentence where the document can have no such thing. */
  create(request: NewItem, reading: JsonReading, source: unknown): Created | string
  /** Flat formats: puts an element of its own into the document, takes it out, copies it. */
  readonly flat: FlatStructure | null
  /** A copy of an element, with the ids that its parts shall have. */
  copy(value: JsonObject, fresh: (old: string) => string): JsonObject
  /** Takes away what stands elsewhere and belongs to elements that no longer exist. */
  removed?(editor: SourceEditor, ids: readonly string[]): void
  /** Copies what stands elsewhere and belongs to elements that were copied; old ids to new ones. */
  copied?(editor: SourceEditor, ids: ReadonlyMap<string, string>): void
  /** What is wrong with a document by the rules of the format. */
  verify?(source: unknown): readonly Issue[]
  /** Where a theme token stands; null if it has none. */
  token?(name: string, source: unknown): string | null
}

export interface NewItem {
  readonly noun: string
  readonly text: string | null
  /** Kind of the list it goes to. */
  readonly takes: string
  /** As it will be called; empty while that is not known. */
  readonly id: string
}

/** Structure of a format in which elements are defined in one place and lists hold their ids. */
export interface FlatStructure {
  /** Puts the definition of an element into the document. `beside`: an element near which it belongs. */
  define(editor: SourceEditor, id: string, value: JsonObject, beside: string | null): void
  /** Takes the definitions of elements away, unless something else refers to them. */
  undefine(editor: SourceEditor, ids: readonly string[]): void
}

/** A document that is not of its format, although it looked like it. */
export class Misshapen extends Error {}
