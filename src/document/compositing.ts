import type { ParsedColor } from './color.ts'

/** Gradients over gradients multiply the colours that may meet; beyond this nobody knows. */
const MAX_BACKDROPS = 256
/** Alpha above which a layer counts as opaque: below one step of eight bits. */
export const OPAQUE: number = 1 - 1 / 512

/** A pixel of the text and one beside it, as painted so far: premultiplied by alpha. */
export interface Pixels {
  readonly text: Premultiplied
  readonly behind: Premultiplied
}

export interface Premultiplied {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
}

const CLEAR: Premultiplied = { r: 0, g: 0, b: 0, alpha: 0 }

/** A text of this colour on nothing yet. */
export function bareText(color: ParsedColor): readonly Pixels[] {
  return [{ text: premultiply(color), behind: CLEAR }]
}

/**
 * What was painted so far over the layers below it, each of one colour or several that may be there; null where a layer that
 * shows through is not known. Source-over: W3C Compositing and Blending Level 1, section 5.1.
 */
export function paintOver(
  pixels: readonly Pixels[],
  layers: readonly (readonly ParsedColor[])[] | null,
): readonly Pixels[] | null {
  if (layers === null) return pixels.every((pixel) => pixel.behind.alpha >= OPAQUE) ? pixels : null
  let painted = pixels
  for (const colors of layers) {
    if (painted.every((pixel) => pixel.text.alpha === 1 && pixel.behind.alpha === 1)) return painted
    if (painted.length > 1 && painted.length * colors.length > MAX_BACKDROPS) return null
    painted = painted.flatMap((pixel) => colors.map((color) => over(pixel, color)))
  }
  return painted
}

function over({ text, behind }: Pixels, color: ParsedColor): Pixels {
  const base = premultiply(color)
  return { text: sourceOver(text, base), behind: sourceOver(behind, base) }
}

function sourceOver(top: Premultiplied, base: Premultiplied): Premultiplied {
  const rest = 1 - top.alpha
  return {
    r: top.r + base.r * rest,
    g: top.g + base.g * rest,
    b: top.b + base.b * rest,
    alpha: top.alpha + base.alpha * rest,
  }
}

function premultiply({ r, g, b, alpha }: ParsedColor): Premultiplied {
  return alpha === 1 ? { r, g, b, alpha } : { r: r * alpha, g: g * alpha, b: b * alpha, alpha }
}

/** The group of text and backgrounds with an opacity of its own. */
export function fadeGroup(pixels: readonly Pixels[], opacity: number): readonly Pixels[] {
  return pixels.map(({ text, behind }) => ({ text: fade(text, opacity), behind: fade(behind, opacity) }))
}

function fade({ r, g, b, alpha }: Premultiplied, opacity: number): Premultiplied {
  return { r: r * opacity, g: g * opacity, b: b * opacity, alpha: alpha * opacity }
}
