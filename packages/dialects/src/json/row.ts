import type { PropertyName } from 'blueprint-command-engine'

/** What a property can hold. */
export type RowKind =
  /** One of some words. A ladder is the same words from little to much; what is off it has no step. */
  | {
      readonly kind: 'enum'
      readonly values: readonly string[]
      readonly ladder?: readonly string[]
      /** What it counts as where it is absent. */
      readonly initial?: string
      /** Values off the ladder that a step leads onto it from, with the place they count as. */
      readonly beside?: { readonly [value: string]: string }
      /** Takes T-shirt sizes (s, xl) that it does not list. */
      readonly isOpen?: boolean
    }
  | { readonly kind: 'number'; readonly initial?: number; readonly isInteger?: boolean }
  /** A number of pixels, or a CSS length as text. `written`: how a new one is. */
  | {
      readonly kind: 'length'
      readonly written: 'number' | 'px'
      readonly initial?: number
      /** Words that stand for a length: auto, stretch. */
      readonly words?: readonly string[]
    }
  | { readonly kind: 'color' }
  | { readonly kind: 'flag'; readonly initial?: boolean }
  | { readonly kind: 'text' }

/** What answers the words of the language for looks: a property of the native document, or `size` for "bigger". */
export type Meaning = PropertyName | 'size'

/** Reads a value out of what the source has at the row's path, and writes it back into that. */
export interface Codec {
  read(raw: unknown): unknown
  write(value: unknown, raw: unknown): unknown
}

/** A value that several places of the element tell together. */
export interface Compound {
  read(element: unknown): unknown
  /** What is to be written where, from the element on; undefined takes away. */
  puts(value: unknown, element: unknown): readonly (readonly [path: string, value: unknown])[]
}

/** A property of a type: its names, where it stands, what it can hold, and which words of the language mean it. */
export interface Row {
  /** Key in the look of the component; `text` is its text. */
  readonly key: string
  /** As the format calls it. */
  readonly name: string
  /** Further names that people say. */
  readonly words?: readonly string[]
  /** From the element to the value, as a JSON Pointer. */
  readonly path: string
  /** The id of another element that the value stands in: a button's caption. Undefined: in the element itself. */
  readonly inside?: (element: unknown, source: unknown) => string | null
  readonly holds: RowKind
  readonly means?: readonly Meaning[]
  /** Values of the native property, where the format says them otherwise: bold is bolder. */
  readonly native?: { readonly [value: string]: string | boolean }
  readonly codec?: Codec
  /** Its path is then the place whose binding counts. */
  readonly compound?: Compound
  /** Where a value that is taken away counts as null instead. */
  readonly isNullable?: boolean
  /** Cannot be taken away. */
  readonly isRequired?: boolean
  /** What its element is called, or another property, depends on it: the document is read again after it was written. */
  readonly isTelling?: boolean
  /** Stands for a component of its own, and is no look of this one: it is read again after it was written. */
  readonly isSilent?: boolean
  /** Not shown among the looks in refusals: texts, addresses. */
  readonly isContent?: boolean
}
