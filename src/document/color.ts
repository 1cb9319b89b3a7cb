import {
  clampChroma,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeRgb,
  parse,
  useMode,
} from 'culori/fn'
import type { Oklch, Rgb } from 'culori/fn'

useMode(modeHsl)
useMode(modeHwb)
useMode(modeLab)
useMode(modeLch)
useMode(modeLrgb)
useMode(modeOklab)
useMode(modeP3)
const toRgb = useMode(modeRgb)
const toOklch = useMode(modeOklch)

/** Longer texts are not colours; the bound keeps parsing linear. */
const MAX_COLOR_LENGTH = 100
const MAX_CACHED = 4096

/** An sRGB colour; every channel and alpha in 0..1. */
export interface ParsedColor {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
  /** `#RRGGBB`, or `#RRGGBBAA` where it is not opaque; upper case. */
  readonly hex: string
  /** Relative luminance as WCAG 2.2 defines it, 0..1, of the colour without its alpha. */
  readonly luminance: number
}

// Parsing costs about 6 us, a look-up 0.1 us; a document uses few colours. Emptied when full, so it is bounded.
const cache = new Map<string, ParsedColor | null>()

/** Reads a colour in any CSS syntax (CSS Color 4: names, hex, rgb, hsl, hwb, lab, lch, oklab, oklch, color()); null when it is none. */
export function parseColor(text: string): ParsedColor | null {
  const known = cache.get(text)
  if (known !== undefined) return known
  if (text.length > MAX_COLOR_LENGTH) return null
  const result = read(text.trim().toLowerCase())
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(text, result)
  return result
}

function read(text: string): ParsedColor | null {
  try {
    const parsed = parse(text)
    return parsed === undefined ? null : fromRgb(toRgb(parsed))
  } catch {
    // The parser throws on some texts that are no colour, such as "rgb(0A)".
    return null
  }
}

function fromRgb(color: Rgb): ParsedColor | null {
  // A channel may be missing: `none` counts as 0 (CSS Color 4, section 4.4).
  const channels = [color.r, color.g, color.b].map((channel: number | undefined) => unit(channel ?? 0))
  const alpha = unit(color.alpha ?? 1)
  if (![...channels, alpha].every(Number.isFinite)) return null
  const [r, g, b] = channels as [number, number, number]
  return {
    r,
    g,
    b,
    alpha,
    hex: `#${byte(r)}${byte(g)}${byte(b)}${alpha < 1 ? byte(alpha) : ''}`,
    luminance: luminance({ r, g, b }),
  }
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, Number.isNaN(value) ? 0 : value))
}

function byte(value: number): string {
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase()
}

/** Lightness in OKLCH, 0 (black) to 1 (white). Source: B. Ottosson, "A perceptual color space for image processing", 2020. */
export function lightness(color: ParsedColor): number {
  return toOklch({ mode: 'rgb', r: color.r, g: color.g, b: color.b }).l
}

/** Distance in OKLab (deltaE OK): 0 for equal colours, about 0.02 for just noticeable differences. */
export function colorDifference(a: ParsedColor, b: ParsedColor): number {
  const x = toOklch({ mode: 'rgb', r: a.r, g: a.g, b: a.b })
  const y = toOklch({ mode: 'rgb', r: b.r, g: b.g, b: b.b })
  const turn = (((x.h ?? 0) - (y.h ?? 0)) * Math.PI) / 360
  const hue = 2 * Math.sqrt(x.c * y.c) * Math.sin(turn)
  return Math.hypot(x.l - y.l, x.c - y.c, hue)
}

/** OKLCH chroma and hue; hue is undefined for greys. */
export function chromaAndHue(color: ParsedColor): {
  readonly chroma: number
  readonly hue: number | undefined
} {
  const { c, h } = toOklch({ mode: 'rgb', r: color.r, g: color.g, b: color.b })
  return { chroma: c, hue: h }
}

/** The colour with its OKLCH lightness times `factor`, chroma reduced where sRGB cannot show it; alpha is kept. */
export function scaleLightness(color: ParsedColor, factor: number): ParsedColor {
  const base: Oklch = toOklch({ mode: 'rgb', r: color.r, g: color.g, b: color.b })
  const scaled: Oklch = { ...base, l: Math.min(1, Math.max(0, base.l * factor)) }
  return inSrgb(scaled, color.alpha)
}

/** The colour with its OKLCH chroma times `factor`, as far as sRGB can show it; lightness, hue and alpha are kept. */
export function scaleChroma(color: ParsedColor, factor: number): ParsedColor {
  const base: Oklch = toOklch({ mode: 'rgb', r: color.r, g: color.g, b: color.b })
  return inSrgb({ ...base, c: base.c * factor }, color.alpha)
}

/** The colour with another alpha. */
export function withAlpha(color: ParsedColor, alpha: number): ParsedColor {
  return color.alpha === alpha ? color : fromRgb({ mode: 'rgb', r: color.r, g: color.g, b: color.b, alpha })!
}

/** The colour with another OKLCH lightness (0..1) and, where given, hue in degrees; as near as 8 bits a channel come. */
export function withTone(
  color: ParsedColor,
  tone: { readonly lightness?: number; readonly hue?: number; readonly chroma?: number },
): ParsedColor {
  const base: Oklch = toOklch({ mode: 'rgb', r: color.r, g: color.g, b: color.b })
  const wanted: Oklch = {
    ...base,
    l: Math.min(1, Math.max(0, tone.lightness ?? base.l)),
    c: tone.chroma ?? base.c,
    ...(tone.hue === undefined ? {} : { h: tone.hue }),
  }
  // As it is written: what is told of a colour must hold of its 8 bits a channel.
  return parseColor(nearestBytes(inSrgb(wanted, color.alpha), wanted).hex)!
}

/** Hue counts for more than a step of lightness: in dark colours one step of one channel turns it by many degrees. */
const DEGREES_WORTH = 0.05

/** A hue that is off by less is the same. */
const SAME_HUE_DEGREES = 1.5

/** Of a colour and those a step or two of each channel away, the one whose hue and lightness are nearest to the wish. */
function nearestBytes(color: ParsedColor, wanted: Oklch): ParsedColor {
  if (wanted.h === undefined || wanted.c < 0.002) return color
  const near = nearestWithin(1, color, wanted, wanted.h)
  return near.turn < SAME_HUE_DEGREES ? near.color : nearestWithin(2, color, wanted, wanted.h).color
}

function nearestWithin(
  steps: number,
  color: ParsedColor,
  wanted: Oklch,
  hue: number,
): { readonly color: ParsedColor; readonly turn: number } {
  const start = [color.r, color.g, color.b].map((channel) => Math.round(channel * 255))
  const width = 2 * steps + 1
  let best: Rgb | null = null
  let least = Infinity
  let bestTurn = 180
  for (let i = 0; i < width ** 3; i++) {
    const [r, g, b] = [i % width, Math.floor(i / width) % width, Math.floor(i / width ** 2)].map(
      (offset, channel) => (start[channel]! + offset - steps) / 255,
    ) as [number, number, number]
    if (Math.min(r, g, b) < 0 || Math.max(r, g, b) > 1) continue
    const tried: Rgb = { mode: 'rgb', r, g, b }
    const { l, h } = toOklch(tried)
    const apart = h === undefined ? 180 : Math.abs(h - hue) % 360
    const turn = Math.min(apart, 360 - apart)
    const cost = turn * DEGREES_WORTH + Math.abs(l - wanted.l)
    if (cost >= least) continue
    least = cost
    best = tried
    bestTurn = turn
  }
  return best === null
    ? { color, turn: 0 }
    : { color: fromRgb({ ...best, alpha: color.alpha })!, turn: bestTurn }
}

/** The sRGB colour nearest to one in OKLCH: chroma is reduced, lightness and hue stay. */
function inSrgb(color: Oklch, alpha: number): ParsedColor {
  return fromRgb({ ...toRgb(clampChroma(color, 'oklch')), alpha })!
}

/** Relative luminance as WCAG 2.2 defines it, 0..1. */
export function luminance(color: { readonly r: number; readonly g: number; readonly b: number }): number {
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

/** Contrast ratio of two opaque colours as WCAG 2.2 defines it, 1..21. */
export function contrastRatio(
  a: { readonly r: number; readonly g: number; readonly b: number },
  b: { readonly r: number; readonly g: number; readonly b: number },
): number {
  const la = luminance(a)
  const lb = luminance(b)
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05)
}

/** `top` painted over the opaque `base` (source-over), `top` made more transparent by `opacity`. */
export function composite(
  top: ParsedColor,
  base: { readonly r: number; readonly g: number; readonly b: number },
  opacity = 1,
): { readonly r: number; readonly g: number; readonly b: number } {
  const alpha = top.alpha * opacity
  return { r: mix(top.r, base.r, alpha), g: mix(top.g, base.g, alpha), b: mix(top.b, base.b, alpha) }
}

function mix(top: number, base: number, alpha: number): number {
  return top * alpha + base * (1 - alpha)
}
