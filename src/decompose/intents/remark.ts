import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Reference } from '../reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'

const MAX_WORDS = 8

/** A thing that something is said about. */
interface Remark {
  readonly target: Reference
  /** It is not needed, or bad: a verb without an object acts on it. */
  readonly unwanted: boolean
}

/** "the banner is annoying, hide it": a remark wishes nothing, it says what the next clause speaks of. */
export const remark: Family = {
  name: 'remark',
  about: 'Says what "it" is in the clause behind it.',
  on: 'shop',
  examples: [
    "I don't need the promo text, remove it",
    'the newsletter is annoying, hide it',
    'the promo text is not needed, remove',
  ],
  read(cursor) {
    const said = cursor.attempt(readUnwanted) ?? cursor.attempt(readRemarked)
    return said === null || !continues(cursor, said) ? null : styleWish(said.target, [])
  },
}

/** "I do not need the divider", "no need for the divider" */
function readUnwanted(cursor: Cursor): Remark | null {
  if (!readNoNeed(cursor)) return null
  const target = readReference(cursor, PLAIN)
  cursor.takeWord('any more', 'anymore', 'any longer')
  return target === null ? null : { target, unwanted: true }
}

function readNoNeed(cursor: Cursor): boolean {
  if (cursor.take('no')) {
    if (!cursor.takeWord('need', 'more need', 'more')) return false
    cursor.takeWord('need')
    if (!cursor.take('for') && cursor.senses.relation === 'of') cursor.at++
    return true
  }
  takePeople(cursor)
  cursor.takeWord('do')
  if (!cursor.take('not')) return false
  cursor.skipFillers()
  return cursor.takeWord('need', 'want', 'like', 'i like', 'love', 'use')
}

function takePeople(cursor: Cursor): boolean {
  return cursor.takeWord('i', 'we', 'you', 'they', 'people', 'customers', 'users', 'clients', 'nobody')
}

/** "the badge is annoying", "there is a divider below the title", "the divider we not need" */
function readRemarked(cursor: Cursor): Remark | null {
  const isThere = cursor.take('be')
  const target = readReference(cursor, PLAIN)
  if (target === null) return null
  if (target.pronoun !== null || isThere) return { target, unwanted: false }
  if (cursor.attempt((c) => (takePeople(c) && readNoNeed(c) ? true : null)) !== null)
    return { target, unwanted: true }
  // "the badge not needed", "the title too long" leave out the "is".
  const { grammar } = cursor.senses
  const isShort = grammar === 'not' || grammar === 'no' || grammar === 'too'
  if (!cursor.take('be') && !cursor.take('was') && !isShort) return null
  let unwanted = grammar === 'too'
  for (let words = 0; words < MAX_WORDS && !cursor.atEnd && !cursor.atBoundary; words++) {
    const { senses, word } = cursor.peek()
    // "should be", "color": a wish that was not read is no remark.
    if (isShort && (senses.change ?? senses.color ?? senses.style ?? senses.property) !== undefined)
      return null
    unwanted ||= senses.grammar === 'not' || senses.grammar === 'no' || UNWANTED.has(word)
    cursor.at++
  }
  return { target, unwanted }
}

/** What is so shall go, or be another. */
const UNWANTED: ReadonlySet<string> = new Set([
  'wrong',
  'incorrect',
  'useless',
  'unnecessary',
  'superfluous',
  'redundant',
  'annoying',
  'distracting',
  'confusing',
  'outdated',
  'obsolete',
  'old',
  'ugly',
  'bad',
  'boring',
  'false',
  'finished',
  'expired',
  'over',
  'gone',
  'needless',
])

/** Whether the next clause does something with "it", or with nothing else where the thing is unwanted. */
function continues(cursor: Cursor, { unwanted }: Remark): boolean {
  cursor.skipFillers()
  if (cursor.atEnd || !cursor.atBoundary) return false
  let ahead = 0
  while (isPassed(cursor, ahead)) ahead++
  const { verb, grammar } = cursor.peek(ahead).senses
  const next = cursor.peek(ahead + 1)
  const { pronoun } = next.senses
  if (verb !== undefined && (pronoun === 'it' || pronoun === 'them' || pronoun === 'this')) return true
  if (!unwanted) return false
  if (verb === 'make' && (next.senses.change ?? next.senses.degree ?? next.senses.color) !== undefined)
    return true
  if (verb === undefined) return grammar === 'should' || grammar === 'say'
  return next.token.word === '' || isBoundary(next) || next.senses.filler === true || LINKS.has(next.word)
}

const LINKS: ReadonlySet<string> = new Set(['to', 'with', 'by', 'from'])

function isPassed(cursor: Cursor, ahead: number): boolean {
  const lexeme = cursor.peek(ahead)
  if (ahead >= MAX_WORDS || lexeme.token.word === '') return false
  return isBoundary(lexeme) || lexeme.senses.filler === true || lexeme.senses.frame === true
}
