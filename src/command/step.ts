import type { Issue } from './issue.ts'
import type { Variant } from '../document/look-table.ts'
import type { BorderSide, Gradient, PropertyName, TokenName } from '../document/native-table.ts'
import type { ContentSteps } from './content-steps.ts'
import type { LayoutSteps } from './layout-steps.ts'
import type { LookSteps } from './look-steps.ts'
import type { AskStep, Reply } from './question.ts'
import type { HistoryRequest, OutOfScopeStep } from './request.ts'
import type { Place, Target } from './target.ts'

export type { Edge, Place, Spot, Target } from './target.ts'

/** A value as programs send it; a side of a border keeps what is not said of it. */
export type StyleValue = string | number | boolean | Gradient | BorderSide | null

/** Sets properties to values as they are. */
export interface SetStep {
  readonly kind: 'set'
  readonly targets: readonly Target[]
  readonly property: PropertyName
  readonly value: StyleValue
  readonly variant?: Variant
}

/**
 * Sets a property of the document's own dialect, as the dialect calls it: `{ key: 'variant', value: 'primary' }`. An empty key
 * stands for the property, whichever it is, that can have the value; a null value takes the property away.
 */
export interface OwnStep {
  readonly kind: 'own'
  readonly targets: readonly Target[]
  readonly key: string
  readonly value: string | number | boolean | null
}

/**
 * Changes a number relative to what it is: present x factor + by, kept within the property's limits
 * (spacing not below 0, opacity 0..1). Sizes go through `resize`.
 */
export interface AdjustStep {
  readonly kind: 'adjust'
  readonly targets: readonly Target[]
  readonly property: PropertyName
  readonly factor?: number
  /** Pixels, or the property's own unit. */
  readonly by?: number
  readonly variant?: Variant
}

/** Changes width and height, with the layout rules: push, close, clamp, parents grow. */
export interface ResizeStep {
  readonly kind: 'resize'
  readonly targets: readonly Target[]
  readonly width?: Measure
  readonly height?: Measure
  /** Font size goes along where the component has one ("bigger"). */
  readonly font?: Measure
  readonly variant?: Variant
}

/** A new size: an absolute one in pixels, a factor, or a difference in pixels. */
export type Measure =
  | { readonly kind: 'to'; readonly px: number }
  | { readonly kind: 'factor'; readonly factor: number }
  | { readonly kind: 'by'; readonly px: number }
  /** A share (0..1) of the parent's size, or the screen's at top level. */
  | { readonly kind: 'share'; readonly share: number }

/** OKLCH lightness times the factor (spec: darker 0.8, lighter 1.2). */
export interface LightnessStep {
  readonly kind: 'lightness'
  readonly targets: readonly Target[]
  readonly property: 'background' | 'textColor' | 'borderColor'
  readonly factor: number
  readonly variant?: Variant
}

/** The next step of none sm md lg: +1 bigger, -1 smaller. */
export interface ShadowStep {
  readonly kind: 'shadow'
  readonly targets: readonly Target[]
  readonly by: 1 | -1
  readonly variant?: Variant
}

/** Corner radius of half the height. */
export interface PillStep {
  readonly kind: 'pill'
  readonly targets: readonly Target[]
  readonly variant?: Variant
}

export interface MoveStep {
  readonly kind: 'move'
  readonly targets: readonly Target[]
  readonly place: Place
}

/** Moves boxes by pixels, exactly where told. */
export interface ShiftStep {
  readonly kind: 'shift'
  readonly targets: readonly Target[]
  readonly dx: number
  readonly dy: number
}

/** Sets the left or top edge to a position on the screen, in pixels. */
export interface PlaceAtStep {
  readonly kind: 'place-at'
  readonly targets: readonly Target[]
  readonly x?: number
  readonly y?: number
}

/** Alignment in the parent's box, or the screen at top level. Without boxes it is written as `align` or `text_align`. */
export interface AlignStep {
  readonly kind: 'align'
  readonly targets: readonly Target[]
  readonly to: 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'
}

export interface SwapStep {
  readonly kind: 'swap'
  readonly a: Target
  readonly b: Target
}

/** What an added component starts with. */
export interface NewComponent {
  readonly type: string
  readonly text?: string
  readonly role?: string
  readonly properties?: Readonly<Partial<Record<PropertyName, StyleValue>>>
}

export interface AddStep {
  readonly kind: 'add'
  readonly component: NewComponent
  /** Absent: at the end of the screen, but before a closing footer. */
  readonly place?: Place
  /** How many, 1 where absent. */
  readonly count?: number
  /** Takes over the look of this one. */
  readonly like?: Target
  /** Takes over the look that the screen's others of its type have. */
  readonly likeKind?: boolean
  /** One new component in each of these, with the look of its kind; `place` says nothing then. */
  readonly inEach?: readonly Target[]
  /** Where in each of them; default: at the end. */
  readonly at?: 'start' | 'end'
}

export interface DuplicateStep {
  readonly kind: 'duplicate'
  readonly targets: readonly Target[]
  /** Absent: directly after its original. */
  readonly place?: Place
  readonly count?: number
}

export interface DeleteStep {
  readonly kind: 'delete'
  readonly targets: readonly Target[]
}

/** Puts the targets into a new container, where the first of them stood. `each`: one container for each target. */
export interface WrapStep {
  readonly kind: 'wrap'
  readonly targets: readonly Target[]
  readonly container: NewComponent
  readonly each: boolean
}

export interface TokenStep {
  readonly kind: 'token'
  readonly token: TokenName
  readonly value?: string | number
  readonly by?: number
  readonly factor?: number
  /** OKLCH lightness of a colour token times this. */
  readonly lightness?: number
}

/** One elementary change, question or request. A plan is a list of them; programs send the same data that a sentence becomes. */
export type Step =
  | SetStep
  | OwnStep
  | AdjustStep
  | ResizeStep
  | LightnessStep
  | ShadowStep
  | PillStep
  | MoveStep
  | ShiftStep
  | PlaceAtStep
  | AlignStep
  | SwapStep
  | AddStep
  | DuplicateStep
  | DeleteStep
  | WrapStep
  | TokenStep
  | LayoutSteps
  | LookSteps
  | ContentSteps
  | AskStep
  | HistoryRequest
  | OutOfScopeStep

export type StepKind = Step['kind']

/** What became of one step. */
export interface StepOutcome {
  /** Ids of the components the step made (add, duplicate, wrap). */
  readonly made: readonly string[]
  /** Ids that the step acted on. */
  readonly targets: readonly string[]
  /** Sentences for people: clamps, overrides. */
  readonly notes: readonly string[]
  /** The notes as issues of severity `note`. */
  readonly issues: readonly Issue[]
  /** What a question was answered. */
  readonly reply: Reply | null
}
