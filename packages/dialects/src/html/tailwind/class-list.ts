import { fontSizes, familyNamed, KEYWORD_COLORS, radii, spacingName, weights } from './scales.ts'
import type { Scale } from './scales.ts'
import { isResponsive, readWord, settingOf, writeWord } from './utility.ts'
import type { ClassWord, Setting, Theme } from './utility.ts'

/** A class word with what it sets. */
export interface Applied {
  readonly word: ClassWord
  readonly setting: Setting
}

/** Properties that say a part of another one. */
const PARTS: { readonly [property: string]: readonly string[] } = {
  padding: [
    'padding-x',
    'padding-y',
    'padding-top',
    'padding-right',
    'padding-bottom',
    'padding-left',
    'padding-start',
    'padding-end',
  ],
  margin: [
    'margin-x',
    'margin-y',
    'margin-top',
    'margin-right',
    'margin-bottom',
    'margin-left',
    'margin-start',
    'margin-end',
  ],
  gap: ['gap-x', 'gap-y'],
  width: ['size'],
  height: ['size'],
  'border-radius': ['border-radius-corner'],
}

export function wordsIn(classes: string): string[] {
  return classes.split(/[\t\n\f\r ]{1,1000}/).filter((word) => word !== '')
}

/** The classes that set a property or a part of it, in the order in which they stand; `dark:` and `hover:` are left out. */
export function applied(classes: string, property: string, theme: Theme): readonly Applied[] {
  const parts = PARTS[property]
  const found: Applied[] = []
  for (const one of settingsIn(classes, theme)) {
    const { property: own } = one.setting
    if (own === property || parts?.includes(own) === true) found.push(one)
  }
  return found
}

/** So many lists of classes are remembered for a page: real pages repeat theirs. */
const MOST_LISTS = 5000
const known = new WeakMap<Theme, Map<string, readonly Applied[]>>()

/** All that the classes set, plain or for some width of the screen. */
function settingsIn(classes: string, theme: Theme): readonly Applied[] {
  let lists = known.get(theme)
  if (lists === undefined) {
    lists = new Map()
    known.set(theme, lists)
  }
  let list = lists.get(classes)
  if (list === undefined) {
    list = wordsIn(classes).flatMap((raw): readonly Applied[] => {
      const word = readWord(raw, theme)
      if (word.variants.length > 0 && !isResponsive(word)) return []
      const setting = settingOf(word.base, theme)
      return setting === null ? [] : [{ word, setting }]
    })
    if (lists.size >= MOST_LISTS) lists.clear()
    lists.set(classes, list)
  }
  return list
}

/** The class that counts without a variant. */
export function plainOf(list: readonly Applied[]): Applied | undefined {
  return list.findLast(({ word }) => word.variants.length === 0)
}

/** Replaces class words in place; null takes one away. White space elsewhere stays. */
export function replaceWords(classes: string, changes: ReadonlyMap<string, string | null>): string {
  const pieces = classes.split(/([\t\n\f\r ]{1,1000})/)
  const kept: string[] = []
  const seen = new Set<string>()
  for (const piece of pieces) {
    const next = changes.has(piece) ? changes.get(piece)! : piece
    if (next === null) {
      // The blank before it goes along.
      if (kept.length > 0 && /^[\t\n\f\r ]+$/.test(kept.at(-1)!)) kept.pop()
      continue
    }
    if (changes.has(piece)) {
      if (seen.has(next)) {
        if (kept.length > 0) kept.pop()
        continue
      }
      seen.add(next)
    }
    kept.push(next)
  }
  const text = kept.join('')
  return /^\s/.test(classes) ? text : text.trimStart()
}

/** Sets a property absolutely: its class is replaced in place or added at the end, what would undo it goes. */
export function setUtility(classes: string, property: string, base: string, theme: Theme): string {
  const list = applied(classes, property, theme)
  const plain = plainOf(list.filter(({ setting }) => setting.property === property)) ?? plainOf(list)
  const changes = new Map<string, string | null>()
  for (const { word } of list) changes.set(word.raw, null)
  if (plain !== undefined) changes.set(plain.word.raw, writeWord(plain.word, base, theme))
  const text = replaceWords(classes, changes)
  if (plain !== undefined) return text
  const added = writeWord({ raw: '', variants: [], isImportant: false, base: '' }, base, theme)
  return text.trim() === '' ? added : `${text.trimEnd()} ${added}`
}

const HEADS: { readonly [property: string]: string } = {
  padding: 'p',
  'padding-x': 'px',
  'padding-y': 'py',
  'padding-top': 'pt',
  'padding-right': 'pr',
  'padding-bottom': 'pb',
  'padding-left': 'pl',
  'padding-start': 'ps',
  'padding-end': 'pe',
  margin: 'm',
  'margin-x': 'mx',
  'margin-y': 'my',
  'margin-top': 'mt',
  'margin-right': 'mr',
  'margin-bottom': 'mb',
  'margin-left': 'ml',
  'margin-start': 'ms',
  'margin-end': 'me',
  gap: 'gap',
  'gap-x': 'gap-x',
  'gap-y': 'gap-y',
  width: 'w',
  height: 'h',
  size: 'size',
  'max-width': 'max-w',
}

/** The class for a length in pixels. */
export function lengthClass(property: string, px: number, theme: Theme): string | null {
  const head = HEADS[property]
  if (head !== undefined) {
    const name = spacingName(Math.abs(px), theme.version)
    return `${px < 0 ? '-' : ''}${head}-${name ?? `[${Math.abs(px)}px]`}`
  }
  if (property === 'font-size') return named('text-', fontSizes, px) ?? `text-[${px}px]`
  if (property === 'border-radius') {
    const name = radii[theme.version].find(([, value]) => value === px)?.[0]
    return name === undefined ? `rounded-[${px}px]` : name === '' ? 'rounded' : `rounded-${name}`
  }
  if (property === 'border-width')
    return px === 1 ? 'border' : [0, 2, 4, 8].includes(px) ? `border-${px}` : `border-[${px}px]`
  if (property === 'font-weight') return named('font-', weights, px) ?? `font-[${px}]`
  if (property === 'letter-spacing') return `tracking-[${px}px]`
  if (property === 'opacity') {
    const percent = Math.round(px * 100)
    return percent % 5 === 0 || theme.version === 4 ? `opacity-${percent}` : `opacity-[${px}]`
  }
  return null
}

function named(head: string, scale: Scale, px: number): string | undefined {
  const name = scale.find(([, value]) => value === px)?.[0]
  return name === undefined ? undefined : head + name
}

const COLOR_HEADS: { readonly [property: string]: string } = {
  color: 'text',
  'background-color': 'bg',
  'border-color': 'border',
}

/** The class for a colour: of the palette for a plain colour word, in the shade that was there. */
export function colorClass(property: string, hex: string, present: Setting | undefined): string | null {
  const head = COLOR_HEADS[property]
  if (head === undefined) return null
  const keyword = Object.entries(KEYWORD_COLORS).find(
    ([, value]) => value.toUpperCase() === hex.toUpperCase(),
  )
  if (keyword !== undefined) return `${head}-${keyword[0]}`
  const family = familyNamed(hex)
  return family === undefined
    ? `${head}-[${hex.toLowerCase()}]`
    : `${head}-${family}-${present?.shade ?? '500'}`
}

const WORD_CLASSES: { readonly [property: string]: { readonly [value: string]: string } } = {
  'font-style': { italic: 'italic', oblique: 'italic', normal: 'not-italic' },
  'text-decoration': {
    underline: 'underline',
    'line-through': 'line-through',
    none: 'no-underline',
    overline: 'overline',
  },
  'text-transform': {
    uppercase: 'uppercase',
    lowercase: 'lowercase',
    capitalize: 'capitalize',
    none: 'normal-case',
  },
  'text-align': { left: 'text-left', center: 'text-center', right: 'text-right', justify: 'text-justify' },
  'border-style': {
    solid: 'border-solid',
    dashed: 'border-dashed',
    dotted: 'border-dotted',
    double: 'border-double',
    none: 'border-none',
  },
}

/** The class for a word of CSS; null if there is none. */
export function wordClass(property: string, value: string): string | null {
  return WORD_CLASSES[property]?.[value] ?? null
}
