import type { Variant } from '../document/look-table.ts'
import type { PropertyName } from '../document/native-table.ts'
import type { Target } from './target.ts'

/** OKLCH chroma times the factor (spec: more vivid 1.2, more muted 0.8). */
export interface SaturationStep {
  readonly kind: 'saturation'
  readonly targets: readonly Target[]
  readonly property: 'background' | 'textColor' | 'borderColor'
  readonly factor: number
  readonly variant?: Variant
}

/** A look that has a name: outline (or ghost), text only, filled. */
export interface NamedLookStep {
  readonly kind: 'look'
  readonly targets: readonly Target[]
  readonly look: 'outline' | 'text' | 'filled'
  /** Of border and letters, or of the filling; default: the former background's, or the theme's primary color. */
  readonly color?: string
  readonly variant?: Variant
}

/** Makes components look like a model, or alike: the value that most of them have, the first one's in a tie. */
export interface MatchStep {
  readonly kind: 'match'
  readonly targets: readonly Target[]
  readonly model?: Target
  /** Default, with a model: colors, border, radius, shadow, font and padding. Needed without one. */
  readonly properties?: readonly PropertyName[]
}

/** Replaces a color by another one, in components and theme. */
export interface RecolorStep {
  readonly kind: 'recolor'
  /** A name means its class of hues; any other color means itself. */
  readonly from: string
  readonly to: string
  /** All of the class, however different they are; default: several clearly different ones are asked about. */
  readonly every?: boolean
  /** Only in these and what they hold; absent: everywhere, the theme too. */
  readonly targets?: readonly Target[]
}

/** Turns all colors to dark or light: OKLCH lightness is turned round, contrast is kept up. */
export interface ThemeStep {
  readonly kind: 'theme'
  readonly mode: 'dark' | 'light'
}

/** Turns the hue of the primary and the accent color, wherever it is used, to another one. */
export interface SchemeStep {
  readonly kind: 'scheme'
  readonly color: string
}

export type LookSteps = SaturationStep | NamedLookStep | MatchStep | RecolorStep | ThemeStep | SchemeStep
