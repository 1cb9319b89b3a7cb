import type { PropertyName } from '../../document/native-table.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'

/** Words for shadows, by the size they stand for. */
export const SHADOWS: Readonly<Record<string, string>> = {
  none: 'none',
  no: 'none',
  small: 'sm',
  sm: 'sm',
  subtle: 'sm',
  light: 'sm',
  soft: 'sm',
  medium: 'md',
  md: 'md',
  normal: 'md',
  large: 'lg',
  big: 'lg',
  lg: 'lg',
  strong: 'lg',
  heavy: 'lg',
  deep: 'lg',
  dark: 'lg',
  s: 'sm',
  m: 'md',
  l: 'lg',
}

/** One of these words as the value of a property. */
export function readKeyword(
  cursor: Cursor,
  property: PropertyName,
  values: Readonly<Record<string, string>>,
): Effect[] | null {
  const { token, word } = cursor.peek()
  const value =
    token.kind === 'word' || token.kind === 'quoted'
      ? Object.hasOwn(values, word.toLowerCase())
        ? values[word.toLowerCase()]
        : undefined
      : undefined
  if (value === undefined) return null
  cursor.at++
  return [{ kind: 'set', property, value }]
}

const KEYWORDS: Readonly<Partial<Record<PropertyName, Readonly<Record<string, string | boolean>>>>> = {
  fontStyle: { italic: 'italic', normal: 'normal', regular: 'normal', oblique: 'italic' },
  textDecoration: {
    underline: 'underline',
    underlined: 'underline',
    none: 'none',
    'line-through': 'line-through',
    strikethrough: 'line-through',
    normal: 'none',
  },
  textTransform: {
    uppercase: 'uppercase',
    lowercase: 'lowercase',
    capitalize: 'capitalize',
    capitalized: 'capitalize',
    none: 'none',
    normal: 'none',
    'upper case': 'uppercase',
    'all caps': 'uppercase',
    upper: 'uppercase',
    lower: 'lowercase',
    caps: 'uppercase',
  },
  borderStyle: { solid: 'solid', dashed: 'dashed', dotted: 'dotted', double: 'double', none: 'none' },
  textAlign: {
    left: 'left',
    right: 'right',
    center: 'center',
    centre: 'center',
    centered: 'center',
    centred: 'center',
    middle: 'center',
    justify: 'justify',
    justified: 'justify',
  },
  align: {
    left: 'left',
    right: 'right',
    center: 'center',
    centre: 'center',
    centered: 'center',
    middle: 'center',
  },
  hidden: {
    hidden: true,
    visible: false,
    invisible: true,
    shown: false,
    off: true,
    on: false,
    true: true,
    false: false,
  },
}

/** "italic", "underlined", "dashed" as the value of a property that has such words. */
export function readStyleWord(cursor: Cursor, property: PropertyName): Effect[] | null {
  const { token, word } = cursor.peek()
  const values = KEYWORDS[property]
  if (
    values === undefined ||
    (token.kind !== 'word' && token.kind !== 'quoted') ||
    !Object.hasOwn(values, word)
  )
    return null
  cursor.at++
  const value = values[word]!
  if (property === 'align') return [{ kind: 'align', to: value as 'left' | 'center' | 'right', text: false }]
  return [{ kind: 'set', property, value }]
}

let ofValues: ReadonlySet<string> | null = null

/** Every word that is the value of some property: md, dashed, capitalize. */
export function keywords(): ReadonlySet<string> {
  ofValues ??= new Set([SHADOWS, ...Object.values(KEYWORDS)].flatMap((values) => Object.keys(values)))
  return ofValues
}

/** The words that are values of a property; none where it takes no such words. */
export function keywordsOf(property: PropertyName): readonly string[] {
  return Object.keys((property === 'shadow' ? SHADOWS : KEYWORDS[property]) ?? {})
}
