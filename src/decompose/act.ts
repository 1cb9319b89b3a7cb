import type { HistoryRequest, OutOfScopeKind } from '../command/request.ts'
import type { BoxLine } from '../command/layout-steps.ts'
import type { AmountChange, OneMoreStep, SlotValue, WordEdit } from '../command/content-steps.ts'
import type { Edge } from '../command/target.ts'
import type { PropertyName, TokenName } from '../document/native-table.ts'
import type { NewThing } from './clause.ts'
import type { PlaceWish } from './effect.ts'
import type { Reference } from './reference.ts'

/** What is done with what a phrase names, beyond looks, places and texts as they are. */
export type Act =
  | { readonly kind: 'ask'; readonly ask: 'count' | 'list' | 'exists' | 'contents'; readonly what: string }
  /** Of several properties the first that is stated is told. */
  | { readonly kind: 'ask-value'; readonly properties: readonly PropertyName[] }
  | { readonly kind: 'undo-change' }
  | { readonly kind: 'restore'; readonly property: PropertyName }
  /** Like a model, or alike in what is named. */
  | {
      readonly kind: 'match'
      readonly model: Reference | null
      readonly properties: readonly PropertyName[] | null
    }
  | { readonly kind: 'recolor'; readonly from: string; readonly to: string; readonly every: boolean }
  | {
      readonly kind: 'distance'
      readonly px?: number
      readonly by?: number
      readonly axis?: 'x' | 'y'
      readonly side?: Edge
    }
  | { readonly kind: 'distribute'; readonly axis?: 'x' | 'y'; readonly gap?: number }
  | { readonly kind: 'align-with'; readonly edge: BoxLine; readonly to?: BoxLine; readonly with: Reference }
  | { readonly kind: 'retype'; readonly type: string }
  /** `isLeaf`: only of what holds nothing; what holds components gets one more. */
  | { readonly kind: 'edit-text'; readonly edit: WordEdit; readonly isLeaf?: boolean }
  | { readonly kind: 'number'; readonly change: AmountChange }
  | { readonly kind: 'icon'; readonly icon: string | null }
  | {
      readonly kind: 'one-more'
      readonly texts: OneMoreStep['texts'] | null
      readonly place: PlaceWish | null
      readonly count: number
      /** Only where several of the kind stand side by side, or the last one holds others. */
      readonly isSure: boolean
    }
  /** "Same style as the two there" behind one more of a kind. */
  | { readonly kind: 'like-others' }
  | { readonly kind: 'in-each'; readonly thing: NewThing; readonly at: 'start' | 'end' }

/** What names nothing on the screen. */
export type Deed =
  | Extract<HistoryRequest, { readonly action: 'undo' | 'redo' }>
  | { readonly kind: 'out-of-scope'; readonly about: OutOfScopeKind }
  | { readonly kind: 'theme'; readonly mode: 'dark' | 'light' }
  | { readonly kind: 'scheme'; readonly color: string }
  | { readonly kind: 'recolor'; readonly from: string; readonly to: string; readonly every: boolean }
  | { readonly kind: 'edit-text'; readonly edit: WordEdit }
  | { readonly kind: 'ask-token'; readonly token: TokenName }
  | {
      readonly kind: 'section'
      readonly template: string
      readonly slots: Readonly<Record<string, SlotValue>> | null
      readonly place: PlaceWish | null
    }
