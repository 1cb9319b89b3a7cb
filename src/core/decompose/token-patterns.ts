// What tokens look like. Every expression is bounded; the sticky ones match at one place.

export const SPACE: RegExp = /\s/

export const LETTER: RegExp = /[\p{L}\p{N}_]/u

export const NUMBER: RegExp = /[+-]?(?:\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})/y

export const UNIT: RegExp = /\s?(px|pixels?|%|percent|rem|em|pt|points?|deg(?:rees)?|°)(?![\p{L}\p{N}])/iuy

export const LINE_HEIGHT: RegExp = /\/\d\.\d{1,3}(?![\p{L}\p{N}.])/uy

export const TIMES: RegExp = /x(?![\p{L}\p{N}])/iuy

/** The x of "300x50"; "4x4" is a name. */
export const SIDES: RegExp = /x(?=\d{2,5}(?:px)?(?![\p{L}\p{N}]))/iuy

export const ORDINAL: RegExp = /\d{1,6}(?:st|nd|rd|th)(?![\p{L}\p{N}])/uy

export const COLOR_FUNCTION: RegExp = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\s?\([^()]{1,80}\)/iy

export const MONEY: RegExp =
  /(?:[$€£¥₹]\s?\d{1,3}(?:[ ,.]?\d{3}){0,4}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?\s?[€£¥₹$])(?![\p{L}\p{N}])/uy

export const HASH: RegExp = /#[\p{L}\p{N}_-]{1,200}(?:\.[\p{L}\p{N}_-]{1,100}){0,4}/uy

export const URL: RegExp =
  /(?:https?:\/\/|mailto:|tel:|data:image\/|www\.)[^\s"“”<>]{1,2000}|\/[\p{L}\p{N}_-][^\s"“”<>,;]{0,2000}/iuy

export const WORD: RegExp =
  /[\p{L}\p{N}_][\p{L}\p{N}_\p{M}]{0,199}(?:[-.@&][\p{L}\p{N}_][\p{L}\p{N}_\p{M}]{0,199}){0,9}/uy

export const MARKER: RegExp = /(?:\d{1,3}[.)]|[-*•–—>]|\(\d{1,3}\)|step\s\d{1,3}[:.)])(?=\s)/iy

/** Addresses and colour functions hold one of these: a command without them need not be searched for one at every word. */
export const SPECIAL: RegExp = /[:(/]|www\./i
