import type { NewThing, Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import type { Effect, PlaceWish } from '../../decompose/effect.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import type { Amount } from '../../decompose/read/read-amount.ts'
import type { Degree, PropertyWord } from '../../decompose/read/changes.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Read } from '../phrases/read.ts'
import type { Variant } from '../../document/look-table.ts'
import type { Chart } from './chart.ts'

/** What the roles of a clause are filled with. */
export interface Fills {
  readonly target?: Reference
  /** The other end: what it is swapped with, or what it shall be like. */
  readonly other?: Reference
  readonly property?: PropertyWord
  /** The property is owned by what was spoken of: "its border". */
  readonly owned?: boolean
  readonly value?: readonly Effect[]
  readonly looks?: readonly Effect[]
  /** The looks one by one, for lists of targets with a look each. */
  readonly each?: readonly (readonly Effect[])[]
  readonly place?: PlaceWish
  readonly amount?: Amount
  /** The amount it shall have in the end. */
  readonly to?: Amount
  readonly degree?: Degree
  readonly content?: Extract<Effect, { kind: 'content' }>
  /** What it was: "instead of grey", "not 11". */
  readonly was?: string
  readonly except?: readonly Reference[]
  /** What is wrong with it, as the opposite that is wanted. */
  readonly complaint?: readonly Effect[]
  readonly container?: NewThing
  readonly things?: readonly NewThing[]
  /** "a", "new" or "another" stood before the new thing. */
  readonly isNew?: boolean
  readonly count?: number
  /** "off", "away": it shall go. */
  readonly gone?: true
  /** How many, said last: "all of them". */
  readonly quantity?: Exclude<Reference['quantity'], null | undefined>
  readonly wish?: (target: Reference) => Wish
  /** Only in this state, or on this kind of device. */
  readonly when?: Variant
}

export type RoleName = keyof Fills

/** What the reading of a phrase may depend on besides its words: each phrase is read once for it. */
export interface Given {
  readonly property: PropertyWord | undefined
  /** What it acts on was said. */
  readonly hasTarget: boolean
}

/** No role is filled yet. */
export const NOTHING_GIVEN: Given = { property: undefined, hasTarget: false }

export type RoleReader = (chart: Chart, at: number, given: Given) => readonly Read<Fills[RoleName]>[]

/** How much harm a wrong reading would do. */
export type Stake = 'look' | 'text' | 'structure' | 'destroy'

/** A role of a frame: which phrases fill it, and what may introduce them. */
export interface Role {
  readonly name: RoleName
  /** Reads the phrase at a place. */
  readonly read: RoleReader
  /** Words that may introduce it. */
  readonly marks: ((lexeme: Lexeme) => boolean) | null
  /** It may stand without such a word. */
  readonly bare: boolean
  /** Several phrases, one behind the other, are added up. */
  readonly many?: boolean | undefined
  /** Without a mark it stands only directly behind the verb. */
  readonly afterHead?: boolean | undefined
  /** Only where these roles are filled. */
  readonly after?: readonly RoleName[] | undefined
}

/** A verb, or a way of saying without one, and its roles. */
export interface Frame {
  readonly name: string
  /** The verbs; null where no verb is needed. */
  readonly heads: ((lexeme: Lexeme) => boolean) | null
  /** It can be said without a verb, too. */
  readonly verbless: boolean
  /** What may stand before it and adds nothing: "make X come first". */
  readonly opens?: ((lexeme: Lexeme) => boolean) | undefined
  /** Several of its verbs may stand behind one another: "should come". */
  readonly chains?: boolean | undefined
  readonly roles: readonly Role[]
  readonly stake: Stake
  /** The wish; null where a role that it needs is not filled, or the fills do not go together. */
  readonly build: (fills: Fills, head: Lexeme | null) => Built | null
}

export interface Built {
  readonly wish: Wish
  readonly cost: number
}

/** A way of saying something whose words stand in one order: questions, requests, edits inside texts. */
export interface Spoken {
  readonly name: string
  readonly stake: Stake
  /** How much likelier than other readings of the same words it is; the less, the likelier. */
  readonly cost: number
  /** One of these words is always in it: without one nothing is read. */
  readonly needs: ReadonlySet<string>
  readonly read: (cursor: Cursor) => Wish | null
}
