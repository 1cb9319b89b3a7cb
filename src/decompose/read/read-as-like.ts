import type { PropertyName } from '../../document/native-table.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { PropertyWord } from './changes.ts'
import { likeEffect } from './like-effect.ts'
import { measureEffects } from './measure-effects.ts'
import { POSITIVE_ADJECTIVES } from './positive-adjectives.ts'
import { PLAIN } from './read-options.ts'
import { readReference } from './read-reference.ts'

/** "as wide as the title", "half as wide", "twice the size", "the same colour as the header". */
export function readAsLike(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const look = readLookLike(c)
    if (look !== null) return look
    if (c.take('same')) {
      const property = readPropertyWord(c)
      return property !== null && takeAs(c) ? readOther(c, property, undefined) : null
    }
    // "wide as the skip button", "wide same like the skip button"
    const { senses, word } = c.peek(1)
    if (
      c.senses.degree === undefined &&
      (senses.grammar === 'as' || senses.grammar === 'same' || word === 'like')
    ) {
      const property = c.senses.grammar === 'as' ? null : adjectiveProperty(c)
      if (property !== null) {
        c.take('same')
        return takeAs(c) ? readOther(c, property, undefined) : null
      }
    }
    const { token } = c.peek()
    const times = token.unit === 'x' && c.peek(1).senses.grammar === 'as' ? token.value : undefined
    const factor = c.senses.fraction ?? times
    if (factor !== undefined) c.at++
    if (c.take('as')) {
      const property = adjectiveProperty(c)
      if (property === null) return null
      if (c.take('as')) {
        if (c.takeWord('now', 'before') || (c.senses.pronoun === 'it' && c.peek(1).senses.grammar === 'be'))
          return finishScale(c, property, factor ?? 1)
        return readOther(c, property, factor)
      }
      return factor === undefined ? null : finishScale(c, property, factor)
    }
    if (factor === undefined) return null
    c.take('the')
    c.take('its')
    const property = c.senses.property
    if (property === undefined) return readOthers(c, factor)
    c.at++
    if (c.senses.relation === 'of') {
      c.at++
      return readOther(c, property, factor)
    }
    return finishScale(c, property, factor)
  })
}

/** What a look is made of; sizes, places and contents are not. */
const LOOKS: readonly PropertyName[] = [
  'background',
  'gradient',
  'textColor',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'textDecoration',
  'textTransform',
  'borderWidth',
  'borderStyle',
  'borderColor',
  'borderRadius',
  'padding',
  'shadow',
  'opacity',
]

/** "look like Y", "look the same as Y", "the same style as Y": all of its looks. */
export function readLookLike(cursor: Cursor): Effect[] | null {
  const { word, senses } = cursor.peek()
  // "should look" is one word of the vocabulary.
  const isSaid = cursor.peek(-1).word.endsWith(' look')
  if (!isSaid && word !== 'look' && word !== 'looks' && senses.grammar !== 'same') return null
  return cursor.attempt((c) => {
    if (c.takeWord('look', 'looks') || isSaid) {
      c.takeWord('exactly', 'just')
      if (c.take('the') && c.senses.grammar !== 'same') return null
      c.take('same')
    } else if (!c.take('same') || !c.takeWord('style', 'look', 'styling', 'styles', 'design')) return null
    const of = takeAs(c) ? readReference(c, PLAIN) : null
    return of === null || of.indefinite ? null : [{ kind: 'like', properties: LOOKS, of }]
  })
}

/** What there can be half of. */
const MEASURED: ReadonlySet<PropertyWord> = new Set<PropertyWord>([
  'width',
  'height',
  'size',
  'dimensions',
  'fontSize',
  'padding',
  'margin',
  'gap',
  'borderRadius',
  'opacity',
])

/** "half the header's width" */
function readOthers(cursor: Cursor, factor: number): Effect[] | null {
  const of = readReference(cursor, PLAIN)
  if (of === null || cursor.peek().token.kind !== 'possessive') return null
  const { property } = cursor.peek(1).senses
  if (property === undefined || !MEASURED.has(property)) return null
  cursor.at += 2
  return likeEffect(property, of, factor)
}

/** "the same width", "same wide". */
function readPropertyWord(cursor: Cursor): PropertyWord | null {
  const { property } = cursor.senses
  if (property === undefined) return adjectiveProperty(cursor)
  cursor.at++
  return property
}

/** "same size as", in other mouths "same size like". */
function takeAs(cursor: Cursor): boolean {
  return cursor.take('as') || cursor.takeWord('like')
}

function finishScale(cursor: Cursor, property: PropertyWord, factor: number): Effect[] | null {
  return measureEffects(cursor, property, { value: factor, unit: 'x', signed: false })
}

function adjectiveProperty(cursor: Cursor): PropertyWord | null {
  const { word, senses } = cursor.peek()
  if (Object.hasOwn(POSITIVE_ADJECTIVES, word)) {
    cursor.at++
    return POSITIVE_ADJECTIVES[word]!
  }
  if (senses.change === 'bigger' || senses.change === 'smaller') {
    cursor.at++
    return 'size'
  }
  return null
}

function readOther(cursor: Cursor, property: PropertyWord, factor: number | undefined): Effect[] | null {
  const of = readReference(cursor, PLAIN)
  if (of === null) return null
  if (cursor.take('be')) cursor.skipFillers()
  return likeEffect(property, of, factor)
}
