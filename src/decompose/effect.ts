import type { Measure, Place, Spot, StyleValue } from '../command/step.ts'
import type { PropertyName, TokenName } from '../document/native-table.ts'
import type { Reference } from './reference.ts'

/** Which colour of a component is meant. */
export type ColorAspect = 'text' | 'background' | 'border'

/** What a clause wants of its target, before the target is known. */
export type Effect =
  /** A bare colour is text or background by the target's type. */
  | { readonly kind: 'color'; readonly aspect: ColorAspect | null; readonly hex: string }
  | { readonly kind: 'lightness'; readonly aspect: ColorAspect | null; readonly factor: number }
  /** Of the document's dialect; an empty key is the property that can have the value. */
  | { readonly kind: 'own'; readonly key: string; readonly value: string | number | boolean }
  | { readonly kind: 'set'; readonly property: PropertyName; readonly value: StyleValue }
  | {
      readonly kind: 'adjust'
      readonly property: PropertyName
      readonly factor?: number
      readonly by?: number
    }
  | { readonly kind: 'resize'; readonly width?: Measure; readonly height?: Measure; readonly font?: Measure }
  | { readonly kind: 'shadow'; readonly by: 1 | -1 }
  | { readonly kind: 'pill' }
  /** Heavier or lighter letters, or thicker and thinner lines, by the target's type. */
  | { readonly kind: 'weight'; readonly by: 1 | -1; readonly of: 'letters' | 'any' }
  /** A bare size in pixels: letters of text, width and height of anything else. */
  | { readonly kind: 'size'; readonly px: number }
  /** A border of 1 px where there is none. */
  | { readonly kind: 'border-present' }
  /** A theme colour as value. */
  | { readonly kind: 'theme-color'; readonly aspect: ColorAspect | null; readonly token: TokenName }
  | {
      readonly kind: 'align'
      readonly to: 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'
      readonly text: boolean
    }
  /** Like another component: as wide as it, the same colour as it. */
  | {
      readonly kind: 'like'
      readonly properties: readonly PropertyName[] | 'color'
      readonly of: Reference
      readonly factor?: number
    }
  /** A look that has a name: outline, text only, filled. */
  | { readonly kind: 'named-look'; readonly look: 'outline' | 'text' | 'filled'; readonly color?: string }
  | { readonly kind: 'shape'; readonly shape: 'circle' | 'square'; readonly px?: number }
  /** As wide as what holds it, or as the screen. */
  | { readonly kind: 'span'; readonly of: 'parent' | 'screen' }
  /** As wide as its text. */
  | { readonly kind: 'fit' }
  | { readonly kind: 'saturation'; readonly aspect: ColorAspect | null; readonly factor: number }
  | {
      readonly kind: 'layout'
      readonly as: 'row' | 'column' | 'grid'
      readonly columns?: number
      readonly gap?: number
    }
  /** Like a model, or alike; without properties in all that a look is made of. */
  | {
      readonly kind: 'match'
      readonly of: Reference | null
      readonly properties: readonly PropertyName[] | null
    }
  /** Letter spacing as a share of the font size. */
  | { readonly kind: 'tracking'; readonly share: number }
  | { readonly kind: 'pin'; readonly at: Spot; readonly position?: 'fixed' | 'sticky' }
  | { readonly kind: 'place-in'; readonly at: Spot; readonly of: Reference | null }
  /** New content whose field the target's type decides: a text, an image's address, a link. */
  | { readonly kind: 'content'; readonly value: string; readonly isUrl: boolean; readonly quoted: boolean }
  /** "spacing" of a component: its gap, padding or margin. */
  | {
      readonly kind: 'spacing'
      /** Between them: the gap of what holds them. */
      readonly between: boolean
      readonly by?: number
      readonly factor?: number
      readonly to?: number
    }

/** A place as said; anchors are not resolved yet. */
export type PlaceWish =
  | {
      readonly kind: 'before' | 'after' | 'inside-end' | 'inside-start'
      readonly anchor: Reference
      /** "on the left side of Y": of what stands in Y it is Y's own side. */
      readonly side?: 'left' | 'right'
    }
  | { readonly kind: Extract<Place['kind'], 'first' | 'last' | 'up' | 'down'> }
  | { readonly kind: 'screen'; readonly at: 'start' | 'end' | 'very-end' }
  | { readonly kind: 'between'; readonly anchor: Reference; readonly other: Reference }
