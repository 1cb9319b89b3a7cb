import { properties } from '../../document/native-table.ts'
import type { ValueKind } from '../../document/native-table.ts'
import type { Wish } from '../clause.ts'
import type { Effect } from '../effect.ts'
import type { Before, Family } from '../intents/family.ts'
import type { Lexeme } from '../lexeme.ts'
import { lex } from '../lexeme.ts'
import { tokenize } from '../tokenize.ts'
import { tryReading } from './trial.ts'
import type { Spoken } from './trial.ts'

/** The kinds of values; the section "values" tells of each. */
export type ValueName =
  | 'color'
  | 'relative change'
  | 'amount'
  | 'style'
  | 'side'
  | 'gradient'
  | 'border'
  | 'shadow'
  | 'font'
  | 'text'
  | 'likeness'
  | 'place'
  | 'distance'
  | 'new component'

/** A kind of value: words that say one, and how to tell that a wish holds one. */
interface Probe {
  readonly name: ValueName
  readonly samples: readonly string[]
  readonly isIn: (wish: Wish) => boolean
}

const TEAL = '#008080'

const STYLES = [
  'to bold',
  'to italic',
  'to dashed',
  'to underline',
  'to uppercase',
  'to right',
  'to hidden',
  'bold',
  'underlined',
]

/** In the order in which they are told. */
const PROBES: readonly Probe[] = [
  {
    name: 'color',
    samples: ['to teal', 'teal'],
    isIn: (wish) =>
      wish.kind === 'token'
        ? wish.value === TEAL
        : hasEffect(wish, (effect) => effect.kind === 'color' && effect.hex === TEAL),
  },
  effectProbe('relative change', ['bigger', 'darker'], isRelative),
  {
    name: 'amount',
    samples: ['to 28px', '28px', 'by 28px', '28px wide', 'by 28%'],
    isIn: (wish) =>
      (wish.kind === 'token' && wish.value === 28) ||
      (wish.kind === 'place-at' && (wish.x ?? wish.y) === 28) ||
      hasEffect(wish, isAmount),
  },
  effectProbe('style', STYLES, (effect) => isSet(effect, ['weight', 'keyword', 'flag'])),
  effectProbe('side', ['to the right', 'to right', 'right'], (effect) => effect.kind === 'align'),
  effectProbe(
    'gradient',
    ['to a gradient from gold to coral', 'a gradient from gold to coral', 'from gold to coral'],
    (effect) => isSet(effect, ['gradient']),
  ),
  effectProbe('border', ['to 2px solid teal', 'a 2px solid teal border'], (effect) =>
    isSetOf(effect, 'borderStyle'),
  ),
  effectProbe('shadow', ['to large', 'a large shadow'], (effect) => isSetOf(effect, 'shadow')),
  effectProbe('font', ['to Georgia', 'Georgia', 'in Georgia'], (effect) => isSetOf(effect, 'fontFamily')),
  effectProbe(
    'text',
    ['to "Hello"', 'with "Hello"', '"Hello"'],
    (effect) => (effect.kind === 'content' || effect.kind === 'set') && effect.value === 'Hello',
  ),
  effectProbe(
    'likeness',
    ['as wide as the footer', 'to the same as the footer'],
    (effect) => effect.kind === 'like',
  ),
  {
    name: 'place',
    samples: ['below the footer', 'to the top'],
    isIn: (wish) => 'place' in wish && wish.place !== null,
  },
  { name: 'distance', samples: ['20px to the right', '20px down'], isIn: (wish) => wish.kind === 'shift' },
  {
    name: 'new component',
    samples: ['a badge', 'a badge before the footer', 'in a container'],
    isIn: (wish) => wish.kind === 'add' || wish.kind === 'wrap',
  },
]

/** A kind of value that fits after some words, and words that say one there. */
export interface FittingValue {
  readonly name: ValueName
  readonly said: string
}

/** The values that can follow what a family reads, or a beginning of it; without a verb they may stand in it as well. */
export function valuesOf(family: Family, spoken: readonly Spoken[]): FittingValue[] {
  const open = spoken.slice(0, 2).filter((one) => mayHoldValues(tryReading(family, one)))
  const after = open.flatMap(beginningsOf)
  const hasVerb = open.some(({ lexemes }) => lexemes[0]?.senses.verb !== undefined)
  const found = valuesAt(family, hasVerb ? after : [...after, ...open.flatMap(gapsIn)])
  return found.length > 0 || !hasVerb ? found : valuesAt(family, open.flatMap(gapsIn))
}

/** The values that can follow a beginning. */
export function valuesAfter(family: Family, beginning: string): FittingValue[] {
  return valuesAt(family, [{ head: lex(tokenize(beginning)), tail: [], before: null }])
}

/** Words with a place for a value among them. */
interface Gap {
  readonly head: readonly Lexeme[]
  readonly tail: readonly Lexeme[]
  readonly before: Before | null
}

function beginningsOf({ lexemes, before }: Spoken): Gap[] {
  return lexemes.map((_, i) => ({ head: lexemes.slice(0, i + 1), tail: [], before }))
}

/** A place in the stead of each word, and one in the stead of all words up to it. */
function gapsIn({ lexemes, before }: Spoken): Gap[] {
  return lexemes.flatMap((_, i): Gap[] => {
    const tail = lexemes.slice(i + 1)
    return [
      { head: lexemes.slice(0, i), tail, before },
      { head: [], tail, before },
    ]
  })
}

function valuesAt(family: Family, gaps: readonly Gap[]): FittingValue[] {
  return PROBES.flatMap(({ name, samples, isIn }): FittingValue[] => {
    const said = samples.find((sample) => {
      const value = lex(tokenize(sample))
      return gaps.some(({ head, tail, before }) => {
        const wish = tryReading(family, { lexemes: [...head, ...value, ...tail], before })
        return wish !== null && isIn(wish)
      })
    })
    return said === undefined ? [] : [{ name, said }]
  })
}

/** Of a deletion, or of hiding, nothing can be said but what it is done to. */
function mayHoldValues(wish: Wish | null): boolean {
  switch (wish?.kind) {
    case undefined:
    case 'delete':
    case 'swap':
    case 'topic':
    case 'again':
      return false
    case 'style':
      return !wish.effects.every((effect) => isSetOf(effect, 'hidden'))
    default:
      return true
  }
}

function effectProbe(
  name: ValueName,
  samples: readonly string[],
  isValue: (effect: Effect) => boolean,
): Probe {
  return { name, samples, isIn: (wish) => hasEffect(wish, isValue) }
}

function hasEffect(wish: Wish, isValue: (effect: Effect) => boolean): boolean {
  return wish.kind === 'style' && wish.effects.some(isValue)
}

function isSet(effect: Effect, kinds: readonly ValueKind[]): boolean {
  return effect.kind === 'set' && kinds.includes(properties[effect.property].kind)
}

function isSetOf(effect: Effect, property: keyof typeof properties): boolean {
  return effect.kind === 'set' && effect.property === property
}

function isRelative(effect: Effect): boolean {
  return effect.kind === 'lightness' || (effect.kind === 'resize' && effect.width?.kind === 'factor')
}

/** 28 px or 28%, in whatever form. */
function isAmount(effect: Effect): boolean {
  switch (effect.kind) {
    case 'set':
      return effect.value === 28 || effect.value === 0.28
    case 'size':
      return effect.px === 28
    case 'adjust':
      return Math.abs(effect.by ?? 0) === 28 || Math.abs(effect.by ?? 0) === 0.28
    case 'lightness':
      return effect.factor === 0.72 || effect.factor === 1.28
    case 'spacing':
      return effect.to === 28 || effect.by === 28
    case 'resize':
      return [effect.width, effect.height].some((side) => side !== undefined && 'px' in side)
    default:
      return false
  }
}
