import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { DraftReference } from './draft-reference.ts'

const MAX_WORDS = 4

/** "with an image", "without a price", "with white text", "with parking". */
export function readWith(cursor: Cursor, draft: DraftReference, negated: boolean): boolean {
  cursor.at++
  const isNegated = cursor.take('no') || negated
  while (cursor.take('a') || cursor.take('the') || cursor.senses.quantity === 'all')
    if (cursor.senses.quantity === 'all') cursor.at++
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

function isValue(cursor: Cursor): boolean {
  const { token, senses } = cursor.peek()
  return (
    token.kind === 'number' ||
    token.kind === 'color' ||
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
    isNameWord(cursor)
  ) {
    words.push(...cursor.peek().word.split(' '))
    cursor.at++
  }
  return words
}

function isNameWord(cursor: Cursor): boolean {
  const { senses } = cursor.peek()
  for (const _key in senses)
    return senses.verb !== undefined && !isBoundary(cursor.peek(1)) && senses.filler !== true
  return true
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
