// What tokens look like. Every expression is bounded; the sticky ones match at one place.

import { CLOCK_TIME, PHONE_NUMBER } from '../document/text-shapes.ts'

export const SPACE: RegExp = /\s/

export const DIGIT: RegExp = /\d/

export const LETTER: RegExp = /[\p{L}\p{N}_]/u

export const NUMBER: RegExp = /[+-]?(?:\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})/y

export const UNIT: RegExp = /\s?(px|pixels?|%|percent|rem|em|pt|points?|deg(?:rees)?|°)(?![\p{L}\p{N}])/iuy

export const LINE_HEIGHT: RegExp = /\/\d\.\d{1,3}(?![\p{L}\p{N}.])/uy

export const TIMES: RegExp = /[x×](?![\p{L}\p{N}])/iuy

export const ORDINAL: RegExp = /\d{1,6}(?:st|nd|rd|th)(?![\p{L}\p{N}])/uy

export const COLOR_FUNCTION: RegExp = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\s?\([^()]{1,80}\)/iy

export const MONEY: RegExp =
  /(?:[$€£¥₹]\s?\d{1,3}(?:[ ,.]?\d{3}){0,4}(?:[.,]\d{1,2})?|(?:\d{1,9}|\d{1,3}(?:[,.]\d{3}){1,4})(?:[.,]\d{1,2})?\s?[€£¥₹$])(?![\p{L}\p{N}])/uy

export const HASH: RegExp = /#[\p{L}\p{N}_-]{1,200}(?:\.[\p{L}\p{N}_-]{1,100}){0,4}/uy

export const URL: RegExp =
  /(?:https?:\/\/|mailto:|tel:|data:image\/|www\.)[^\s"“”<>]{1,2000}|\/[\p{L}\p{N}_-][^\s"“”<>,;]{0,2000}/iuy

export const WORD: RegExp =
  /[\p{L}\p{N}_][\p{L}\p{N}_\p{M}]{0,199}(?:[-.@&][\p{L}\p{N}_][\p{L}\p{N}_\p{M}]{0,199}){0,9}/uy

/** "w/" and "w/o". */
export const SHORT_WITH: RegExp = /w\/o?(?!\p{L})/iuy

/** What begins an item of a list at the start of a line. */
export const MARKER: RegExp =
  /(?:(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]|\((?:\d{1,3}|[a-z]|[ivx]{2,4})\)|#\d{1,3}[.):]?|[-*•◦▪▸●○■□☐✓✔–—>»→]|->|=>|\[[ x]?\]|step\s\d{1,3}[:.)])(?=[^\S\r\n])/iy

/** The number of an item inside a line. */
export const INLINE_MARKER: RegExp = /(?:\(\d{1,3}\)|\d{1,3}\))(?=\s)/y

export const ARROW: RegExp = /(?:[-=~]{1,3}>|[→⇒➔➜➝➞➡⟶⟹])/y

export const DOTS: RegExp = /…|\.{3,20}/y

/** A time or a span of time. */
export const TIME: RegExp = new RegExp(
  String.raw`${CLOCK_TIME}(?:\s?[-–—]\s?${CLOCK_TIME})?(?![\p{L}\p{N}:])`,
  'iuy',
)

export const PHONE: RegExp = new RegExp(PHONE_NUMBER, 'uy')

/** Of a single digit behind an x without spaces it is a name: 4x4. */
export const SIZE: RegExp =
  /\d{1,5}(?:\.\d{1,2})?(?:\s?px)?(?:\s[x×]\s\d{1,5}|[x×]\d{2,5})(?:\.\d{1,2})?(?:\s?px)?(?![\p{L}\p{N}])/iuy

export const FIGURE_LIST: RegExp = /\d{1,4}(?:\/\d{1,4}){2,5}(?![\p{L}\p{N}/])/uy

/** Addresses and colour functions hold one of these: a command without them need not be searched for one at every word. */
export const SPECIAL: RegExp = /[:(/]|www\./i

/** What a sticky expression matches at a place; empty where it does not. */
export function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at
  return expression.exec(text)?.[0] ?? ''
}
