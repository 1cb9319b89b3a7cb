import { palette3, palette4, SHADES } from './palettes.generated.ts'
import type { Palette } from './palettes.generated.ts'

/** The two generations of Tailwind CSS that pages are written for. */
export type Version = 3 | 4

/** A scale: names from little to much, with their pixels. */
export type Scale = readonly (readonly [name: string, px: number])[]

export const fontSizes: Scale = [
  ['xs', 12],
  ['sm', 14],
  ['base', 16],
  ['lg', 18],
  ['xl', 20],
  ['2xl', 24],
  ['3xl', 30],
  ['4xl', 36],
  ['5xl', 48],
  ['6xl', 60],
  ['7xl', 72],
  ['8xl', 96],
  ['9xl', 128],
]

/** The empty name is the bare class: `rounded`, `shadow`. */
export const radii: { readonly [V in Version]: Scale } = {
  3: [
    ['none', 0],
    ['sm', 2],
    ['', 4],
    ['md', 6],
    ['lg', 8],
    ['xl', 12],
    ['2xl', 16],
    ['3xl', 24],
    ['full', 9999],
  ],
  4: [
    ['none', 0],
    ['xs', 2],
    ['sm', 4],
    ['md', 6],
    ['lg', 8],
    ['xl', 12],
    ['2xl', 16],
    ['3xl', 24],
    ['4xl', 32],
    ['full', 9999],
  ],
}

export const shadows: { readonly [V in Version]: readonly string[] } = {
  3: ['none', 'sm', '', 'md', 'lg', 'xl', '2xl'],
  4: ['none', '2xs', 'xs', 'sm', 'md', 'lg', 'xl', '2xl'],
}

export const weights: Scale = [
  ['thin', 100],
  ['extralight', 200],
  ['light', 300],
  ['normal', 400],
  ['medium', 500],
  ['semibold', 600],
  ['bold', 700],
  ['extrabold', 800],
  ['black', 900],
]

/** The steps of spacing that version 3 has a class for, in quarters of a rem; version 4 has one for any. */
const SPACING_3: ReadonlySet<number> = new Set([
  0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52,
  56, 60, 64, 72, 80, 96,
])

/** The name of a spacing class for pixels; null if there is none. */
export function spacingName(px: number, version: Version): string | null {
  if (px === 1) return 'px'
  const step = px / 4
  if (version === 3) return SPACING_3.has(step) ? String(step) : null
  return Number.isInteger(step * 4) ? String(step) : null
}

/** Pixels of a spacing name; null for words and shares. */
export function spacingPx(name: string): number | null {
  if (name === 'px') return 1
  return /^\d{1,4}(?:\.\d{1,2})?$/.test(name) ? Number(name) * 4 : null
}

export function paletteOf(version: Version): Palette {
  return version === 3 ? palette3 : palette4
}

export const KEYWORD_COLORS: { readonly [name: string]: string } = {
  black: '#000000',
  white: '#ffffff',
  transparent: '#00000000',
}

/** The families of the palette whose name is a colour of CSS, by the value of that. */
const NAMED: { readonly [hex: string]: string } = {
  '#FF0000': 'red',
  '#008000': 'green',
  '#0000FF': 'blue',
  '#FFFF00': 'yellow',
  '#FFA500': 'orange',
  '#800080': 'purple',
  '#FFC0CB': 'pink',
  '#008080': 'teal',
  '#00FFFF': 'cyan',
  '#808080': 'gray',
  '#4B0082': 'indigo',
  '#EE82EE': 'violet',
  '#00FF00': 'lime',
  '#FF00FF': 'fuchsia',
  '#87CEEB': 'sky',
}

/** The family that a plain colour word means: "red" is a red of the palette. */
export function familyNamed(hex: string): string | undefined {
  return NAMED[hex.toUpperCase()]
}

export { SHADES }
