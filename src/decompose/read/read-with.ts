import { NO_SENSES } from '../lexicon/senses.ts'
import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import { IT, NO_REFERENCE } from '../reference.ts'
import type { DraftReference } from './draft-reference.ts'
import type { SingleReader } from './read-options.ts'
import { PLAIN } from './read-options.ts'

const MAX_WORDS = 4

/** "with an image", "without a price", "with white text", "with parking". */
export function readWith(
  cursor: Cursor,
  draft: DraftReference,
  negated: boolean,
  readSingle: SingleReader,
): boolean {
  cursor.at++
  const isNegated = cursor.take('no') || negated
  // "without deleting the form" says what stays.
  if (
    cursor.senses.verb !== undefined &&
    cursor.senses.types === undefined &&
    cursor.senses.style === undefined
  )
    return false
  while (cursor.take('a') || cursor.take('the') || cursor.senses.quantity === 'all')
    if (cursor.senses.quantity === 'all') cursor.at++
  const { pronoun } = cursor.senses
  if (pronoun === 'it' || pronoun === 'them' || pronoun === 'this') {
    draft.filters.push({
      kind: 'holds',
      of: { ...IT, pronoun, phrase: cursor.peek().word },
      negated: isNegated,
    })
    cursor.at++
    return true
  }
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    draft.quoted = token.word
    cursor.at++
    cursor.takeWord('on it', 'text', 'label')
    return true
  }
  const color = cursor.senses.color ?? (token.kind === 'color' ? token.word : undefined)
  if (color !== undefined) {
    cursor.at++
    const word = cursor.peek(-1).word
    const on = takeAspect(cursor)
    if (on !== null) draft.filters.push({ kind: 'color', hex: color, on })
    else if (readHeld(cursor, draft, isNegated, readSingle, -1)) return true
    else {
      // "with the blue shirt"
      const words = readWords(cursor)
      if (words.length === 0) return false
      draft.filters.push({
        kind: 'has',
        property: null,
        types: null,
        words: [word, ...words],
        negated: isNegated,
      })
    }
    return true
  }
  const title = readTitle(cursor)
  if (title !== null) {
    const { types, role = null, plural } = cursor.senses
    if (types === undefined || plural === true || cursor.atBoundary) draft.quoted = title
    else {
      const noun = cursor.peek().word
      cursor.at++
      const of = { ...NO_REFERENCE, types, role, noun, quoted: title, phrase: `${title} ${noun}` }
      draft.filters.push({ kind: 'holds', of, negated: isNegated })
    }
    return true
  }
  if (isNameOf(cursor) && readHeld(cursor, draft, isNegated, readSingle, 0)) return true
  const { property = null, types = null } = cursor.senses
  const isKnown = property !== null || types !== null
  const words = isKnown ? [] : readWords(cursor)
  if (isKnown) cursor.at++
  else if (words.length === 0) return false
  // "with font size 14px" is what it shall get, not what it has.
  if (isKnown && isValue(cursor)) return false
  draft.filters.push({ kind: 'has', property, types, words, negated: isNegated })
  return true
}

/** "with On time": a small word with a capital begins a text that is written on the thing. */
function readTitle(cursor: Cursor): string | null {
  const { token, senses } = cursor.peek()
  const isSmall = senses.relation !== undefined || senses.grammar !== undefined || senses.number !== undefined
  if (
    token.kind !== 'word' ||
    token.capital !== true ||
    !isSmall ||
    cursor.text === cursor.text.toUpperCase()
  )
    return null
  const words: string[] = []
  while (words.length < MAX_WORDS && cursor.peek().token.kind === 'word' && !cursor.atBoundary) {
    if (words.length > 0 && (cursor.senses.verb !== undefined || !isNameWord(cursor))) break
    if (words.length > 0 && cursor.senses.types !== undefined) break
    words.push(cursor.peek().word)
    cursor.at++
  }
  return words.join(' ')
}

/** A word that can begin the name of a thing: "the Returns label". */
function isNameOf(cursor: Cursor): boolean {
  return cursor.peek().token.kind === 'word' && cursor.senses.types === undefined
}

/** "with the Returns label", "with the red badge": more than a kind of thing. Leaves the cursor where it fails. */
function readHeld(
  cursor: Cursor,
  draft: DraftReference,
  negated: boolean,
  readSingle: SingleReader,
  from: number,
): boolean {
  const mark = cursor.at
  cursor.at += from
  const of = readSingle(cursor, { ...PLAIN, with: false, possessive: false })
  const isNamed = of !== null && of.types !== null && (of.names.length > 0 || of.quoted !== null)
  if (!isNamed || of.relations.length > 0) {
    cursor.at = mark
    return false
  }
  draft.filters.push({ kind: 'holds', of, negated })
  return true
}

function isValue(cursor: Cursor): boolean {
  const { token, senses } = cursor.peek()
  return (
    token.kind === 'number' ||
    token.kind === 'color' ||
    token.kind === 'url' ||
    (token.kind === 'hash' && senses.color === undefined && /^[\da-f]{3,8}$/i.test(token.word)) ||
    (senses.relation === 'of' && cursor.peek(1).token.kind === 'number')
  )
}

function readWords(cursor: Cursor): string[] {
  const words: string[] = []
  while (
    !cursor.atBoundary &&
    cursor.peek().token.kind === 'word' &&
    words.length < MAX_WORDS &&
    isNameWord(cursor) &&
    !(words.length > 0 && isVerbBehind(cursor))
  ) {
    words.push(...cursor.peek().word.split(' '))
    cursor.at++
  }
  return words
}

/** "the button with subscribe make bigger": the verb behind what it acts on, and then no name. */
function isVerbBehind(cursor: Cursor): boolean {
  const { verb } = cursor.senses
  return verb === 'make' || verb === 'give' || verb === 'set'
}

function isNameWord(cursor: Cursor): boolean {
  const { senses } = cursor.peek()
  return (
    senses === NO_SENSES ||
    (senses.verb !== undefined &&
      senses.filler !== true &&
      !isBoundary(cursor.peek(1)) &&
      cursor.peek(1).senses.filler !== true)
  )
}

function takeAspect(cursor: Cursor): 'text' | 'background' | 'border' | null {
  const { property } = cursor.senses
  const aspect =
    property === 'text' || property === 'textColor' || property === 'font'
      ? 'text'
      : property === 'background'
        ? 'background'
        : property === 'border' || property === 'borderColor'
          ? 'border'
          : null
  if (aspect !== null) cursor.at++
  return aspect
}
