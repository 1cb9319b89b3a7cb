import type { Edge } from '../../command/target.ts'
import type { Act } from '../../decompose/act.ts'
import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { readAmount } from '../../decompose/read/read-amount.ts'
import { takeOneOf, takePhrase } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import { IT, NO_REFERENCE } from '../../decompose/reference.ts'
import { distributed, gapWords } from '../lexicon/line-words.ts'
import type { Spoken } from './frame.ts'
import { isEnd, readThing, wordSet } from './words.ts'

/** Pixels: "24px", "24", "16 px". */
function takePx(cursor: Cursor): number | null {
  return cursor.attempt((c) => {
    const amount = readAmount(c)
    return amount === null ||
      amount.unit === '%' ||
      amount.unit === 'x' ||
      amount.unit === 'deg' ||
      amount.value < 0
      ? null
      : amount.value
  })
}

function isSeveral({ parts, plural, quantity, count, take }: Reference): boolean {
  return (
    parts.length > 1 || plural || quantity === 'all' || quantity === 'both' || count !== null || take !== null
  )
}

function spaced(target: Reference, act: Act): Wish {
  return { kind: 'act', target, act }
}

const LEADS: ReadonlySet<string> = wordSet(
  'put|leave|add|have|keep|set|make|need|needs|want|use|give|change|should be',
)

/** "24px between the title and the intro", "put 8px between the cards", "16 gap between". */
function readBetween(cursor: Cursor): Wish | null {
  takeOneOf(cursor, LEADS)
  const isOnly = cursor.takeWord('only', 'exactly')
  cursor.take('the')
  cursor.take('a')
  const before = takePx(cursor)
  cursor.takeWord('of')
  const hasGap = takePhrase(cursor, gapWords) !== null
  if (before === null && !hasGap) return null
  const isBetween = cursor.senses.relation === 'between' || hasGapBetween(cursor)
  if (!isBetween) return null
  if (cursor.senses.relation === 'between') cursor.at++
  const target =
    cursor.attempt((c) => {
      const read = readThing(c)
      return read === null || !(isSeveral(read) || read.pronoun === 'them') ? null : read
    }) ?? (isEnd(cursor) ? THEM : null)
  if (target === null) return null
  if (before !== null)
    return isEnd(cursor) || isOnly ? spaced(target, { kind: 'distance', px: before }) : null
  while (
    cursor.take('to') ||
    cursor.take('should') ||
    cursor.take('be') ||
    cursor.takeSeparator(':') ||
    cursor.takeWord('exactly')
  );
  const px = takePx(cursor)
  return px !== null && isEndOrWas(cursor) ? spaced(target, { kind: 'distance', px }) : null
}

function hasGapBetween(cursor: Cursor): boolean {
  return cursor.peek(-1).senses.property === 'between'
}

/** "not 11", "instead of 11" is read by the role that every clause has; here only the end is looked for. */
function isEndOrWas(cursor: Cursor): boolean {
  cursor.attempt((c) => {
    c.takeSeparator(',')
    if (!c.take('not') && !c.take('except') && !c.take('instead') && !c.takeWord('rather than')) return null
    return readAmount(c) === null ? null : true
  })
  return isEnd(cursor)
}

const THEM: Reference = { ...IT, pronoun: 'them', plural: true, phrase: 'them' }

/** "the cards 8px apart", "space the buttons 12px apart", "A and B should be 24px apart". */
function readApart(cursor: Cursor): Wish | null {
  cursor.takeWord('space', 'spread', 'place', 'put', 'move', 'keep', 'set', 'make', 'position')
  const target = readThing(cursor)
  if (target === null || !(isSeveral(target) || target.pronoun !== null)) return null
  while (cursor.take('should') || cursor.take('be') || cursor.takeWord('stand', 'out'));
  const px = takePx(cursor)
  return px !== null && cursor.takeWord('apart') && isEnd(cursor)
    ? spaced(target, { kind: 'distance', px })
    : null
}

const SIDES: Readonly<Record<string, Edge>> = {
  above: 'top',
  below: 'bottom',
  before: 'top',
  left: 'left',
  right: 'right',
}

/** "12px above the button", "leave 24px below the title", "8px of space to the left of the icon". */
function readBeside(cursor: Cursor): Wish | null {
  const isLed = takeOneOf(cursor, LEADS)
  const px = takePx(cursor)
  if (px === null) return null
  cursor.takeWord('of')
  cursor.takeWord('more')
  const isGap = takeOneOf(cursor, SPACES)
  if (!isLed && !isGap && cursor.at === 0) return null
  const { relation } = cursor.senses
  const side = relation === undefined ? undefined : SIDES[relation]
  if (side === undefined) return null
  cursor.at++
  const target = readThing(cursor)
  return target !== null && isEnd(cursor) ? spaced(target, { kind: 'distance', px, side }) : null
}

const SPACES: ReadonlySet<string> = wordSet('space|gap|distance|room|spacing|whitespace|margin|air')

/** "the heading gets 24px distance to the map", "keep 16px from the title to the card". */
function readTo(cursor: Cursor): Wish | null {
  const first = readThing(cursor)
  if (first === null) return null
  while (
    cursor.take('should') ||
    cursor.take('have') ||
    cursor.take('be') ||
    cursor.takeWord('gets', 'with', 'needs', 'sits')
  );
  const px = takePx(cursor)
  if (px === null) return null
  cursor.takeWord('of')
  const isGap = takeOneOf(cursor, SPACES)
  const { grammar } = cursor.senses
  if (!isGap && grammar !== 'from' && cursor.peek().word !== 'away') return null
  cursor.takeWord('away')
  if (!cursor.take('to') && !cursor.take('from')) return null
  const second = readThing(cursor)
  return second !== null && isEnd(cursor) ? spaced(both(second, first), { kind: 'distance', px }) : null
}

function both(a: Reference, b: Reference): Reference {
  return {
    ...NO_REFERENCE,
    plural: true,
    parts: [a, b],
    start: b.start,
    end: a.end,
    phrase: `${a.phrase} and ${b.phrase}`,
  }
}

/** "distribute the links evenly", "space out the cards with equal 32px gaps", "same space between the boxes". */
function readDistribute(cursor: Cursor): Wish | null {
  const isLed = takePhrase(cursor, DISTRIBUTE) !== null || cursor.takeWord('make', 'put', 'set', 'give')
  const target = readThing(cursor)
  if (target === null || !(isSeveral(target) || target.pronoun !== null || target.types !== null)) return null
  while (cursor.take('should') || cursor.take('be') || cursor.take('have'));
  let evenly = takePhrase(cursor, distributed) !== null
  let gap: number | undefined
  cursor.attempt((c) => {
    c.take('with')
    c.take('a')
    c.take('the')
    const isEqual = c.take('same') || c.takeWord('equal', 'even')
    const px = takePx(c)
    c.takeWord('of')
    const isGap = takeOneOf(c, GAPS)
    if (!isGap || (!isEqual && px === null)) return null
    c.takeWord('between them', 'between', 'in between', 'them')
    if (px !== null) gap = px
    evenly = true
    return true
  })
  if (!evenly || (!isLed && gap === undefined && cursor.peek(-1).word === 'even')) return null
  const axis = takePhrase(cursor, AXES) ?? undefined
  return isEnd(cursor)
    ? spaced(target, {
        kind: 'distribute',
        ...(gap === undefined ? {} : { gap }),
        ...(axis === undefined ? {} : { axis }),
      })
    : null
}

const GAPS: ReadonlySet<string> = wordSet(
  'gap|gaps|space|spacing|distance|distances|spaces|gap between|space between|spacing between|gaps between|spaces between|distance between',
)

const DISTRIBUTE: ReadonlyMap<string, true> = new Map(
  'distribute|space|space out|spread|spread out|even out|arrange|lay out'
    .split('|')
    .map((words) => [words, true] as const),
)

const AXES: ReadonlyMap<string, 'x' | 'y'> = new Map([
  ['horizontally', 'x'],
  ['vertically', 'y'],
  ['across', 'x'],
])

/** "same space between them", "equal gaps between the cards". */
function readEqualGaps(cursor: Cursor): Wish | null {
  takeOneOf(cursor, LEADS)
  cursor.take('the')
  if (!cursor.take('same') && !cursor.takeWord('equal', 'even')) return null
  const px = takePx(cursor)
  if (takePhrase(cursor, gapWords) === null && !takeOneOf(cursor, GAPS)) return null
  if (cursor.senses.relation === 'between') cursor.at++
  const target = isEnd(cursor) ? THEM : readThing(cursor)
  return target !== null && isEnd(cursor)
    ? spaced(target, { kind: 'distribute', ...(px === null ? {} : { gap: px }) })
    : null
}

const EVENLY: ReadonlySet<string> = wordSet(
  'evenly|equally|even|uniformly|equal|same|gap|gaps|spacing|spaced|space|spaces|distances|distance|distribute|distributed',
)

/** Distances and equal gaps. */
export const distances: readonly Spoken[] = [
  { name: 'between', stake: 'look', cost: -1, needs: wordSet('between'), read: readBetween },
  { name: 'apart', stake: 'look', cost: -2, needs: wordSet('apart'), read: readApart },
  {
    name: 'beside',
    stake: 'look',
    cost: 0,
    needs: wordSet('above|below|left|right|before|under|over|top'),
    read: readBeside,
  },
  {
    name: 'distance-to',
    stake: 'look',
    cost: -1,
    needs: wordSet('distance|space|gap|room|from|away|margin'),
    read: readTo,
  },
  { name: 'distribute', stake: 'structure', cost: -1, needs: EVENLY, read: readDistribute },
  { name: 'equal-gaps', stake: 'structure', cost: -1, needs: EVENLY, read: readEqualGaps },
]
