import type { Place, Target } from './target.ts'

/** Makes another kind of component of one, among kinds that hold the same. Id, text and place stay. */
export interface RetypeStep {
  readonly kind: 'retype'
  readonly targets: readonly Target[]
  readonly type: string
}

/** A change inside a text. Words are found in any case and replaced in the case that they have. */
export type WordEdit =
  | {
      readonly kind: 'replace'
      readonly find: string
      readonly with: string
      /** Inside of words too; default: whole words. */
      readonly part?: boolean
    }
  | { readonly kind: 'remove'; readonly find: string; readonly part?: boolean }
  | { readonly kind: 'append' | 'prepend'; readonly text: string }

export interface EditTextStep {
  readonly kind: 'edit-text'
  /** These, and what they hold where words are replaced or removed. Absent: every text, alt and placeholder. */
  readonly targets?: readonly Target[]
  readonly edit: WordEdit
}

/** What becomes of an amount: times the factor, plus `by`; or `to`; then rounded to a multiple of `roundTo`. */
export interface AmountChange {
  readonly factor?: number
  readonly by?: number
  readonly to?: number
  readonly roundTo?: number
}

/** Changes the amount in a price or a text, written as it was: currency, grouping, decimals. */
export interface NumberStep {
  readonly kind: 'number'
  readonly targets: readonly Target[]
  readonly change: AmountChange
}

/** What fills a slot of a template: a text; several, one for each item; or items by the names of their slots. */
export type SlotValue = string | readonly string[] | readonly Readonly<Record<string, string>>[]

/** Adds a section from a template, with the looks that the screen has. */
export interface SectionStep {
  readonly kind: 'section'
  readonly template: string
  readonly slots?: Readonly<Record<string, SlotValue>>
  readonly place?: Place
}

/** One more of a kind: a copy of the last one, with the texts that are said in the places of their kind. */
export interface OneMoreStep {
  readonly kind: 'one-more'
  /** The group, the last of which is copied. */
  readonly like: readonly Target[]
  readonly texts?: {
    readonly name?: string
    readonly amount?: string
    readonly rest?: readonly string[]
  }
  /** Absent: directly after the one it is a copy of. */
  readonly place?: Place
  readonly count?: number
}

export type ContentSteps = RetypeStep | EditTextStep | NumberStep | SectionStep | OneMoreStep
