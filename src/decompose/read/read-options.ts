import type { Cursor } from '../cursor.ts'
import type { Reference } from '../reference.ts'

/** How much of what follows a noun belongs to the noun phrase. */
export interface ReadOptions {
  /** "with ..." describes the thing; otherwise it is left to the caller as what the thing shall get. */
  readonly with: boolean
  /** "'s" and a noun make a thing in a thing; otherwise they are left to the caller as a property. */
  readonly possessive: boolean
  /** A quoted text directly after the noun names it. */
  readonly quotedAfter: boolean
  /** "to the left" may describe a thing. */
  readonly bareSides: boolean
  /** Where a relation is not the thing's but the caller's: "move X | below Y". */
  readonly stopAt: ((cursor: Cursor) => boolean) | null
  /** An adjective behind the noun says which are meant: "delete everything hidden". */
  readonly adjectiveAfter?: boolean
  /** How many relations this phrase stands in already. */
  readonly depth: number
  /** Exactly two things are named: in the looser reading the second may be a verb by itself. */
  readonly pair: boolean
  /** Called after each further part of an "and" list; false gives it back. */
  readonly accept: ((cursor: Cursor) => boolean) | null
}

/**
 * The usual reading: all that can describe a thing does. It has every key, because a copy that changes one costs nothing, and
 * one that adds a key half a microsecond.
 */
export const PLAIN: ReadOptions = {
  with: true,
  possessive: true,
  quotedAfter: true,
  bareSides: false,
  stopAt: null,
  depth: 0,
  pair: false,
  accept: null,
}

/** Reads one noun phrase; handed to the readers of modifiers, because modifiers hold noun phrases themselves. */
export type SingleReader = (cursor: Cursor, options: ReadOptions) => Reference | null
