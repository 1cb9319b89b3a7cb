import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Filter } from '../reference.ts'
import type { DraftReference } from './draft-reference.ts'

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
    const on = takeAspect(cursor)
    if (on === null) return false
    draft.filters.push({ kind: 'color', hex: color, on })
    return true
  }
  const { property, types } = cursor.senses
  const words: string[] = []
  if (property !== undefined || types !== undefined) cursor.at++
  else {
    while (
      !cursor.atBoundary &&
      cursor.peek().token.kind === 'word' &&
      words.length < 4 &&
      isNameWord(cursor)
    ) {
      words.push(...cursor.peek().word.split(' '))
      cursor.at++
    }
    if (words.length === 0) return false
  }
  const filter: Filter = {
    kind: 'has',
    property: property ?? null,
    types: types ?? null,
    words,
    negated: isNegated,
  }
  draft.filters.push(filter)
  return true
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
