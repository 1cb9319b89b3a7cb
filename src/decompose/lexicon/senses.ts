import type { OwnProperty, PropertyName, TokenName } from '../../document/native-table.ts'

/** What an imperative asks for. A family reads the verbs it names. */
export type VerbName =
  | 'make'
  | 'set'
  | 'give'
  | 'increase'
  | 'decrease'
  | 'move'
  | 'align'
  | 'swap'
  | 'add'
  | 'delete'
  | 'duplicate'
  | 'hide'
  | 'show'
  | 'wrap'
  | 'group'
  | 'rename'
  | 'replace'
  | 'put'
  | 'effect'
  | 'write'

/** A relative change, as adjective or verb. */
export type ChangeName =
  | 'bigger'
  | 'smaller'
  | 'wider'
  | 'narrower'
  | 'taller'
  | 'shorter'
  | 'darker'
  | 'lighter'
  | 'bolder'
  | 'thinner'
  | 'rounder'
  | 'sharper'
  | 'fainter'
  | 'solider'
  | 'thicker'
  | 'looser'
  | 'tighter'
  | 'huge'
  | 'tiny'
  | 'higher'
  | 'lower'

/** How two places relate. */
export type RelationName =
  'inside' | 'below' | 'above' | 'before' | 'after' | 'next' | 'left' | 'right' | 'between' | 'of' | 'on'

export type SideName = 'top' | 'bottom' | 'left' | 'right' | 'middle'

/** Grammar words, by what they do in a sentence. */
export type GrammarName =
  | 'the'
  | 'a'
  | 'and'
  | 'then'
  | 'to'
  | 'by'
  | 'from'
  | 'with'
  | 'without'
  | 'as'
  | 'be'
  | 'was'
  | 'should'
  | 'for'
  | 'too'
  | 'that'
  | 'not'
  | 'no'
  | 'except'
  | 'says'
  | 'into'
  | 'at'
  | 'same'
  | 'than'
  | 'instead'
  | 'have'
  | 'say'
  | 'or'
  | 'its'
  | 'because'
  | 'becomes'

/** All that a word or phrase can mean; a phrase usually has one or two of these. */
export interface Senses {
  readonly verb?: VerbName
  /** The verb of which the word is the passive: "deleted". */
  readonly participle?: VerbName
  /** Names of types it can stand for, in tiers: a later tier counts only where the earlier ones find nothing. */
  readonly types?: readonly (readonly string[])[]
  /** A role that the noun can stand for. */
  readonly role?: string
  /** The noun is in the plural. */
  readonly plural?: boolean
  /** A noun that says nothing by itself: element, component, thing. */
  readonly generic?: boolean
  readonly property?:
    | PropertyName
    | OwnProperty
    | 'between'
    | 'size'
    | 'color'
    | 'font'
    | 'border'
    | 'spacing'
    | 'position'
    | 'dimensions'
  readonly token?: TokenName
  /** A value of the document's dialect, as the dialect writes it. */
  readonly own?: { readonly key: string; readonly value: string | boolean }
  /** What a verb sets in the document's dialect: disable. */
  readonly ownVerb?: { readonly key: string; readonly value: string | boolean }
  /** A size as people say it, which the dialect may write otherwise: "large" for `lg`. */
  readonly ownSize?: string
  /** A property set to a value by the word alone: bold, italic, uppercase. */
  readonly style?: { readonly property: PropertyName; readonly value: string | number | boolean }
  /** Round at both ends. */
  readonly pill?: boolean
  readonly change?: ChangeName
  /** The verb's own effect: darken, widen, enlarge. */
  readonly verbChange?: ChangeName
  readonly verbStyle?: { readonly property: PropertyName; readonly value: string | number | boolean }
  /** `#RRGGBB` of a colour name. */
  readonly color?: string
  /** light and dark as adjectives of things. */
  readonly shade?: 'light' | 'dark'
  readonly degree?: 'slight' | 'much' | 'more' | 'less' | 'very' | 'too'
  readonly ordinal?: number
  readonly number?: number
  readonly quantity?: 'all' | 'each' | 'both' | 'others' | 'other'
  readonly pronoun?: 'it' | 'them' | 'one' | 'ones' | 'copy' | 'this'
  readonly grammar?: GrammarName
  readonly relation?: RelationName
  readonly side?: SideName
  readonly direction?: 'up' | 'down' | 'left' | 'right'
  readonly superlative?: {
    readonly by: 'area' | 'width' | 'height' | 'y' | 'x' | 'fontSize'
    readonly most: 1 | -1
  }
  /** Politeness and padding that may stand anywhere between parts. */
  readonly filler?: boolean
  /** Opens a request without saying what: "can you", "I would like". */
  readonly frame?: boolean
  /** A wish that no property measures: nicer, pop, modern. */
  readonly vague?: boolean
  readonly fraction?: number
  /** visible, hidden, empty and the like, as a condition on things. */
  readonly state?: 'hidden' | 'visible' | 'empty' | 'filled' | 'disabled' | 'outlined'
  readonly parity?: 'odd' | 'even'
}

/** The same senses with every kind in its place: readers look at them all the time, and are slow where shapes differ. */
export function uniform(known: Senses): Senses {
  // All kinds, held by the type: one that is left out would be lost.
  const all: { readonly [K in keyof Required<Senses>]: Senses[K] | undefined } = {
    verb: known.verb,
    participle: known.participle,
    types: known.types,
    role: known.role,
    plural: known.plural,
    generic: known.generic,
    property: known.property,
    token: known.token,
    own: known.own,
    ownVerb: known.ownVerb,
    ownSize: known.ownSize,
    style: known.style,
    pill: known.pill,
    change: known.change,
    verbChange: known.verbChange,
    verbStyle: known.verbStyle,
    color: known.color,
    shade: known.shade,
    degree: known.degree,
    ordinal: known.ordinal,
    number: known.number,
    quantity: known.quantity,
    pronoun: known.pronoun,
    grammar: known.grammar,
    relation: known.relation,
    side: known.side,
    direction: known.direction,
    superlative: known.superlative,
    filler: known.filler,
    frame: known.frame,
    vague: known.vague,
    fraction: known.fraction,
    state: known.state,
    parity: known.parity,
  }
  return all as Senses
}

export const NO_SENSES: Senses = uniform({})

/** The kinds of sense that a word has. */
export function kindsOf(known: Senses): (keyof Senses)[] {
  return (Object.keys(known) as (keyof Senses)[]).filter((kind) => known[kind] !== undefined)
}
