import type { PropertyName } from '../../document/native-table.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { matchWords } from '../lexicon/look-words.ts'
import type { PropertyWord } from './changes.ts'
import { likeEffect } from './like-effect.ts'
import { POSITIVE_ADJECTIVES } from './positive-adjectives.ts'
import { PLAIN } from './read-options.ts'
import { readReference } from './read-reference.ts'
import { saysAny, takeOneOf, takePhrase } from './words-ahead.ts'

/** "match the footer", "look alike", "the same border radius", "consistent": like a model, or alike. */
export function readMatch(cursor: Cursor): Effect[] | null {
  return saysAny(cursor.lexemes, matchWords) ? (readModel(cursor) ?? readAlike(cursor)) : null
}

const MATCHES: ReadonlySet<string> = new Set(['match', 'matches', 'matching', 'mirror', 'mirrors'])
const CONSISTENT: ReadonlyMap<string, true> = new Map(
  'consistent with|in line with|in keeping with|styled like|in the style of|in the same style as|identical to'
    .split('|')
    .map((words) => [words, true] as const),
)

/** "match the footer", "match the header's color", "consistent with the cards". */
function readModel(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    while (c.take('to') || c.take('be') || c.take('should'));
    if (!takeOneOf(c, MATCHES) && takePhrase(c, CONSISTENT) === null) return null
    c.takeWord('with')
    const named = c.attempt((inner) => {
      inner.take('the')
      const { property } = inner.senses
      if (property === undefined || inner.peek(1).senses.relation !== 'of') return null
      inner.at += 2
      return property
    })
    const of = readReference(c, PLAIN)
    if (of === null || of.indefinite) return null
    const owned = c.attempt((inner) => {
      if (inner.peek().token.kind === 'possessive') inner.at++
      const { property, types } = inner.senses
      if (property === undefined || types !== undefined) return null
      inner.at++
      return property
    })
    const property = named ?? owned
    c.takeWord('exactly', 'style', 'styling')
    return property === null ? [{ kind: 'match', of, properties: null }] : likeEffect(property, of)
  })
}

const ALIKE: ReadonlyMap<string, true> = new Map(
  'look alike|alike|look the same|look identical|look consistent|consistent|identical|uniform|the same|the same style|look similar|the same look|consistent with each other|match each other|match|look the same way|all match|all look the same|all the same|visually consistent'
    .split('|')
    .map((words) => [words, true] as const),
)

/** "look alike", "use the same border radius", "the same height", "equally wide". */
function readAlike(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    while (
      c.take('to') ||
      c.take('be') ||
      c.take('should') ||
      c.take('have') ||
      c.takeWord('use', 'get', 'all', 'share', 'both')
    );
    const property = c.attempt(readSameProperty)
    if (property !== null) return ends(c) ? [{ kind: 'match', of: null, properties: property }] : null
    return takePhrase(c, ALIKE) !== null && ends(c) ? [{ kind: 'match', of: null, properties: null }] : null
  })
}

/** "... as the title" names a model, which others read. */
function ends(cursor: Cursor): boolean {
  const { senses, token, word } = cursor.peek()
  // "the same color like the title" has another thing behind it.
  if (cursor.atEnd || cursor.atBoundary || (senses.filler === true && word !== 'like')) return true
  return token.kind === 'word' && senses.grammar !== 'as' && word !== 'like' && senses.grammar === undefined
    ? senses.property !== undefined
    : false
}

function readSameProperty(cursor: Cursor): readonly PropertyName[] | null {
  if (cursor.takeWord('equally')) return propertiesOf(adjectiveOf(cursor))
  cursor.take('the')
  cursor.take('a')
  if (!cursor.take('same') && !cursor.takeWord('equal', 'identical', 'consistent', 'uniform', 'one'))
    return null
  const adjective = adjectiveOf(cursor)
  if (adjective !== null) return propertiesOf(adjective)
  const { property } = cursor.senses
  if (property === undefined) return null
  cursor.at++
  return propertiesOf(property)
}

function adjectiveOf(cursor: Cursor): PropertyWord | null {
  const { word } = cursor.peek()
  if (!Object.hasOwn(POSITIVE_ADJECTIVES, word)) return null
  cursor.at++
  return POSITIVE_ADJECTIVES[word]!
}

const SEVERAL: Readonly<Partial<Record<PropertyWord, readonly PropertyName[]>>> = {
  size: ['width', 'height'],
  dimensions: ['width', 'height'],
  color: ['background', 'textColor'],
  font: ['fontFamily', 'fontSize', 'fontWeight'],
  border: ['borderWidth', 'borderColor', 'borderStyle'],
  spacing: ['padding'],
}

/** What cannot be the same in all: texts, places. */
const OWN: ReadonlySet<PropertyWord> = new Set<PropertyWord>([
  'text',
  'href',
  'imageUrl',
  'alt',
  'x',
  'y',
  'position',
  'between',
  'placeholder',
  'price',
  'gap',
])

function propertiesOf(property: PropertyWord | null): readonly PropertyName[] | null {
  if (property === null || OWN.has(property)) return null
  return SEVERAL[property] ?? [property as PropertyName]
}
