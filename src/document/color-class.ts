import { chromaAndHue, colorDifference, lightness, parseColor } from './color.ts'
import type { ParsedColor } from './color.ts'

/** Below this OKLCH chroma a colour is a grey to the eye. */
const NEUTRAL_CHROMA = 0.035

export function isNeutral(color: ParsedColor): boolean {
  return chromaAndHue(color).chroma < NEUTRAL_CHROMA
}

/** OKLCH hues in degrees that go by one name, from and to; one that ends below its beginning runs through 0. */
const hues: { readonly [name: string]: readonly [number, number] } = {
  red: [8, 40],
  orange: [40, 80],
  yellow: [80, 118],
  green: [118, 168],
  teal: [168, 202],
  cyan: [202, 232],
  blue: [232, 286],
  purple: [286, 336],
  pink: [336, 8],
}

/** OKLCH lightness of neutrals that go by one name. */
const neutrals: { readonly [name: string]: readonly [number, number] } = {
  black: [0, 0.3],
  gray: [0.3, 0.94],
  grey: [0.3, 0.94],
  white: [0.94, 1.01],
}

/** Dark and not vivid, between red and yellow. */
const BROWN = { from: 20, to: 85, lightness: 0.55, chroma: 0.145 }

/** How far from a named colour outside the table another one may be that goes by its name. */
const NAMED_HUE = 20
const NAMED_LIGHTNESS = 0.2
/** Differences that nobody sees (deltaE OK). */
const SAME = 0.015

/**
 * Whether a colour is one that people call so: a plain name means its class of hues in OKLCH, or for neutrals of lightness; any
 * other name what is near it; a colour in figures means itself. Null for a text that is no colour.
 */
export function colorClass(name: string): ((color: ParsedColor) => boolean) | null {
  const word = name.trim().toLowerCase()
  if (Object.hasOwn(neutrals, word)) {
    const [from, to] = neutrals[word]!
    return (color) => isNeutral(color) && isWithin(lightness(color), from, to)
  }
  if (word === 'brown') return isBrown
  if (Object.hasOwn(hues, word)) {
    const [from, to] = hues[word]!
    return (color) => hasHueBetween(color, from, to) && !(word === 'orange' && isBrown(color))
  }
  const named = parseColor(word)
  if (named === null) return null
  if (!/^[a-z]{1,40}$/.test(word)) return (color) => colorDifference(color, named) < SAME
  return (color) => isNear(color, named)
}

function isWithin(value: number, from: number, to: number): boolean {
  return value >= from && value < to
}

function isBrown(color: ParsedColor): boolean {
  return (
    hasHueBetween(color, BROWN.from, BROWN.to) &&
    lightness(color) < BROWN.lightness &&
    chromaAndHue(color).chroma < BROWN.chroma
  )
}

function hasHueBetween(color: ParsedColor, from: number, to: number): boolean {
  const { chroma, hue } = chromaAndHue(color)
  if (chroma < NEUTRAL_CHROMA || hue === undefined) return false
  return from < to ? isWithin(hue, from, to) : hue >= from || hue < to
}

function isNear(color: ParsedColor, named: ParsedColor): boolean {
  if (Math.abs(lightness(color) - lightness(named)) > NAMED_LIGHTNESS) return false
  if (isNeutral(color) || isNeutral(named)) return isNeutral(color) && isNeutral(named)
  return hueDistance(color, named) <= NAMED_HUE
}

/** Degrees between the hues of two colours, 0..180; 180 where one of them has none. */
export function hueDistance(a: ParsedColor, b: ParsedColor): number {
  const [one, two] = [chromaAndHue(a).hue, chromaAndHue(b).hue]
  if (one === undefined || two === undefined) return 180
  const turn = Math.abs(one - two) % 360
  return Math.min(turn, 360 - turn)
}
