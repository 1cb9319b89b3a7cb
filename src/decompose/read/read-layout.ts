import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { arrangements, layoutWords } from '../lexicon/look-words.ts'
import { saysAny, takeOneOf, takePhrase } from './words-ahead.ts'

const COLUMNS: ReadonlySet<string> = new Set(['columns', 'column', 'cols', 'col'])
const GRIDS: ReadonlySet<string> = new Set(['grid', 'layout', 'grid layout', 'arrangement', 'grids'])
const ROWS: ReadonlySet<string> = new Set(['row', 'rows', 'line'])
const MOST = 12

/** "in 3 columns", "a 2x3 grid", "side by side", "stacked", "3 per row": how several stand. */
export function readLayout(cursor: Cursor): Effect[] | null {
  if (!saysAny(cursor.lexemes, layoutWords)) return null
  return cursor.attempt((c) => {
    skipLead(c)
    const arranged = takePhrase(c, arrangements)
    if (arranged !== null) {
      const isGrid = takeOneOf(c, GRIDS)
      return [{ kind: 'layout', as: isGrid && arranged === 'column' ? 'column' : arranged }]
    }
    if (c.peek().word === 'in' || c.senses.grammar === 'into' || c.senses.grammar === 'as') c.at++
    skipArticle(c)
    return readColumns(c) ?? readGrid(c)
  })
}

function skipLead(cursor: Cursor): void {
  while (
    cursor.take('to') ||
    cursor.take('into') ||
    cursor.take('as') ||
    cursor.take('with') ||
    cursor.take('be') ||
    cursor.take('should') ||
    (cursor.senses.verb === 'give' && cursor.takeWord('use'))
  );
}

function skipArticle(cursor: Cursor): void {
  while (cursor.take('a') || cursor.take('the') || cursor.takeWord('equal', 'responsive'));
}

/** A small number, in figures or words. */
function takeNumber(cursor: Cursor): number | null {
  const { token, senses } = cursor.peek()
  const value = token.kind === 'number' && token.unit === undefined ? token.value : senses.number
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > MOST) return null
  cursor.at++
  return value
}

/** "3 columns", "3-column grid", "3 per row", "3 in a row", "2x3 grid". */
function readColumns(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const joined = /^(\d{1,2}|two|three|four|five|six)-col(?:umn)?s?$/.exec(c.peek().word)
    if (joined !== null && c.peek().token.kind === 'word') {
      c.at++
      takeOneOf(c, GRIDS)
      return columns(NAMES[joined[1]!] ?? Number(joined[1]))
    }
    const crossed = /^(\d{1,2})x(\d{1,2})$/.exec(c.peek().word)
    if (crossed !== null) {
      c.at++
      return takeOneOf(c, GRIDS) ? columns(Number(crossed[2])) : null
    }
    const first = takeNumber(c)
    if (first === null) return null
    if (c.takeWord('x', 'by')) {
      const second = takeNumber(c)
      return second !== null && takeOneOf(c, GRIDS) ? columns(second) : null
    }
    c.takeWord('equal')
    if (takeOneOf(c, COLUMNS)) {
      takeOneOf(c, GRIDS)
      return columns(first)
    }
    const isPerRow = (c.takeWord('per', 'a', 'each') && takeOneOf(c, ROWS)) || takePhrase(c, PER_ROW) !== null
    return isPerRow ? columns(first) : null
  })
}

const NAMES: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 }

const PER_ROW: ReadonlyMap<string, true> = new Map([
  ['in a row', true],
  ['in each row', true],
  ['in one row', true],
  ['on each row', true],
  ['across', true],
])

/** "a grid", "a grid of 3 columns", "a grid with two columns". */
function readGrid(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    if (!takeOneOf(c, GRID)) return null
    c.takeWord('layout', 'view')
    const more = c.attempt((inner) => {
      if (!inner.take('with') && !inner.takeWord('of', 'in')) return null
      return readColumns(inner)
    })
    return more ?? [{ kind: 'layout', as: 'grid' }]
  })
}

const GRID: ReadonlySet<string> = new Set(['grid', 'grid layout'])

function columns(count: number): Effect[] {
  return [count === 1 ? { kind: 'layout', as: 'column' } : { kind: 'layout', as: 'grid', columns: count }]
}
