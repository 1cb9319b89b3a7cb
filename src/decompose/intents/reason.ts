import type { Cursor } from '../cursor.ts'
import { kindsOf } from '../lexicon/senses.ts'
import type { Senses } from '../lexicon/senses.ts'
import { IT } from '../reference.ts'
import type { Before, Family } from './family.ts'
import { styleWish } from './style-wish.ts'

const MAX_WORDS = 10

/** "..., customers do not use it", "..., it looks old": why something is wished. */
export const reason: Family = {
  name: 'reason',
  about: 'Says why the clause before is wished; it wishes nothing itself.',
  on: 'shop',
  examples: ['hide the promo text, it is not ready', 'make the hero title bigger, customers do not see it'],
  read(cursor, before: Before | null) {
    if (before === null || before.wish.kind === 'token') return null
    const begin = cursor.at
    if (!readOpening(cursor)) return null
    while (!cursor.atEnd && !cursor.atBoundary) {
      if (cursor.at - begin > MAX_WORDS || cursor.peek().token.kind !== 'word' || wishes(cursor)) return null
      cursor.at++
    }
    return styleWish({ ...IT, phrase: '' }, [])
  },
}

/** What tells of something: people and what they do not do, a thing and what it is not, or "because". */
function readOpening(cursor: Cursor): boolean {
  if (cursor.take('because')) return true
  if (cursor.takeWord('nobody', 'no one', 'noone')) return true
  if (cursor.takeWord(...PEOPLE)) return takesNot(cursor)
  const isThing = cursor.takeWord('it', 'they', 'this', 'that')
  if (cursor.takeWord('looks', 'look', 'feels', 'seems', 'feel', 'seem')) return true
  if (isThing && cursor.takeWord('do', 'does', 'did', 'has', 'have')) return cursor.take('not')
  return (cursor.take('be') || cursor.take('was')) && isTold(cursor)
}

/** "do not", "can never", "not" */
function takesNot(cursor: Cursor): boolean {
  cursor.takeWord('do', 'does', 'can', 'will', 'did', 'would', 'could')
  return cursor.take('not') || cursor.takeWord('never', 'rarely', 'hardly')
}

/** "is not ready", "is old": what no component can be made. */
function isTold(cursor: Cursor): boolean {
  while (cursor.senses.degree !== undefined || cursor.senses.filler === true) cursor.at++
  if (cursor.take('not') || cursor.take('no')) return cursor.senses.style === undefined
  return TOLD.has(cursor.peek().word)
}

/** Words that wish something, or may be a slip of one that does. */
function wishes(cursor: Cursor): boolean {
  const { senses, word } = cursor.peek()
  if (NEUTRAL.has(word)) return false
  return kindsOf(senses).some((sense) => WISHING.has(sense)) || isModal(senses)
}

function isModal({ grammar, frame }: Senses): boolean {
  return grammar === 'should' || grammar === 'except' || grammar === 'instead' || frame === true
}

const WISHING: ReadonlySet<keyof Senses> = new Set([
  'verb',
  'participle',
  'color',
  'style',
  'change',
  'shade',
  'property',
  'pill',
  'fraction',
  'number',
  'direction',
  'quantity',
])

/** Verbs and properties that tell as well. */
const NEUTRAL: ReadonlySet<string> = new Set([
  'use',
  'need',
  'have',
  'get',
  'like',
  'want',
  'see',
  'any',
  'do',
])

const PEOPLE = [
  'customers',
  'customer',
  'people',
  'users',
  'clients',
  'visitors',
  'guests',
  'we',
  'i',
  'they',
  'everybody',
  'everyone',
] as const

const TOLD: ReadonlySet<string> = new Set([
  'old',
  'outdated',
  'obsolete',
  'useless',
  'unnecessary',
  'annoying',
  'distracting',
  'confusing',
  'important',
  'ugly',
  'boring',
  'wrong',
  'broken',
  'unreadable',
  'late',
  'busy',
])
