/**
 * The native document, as data: which keys it has, what they hold, and which property that people speak of lives where.
 * Types, JSON Schema, validation and every read and write are made from this table; no other folder knows these keys.
 */

/**
 * What a value of each kind is in TypeScript; schema.ts says the same to JSON Schema and to the validation. Null counts as
 * absent: programs that write documents write it for what they have not.
 */
export interface ValueKinds {
  color: string | null
  /** Pixels as a number, or a CSS length as text. */
  length: number | string | null
  ratio: number | string | null
  weight: number | string | null
  keyword: string | null
  text: string | number | null
  flag: boolean | null
  gradient: Gradient | null
  number: number | string | null
  border: BorderSide | null
  looks: Looks | null
}

export type ValueKind = keyof ValueKinds

export interface Gradient {
  readonly type: string
  /** Degrees as in CSS: 180 runs from top to bottom. */
  readonly angle: number
  readonly stops: readonly string[]
}

/** One side of a border; what is not stated is that of the whole border. */
export interface BorderSide {
  readonly width?: number | string | null
  readonly style?: string | null
  readonly color?: string | null
}

/** Looks of their own, each by the state or the kind of device it is for; what they leave open is as in the base look. */
export interface Looks {
  readonly [variant: string]: { readonly [key: string]: unknown }
}

/** The known keys of `visual`; others are kept as they are. */
export const visualFields = {
  bg_color: 'color',
  text_color: 'color',
  border_color: 'color',
  gradient: 'gradient',
  font_size: 'length',
  font_weight: 'weight',
  font_style: 'keyword',
  font_family: 'text',
  line_height: 'number',
  letter_spacing: 'length',
  text_align: 'keyword',
  text_decoration: 'keyword',
  text_transform: 'keyword',
  padding: 'length',
  margin: 'length',
  gap: 'length',
  border_width: 'length',
  border_radius: 'length',
  border_style: 'keyword',
  opacity: 'ratio',
  shadow: 'keyword',
  hidden: 'flag',
  align: 'keyword',
  width: 'length',
  height: 'length',
  scale: 'number',
  alt: 'text',
  image_url: 'text',
  price: 'text',
  placeholder: 'text',
  href: 'text',
  icon: 'text',
  layout: 'keyword',
  columns: 'number',
  position: 'keyword',
  pin: 'keyword',
  states: 'looks',
  at: 'looks',
  padding_top: 'length',
  padding_right: 'length',
  padding_bottom: 'length',
  padding_left: 'length',
  margin_top: 'length',
  margin_right: 'length',
  margin_bottom: 'length',
  margin_left: 'length',
  border_top: 'border',
  border_right: 'border',
  border_bottom: 'border',
  border_left: 'border',
  vertical_align: 'keyword',
  placeholder_color: 'color',
  placeholder_style: 'keyword',
} as const

/** The known keys of `tokens`; others are kept as they are. */
export const tokenFields = {
  primary_color: 'color',
  accent_color: 'color',
  base_spacing: 'number',
  border_radius: 'length',
  cta_height: 'number',
} as const

export interface PropertySpec {
  /** `own`: a value of a dialect, kept as the format writes it. */
  readonly kind: ValueKind | 'own'
  /** Where it lives: on the component itself, in its `visual`, or in its box with a `visual` key for documents without boxes. */
  readonly home: 'component' | 'visual' | 'box'
  readonly key: string
  /** Index in the box, for home `box`. */
  readonly side?: 0 | 1 | 2 | 3
  /** The name in sentences for people. */
  readonly label: string
  /** What the property counts as where it is absent. */
  readonly initial?: number
  /** The property for all sides, which counts where this one is absent. */
  readonly whole?: 'padding' | 'margin'
}

/** The properties that commands speak of, and where the native document keeps them. */
export const properties = {
  text: { kind: 'text', home: 'component', key: 'text', label: 'text' },
  background: { kind: 'color', home: 'visual', key: 'bg_color', label: 'background' },
  textColor: { kind: 'color', home: 'visual', key: 'text_color', label: 'text color' },
  borderColor: { kind: 'color', home: 'visual', key: 'border_color', label: 'border color' },
  gradient: { kind: 'gradient', home: 'visual', key: 'gradient', label: 'gradient' },
  x: { kind: 'length', home: 'box', key: 'x', side: 0, label: 'x position' },
  y: { kind: 'length', home: 'box', key: 'y', side: 1, label: 'y position' },
  width: { kind: 'length', home: 'box', key: 'width', side: 2, label: 'width' },
  height: { kind: 'length', home: 'box', key: 'height', side: 3, label: 'height' },
  scale: { kind: 'number', home: 'visual', key: 'scale', label: 'scale', initial: 1 },
  fontSize: { kind: 'length', home: 'visual', key: 'font_size', label: 'font size' },
  fontWeight: { kind: 'weight', home: 'visual', key: 'font_weight', label: 'font weight', initial: 400 },
  fontStyle: { kind: 'keyword', home: 'visual', key: 'font_style', label: 'font style' },
  fontFamily: { kind: 'text', home: 'visual', key: 'font_family', label: 'font' },
  lineHeight: { kind: 'number', home: 'visual', key: 'line_height', label: 'line height', initial: 1.2 },
  letterSpacing: {
    kind: 'length',
    home: 'visual',
    key: 'letter_spacing',
    label: 'letter spacing',
    initial: 0,
  },
  textAlign: { kind: 'keyword', home: 'visual', key: 'text_align', label: 'text alignment' },
  textDecoration: { kind: 'keyword', home: 'visual', key: 'text_decoration', label: 'text decoration' },
  textTransform: { kind: 'keyword', home: 'visual', key: 'text_transform', label: 'letter case' },
  padding: { kind: 'length', home: 'visual', key: 'padding', label: 'padding', initial: 0 },
  margin: { kind: 'length', home: 'visual', key: 'margin', label: 'margin', initial: 0 },
  gap: { kind: 'length', home: 'visual', key: 'gap', label: 'gap', initial: 0 },
  borderWidth: { kind: 'length', home: 'visual', key: 'border_width', label: 'border width', initial: 0 },
  borderRadius: { kind: 'length', home: 'visual', key: 'border_radius', label: 'corner radius', initial: 0 },
  borderStyle: { kind: 'keyword', home: 'visual', key: 'border_style', label: 'border style' },
  opacity: { kind: 'ratio', home: 'visual', key: 'opacity', label: 'opacity', initial: 1 },
  shadow: { kind: 'keyword', home: 'visual', key: 'shadow', label: 'shadow' },
  hidden: { kind: 'flag', home: 'visual', key: 'hidden', label: 'visibility' },
  align: { kind: 'keyword', home: 'visual', key: 'align', label: 'alignment' },
  alt: { kind: 'text', home: 'visual', key: 'alt', label: 'alternative text' },
  imageUrl: { kind: 'text', home: 'visual', key: 'image_url', label: 'image' },
  price: { kind: 'text', home: 'visual', key: 'price', label: 'price' },
  placeholder: { kind: 'text', home: 'visual', key: 'placeholder', label: 'placeholder' },
  href: { kind: 'text', home: 'visual', key: 'href', label: 'link' },
  icon: { kind: 'text', home: 'visual', key: 'icon', label: 'icon' },
  layout: { kind: 'keyword', home: 'visual', key: 'layout', label: 'layout' },
  columns: { kind: 'number', home: 'visual', key: 'columns', label: 'number of columns', initial: 1 },
  positioning: { kind: 'keyword', home: 'visual', key: 'position', label: 'position' },
  pin: { kind: 'keyword', home: 'visual', key: 'pin', label: 'pin' },
  states: { kind: 'looks', home: 'visual', key: 'states', label: 'looks of its states' },
  devices: { kind: 'looks', home: 'visual', key: 'at', label: 'looks on devices' },
  paddingTop: {
    kind: 'length',
    home: 'visual',
    key: 'padding_top',
    label: 'top padding',
    initial: 0,
    whole: 'padding',
  },
  paddingRight: {
    kind: 'length',
    home: 'visual',
    key: 'padding_right',
    label: 'right padding',
    initial: 0,
    whole: 'padding',
  },
  paddingBottom: {
    kind: 'length',
    home: 'visual',
    key: 'padding_bottom',
    label: 'bottom padding',
    initial: 0,
    whole: 'padding',
  },
  paddingLeft: {
    kind: 'length',
    home: 'visual',
    key: 'padding_left',
    label: 'left padding',
    initial: 0,
    whole: 'padding',
  },
  marginTop: {
    kind: 'length',
    home: 'visual',
    key: 'margin_top',
    label: 'top margin',
    initial: 0,
    whole: 'margin',
  },
  marginRight: {
    kind: 'length',
    home: 'visual',
    key: 'margin_right',
    label: 'right margin',
    initial: 0,
    whole: 'margin',
  },
  marginBottom: {
    kind: 'length',
    home: 'visual',
    key: 'margin_bottom',
    label: 'bottom margin',
    initial: 0,
    whole: 'margin',
  },
  marginLeft: {
    kind: 'length',
    home: 'visual',
    key: 'margin_left',
    label: 'left margin',
    initial: 0,
    whole: 'margin',
  },
  borderTop: { kind: 'border', home: 'visual', key: 'border_top', label: 'top border' },
  borderRight: { kind: 'border', home: 'visual', key: 'border_right', label: 'right border' },
  borderBottom: { kind: 'border', home: 'visual', key: 'border_bottom', label: 'bottom border' },
  borderLeft: { kind: 'border', home: 'visual', key: 'border_left', label: 'left border' },
  verticalAlign: { kind: 'keyword', home: 'visual', key: 'vertical_align', label: 'vertical alignment' },
  placeholderColor: {
    kind: 'color',
    home: 'visual',
    key: 'placeholder_color',
    label: 'placeholder color',
  },
  placeholderStyle: {
    kind: 'keyword',
    home: 'visual',
    key: 'placeholder_style',
    label: 'placeholder style',
  },
} as const

export type PropertyName = keyof typeof properties

/**
 * A property of a dialect (dialect.ts), by the key of `visual` that holds it: `own:variant`. Such values are written as they
 * are. `own:` alone is the property of a component, whichever it is, that can have the value.
 */
export type OwnProperty = `own:${string}`

export type AnyProperty = PropertyName | OwnProperty

const ownSpecs = new Map<OwnProperty, PropertySpec>()

export function isOwnProperty(name: string): name is OwnProperty {
  return name.startsWith('own:')
}

/** The row of a property; one of a dialect has a row of its own making. */
export function specOf(name: AnyProperty): PropertySpec {
  if (!isOwnProperty(name)) return properties[name]
  let spec = ownSpecs.get(name)
  if (spec === undefined) {
    const key = name.slice(4)
    spec = { kind: 'own', home: 'visual', key, label: key.replace(/_/g, ' ') }
    // A table of names that programs make up must not grow without end.
    if (ownSpecs.size < MAX_OWN_SPECS) ownSpecs.set(name, spec)
  }
  return spec
}

const MAX_OWN_SPECS = 1000

/** The theme tokens that commands speak of. */
export const tokens = {
  primaryColor: { kind: 'color', key: 'primary_color', label: 'primary color' },
  accentColor: { kind: 'color', key: 'accent_color', label: 'accent color' },
  baseSpacing: { kind: 'number', key: 'base_spacing', label: 'base spacing' },
  cornerRadius: { kind: 'length', key: 'border_radius', label: 'corner radius' },
  ctaHeight: { kind: 'number', key: 'cta_height', label: 'call-to-action height' },
} as const

export type TokenName = keyof typeof tokens

/** The keys by which a label names the input it belongs to, the first one that is there. */
export const labelTargetKeys = ['for', 'for_id', 'html_for', 'target_id'] as const

/** The groups of tokens in which a reference of one word is looked for, after the tokens themselves; the kind of their members. */
export const tokenGroups = { colors: 'color', font_scale: 'length' } as const
