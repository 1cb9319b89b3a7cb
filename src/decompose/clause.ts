import type { Span } from '../command/issue.ts'
import type { Variant } from '../document/look-table.ts'
import type { TokenName } from '../document/native-table.ts'
import type { Act, Deed } from './act.ts'
import type { DoubledWord } from './doubled-words.ts'
import type { Effect, PlaceWish } from './effect.ts'
import type { Reference } from './reference.ts'

/** A component that is to be made, as said. */
export interface NewThing {
  /** Empty where only a text was said. */
  readonly type: string
  readonly noun: string
  readonly text: string | null
  readonly effects: readonly Effect[]
}

/** One wish of a command, read from the words alone. */
export type Wish =
  | {
      readonly kind: 'style'
      readonly target: Reference
      readonly effects: readonly Effect[]
      /** Only in this state, or on this kind of device. */
      readonly variant?: Variant
    }
  /** What is done beyond looks and places: questions, edits in texts, matching. */
  | { readonly kind: 'act'; readonly target: Reference; readonly act: Act }
  | { readonly kind: 'deed'; readonly deed: Deed }
  /** "the title and the intro red and blue, respectively": to each part of the target its own look. */
  | { readonly kind: 'paired'; readonly target: Reference; readonly looks: readonly (readonly Effect[])[] }
  | { readonly kind: 'move'; readonly target: Reference; readonly place: PlaceWish }
  | { readonly kind: 'shift'; readonly target: Reference; readonly dx: number; readonly dy: number }
  | { readonly kind: 'place-at'; readonly target: Reference; readonly x?: number; readonly y?: number }
  | { readonly kind: 'swap'; readonly a: Reference; readonly b: Reference | null }
  | {
      readonly kind: 'add'
      readonly things: readonly NewThing[]
      readonly place: PlaceWish | null
      readonly count: number
    }
  | {
      readonly kind: 'duplicate'
      readonly target: Reference
      readonly place: PlaceWish | null
      readonly count: number
    }
  | { readonly kind: 'delete'; readonly target: Reference }
  | {
      readonly kind: 'wrap'
      readonly target: Reference
      readonly container: NewThing
      readonly each: boolean
    }
  | {
      readonly kind: 'token'
      readonly token: TokenName
      readonly value?: string | number
      readonly by?: number
      readonly factor?: number
      readonly lightness?: number
    }
  /** What the next wishes are about; it does nothing by itself. `isInside`: "in the footer, ...", what comes next is in it. */
  | { readonly kind: 'topic'; readonly target: Reference; readonly isInside?: boolean }
  /** The same effects as the clause before, on something else: "the footer too". */
  | { readonly kind: 'again'; readonly target: Reference }

/** One wish with the words it was read from. */
export interface Clause extends Span {
  /** Name of the frame, or of the family of sentences, that read it. */
  readonly family: string
  readonly wish: Wish
  /** Other readings of the same words, tried in order where this one means nothing in the document. */
  readonly alternatives: () => readonly OtherReading[]
  /** What the reading costs; the less, the likelier. Only readings of frames are weighed. */
  readonly cost?: number
  /** Begins after "then": read against the document as edited so far. */
  readonly afterThen: boolean
}

/** Another reading of the words of a clause. */
export interface OtherReading {
  readonly family: string
  readonly wish: Wish
  readonly cost?: number
}

/** A stretch of a command that no family could read. */
export interface Unread extends Span {
  readonly words: readonly string[]
  /** Words of wishes that cannot be measured. */
  readonly vague: readonly string[]
}

/** The reading of a whole command; it depends on the words alone, so it can be cached for every document. */
export interface Reading {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly unread: readonly Unread[]
  /** Null unless words like "hero.color" were read as a component and its property. */
  readonly dotted: {
    /** The words as they stand: in a document that has such an id they name a component. */
    readonly ids: readonly string[]
    /** The reading where they do. */
    whole(): Reading
  } | null
  /** Its words say that nothing may be done: a condition that cannot be judged, a doubt. No other reading may do it. */
  readonly isRefused?: boolean
  /** Words that were said twice and read once. */
  readonly doubled: readonly DoubledWord[]
}
