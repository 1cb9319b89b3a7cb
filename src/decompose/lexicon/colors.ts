import { colorsNamed } from 'culori/fn'
import type { Entry } from './entry.ts'

/** Parts of which the names of CSS colours are made, so that "dark olive green" is found as well as "darkolivegreen". */
const PARTS = [
  'alice',
  'antique',
  'blanched',
  'blue',
  'burly',
  'cadet',
  'corn',
  'cornflower',
  'dark',
  'deep',
  'dim',
  'dodger',
  'fire',
  'floral',
  'forest',
  'ghost',
  'golden',
  'green',
  'hot',
  'indian',
  'lavender',
  'lawn',
  'lemon',
  'light',
  'lime',
  'medium',
  'midnight',
  'mint',
  'misty',
  'navajo',
  'old',
  'olive',
  'orange',
  'pale',
  'papaya',
  'peach',
  'powder',
  'rebecca',
  'rosy',
  'royal',
  'saddle',
  'sandy',
  'sea',
  'slate',
  'sky',
  'spring',
  'steel',
  'violet',
  'white',
  'yellow',
  'almond',
  'aquamarine',
  'blush',
  'brick',
  'brown',
  'chiffon',
  'coral',
  'cream',
  'cyan',
  'drab',
  'gold',
  'goldenrod',
  'gray',
  'grey',
  'khaki',
  'lace',
  'magenta',
  'orchid',
  'pink',
  'puff',
  'purple',
  'red',
  'rod',
  'rose',
  'salmon',
  'shell',
  'silk',
  'smoke',
  'tan',
  'turquoise',
  'whip',
  'wood',
] as const

/** Everyday names that CSS has not, with the nearest CSS colour or the usual value. */
const EVERYDAY: readonly (readonly [string, string])[] = [
  ['light red', '#FF7F7F'],
  ['dark yellow', '#B8860B'],
  ['dark pink', '#E75480'],
  ['light orange', '#FFD580'],
  ['light purple', '#B19CD9'],
  ['dark purple', '#301934'],
  ['light brown', '#C4A484'],
  ['dark brown', '#5C4033'],
  ['bright red', '#FF0000'],
  ['bright green', '#00FF00'],
  ['bright blue', '#0000FF'],
  ['navy blue', '#000080'],
  ['off white|offwhite|off-white', '#FAF9F6'],
  ['charcoal', '#36454F'],
  ['mustard', '#FFDB58'],
  ['cream', '#FFFDD0'],
  ['emerald|emerald green', '#50C878'],
  ['burgundy', '#800020'],
  ['mint|mint green', '#98FF98'],
  ['peach', '#FFE5B4'],
  ['rose', '#FF007F'],
  ['lilac', '#C8A2C8'],
  ['amber', '#FFBF00'],
  ['jet black', '#000000'],
  ['pure white', '#FFFFFF'],
  ['pure black', '#000000'],
]

const LONGEST_FIRST = [...PARTS].sort((a, b) => b.length - a.length)

/** All CSS colour names, joined and with spaces; "gray" and "grey" alike. */
export const colors: readonly Entry[] = [
  ...EVERYDAY.map(([names, hex]): Entry => [names, { color: hex }]),
  ...Object.entries(colorsNamed).map(([name, value]): Entry => [
    spellings(name).join('|'),
    { color: hexOf(value) },
  ]),
]

function hexOf(value: number): string {
  return `#${value.toString(16).padStart(6, '0').toUpperCase()}`
}

function spellings(name: string): string[] {
  const spaced = separate(name)
  return spaced === null || spaced === name ? [name] : [name, spaced, spaced.replaceAll(' ', '-')]
}

/** Splits a joined name into known parts; null where it is not made of them. */
function separate(name: string): string | null {
  if (name === '') return ''
  for (const part of LONGEST_FIRST) {
    if (!name.startsWith(part)) continue
    const rest = separate(name.slice(part.length))
    if (rest !== null) return rest === '' ? part : `${part} ${rest}`
  }
  return null
}
