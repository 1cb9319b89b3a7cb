import type { Span } from '../command/issue.ts'
import type { RelationName, Senses, SideName } from './lexicon/senses.ts'

/** A condition on what a component is like. */
export type Filter =
  | { readonly kind: 'color'; readonly hex: string; readonly on: 'any' | 'text' | 'background' | 'border' }
  | { readonly kind: 'shade'; readonly shade: 'light' | 'dark' }
  | { readonly kind: 'size'; readonly size: 'big' | 'small' }
  | { readonly kind: 'state'; readonly state: NonNullable<Senses['state']>; readonly negated: boolean }
  | { readonly kind: 'style'; readonly style: NonNullable<Senses['style']> }
  /** "the card with the Returns label": something inside that a phrase of its own means. */
  | { readonly kind: 'holds'; readonly of: Reference; readonly negated: boolean }
  | {
      readonly kind: 'has'
      readonly property: NonNullable<Senses['property']> | null
      readonly types: readonly (readonly string[])[] | null
      readonly words: readonly string[]
      readonly negated: boolean
    }

/** A condition on where a component stands. */
export type Relation =
  | {
      readonly kind: 'relation'
      readonly relation: Exclude<RelationName, 'of' | 'on' | 'between'>
      readonly anchor: Reference
    }
  | { readonly kind: 'between'; readonly anchor: Reference; readonly other: Reference }
  | { readonly kind: 'side'; readonly sides: readonly SideName[]; readonly within: Reference | null }
  /** The row or column with this number, or that of what was spoken of before. */
  | { readonly kind: 'row'; readonly row: number | 'same'; readonly of: 'row' | 'column' }

/** A name on the screen as it was spotted in the command: which components bear it, the document decides. */
export interface SaidName {
  /** The stemmed words under which the document's names are indexed; for a shape its name. */
  readonly key: string
  /** A whole text or id; some words of one; what a text looks like, such as a phone number; or letter for letter. */
  readonly how: 'whole' | 'part' | 'shape' | 'quoted'
  /** As the command has it. */
  readonly text: string
}

/** What a noun phrase says, read from the words alone; the document decides what it means. */
export interface Reference extends Span {
  readonly phrase: string
  /** `#save_button`, letter for letter. */
  readonly id: string | null
  /** Text between quotes that the component says, or that names it. */
  readonly quoted: string | null
  /** A name that stands on the screen; the head noun, if one was said, is in types, role, noun or names. */
  readonly said: SaidName | null
  readonly quantity: Senses['quantity'] | null
  readonly plural: boolean
  /** 1 is the first, -1 the last. */
  readonly ordinals: readonly number[]
  /** "the first three": n from the start, negative from the end. */
  readonly take: number | null
  /** "the three cards": how many there are said to be. */
  readonly count: number | null
  readonly parity: 'odd' | 'even' | null
  readonly superlative: Senses['superlative'] | null
  readonly types: readonly (readonly string[])[] | null
  readonly role: string | null
  /** The noun that stands for the types, as written. */
  readonly noun: string | null
  readonly generic: boolean
  /** The general noun as written: "controls", "elements". */
  readonly genericNoun: string | null
  /** Other content words that must fit the component. */
  readonly names: readonly string[]
  readonly filters: readonly Filter[]
  readonly relations: readonly Relation[]
  readonly pronoun: Senses['pronoun'] | null
  /** "that heading": what was said before, or something in it. */
  readonly demonstrative: boolean
  readonly except: readonly Reference[]
  /** Several references joined by "and". */
  readonly parts: readonly Reference[]
  /** Introduced by "a" or "another": not a thing already known. */
  readonly indefinite: boolean
}

/** A reference that says nothing; others are built on it. */
export const NO_REFERENCE: Reference = {
  start: 0,
  end: 0,
  phrase: '',
  id: null,
  quoted: null,
  said: null,
  quantity: null,
  plural: false,
  ordinals: [],
  take: null,
  count: null,
  parity: null,
  superlative: null,
  types: null,
  role: null,
  noun: null,
  generic: false,
  genericNoun: null,
  names: [],
  filters: [],
  relations: [],
  pronoun: null,
  demonstrative: false,
  except: [],
  parts: [],
  indefinite: false,
}

/** The reference to what the sentence before spoke of. */
export const IT: Reference = { ...NO_REFERENCE, pronoun: 'it', phrase: 'it' }
