import type { SideName } from '../lexicon/senses.ts'
import { hasHead } from './draft-query.ts'
import type { DraftQuery } from './draft-query.ts'
import type { QueryRelationName } from './query.ts'
import type { TaggedWords } from './tagged-words.ts'

export type PushRelation = (name: QueryRelationName) => void

/** "top right corner", "bottom row", "on the left of the logo", "right side of the page". */
export function readSides(words: TaggedWords, draft: DraftQuery, pushRelation: PushRelation): void {
  const { sides, isCorner } = takeSides(words)
  const last = sides[sides.length - 1]!
  const across = last === 'left' || last === 'right' ? last : null
  const next = words.peek()
  if (next?.tag?.tag === 'line') {
    words.at += next.words.length
    const place = last === 'top' || last === 'left' ? 1 : -1
    if (next.tag.of === 'row') draft.row ??= place
    else draft.column ??= place
    return
  }
  if (next?.tag?.tag === 'relation' && next.tag.relation === 'next' && across !== null && !isCorner) {
    words.at += next.words.length
    draft.sides.push(...sides.slice(0, -1))
    pushRelation(across)
    return
  }
  if (readOf(words, draft, sides, isCorner, pushRelation)) return
  const isNamed =
    next !== null && (next.tag === null || next.tag.tag === 'concept' || next.tag.tag === 'kind')
  if (isNamed && hasHead(draft) && across !== null && !isCorner) {
    // "the icon left genesis": with a thing before and a name after, the side relates them.
    draft.sides.push(...sides.slice(0, -1))
    pushRelation(across)
    return
  }
  draft.sides.push(...sides)
}

function takeSides(words: TaggedWords): { sides: SideName[]; isCorner: boolean } {
  const sides: SideName[] = []
  let isCorner = false
  for (let next = words.peek(); next !== null; next = words.peek()) {
    if (next.tag?.tag === 'side') sides.push(next.tag.side)
    else if (next.tag?.tag === 'corner') isCorner ||= next.words.includes('corner')
    else break
    words.at += next.words.length
  }
  return { sides, isCorner }
}

/** "of the card", "to the title" after sides; of the page is no relation. */
function readOf(
  words: TaggedWords,
  draft: DraftQuery,
  sides: readonly SideName[],
  isCorner: boolean,
  pushRelation: PushRelation,
): boolean {
  const tag = words.peek()?.tag
  if (tag?.tag !== 'preposition' || (tag.word !== 'of' && tag.word !== 'to' && tag.word !== 'from'))
    return false
  const after = words.afterFillers(words.at + 1)
  const follows = words.peekTag(after)
  if (after >= words.until || follows === 'page' || follows === 'side' || follows === 'line') return false
  words.at = after
  const last = sides[sides.length - 1]!
  const isWithin =
    isCorner || last === 'middle' || ((last === 'top' || last === 'bottom') && tag.word === 'of')
  draft.sides.push(...(isWithin ? sides : sides.slice(0, -1)))
  pushRelation(isWithin ? 'inside' : last === 'top' ? 'above' : last === 'bottom' ? 'below' : last)
  return true
}

/** "the 3rd from the bottom", "the first from the top left corner". */
export function readFrom(words: TaggedWords, draft: DraftQuery, at: number): void {
  words.at = at
  for (let next = words.peek(); next !== null; next = words.peek()) {
    if (next.tag?.tag === 'side') draft.from.push(next.tag.side)
    else if (next.tag?.tag !== 'corner') break
    words.at += next.words.length
  }
}
