import { parseColor } from 'blueprint-command-engine'
import { fontSizes, KEYWORD_COLORS, paletteOf, radii, SHADES, shadows, spacingPx, weights } from './scales.ts'
import type { Version } from './scales.ts'
import { SPACED, WORDS } from './word-utilities.ts'

/** A class word taken apart: `md:hover:!tw-bg-red-500/50`. */
export interface ClassWord {
  readonly raw: string
  readonly variants: readonly string[]
  readonly isImportant: boolean
  /** Without variants, prefix and mark. */
  readonly base: string
}

export interface Theme {
  readonly version: Version
  /** `tw-` of version 3, `tw:` of version 4, or none. */
  readonly prefix: string
}

export function readWord(raw: string, { prefix }: Theme): ClassWord {
  const parts = splitVariants(raw)
  let base = parts.pop() ?? ''
  let isImportant = false
  if (base.startsWith('!')) {
    isImportant = true
    base = base.slice(1)
  }
  if (base.endsWith('!')) {
    isImportant = true
    base = base.slice(0, -1)
  }
  if (prefix === 'tw-' && base.startsWith('tw-')) base = base.slice(3)
  else if (prefix === 'tw-' && base.startsWith('-tw-')) base = `-${base.slice(4)}`
  const variants = prefix === 'tw:' && parts[0] === 'tw' ? parts.slice(1) : parts
  return { raw, variants, isImportant, base }
}

function splitVariants(raw: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === '[' || raw[i] === '(') depth++
    else if (raw[i] === ']' || raw[i] === ')') depth--
    else if (raw[i] === ':' && depth === 0) {
      parts.push(raw.slice(start, i))
      start = i + 1
    }
  }
  parts.push(raw.slice(start))
  return parts
}

/** A class with another base in place of its own. */
export function writeWord(word: ClassWord, base: string, { prefix, version }: Theme): string {
  const marked = prefix === 'tw-' ? (base.startsWith('-') ? `-tw-${base.slice(1)}` : `tw-${base}`) : base
  const isBehind = word.raw.endsWith('!')
  const important = word.isImportant ? (isBehind && version === 4 ? `${marked}!` : `!${marked}`) : marked
  const variants = [...(prefix === 'tw:' ? ['tw'] : []), ...word.variants]
  return [...variants, important].join(':')
}

/** What a class sets, in the terms of CSS. `px` for lengths, `color` as hex. */
export interface Setting {
  readonly property: string
  readonly px?: number
  readonly color?: string | null
  readonly value?: string
  /** For colours of the palette. */
  readonly family?: string
  readonly shade?: string
}

const RESPONSIVE = /^(?:sm|md|lg|xl|2xl|max-(?:sm|md|lg|xl|2xl)|(?:min|max)-\[[^\]]{1,40}\])$/

export function isResponsive({ variants }: ClassWord): boolean {
  return variants.length > 0 && variants.every((variant) => RESPONSIVE.test(variant))
}

const NO_TEXT_COLOR =
  /^(?:left|center|right|justify|start|end|wrap|nowrap|balance|pretty|ellipsis|clip|opacity-.*|transform.*)$/
const NO_BACKGROUND =
  /^(?:cover|contain|auto|center|top|bottom|left|right|left-.*|right-.*|no-repeat|repeat.*|fixed|local|scroll|clip-.*|origin-.*|blend-.*|opacity-.*|gradient-.*|linear-.*|radial.*|conic.*|none|\[url.*)$/
const NO_BORDER_COLOR =
  /^(?:[xytrblse](?:-.*)?|solid|dashed|dotted|double|hidden|none|collapse|separate|spacing-.*|opacity-.*|\d.*)$/

/** What one class does; null for classes that set nothing known here. */
export function settingOf(base: string, theme: Theme): Setting | null {
  for (const read of READERS) {
    const setting = read(base, theme.version)
    if (setting !== null) return setting
  }
  return null
}

type Reader = (base: string, version: Version) => Setting | null

function after(base: string, head: string): string | null {
  return base.startsWith(head) ? base.slice(head.length) : null
}

/** `[24px]`, `[1.5rem]`, `[length:2em]`. */
function bracket(text: string): string | null {
  const inner = /^\[(?:length:|color:)?([^\]]{1,100})\]$/.exec(text)?.[1]
  return inner === undefined ? null : inner.replaceAll('_', ' ')
}

function pxOf(text: string): number | null {
  const match = /^(-?\d{1,6}(?:\.\d{1,6})?)(px|rem)?$/.exec(text)
  if (match === null) return null
  return Number(match[1]) * (match[2] === 'rem' ? 16 : 1)
}

const textSize: Reader = (base) => {
  const rest = after(base, 'text-')?.split('/')[0]
  if (rest === undefined) return null
  const named = fontSizes.find(([name]) => name === rest)
  if (named !== undefined) return { property: 'font-size', px: named[1] }
  const inner = bracket(rest)
  const px = inner === null ? null : pxOf(inner)
  return px === null ? null : { property: 'font-size', px }
}

function colorReader(head: string, property: string, excluded: RegExp): Reader {
  return (base, version) => {
    const rest = after(base, head)
    if (rest === null || rest === '' || excluded.test(rest)) return null
    const [name, alpha] = rest.split('/')
    const inner = bracket(name!)
    if (inner !== null) {
      const color = parseColor(inner)
      return color === null ? null : { property, color: color.hex }
    }
    if (Object.hasOwn(KEYWORD_COLORS, name!)) return { property, color: KEYWORD_COLORS[name!]! }
    const dash = name!.lastIndexOf('-')
    const [family, shade] = [name!.slice(0, dash), name!.slice(dash + 1)]
    const at = SHADES.indexOf(shade)
    const colors = paletteOf(version)[family]
    if (colors !== undefined && at >= 0) {
      const hex = parseColor(colors[at]!)?.hex ?? null
      return { property, color: hex, family, shade, ...(alpha === undefined ? {} : { value: alpha }) }
    }
    // A name of the page's own: it sets the colour, whichever that is.
    return { property, color: null }
  }
}

function scaleReader(head: string, property: string, scale: readonly (readonly [string, number])[]): Reader {
  return (base) => {
    const rest = after(base, head)
    const found = rest === null ? undefined : scale.find(([name]) => name === rest)
    return found === undefined ? null : { property, px: found[1] }
  }
}

const spaced: Reader = (base) => {
  const isNegative = base.startsWith('-')
  const plain = isNegative ? base.slice(1) : base
  for (const [head, property] of SPACED) {
    const rest = after(plain, `${head}-`)
    if (
      rest === null ||
      !/^(?:\d|px$|\[|auto$|full$|screen$|min$|max$|fit$|none$|xs$|sm$|md$|lg$|\dxl$|xl$|prose$)/.test(rest)
    )
      continue
    const inner = bracket(rest)
    const px = inner === null ? spacingPx(rest) : pxOf(inner)
    return { property, value: rest, ...(px === null ? {} : { px: isNegative ? -px : px }) }
  }
  return null
}

const radius: Reader = (base, version) => {
  if (base === 'rounded') return { property: 'border-radius', px: 4 }
  const rest = after(base, 'rounded-')
  if (rest === null) return null
  const corner = /^(?:tl|tr|bl|br|[trblse]|ss|se|ee|es)(?:-|$)/.test(rest)
  if (corner) return { property: 'border-radius-corner' }
  const named = radii[version].find(([name]) => name === rest)
  if (named !== undefined) return { property: 'border-radius', px: named[1] }
  const inner = bracket(rest)
  const px = inner === null ? null : pxOf(inner)
  return px === null ? null : { property: 'border-radius', px }
}

const shadow: Reader = (base, version) => {
  const rest = base === 'shadow' ? '' : after(base, 'shadow-')
  if (rest === null) return null
  return shadows[version].includes(rest) || (rest === '' && version === 4) || rest.startsWith('[')
    ? { property: 'box-shadow', value: rest }
    : null
}

const borderWidth: Reader = (base) => {
  if (base === 'border') return { property: 'border-width', px: 1 }
  const rest = after(base, 'border-')
  if (rest === null) return null
  const inner = bracket(rest)
  const px = inner === null ? (/^\d{1,2}$/.test(rest) ? Number(rest) : null) : pxOf(inner)
  return px === null ? null : { property: 'border-width', px }
}

const opacity: Reader = (base) => {
  const rest = after(base, 'opacity-')
  if (rest === null) return null
  const inner = bracket(rest)
  const share = inner === null ? Number(rest) / 100 : Number(inner)
  return Number.isFinite(share) ? { property: 'opacity', px: share } : null
}

const words: Reader = (base) => {
  if (Object.hasOwn(WORDS, base)) return { property: WORDS[base]![0], value: WORDS[base]![1] }
  const leading = after(base, 'leading-')
  if (leading !== null) return { property: 'line-height', value: leading }
  const tracking = after(base, 'tracking-')
  return tracking === null ? null : { property: 'letter-spacing', value: tracking }
}

const READERS: readonly Reader[] = [
  words,
  textSize,
  borderWidth,
  scaleReader('font-', 'font-weight', weights),
  spaced,
  radius,
  shadow,
  opacity,
  colorReader('text-', 'color', NO_TEXT_COLOR),
  colorReader('bg-', 'background-color', NO_BACKGROUND),
  colorReader('border-', 'border-color', NO_BORDER_COLOR),
]

/** Utilities that set nothing which commands speak of, but tell a Tailwind page. */
const OTHER =
  /^-?(?:flex|grid|items|justify|self|content|place|order|col|row|space|divide|max|min|inset|top|right|bottom|left|start|end|z|overflow|object|float|clear|aspect|columns|basis|grow|shrink|leading|tracking|whitespace|break|list|align|cursor|select|pointer-events|resize|transition|duration|ease|delay|animate|transform|translate|rotate|scale|skew|origin|ring|outline|fill|stroke|sr-only|not-sr-only|container|mx-auto|relative|absolute|fixed|sticky|static|block|inline|antialiased|truncate|visible|invisible|isolate|filter|blur|backdrop|from|via|to|bg|text|border|font|group|peer|appearance|accent|caret|placeholder|shadow|snap|scroll|touch|will-change|underline-offset|decoration|indent|line-clamp|prose|w|h|size|p|m|gap)(?:-|$)/

export function isUtility(base: string, theme: Theme): boolean {
  return OTHER.test(base) || settingOf(base, theme) !== null
}
